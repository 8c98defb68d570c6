"""What the years, the album and the scanner do to a print: how it comes to colors it never showed.

Every function takes and returns (H, W, 3) sRGB in [0, 1], float32, and is a function of its
random generator. All of it can happen to a black-and-white print and leaves it one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Pixels = NDArray[np.float32]
    Wear = Callable[[Pixels, np.random.Generator], Pixels]

_YELLOWING = (0.03, 0.12, 0.38)
_STAIN_COLORS = ((0.05, 0.2, 0.5), (0.15, 0.35, 0.6), (0.1, 0.3, 0.25), (0.25, 0.2, 0.15))
"""What share of red, green and blue light yellowed paper and stains take: tea, rust, wine, ink."""
_STAIN_SHARES = (0.5, 0.35, 0.1, 0.05)
_SPILL_SHARES = ((0.0, 0.1), (0.05, 0.3), (0.5, 0.95))
"""The least and the most of red, green and blue light that a spill takes."""
_FOXING = (0.12, 0.35, 0.6)
_TABLES = ((0.55, 0.1, 0.08), (0.5, 0.3, 0.15), (0.1, 0.25, 0.5), (0.15, 0.4, 0.2), (0.9, 0.5, 0.1))
_PAGES = ((0.2, 0.14, 0.1), (0.45, 0.4, 0.3), (0.25, 0.35, 0.25), (0.2, 0.25, 0.4), (0.5, 0.1, 0.1))
_INKS = ((0.9, 0.4, 0.05), (0.1, 0.15, 0.6), (0.7, 0.1, 0.1), (0.4, 0.1, 0.5), (0.05, 0.4, 0.2))


def yellow(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Yellow the paper unevenly: in clouds, or more toward the edges as light and air come in."""
    shape = _shape(rgb)
    where = clouds(shape, random) if random.random() < 0.5 else _nearness_to_edges(shape, random)
    return _absorbed(rgb, where * random.uniform(0.3, 1), _YELLOWING)


def stain(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Spill one or two liquids over parts of the print."""
    for _ in range(int(random.choice((1, 1, 2)))):
        cloud = clouds(_shape(rgb), random)
        level, soft = np.quantile(cloud, random.uniform(0.75, 0.97)), random.uniform(0.01, 0.15)
        where = np.clip((cloud - level) / soft + 0.5, 0, 1)
        color = _STAIN_COLORS[int(random.choice(len(_STAIN_COLORS), p=_STAIN_SHARES))]
        rgb = _absorbed(rgb, where * random.uniform(0.2, 0.7), color)
    return rgb


def spill(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Let a drop of something yellow or brown dry with a hard edge, away from the border."""
    rows, columns = _coordinates(_shape(rgb))
    y, x = random.uniform(0.25, 0.75, 2)
    distance = np.hypot(rows - y, (columns - x) * random.uniform(0.5, 2))
    wavy = distance + clouds(_shape(rgb), random) * random.uniform(0, 0.25)
    where = (wavy < np.quantile(wavy, random.uniform(0.02, 0.08))).astype(np.float32)
    color = tuple(random.uniform(low, high) for low, high in _SPILL_SHARES)
    return _absorbed(rgb, where * random.uniform(0.6, 1), color)


def ink_bar(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Draw a solid bar of ink across, as a censor or a child does."""
    rows, columns = _coordinates(_shape(rgb))
    along, across = (rows, columns) if random.random() < 0.7 else (columns, rows)
    middle = random.uniform(0.3, 0.7) + random.uniform(-0.15, 0.15) * (across - 0.5)
    where = (np.abs(along - middle) < random.uniform(0.015, 0.06)).astype(np.float32)
    return _inked(rgb, where * random.uniform(0.8, 1), random)


def tide_line(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Let water dry: brown along its edge, pale inside."""
    cloud = clouds(_shape(rgb), random)
    level, width = np.quantile(cloud, random.uniform(0.5, 0.9)), random.uniform(0.005, 0.04)
    line = np.exp(-(((cloud - level) / width) ** 2))
    inside = (cloud > level) * random.uniform(0, 0.4)
    return _absorbed(rgb, np.maximum(line * random.uniform(0.4, 1), inside), _STAIN_COLORS[0])


def fox(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Sow the rusty spots of mold."""
    H, W = _shape(rgb)
    where = np.zeros((H, W), np.float32)
    for _ in range(int(random.integers(15, 120))):
        center = (int(random.integers(W)), int(random.integers(H)))
        radius = max(1, round(min(H, W) * random.uniform(0.003, 0.02)))
        cv2.circle(where, center, radius, float(random.uniform(0.3, 1)), -1, cv2.LINE_AA)
    soft = np.asarray(cv2.GaussianBlur(where, (0, 0), 0.005 * min(H, W)), dtype=np.float32)
    return _absorbed(rgb, soft, _FOXING)


def lay_on_table(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Leave a strip of the table on one to three sides of a print that was photographed on it."""
    H, W = _shape(rgb)
    table = _textured(_TABLES, (H, W), random)
    sides = random.permutation(4)[: int(random.integers(1, 4))]
    slant = np.float32(random.uniform(-0.03, 0.03))
    rows, columns = _coordinates((H, W))
    distances = (rows, 1 - rows, columns, 1 - columns)
    for side in sides:
        along = columns if side < 2 else rows
        is_table = distances[side] + slant * (along - 0.5) < random.uniform(0.02, 0.12)
        rgb = np.where(is_table[..., None], table, rgb)
    return rgb


def mount(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Paste the print on the colored page of an album, mostly with its white margin."""
    H, W = _shape(rgb)
    page = _textured(_PAGES, (H, W), random)
    width = round(min(H, W) * random.uniform(0.05, 0.18))
    margin = round(min(H, W) * random.uniform(0, 0.04))
    page[width : H - width, width : W - width] = random.uniform(0.8, 1)
    inset = width + margin
    size = (W - 2 * inset, H - 2 * inset)
    page[inset : H - inset, inset : W - inset] = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA)
    return page


def stamp(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Press a ring of colored ink on a corner, or leave something orange lie there."""
    H, W = _shape(rgb)
    where = np.zeros((H, W), np.float32)
    radius = round(min(H, W) * random.uniform(0.04, 0.12))
    corner = (int(random.choice((radius, W - radius))), int(random.choice((radius, H - radius))))
    thick = -1 if random.random() < 0.4 else max(1, radius // 5)
    cv2.circle(where, corner, radius, 1.0, thick, cv2.LINE_AA)
    return _inked(rgb, where * random.uniform(0.5, 1), random)


def caption(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Write a line in colored ink, or what a camera prints as its date."""
    H, W = _shape(rgb)
    where = np.zeros((H, W), np.uint8)
    scale = W / 192 * random.uniform(0.4, 0.8)
    at = (round(W * random.uniform(0.02, 0.3)), round(H * random.choice((0.12, 0.93))))
    text = str(random.choice(("Summer 1931", "'78 7 14", "Grandmother", "No. 4117, Oslo")))
    thick = max(1, round(scale * 2))
    cv2.putText(where, text, at, cv2.FONT_HERSHEY_SIMPLEX, scale, 255, thick, cv2.LINE_AA)
    return _inked(rgb, (where / 255).astype(np.float32), random)


def drift(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Let the light's color change slowly over the print, as of a window and a lamp."""
    rows, columns = _coordinates(_shape(rgb))
    angle = random.uniform(0, 2 * np.pi)
    ramp = np.cos(angle) * (columns - 0.5) + np.sin(angle) * (rows - 0.5)
    gains = random.uniform(-0.15, 0.15, 3).astype(np.float32)
    return _clipped(rgb * (1 + ramp[..., None] * gains))


def misregister(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Shift the scanner's colors against each other by up to 0.3 % of the short side."""
    most = 0.003 * min(_shape(rgb))
    channels = []
    for channel in range(3):
        x, y = random.uniform(-most, most, 2)
        shift = np.array(((1, 0, x), (0, 1, y)), np.float32)
        size = (rgb.shape[1], rgb.shape[0])
        plane = np.ascontiguousarray(rgb[..., channel])
        channels.append(cv2.warpAffine(plane, shift, size, borderMode=cv2.BORDER_REPLICATE))
    return np.stack(channels, axis=-1)


def vignette(rgb: Pixels, random: np.random.Generator) -> Pixels:
    """Darken the corners to brown, or put an oval mat of cream paper before them."""
    rows, columns = _coordinates(_shape(rgb))
    distance = np.hypot(2 * rows - 1, 2 * columns - 1)[..., None]
    outside = np.clip((distance - random.uniform(0.75, 1)) / random.uniform(0.05, 0.4), 0, 1)
    browns = np.array(((0.2, 0.13, 0.08), (0.93, 0.87, 0.74)), np.float32)
    made = rgb * (1 - outside) + browns[int(random.integers(2))] * outside
    return np.asarray(made, dtype=np.float32)


WEARS: dict[str, Wear] = {
    "uneven yellowing": yellow,
    "stains": stain,
    "hard-edged stain": spill,
    "bar of ink": ink_bar,
    "tide line": tide_line,
    "foxing": fox,
    "table at the edge": lay_on_table,
    "album page": mount,
    "stamp": stamp,
    "caption": caption,
    "drifting light": drift,
    "misregistered channels": misregister,
    "vignette": vignette,
}
"""Everything above by its name in the tables."""


def clouds(shape: tuple[int, int], random: np.random.Generator) -> Pixels:
    """Return smooth noise in [0, 1] of such a height and width."""
    side = int(random.integers(3, 7))
    coarse = random.random((side, side)).astype(np.float32)
    smooth = cv2.resize(coarse, shape[::-1], interpolation=cv2.INTER_CUBIC)
    low, high = smooth.min(), smooth.max()
    return np.asarray((smooth - low) / max(high - low, 1e-6), dtype=np.float32)


def _nearness_to_edges(shape: tuple[int, int], random: np.random.Generator) -> Pixels:
    rows, columns = _coordinates(shape)
    distance = np.minimum(np.minimum(rows, 1 - rows), np.minimum(columns, 1 - columns))
    wavy = distance * (0.5 + clouds(shape, random))
    return np.asarray(np.exp(-wavy / random.uniform(0.03, 0.2)), dtype=np.float32)


def _textured(
    colors: tuple[tuple[float, ...], ...], shape: tuple[int, int], random: np.random.Generator
) -> Pixels:
    """Return one of the colors with a grain of light and dark."""
    color = np.array(colors[int(random.integers(len(colors)))], np.float32)
    grain = cv2.GaussianBlur(random.normal(0, 1, shape).astype(np.float32), (0, 0), 1.5)
    return _clipped(color * (1 + random.uniform(0.1, 0.6) * grain[..., None]))


def _inked(rgb: Pixels, where: Pixels, random: np.random.Generator) -> Pixels:
    ink = np.array(_INKS[int(random.integers(len(_INKS)))], np.float32)
    return rgb * (1 - where[..., None]) + ink * where[..., None]


def _absorbed(rgb: Pixels, where: Pixels, shares: tuple[float, ...]) -> Pixels:
    return rgb * (1 - where[..., None] * np.array(shares, np.float32))


def _coordinates(shape: tuple[int, int]) -> tuple[Pixels, Pixels]:
    """Return each pixel's row and column, both from 0 to 1."""
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    return rows / max(shape[0] - 1, 1), columns / max(shape[1] - 1, 1)


def _shape(rgb: Pixels) -> tuple[int, int]:
    return rgb.shape[0], rgb.shape[1]


def _clipped(rgb: Pixels) -> Pixels:
    return np.clip(rgb, 0, 1)
