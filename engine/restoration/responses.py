"""How each pixel stands out from its surroundings, in units of the local noise: what is judged.

Dust, hairs and scratches are narrow and unlike what is around them: a median over a wider square
does not see them. The difference to it, divided by how strongly the picture varies there, is large
on a speck in the sky and small among leaves. Other planes say whether a pixel lies on a line, how
restless its surroundings are, and whether much else there stands out: lace, rain and stars do not
come alone.

References:
    Serra, "Image Analysis and Mathematical Morphology", 1982 (top-hats). That dividing by the local
    noise raises the F1 of such detectors by a third to two thirds was measured for this module
    (docs/restoration.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.restoration.noise import LEAST_NOISE, NoiseCurve, blurred, local_scale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from engine.restoration.noise import Plane

CANDIDATE = 1.2
"""Least difference to the median, in units of the local noise, of a pixel that is judged at all."""
_WIDTHS = (9, 21)
"""Pixels, sides of medians: damage up to half as wide stands out."""
_WIDE = 25
"""Of a median of the picture at half size."""
_FINE, _COARSE = 1.0, 2.0
"""Pixels, deviations of smoothing: grain is finer than damage that can be seen."""
_NOISE_LEFT = 0.4
"""What the finer one leaves of the grain's deviation."""
_TOPHAT = 13
_AREA = 65
"""Pixels, the side of the square that the local noise is measured in."""
_CROWD, _NEIGHBORS = 97, 33
"""Pixels, sides of squares in which what stands out is counted."""
_STANDS_OUT = 4.0
_LINE = 25
"""Pixels, the length of the line filters."""
_DIRECTIONS = 8
_LINE_CLIP = 6.0
"""So that a speck does not look like a line."""
REACH = 112
"""Pixels around a pixel that the planes depend on; even, so that half sizes of tiles agree."""

SIGNED = (
    *("z9", "z21", "z49", "z21_coarse", "z21_mean", "z21_floor"),
    *("line", "lineness", "outlier", "laplacian"),
)
"""Planes that change their sign when a picture is made a negative."""
UNSIGNED = ("noise", "tail", "contrast", "crowd", "neighbors", "gradient")
"""Planes that do not."""
POLAR = ("tophat", "tophat_rest", "extreme", "peak_nearby", "mean_nearby", "bright")
"""Planes that are different for bright and for dark damage."""
MEASURES = (*SIGNED, *UNSIGNED, *POLAR)
"""What is measured at each pixel, by name."""


@dataclass(frozen=True, eq=False)
class Judged:
    """Pixels of one polarity that stand out enough to be judged, and what was measured there."""

    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    measures: NDArray[np.float32]
    """(pixels, len(MEASURES))"""


def measure(plane: Plane, curve: NoiseCurve) -> tuple[Judged, Judged]:
    """Return what stands out brighter, and what stands out darker.

    Args:
        plane: (H, W), gamma-encoded gray, 0 to 1.
        curve: The noise of the whole photo.
    """
    smooth = blurred(plane, _FINE)
    floor = np.maximum(curve.at(smooth) * np.float32(_NOISE_LEFT), LEAST_NOISE)
    difference = smooth - _median(plane, _WIDTHS[1])
    scale = np.maximum(local_scale(difference, _AREA), floor)
    signed = _signed(plane, smooth, difference, scale, floor)
    unsigned = _unsigned(plane, smooth, difference, scale, floor)
    hats = (
        smooth - cv2.morphologyEx(smooth, cv2.MORPH_OPEN, _square(_TOPHAT)),
        cv2.morphologyEx(smooth, cv2.MORPH_CLOSE, _square(_TOPHAT)) - smooth,
    )
    bright, dark = (
        _judged(signed, unsigned, np.asarray(hat / scale, np.float32), smooth, sign)
        for sign, hat in zip((1, -1), hats, strict=True)
    )
    return bright, dark


def _signed(
    plane: Plane, smooth: Plane, difference: Plane, scale: Plane, floor: Plane
) -> Mapping[str, Plane]:
    coarse = blurred(plane, _COARSE)
    z = difference / scale
    lines = _lines(np.clip(z, -_LINE_CLIP, _LINE_CLIP))
    mean, spread = _moments(plane)
    planes = (
        np.arcsinh((smooth - _median(plane, _WIDTHS[0])) / scale),
        np.arcsinh(z),
        np.arcsinh((coarse - _wide_median(plane)) / scale),
        np.arcsinh((coarse - smooth + difference) / scale),
        np.arcsinh(difference / np.maximum(_mean_magnitude(difference), floor)),
        np.arcsinh(difference / floor),
        *lines,
        np.clip((smooth - mean) / spread, -4, 4),
        np.arcsinh(-2 * cv2.Laplacian(smooth, cv2.CV_32F) / floor),
    )
    return dict(zip(SIGNED, planes, strict=True))


def _unsigned(
    plane: Plane, smooth: Plane, difference: Plane, scale: Plane, floor: Plane
) -> Mapping[str, Plane]:
    stands_out = (np.abs(difference) > _STANDS_OUT * scale).astype(np.float32)
    mean = np.maximum(_mean_magnitude(difference), floor)
    steep = np.hypot(cv2.Sobel(smooth, cv2.CV_32F, 1, 0), cv2.Sobel(smooth, cv2.CV_32F, 0, 1))
    planes = (
        np.log(scale / floor),
        np.log(mean / scale),
        np.log(_moments(plane)[1]),
        np.log(_around(stands_out, _CROWD) + 0.003),
        np.log(_around(stands_out, _NEIGHBORS) + 0.003),
        np.arcsinh(steep / 8 / floor),
    )
    return dict(zip(UNSIGNED, planes, strict=True))


def _judged(
    signed: Mapping[str, Plane],
    unsigned: Mapping[str, Plane],
    hat: Plane,
    smooth: Plane,
    sign: int,
) -> Judged:
    """Return what stands out in one direction; ``hat`` is its top-hat in units of the noise."""
    z = signed["z21"] * np.float32(sign)
    rows, columns = np.nonzero(z > np.float32(np.arcsinh(CANDIDATE)))
    here = rows, columns
    level = smooth[here] if sign > 0 else 1 - smooth[here]
    columns_of = [
        *(sign * signed[name][here] for name in SIGNED),
        *(unsigned[name][here] for name in UNSIGNED),
        np.arcsinh(hat[here]),
        np.arcsinh(hat[here] - np.sinh(z[here])),
        level,
        cv2.dilate(z, _square(5))[here],
        _around(np.maximum(z, 0), 9)[here],
        np.full(len(rows), sign > 0),
    ]
    return Judged(rows, columns, np.stack(columns_of, axis=1).astype(np.float32, copy=False))


def _median(plane: Plane, side: int) -> Plane:
    """Return the median around each pixel, to one part in 255: finer does not matter here."""
    eight = np.rint(np.clip(plane, 0, 1) * 255).astype(np.uint8)
    return cv2.medianBlur(eight, side).astype(np.float32) / np.float32(255)


def _wide_median(plane: Plane) -> Plane:
    height, width = plane.shape
    half = max(1, width // 2), max(1, height // 2)
    small = cv2.resize(plane, half, interpolation=cv2.INTER_AREA)
    median = _median(small.astype(np.float32, copy=False), _WIDE)
    large = cv2.resize(median, (width, height), interpolation=cv2.INTER_LINEAR)
    return large.astype(np.float32, copy=False)


def _mean_magnitude(difference: Plane) -> Plane:
    return _around(np.abs(difference), _AREA) * np.float32(np.sqrt(np.pi / 2))


def _moments(plane: Plane) -> tuple[Plane, Plane]:
    """Return mean and deviation of the square around each pixel."""
    mean = _around(plane, _AREA)
    variance = _around(plane**2, _AREA) - mean**2
    return mean, np.sqrt(np.maximum(variance, np.float32(1e-5)))


def _around(plane: Plane, side: int) -> Plane:
    mean = cv2.blur(plane, (side, side), borderType=cv2.BORDER_REFLECT_101)
    return mean.astype(np.float32, copy=False)


def _square(side: int) -> NDArray[np.uint8]:
    return np.ones((side, side), np.uint8)


def _lines(response: Plane) -> tuple[Plane, Plane]:
    """Return the strongest mean along a straight line through each pixel, and its lead.

    The lead is over the mean of all directions: nothing in a blob, much in a line.
    """
    strongest, total = np.zeros_like(response), np.zeros_like(response)
    for kernel in _line_kernels():
        line = cv2.filter2D(response, cv2.CV_32F, kernel, borderType=cv2.BORDER_REFLECT_101)
        total += line
        np.copyto(strongest, line, where=np.abs(line) > np.abs(strongest))
    return strongest, strongest - total / np.float32(_DIRECTIONS)


@cache
def _line_kernels() -> tuple[Plane, ...]:
    kernels = []
    for k in range(_DIRECTIONS):
        kernel = np.zeros((_LINE, _LINE), np.float32)
        angle, middle = np.pi * k / _DIRECTIONS, _LINE // 2
        reach = np.array((np.cos(angle), np.sin(angle))) * middle
        start, end = (np.rint(middle + side * reach).astype(int) for side in (-1, 1))
        cv2.line(kernel, start.tolist(), end.tolist(), 1.0)
        kernels.append(kernel / kernel.sum())
    return tuple(kernels)
