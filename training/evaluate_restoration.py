"""Measure restoration on shapes and photos that nothing was fitted to; print a table.

    python -m training.evaluate_restoration DAMAGE_FOLDER

The benchmark: the last tenth of the shapes laid over the last tenth of the sharp photos, with grain
of 2, 5 and 9 levels; the same photos without damage; and files of 8 and 16 bits, gray and color.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.checkpoints import checkpoint
from engine.develop import Developed
from engine.device import choose_device
from engine.files.image_io import read_photo
from engine.opencv import cv2
from engine.photo.photo import Photo, in_sixteen_bits
from engine.recipe.recipe import Recipe
from engine.restoration.detection import detect
from engine.restoration.inpainting import FillSettings, changed_outside, fill, grown
from engine.restoration.networks import bundled_network
from engine.restoration.repairing import RepairSettings, repair
from engine.restoration.selection import WHAT_IS_LIKELY, WHAT_MAY_BE
from engine.restoration.spoilage.noise import blurred
from engine.saving import save_developed
from training.data.damage import (
    COVERED,
    VISIBLE,
    Sample,
    damage,
    damage_softly,
    load_photos,
    load_shapes,
    with_grain,
)
from training.degradation.creases import draw_creases
from training.fit_detection import GRAINS, tolerant, with_thin_damage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Pixels
    from engine.restoration.detection import Detection


def _crease(size: tuple[int, ...], chance: np.random.Generator) -> NDArray[np.bool_]:
    return _stroke(size, chance, int(chance.integers(6, 15)))


def _tear(size: tuple[int, ...], chance: np.random.Generator) -> NDArray[np.bool_]:
    mask = _stroke(size, chance, int(chance.integers(20, 41)))
    mask[size[0] // 2 :] = False
    return mask


def _corner(size: tuple[int, ...], chance: np.random.Generator) -> NDArray[np.bool_]:
    y, x = np.mgrid[: size[0], : size[1]]
    mask = y + x < 120 + chance.integers(-9, 10)
    return np.asarray(np.rot90(mask, int(chance.integers(4))), bool).copy()


def _stroke(size: tuple[int, ...], chance: np.random.Generator, width: int) -> NDArray[np.bool_]:
    """Return a nearly straight stroke from the top to the bottom of a picture."""
    rows = np.linspace(0, size[0] - 1, 9)
    start, end = chance.uniform(0.2, 0.8, 2)
    columns = size[1] * (np.linspace(0, 1, 9) * (end - start) + start) + chance.normal(0, 4, 9)
    points = np.rint(np.stack((columns, rows), axis=1)).astype(np.int32)
    mask = np.zeros(size, np.uint8)
    cv2.polylines(mask, [points], isClosed=False, color=1, thickness=width)
    return np.asarray(mask > 0, bool)


WIDE = {"crease 6–14 px": _crease, "tear 20–40 px": _tear, "missing corner 120 px": _corner}
"""Damage that is drawn, because no data have it."""
_CALM, _ENOUGH = 0.4, 150
"""Share of a photo that counts as calm, and pixels of a fill that say how strong its grain is."""
_FALSE_A_MEGAPIXEL = 50
_STEPS = np.linspace(0.02, 0.995, 60)
"""Least probabilities that are tried."""


@dataclass(frozen=True)
class Score:
    """How well a detector does at one least probability."""

    least: float
    precision: float
    """Of the pixels found, which part lies within two pixels of damage."""
    recall: float
    """Of the damaged pixels, which part lies within two pixels of what was found."""
    objects: float
    """Of the pieces of damage, which part was touched."""

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def benchmark(folder: Path, every: int = 1, *, soft: bool = False) -> Iterator[Sample]:
    """Yield the benchmark's damaged photos, each with every grain, or of one in so many.

    Args:
        folder: Of damage.
        every: One photo in so many.
        soft: Whether they are old small files, blurred and compressed, with damage of any size.
    """
    chance = np.random.default_rng(2025)
    shapes = load_shapes(folder, held_back=True)
    lay = damage_softly if soft else damage
    for index, photo in enumerate(load_photos(folder, held_back=True)):
        for grain in GRAINS:
            sample = lay(with_grain(photo, grain, chance), shapes, 25, chance)
            if index % every == 0:
                yield sample


def thin_benchmark(folder: Path, every: int = 1) -> Iterator[Sample]:
    """Yield the benchmark's photos with grain and thin damage alone, or one photo in so many."""
    chance = np.random.default_rng(11)
    for index, photo in enumerate(load_photos(folder, held_back=True)):
        for grain in GRAINS:
            clean = np.rint(with_grain(photo, grain, chance) * 255).astype(np.uint8)
            nothing = np.zeros(clean.shape, bool)
            sample = with_thin_damage(Sample(clean, clean, nothing, nothing), chance)
            if index % every == 0:
                yield sample


def creased_benchmark(folder: Path, every: int = 1) -> Iterator[Sample]:
    """Yield the benchmark's photos with grain and one drawn crease each, or of one in so many."""
    chance = np.random.default_rng(23)
    for index, photo in enumerate(load_photos(folder, held_back=True)):
        for grain in GRAINS:
            clean = torch.from_numpy(with_grain(photo, grain, chance)).float()
            draw = torch.Generator().manual_seed(100 * index + grain)
            creases = draw_creases(len(photo), 1, draw)
            paper = 0.7 + 0.3 * torch.rand(1, generator=draw)
            bent = clean + creases.relief[0, 0]
            bent = bent + creases.flaked[0, 0] * (paper - bent)
            before, after = (
                np.rint(plane.clamp(0, 1).numpy() * 255).astype(np.uint8) for plane in (clean, bent)
            )
            change = np.abs(after.astype(int) - before)
            mask = change >= round(VISIBLE * 255)
            if index % every == 0:
                yield Sample(before, after, mask, np.asarray(creases.flaked[0, 0] >= COVERED))


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1, help="one photo in so many, to be quick")
    parser.add_argument("--fill", type=Path, help="a network for fills; the app's own by default")
    parser.add_argument("--detection", action="store_true", help="measure nothing else")
    parser.add_argument("--fills", action="store_true", help="measure nothing else")
    args = parser.parse_args(arguments)
    samples = list(benchmark(args.folder, args.every))
    if not args.fills:
        report_detection(samples)
        report_soft(list(benchmark(args.folder, args.every, soft=True)))
        report_drawn("thin", list(thin_benchmark(args.folder, args.every)))
        report_drawn("crease", list(creased_benchmark(args.folder, args.every)))
    if not args.detection:
        network = bundled_network("fill")
        if args.fill is not None:
            network = checkpoint.load(args.fill, choose_device("cpu"), task="fill")
        report_thin_fill(samples, network)
        report_wide_fill(args.folder, network, args.every)
    if args.detection or args.fills:
        return
    report_untouched(args.folder)
    report_cost(samples[0].damaged)


def report_detection(samples: Sequence[Sample]) -> None:
    """Print precision, recall and objects found, and what is found where nothing is."""
    detections = [detect(Photo(sample.damaged[..., None])) for sample in samples]
    scores = [score(samples, detections, float(least)) for least in _STEPS]
    _print("best F1", max(scores, key=lambda one: one.f1))
    sure = [one for one in scores if one.precision >= 0.9]
    if sure:
        _print("at precision 0.90", max(sure, key=lambda one: one.recall))
    _print("default", score(samples, detections, WHAT_IS_LIKELY.least_probability))
    clean = [detect(Photo(sample.clean[..., None])).mask() for sample in samples]
    share = np.mean([mask.mean() for mask in clean])
    with_findings = np.mean([mask.any() for mask in clean])
    print(f"undamaged: {share:.4%} of the pixels, findings in {with_findings:.0%} of the photos")


def report_drawn(kind: str, samples: Sequence[Sample]) -> None:
    """Print how much is found of damage of one kind alone."""
    detections = [detect(Photo(sample.damaged[..., None])) for sample in samples]
    scores = [score(samples, detections, float(least)) for least in _STEPS]
    _print(f"{kind}, best F1", max(scores, key=lambda one: one.f1))
    _print(f"{kind}, default", score(samples, detections, WHAT_IS_LIKELY.least_probability))
    _print(
        f"{kind}, greatest sensitivity", score(samples, detections, WHAT_MAY_BE.least_probability)
    )


def report_soft(samples: Sequence[Sample]) -> None:
    """Print how much of the damage of old small files is found at few false findings."""
    detections = [detect(Photo(sample.damaged[..., None])) for sample in samples]
    megapixels = sum(sample.damaged.size for sample in samples) / 1e6
    for least in _STEPS:
        false = sum(_false(*pair, float(least)) for pair in zip(samples, detections, strict=True))
        if false / megapixels <= _FALSE_A_MEGAPIXEL:
            break
    one = score(samples, detections, float(least))
    _print(f"soft, {false / megapixels:.0f} false findings a megapixel", one)


def _false(sample: Sample, detection: Detection, least: float) -> int:
    """Return how many findings touch no damage."""
    components, chosen = detection.components, detection.probability >= least
    inside = tolerant(sample.mask).reshape(-1)[components.places]
    touched = np.maximum.reduceat(inside, components.starts[:-1]) if len(components) else inside
    return int((chosen & ~touched).sum())


def score(samples: Sequence[Sample], detections: Sequence[Detection], least: float) -> Score:
    """Compare what is at least so likely with the truth, all photos together."""
    counts = np.zeros(6)
    for sample, detection in zip(samples, detections, strict=True):
        chosen = detection.probability >= least
        found = np.zeros(sample.mask.shape, bool)
        found.reshape(-1)[detection.components.members(chosen)] = True
        counts += _counts(sample.mask, found)
    right, found_pixels, covered, damaged, touched, pieces = counts
    precision = right / found_pixels if found_pixels else 1.0
    return Score(least, precision, covered / damaged, touched / pieces)


def report_thin_fill(samples: Sequence[Sample], network: Model | None) -> None:
    """Print how near fills of the true mask come to the truth, and how much grain they have."""
    for grain in (True, False):
        errors, ratios, calm_ratios = [], [], []
        settings = FillSettings(grain=grain, network=network)
        for sample in samples:
            filled = fill(sample.damaged[..., None], sample.covered, settings).pixels[..., 0]
            errors.append(_squared_error(filled, sample.clean, sample.covered))
            ratios.append(_fine(filled, sample.covered) / _fine(sample.clean, sample.covered))
            calm = sample.covered & _calm(sample.clean)
            if calm.sum() >= _ENOUGH:
                calm_ratios.append(_fine(filled, calm) / _fine(sample.clean, calm))
        name = "with grain" if grain else "grain off"
        print(
            f"thin fill, {name}: {_psnr(errors)}, grain ratio {np.median(ratios):.2f}, "
            f"where the photo is calm {np.median(calm_ratios or [0]):.2f}"
        )
    errors = [_telea(s.damaged, s.covered, s.clean) for s in samples]
    print(f"thin fill, Telea: {_psnr(errors)}")


def report_wide_fill(folder: Path, network: Model | None, every: int = 1) -> None:
    """Print how near fills of drawn creases, tears and missing corners come to the truth."""
    kinds = {
        "texture": FillSettings(grain=False, network=network),
        "smooth": FillSettings(grain=False, texture=False, network=network),
        "texture, no network": FillSettings(grain=False),
    }
    for name, draw in WIDE.items():
        chance = np.random.default_rng(7)
        errors: dict[str, list[float]] = {kind: [] for kind in (*kinds, "Telea")}
        for index, photo in enumerate(load_photos(folder, held_back=True)):
            mask = draw(photo.shape, chance)
            if index % every:
                continue
            damaged = np.where(mask, 255, photo).astype(np.uint8)
            for kind, settings in kinds.items():
                filled = fill(damaged[..., None], mask, settings).pixels[..., 0]
                errors[kind].append(_squared_error(filled, photo, mask))
            errors["Telea"].append(_telea(damaged, mask, photo))
        found = "; ".join(f"{kind} {_psnr(values)}" for kind, values in errors.items())
        print(f"{name}: {found}")


def report_untouched(folder: Path) -> None:
    """Print how many samples outside the mask differ in 200 files written and read again."""
    shapes = load_shapes(folder, held_back=True)
    photos = list(load_photos(folder, held_back=True))
    chance = np.random.default_rng(3)
    changed, files = 0, 0
    with tempfile.TemporaryDirectory() as name:
        for kind, channels in itertools.product((np.uint8, np.uint16), (1, 3)):
            for index in range(50):
                photo = photos[index % len(photos)][:128, :128]
                sample = damage(with_grain(photo, 5, chance), shapes, 3, chance)
                pixels: Pixels = np.repeat(sample.damaged[..., None], channels, axis=2)
                pixels = pixels if kind == np.uint8 else in_sixteen_bits(pixels)
                changed += _changed_in_file(Path(name) / "out.tif", Photo(pixels), sample.mask)
                files += 1
    print(f"samples changed outside the mask, {files} files: {changed}")


def report_cost(tile: NDArray[np.uint8]) -> None:
    """Print seconds and memory for a photo of 6 megapixels in 16 bits, tiled from one."""
    pixels = in_sixteen_bits(np.tile(tile, (4, 6))[..., None])
    started = time.perf_counter()
    repaired = repair(Photo(pixels))
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    megapixels = pixels.size / 1e6
    print(
        f"detect and repair {megapixels:.1f} megapixels, {repaired.holes} holes: "
        f"{seconds / megapixels:.2f} s a megapixel; peak memory of all of this {peak:.2f} GiB"
    )


def _changed_in_file(path: Path, photo: Photo, mask: NDArray[np.bool_]) -> int:
    repaired = repair(photo, RepairSettings(mask=mask))
    recipe = Recipe(coloring=None)
    own = Developed(repaired.photo, recipe, None, None, None, None)
    save_developed(path, own, overwrite=True)
    written = read_photo(path).pixels
    before = np.broadcast_to(photo.pixels, written.shape)
    return changed_outside(before, written, repaired.mask)


def _squared_error(one: Pixels, other: Pixels, mask: NDArray[np.bool_]) -> float:
    difference = one[mask].astype(float) - other[mask]
    return float((difference**2).mean()) if mask.any() else 0.0


def _telea(damaged: NDArray[np.uint8], mask: NDArray[np.bool_], clean: NDArray[np.uint8]) -> float:
    filled = cv2.inpaint(damaged, grown(mask).astype(np.uint8), 3, cv2.INPAINT_TELEA)
    return _squared_error(filled.astype(np.uint8, copy=False), clean, mask)


def _psnr(errors: Sequence[float]) -> str:
    """Return the mean of the photos' PSNR, and that of all their pixels together."""
    each = 10 * np.log10(255**2 / np.maximum(errors, 1e-3))
    return f"{each.mean():.2f} dB (pooled {10 * np.log10(255**2 / np.mean(errors)):.2f})"


def _fine(pixels: Pixels, mask: NDArray[np.bool_]) -> float:
    plane = pixels.astype(np.float32)
    return float((plane - blurred(plane, 1.5))[mask].std())


def _calm(pixels: Pixels) -> NDArray[np.bool_]:
    """Return where, (H, W), the finest part of a photo is weakest: grain, and no texture."""
    plane = pixels.astype(np.float32)
    around = blurred(np.abs(plane - blurred(plane, 1.5)), 8)
    return np.asarray(around < np.quantile(around, _CALM), bool)


def _counts(truth: NDArray[np.bool_], found: NDArray[np.bool_]) -> NDArray[np.float64]:
    near_truth, near_found = tolerant(truth), tolerant(found)
    pieces, labels = cv2.connectedComponents(near_truth.astype(np.uint8))
    touched = np.unique(labels[near_truth & found])
    covered = (truth & near_found).sum()
    right = (found & near_truth).sum()
    return np.array([right, found.sum(), covered, truth.sum(), len(touched), pieces - 1], float)


def _print(name: str, one: Score) -> None:
    print(
        f"{name}: F1 {one.f1:.3f}, precision {one.precision:.3f}, recall {one.recall:.3f}, "
        f"objects {one.objects:.3f} at p ≥ {one.least:.3f}"
    )


if __name__ == "__main__":
    main()
