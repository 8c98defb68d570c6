"""Measure denoising on photos that nothing was fitted to; print a table.

    python -m training.evaluate_denoising DAMAGE_FOLDER [--model FILE] [--others]

The photos: the last tenth of the sharp ones, and scikit-image's samples. Noise and JPEG are made
from a fixed seed. With ``--others``, which takes ten times as long, two means of OpenCV and
scikit-image stand beside Kolorit, which measures for itself what there is: they are told the truth,
each at the best of several strengths for the whole set. PSNR is of gray, in dB, the mean of the
photos.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from skimage import data, restoration

from engine.checkpoints.catalog import bundled_network
from engine.checkpoints.checkpoint import load
from engine.device import choose_device
from engine.opencv import cv2
from engine.photo.photo import Photo
from engine.restoration.denoising import TASK, DenoiseSettings, denoise, examine
from engine.restoration.spoilage.noise import blurred
from training.data.damage import load_color_photos, load_photos

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Pixels

    Gray = NDArray[np.uint8]
    """(H, W)"""
    Means = Callable[[Gray, float], Gray]
    """Takes a photo and the deviation of its noise in levels, and returns it without."""

SAMPLES = ("camera", "astronaut", "chelsea", "coffee", "rocket", "coins", "moon")
"""Of scikit-image, which has them with its installation."""
_STRENGTHS = (0.5, 0.75, 1.0, 1.4)
"""Of the other means, times what they are told."""
_LIKE_THE_INPUT = 45.0
"""dB from which nobody sees a difference."""


def noisy(photo: Gray, level: float, clump: float, chance: np.random.Generator) -> Gray:
    """Return a photo with noise of a deviation in levels, blurred by ``clump`` pixels first."""
    noise = chance.standard_normal(photo.shape).astype(np.float32)
    noise = blurred(noise, clump) if clump else noise
    return _eight_bits(photo + noise * (level / noise.std()))


def as_jpeg(photo: NDArray[np.uint8], quality: int) -> NDArray[np.uint8]:
    """Return a photo, gray or color, after JPEG of a quality, colors at half the size."""
    coded = cv2.imencode(".jpg", photo, [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_UNCHANGED), np.uint8)


@dataclass(frozen=True)
class Case:
    """A way to spoil a photo."""

    noise: float = 0.0
    """Levels, deviation."""
    clump: float = 0.0
    """Pixels, the blur that makes grain of noise."""
    quality: int = 100
    """Of the JPEG; 100 is none."""
    aim: float | None = None

    @property
    def name(self) -> str:
        """What it is, in words."""
        kind = "clumped grain" if self.clump else "white noise"
        words = [f"{kind} {self.noise:g}"] if self.noise else []
        return ", then ".join(words + ([f"JPEG {self.quality}"] if self.quality < 100 else []))

    def spoil(self, photo: Gray, chance: np.random.Generator) -> Gray:
        """Return a photo with it."""
        grainy = noisy(photo, self.noise, self.clump, chance) if self.noise else photo
        return as_jpeg(grainy, self.quality) if self.quality < 100 else grainy


CASES = (
    Case(noise=25, aim=30.4),
    Case(noise=12, clump=0.9, aim=31.8),
    Case(quality=20, aim=31.5),
    Case(noise=8),
    Case(noise=8, clump=0.7, quality=50),
)
_JPEG_AS_NOISE = 6.0
"""Levels, what the other means are told of a JPEG without noise."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="with textures.zip")
    parser.add_argument("--model", type=Path, help="a checkpoint; the bundled one by default")
    parser.add_argument("--others", action="store_true", help="also measure other means")
    args = parser.parse_args(arguments)
    path = args.model or bundled_network(TASK)
    if path is None:
        parser.error("no network for denoising is bundled: give --model")
    model = load(path, choose_device("cpu"), TASK)
    sets = {
        "held-back photos": list(load_photos(args.folder, held_back=True)),
        "scikit-image's samples": [_gray(sample) for sample in samples()],
    }
    for name, photos in sets.items():
        print(f"{name}, {len(photos)}")
        for case in CASES:
            report_case(case, photos, model, OTHERS if args.others else {})
    report_colors([*load_color_photos(args.folder, held_back=True)], model)
    report_good({**sets, "in color": [*load_color_photos(args.folder, held_back=True)]}, model)
    report_time(model)


def samples() -> list[NDArray[np.uint8]]:
    """Return scikit-image's photos, gray or color."""
    return [np.asarray(getattr(data, name)(), np.uint8) for name in SAMPLES]


def report_case(
    case: Case, photos: Sequence[Gray], model: Model, others: Mapping[str, Means]
) -> None:
    """Print how near photos come to what they were."""
    chance = np.random.default_rng(11)
    spoiled = [case.spoil(photo, chance) for photo in photos]
    alone = _mean_psnr(spoiled, photos)
    ours = {
        grain: _mean_psnr([_denoised(photo, model, grain) for photo in spoiled], photos)
        for grain in (0.0, 0.5)
    }
    told = [_denoised(photo, model, 0.0, case) for photo in spoiled]
    level = case.noise or _JPEG_AS_NOISE
    theirs = [
        f"; {name} {_best([[mean(p, s * level) for p in spoiled] for s in _STRENGTHS], photos):.2f}"
        for name, mean in others.items()
    ]
    aim = "" if case.aim is None else f"; aim {case.aim}"
    print(
        f"  {case.name}: {alone:.2f} → {ours[0.0]:.2f} dB, told {_mean_psnr(told, photos):.2f}, "
        f"half of the grain kept {ours[0.5]:.2f}{''.join(theirs)}{aim}",
        flush=True,
    )


def report_colors(photos: Sequence[NDArray[np.uint8]], model: Model) -> None:
    """Print the PSNR of all three channels of color photos."""
    chance = np.random.default_rng(12)
    noisy_ones = [_eight_bits(p + chance.standard_normal(p.shape) * 12) for p in photos]
    jpegs = [as_jpeg(photo, 20) for photo in photos]
    for name, spoiled in (("white noise 12 in each channel", noisy_ones), ("JPEG 20", jpegs)):
        after = [denoise(Photo(p), model, DenoiseSettings(grain=0)).photo.pixels for p in spoiled]
        before = _mean_psnr(spoiled, photos)
        print(f"in color, {name}: {before:.2f} → {_mean_psnr(after, photos):.2f} dB")


def report_good(sets: dict[str, Sequence[NDArray[np.uint8]]], model: Model) -> None:
    """Print how many photos as they are get something done, and how far that moves them."""
    for name, photos in sets.items():
        results = [denoise(Photo(_channels(photo)), model) for photo in photos]
        moved = [
            _psnr(result.photo.pixels, _channels(photo))
            for result, photo in zip(results, photos, strict=True)
            if result.did_something
        ]
        alike = sum(value >= _LIKE_THE_INPUT for value in moved)
        print(
            f"good photos, {name}: {len(photos) - len(moved)} of {len(photos)} left alone, "
            f"{alike} of the others at {_LIKE_THE_INPUT:.0f} dB or more to the input, "
            f"the lowest at {min(moved, default=np.inf):.1f} dB"
        )


def report_time(model: Model) -> None:
    """Print what two megapixels cost."""
    chance = np.random.default_rng(1)
    for channels, kind in ((1, "gray"), (3, "color")):
        pixels = _eight_bits(128 + 10 * chance.standard_normal((1152, 1760, channels)))
        wall, processor = time.perf_counter(), time.process_time()
        denoise(Photo(pixels), model)
        wall, processor = time.perf_counter() - wall, time.process_time() - processor
        million = pixels.shape[0] * pixels.shape[1] / 1e6
        print(
            f"time, {kind}: {wall / million:.2f} s a megapixel, "
            f"{processor / million:.2f} s of processors"
        )
    started = time.perf_counter()
    examine(Photo(pixels))
    print(f"of which to measure what there is: {(time.perf_counter() - started) / million:.2f} s")


def _nl_means_opencv(photo: Gray, level: float) -> Gray:
    return np.asarray(cv2.fastNlMeansDenoising(photo, None, level, 7, 21), np.uint8)


def _nl_means_skimage(photo: Gray, level: float) -> Gray:
    plane, sigma = photo.astype(np.float32) / 255, level / 255
    result = restoration.denoise_nl_means(plane, 5, 6, h=0.8 * sigma, sigma=sigma, fast_mode=True)
    return _eight_bits(result * 255)


OTHERS: Mapping[str, Means] = {
    "OpenCV's non-local means": _nl_means_opencv,
    "scikit-image's": _nl_means_skimage,
}


def _denoised(photo: Gray, model: Model, grain: float, told: Case | None = None) -> Gray:
    settings = DenoiseSettings(grain=grain)
    if told is not None:
        settings = DenoiseSettings(grain=grain, noise=told.noise, quality=told.quality)
    return np.asarray(
        denoise(Photo(photo[..., None]), model, settings).photo.pixels[..., 0], np.uint8
    )


def _gray(photo: NDArray[np.uint8]) -> Gray:
    return photo if photo.ndim == 2 else cv2.cvtColor(photo, cv2.COLOR_RGB2GRAY).astype(np.uint8)


def _channels(photo: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return photo if photo.ndim == 3 else photo[..., None]


def _best(attempts: Sequence[Sequence[Pixels]], truth: Sequence[Pixels]) -> float:
    return max(_mean_psnr(results, truth) for results in attempts)


def _mean_psnr(some: Sequence[Pixels], truth: Sequence[Pixels]) -> float:
    pairs = zip(some, truth, strict=True)
    return float(np.mean([_psnr(one, other) for one, other in pairs]))


def _psnr(one: Pixels, other: Pixels) -> float:
    error = float(((one.astype(np.float64) - other.astype(np.float64)) ** 2).mean())
    return float(10 * np.log10(255**2 / max(error, 1e-3)))


def _eight_bits(values: NDArray[np.floating]) -> NDArray[np.uint8]:
    return np.asarray(np.rint(np.clip(values, 0, 255)), np.uint8)


if __name__ == "__main__":
    main()
