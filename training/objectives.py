"""What a recipe's network is trained to do, as one function of network and batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.color import AB_SCALE
from engine.models.kolorit import Kolorit
from training.losses import (
    bin_prior,
    huber,
    mean_squared_error,
    rarity_weights,
    rebalanced_cross_entropy,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor, nn

    from training.batches import Batch, BatchSource
    from training.config import RunConfig

    Objective = Callable[[nn.Module, Batch], Tensor]

_PRIOR_BATCHES = 64
_UNIFORM_SHARE = 0.5


def make_objective(
    config: RunConfig, network: nn.Module, ab_scale: float, batches: BatchSource
) -> Objective:
    """Return the objective that ``config.loss`` names.

    Args:
        config: Names the loss.
        network: Will be trained; its bins are the classes of the rebalanced loss.
        ab_scale: Of the architecture.
        batches: Gives the photos of a step; the first ones tell how common each color is.

    Raises:
        ValueError: If the network has no bins and the loss needs them.
    """
    if config.loss == "mse":
        return lambda network, batch: mean_squared_error(
            network(batch.lightness), batch.ab / ab_scale, batch.inside
        )
    if not isinstance(network, Kolorit):
        msg = f"loss 'rebalanced' needs a network with ab bins, {config.model.arch} has none"
        raise ValueError(msg)  # noqa: TRY004 - the recipe is wrong, not a type
    weights = rarity_weights(_count_colors(batches, network.bins), _UNIFORM_SHARE)

    def rebalanced(network: nn.Module, batch: Batch) -> Tensor:
        assert isinstance(network, Kolorit)
        prediction = network.predict(batch.lightness, batch.hints)
        loss = rebalanced_cross_entropy(
            prediction.logits, batch.ab, network.bins, weights, batch.inside
        )
        if config.huber > 0:
            colors = network.colors(prediction)
            loss = loss + config.huber * huber(colors, batch.ab / AB_SCALE, batch.inside)
        return loss

    return rebalanced


@torch.no_grad()
def _count_colors(batches: BatchSource, bins: Tensor) -> Tensor:
    counts = [bin_prior(F.avg_pool2d(batches(step).ab, 4), bins) for step in range(_PRIOR_BATCHES)]
    return torch.stack(counts).mean(dim=0)
