"""What the viewer shows of a photo that is still being read: how it looked in the filmstrip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.recipe.crop_frame import CropFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from engine.photo.photo import Size

_ENLARGED = 16
"""How many times larger than its small picture a photo is taken to be: it fills the viewer."""


@dataclass(frozen=True, eq=False)
class StandIn:
    """Small pictures of the part of a photo that is shown."""

    before: QImage
    after: QImage
    is_whole: bool = False
    """Whether they have the photo's own size, since that is small itself."""

    @property
    def has_two_sides(self) -> bool:
        """Whether before and after differ: a photo that has colors of its own keeps them."""
        return self.before is not self.after

    @property
    def size(self) -> Size:
        """Height and width that the photo is taken to have until it is known."""
        scale = 1 if self.is_whole else _ENLARGED
        return scale * self.after.height(), scale * self.after.width()

    @property
    def frame(self) -> CropFrame:
        """All of that."""
        height, width = self.size
        return CropFrame(height, width, height / 2, width / 2)
