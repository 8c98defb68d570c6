"""What is written to a file, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Literal

from engine.cancel import CancelToken
from engine.photo.metadata import Metadata

if TYPE_CHECKING:
    from pathlib import Path

    from engine.files.content_credentials import Claim
    from engine.photo.photo import Pixels

Compression = Literal["lzw", "zip"]


class WriteLoss(Enum):
    """What a format has no place for; the value is for the command line."""

    DEPTH = "the format holds 8 bits per channel"
    ALPHA = "the format holds no transparency; it was laid on white"
    EXIF = "the EXIF is damaged or too long for the format"
    IPTC = "the format has no place for IPTC; use JPEG, PNG or TIFF to keep it"
    XMP = "the XMP is damaged or too long for the format"
    PROFILE = "there is no RGB profile that can be kept; saved in sRGB"
    RESOLUTION = "the format has no place for a resolution like this one"


@dataclass(frozen=True)
class WriteOptions:
    """What goes into a file besides its colors, and how."""

    alpha: Pixels | None = None
    """(H, W), of the pixels' type."""
    metadata: Metadata = field(default_factory=Metadata)
    """Carried over as far as the format has a place for them."""
    quality: int = 95
    """Of JPEG and WebP, 1 to 100."""
    compression: Compression = "lzw"
    """Of TIFF; both lose nothing."""
    keep_profile: bool = False
    """Whether to save in the metadata's RGB profile instead of sRGB."""
    claim: Claim | None = None
    """Signed into the file as Content Credentials."""
    original: Path | None = None
    """The photo's file, which is never written over; the new one is at least as private."""
    originals: tuple[Path, ...] = ()
    """Files of other photos, which are never written over either."""
    keep_times: bool = False
    """Whether the new file is as old as the original."""

    def __post_init__(self) -> None:
        """Refuse a quality outside its range."""
        if not 1 <= self.quality <= 100:
            msg = f"quality is 1 to 100, got {self.quality}"
            raise ValueError(msg)


@dataclass(eq=False)
class Content:
    """Pixels and metadata on their way into a file."""

    rgb: Pixels
    """(H, W, 3), in the space of the metadata's profile."""
    alpha: Pixels | None
    metadata: Metadata
    """Of which ``icc`` is what the file will embed."""
    losses: list[WriteLoss] = field(default_factory=list)
    """Writers add to it."""
    token: CancelToken = field(default_factory=CancelToken)
    """Checked by writers that take more than a second for large photos."""
