"""One color of a distribution over ab bins: likely, lively, and not rare without good reason."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch

from engine.photo.ab_bins import annealed_mean

if TYPE_CHECKING:
    from torch import Tensor

    from engine.recipe.stages import Coloring

_FAINT = 1.0
"""Chroma below which no two colors differ in hue."""
_SHADE = 15.0
"""Distance in ab at which a color is hardly a shade of another any more."""
_SURENESS = 0.5
"""The temperature is divided by vividness to the power of this."""
_ADJUSTMENT_OF_VIVIDNESS = 0.4
"""Less logit adjustment for each doubling of vividness. With these two, both of the bundled
networks are more colorful, and of more chroma, at every step from half to twice
(docs/lab/experiments.md, 9)."""


@dataclass(frozen=True)
class Decoding:
    """How a color is made of a distribution; none of it is learned."""

    temperature: float = 0.5
    """Of the annealed mean; lower is more vivid and less safe."""
    gain: float = 1.0
    """Multiplies chroma: training by errors leaves colors paler than true ones are on average."""
    logit_adjustment: float = 0.0
    """How much of what training added to the logits of rare colors is taken back: 0 nothing, 1 all
    of it; below 0 more is added. Too little shows rare colors where common ones are meant.

    References:
        Menon et al., "Long-tail learning via logit adjustment", ICLR 2021.
    """
    chroma_compensation: float = 0.0
    """Multiplies chroma by up to 1 plus this where the network is torn between hues, whose mean is
    paler than any of them, and by 1 where it is sure. More than 1 would make the torn livelier than
    the sure, and a lower temperature paler."""
    max_chroma: float = 0.0
    """Chroma that no color passes, 0 for none. A gain that makes a whole photo lively enough makes
    glaring patches of what is colorful already; colors well below it stay as they are."""


def with_vividness(how: Decoding, coloring: Coloring) -> Decoding:
    """Return what the user's vividness makes of a network's own decoding.

    A lower temperature alone is surer, and the likeliest color of what nobody can know is gray, so
    rare colors have to count for more, too.
    """
    return replace(
        how,
        temperature=how.temperature / coloring.vividness**_SURENESS,
        logit_adjustment=how.logit_adjustment
        - _ADJUSTMENT_OF_VIVIDNESS * math.log2(coloring.vividness),
    )


def discount_known_colors(log_class_weights: Tensor, bins: Tensor, colors: Tensor) -> Tensor:
    """Return log class weights, (Q,), for a photo with known colors, which are not rare there.

    Args:
        log_class_weights: (Q,), of colors in general.
        bins: (Q, 2).
        colors: (N, 2), ab; shades of them count the less the farther they are.
    """
    if len(colors) == 0:
        return log_class_weights
    near = torch.cdist(bins, colors).amin(dim=1).div(_SHADE).square().div(-2).exp()
    return log_class_weights + near * (log_class_weights.min() - log_class_weights)


def decode(logits: Tensor, bins: Tensor, log_class_weights: Tensor, how: Decoding) -> Tensor:
    """Return ab, (B, 2, H, W).

    With the last three of them 0 this is the annealed mean of Zhang et al., 2016, times a gain.

    Args:
        logits: (B, Q, H, W), float32.
        bins: (Q, 2).
        log_class_weights: (Q,): training weighed each bin by the exponential of this.
        how: What to make of them.
    """
    if how.logit_adjustment != 0:
        logits = logits - how.logit_adjustment * log_class_weights[:, None, None]
    if how.chroma_compensation == 0:
        return _within(annealed_mean(logits, bins, how.temperature) * how.gain, how.max_chroma)
    # the chroma of each bin as a third coordinate: one mean gives both, and they are equal where
    # all that is likely has one hue
    known = torch.cat((bins, bins.norm(dim=1, keepdim=True)), dim=1)
    mean, chroma = annealed_mean(logits, known, how.temperature).split((2, 1), dim=1)
    own = mean.norm(dim=1, keepdim=True)
    torn = 1 - (own + _FAINT) / (chroma + _FAINT)
    return _within(mean * (how.gain * (1 + how.chroma_compensation * torn)), how.max_chroma)


def _within(ab: Tensor, limit: float) -> Tensor:
    if limit == 0:
        return ab
    # of half the limit 1.5 percent are lost, of colors at the limit a sixth
    excess = ab.square().sum(dim=1, keepdim=True).div(limit**2).square()
    return ab / excess.add(1).sqrt().sqrt()
