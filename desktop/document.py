"""The open photo and what the user made of it. Plain Python, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from engine.render_settings import RenderSettings

if TYPE_CHECKING:
    from engine.colorize import Encoding
    from engine.photo import Photo


@dataclass
class Document:
    """One open photo."""

    photo: Photo
    settings: RenderSettings = field(default_factory=RenderSettings)
    encoding: Encoding | None = None
    """None until the network has seen the photo."""

    @property
    def title(self) -> str:
        """The file's name; empty for a pasted picture."""
        return self.photo.path.name if self.photo.path else ""

    @property
    def suggested_path(self) -> Path:
        """A new name beside the original; nothing is overwritten by accepting it."""
        original = self.photo.path or Path("photo.png")
        return original.with_name(f"{original.stem}-color{original.suffix}")
