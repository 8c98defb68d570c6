"""Make a gray, toned, faded or hand-tinted print of a color photo, to measure a classifier by."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from engine.color import lab_to_rgb, planes_from_pixels, rgb_to_lab
from engine.opencv import cv2
from engine.picture_kind import Kind

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TONES = {
    "sepia": ((45, 30, 18), (245, 232, 205)),
    "selenium": ((32, 22, 30), (244, 238, 236)),
    "cyanotype": ((10, 30, 66), (236, 242, 244)),
    "warm": ((28, 24, 20), (250, 245, 236)),
}
"""Darkest and lightest color, sRGB."""
_LEAST_DENSITY = 10**-2.5
_WASHES = 5


def print_of(rgb: NDArray[np.uint8], kind: Kind, seed: int) -> NDArray[np.uint8]:
    """Return a print of one kind, (H, W, 3) as ``rgb``; half of them went through a JPEG.

    Args:
        rgb: (H, W, 3), a color photo.
        kind: What to make of it; ordinary color is left as it is.
        seed: Of strength, tone, noise and dyes.
    """
    random = np.random.default_rng(seed)
    makers = {Kind.GRAY: _gray, Kind.TONED: _toned, Kind.FADED: _faded, Kind.TINTED: _tinted}
    made = makers[kind](rgb, random) if kind in makers else rgb
    if random.random() < 0.5:
        made = _jpeg(made, int(random.integers(50, 95)))
    return made


def _gray(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    shade = _shade(rgb)[..., None] * 255
    color_noise = random.random() < 0.5  # a scanner's sensors each have their own
    shape = rgb.shape if color_noise else (*rgb.shape[:2], 1)
    noisy = shade + random.normal(0, random.uniform(0, 8), shape)
    return _bytes(np.broadcast_to(noisy, rgb.shape) / 255)


def _toned(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    dark, light = _TONES[str(random.choice(list(_TONES)))]
    strength = random.uniform(0.5, 1.2)
    shade = _shade(rgb)[..., None]
    color = np.array(dark) * (1 - shade) + np.array(light) * shade
    gray = color.mean(axis=-1, keepdims=True)
    noise = random.normal(0, random.uniform(0, 5), (*rgb.shape[:2], 1))
    return _bytes((gray + (color - gray) * strength + noise) / 255)


def _faded(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Thin the three dyes of a color print, each at its own pace, and stain its paper yellow."""
    linear = np.maximum((rgb / 255.0) ** 2.2, _LEAST_DENSITY)
    kept = random.uniform(0.35, 0.75, 3)
    kept[int(random.integers(3))] *= random.uniform(0.5, 0.9)
    stain = np.array((0.0, 0.02, 0.08)) * random.uniform(0, 1.5)
    density = -np.log10(linear) * kept + stain
    return _bytes(10 ** (-density / 2.2))


def _tinted(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Lay washes of a few flat colors, without detail, over parts of a gray or warm print."""
    base = _toned(rgb, random) if random.random() < 0.4 else _gray(rgb, random)
    lab = rgb_to_lab(planes_from_pixels(base)).numpy()
    truth = np.moveaxis(rgb_to_lab(planes_from_pixels(rgb)).numpy()[1:], 0, 2)
    sigma = min(rgb.shape[:2]) / 40
    smooth = cv2.GaussianBlur(truth, (0, 0), sigma)
    samples = np.ascontiguousarray(smooth.reshape(-1, 2), dtype=np.float32)
    criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    cv2.setRNGSeed(int(random.integers(1 << 30)))
    _, labels, centers = cv2.kmeans(
        samples, _WASHES, np.empty(0, np.int32), criteria, 1, cv2.KMEANS_PP_CENTERS
    )
    dyes = centers * random.uniform(0.4, 1.0)
    order = np.argsort(np.hypot(*centers.T))
    dyes[order[: int(random.integers(1, _WASHES))]] = 0  # what was nearly gray was left alone
    washes = cv2.GaussianBlur(dyes[labels.ravel()].reshape(truth.shape), (0, 0), sigma / 2)
    lab[1:] += np.moveaxis(washes, 2, 0)
    planes = lab_to_rgb(planes_from_pixels(base).new_tensor(lab))
    return _bytes(planes.permute(1, 2, 0).numpy())


def _shade(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY) / 255.0, dtype=np.float64)


def _bytes(values: NDArray[np.floating]) -> NDArray[np.uint8]:
    return np.asarray(np.round(np.clip(values, 0, 1) * 255), dtype=np.uint8)


def _jpeg(rgb: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    content = io.BytesIO()
    Image.fromarray(rgb).save(content, "JPEG", quality=quality)
    return np.array(Image.open(content))
