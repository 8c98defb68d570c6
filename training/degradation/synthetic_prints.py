"""Make prints and slides of a color photo, plain, worn or faded, to measure a classifier by.

Colorless are gray and toned prints, whatever happened to them since (``print_wear.WEARS``). Faded
slides, autochromes, colors in fog, at night or on an album page, and hand-tinted prints, have
colors of their own.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from engine.opencv import cv2
from engine.photo.color import lab_to_rgb, planes_from_pixels, rgb_to_lab
from engine.photo.picture_kind import Kind
from training.degradation.print_wear import WEARS, clouds, mount, yellow

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Make = Callable[[NDArray[np.uint8], np.random.Generator], NDArray[np.uint8]]

_TONES = {
    "sepia": ((45, 30, 18), (245, 232, 205)),
    "selenium": ((32, 22, 30), (244, 238, 236)),
    "cyanotype": ((10, 30, 66), (236, 242, 244)),
    "warm": ((28, 24, 20), (250, 245, 236)),
    "paper": ((30, 28, 26), (232, 214, 176)),
}
"""Darkest and lightest color, sRGB."""
_SPLIT_SHARES = (0.25, 0.25, 0.05, 0.25, 0.2)
"""How often shadows, or highlights, of a split-toned print have each; blue is rare."""
_BASE_SHARES = (0.45, 0.4, 0.15)
"""How many of the worn prints are gray, toned and split-toned."""
_LEAST_DENSITY = 10**-2.5
_WASHES = 5
_MOST_WEARS = 3


def print_of(rgb: NDArray[np.uint8], kind: Kind, seed: int) -> NDArray[np.uint8]:
    """Return a plain print of one kind, (H, W, 3) as ``rgb``; half of them went through a JPEG.

    Args:
        rgb: (H, W, 3), a color photo.
        kind: What to make of it; ordinary color is left as it is.
        seed: Of strength, tone, noise and dyes.
    """
    makers = {Kind.GRAY: _gray, Kind.TONED: _toned, Kind.FADED: _faded, Kind.TINTED: _tinted}
    return _copied(makers.get(kind, _as_it_is), rgb, seed)


def case_of(rgb: NDArray[np.uint8], case: str, seed: int) -> NDArray[np.uint8]:
    """Return a print or slide, (H, W, 3), of a case of ``COLORLESS_CASES`` or ``COLOR_CASES``."""
    return _copied((COLORLESS_CASES | COLOR_CASES)[case], rgb, seed)


def _copied(make: Make, rgb: NDArray[np.uint8], seed: int) -> NDArray[np.uint8]:
    random = np.random.default_rng(seed)
    made = make(rgb, random)
    if random.random() < 0.5:
        made = _jpeg(made, int(random.integers(50, 95)))
    return made


def _as_it_is(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    del random
    return rgb


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


def _split_toned(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Give shadows, middle and highlights each a tone, as toning baths and warm papers do."""
    shade = _shade(rgb)
    tones = [_TONES[str(name)] for name in random.choice(list(_TONES), 2, p=_SPLIT_SHARES)]
    dark, light = np.array(tones[0][0]), np.array(tones[1][1])
    pivot = random.uniform(0.3, 0.7)
    middle = pivot * 255 + random.uniform(-10, 10, 3)
    channels = [
        np.interp(shade, (0, pivot, 1), stops)
        for stops in np.stack((dark, middle, light), axis=1).clip(0, 255)
    ]
    return _bytes(np.stack(channels, axis=-1) / 255)


def _coarse_chroma(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Return a print on warm paper that a phone or an old program squeezed into a small JPEG."""
    noise = random.normal(0, random.uniform(2, 8), rgb.shape)
    return _jpeg(_bytes((_toned(rgb, random) + noise) / 255), int(random.integers(25, 60)))


def _worn(*names: str) -> Make:
    """Return what makes a gray or toned print and wears it; without names, in several ways."""

    def make(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
        maker = (_gray, _toned, _split_toned)[int(random.choice(3, p=_BASE_SHARES))]
        count = int(random.integers(2, _MOST_WEARS + 1))
        chosen = names or tuple(map(str, random.choice(list(WEARS), count, replace=False)))
        made = (maker(rgb, random) / 255).astype(np.float32)
        for name in chosen:
            made = WEARS[name](made, random)
        return _bytes(made)

    return make


def _faded(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Thin the three dyes of a color print, each at its own pace, and stain its paper yellow."""
    kept = random.uniform(0.35, 0.75, 3)
    kept[int(random.integers(3))] *= random.uniform(0.5, 0.9)
    stain = np.array((0.0, 0.02, 0.08)) * random.uniform(0, 1.5)
    return _bytes(10 ** (-(_densities(rgb) * kept + stain) / 2.2))


def _slide(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Leave a slide the dye that lasts best: magenta mostly, sometimes cyan (blue) or yellow."""
    lasting = int(random.choice(3, p=(0.2, 0.65, 0.15)))
    kept = random.uniform(0.25, 0.55, 3)
    kept[lasting] = random.uniform(0.7, 1)
    return _bytes(10 ** (-_densities(rgb) * kept / 2.2))


def _in_fog(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Lay haze, thicker in places, over the scene; snow when it is bright."""
    haze = np.float32(random.uniform(0.55, 0.95)) + random.uniform(-0.03, 0.03, 3)
    thick = random.uniform(0.2, 0.5) + 0.25 * clouds(rgb.shape[:2], random)[..., None]
    return _bytes(rgb / 255 * (1 - thick) + haze * thick)


def _at_night(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    light = (rgb / 255) ** random.uniform(1.5, 2.5) * random.uniform(0.4, 0.8)
    return _bytes(light + random.normal(0, random.uniform(0, 0.02), rgb.shape))


def _pale(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    gray = _shade(rgb)[..., None]
    return _bytes(gray + (rgb / 255 - gray) * random.uniform(0.35, 0.7))


def _autochrome(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Show the scene through grains of colored starch on a warm, dense plate."""
    pale = _pale(rgb, random) / 255
    grains = random.normal(0, random.uniform(0.03, 0.1), rgb.shape)
    warm = np.array((1.0, 0.93, 0.8)) ** random.uniform(0, 1.5)
    return _bytes((pale * warm + grains) * random.uniform(0.6, 0.95))


def _color_worn(rgb: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    wear = mount if random.random() < 0.5 else yellow
    return _bytes(wear((rgb / 255).astype(np.float32), random))


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


COLORLESS_CASES: dict[str, Make] = {
    "gray": _gray,
    "toned": _toned,
    "split-toned": _split_toned,
    "warm paper, coarse JPEG": _coarse_chroma,
    **{name: _worn(name) for name in WEARS},
    "sepia with a stamp": _worn("uneven yellowing", "stamp"),
    "several at once": _worn(),
}
"""Prints that are there to be colored."""
COLOR_CASES: dict[str, Make] = {
    "color": _as_it_is,
    "faded print": _faded,
    "faded slide": _slide,
    "pale": _pale,
    "fog or snow": _in_fog,
    "night": _at_night,
    "autochrome": _autochrome,
    "on an album page or yellowed": _color_worn,
    "hand-tinted": _tinted,
}
"""Pictures with colors of their own."""


def _densities(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return how dense each dye is, (H, W, 3): cyan takes red, magenta green, yellow blue."""
    return np.asarray(-np.log10(np.maximum((rgb / 255.0) ** 2.2, _LEAST_DENSITY)))


def _shade(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    return np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY) / 255.0, dtype=np.float64)


def _bytes(values: NDArray[np.floating]) -> NDArray[np.uint8]:
    return np.asarray(np.round(np.clip(values, 0, 1) * 255), dtype=np.uint8)


def _jpeg(rgb: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    content = io.BytesIO()
    Image.fromarray(rgb).save(content, "JPEG", quality=quality)
    return np.array(Image.open(content))
