"""How the earlier systems' features become colors: as published, or as classes.

Their authors regress ab and see it go brown. One of them points to the remedy of Zhang et al.
(2016), a distribution over ab bins trained with rare colors weighing more; any of the networks can
have it.
"""

from __future__ import annotations

from torch import Tensor, nn

from engine.photo.ab_bins import annealed_mean, gamut_bins

HEADS = ("ab", "bins")
AB_SCALE = 128.0
"""The published networks' output times this is ab."""
_TEMPERATURE = 0.5


class AnnealedMean(nn.Module):
    """Turns the logits of bins, (B, Q, H, W), into ``ab / 128``, (B, 2, H, W)."""

    bins: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("bins", gamut_bins())

    def forward(self, logits: Tensor) -> Tensor:
        """Return the mean color of the sharpened distribution."""
        return annealed_mean(logits.float(), self.bins, _TEMPERATURE) / AB_SCALE


def color_head(channels: int, head: str, kernel: int = 3) -> tuple[nn.Module, nn.Module]:
    """Return a convolution and what makes normalized ab of its result.

    Args:
        channels: Of the features.
        head: ``ab``, two planes with tanh, as published, or ``bins``, logits and their mean.
        kernel: Side of the convolution, odd.
    """
    if head == "ab":
        return nn.Conv2d(channels, 2, kernel, padding=kernel // 2), nn.Tanh()
    mean = AnnealedMean()
    return nn.Conv2d(channels, mean.bins.shape[0], kernel, padding=kernel // 2), mean


def check_head(head: str) -> None:
    """Refuse a head that there is not.

    Raises:
        ValueError: If it is not one of :data:`HEADS`.
    """
    if head not in HEADS:
        msg = f"head is {' or '.join(HEADS)}, got {head!r}"
        raise ValueError(msg)
