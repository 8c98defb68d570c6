"""Masks as polygons in a file, for programs that draw outlines, and small beside any picture.

::

    {"format": 1, "polygons": [{"points": [[0.1, 0.2], [0.3, 0.2], [0.3, 0.4]]}]}

Points are x and y as shares of the photo's width and height, whatever its size; pixels that an
outline runs through belong to it. Polygons are painted one after another; one with ``"hole": true``
takes out what is inside its outline, and neither the outline nor what is painted after it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from engine.atomic_write import atomic_path
from engine.errors import ImageError, ImageProblem
from engine.files.problems import writing
from engine.opencv import cv2
from engine.small_files import read_small

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.photo.photo import Size

    Mask = NDArray[np.bool_]

SUFFIX = ".json"
FORMAT = 1
_MOST_BYTES = 16 * 2**20
"""Of a file; tens of thousands of findings take a tenth of that."""
_DIGITS = 6
"""Of a share: a twentieth of a pixel in a photo 50,000 pixels wide."""


def read_polygons(path: Path, size: Size) -> Mask:
    """Return (H, W), true where polygons of a file say that a photo is damaged.

    Args:
        path: Of a file as :func:`write_polygons` writes it.
        size: Height and width of the photo in pixels.

    Raises:
        ValueError: If it cannot be read, is too large, of a newer format, or not just polygons;
            says so in a sentence for the user.
    """
    try:
        tree = json.loads(read_small(path, _MOST_BYTES, may_be_link=True), parse_constant=_refused)
        polygons = list(_polygons(tree, size))
    except OSError as error:
        msg = f"The mask “{path}” cannot be read: {error.strerror}."
        raise ValueError(msg) from error
    except (RecursionError, ValueError) as error:
        msg = f"The mask “{path}” is no file of polygons: {error}."
        raise ValueError(msg) from error
    mask = np.zeros(size, np.uint8)
    for points, is_hole in polygons:
        _paint(mask, points, is_hole=is_hole)
    return mask > 0


def write_polygons(path: Path, mask: Mask, *, overwrite: bool = False) -> None:
    """Write a mask as polygons; what is read from there is the same mask.

    Raises:
        ImageError: If it cannot be written, or would be too large to be read again.
    """
    polygons = [
        {"points": points, "hole": True} if is_hole else {"points": points}
        for points, is_hole in _nested(mask)
    ]
    text = json.dumps({"format": FORMAT, "polygons": polygons}, separators=(",", ":"))
    if len(text) > _MOST_BYTES:
        raise ImageError(path, ImageProblem.UNWRITABLE, "so many outlines are better a picture")
    with writing(path), atomic_path(path, replaces=overwrite) as partial:
        partial.write_text(text, encoding="utf-8")


def _nested(mask: Mask) -> Iterator[tuple[list[list[float]], bool]]:
    """Yield all outlines and whether each is that of a hole, what is inside after what is around.

    The outline of a hole is that of the pixels around it.
    """
    outlines, tree = cv2.findContours(mask.astype(np.uint8), cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)
    parents = [] if not outlines else tree[0, :, 3].tolist()  # of nothing there is no tree
    depths: list[int] = []
    scale = np.array([mask.shape[1], mask.shape[0]])
    for outline, parent in zip(outlines, parents, strict=True):
        depths.append(0 if parent < 0 else depths[parent] + 1)
        shares = np.round((outline[:, 0] + 0.5) / scale, _DIGITS)
        yield shares.tolist(), bool(depths[-1] % 2)


def _paint(mask: NDArray[np.uint8], points: NDArray[np.int32], *, is_hole: bool) -> None:
    """Fill a polygon in a mask of 0 and 1, or take out what is inside of one."""
    cv2.fillPoly(mask, [points], 0 if is_hole else 1)
    if is_hole:
        cv2.polylines(mask, [points], True, 1)  # noqa: FBT003 - OpenCV takes it by position


def _polygons(tree: object, size: Size) -> Iterator[tuple[NDArray[np.int32], bool]]:
    """Yield the polygons of a tree in whole pixels, and whether each is a hole.

    Raises:
        ValueError: If anything in it is not as it must be; says what.
    """
    entry = _object(tree, ("format", "polygons"), "the file")
    if type(entry.get("format")) is not int or entry["format"] < 1:
        msg = "it has no format number"
        raise ValueError(msg)
    if entry["format"] > FORMAT:
        msg = f"format {entry['format']} was written by a newer version"
        raise ValueError(msg)
    for number, polygon in enumerate(_list(entry.get("polygons"), "polygons"), 1):
        what = f"polygon {number}"
        one = _object(polygon, ("points", "hole"), what)
        points = _list(one.get("points"), f"the points of {what}")
        is_hole = one.get("hole", False)
        if type(is_hole) is not bool or not points:
            msg = f"{what} has no points, or its hole is neither true nor false"
            raise ValueError(msg)
        yield _in_pixels([_point(point, what) for point in points], size), is_hole


def _in_pixels(shares: list[tuple[float, float]], size: Size) -> NDArray[np.int32]:
    sides = np.array(size[::-1])
    places = np.rint(np.array(shares) * sides - 0.5).clip(0, sides - 1)
    return np.asarray(places, np.int32)


def _object(value: object, keys: tuple[str, ...], what: str) -> dict[str, Any]:
    if not isinstance(value, dict) or not set(value) <= set(keys):
        msg = f"{what} is not an object of {' and '.join(keys)}"
        raise ValueError(msg)
    return value


def _list(value: object, what: str) -> list[Any]:
    if not isinstance(value, list):
        msg = f"{what} are no list"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    return value


def _point(value: object, what: str) -> tuple[float, float]:
    if isinstance(value, list) and len(value) == 2 and all(map(_is_share, value)):
        return float(value[0]), float(value[1])
    msg = f"a point of {what} is not an x and a y from 0 to 1"
    raise ValueError(msg)


def _is_share(value: object) -> bool:
    # not bool, which is an int to Python
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _refused(name: str) -> Literal[0]:
    msg = f"{name} is no number"
    raise ValueError(msg)
