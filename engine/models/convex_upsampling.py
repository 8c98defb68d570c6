"""Learned upsampling that mixes neighbors and never invents a color.

References:
    Teed, Deng, "RAFT: recurrent all-pairs field transforms for optical flow", ECCV 2020: every
    fine value is a convex combination of the 3x3 coarse values around it.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_REACH = 9
_HIDDEN = 64
_FAINTEST = 1e-3


class ZeroConv2d(nn.Conv2d):
    """A convolution that starts as zero, without a bias: what enters here changes nothing yet."""

    def __init__(self, channels: int, out: int, kernel: int) -> None:
        super().__init__(channels, out, kernel, padding=kernel // 2, bias=False)

    def reset_parameters(self) -> None:
        """Start at zero."""
        nn.init.zeros_(self.weight)


class ConvexUpsampling(nn.Module):
    """Decides from coarse features and fine lightness how each pixel mixes coarse colors."""

    bilinear: Tensor

    def __init__(self, width: int, factor: int) -> None:
        super().__init__()
        self.factor = factor
        self.look = nn.Conv2d(width + factor**2, _HIDDEN, 3, padding=1)
        self.decide = ZeroConv2d(_HIDDEN, _REACH * factor**2, 1)
        self.register_buffer("bilinear", _log_bilinear(factor))

    def forward(self, features: Tensor, lightness: Tensor) -> Tensor:
        """Return the mixing shares; at first those of bilinear interpolation.

        Args:
            features: (B, width, h, w).
            lightness: (B, 1, factor h, factor w).

        Returns:
            (B, 9, factor ** 2, h, w), nonnegative, adding up to 1 along dimension 1.
        """
        fine = F.pixel_unshuffle(lightness, self.factor)
        mixture = self.decide(F.silu(self.look(torch.cat((features, fine), dim=1))))
        return F.softmax(mixture.float().unflatten(1, (_REACH, -1)) + self.bilinear, dim=1)


def upsample(coarse: Tensor, shares: Tensor) -> Tensor:
    """Enlarge ``coarse``, (B, C, h, w), by shares, (B, 9, f * f, h, w), to (B, C, f h, f w)."""
    B, C, h, w = coarse.shape
    padded = F.pad(coarse, (1, 1, 1, 1), mode="replicate")
    mixed = coarse.new_zeros(B, C, shares.shape[2], h, w)
    for index, share in enumerate(shares.unsqueeze(1).unbind(2)):  # (B, 1, f * f, h, w)
        y, x = divmod(index, 3)
        mixed = mixed + padded[:, :, None, y : y + h, x : x + w] * share
    return F.pixel_shuffle(mixed.flatten(1, 2), round(shares.shape[2] ** 0.5))


def _log_bilinear(factor: int) -> Tensor:
    """Return the logits, (9, factor ** 2, 1, 1), that make :func:`upsample` bilinear."""
    with torch.device("cpu"):  # on the meta device, arange would import torch's compiler: a second
        fine = (torch.arange(factor) + 0.5) / factor - 0.5  # from the center of the coarse pixel
        line = (1 - (fine - torch.arange(-1, 2)[:, None]).abs()).clamp(min=0)  # (3, factor)
        shares = torch.einsum("yi,xj->yxij", line, line).reshape(_REACH, factor**2, 1, 1)
        return shares.clamp(min=_FAINTEST).log()
