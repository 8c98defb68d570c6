"""One pass of a network over a small photo: pixels and hints in, colors out, on the CPU."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
from torch.nn import functional as F

from engine.color import lightness_from_rgb, planes_from_pixels
from engine.distribution import Distribution
from engine.errors import UnsupportedByModelError
from engine.hints import hint_planes
from engine.models.kolorit import Kolorit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.checkpoint import Model
    from engine.hints import Hint


@dataclass(frozen=True, eq=False)
class NetworkPass:
    """What a network said."""

    ab: Tensor
    """(2, H, W)."""
    distribution: Distribution | None
    """Of networks that predict one."""


def run_network(model: Model, rgb: NDArray[np.uint8], hints: Sequence[Hint] = ()) -> NetworkPass:
    """Show a photo, (H, W, 3) of any size, to a network; its color is ignored.

    Raises:
        UnsupportedByModelError: If there are hints and the network takes none.
    """
    H, W = rgb.shape[:2]
    step = model.arch.multiple_of
    # OpenCV reflects as often as it must, so a photo narrower than the padding is fine
    padded = cv2.copyMakeBorder(rgb, 0, -H % step, 0, -W % step, cv2.BORDER_REFLECT_101)
    lightness = lightness_from_rgb(planes_from_pixels(padded.astype(np.uint8, copy=False)))
    normalized = (lightness / 50 - 1)[None].to(model.device.name)
    if not isinstance(model.network, Kolorit):
        if hints:
            raise UnsupportedByModelError(model.arch.id)
        ab = model.network(normalized)[0].float().cpu() * model.arch.ab_scale
        return NetworkPass(ab[:, :H, :W], None)
    planes = None
    if hints:
        painted = F.pad(hint_planes(hints, (H, W)), (0, -W % step, 0, -H % step))
        planes = painted[None].to(model.device.name)
    prediction = model.network.predict(normalized, planes)
    distribution = Distribution(
        prediction.logits[0].half().cpu(),
        prediction.shares[0].half().cpu(),
        model.network.bins.cpu(),
        model.network.temperature,
        model.network.gain,
        (H, W),
    )
    return NetworkPass(distribution.colors(), distribution)
