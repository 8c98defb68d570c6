"""Real shapes of dust, hairs, scratches and dirt, laid over sharp photos with grain.

What a detector is fitted to, and measured with: the last tenth of the shapes of every kind and the
last tenth of the photos are held back for the benchmark.

The folder holds ``artefacts.json``, outlines by label, ``overlays.zip``, soft gray masks in folders
by kind, and ``textures.zip``, photos.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from PIL import Image

from engine.opencv import cv2
from engine.restoration.spoilage.noise import blurred

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Plane = NDArray[np.float32]

_T = TypeVar("_T")

_HELD_BACK = 10
"""One in so many, the last of each list."""
_WATCHED = 16
"""One photo in so many of the others, the last ones, is watched."""
_OVERLAY_SHARES = {"hair": 0.35, "hair-short": 0.35, "lint": 0.1, "scratches": 0.2}
"""Kinds of soft masks that are narrow, and how often each is drawn."""
_OUTLINE_SHARE = 0.8
"""Of the shapes that are outlines or drawn, the rest are soft masks."""
_DRAWN_SHARE = 0.04
"""Of the shapes, scratches that are drawn: the outlines hold few that run far."""
VISIBLE = 12 / 255
"""A pixel counts as damaged if damage changes it by so much; less is lost in the grain."""
COVERED = 0.1
"""Opacity from which a pixel has to be filled."""
_LONGEST = 400
"""Pixels, of a shape laid over a photo."""


@dataclass(frozen=True, eq=False)
class Sample:
    """A photo before and after."""

    clean: NDArray[np.uint8]
    """(H, W), with its grain."""
    damaged: NDArray[np.uint8]
    """(H, W)"""
    mask: NDArray[np.bool_]
    """(H, W), what was visibly changed."""
    covered: NDArray[np.bool_]
    """(H, W), what damage lies over, seen or not."""


@dataclass(frozen=True, eq=False)
class Shapes:
    """Outlines, and soft masks by kind."""

    outlines: Sequence[NDArray[np.int32]]
    """(points, 2) each, x and y in pixels of a large scan."""
    overlays: dict[str, list[NDArray[np.uint8]]]
    bright: float = 0.85
    """Share of the photos whose damage is bright, as dust on a negative is; dark in the others."""


def load_shapes(folder: Path, *, held_back: bool) -> Shapes:
    """Read the shapes that detectors are fitted to, or those that they are measured with."""
    scans = json.loads((folder / "artefacts.json").read_text())
    outlines = [
        np.array(artefact["points"], np.int32) for scan in scans for artefact in scan["artefacts"]
    ]
    overlays = {}
    with zipfile.ZipFile(folder / "overlays.zip") as archive:
        for kind in _OVERLAY_SHARES:
            names = sorted(n for n in archive.namelist() if n.startswith(f"{kind}/"))
            chosen = _part(names, held_back=held_back)
            overlays[kind] = [_decoded(archive.read(name)) for name in chosen]
    return Shapes(_part(outlines, held_back=held_back), overlays)


def first_watched(count: int) -> int:
    """Return from which on, of so many photos that are not held back, networks are not trained.

    The rest tell how a network does on what it never saw; what judges its findings is fitted to
    them, and settings are chosen by them.
    """
    return count - max(1, count // _WATCHED)


def load_photos(folder: Path, *, held_back: bool) -> Iterator[NDArray[np.uint8]]:
    """Yield the gray of sharp photos, (512, 512) each."""
    return _photos(folder, "L", held_back=held_back)


def load_color_photos(folder: Path, *, held_back: bool) -> Iterator[NDArray[np.uint8]]:
    """Yield sharp photos, (512, 512, 3) each."""
    return _photos(folder, "RGB", held_back=held_back)


def _photos(folder: Path, mode: str, *, held_back: bool) -> Iterator[NDArray[np.uint8]]:
    with zipfile.ZipFile(folder / "textures.zip") as archive:
        for name in _part(sorted(archive.namelist()), held_back=held_back):
            yield _decoded(archive.read(name), mode)


def with_grain(photo: NDArray[np.uint8], level: float, chance: np.random.Generator) -> Plane:
    """Return a photo, 0 to 1, with clumped grain of some levels of 255, most in the midtones."""
    plane = photo.astype(np.float32) / 255
    noise = chance.standard_normal(plane.shape).astype(np.float32)
    noise = blurred(noise, chance.uniform(0.4, 1.0))
    noise *= level / 255 / noise.std()
    strength = 0.5 + 2 * plane * (1 - plane)
    return np.clip(plane + noise * strength, 0, 1)


def damage(plane: Plane, shapes: Shapes, count: int, chance: np.random.Generator) -> Sample:
    """Lay shapes at random places, sizes, softness and opacity over a photo.

    Args:
        plane: (H, W), 0 to 1, with its grain.
        shapes: To choose from.
        count: How many.
        chance: What is drawn depends on its state alone.
    """
    changed, cover = _under_damage(plane, shapes, count, chance)
    mask = np.abs(changed - plane) >= VISIBLE
    covered = cover >= np.float32(COVERED)
    return Sample(_eight_bits(plane), _eight_bits(changed), mask, covered)


def damage_softly(plane: Plane, shapes: Shapes, count: int, chance: np.random.Generator) -> Sample:
    """Make an old small file of a damaged photo: damage of any size, blurred, compressed.

    Args:
        plane: (H, W), 0 to 1, with its grain.
        shapes: To choose from; they become 0.25 to 2 times as large.
        count: How many.
        chance: What is drawn depends on its state alone.
    """
    scale = 2 ** chance.uniform(-2, 1)
    changed, cover = _under_damage(plane, shapes, count, chance, scale)
    blur = chance.uniform(0.5, 2)
    plane, changed = blurred(plane, blur), blurred(changed, blur)
    mask = np.abs(changed - plane) >= VISIBLE
    quality = int(chance.integers(30, 81))
    clean, damaged = (_as_jpeg(_eight_bits(one), quality) for one in (plane, changed))
    return Sample(clean, damaged, mask, blurred(cover, blur) >= np.float32(COVERED))


def _under_damage(
    plane: Plane,
    shapes: Shapes,
    count: int,
    chance: np.random.Generator,
    scale: float = 1.0,
) -> tuple[Plane, Plane]:
    """Return a photo under shapes, and their opacity."""
    cover = np.zeros_like(plane)
    bright = chance.random() < shapes.bright
    for _ in range(count):
        alpha = draw_shape(shapes, chance) * np.float32(chance.uniform(0.35, 1))
        _lay(cover, alpha if scale == 1 else _resized(alpha, scale), chance)
    tone = chance.uniform(0.85, 1) if bright else chance.uniform(0, 0.15)
    return plane + cover * (np.float32(tone) - plane), cover


def _resized(alpha: Plane, scale: float) -> Plane:
    size = [max(1, round(side * scale)) for side in alpha.shape[::-1]]
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    return cv2.resize(alpha, size, interpolation=way).astype(np.float32, copy=False)


def _as_jpeg(gray: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    file = io.BytesIO()
    Image.fromarray(gray).save(file, "JPEG", quality=quality)
    return _decoded(file.getvalue())


def draw_shape(shapes: Shapes, chance: np.random.Generator) -> Plane:
    """Return a random shape, turned, scaled and softened, as opacity with an empty rim."""
    kind_of_shape = chance.random()
    if kind_of_shape < _DRAWN_SHARE:
        alpha = _drawn_scratch(chance)
    elif kind_of_shape < _OUTLINE_SHARE:
        alpha = _filled(shapes.outlines[int(chance.integers(len(shapes.outlines)))], chance)
    else:
        kinds = list(_OVERLAY_SHARES)
        kind = kinds[chance.choice(len(kinds), p=list(_OVERLAY_SHARES.values()))]
        among = shapes.overlays[kind]
        alpha = _scaled(among[chance.integers(len(among))], chance)
    alpha = np.rot90(alpha, int(chance.integers(4)))
    alpha = np.pad(alpha[:_LONGEST, :_LONGEST], 4)
    return blurred(np.ascontiguousarray(alpha), chance.uniform(0.4, 1.0))


def _filled(outline: NDArray[np.int32], chance: np.random.Generator) -> Plane:
    points = outline * chance.uniform(0.5, 1.3)
    points = np.rint(points - points.min(axis=0)).astype(np.int32)
    width, height = points.max(axis=0) + 1
    alpha = np.zeros((int(height), int(width)), np.float32)
    cv2.fillPoly(alpha, [points], 1.0)
    return alpha


def _drawn_scratch(chance: np.random.Generator) -> Plane:
    """Return a long, thin, nearly straight line."""
    length, width = int(chance.integers(60, _LONGEST - 20)), int(chance.integers(1, 4))
    lean, bend = chance.uniform(0, 0.8) * length, chance.normal(0, 6)
    rows = np.linspace(4, length - 4, 12)
    share = np.linspace(0, 1, 12)
    columns = 20 + lean * share + 4 * bend * share * (1 - share)
    columns += 10 - min(0.0, float(columns.min()))
    alpha = np.zeros((length, int(columns.max()) + 20), np.float32)
    points = np.rint(np.stack((columns, rows), axis=1)).astype(np.int32)
    cv2.polylines(alpha, [points], isClosed=False, color=1.0, thickness=width)
    return alpha


def _scaled(mask: NDArray[np.uint8], chance: np.random.Generator) -> Plane:
    scale = min(1.0, chance.uniform(30, 200) / max(mask.shape))
    size = [max(1, round(side * scale)) for side in mask.shape[::-1]]
    scaled = cv2.resize(mask, size, interpolation=cv2.INTER_AREA).astype(np.float32)
    return scaled / np.float32(255)


def _lay(cover: Plane, alpha: Plane, chance: np.random.Generator) -> None:
    """Put a shape's opacity where its middle falls on a random pixel; what is outside is cut."""
    height, width = alpha.shape
    top = int(chance.integers(cover.shape[0])) - height // 2
    left = int(chance.integers(cover.shape[1])) - width // 2
    rows = slice(max(0, top), min(cover.shape[0], top + height))
    columns = slice(max(0, left), min(cover.shape[1], left + width))
    piece = alpha[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left]
    np.maximum(cover[rows, columns], piece, out=cover[rows, columns])


def _part(whole: Sequence[_T], *, held_back: bool) -> Sequence[_T]:
    first = len(whole) - len(whole) // _HELD_BACK
    return whole[first:] if held_back else whole[:first]


def _decoded(encoded: bytes, mode: str = "L") -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(encoded)) as image:
        return np.array(image.convert(mode))


def _eight_bits(plane: Plane) -> NDArray[np.uint8]:
    return np.rint(np.clip(plane, 0, 1) * 255).astype(np.uint8)
