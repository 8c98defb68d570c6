"""Files and folders in the programs that the system has for them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.platform.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def reveal(path: Path) -> bool:
    """Open a folder or a file where people look at such; return whether the system tries to.

    That it tries does not mean that anything appears: some systems start a helper that finds no
    program, and tell nobody.
    """
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def reveal_watched(path: Path, failed: Callable[[], object], owner: QObject) -> bool:
    """Open a file as :func:`reveal` does, and hear of it where a helper finds no program for it.

    Args:
        path: Of the file.
        failed: Called on the thread of the window, later, if it turns out that nothing opened.
        owner: Nothing is called once it is gone.
    """
    helper = shutil.which("xdg-open") if sys.platform.startswith("linux") else None
    if helper is None:
        return reveal(path)
    address = bytes(QUrl.fromLocalFile(str(path)).toEncoded().data()).decode("ascii")

    def code() -> int:
        # the helper may stay for as long as the browser does, which must not end with us
        nowhere = subprocess.DEVNULL
        return subprocess.run(  # noqa: S603 - the system's helper, and a file of ours
            [helper, address],
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            start_new_session=True,
            check=False,
        ).returncode

    Background("opening", owner).submit(code, lambda ended: failed() if ended else None)
    return True
