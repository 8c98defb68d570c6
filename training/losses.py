"""Training losses. Each takes and returns plain tensors and holds no state."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor


def mean_squared_error(predicted: Tensor, target: Tensor) -> Tensor:
    """Return the mean squared difference, a scalar.

    Args:
        predicted: (B, 2, H, W), normalized ab.
        target: Same shape and scale.
    """
    return (predicted.float() - target).square().mean()
