"""Where the prints lie on a scan, and how far they are turned: a view, nothing is cut away.

A scanner's bed, a mount or an album page is of one tone; what differs from the tone of the scan's
rim and is large is a print. Its sides are straight lines, fitted to many points of its outline, so
the angle is known much better than to a pixel.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import numpy as np

from engine.opencv import cv2
from engine.photo.photo import fit, resize
from engine.recipe.stages import Crop
from engine.restoration.spoilage.noise import plane_of
from engine.restoration.tilt import straightening

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from engine.photo.photo import Photo, Pixels, Size

    Mask = NDArray[np.uint8]
    Contour = NDArray[np.int32]
    """(n, 1, 2), x and y in whole pixels."""
    Point = NDArray[np.float64]
    """(2,), x and y in pixels."""
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
_SURELY_FILLED, _LONGEST = 0.96, 2.5
"""The same of prints that touch others, and their longer side in shorter ones."""
_BEND, _MOST_CORNERS = 0.015, 24
"""Of an outline's corners: how far one stands out, as a share of its longer side, and how many
there are at most where prints touch."""
_MOST_CUTS = 3
_TIGHT = 2
"""Pixels; gaps of twice as many are closed where prints touch."""
_ACROSS = np.array((1, -1)), np.array((-1, 1))
"""What turns x and y, once swapped, to the left and to the right."""
_CRUMB = 0.01
"""Share of what is cut that is left over at a cut."""
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
    closed, tight = (_closed(differs.astype(np.uint8), reach) for reach in (rim, _TIGHT))
    found = list(_prints(closed, tight, photo.size[0] / seen[0]))
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


def largest_print(photo: Photo) -> Crop | None:
    """Return the crop that leaves the largest print on a scan alone; None if there is none."""
    return max(crops_of_prints(photo), key=lambda crop: crop.height * crop.width, default=None)


def set_straight(photo: Photo, crop: Crop) -> Crop | None:
    """Return a crop that stands straight, as sides of a print or lines of the photo say it.

    Args:
        photo: As it is to lie.
        crop: What is left of it.

    Returns:
        The largest print on a scan; in a photo without a border the same part, turned; None where
        nothing surely says how far it is turned.
    """
    found = largest_print(photo)
    if found is not None:
        return found
    degrees = straightening(photo)
    return None if degrees is None else replace(crop, degrees=degrees)


def _closed(mask: Mask, reach: int) -> Mask:
    """Return a mask without gaps of up to twice a reach in pixels."""
    kernel = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    return cv2.morphologyEx(mask, cv2.MORPH_CLOSE, kernel).astype(np.uint8, copy=False)


def _prints(mask: Mask, tight: Mask, scale: float) -> Iterator[Print]:
    """Yield the rectangles in a mask of a reduced scan.

    Args:
        mask: (H, W), without the gaps of prints that are partly of the bed's tone.
        tight: (H, W), the same with gaps, and with the corners between prints that touch.
        scale: Leads to the whole scan.
    """
    height, width = mask.shape
    for contour in _contours(mask):
        inside = np.zeros_like(mask)
        cv2.drawContours(inside, [contour], -1, 1, cv2.FILLED)
        outline = max(_contours(tight & inside), key=cv2.contourArea, default=contour)
        parts = _apart(outline, mask.shape)
        whole = outline if parts else contour
        for part in parts or [whole]:
            (x, y), (w, h), angle = cv2.minAreaRect(part)
            if not _is_print(part, mask.shape):
                continue
            points = _of_outline(part, whole).astype(np.float32)
            degrees = _side_angle(points - np.array((x, y), np.float32), (w, h), angle)
            if abs(_folded(angle) - angle) % 180 > 45:
                w, h = h, w
            yield Print(
                (x + 0.5) / width, (y + 0.5) / height, w * scale, h * scale, round(degrees, 4)
            )


def _contours(mask: Mask) -> Sequence[Contour]:
    found = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)[0]
    return cast("Sequence[Contour]", found)


def _is_print(contour: Contour, size: Size, least_filled: float = _LEAST_FILLED) -> bool:
    """Return whether an outline on a reduced scan is that of a large rectangle on a bed."""
    area, (w, h) = cv2.contourArea(contour), cv2.minAreaRect(contour)[1]
    is_large = area >= _LEAST_AREA * size[0] * size[1]
    return is_large and area >= least_filled * w * h and _is_inside(contour.reshape(-1, 2), size)


def _of_outline(part: Contour, whole: Contour) -> NDArray[np.int32]:
    """Return the points, (n, 2), of a part that lie on the outline of the whole, not at a cut."""
    left, top, width, height = cv2.boundingRect(whole)
    near = np.zeros((height, width), np.uint8)
    cv2.drawContours(near, [whole], -1, 1, 3, offset=(-left, -top))
    points = part.reshape(-1, 2)
    return points[near[points[:, 1] - top, points[:, 0] - left] > 0]


def _apart(contour: Contour, size: Size, most: int = _MOST_CUTS) -> Sequence[Contour]:
    """Return the outlines of prints that touch and have one outline together; none if it is one.

    Where prints of different sizes touch, there is an inward corner, and the side of one of them
    goes on from there.

    Args:
        contour: Of everything that touches.
        size: Of the reduced scan.
        most: Cuts that are made in a piece of a piece.
    """
    if not most:
        return ()
    polygon = cv2.approxPolyDP(contour, _BEND * max(cv2.minAreaRect(contour)[1]), closed=True)
    corners = polygon.reshape(-1, 2).astype(np.float64)
    if not 4 < len(corners) <= _MOST_CORNERS:
        return ()
    before, after = corners - np.roll(corners, 1, axis=0), np.roll(corners, -1, axis=0) - corners
    bends = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    winding = np.sign(cv2.contourArea(polygon, oriented=True))
    for index in np.flatnonzero(bends * winding < 0):
        sides = before[index], -after[index]
        for side in (*sides, *(one[::-1] * turn for one in sides for turn in _ACROSS)):
            parts = _cut(contour, corners[index], side / np.hypot(*side), size, most)
            if len(parts) > 1:
                return parts
    return ()


def _cut(contour: Contour, start: Point, way: Point, size: Size, most: int) -> Sequence[Contour]:
    """Return the outlines of what a straight cut leaves of one, if all of it are prints."""
    left, top, width, height = cv2.boundingRect(contour)
    filled = np.zeros((height, width), np.uint8)
    cv2.drawContours(filled, [contour], -1, 1, cv2.FILLED, offset=(-left, -top))
    ends = [start - (left, top) + way * length for length in (-2.0, float(max(size)))]
    first, last = (tuple(np.rint(end).astype(int).tolist()) for end in ends)
    cv2.line(filled, first, last, 0, 2)
    whole = cv2.contourArea(contour)
    pieces = [part + np.array((left, top), part.dtype) for part in _contours(filled)]
    pieces = [part for part in pieces if cv2.contourArea(part) >= _CRUMB * whole]
    if len(pieces) < 2:
        return ()
    parts: list[Contour] = []
    for piece in pieces:
        inner = [piece] if _is_surely_a_print(piece, size) else _apart(piece, size, most - 1)
        if not inner:
            return ()
        parts += inner
    return parts


def _is_surely_a_print(contour: Contour, size: Size) -> bool:
    sides = cv2.minAreaRect(contour)[1]
    return max(sides) <= _LONGEST * min(sides) and _is_print(contour, size, _SURELY_FILLED)


def _is_inside(points: Contour, size: Size) -> bool:
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
