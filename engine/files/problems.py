"""What decoders, encoders and the system raise, as one error the user can act on."""

from __future__ import annotations

import errno
import struct
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PIL import UnidentifiedImageError

from engine.errors import DeviceMemoryError, ImageError, ImageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MALFORMED = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,  # imagecodecs, pillow-heif and rawpy derive theirs from it
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What decoders raise on malformed files, besides OSError."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what decoders and the system raise into an ``ImageError``."""
    try:
        yield
    except FileNotFoundError as error:
        raise ImageError(path, ImageProblem.MISSING) from error
    except PermissionError as error:
        raise ImageError(path, ImageProblem.FORBIDDEN) from error
    except UnidentifiedImageError as error:
        raise ImageError(path, ImageProblem.UNKNOWN_FORMAT) from error
    except OSError as error:
        # Pillow reports broken files as OSError too; only the system's own carry a number
        problem = ImageProblem.DAMAGED if error.errno is None else ImageProblem.UNREADABLE
        raise ImageError(path, problem, _detail(error)) from error
    except MALFORMED as error:
        text = str(error).lower()
        # decoders that found no memory say so in their own ways; libheif also of a file too greedy
        if "alloc" in text and "limit" not in text:
            raise DeviceMemoryError("cpu") from error
        raise ImageError(path, ImageProblem.DAMAGED, _detail(error)) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system raises into an ``ImageError``."""
    try:
        yield
    except PermissionError as error:
        raise ImageError(path, ImageProblem.WRITE_FORBIDDEN) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        problem = ImageProblem.DISK_FULL if full else ImageProblem.UNWRITABLE
        raise ImageError(path, problem, "" if full else _detail(error)) from error


def _detail(error: Exception) -> str:
    if isinstance(error, LookupError):
        return ""  # what a decoder looked up in vain means nothing to anybody
    return " ".join(str(error).split())[:200]
