"""Take noise, the marks of JPEG and printing screens out of a photo, and no more than is there.

How much there is of each is measured first and told to the network; a person may tell it something
else. A photo that has nothing of them is left alone. Of the grain that is found a part comes back,
the finest first: film without grain looks like wax. Nothing is drawn, least of all in faces, where
less is done.

References:
    Zhang et al., DRUNet, 2021: the noise level as a plane of the input. Jiang et al., "Towards
    flexible blind JPEG artifacts removal" (FBCNN), 2021: the quality of the JPEG likewise.
    ITU-T T.871: luma and differences of color.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.cancel import check_cancelled
from engine.files.orientation import turn_to
from engine.opencv import cv2
from engine.photo.turns import AS_READ, Turning
from engine.restoration.faces import find_faces
from engine.restoration.pixel_network import apply
from engine.restoration.spoilage.compression import jpeg_quality
from engine.restoration.spoilage.denoise_planes import colors_of, denoise_planes
from engine.restoration.spoilage.noise import blurred, noise_level, plane_of
from engine.restoration.spoilage.screens import Screen, find_screen, without_screen
from engine.restoration.tiles import Tile, TileRun, tiles

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Photo, Pixels
    from engine.recipe.stages import Denoise
    from engine.restoration.faces import Face

    Picture = NDArray[np.float32]
    """(h, w, channels), 0 to 1."""

TASK = "denoise"
"""Of the network."""
NOISY = 3.0
"""Levels of 255, deviation: less noise is let be."""
COARSE = 80
"""Quality of JPEG: what a better one does to a photo is let be."""
IN_FACES = 0.6
"""Greatest amount inside likely faces."""
_MOST_NOISE = 60.0
_MOST_GRAIN = 2.5
"""Deviations of the noise: what is taken away beyond that comes not back as grain."""
_BANDS = (1.0, 2.0)
"""Pixels, deviations of the blurs that part fine grain from coarser and from blotches."""
_SOFT_RIM = 0.3
"""Of a face's half side: so far beyond it the amount rises again."""
SIDE = 1024
"""Pixels of a tile: of larger ones too much leaves the processor's caches."""
_SEEN = 2048
"""Pixels, the side of the middle of a photo in which a screen is looked for."""
_GRAIN_REACH = 16
"""Pixels around a tile from which the bands of its grain are made."""
_SCREEN_REACH = 32
"""Pixels around a tile that its spectrum needs, a multiple of what networks ask for."""
_COLORLESS = 1e-4
"""Differences of color that are none but for rounding."""
_VISIBLE = 1.5 / 255
"""Pixels that changed by more count as smoothed: in eight bits, by two levels."""

_COLORS_OF_RGB = np.array(
    ((0.299, 0.587, 0.114), (-0.168736, -0.331264, 0.5), (0.5, -0.418688, -0.081312)), np.float32
)
_RGB_OF_COLORS = np.array(((1, 0, 1.402), (1, -0.344136, -0.714136), (1, 1.772, 0)), np.float32)


@dataclass(frozen=True)
class DenoiseSettings:
    """What the user can choose."""

    amount: float = 1.0
    """How much of what the network says is done, 0 to 1."""
    grain: float = 0.5
    """How much of the grain is kept, 0 to 1: this share of the finest, less of the coarser."""
    noise: float | None = None
    """Levels of 255, deviation, 0 to 60; None is as measured."""
    quality: int | None = None
    """Of the JPEG, 1 to 100, which is none; None is as measured."""

    @classmethod
    def of(
        cls, denoise: Denoise, noise: float | None = None, quality: int | None = None
    ) -> DenoiseSettings:
        """Return what a recipe asks for, of a photo of which so much is known."""
        return cls(denoise.smoothing, denoise.grain, noise, quality)

    @property
    def insists(self) -> bool:
        """Whether a person said what there is, so that it is taken out however little it is."""
        return self.noise is not None or self.quality is not None

    def __post_init__(self) -> None:
        """Refuse what is out of range."""
        if not (0 <= self.amount <= 1 and 0 <= self.grain <= 1):
            msg = f"amount and grain are 0 to 1, got {self.amount} and {self.grain}"
            raise ValueError(msg)
        if self.noise is not None and not 0 <= self.noise <= _MOST_NOISE:
            msg = f"noise is 0 to {_MOST_NOISE:g} levels, got {self.noise}"
            raise ValueError(msg)
        if self.quality is not None and not 1 <= self.quality <= 100:
            msg = f"quality is 1 to 100, got {self.quality}"
            raise ValueError(msg)


@dataclass(frozen=True)
class Condition:
    """What a photo has that could be taken out."""

    noise: float
    """Levels of 255, deviation."""
    quality: int
    """Of the JPEG that the photo is or was; 100 if there is no sign of one."""
    screen: Screen | None
    """Dots of a print."""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why something should be done, in phrases; none if nothing should."""
        reasons = []
        if self.noise >= NOISY:
            reasons.append(f"noise of {self.noise:.1f} levels")
        if self.quality <= COARSE:
            reasons.append(f"JPEG of quality {self.quality}")
        if self.screen is not None:
            reasons.append(f"a printing screen, {self.screen.pitch:.1f} px from dot to dot")
        return tuple(reasons)


@dataclass(frozen=True, eq=False)
class Clean:
    """What a network said of a photo, kept so that sliders and strokes need not ask it again."""

    source: Pixels
    """(H, W, 1 or 3), what it was shown."""
    condition: Condition
    pixels: Pixels
    """The same without noise, and without grain."""
    faces: tuple[Face, ...]
    """Likely ones, in which less is done."""
    measured: Photo
    """On which condition and faces were found."""
    told: tuple[float | None, int | None]
    """What a person said of noise and quality."""


@dataclass(frozen=True, eq=False)
class Before:
    """What is known of a photo before its noise is taken out."""

    repair: Photo
    """The photo before its repair: noise and faces are measured on it, so that a speck more or less
    changes nothing elsewhere."""
    clean: Clean | None = None
    """What the network said before: tiles that look the same are not shown to it again, and the
    result is the same."""


@dataclass(frozen=True, eq=False)
class Denoised:
    """A photo without its noise, and an account of it."""

    photo: Photo
    """The photo itself if nothing was done."""
    condition: Condition
    """As it was measured, or told."""
    faces: int
    """How many likely faces, in which less was done."""
    mean_change: float
    """Levels of 255, of all samples."""
    per_mille_smoothed: float
    """Of the photo's pixels, those that changed by more than one and a half levels."""
    clean: Clean | None = None
    """What the network said; None if it was not asked."""

    @property
    def did_something(self) -> bool:
        """Whether any sample changed."""
        return self.mean_change > 0

    @property
    def why(self) -> str:
        """What was found, and what follows from it, in a sentence."""
        condition = self.condition
        jpeg = "no JPEG" if condition.quality == 100 else f"JPEG of quality {condition.quality}"
        little = f"noise of {condition.noise:.1f} levels, {jpeg}, no screen"
        found = ", ".join(condition.reasons) or little
        if self.did_something:
            return f"{found}: changed by {self.mean_change:.1f} levels in the mean"
        return f"{found}: it is left alone"


def examine(photo: Photo, settings: DenoiseSettings | None = None) -> Condition:
    """Measure what a photo has that could be taken out; what a person told is taken as it is.

    It is measured on the photo as it was read: how it is turned changes nothing.
    """
    settings, as_read = settings or DenoiseSettings(), turn_to(photo, AS_READ)
    pixels = as_read.pixels
    noise = noise_level(pixels) * 255 if settings.noise is None else settings.noise
    quality = (jpeg_quality(pixels) or 100) if settings.quality is None else settings.quality
    screen = find_screen(_middle(pixels))
    if screen is not None:
        screen = screen.turned(Turning(as_read.size, AS_READ, photo.turned))
    return Condition(min(noise, _MOST_NOISE), quality, screen)


def denoise(
    photo: Photo,
    model: Model,
    settings: DenoiseSettings | None = None,
    *,
    before: Before | None = None,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Denoised:
    """Take out what a photo has too much of; a photo that has nothing comes back as it is.

    Args:
        photo: 8 or 16 bits, gray or color; its alpha stays as it is.
        model: Its network is for the task ``denoise``.
        settings: What the user chose.
        before: What is known of the photo; by default it is measured itself.
        token: Checked before each tile.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
        DeviceMemoryError: If there is not enough memory for the smallest tile.
        DeviceFailureError: If the device is a graphics card that stopped working.
    """
    settings, before = settings or DenoiseSettings(), before or Before(photo)
    earlier, told = before.clean, (settings.noise, settings.quality)
    if earlier is not None and (earlier.measured is not before.repair or earlier.told != told):
        earlier = None
    condition = examine(before.repair, settings) if earlier is None else earlier.condition
    if settings.amount == 0 or not (condition.reasons or settings.insists):
        return Denoised(photo, condition, 0, 0.0, 0.0)
    work = _Asking(model, condition, before.clean, token, report)
    cleaned = work.cleaned(photo.pixels)
    faces = find_faces(before.repair) if earlier is None else earlier.faces
    clean = Clean(photo.pixels, condition, cleaned, faces, before.repair, told)
    out, changed, smoothed = _blended(clean, settings, token, report)
    share = smoothed / (photo.size[0] * photo.size[1]) * 1000
    mean = changed / photo.pixels.size * 255
    return Denoised(replace(photo, pixels=out), condition, len(faces), mean, share, clean)


@dataclass(frozen=True, eq=False)
class _Asking:
    """A network that is asked about a photo in tiles."""

    model: Model
    condition: Condition
    earlier: Clean | None
    token: CancelToken | None
    report: Callable[[float], None] | None

    def cleaned(self, pixels: Pixels) -> Pixels:
        """Return what the network says of pixels, in their own depth."""
        out = np.empty_like(pixels)
        reach = 0 if self.condition.screen is None else _SCREEN_REACH
        overlap = self.model.tile_overlap + reach
        run = TileRun(self._clean_tile, pixels, SIDE, overlap, self.token)
        whole, done = np.float32(np.iinfo(pixels.dtype).max), 0
        for tile in tiles(pixels.shape[:2], side=SIDE, overlap=overlap):
            if self._is_known(tile, pixels):
                assert self.earlier is not None
                out[tile.rows, tile.columns] = self.earlier.pixels[tile.rows, tile.columns]
            else:
                for part, clean in run.over(tile.core):
                    out[part.rows, part.columns] = np.rint(np.clip(clean, 0, 1) * whole)
            done += tile.core.height * tile.core.width
            if self.report is not None:
                self.report(done / (pixels.shape[0] * pixels.shape[1]))
        return out

    def _is_known(self, tile: Tile, pixels: Pixels) -> bool:
        """Whether the network has been shown a tile with all that it sees around it."""
        earlier = self.earlier
        if earlier is None or earlier.condition != self.condition:
            return False
        if (earlier.source.shape, earlier.source.dtype) != (pixels.shape, pixels.dtype):
            return False
        return np.array_equal(tile.read(earlier.source), tile.read(pixels))

    def _clean_tile(self, tile: Pixels) -> Picture:
        before = _notched(_colors(tile), self.condition)
        after = _apply(self.model, before, self.condition)
        if np.abs(before[..., 1:]).max() < _COLORLESS:
            after[..., 1:] = 0  # three equal channels are gray, and stay so
        return _pixels(after, tile.shape[2])


def _notched(colors: Picture, condition: Condition) -> Picture:
    if condition.screen is not None:
        colors[..., 0] = without_screen(colors[..., 0], condition.screen)
    return colors


def _blended(
    clean: Clean,
    settings: DenoiseSettings,
    token: CancelToken | None,
    report: Callable[[float], None] | None,
) -> tuple[Pixels, float, int]:
    """Return a photo's pixels with what was taken from them as far as the settings say.

    The report lets others come in between; by now all is done but this.

    Returns:
        The pixels, the sum of all changes (of a range of 1), and how many pixels have visibly
        changed.
    """
    pixels, condition = clean.source, clean.condition
    out, changed, smoothed = np.empty_like(pixels), 0.0, 0
    whole = np.float32(np.iinfo(pixels.dtype).max)
    reach = _GRAIN_REACH + (0 if condition.screen is None else _SCREEN_REACH)
    for tile in tiles(pixels.shape[:2], side=SIDE, overlap=reach):
        check_cancelled()
        if token is not None:
            token.check()
        if report is not None:
            report(1.0)
        after = _colors(tile.read(clean.pixels))
        taken = _notched(_colors(tile.read(pixels)), condition)[..., 0] - after[..., 0]
        after[..., 0] += kept_grain(taken, condition.noise, settings.grain)
        before = pixels[tile.rows, tile.columns].astype(np.float32) / whole
        wanted = tile.trim(_pixels(after, pixels.shape[2]))
        change = amounts(tile, settings.amount, clean.faces) * (wanted - before)
        out[tile.rows, tile.columns] = np.rint(np.clip(before + change, 0, 1) * whole)
        difference = np.abs(out[tile.rows, tile.columns] / whole - before)
        changed += float(difference.sum())
        smoothed += int((difference.max(axis=2) >= _VISIBLE).sum())
    return out, changed, smoothed


def kept_grain(taken: NDArray[np.float32], noise: float, share: float) -> NDArray[np.float32]:
    """Return what comes back of what was taken from the luma of a photo.

    Of fine grain the share itself, of coarser its square and of blotches its cube, so that the
    finest comes first and all of it at 1. Where more was taken than grain can be, as beside edges
    in a JPEG, no more than grain comes back, and nothing where there was no noise worth the name.

    Args:
        taken: (h, w), of a range of 1.
        noise: Levels of 255, deviation.
        share: 0 to 1.
    """
    if share == 0 or noise < NOISY:
        return np.zeros_like(taken)
    grain = np.clip(taken, -_MOST_GRAIN * noise / 255, _MOST_GRAIN * noise / 255)
    coarser = [grain, *(blurred(grain, deviation) for deviation in _BANDS)]
    kept = share * (coarser[0] - coarser[1]) + share**2 * (coarser[1] - coarser[2])
    return np.asarray(kept + share**3 * coarser[2], np.float32)


def with_grain(
    noisy: NDArray[np.uint8], clean: NDArray[np.uint8], said: Clean, share: float
) -> NDArray[np.uint8]:
    """Return a view of a photo without noise, with a share of its grain: for the screen.

    Args:
        noisy: (h, w, 3), with its noise.
        clean: (h, w, 3), without noise and grain.
        said: What the network said of the photo.
        share: 0 to 1.
    """
    after = _colors(clean)
    after[..., 0] += kept_grain(_colors(noisy)[..., 0] - after[..., 0], said.condition.noise, share)
    return np.rint(np.clip(_pixels(after, 3), 0, 1) * 255).astype(np.uint8)


def amounts(tile: Tile, amount: float, faces: tuple[Face, ...]) -> NDArray[np.float32]:
    """Return how much is done at each pixel of a tile, (h, w, 1): in faces 60 % at most."""
    y = np.arange(tile.rows.start, tile.rows.stop, dtype=np.float32)[:, None] + 0.5
    x = np.arange(tile.columns.start, tile.columns.stop, dtype=np.float32) + 0.5
    result = np.full((len(y), len(x)), amount, np.float32)
    for face in faces:
        box = face.window
        down = np.abs(y - box.top - box.height / 2) / (box.height / 2)
        across = np.abs(x - box.left - box.width / 2) / (box.width / 2)
        beyond = np.clip((np.maximum(down, across) - 1) / _SOFT_RIM, 0, 1)
        result = np.minimum(result, IN_FACES + (1 - IN_FACES) * beyond)
    return np.asarray(result[..., None], np.float32)


def _apply(model: Model, colors: Picture, condition: Condition) -> Picture:
    planes = torch.from_numpy(np.moveaxis(colors, 2, 0).copy())[None]
    noise, strength = (
        torch.full_like(planes[:, :1], told)
        for told in (condition.noise / 255, 1 - condition.quality / 100)
    )
    result = colors_of(apply(model, denoise_planes(planes, noise, strength)))
    return np.moveaxis(result[0].numpy(), 0, 2).copy()


def _colors(pixels: Pixels) -> Picture:
    """Return luma and differences of color, (h, w, 3), of pixels; those of gray ones are 0."""
    samples = pixels.astype(np.float32) / np.float32(np.iinfo(pixels.dtype).max)
    if samples.shape[2] == 1:
        return np.concatenate((samples, np.zeros((*samples.shape[:2], 2), np.float32)), axis=2)
    return cv2.transform(samples, _COLORS_OF_RGB).astype(np.float32, copy=False)


def _pixels(colors: Picture, channels: int) -> Picture:
    if channels == 1:
        return colors[..., :1]
    return cv2.transform(colors, _RGB_OF_COLORS).astype(np.float32, copy=False)


def _middle(pixels: Pixels) -> NDArray[np.float32]:
    """Return the gray of the middle of a picture, all of it if it is small."""
    top, left = (max(0, side - _SEEN) // 2 for side in pixels.shape[:2])
    return plane_of(pixels[top : top + _SEEN, left : left + _SEEN])
