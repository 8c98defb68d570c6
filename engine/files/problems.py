"""What decoders, encoders and the system raise, as one error the user can act on."""

from __future__ import annotations

import errno
import logging
import os
import struct
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.errors import DeviceMemoryError, ImageError, ImageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

logger = logging.getLogger(__name__)

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
"""What decoders raise on malformed files and encoders on what they cannot hold, besides OSError."""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what decoders and the system raise into an ``ImageError``."""
    try:
        yield
    except FileNotFoundError as error:
        raise ImageError(path, ImageProblem.MISSING) from error
    except PermissionError as error:
        raise ImageError(path, ImageProblem.FORBIDDEN) from error
    except OSError as error:
        if error.errno is None:  # Pillow reports broken files as OSError too
            raise _damaged(path, error) from error
        detail = os.strerror(error.errno).lower()
        raise ImageError(path, ImageProblem.UNREADABLE, detail) from error
    except MALFORMED as error:
        text = str(error).lower()
        # decoders that found no memory say so in their own ways; libheif also of a file too greedy
        if "alloc" in text and "limit" not in text:
            raise DeviceMemoryError("cpu") from error
        raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> ImageError:
    # a decoder's own words mean nothing to who has only photos
    logger.info("%s: its decoder says %r", path, error)
    return ImageError(path, ImageProblem.DAMAGED)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what encoders and the system raise into an ``ImageError``."""
    try:
        yield
    except PermissionError as error:
        raise ImageError(path, ImageProblem.WRITE_FORBIDDEN) from error
    except FileExistsError as error:
        raise ImageError(path, ImageProblem.WRITE_EXISTS) from error
    except OSError as error:
        if error.errno is None:  # only the system's own carry a number
            raise _refused(path, error) from error
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        problem = ImageProblem.DISK_FULL if full else ImageProblem.UNWRITABLE
        detail = "" if full else os.strerror(error.errno).lower()
        raise ImageError(path, problem, detail) from error
    except MALFORMED as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: Exception) -> ImageError:
    # an encoder's own words mean nothing to who has only photos
    logger.error("%s: its encoder refused the picture", path, exc_info=error)
    return ImageError(path, ImageProblem.WRITE_REFUSED)
