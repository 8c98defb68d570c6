"""Everything that is measured of a model: the rows of the tables in ``docs/models.md``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from tqdm import tqdm

from engine.colorize import Encoding, fit_colors, render_photo, with_vividness
from engine.models.kolorit import Kolorit
from engine.photo import Photo
from engine.render_settings import RenderSettings
from training.faces import face_faults
from training.hinting import HINT_COUNTS, find_flat_object, moved_share, random_hints
from training.metrics import lab, psnr
from training.quality import Figure, Quality, encode_truth, fuse_sizes, measure, ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.checkpoint import Model
    from training.realism import Realism

    Photos = Sequence[NDArray[np.uint8]]

GRAY, MEAN = "gray", "mean color"
"""The rows of the photos without color, and with the mean color of all photos everywhere."""
CLEAN, DEGRADED = "clean", "degraded"


@dataclass(frozen=True)
class Row:
    """One model on one kind of input."""

    model: str
    input: str
    quality: Quality
    realism: Figure | None = None
    """Fréchet distance to the true photos."""
    hinted_psnr: dict[int, Figure] | None = None
    """By the number of random hints."""
    blotched_faces: Figure | None = None
    """Part of the skin of faces that is green, blue or purple."""
    gray_faces: Figure | None = None
    """Part of the skin of faces that is gray."""
    obedience: Figure | None = None
    """Part of a flat object that one hint at its center moves toward its hue, mean over objects."""


@dataclass(frozen=True)
class Look:
    """How encodings become pictures."""

    strength: float = 1.0
    vividness: float = 1.0

    def __call__(self, encoding: Encoding) -> NDArray[np.uint8]:
        """Return pixels, (H, W, 3)."""
        if self.vividness != 1:
            encoding = with_vividness(encoding, self.vividness)
        return render_photo(encoding, RenderSettings(self.strength), bits=8)


@dataclass(frozen=True)
class Bench:
    """Photos whose colors are known, and how to look at them."""

    photos: Photos
    """(H, W, 3) each."""
    look: Look
    realism: Realism | None = None
    sizes: tuple[int, ...] = ()
    """Short sides at which the network sees clean photos, colors averaged; its own by default."""
    faces: Sequence[NDArray[np.bool_]] | None = None
    """The skin of the faces in each photo, (H, W) each; None leaves them out."""

    def measure(self, name: str, condition: str, outputs: Photos) -> Row:
        """Return the figures of colored photos, in the order of ``photos``."""
        quality = measure(zip(outputs, self.photos, strict=True))
        row = Row(name, condition, quality)
        if self.realism is not None:
            row = replace(row, realism=self.realism(outputs))
        if self.faces is not None:
            blotched, gray = face_faults(outputs, self.faces)
            row = replace(row, blotched_faces=blotched, gray_faces=gray)
        return row

    def color(self, model: Model, *, aged: bool) -> list[NDArray[np.uint8]]:
        """Color the photos from their lightness or a degraded version of it."""
        bar = tqdm(self.photos, desc=DEGRADED if aged else CLEAN, unit="photo", mininterval=2)
        if self.sizes and not aged:
            return [self.look(fuse_sizes(model, truth, self.sizes)) for truth in bar]
        return [
            self.look(encode_truth(model, truth, aged=seed if aged else None))
            for seed, truth in enumerate(bar)
        ]

    def hinted_psnr(self, model: Model, *, aged: bool) -> dict[int, Figure]:
        """Return the PSNR by the number of random hints from the truth."""
        figures = {}
        for count in HINT_COUNTS:
            values = []
            for seed, truth in enumerate(tqdm(self.photos, desc=f"{count} hints", mininterval=2)):
                hints = random_hints(truth, count, seed)
                encoding = encode_truth(model, truth, hints, seed if aged else None)
                values.append(psnr(self.look(encoding), truth))
            figures[count] = ratio(np.array(values), np.ones(len(values)))
        return figures

    def obedience(self, model: Model) -> Figure | None:
        """Return which part of a flat object one hint moves to its hue; None without objects."""
        shares = []
        for truth in tqdm(self.photos, desc="objects", mininterval=2):
            flat = find_flat_object(truth)
            if flat is not None:
                without, with_hint = (
                    lab(self.look(encode_truth(model, truth, hints))) for hints in ([], [flat.hint])
                )
                shares.append(moved_share(flat, without, with_hint))
        return ratio(np.array(shares), np.ones(len(shares))) if shares else None


def baselines(photos: Photos) -> dict[str, list[NDArray[np.uint8]]]:
    """Return the photos in gray, and in the mean ab of all of them."""
    mean = np.mean([lab(photo)[..., 1:].mean(axis=(0, 1)) for photo in photos], axis=0)
    ab = torch.from_numpy(mean).float().view(2, 1, 1)
    rows: dict[str, list[NDArray[np.uint8]]] = {GRAY: [], MEAN: []}
    for photo in photos:
        encoding = fit_colors(Photo(photo), ab.expand(2, 32, 32))
        rows[GRAY].append(render_photo(encoding, RenderSettings(0.0), bits=8))
        rows[MEAN].append(render_photo(encoding, RenderSettings(1.0), bits=8))
    return rows


def takes_hints(model: Model) -> bool:
    """Return whether a model's network was taught hints."""
    return isinstance(model.network, Kolorit) and model.network.takes_hints
