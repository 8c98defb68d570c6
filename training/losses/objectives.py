"""What a recipe's network is trained to do, as one function of network and batch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.models.heads import AnnealedMean
from engine.models.kolorit import Kolorit
from training.data.classifier_cache import ClassifierCache
from training.losses.losses import (
    bin_prior,
    flatness,
    has_hue_of_skin,
    huber,
    mean_absolute_error,
    mean_squared_error,
    rebalanced_cross_entropy,
    rebalancing_weights,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torch import Tensor, nn

    from training.config import RunConfig
    from training.data.batches import Batch, BatchSource

    Objective = Callable[[nn.Module, Batch], "Outcome"]
    Classify = Callable[[Batch], "_Said"]
    # predicted, target, inside -> loss
    Error = Callable[[Tensor, Tensor, Tensor | None], Tensor]

_PRIOR_BATCHES = 64
_UNIFORM_SHARE = 0.5


@dataclass(frozen=True)
class Outcome:
    """What a network made of a batch."""

    loss: Tensor
    """A scalar."""
    colors: Callable[[], Tensor]
    """Gives normalized ab as the app would show it, (B, 2, H, W), with its gradient."""
    truth: Tensor
    """(B, 2, H, W), on the same scale."""


_ERRORS: Mapping[str, Error] = {"mse": mean_squared_error, "mae": mean_absolute_error}


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
    if config.loss in _ERRORS:
        error, cache = _ERRORS[config.loss], ClassifierCache()

        def regress(network: nn.Module, batch: Batch) -> Outcome:
            colors, truth = cache.colors(network, batch), batch.ab / ab_scale
            return Outcome(error(colors, truth, batch.inside), lambda: colors, truth)

        return regress
    bins, classify = _classifying(config, network)
    weights = rebalancing_weights(_count_colors(batches, bins), _UNIFORM_SHARE)
    if isinstance(network, Kolorit):
        network.log_rarity.copy_(weights.log())  # so that the app can tell likelihoods

    weighing = weights * torch.where(has_hue_of_skin(bins), config.skin, 1.0)

    def rebalanced(_network: nn.Module, batch: Batch) -> Outcome:
        said = classify(batch)
        loss = rebalanced_cross_entropy(said.logits, batch.ab, bins, weighing, batch.inside)
        truth = batch.ab / ab_scale
        if config.huber > 0:
            loss = loss + config.huber * huber(said.refined(), truth, batch.inside)
        if config.flat > 0:
            size = said.logits.shape[-2], said.logits.shape[-1]
            colors, true = (F.adaptive_avg_pool2d(p, size) for p in (said.colors(), truth))
            loss = loss + config.flat * flatness(colors, true)
        return Outcome(loss, said.colors, truth)

    return rebalanced


@dataclass(frozen=True)
class _Said:
    """What a network with bins makes of a batch."""

    logits: Tensor
    """(B, Q, h, w)."""
    colors: Callable[[], Tensor]
    """Gives normalized ab, (B, 2, H, W)."""
    refined: Callable[[], Tensor]
    """The same without a gradient through the logits: an error of colors would teach them to be
    pale where they are unsure, which is what the classes are there to prevent."""


def _classifying(config: RunConfig, network: nn.Module) -> tuple[Tensor, Classify]:
    """Return a network's bins, and a function from a batch to what it makes of it."""
    if isinstance(network, Kolorit):

        def predict(batch: Batch) -> _Said:
            prediction = network.predict(batch.lightness, batch.hints)
            firm = prediction._replace(logits=prediction.logits.detach())
            return _Said(
                prediction.logits,
                lambda: network.colors(prediction),
                lambda: network.colors(firm),
            )

        return network.bins, predict
    if config.huber > 0:
        msg = f"huber teaches the refinement, and {config.model.arch} has none"
        raise ValueError(msg)
    means = [module for module in network.modules() if isinstance(module, AnnealedMean)]
    if not means:
        msg = f"loss 'rebalanced' needs ab bins, {config.model.arch} has none without head 'bins'"
        raise ValueError(msg)
    (mean,), cache = means, ClassifierCache()

    def overhear(batch: Batch) -> _Said:
        heard: list[Tensor] = []  # the logits are what the mean is given
        with mean.register_forward_pre_hook(lambda _mean, inputs: heard.append(inputs[0])):
            colors = cache.colors(network, batch)
        return _Said(heard[0], lambda: colors, lambda: colors)

    return mean.bins, overhear


@torch.no_grad()
def _count_colors(batches: BatchSource, bins: Tensor) -> Tensor:
    first = map(batches, range(_PRIOR_BATCHES))
    counts = [bin_prior(F.avg_pool2d(batch.ab, 4), bins, batch.inside) for batch in first]
    return torch.stack(counts).mean(dim=0)
