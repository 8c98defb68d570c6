"""One pass of a network over a small photo: pixels and hints in, colors out, on the CPU."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.decoding import familiar
from engine.device import short_floats
from engine.distribution import Distribution, Palette
from engine.errors import CheckpointError, ModelFeature, UnsupportedByModelError
from engine.hint_values import Hint
from engine.hints import hint_planes
from engine.models.kolorit import Kolorit, Prediction
from engine.opencv import cv2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from engine.checkpoint import Model
    from engine.hint_values import AnyHint
    from engine.photo import Size


_LARGEST = 6e4
"""What float16 can hold, for logits that no sane network has."""
_FURTHEST = 1000.0
"""From gray, in ab: sRGB has no color beyond 134, and beyond this arithmetic loses lightness."""
_RAREST = 100.0
"""Logarithm of a weight in training."""


@dataclass(frozen=True, eq=False)
class NetworkPass:
    """What a network said."""

    ab: Tensor
    """(2, H, W)."""
    distribution: Distribution | None
    """Of networks that predict one."""


def run_network(model: Model, lightness: Tensor, hints: Sequence[AnyHint] = ()) -> NetworkPass:
    """Show a photo's L, (1, H, W) of any size, to a network.

    Raises:
        UnsupportedByModelError: If there are hints and the network takes none.
        CheckpointError: If its weights, though finite, give colors that no photo can have.
    """
    network = model.network
    if hints and not model.takes_hints:
        raise UnsupportedByModelError(ModelFeature.HINTS)
    H, W = lightness.shape[-2:]
    step = model.arch.multiple_of
    plane = lightness[0].numpy()
    # OpenCV reflects as often as it must, so a photo narrower than the padding is fine
    padded = cv2.copyMakeBorder(plane, 0, -H % step, 0, -W % step, cv2.BORDER_REFLECT_101)
    normalized = torch.from_numpy(padded).div(50).sub(1)[None, None].to(model.device.name)
    if not isinstance(network, Kolorit):
        with short_floats(model.device):
            ab = network(normalized)[0].float().cpu() * model.arch.ab_scale
        return NetworkPass(_sane(model, ab[:, :H, :W]), None)
    planes, gain = None, network.decoding.gain
    if hints:
        painted = F.pad(hint_planes(hints, (H, W)), (0, -W % step, 0, -H % step))
        painted[:2] /= gain  # what the network repeats will be multiplied by it
        planes = painted[None].to(model.device.name)
    with short_floats(model.device):
        prediction = network.predict(normalized, planes)
    set_here = [hint.ab for hint in hints if isinstance(hint, Hint)]
    repeated = torch.tensor(set_here).view(-1, 2) / gain
    distribution = _distribution(network, prediction, (H, W), repeated)
    _require_within(model, 1.1 * _LARGEST, distribution.logits)  # rounded on some devices
    _require_within(model, 1.1, distribution.shares)
    _require_within(model, _RAREST, distribution.palette.log_rarity)
    _require_within(model, _FURTHEST, distribution.palette.bins)  # colors are means of these
    return NetworkPass(_sane(model, distribution.colors()), distribution)


def _sane(model: Model, ab: Tensor) -> Tensor:
    _require_within(model, _FURTHEST, ab)
    return ab


def _require_within(model: Model, most: float, values: Tensor) -> None:
    low, high = values.aminmax()  # of which one is NaN if any value is
    if not -most <= float(low) <= float(high) <= most:
        raise CheckpointError(Path(model.name), "it gives colors that no photo can have")


def _distribution(
    network: Kolorit, prediction: Prediction, size: Size, known: Tensor
) -> Distribution:
    bins, rarity = network.bins.cpu(), network.log_rarity.cpu()
    return Distribution(
        prediction.logits[0].clamp(-_LARGEST, _LARGEST).half().cpu(),
        prediction.shares[0].half().cpu(),
        Palette(bins, rarity, familiar(rarity, bins, known), network.decoding),
        size,
    )
