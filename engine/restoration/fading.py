"""How faded a color photo is, and what would revive it: a small network, and when to believe it.

The network looks at a small copy of the whole photo. It may be wrong about one photo whose scene is
of one color, so it says how sure it is, and photos of one roll, which faded alike, are asked
together. A photo that is not surely faded is left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.files.orientation import turn_to
from engine.photo.color import planes_from_pixels, rgb_to_lab
from engine.photo.photo import Window, sample
from engine.photo.picture_kind import classify
from engine.photo.turns import AS_READ
from engine.restoration.pixel_network import apply
from engine.restoration.revival import Revival, apply_revival, mean_revival, revival_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Photo, Pixels

_SIDE = 96
"""Pixels of the copy that the network sees, as in its training."""
LEAST_HELP = 0.9
"""Probability that revival does good from which on it is done."""
LEAST_CHANGE = 3.0
"""ΔE between a photo and what would become of it, below which it is not worth a change."""


@dataclass(frozen=True)
class Estimate:
    """What the network says of a photo, or of a roll."""

    revival: Revival
    error: float
    """ΔE that it expects to be left."""
    help: float
    """How likely it is, 0 to 1, that the revived photo is nearer to what the photo once was."""
    change: float
    """ΔE between the photo and the revived photo."""

    @property
    def is_sure(self) -> bool:
        """Whether the photo is surely faded."""
        return self.help >= LEAST_HELP and self.change >= LEAST_CHANGE


@dataclass(frozen=True)
class RevivalProposal:
    """What a photo needs, and why."""

    revival: Revival
    """One that does nothing if the photo is to be left alone."""
    why: str
    estimate: Estimate | None
    """None if there was nothing to be asked about."""


def propose_revival(photo: Photo, model: Model, *, roll: Sequence[Photo] = ()) -> RevivalProposal:
    """Return what revives a photo; what does nothing if it has no colors or is not surely faded.

    Args:
        photo: Of any size and depth.
        model: A network for the task ``revival``.
        roll: Other photos of the same roll of film, or of prints of the same paper and age.

    Raises:
        DeviceMemoryError: If the device has no room for the network's work.
        DeviceFailureError: If the device is a graphics card that stopped working.
    """
    photo, *others = (turn_to(one, AS_READ) for one in (photo, *roll))
    picture = classify(photo)
    if not picture.has_color and not picture.in_doubt:
        why = f"it is {picture.description}: there are no dyes to revive"
        return RevivalProposal(Revival(), why, None)
    copies = [small_copy(one) for one in (photo, *others) if one.pixels.shape[2] == 3]
    estimates = [estimate(copy, model) for copy in copies]
    found = of_roll(copies[0], estimates) if len(estimates) > 1 else estimates[0]
    cyan, magenta, yellow = found.revival.dyes_left
    dyes = f"cyan {cyan:.0%}, magenta {magenta:.0%}, yellow {yellow:.0%} of the dyes left"
    if not found.is_sure:
        why = f"it is not surely faded ({found.help:.0%} likely): left alone"
        return RevivalProposal(Revival(), why, found)
    together = f", told from {len(estimates)} photos" if len(estimates) > 1 else ""
    why = f"it is faded: {dyes}{together}; the colors may be off by ΔE {found.error:.0f}"
    return RevivalProposal(found.revival, why, found)


def estimate(pixels: Pixels, model: Model) -> Estimate:
    """Return what the network says of a small copy of a photo, (h, w, 3), squashed to a square."""
    said = apply(model, planes_from_pixels(pixels)[None])[0].double().numpy()
    revival = revival_of(said[:12])
    log_error, odds = (float(value) for value in np.clip(said[12:], -20, 20))
    change = _change(pixels, revival)
    return Estimate(revival, float(np.exp(log_error)), _probability(odds), change)


def of_roll(pixels: Pixels, estimates: Sequence[Estimate]) -> Estimate:
    """Return what photos of a roll say together of one of them.

    Args:
        pixels: (h, w, 3), a small copy of that one.
        estimates: Of all, that one included.
    """
    errors = [one.error for one in estimates]
    revival = mean_revival([one.revival for one in estimates], errors)
    # errors of different scenes have little to do with each other
    error = float(1 / np.sqrt(np.sum(1 / np.square(errors))))
    error = max(error, min(errors) / 2)
    # so too what speaks for it: by more than in the mean, by less than if each told something new
    odds = np.mean([np.log(one.help / (1 - one.help)) for one in estimates])
    likely = _probability(float(odds * np.sqrt(len(estimates))))
    return Estimate(revival, error, likely, _change(pixels, revival))


def _probability(odds: float) -> float:
    return float(1 / (1 + np.exp(-odds)))


def small_copy(photo: Photo) -> Pixels:
    """Return what the network sees of a photo, (96, 96, C): all of it, squashed to a square."""
    return sample(photo, Window.whole(photo.size), (_SIDE, _SIDE))


def _change(pixels: Pixels, revival: Revival) -> float:
    before, after = (
        rgb_to_lab(planes_from_pixels(p)) for p in (pixels, apply_revival(pixels, revival))
    )
    return float(torch.linalg.vector_norm(after - before, dim=0).mean())
