"""What every decoder returns, and what it promises before it decodes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from engine.photo.metadata import Metadata

if TYPE_CHECKING:
    from engine.files.captions import Caption
    from engine.photo.photo import Pixels, ReadLoss, Size


@dataclass(eq=False)
class Decoded:
    """The content of a file as it is stored: not turned, in its own color space."""

    pixels: Pixels
    """(H, W, 1) gray, (H, W, 3) RGB or (H, W, 4) CMYK, uint8 or uint16; 0 is black, in CMYK no
    ink."""
    alpha: Pixels | None = None
    """(H, W), of the same type."""
    orientation: int | None = None
    """1 to 8, where the file says it by other means than EXIF and XMP."""
    metadata: Metadata = field(default_factory=Metadata)
    """As they stand in the file."""
    reductions: list[ReadLoss] = field(default_factory=list)
    page: int = 1
    pages: int = 1
    """How many the file has, of those that can be asked for."""
    captions: tuple[Caption, ...] = ()
    """Texts beside the pixels, which stand neither in EXIF nor in XMP."""


class Source(Protocol):
    """An open file whose header was read."""

    size: Size
    """Height and width as stored."""

    def decode(self, least_side: int | None) -> Decoded:
        """Decode it all.

        Args:
            least_side: Where the format has a cheap smaller copy, one with sides of at least so
                many pixels will do.
        """
        ...
