"""The open photo and what the user made of it. Plain Python, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.image_io import SUFFIXES
from engine.render_settings import RenderSettings

if TYPE_CHECKING:
    from pathlib import Path

    from engine.colorize import Encoding
    from engine.photo import Photo


@dataclass
class Document:
    """One open photo."""

    photo: Photo
    settings: RenderSettings = field(default_factory=RenderSettings)
    encoding: Encoding | None = None
    """None until the network has seen the photo."""
    size: int | None = None
    """Short side at which the network sees it; None is the model's own."""
    recolor: bool = False
    """Whether colors that the photo has already may be replaced."""

    @property
    def title(self) -> str:
        """The file's name; empty for a pasted picture."""
        return self.photo.path.name if self.photo.path else ""

    def suggest_path(self, folder: Path) -> Path:
        """Return a name that is free, beside the original, or in ``folder`` if there is none."""
        original = self.photo.path or folder / "photo.png"
        other = ".jpg" if self.photo.bits == 8 else ".tif"  # for formats that are only read
        suffix = original.suffix if original.suffix.lower() in SUFFIXES else other
        path, number = original.with_name(f"{original.stem}-color{suffix}"), 1
        while path.exists():
            number += 1
            path = original.with_name(f"{original.stem}-color-{number}{suffix}")
        return path
