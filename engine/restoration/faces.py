"""Where faces are likely, and their eyes and mouths: what a repair must be surest about.

References:
    Scikit-image's cascade of local binary patterns, the one trained for OpenCV. It finds frontal
    faces; two in five of what it takes for a face are something else, which here does little harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from skimage.data import lbp_frontal_face_cascade_filename
from skimage.feature import Cascade

from engine.opencv import cv2
from engine.photo.photo import Photo, Window, fit, resize
from engine.restoration.spoilage.noise import plane_of

_SEEN = (512, 512)
"""Pixels; the cascade looks at a copy no larger than this."""
_SMALLEST = 24
"""Pixels, the side of the window that the cascade was trained on."""
_GROWTH, _STEP = 1.2, 1.5
_EYES = (0.22, 0.10, 0.28, 0.80)
_MOUTH = (0.66, 0.25, 0.26, 0.50)
"""Top, left, height and width as shares of a face's square."""


@dataclass(frozen=True)
class Face:
    """A likely face."""

    window: Window
    """A square around it, in pixels of the photo."""

    @property
    def eyes(self) -> Window:
        """The band that both eyes lie in."""
        return self._part(_EYES)

    @property
    def mouth(self) -> Window:
        """The area around the mouth."""
        return self._part(_MOUTH)

    def _part(self, shares: tuple[float, float, float, float]) -> Window:
        top, left, height, width = shares
        box = self.window
        return Window(
            box.top + round(top * box.height),
            box.left + round(left * box.width),
            max(1, round(height * box.height)),
            max(1, round(width * box.width)),
        )


def find_faces(photo: Photo) -> tuple[Face, ...]:
    """Return the faces of a photo that look at the camera, as far as they are recognized."""
    seen = fit(photo.size, _SEEN)
    small = cv2.equalizeHist(np.rint(plane_of(resize(photo.pixels, seen)) * 255).astype(np.uint8))
    if min(seen) < _SMALLEST:
        return ()
    found = _cascade().detect_multi_scale(
        cv2.cvtColor(small, cv2.COLOR_GRAY2RGB),
        _GROWTH,
        _STEP,
        (_SMALLEST, _SMALLEST),
        (min(seen), min(seen)),
    )
    scale = photo.size[0] / seen[0]
    return tuple(Face(_window(box, scale)) for box in found)


def delicate_windows(faces: tuple[Face, ...]) -> tuple[Window, ...]:
    """Return the eyes and mouths of faces."""
    return tuple(window for face in faces for window in (face.eyes, face.mouth))


def _window(box: dict[str, int], scale: float) -> Window:
    top, left, side = (round(box[name] * scale) for name in ("r", "c", "height"))
    return Window(top, left, side, side)


@cache
def _cascade() -> Cascade:
    return Cascade(lbp_frontal_face_cascade_filename())
