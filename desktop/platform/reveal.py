"""Files and folders in the programs that the system has for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def reveal(path: Path) -> bool:
    """Open a folder or a file where people look at such; return whether the system tries to.

    That it tries does not mean that anything appears: some systems start a helper that finds no
    program, and tell nobody.
    """
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
