"""Color profiles, honored by LittleCMS at the depth of the pixels, in bands.

A gray profile is one curve: it is sampled once for every value the pixels can have, so nothing
is lost. Gray without a profile is taken for sRGB's curve.

References:
    ICC.1:2022. Relative colorimetric intent without black point compensation: a gray scan must
    not change with the picture's black.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import imagecodecs
import numpy as np

from engine.cancel import check_cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from engine.photo.photo import Pixels

_SPACES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4}
"""Channels of the spaces that photos come in, by their name in a profile's header."""
_NAMES = {1: "gray", 3: "rgb", 4: "cmyk"}
_UNOPTIMIZED = 0x0100
"""LittleCMS would otherwise replace a 16-bit chain by a coarse table."""
_BAND_PIXELS = 1 << 20
_MAX_PROFILE = 1 << 24
"""Bytes: each band has it parsed."""
_MADE = slice(24, 36)
"""When a profile was made: left out, so that the same photo gives the same file."""


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """Return sRGB IEC 61966-2-1, as embedded in what is written."""
    profile = bytearray(imagecodecs.cms_profile("srgb"))
    profile[_MADE] = bytes((0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    return bytes(profile)


def channels_of(profile: bytes) -> int:
    """Return how many channels a profile's pixels have, by its header; 0 if it is unusable."""
    if not 132 <= len(profile) <= _MAX_PROFILE or profile[36:40] != b"acsp":
        return 0
    return _SPACES.get(profile[16:20], 0)


def to_srgb(pixels: Pixels, profile: bytes) -> Pixels:
    """Bring pixels from the space of their profile to sRGB; CMYK becomes RGB.

    Args:
        pixels: (H, W, 1), (H, W, 3) or (H, W, 4), uint8 or uint16.
        profile: Of that space, or empty for sRGB.

    Raises:
        ValueError: If the profile is damaged or of another space.
    """
    channels = pixels.shape[2]
    if not profile or profile == srgb_profile():
        return naive_rgb(pixels) if channels == 4 else pixels
    if channels_of(profile) != channels:
        msg = "the color profile is damaged, or of another color space"
        raise ValueError(msg)
    if channels == 1:
        return _through_curve(pixels, _gray_curve(profile, pixels.dtype.itemsize * 8))
    return _converted(pixels, profile, srgb_profile())


def from_srgb(pixels: Pixels, profile: bytes) -> Pixels:
    """Bring (H, W, 3) sRGB pixels to the space of an RGB profile, depth kept.

    Raises:
        ValueError: If the profile cannot be used for that.
    """
    if channels_of(profile) != 3:
        msg = "the color profile is not of an RGB space"
        raise ValueError(msg)
    return _converted(pixels, srgb_profile(), profile)


def naive_rgb(cmyk: Pixels) -> Pixels:
    """Return (H, W, 3) of (H, W, 4) inks without a profile: each ink takes its share of light."""
    whole = np.uint32(np.iinfo(cmyk.dtype).max)
    rgb = np.empty((*cmyk.shape[:2], 3), cmyk.dtype)
    for rows in bands(cmyk):
        paper = whole - cmyk[rows].astype(np.uint32)
        rgb[rows] = (paper[..., :3] * paper[..., 3:] + whole // 2) // whole
    return rgb


def bands(pixels: NDArray[Any]) -> Iterator[tuple[slice, slice]]:
    """Yield an image in pieces of at most a megapixel, rows and columns; a cancel ends it.

    A piece is as wide as the image, unless that is wider than a megapixel.
    """
    height, width = pixels.shape[:2]
    step = max(1, _BAND_PIXELS // width)
    for top in range(0, height, step):
        for left in range(0, width, _BAND_PIXELS):
            check_cancelled()
            yield slice(top, min(top + step, height)), slice(left, min(left + _BAND_PIXELS, width))


@lru_cache(maxsize=4)
def _gray_curve(profile: bytes, bits: int) -> Pixels:
    """Return sRGB's value for each value of a gray profile, of as many bits."""
    kind = np.uint16 if bits == 16 else np.uint8
    ramp = np.linspace(0, 65535, 1 << bits).round().astype(np.uint16)[None, :, None]
    rgb = _transformed(ramp, profile, srgb_profile())  # (1, N, 3)
    gray = rgb[0].mean(axis=1) * (np.iinfo(kind).max / 65535)
    return np.asarray(gray.round(), dtype=kind)


def _through_curve(pixels: Pixels, curve: Pixels) -> Pixels:
    out = np.empty_like(pixels)
    for rows in bands(pixels):
        np.take(curve, pixels[rows], out=out[rows])
    return out


def _converted(pixels: Pixels, source: bytes, target: bytes) -> Pixels:
    out = np.empty((*pixels.shape[:2], 3), pixels.dtype)
    for rows in bands(pixels):
        out[rows] = _transformed(np.ascontiguousarray(pixels[rows]), source, target)
    return out


def _transformed(pixels: Pixels, source: bytes, target: bytes) -> NDArray[np.uint8 | np.uint16]:
    try:
        done: NDArray[np.uint8 | np.uint16] = imagecodecs.cms_transform(
            pixels if pixels.shape[2] > 1 else pixels[..., 0],
            source,
            target,
            colorspace=_NAMES[pixels.shape[2]],
            outcolorspace="rgb",
            outdtype=pixels.dtype,
            intent=1,
            flags=_UNOPTIMIZED if pixels.dtype == np.uint16 else 0,
        )
    except imagecodecs.CmsError as error:
        msg = f"the color profile cannot be used: {error}"
        raise ValueError(msg) from error
    return done
