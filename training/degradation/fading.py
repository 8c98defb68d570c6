"""Makes a color photo look like a faded print or slide: what the revival network learns from.

A photo's colors become amounts of cyan, magenta and yellow dye; each fades at its own pace, the
paper yellows, and a lens or a scanner adds flare and chooses an exposure. What files do to pixels
is not seen in copies as small as the network's. Everything runs batched on the photos' device.

References:
    Dyes absorb a little of each other's light (Hunt, "The reproduction of colour", 2004, 15.5);
    dark storage takes cyan and stains the paper, light takes magenta first, old slides turn pink
    (Wilhelm, "The permanence and care of color photographs", 1993). The ranges are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import torch

from engine.models.revival import LEAST_LIGHT, density_from_rgb, revived_density, rgb_from_density
from engine.photo.color import linear_from_rgb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor

    from training.degradation.degrade import Dice

    Range = tuple[float, float]

_ABSORPTIONS: tuple[tuple[Range, ...], ...] = (
    ((1.0, 1.0), (0.04, 0.2), (0.0, 0.08)),
    ((0.08, 0.3), (1.0, 1.0), (0.05, 0.25)),
    ((0.03, 0.2), (0.1, 0.35), (1.0, 1.0)),
)
"""What of red, green and blue light (rows) cyan, magenta and yellow dye (columns) take."""
_LUMA = (0.299, 0.587, 0.114)
"""ITU-R BT.601."""


@dataclass(frozen=True)
class Fading:
    """How a kind of picture fades: ranges, each photo drawing its own."""

    kept: tuple[Range, Range, Range]
    """Shares of cyan, magenta and yellow dye that are left."""
    stain: tuple[Range, Range, Range]
    """Density that the base has gained for red, green and blue light."""


FADINGS: Mapping[str, Fading] = {
    "pink slide": Fading(((0.25, 0.5), (0.75, 1), (0.5, 0.85)), ((0, 0.04), (0, 0.08), (0, 0.08))),
    "dark-faded print": Fading(
        ((0.4, 0.85), (0.65, 0.95), (0.45, 0.85)), ((0, 0.03), (0.02, 0.1), (0.08, 0.3))
    ),
    "light-faded print": Fading(
        ((0.5, 0.85), (0.3, 0.65), (0.45, 0.85)), ((0, 0.02), (0, 0.04), (0, 0.1))
    ),
}
"""What is measured."""
_ANYHOW = Fading(((0.25, 1), (0.25, 1), (0.25, 1)), ((0, 0.1), (0, 0.15), (0, 0.3)))
"""Also learned from: what has no name."""


class Dyes(NamedTuple):
    """How each photo of a batch fades."""

    absorptions: Tensor
    """(B, 3, 3), what of red, green and blue light (rows) each dye takes."""
    kept: Tensor
    """(B, 3), shares of the dyes that are left."""
    stain: Tensor
    """(B, 3), density that the base has gained."""


@dataclass(frozen=True)
class FadedPhotos:
    """Photos before and after."""

    truth: Tensor
    """(B, 3, H, W), sRGB in [0, 1]: what revival should give."""
    shown: Tensor
    """(B, 3, H, W), sRGB in [0, 1]."""
    is_faded: Tensor
    """(B,) bool."""


@torch.no_grad()
def random_fading(rgb: Tensor, dice: Dice, share: float = 0.65) -> FadedPhotos:
    """Fade a share of photos, each in its own way; of the others, some are toned gray ones.

    Args:
        rgb: (B, 3, H, W), sRGB in [0, 1].
        dice: As many as there are photos, on their device.
        share: Of the photos, how many fade.
    """
    rgb = _bordered(rgb, dice)
    kinds = [draw_dyes(kind, dice) for kind in (*FADINGS.values(), _ANYHOW)]
    pick = dice.uniform(0, len(kinds)).floor().long().flatten()
    every = torch.arange(len(pick), device=rgb.device)
    dyes = Dyes(*(torch.stack(parts)[pick, every] for parts in zip(*kinds, strict=True)))
    is_faded = dice.uniform(0, 1) < share
    truth = torch.where(is_faded | (dice.uniform(0, 1) > 0.05), rgb, _toned(rgb, dice))
    shown = torch.where(is_faded, scanned(fade(rgb, dyes), dice), truth)
    return FadedPhotos(truth, shown.clamp(0, 1), is_faded.flatten())


def draw_dyes(fading: Fading, dice: Dice) -> Dyes:
    """Draw how each photo fades."""
    absorptions = torch.stack(
        [torch.cat([dice.uniform(*r).flatten(1) for r in row], dim=1) for row in _ABSORPTIONS],
        dim=1,
    )
    kept, stain = (
        torch.cat([dice.uniform(*r).flatten(1) for r in ranges], dim=1)
        for ranges in (fading.kept, fading.stain)
    )
    return Dyes(absorptions, kept, stain)


def fade(rgb: Tensor, dyes: Dyes) -> Tensor:
    """Return sRGB photos, (B, 3, H, W), after their dyes faded and their base was stained."""
    thinned = dyes.absorptions @ (dyes.kept[:, :, None] * torch.linalg.inv(dyes.absorptions))
    left = revived_density(density_from_rgb(rgb), thinned, dyes.stain)
    return rgb_from_density(left)


def scanned(rgb: Tensor, dice: Dice) -> Tensor:
    """Add flare to faded photos, and let a scanner choose exposure and contrast within a little."""
    flare = dice.strength(0.5, 0.02)
    linear = linear_from_rgb(rgb.clamp(0, 1)) * (1 - flare) + flare
    density = linear.clamp(min=LEAST_LIGHT).log10().neg()
    return rgb_from_density(density * dice.uniform(0.97, 1.04) + dice.uniform(-0.02, 0.02))


def _bordered(rgb: Tensor, dice: Dice) -> Tensor:
    """Give some photos the white margin of a print, and a few the black mount of a slide."""
    place = (torch.linspace(-1, 1, rgb.shape[-1], device=rgb.device)).abs()
    inward = 1 - torch.maximum(place[:, None], place)  # of a half side; squares only
    tone = torch.where(dice.uniform(0, 1) < 0.7, dice.uniform(0.9, 1), dice.uniform(0, 0.06))
    return torch.where(inward < dice.strength(0.25, 0.15), tone, rgb)


def _toned(rgb: Tensor, dice: Dice) -> Tensor:
    """Return black-and-white prints with a tone: they look faded, and are not."""
    gray = sum(weight * rgb[:, i : i + 1] for i, weight in enumerate(_LUMA))
    tone = torch.cat([dice.uniform(0.8, 1.3) for _ in _LUMA], dim=1)
    paper = torch.cat([dice.uniform(0.75, 1) for _ in _LUMA], dim=1)
    toned: Tensor = paper * torch.as_tensor(gray).clamp(1e-4, 1) ** tone
    return toned
