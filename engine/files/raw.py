"""Camera raw files, developed by LibRaw with its own defaults: an optional extra."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.errors import ImageError, ImageProblem
from engine.files.decoded import Decoded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import rawpy

    from engine.photo.photo import Size

SUFFIXES = frozenset(
    {".dng", ".cr2", ".cr3", ".nef", ".nrw", ".arw", ".raf", ".orf", ".rw2", ".pef", ".srw"}
)
"""Names by which raw files are told: many of them are TIFF inside."""


class RawSource:
    """An open raw file."""

    def __init__(self, raw: rawpy.RawPy) -> None:
        self._raw = raw
        sizes = raw.sizes
        self.size: Size = (max(sizes.height, sizes.raw_height), max(sizes.width, sizes.raw_width))

    def decode(self, least_side: int | None) -> Decoded:  # noqa: ARG002 - LibRaw's half size is no average
        """Develop it at 16 bits in sRGB, with the camera's white balance; LibRaw turns it."""
        rgb = self._raw.postprocess(
            output_bps=16, use_camera_wb=True, no_auto_bright=True, gamma=(2.4, 12.92)
        )
        return Decoded(rgb)


@contextmanager
def open_raw(path: Path) -> Iterator[RawSource]:
    """Open a raw file.

    Raises:
        ImageError: If rawpy is not installed, or knows no such file.
    """
    try:
        import rawpy  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ImageError(path, ImageProblem.NEEDS_EXTRA, "kolorit[raw]") from error
    try:
        with path.open("rb") as file, rawpy.imread(file) as raw:
            yield RawSource(raw)
    except (rawpy.LibRawFileUnsupportedError, rawpy.NotSupportedError) as error:
        raise ImageError(path, ImageProblem.UNKNOWN_FORMAT) from error
    except rawpy.LibRawError as error:
        raise ImageError(path, ImageProblem.DAMAGED) from error
