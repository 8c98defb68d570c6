"""Where the prints lie on a scan, and how far they are turned: a view, nothing is cut away.

A scanner's bed, a mount or an album page is of one tone; what differs from the tone of the scan's
rim and is large is a print. Its sides are straight lines, fitted to many points of its outline, so
the angle is known much better than to a pixel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.photo.photo import fit, resize
from engine.recipe.stages import Crop
from engine.restoration.spoilage.noise import plane_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from engine.photo.photo import Photo, Pixels, Size

    Points = NDArray[np.float32]
    """(n, 2), x and y in pixels."""

_SEEN = (1600, 1600)
"""Pixels; prints are looked for on a copy no larger than this."""
_RIM = 0.01
"""Share of the scan's short side that is taken for the bed."""
_LEAST_CONTRAST, _CONTRAST = 0.04, 6.0
"""What a print differs from the bed by, absolutely and in deviations of the bed."""
_LEAST_AREA = 0.02
"""Share of the scan that a print at least covers."""
_LEAST_FILLED = 0.9
"""Share of its upright box, turned back, that a print fills: what is less is no rectangle."""
_MOST_UNEVEN = 0.08
"""Deviation of the rim's tone from which it is a picture rather than a bed."""
_TRIM = 0.003
"""Share of a print's short side that is left out all around: there, bed and paper mix."""
_SOFT = 2.0
"""Pixels of the copy in which prints are looked for, by which they seem larger on each side."""
_SIDE_MARGIN = 0.12
"""Share of a side at each end, where corners may be round or bent."""
_NEAR = 0.02
"""Share of the print's size within which points belong to a side."""


@dataclass(frozen=True)
class Print:
    """A print on a scan."""

    x: float
    """Of its middle, as a share of the scan's width."""
    y: float
    """Of its middle, as a share of the scan's height."""
    width: float
    """Of the print before it was turned, in pixels of the scan."""
    height: float
    """Of the print before it was turned, in pixels of the scan."""
    degrees: float
    """Counterclockwise turn that sets it upright, in (−45, 45]."""


def find_prints(photo: Photo) -> tuple[Print, ...]:
    """Return the prints on a scan from top to bottom; none if it shows one print to its edge."""
    seen = fit(photo.size, _SEEN)
    plane = cv2.GaussianBlur(plane_of(resize(photo.pixels, seen)), (0, 0), 1.0)
    rim = max(1, round(_RIM * min(seen)))
    bed = np.concatenate(
        [plane[:rim].ravel(), plane[-rim:].ravel(), plane[:, :rim].ravel(), plane[:, -rim:].ravel()]
    )
    tone = float(np.median(bed))
    spread = float(np.median(np.abs(bed - tone))) * 1.4826
    if spread > _MOST_UNEVEN:
        return ()
    differs = np.abs(plane - tone) > max(_LEAST_CONTRAST, _CONTRAST * spread)
    kernel = np.ones((2 * rim + 1, 2 * rim + 1), np.uint8)
    closed = cv2.morphologyEx(differs.astype(np.uint8), cv2.MORPH_CLOSE, kernel)
    found = list(_prints(closed.astype(np.uint8, copy=False), photo.size[0] / seen[0]))
    return tuple(sorted(found, key=lambda one: (one.y, one.x)))


def cut_out(photo: Photo, one: Print) -> Pixels:
    """Return one print upright, in the photo's depth, cubically interpolated."""
    height, width = photo.size
    size = max(1, round(one.width)), max(1, round(one.height))
    middle = one.x * width, one.y * height
    turn = cv2.getRotationMatrix2D(middle, one.degrees, 1.0)
    turn[:, 2] += np.array([(side - 1) / 2 for side in size]) - np.array(middle)
    turned = cv2.warpAffine(
        photo.pixels, turn, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return turned.astype(photo.pixels.dtype, copy=False).reshape(size[1], size[0], -1)


def crop_of_print(one: Print, size: Size) -> Crop:
    """Return the crop that leaves a print alone, upright, without the edge of the paper.

    Args:
        one: Of the prints on a scan.
        size: Height and width of the scan in pixels.
    """
    height, width = size
    seen = max(1.0, height / _SEEN[0], width / _SEEN[1])
    trim = 2 * (_TRIM * min(one.width, one.height) + _SOFT * seen)
    return Crop(
        -one.degrees + 0.0,
        min(1.0, max(0.0, one.y)),
        min(1.0, max(0.0, one.x)),
        min(1.5, max(1.0, one.height - trim) / height),
        min(1.5, max(1.0, one.width - trim) / width),
    )


def crops_of_prints(photo: Photo) -> tuple[Crop, ...]:
    """Return the crops that leave each print on a scan alone, from top to bottom."""
    return tuple(crop_of_print(one, photo.size) for one in find_prints(photo))


def _prints(mask: NDArray[np.uint8], scale: float) -> Iterator[Print]:
    """Yield the rectangles in a mask of a reduced scan; ``scale`` leads to the whole one."""
    height, width = mask.shape
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    for contour in contours:
        (x, y), (w, h), angle = cv2.minAreaRect(contour)
        area = cv2.contourArea(contour)
        if area < _LEAST_AREA * height * width or area < _LEAST_FILLED * w * h:
            continue
        points = contour.reshape(-1, 2).astype(np.float32)
        if not _is_inside(points, mask.shape):
            continue
        degrees = _side_angle(points - np.array((x, y), np.float32), (w, h), angle)
        if abs(_folded(angle) - angle) % 180 > 45:
            w, h = h, w
        yield Print((x + 0.5) / width, (y + 0.5) / height, w * scale, h * scale, round(degrees, 4))


def _is_inside(points: Points, size: tuple[int, ...]) -> bool:
    """Return whether an outline keeps away from the scan's edge on most of its length."""
    y_limit, x_limit = size[0] - 2, size[1] - 2
    x, y = points.T
    at_edge = (x <= 1) | (y <= 1) | (x >= x_limit) | (y >= y_limit)
    return float(at_edge.mean()) < 0.6


def _side_angle(points: Points, size: tuple[float, float], angle: float) -> float:
    """Return the turn of a rectangle by lines fitted to its sides, in degrees.

    Args:
        points: Of the outline, from the rectangle's middle.
        size: Of the rectangle along and across ``angle``.
        angle: Degrees, known roughly.
    """
    turn = np.deg2rad(angle)
    axes = np.array(((np.cos(turn), np.sin(turn)), (-np.sin(turn), np.cos(turn))))
    along = points @ axes.T
    turns, lengths = [], []
    for axis in (0, 1):
        for sign in (-1, 1):
            near = np.abs(along[:, 1 - axis] - sign * size[1 - axis] / 2) < _NEAR * max(size)
            near &= np.abs(along[:, axis]) < (0.5 - _SIDE_MARGIN) * size[axis]
            if near.sum() < 20:
                continue
            dx, dy, _, _ = cv2.fitLine(points[near], cv2.DIST_HUBER, 0, 0.01, 0.001).ravel()
            turns.append(_folded(float(np.rad2deg(np.arctan2(dy, dx)))))
            lengths.append(float(near.sum()))
    if not turns:
        return _folded(angle)
    first = turns[0]  # near 45° the sides may be folded to either end
    unwrapped = [first + _folded(one - first) for one in turns]
    return _folded(float(np.average(unwrapped, weights=lengths)))


def _folded(degrees: float) -> float:
    """Return an angle of a right-angled thing in (−45, 45]."""
    return 45 - (45 - degrees) % 90
