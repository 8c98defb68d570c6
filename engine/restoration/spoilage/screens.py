"""The dots of a printing screen, found and taken out in the frequency domain.

A screen is two waves at right angles that go through the whole picture, so its peaks stand in the
spectrum of every part of it; a fence or a fabric covers a part, and has no such partner. A screen
that is not found is left alone.

References:
    The notch filter is textbook: Gonzalez and Woods, "Digital image processing", chapter 4.10.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.turns import Turning

    Plane = NDArray[np.float32]
    Wave = tuple[float, float]
    """Periods a pixel, downward and to the right."""

_WINDOW = 256
"""Pixels, the side of the parts whose spectra are compared."""
_WINDOWS = 5
"""So many down, and across, at most."""
_COARSEST, _FINEST = 0.1, 0.48
"""Periods a pixel: coarser dots are picture, finer ones are no dots any more."""
_LEAST_PEAK = 2.5
"""Natural logarithm of how far a peak stands out of its ring, in the mean of all windows."""
_ALIKE = 0.05
"""How far the lengths of two waves may differ, as a share, and their angle from a right one."""
_SLANT = 0.14
"""Least sine of the angle to rows and columns: 8°; single screens are at 45°, or at 15° and 75°."""
_WIDTH = 0.02
"""Periods a pixel, the deviation of a notch: the dots grow and shrink with the picture."""
_ORDERS = 2
"""Overtones that are taken out, too."""


@dataclass(frozen=True)
class Screen:
    """A screen of dots."""

    waves: tuple[Wave, ...]
    """Pairs of waves at right angles."""

    @property
    def pitch(self) -> float:
        """Pixels from dot to dot."""
        return float(1 / np.hypot(*self.waves[0]))

    def turned(self, turning: Turning) -> Screen:
        """Return the same screen in the turned picture."""
        return replace(self, waves=tuple(turning.direction(*wave) for wave in self.waves))


def find_screen(luma: Plane) -> Screen | None:
    """Return the screen that a picture was printed with, None if none is found.

    Args:
        luma: (H, W), 0 to 1.
    """
    windows = _windows(luma)
    if not windows:
        return None
    taper = np.outer(*[np.hanning(_WINDOW)] * 2)
    spectra = [np.log(np.abs(np.fft.fft2((part - part.mean()) * taper)) + 1e-3) for part in windows]
    excess = _above_rings(np.mean(spectra, axis=0))
    waves = _peaks(excess)
    for one, other in combinations(waves, 2):
        if _are_at_right_angles(one, other) and _is_slanted(one):
            return Screen((one, other))
    return None


def without_screen(luma: Plane, screen: Screen) -> Plane:
    """Return a picture, or a part of it, without the dots of a screen.

    Args:
        luma: (H, W), 0 to 1; what lies within a few dots of its border is less sure.
        screen: From :func:`find_screen`.
    """
    height, width = luma.shape
    spectrum = np.fft.rfft2(luma)
    y, x = np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None]
    for wave in _overtones(screen):
        for sign in (1, -1):
            squared = (y - sign * wave[0]) ** 2 + (x - sign * wave[1]) ** 2
            spectrum *= 1 - np.exp(-squared / (2 * _WIDTH**2))
    return np.fft.irfft2(spectrum, luma.shape).astype(np.float32)


def _windows(luma: Plane) -> list[Plane]:
    """Return square parts that lie evenly over a picture; none if it is too small."""
    if min(luma.shape) < _WINDOW:
        return []
    starts = [
        np.unique(np.linspace(0, side - _WINDOW, min(_WINDOWS, side // _WINDOW)).astype(int))
        for side in luma.shape
    ]
    return [luma[y : y + _WINDOW, x : x + _WINDOW] for y, x in product(*starts)]


def _above_rings(spectrum: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a logarithmic spectrum less the median of what is equally far from its origin."""
    radius = np.rint(_radii() * _WINDOW).astype(int)
    order = np.argsort(radius, axis=None)
    ends = np.cumsum(np.bincount(radius.ravel()))
    rings = np.split(spectrum.ravel()[order], ends[:-1])
    medians = np.array([np.median(ring) if ring.size else 0.0 for ring in rings])
    return np.asarray(spectrum - medians[radius], np.float64)


def _peaks(excess: NDArray[np.float64]) -> list[Wave]:
    """Return the waves that stand out, the strongest first, each once and not with its mirror."""
    highest = cv2.dilate(excess, np.ones((9, 9)))
    radius, frequencies = _radii(), np.fft.fftfreq(_WINDOW)
    is_peak = (excess == highest) & (excess >= _LEAST_PEAK)
    is_peak &= (radius >= _COARSEST) & (radius <= _FINEST)
    is_peak[:, _WINDOW // 2 :] = False
    places = np.argwhere(is_peak)
    places = places[np.argsort(-excess[is_peak])]
    return [(float(frequencies[y]), float(frequencies[x])) for y, x in places]


def _are_at_right_angles(one: Wave, other: Wave) -> bool:
    first, second = np.hypot(*one), np.hypot(*other)
    cosine = (one[0] * other[0] + one[1] * other[1]) / (first * second)
    return bool(abs(cosine) <= _ALIKE and abs(first - second) <= _ALIKE * first)


def _is_slanted(wave: Wave) -> bool:
    """Whether a wave is neither upright nor level, as edges of pixels and windows are."""
    return bool(min(map(abs, wave)) >= _SLANT * np.hypot(*wave))


def _overtones(screen: Screen) -> list[Wave]:
    """Return sums and differences of multiples of the waves, as far as a pixel can show them."""
    one, other = screen.waves
    orders = range(-_ORDERS, _ORDERS + 1)
    sums = [
        (a * one[0] + b * other[0], a * one[1] + b * other[1])
        for a, b in product(orders, orders)
        if (a, b) > (0, 0)
    ]
    return [wave for wave in sums if max(map(abs, wave)) <= 0.5]


def _radii() -> NDArray[np.float64]:
    """Return how far each place of a window's spectrum is from its origin, in periods a pixel."""
    frequencies = np.fft.fftfreq(_WINDOW)
    return np.asarray(np.hypot(frequencies[:, None], frequencies[None]), np.float64)
