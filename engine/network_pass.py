"""One pass of a network over a small photo: pixels and hints in, colors out, on the CPU."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
from torch.nn import functional as F

from engine.distribution import Distribution, Palette
from engine.errors import ModelFeature, UnsupportedByModelError
from engine.hints import hint_planes
from engine.models.kolorit import Kolorit, Prediction
from engine.pixel_lightness import lightness_from_pixels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from engine.checkpoint import Model
    from engine.hint_values import AnyHint
    from engine.photo import Pixels, Size


_LARGEST = 6e4
"""What float16 can hold, for logits that no sane network has."""


@dataclass(frozen=True, eq=False)
class NetworkPass:
    """What a network said."""

    ab: Tensor
    """(2, H, W)."""
    distribution: Distribution | None
    """Of networks that predict one."""


def run_network(model: Model, pixels: Pixels, hints: Sequence[AnyHint] = ()) -> NetworkPass:
    """Show a photo, (H, W, 1 or 3) of any size and depth, to a network; its color is ignored.

    Raises:
        UnsupportedByModelError: If there are hints and the network takes none.
    """
    network = model.network
    if hints and not model.takes_hints:
        raise UnsupportedByModelError(ModelFeature.HINTS)
    H, W = pixels.shape[:2]
    step = model.arch.multiple_of
    # OpenCV reflects as often as it must, so a photo narrower than the padding is fine
    padded = cv2.copyMakeBorder(pixels, 0, -H % step, 0, -W % step, cv2.BORDER_REFLECT_101)
    padded = padded.astype(pixels.dtype, copy=False).reshape(*padded.shape[:2], -1)
    lightness = lightness_from_pixels(padded)
    normalized = (lightness / 50 - 1)[None].to(model.device.name)
    if not isinstance(network, Kolorit):
        ab = network(normalized)[0].float().cpu() * model.arch.ab_scale
        return NetworkPass(ab[:, :H, :W], None)
    planes = None
    if hints:
        painted = F.pad(hint_planes(hints, (H, W)), (0, -W % step, 0, -H % step))
        painted[:2] /= network.gain  # what the network repeats will be multiplied by it
        planes = painted[None].to(model.device.name)
    distribution = _distribution(network, network.predict(normalized, planes), (H, W))
    return NetworkPass(distribution.colors(), distribution)


def _distribution(network: Kolorit, prediction: Prediction, size: Size) -> Distribution:
    return Distribution(
        prediction.logits[0].clamp(-_LARGEST, _LARGEST).half().cpu(),
        prediction.shares[0].half().cpu(),
        Palette(network.bins.cpu(), network.log_rarity.cpu(), network.temperature, network.gain),
        size,
    )
