"""Colorize a photo in two steps: encode once, render whenever a setting changes.

``encode`` runs the network at its own size and fits the chroma to the photo's lightness.
``compose`` brings a window of the photo to the wanted size; ``render`` turns that into pixels
and is all that a slider repeats. ``render_photo`` does both for the whole photo, strip by strip.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, overload

import numpy as np
import torch

from engine.cancel import CancelToken
from engine.checkpoints.header import MAX_SIZE, MIN_SIZE
from engine.coloring.distribution import asked_change
from engine.coloring.guided_filter import LinearField, WideField, fit_linear_field
from engine.coloring.network_pass import Seen, run_network
from engine.device import device_failures
from engine.errors import ModelFeature, UnsupportedByModelError
from engine.files.provenance import Provenance
from engine.memory import memory_errors
from engine.photo.color import planes_from_pixels, rgb_to_lab
from engine.photo.lab_pixels import pixels_from_lab
from engine.photo.photo import Photo, Size, Window, sample
from engine.photo.pixel_lightness import lightness_from_pixels, lightness_plane
from engine.recipe.hint import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.checkpoints.checkpoint import Model
    from engine.coloring.distribution import Distribution, Pins
    from engine.photo.photo import Pixels
    from engine.recipe.hint import AnyHint
    from engine.recipe.stages import Coloring, Grade

    _Plane = NDArray[np.float32]

WARM = (4.0, 14.0)
"""What warmth 1 adds to a and b: about what turning daylight into lamplight does to a gray wall."""
_MAX_ASPECT = 8
"""A strip longer than this is seen smaller, so that the network's memory stays bounded."""
_STRIP_PIXELS = 1 << 17
"""Pixels composed or rendered at a time: the planes of one strip stay in the processor's cache."""
_BAND_PIXELS = 1 << 20
"""Pixels finished at a time when all of a photo is rendered: bounds memory and time to cancel."""
_FILTER_RADIUS = 4
_FILTER_EPSILON = 2.0**2
"""Contrast of 2 L: weaker differences in lightness are texture, not edges between colors."""


@dataclass(frozen=True, eq=False)
class Encoding:
    """A photo after the network has seen it. Immutable, so any thread may hold it."""

    photo: Photo
    lightness: Tensor
    """(1, h, w), L of the photo at the network's size."""
    ab: Tensor
    """(2, h, w), a and b as predicted, at the network's size."""
    chroma: LinearField
    """Predicts ab from L; (2, h, w)."""
    distribution: Distribution | None = None
    """What else the photo may look like, from networks that can tell."""
    provenance: Provenance | None = None
    """What made the colors; None if no model did."""
    seen: Seen | None = None
    """What the network said, from networks with a distribution; spares the next pass its work."""


@dataclass(frozen=True, eq=False)
class Frame:
    """A window of a photo at one size, before the render settings."""

    lightness: Tensor
    """(1, H, W), L in [0, 100], the photo's own."""
    ab: Tensor
    """(2, H, W), a and b at strength 1."""


def encode(
    model: Model,
    photo: Photo,
    *,
    size: int | None = None,
    hints: Sequence[AnyHint] = (),
    earlier: Encoding | None = None,
    token: CancelToken | None = None,
) -> Encoding:
    """Run the network on a photo: the expensive step.

    Args:
        model: From :func:`engine.checkpoints.checkpoint.load`.
        photo: Its color is ignored, its lightness kept.
        size: Short side in pixels at which the network sees the photo, ``MIN_SIZE`` to
            ``MAX_SIZE``; the model's own by default. Photos are never enlarged for it.
        hints: Colors the user placed; later ones lie over earlier ones.
        earlier: Another pass; of the same photo at the same size it spares shrinking the photo,
            and the network what it has said: where only the reach of hints differs, all of it.
        token: Checked between stages.

    Raises:
        ValueError: If ``size`` is out of range.
        UnsupportedByModelError: If there are hints and the network takes none.
        Cancelled: If ``token`` was set.
        DeviceMemoryError: If the device is out of memory.
        DeviceFailureError: If the device is a graphics card that stopped working.
    """
    size = model.input_size if size is None else size
    if not MIN_SIZE <= size <= MAX_SIZE:
        msg = f"size is {MIN_SIZE} to {MAX_SIZE}, got {size}"
        raise ValueError(msg)
    token = token or CancelToken()
    token.check()
    seen = network_size(photo.size, size)
    smaller = min(seen) // 2
    retry_size = smaller if smaller >= MIN_SIZE else None
    out_of_memory = memory_errors(model.device.name, retry_size)
    with torch.inference_mode(), device_failures(model.device), out_of_memory:
        again = _same(photo, seen, earlier)
        lightness = _seen_lightness(photo, seen) if again is None else again.lightness
        result = run_network(model, lightness, hints, None if again is None else again.seen)
        token.check()
        encoding = _fitted(photo, lightness, result.ab, result.distribution)
        provenance = _provenance(model, seen, hints)
        return replace(encoding, provenance=provenance, seen=result.seen)


def _provenance(model: Model, seen: Size, hints: Sequence[AnyHint]) -> Provenance:
    taken_over = sum(isinstance(hint, Hint) and hint.taken_over for hint in hints)
    by_hand = len(hints) - taken_over
    return Provenance(model.name, model.sha256, min(seen), hints=by_hand, taken_over=taken_over)


def _same(photo: Photo, size: Size, earlier: Encoding | None) -> Encoding | None:
    """Return an earlier pass if it was of the same photo at the same size."""
    if earlier is None or earlier.photo is not photo or earlier.lightness.shape[1:] != size:
        return None
    return earlier


def _seen_lightness(photo: Photo, size: Size) -> Tensor:
    return lightness_from_pixels(sample(photo, Window.whole(photo.size), size))


def with_vividness(encoding: Encoding, coloring: Coloring) -> Encoding:
    """Return the photo with livelier or calmer colors, without another network pass.

    Args:
        encoding: From :func:`encode`.
        coloring: How lively; nothing else of it matters here.

    Raises:
        UnsupportedByModelError: If the network predicts one color, not a distribution.
        DeviceMemoryError: If there is not enough memory.
    """
    if encoding.distribution is None:
        raise UnsupportedByModelError(ModelFeature.DISTRIBUTION)
    with torch.inference_mode(), memory_errors("cpu"):
        ab = encoding.distribution.colors(coloring)
        livelier = _fitted(encoding.photo, encoding.lightness, ab, encoding.distribution)
        return replace(livelier, provenance=encoding.provenance, seen=encoding.seen)


def fit_colors(photo: Photo, ab: Tensor, distribution: Distribution | None = None) -> Encoding:
    """Give a photo colors of the network's size: they will follow the edges of its lightness.

    Args:
        photo: The photo.
        ab: (2, h, w), of any size with the photo's proportions.
        distribution: Where the colors come from.
    """
    with torch.inference_mode():
        small = sample(photo, Window.whole(photo.size), (ab.shape[1], ab.shape[2]))
        return _fitted(photo, lightness_from_pixels(small), ab, distribution)


def _fitted(
    photo: Photo, lightness: Tensor, ab: Tensor, distribution: Distribution | None
) -> Encoding:
    field = _fit(lightness, ab)
    if distribution is not None and distribution.pins is not None:
        # fitting has blurred what was set; so little is left to add that once is enough
        ab = ab + distribution.spread(_missing(lightness, field, distribution.pins))
        field = _fit(lightness, ab)
    return Encoding(photo, lightness, ab, field, distribution)


def _fit(lightness: Tensor, ab: Tensor) -> LinearField:
    return fit_linear_field(lightness, ab, radius=_FILTER_RADIUS, epsilon=_FILTER_EPSILON)


def _missing(lightness: Tensor, field: LinearField, pins: Pins) -> Tensor:
    """Return what lacks where colors are set from what is shown there to what was asked, (N, 2)."""
    missing = []
    for color, (rows, columns) in zip(pins.colors, pins.squares, strict=True):
        L = lightness[:, rows, columns]
        shown = field.slope[:, rows, columns] * L + field.offset[:, rows, columns]
        missing.append(asked_change(L, shown, color))
    return torch.stack(missing)


def compose(encoding: Encoding, window: Window, pixels: Pixels) -> Frame:
    """Give a window of the photo its colors, enlarged along the edges of its lightness.

    Args:
        encoding: From :func:`encode`.
        window: A part of the encoded photo.
        pixels: (H, W, 1 or 3), the photo's own pixels there, at any size and depth; see
            :func:`engine.photo.photo.sample` and :func:`engine.photo.photo.view`.
    """
    H, W = pixels.shape[:2]
    lightness, ab = np.empty((1, H, W), np.float32), np.empty((2, H, W), np.float32)
    compose_strip = _strip_composer(encoding, window, pixels)

    def keep(rows: slice) -> None:
        lightness[0, rows], ab[:, rows] = compose_strip(rows)

    _each(_strips(H, W, _STRIP_PIXELS), keep)
    return Frame(torch.from_numpy(lightness), torch.from_numpy(ab))


def _strip_composer(
    encoding: Encoding, window: Window, pixels: Pixels
) -> Callable[[slice], tuple[_Plane, _Plane]]:
    """Return :func:`compose` for some rows: from a slice to lightness (H, W) and ab (2, H, W)."""
    (H, W), whole, coarse = pixels.shape[:2], encoding.photo.size, encoding.ab.shape[1:]
    rows = _positions(window.top, window.height, H, whole[0], coarse[0])
    columns = _positions(window.left, window.width, W, whole[1], coarse[1])
    field = WideField(encoding.chroma, rows, columns)

    def compose_strip(strip: slice) -> tuple[_Plane, _Plane]:
        lightness = lightness_plane(pixels[strip])
        return lightness, field.apply(lightness, rows[strip])

    return compose_strip


def _each(strips: Iterable[slice], work: Callable[[slice], None]) -> None:
    """Do something to all strips, a few at a time: numpy lets other threads run meanwhile."""
    with ThreadPoolExecutor(torch.get_num_threads()) as pool:
        for _ in pool.map(work, strips):
            pass


def render(frame: Frame, settings: Grade) -> NDArray[np.uint8]:
    """Turn a frame into pixels: the cheap step.

    Returns:
        (H, W, 3), sRGB, C-contiguous, owned by the caller.
    """
    out = np.empty((*frame.lightness.shape[-2:], 3), np.uint8)
    render_into(out, frame, settings)
    return out


def render_into(out: Pixels, frame: Frame, settings: Grade) -> None:
    """Turn a frame into pixels that are there already.

    Args:
        out: (H, W, 3), C-contiguous, uint8 or uint16; takes the pixels, sRGB.
        frame: (H, W).
        settings: Applied to every pixel.
    """
    H, W = frame.lightness.shape[-2:]
    lightness, ab = frame.lightness[0].numpy(), frame.ab.numpy()

    def paint(rows: slice) -> None:
        _paint(out[rows], lightness[rows], ab[:, rows], settings)

    _each(_strips(H, W, _STRIP_PIXELS), paint)


def _paint(out: Pixels, lightness: _Plane, ab: _Plane, settings: Grade) -> None:
    cast = np.array(WARM, np.float32).reshape(2, 1, 1) * np.float32(settings.warmth)
    wanted = settings.strengthened(ab)
    wanted += cast
    pixels_from_lab(out, lightness, wanted)


@overload
def render_photo(
    encoding: Encoding,
    settings: Grade,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
    *,
    bits: Literal[8],
) -> NDArray[np.uint8]: ...


@overload
def render_photo(
    encoding: Encoding,
    settings: Grade,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
    *,
    bits: int | None = None,
) -> Pixels: ...


def render_photo(
    encoding: Encoding,
    settings: Grade,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
    *,
    bits: int | None = None,
) -> Pixels:
    """Render the whole photo at its own size, in bands, so that memory stays bounded.

    Args:
        encoding: From :func:`encode`.
        settings: Applied to every pixel.
        token: Checked between bands.
        report: Called with the share done, in [0, 1].
        bits: Per channel, 8 or 16; the photo's own by default.

    Returns:
        (H, W, 3), the photo's size, sRGB, uint8 or uint16. What is transparent is colored as the
        picture that lies there.

    Raises:
        Cancelled: If ``token`` was set.
        DeviceMemoryError: If there is not enough memory.
    """
    token = token or CancelToken()
    photo = encoding.photo
    H, W = photo.size
    with memory_errors("cpu"):
        out = np.empty((H, W, 3), np.uint16 if (bits or photo.bits) == 16 else np.uint8)
        for rows in _strips(H, W, _BAND_PIXELS):
            token.check()
            _render_band(out[rows], encoding, rows, settings)
            if report is not None:
                report(rows.stop / H)
    return out


def _render_band(out: Pixels, encoding: Encoding, rows: slice, settings: Grade) -> None:
    """Render some rows of the photo at its own size, without a frame of all of them."""
    H, W = out.shape[:2]
    band = Window(rows.start, 0, H, W)
    compose_strip = _strip_composer(encoding, band, encoding.photo.pixels[rows])

    def finish(strip: slice) -> None:
        _paint(out[strip], *compose_strip(strip), settings)

    _each(_strips(H, W, _STRIP_PIXELS), finish)


def network_size(photo_size: Size, short_side: int) -> Size:
    """Return the size at which the network sees a photo: same shape, never enlarged."""
    height, width = photo_size
    scale = min(
        1.0,
        short_side / min(height, width),
        (_MAX_ASPECT * short_side**2 / (height * width)) ** 0.5,
    )
    return max(1, round(height * scale)), max(1, round(width * scale))


def lab_from_pixels(rgb: Pixels) -> Tensor:
    """Return the Lab planes, (3, H, W), of (H, W, 3) sRGB pixels, uint8 or uint16."""
    return rgb_to_lab(planes_from_pixels(rgb))


def _positions(start: int, length: int, count: int, whole: int, coarse: int) -> NDArray[np.float64]:
    """Return where ``count`` pixel centers of a window lie among ``coarse`` pixels, (count,)."""
    in_photo = start + (np.arange(count) + 0.5) * (length / count)
    return np.asarray(in_photo * (coarse / whole) - 0.5, np.float64)


def _strips(height: int, width: int, pixels: int) -> Iterator[slice]:
    rows = max(1, pixels // width)
    for top in range(0, height, rows):
        yield slice(top, min(top + rows, height))
