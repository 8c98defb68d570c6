"""A network that says how the dyes of a faded color photo have to be strengthened.

Fading thins dyes, and what a dye takes from light is additive in optical density; so a 3 × 3 matrix
and an offset in density bring back what a faded photo showed. The network looks at a small copy,
proposes, looks at what its proposal makes of the copy, and corrects itself. It also says how far
off it expects to be, and how likely it is that its proposal does good.

References:
    Ando, "Digital restoration of faded color images", 1997 (a matrix in density is enough);
    Hu, Wang, Lin, "FC4: fully convolutional color constancy with confidence-weighted pooling",
    CVPR 2017 (some places of a picture say more about its cast than others).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.photo.color import linear_from_rgb, rgb_from_linear

LEAST_LIGHT = 1e-3
"""Linear light that counts as black: density 3, the most that prints and slides reach."""
_QUANTILES = 16
_STRIDE_OF_QUANTILES = 2
_MIDDLE_DENSITY, _DENSITY_SPREAD = 0.7, 0.5
_STEP = 0.3
"""What a raw output of one changes of a matrix's entry, or of a density."""
_MOST_WIDTH, _MOST_ROUNDS = 1024, 8


@dataclass(frozen=True)
class RevivalConfig:
    """Hyperparameters of :class:`RevivalNetwork`."""

    widths: list[int] = field(default_factory=lambda: [24, 48, 64, 96])
    """Channels at strides 2, 4, 8 and so on."""
    hidden: int = 192
    """Width of the layer that joins all that was seen."""
    pools: int = 4
    """In so many ways places are weighted by what they say."""
    rounds: int = 3
    """How often the network looks."""

    def __post_init__(self) -> None:
        """Refuse what no network can be built from."""
        numbers = (*self.widths, self.hidden, self.pools)
        sane = all(type(number) is int and 1 <= number <= _MOST_WIDTH for number in numbers)
        if not sane or not self.widths or not 1 <= self.rounds <= _MOST_ROUNDS:
            msg = f"expected widths and one to eight rounds, got {self}"
            raise ValueError(msg)


class Proposal(NamedTuple):
    """What the network says of photos after a look."""

    matrix: Tensor
    """(B, 3, 3), from density to revived density, rows and columns red, green, blue."""
    offset: Tensor
    """(B, 3), added to the revived density."""
    log_error: Tensor
    """(B,), logarithm of the color difference, ΔE, that it expects to be left."""
    helps: Tensor
    """(B,), log odds that the revived photo is nearer to the truth than the photo is."""


class RevivalNetwork(nn.Module):
    """Convolutions, weighted pooling and quantiles, three times with the same weights."""

    def __init__(self, config: RevivalConfig, inputs: int, outputs: int) -> None:
        super().__init__()
        self.multiple_of = 2 ** len(config.widths)
        self.rounds = config.rounds
        planes = (2 * inputs, *config.widths)  # as shown, and as revived so far
        self.convolutions = nn.ModuleList(
            nn.Conv2d(one, other, 3, stride=2, padding=1) for one, other in pairwise(planes)
        )
        width = config.widths[-1]
        self.last = nn.Conv2d(width, width, 3, padding=1)
        self.attention = nn.Conv2d(width, config.pools, 1)
        self.join = nn.Linear(width * config.pools + planes[0] * _QUANTILES, config.hidden)
        self.leave = nn.Linear(config.hidden, outputs)
        nn.init.zeros_(self.leave.weight)
        nn.init.zeros_(self.leave.bias)

    def forward(self, rgb: Tensor) -> Tensor:
        """Return what the network says after its last look.

        Args:
            rgb: (B, 3, H, W), sRGB in [0, 1], the whole photo squashed to the input size.

        Returns:
            (B, 14): the matrix by rows, the offset, and the last two of a :class:`Proposal`.
        """
        last = self.looks(rgb)[-1]
        doubt = torch.stack((last.log_error, last.helps), dim=1)
        return torch.cat((last.matrix.flatten(1), last.offset, doubt), dim=1)

    def looks(self, rgb: Tensor) -> list[Proposal]:
        """Return what the network says after each look; arguments as of :meth:`forward`."""
        shown = density_from_rgb(rgb)
        matrix = torch.eye(3, device=rgb.device, dtype=shown.dtype).expand(len(rgb), 3, 3)
        offset = shown.new_zeros(len(rgb), 3)
        proposals = []
        for _ in range(self.rounds):
            raw = self._look(shown, revived_density(shown, matrix, offset)).float()
            change = torch.eye(3, device=raw.device) + _STEP * raw[:, :9].view(-1, 3, 3)
            # sums of products, as matrix products may be done in short floats
            matrix = (change[..., None] * matrix[:, None]).sum(dim=2)
            offset = (change * offset[:, None]).sum(dim=2) + _STEP * raw[:, 9:12]
            proposals.append(Proposal(matrix, offset, raw[:, 12], raw[:, 13]))
        return proposals

    def _look(self, shown: Tensor, revived: Tensor) -> Tensor:
        planes = torch.cat((shown, revived), dim=1).sub(_MIDDLE_DENSITY).div(_DENSITY_SPREAD)
        features = planes
        for convolution in self.convolutions:
            features = F.silu(convolution(features))
        features = features + F.silu(self.last(features))
        weights = self.attention(features).flatten(2).softmax(dim=-1)  # (B, pools, places)
        pooled = torch.einsum("bpn,bcn->bpc", weights, features.flatten(2)).flatten(1)
        seen = torch.cat((pooled, _quantiles(planes)), dim=1)
        said: Tensor = self.leave(F.silu(self.join(seen)))
        return said


def density_from_rgb(rgb: Tensor) -> Tensor:
    """Return how much of each light is held back, 0 to 3, in powers of ten, of sRGB in [0, 1]."""
    return linear_from_rgb(rgb).clamp(min=LEAST_LIGHT).log10().neg()


def revived_density(density: Tensor, matrix: Tensor, offset: Tensor) -> Tensor:
    """Return matrices, (B, 3, 3), times density, (B, 3, H, W), and offsets, (B, 3), added."""
    rows = [(row[..., None, None] * density).sum(dim=1) for row in matrix.unbind(1)]
    return torch.stack(rows, dim=1) + offset[:, :, None, None]


def rgb_from_density(density: Tensor) -> Tensor:
    """Return sRGB in [0, 1] of any density; what would be brighter than white is white."""
    return rgb_from_linear(torch.pow(10.0, density.clamp(min=0).neg()))


def _quantiles(planes: Tensor) -> Tensor:
    """Return values of each plane at equal steps of its pixels by size, (B, planes × steps)."""
    thinned = planes[:, :, ::_STRIDE_OF_QUANTILES, ::_STRIDE_OF_QUANTILES].flatten(2)
    ordered = thinned.sort(dim=-1).values
    steps = torch.linspace(0, ordered.shape[-1] - 1, _QUANTILES, device=planes.device)
    return ordered[..., steps.round().long()].flatten(1)
