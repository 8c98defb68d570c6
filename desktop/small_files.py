"""Small files of the app's own that others may have laid down: looks beside photos, journals.

Whatever has such a name is opened once, never followed elsewhere, never waited for, and read only
as far as promised. What is written is whole, and put in the place of whatever has the name.
"""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

_ONCE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def read_small(path: Path, most: int, *, may_be_link: bool = False) -> bytes:
    """Return what a file holds.

    Args:
        path: The file.
        most: Bytes that it may have.
        may_be_link: Whether it may stand elsewhere: only where nobody else puts files.

    Raises:
        FileNotFoundError: If there is none.
        OSError: If it cannot be read, or if it is a link.
        ValueError: If it is a pipe, a device or a folder, or larger.
    """
    if not (_NO_LINK or may_be_link) and path.is_symlink():  # on Windows
        msg = "it is a link"
        raise ValueError(msg)
    handle = os.open(path, _ONCE | (0 if may_be_link else _NO_LINK))
    try:
        require_regular(handle)
    except BaseException:
        os.close(handle)
        raise
    with open(handle, "rb") as file:  # noqa: PTH123 - no path: it is open
        data = file.read(most + 1)
    if len(data) > most:
        msg = "it is too large"
        raise ValueError(msg)
    return data


def require_regular(handle: int) -> None:
    """Raise ``ValueError`` if what is open is no file: a pipe waits for ever, a device never ends.

    Args:
        handle: A file descriptor.
    """
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        msg = "it is no regular file"
        raise ValueError(msg)


def write_small(path: Path, text: str, *, like: Path | None = None) -> None:
    """Write a file beside its name, then give it the name.

    Args:
        path: The file.
        text: What it shall hold, as UTF-8.
        like: A file whose readers may read this one too; None for nobody but the user.

    Raises:
        OSError: If the disk refuses; what had the name before is still there.
    """
    handle, name = tempfile.mkstemp(
        prefix=f".{path.stem[:40]}-", suffix=".partial", dir=path.parent
    )
    try:
        # by its handle only: what has the name meanwhile may be something else
        with open(handle, "wb") as file:  # noqa: PTH123 - no path: it is open
            file.write(text.encode())
            file.flush()
            _share(handle, like)
            os.fsync(handle)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _share(handle: int, like: Path | None) -> None:
    if like is not None and hasattr(os, "fchmod"):
        with suppress(OSError):  # it may be gone, and some disks have no permissions to set
            os.fchmod(handle, like.stat().st_mode & 0o666 | 0o600)


def private_folder(folder: Path) -> Path:
    """Make a folder, if need be, that nobody else may look into; return it.

    Raises:
        OSError: If the disk refuses.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(OSError):  # some disks have no permissions to set
        folder.chmod(0o700)
    return folder
