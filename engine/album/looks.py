"""How alike the things in two photos look to a network."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.coloring.reach import STRIDE, masks
from engine.recipe.hint import NATURAL_REACH, Hint

if TYPE_CHECKING:
    from torch import Tensor

    from engine.album.page import Page


@dataclass(frozen=True, eq=False)
class Looks:
    """What two photos look like to a network, less what they have in common."""

    source: Tensor
    """(C, h, w) at stride 8; coarse and fine features side by side, each of unit length."""
    target: Tensor
    """(C, h', w')."""

    def of_source(self, row: float, column: float) -> Tensor:
        """Return what a place of the one looks like, (C,), from shares of the photo."""
        return _at(self.source, row, column)

    def of_target(self, row: float, column: float) -> Tensor:
        """Return what a place of the other looks like, (C,)."""
        return _at(self.target, row, column)


def compare(source: Page, target: Page) -> Looks:
    """Return what two photos are compared by.

    Args:
        source: The one.
        target: The other.

    Raises:
        ValueError: If they were seen by networks of different kinds.
    """
    if source.likeness.fine.shape[0] != target.likeness.fine.shape[0]:
        msg = "photos are compared by what one network said of both"
        raise ValueError(msg)
    coarse = _less_in_common(source, target, "coarse")
    fine = _less_in_common(source, target, "fine")
    return Looks(
        *(
            _cut(page, _joined(*both))
            for page, *both in zip((source, target), coarse, fine, strict=True)
        )
    )


def region_of(page: Page, hint: Hint) -> Tensor:
    """Return how much each part of a photo belongs to the thing at a hint, (h, w) at stride 8."""
    natural = replace(hint, reach=NATURAL_REACH)
    region: Tensor = masks(page.likeness, [natural], page.size)[0]
    rows, columns = (-(-side // STRIDE) for side in page.size)
    return region[:rows, :columns]


def mean_look(features: Tensor, region: Tensor) -> Tensor:
    """Return what a region, (h, w), looks like as a whole, (C,)."""
    return (features * region).sum(dim=(1, 2)) / region.sum().clamp(min=1e-6)


def best_place(features: Tensor, look: Tensor) -> tuple[int, int]:
    """Return row and column of the part of a photo that looks most like something, (C,)."""
    alike = torch.einsum("chw,c->hw", features, look)[None, None]
    calm = F.avg_pool2d(alike, 3, 1, 1, count_include_pad=False)[0, 0]
    row, column = divmod(int(calm.argmax()), calm.shape[1])
    return row, column


def tone_of(page: Page, region: Tensor) -> tuple[float, float]:
    """Return which share of a photo is darker than a region, and the region's own contrast in L."""
    L = torch.from_numpy(page.lightness)
    wide = F.interpolate(region[None, None], scale_factor=STRIDE, mode="nearest")[0, 0]
    weight = wide[: L.shape[0], : L.shape[1]]
    total = weight.sum().clamp(min=1e-6)
    mean = (L * weight).sum() / total
    contrast = ((L - mean).square() * weight).sum().div(total).sqrt()
    return float((mean > L).float().mean()), float(contrast)


def _less_in_common(source: Page, target: Page, name: str) -> list[Tensor]:
    likeness = [page.likeness for page in (source, target)]
    origins = [getattr(one, f"{name}_origin") for one in likeness]
    mean = (origins[0].mean + origins[1].mean) / 2
    return [
        F.normalize(origin.restored(getattr(one, name)) - mean, dim=0, eps=1e-6)
        for one, origin in zip(likeness, origins, strict=True)
    ]


def _joined(coarse: Tensor, fine: Tensor) -> Tensor:
    wide = F.interpolate(coarse[None], size=fine.shape[1:], mode="bilinear")[0]
    return torch.cat((F.normalize(wide, dim=0, eps=1e-6), fine)) / 2**0.5


def _cut(page: Page, features: Tensor) -> Tensor:
    """Leave out what was added by mirroring."""
    rows, columns = (-(-side // STRIDE) for side in page.size)
    return features[:, :rows, :columns]


def _at(features: Tensor, row: float, column: float) -> Tensor:
    h, w = features.shape[1:]
    return features[:, min(h - 1, int(row * h)), min(w - 1, int(column * w))]
