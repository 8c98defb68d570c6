"""Training losses. Each takes and returns plain tensors and holds no state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.photo.ab_bins import soft_encode
from training.evaluation.metrics import SKIN_CHROMA, SKIN_HUE

if TYPE_CHECKING:
    from torch import Tensor

_HUBER_THRESHOLD = 0.1
"""Of normalized ab: 11 units, about what one thing's colors differ by."""
_FLAT_STEPS = (1, 4)
_FLAT_CHANGE = 0.04
"""Of normalized ab: 4.4 units, what colors may change by and still count as one."""


def mean_squared_error(predicted: Tensor, target: Tensor, inside: Tensor | None = None) -> Tensor:
    """Return the mean squared difference, a scalar.

    Args:
        predicted: (B, 2, H, W), normalized ab.
        target: Same shape and scale.
        inside: (B, 1, H, W) bool, the pixels that count; None for all.
    """
    return mean_inside((predicted.float() - target).square().mean(dim=1, keepdim=True), inside)


def mean_absolute_error(predicted: Tensor, target: Tensor, inside: Tensor | None = None) -> Tensor:
    """Return the mean absolute difference, a scalar; arguments as in the squared one's."""
    return mean_inside((predicted.float() - target).abs().mean(dim=1, keepdim=True), inside)


def mean_inside(values: Tensor, inside: Tensor | None) -> Tensor:
    """Return the mean, a scalar, of values, (B, 1, h, w), over the pixels that count.

    Args:
        values: At the size of ``inside`` or a whole part of it.
        inside: (B, 1, H, W) bool; None for all.
    """
    if inside is None:
        return values.mean()
    weight = F.adaptive_avg_pool2d(inside.to(values.dtype), (values.shape[-2], values.shape[-1]))
    return (values * weight).sum() / weight.sum().clamp(min=1)


def huber(predicted: Tensor, target: Tensor, inside: Tensor | None = None) -> Tensor:
    """Return the Huber loss over its threshold, a scalar: linear where colors are far off.

    Args:
        predicted: (B, 2, H, W), normalized ab.
        target: Same shape and scale.
        inside: (B, 1, H, W) bool, the pixels that count; None for all.
    """
    loss = F.smooth_l1_loss(predicted.float(), target, beta=_HUBER_THRESHOLD, reduction="none")
    return mean_inside(loss.mean(dim=1, keepdim=True), inside)


def flatness(predicted: Tensor, target: Tensor) -> Tensor:
    """Return how much colors change from place to place where the truth's hardly do, a scalar.

    Differences of neighbors and of places four cells apart, so that both the edge of a patch and
    the patch itself count; what the truth changes there is subtracted.

    Args:
        predicted: (B, 2, H, W), normalized ab.
        target: Same shape and scale.
    """
    total = predicted.new_zeros((), dtype=torch.float32)
    for step in _FLAT_STEPS:
        for dim in (2, 3):
            length = predicted.shape[dim] - step
            ahead, behind = (slice(step, None), slice(None, length))
            said, true = (
                planes.float().movedim(dim, -1)[..., ahead]
                - planes.float().movedim(dim, -1)[..., behind]
                for planes in (predicted, target)
            )
            is_flat = torch.exp(-true.square().sum(dim=1, keepdim=True) / _FLAT_CHANGE**2)
            total = total + (is_flat * (said - true).abs()).mean()
    return total / (2 * len(_FLAT_STEPS))


def rebalanced_cross_entropy(
    logits: Tensor, ab: Tensor, bins: Tensor, weights: Tensor, inside: Tensor | None = None
) -> Tensor:
    """Return the cross-entropy against softly encoded colors, rare colors weighing more.

    Args:
        logits: (B, Q, h, w).
        ab: (B, 2, H, W), at a multiple of the logits' size; averaged down to it.
        bins: (Q, 2).
        weights: (Q,), from :func:`rebalancing_weights`; a pixel weighs what its nearest bin does.
        inside: (B, 1, H, W) bool, the pixels that count; None for all.

    Returns:
        Scalar.

    References:
        Zhang, Isola, Efros, "Colorful image colorization", ECCV 2016, equations 2 and 3.
    """
    index, share = soft_encode(
        F.adaptive_avg_pool2d(ab, (logits.shape[-2], logits.shape[-1])), bins
    )
    # bins last: where networks run channels-last, that is how the logits lie in memory
    log_probability = F.log_softmax(logits.movedim(1, -1).float(), dim=-1)  # (B, h, w, Q)
    entropy = -(share * log_probability.gather(-1, index.movedim(1, -1)).movedim(-1, 1)).sum(dim=1)
    return mean_inside((weights[index[:, 0]] * entropy).unsqueeze(1), inside)


def rebalancing_weights(prior: Tensor, uniform_share: float) -> Tensor:
    """Return how much each bin weighs, (Q,); the mean over the prior is 1.

    Args:
        prior: (Q,), how often each bin occurs; adds up to 1.
        uniform_share: 0 weighs by rarity alone, 1 not at all (lambda of Zhang et al.).
    """
    mixed = (1 - uniform_share) * prior + uniform_share / prior.numel()
    weights = 1 / mixed
    return weights / (prior * weights).sum()


def has_hue_of_skin(bins: Tensor) -> Tensor:
    """Return which bins, (Q, 2), skin may have, (Q,) bool: wood and sand have them too."""
    chroma, hue = bins.norm(dim=1), torch.atan2(bins[:, 1], bins[:, 0]).rad2deg()
    (least, most), (reddest, yellowest) = SKIN_CHROMA, SKIN_HUE
    fits: Tensor = (hue >= reddest) & (hue <= yellowest) & (chroma >= least) & (chroma <= most)
    return fits


def bin_prior(ab: Tensor, bins: Tensor, inside: Tensor | None = None) -> Tensor:
    """Return how often each bin occurs, (Q,), softly counted.

    Args:
        ab: (B, 2, h, w).
        bins: (Q, 2).
        inside: (B, 1, H, W) bool, at a multiple of that size, the pixels that count; None for all.
    """
    index, share = soft_encode(ab, bins)
    if inside is not None:
        share = share * F.adaptive_avg_pool2d(inside.to(share.dtype), (ab.shape[-2], ab.shape[-1]))
    counts = torch.zeros(bins.shape[0], device=ab.device)
    counts.scatter_add_(0, index.flatten(), share.flatten())
    return counts / counts.sum()
