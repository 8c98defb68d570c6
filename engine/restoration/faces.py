"""Where faces are likely, and their eyes and mouths: what a repair must be surest about.

References:
    Scikit-image's cascade of local binary patterns, the one trained for OpenCV. It finds frontal
    faces; two in five of what it takes for a face are something else, which here does little harm.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from skimage.data import lbp_frontal_face_cascade_filename
from skimage.feature import Cascade

from engine.files.orientation import turn_to, turned_pixels
from engine.opencv import cv2
from engine.photo.photo import Photo, Window, fit, resize
from engine.photo.turns import AS_READ, Turning
from engine.restoration.spoilage.noise import plane_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.turns import Turn

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
    eyes: Window
    """The band that both eyes lie in."""
    mouth: Window
    """The area around the mouth."""

    def scaled(self, scale: float, window: Window) -> Face:
        """Return the same face in a window of the photo at another size."""

        def there(part: Window) -> Window:
            top, left = part.top - window.top, part.left - window.left
            sides = (top, left, part.height, part.width)
            return Window(*(round(side * scale) for side in sides))

        return Face(*(there(part) for part in (self.window, self.eyes, self.mouth)))

    def turned(self, turning: Turning) -> Face:
        """Return the same face in the turned photo."""
        return Face(*(turning.window(part) for part in (self.window, self.eyes, self.mouth)))


def find_faces(photo: Photo) -> tuple[Face, ...]:
    """Return the faces of a photo that look at the camera, as far as they are recognized.

    They are looked for as the photo was read, so that they stay the same when it is turned; where
    none stands upright, the photo may lie on its side or on its head, and all that looks like one
    in any of these ways counts.
    """
    as_read = turn_to(photo, AS_READ)
    size = as_read.size
    seen = fit(size, _SEEN)
    if min(seen) < _SMALLEST:
        return ()
    small = np.rint(plane_of(resize(as_read.pixels, seen)) * 255).astype(np.uint8)
    even = cv2.equalizeHist(small).astype(np.uint8, copy=False)
    found: list[Face] = []
    for quarter_turns in range(4):
        turn: Turn = (quarter_turns, False)
        back = Turning(Turning(size, AS_READ, turn).turned_size, turn, photo.turned)
        upright = _upright(turned_pixels(even, AS_READ, turn), size[0] / seen[0])
        found += (face.turned(back) for face in upright)
        if found and not quarter_turns:
            break
    return tuple(found)


def _upright(small: NDArray[np.uint8], scale: float) -> tuple[Face, ...]:
    """Return the faces that stand upright in a small copy of a photo."""
    most = min(small.shape)
    found = _cascade().detect_multi_scale(
        cv2.cvtColor(small, cv2.COLOR_GRAY2RGB),
        _GROWTH,
        _STEP,
        (_SMALLEST, _SMALLEST),
        (most, most),
    )
    boxes = (_window(box, scale) for box in found)
    return tuple(Face(box, _part(box, _EYES), _part(box, _MOUTH)) for box in boxes)


def _part(box: Window, shares: tuple[float, float, float, float]) -> Window:
    top, left, height, width = shares
    return Window(
        box.top + round(top * box.height),
        box.left + round(left * box.width),
        max(1, round(height * box.height)),
        max(1, round(width * box.width)),
    )


def delicate_windows(faces: tuple[Face, ...]) -> tuple[Window, ...]:
    """Return the eyes and mouths of faces."""
    return tuple(window for face in faces for window in (face.eyes, face.mouth))


def _window(box: dict[str, int], scale: float) -> Window:
    top, left, side = (round(box[name] * scale) for name in ("r", "c", "height"))
    return Window(top, left, side, side)


@cache
def _cascade() -> Cascade:
    return Cascade(lbp_frontal_face_cascade_filename())
