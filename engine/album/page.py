"""A photo as the album compares it: what a network said of it, and the marks of its lightness."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.coloring.colorize import network_size
from engine.errors import ModelFeature, UnsupportedByModelError
from engine.opencv import cv2
from engine.photo.photo import Window, sample
from engine.photo.pixel_lightness import lightness_from_pixels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.coloring.colorize import Encoding
    from engine.coloring.reach import Likeness
    from engine.photo.photo import Photo, Size

    Plane = NDArray[np.float32]

_CONTRAST = 0.012
"""Marks weaker than this are left out; a third of what is usual, for flat old photos."""
_MOST = 800


@dataclass(frozen=True, eq=False)
class Points:
    """Places that are found again in another photo, and what it looks like around them."""

    places: NDArray[np.float64]
    """(N, 2), column and row in pixels of the network."""
    looks: Plane
    """(N, 128), of unit length."""

    def within(self, mask: NDArray[np.bool_]) -> Points:
        """Return those that lie in a mask, (h, w), of the photo's size at the network."""
        columns, rows = self.places.astype(np.int64).T
        kept = mask[rows, columns]
        return Points(self.places[kept], self.looks[kept])


@dataclass(frozen=True, eq=False)
class Sketch:
    """A photo of the album by its marks: enough to tell whether it is a frame of a scene."""

    lightness: Plane
    """(h, w), L at a network's size."""
    points: Points
    mirrored: Points
    """Of the photo seen from behind."""

    @property
    def size(self) -> Size:
        """Height and width in pixels."""
        return self.lightness.shape[0], self.lightness.shape[1]


@dataclass(frozen=True, eq=False)
class Page(Sketch):
    """A photo of the album, ready to be compared with others. Any thread may hold it."""

    likeness: Likeness
    """Of its parts, to the network."""


def sketch_of(photo: Photo, short_side: int) -> Sketch:
    """Find the marks of a photo, which asks no network and takes some hundredths of a second.

    Args:
        photo: Its color is ignored.
        short_side: In pixels, of the small copy that is looked at; a photo is never enlarged.
    """
    size = network_size(photo.size, short_side)
    small = lightness_from_pixels(sample(photo, Window.whole(photo.size), size))
    return _sketch(small[0].numpy())


def page_of(encoding: Encoding) -> Page:
    """Prepare a photo for comparing, which takes some hundredths of a second.

    Args:
        encoding: From :func:`engine.coloring.colorize.encode`, with hints or without.

    Raises:
        UnsupportedByModelError: If the network does not tell what is alike.
    """
    if encoding.seen is None:
        raise UnsupportedByModelError(ModelFeature.HINTS)
    sketch = _sketch(encoding.lightness[0].numpy())
    return Page(sketch.lightness, sketch.points, sketch.mirrored, encoding.seen.likeness)


def _sketch(plane: Plane) -> Sketch:
    lightness = np.ascontiguousarray(plane, np.float32)
    return Sketch(lightness, _points(lightness), _points(lightness[:, ::-1]))


def _points(lightness: Plane) -> Points:
    """Return places by SIFT (Lowe, 2004), compared by roots (Arandjelović, Zisserman, 2012)."""
    gray = np.ascontiguousarray((lightness * 2.55).clip(0, 255).astype(np.uint8))
    detector = cv2.SIFT.create(nfeatures=_MOST, contrastThreshold=_CONTRAST)
    detected: Any = detector.detectAndCompute(gray, None)
    found, looks = detected
    if looks is None:
        return Points(np.zeros((0, 2)), np.zeros((0, 128), np.float32))
    shares = looks / np.maximum(looks.sum(axis=1, keepdims=True), 1e-6)
    places = np.array([point.pt for point in found], np.float64)
    last = (gray.shape[1] - 1.0, gray.shape[0] - 1.0)
    return Points(places.clip(0, last), np.sqrt(shares).astype(np.float32))
