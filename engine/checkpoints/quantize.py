"""Weights as eight-bit integers: a quarter of the size, with one scale per output channel.

References:
    Krishnamoorthi, "Quantizing deep convolutional networks for efficient inference", 2018:
    symmetric, per-channel, after training.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor

_SCALE = ":scale"
_LARGE = 4096
"""Smaller tensors, such as biases and norms, are not worth an error."""
_HIGHEST = 127
_FURTHEST = 128
"""What eight bits can hold, in a file that was not written here."""


def quantize(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the weights with the large ones as int8, beside the scale of each output channel."""
    stored: dict[str, Tensor] = {}
    for name, tensor in weights.items():
        if not tensor.is_floating_point() or tensor.ndim < 2 or tensor.numel() < _LARGE:
            stored[name] = tensor
            continue
        rows = tensor.float().flatten(1)
        scale = rows.abs().amax(dim=1).div(_HIGHEST).clamp(min=torch.finfo(torch.float32).tiny)
        steps = (rows / scale[:, None]).round().clamp(-_HIGHEST, _HIGHEST)
        stored[name] = steps.to(torch.int8).view_as(tensor)
        stored[name + _SCALE] = scale
    return stored


def dequantize(stored: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return float weights.

    Raises:
        ValueError: If a scale is missing, of another size, or too large.
    """
    weights: dict[str, Tensor] = {}
    for name, tensor in stored.items():
        if name.endswith(_SCALE) and name.removesuffix(_SCALE) in stored:
            continue
        if tensor.dtype != torch.int8:
            weights[name] = tensor
            continue
        scale = stored.get(name + _SCALE)
        if scale is None or scale.shape != tensor.shape[:1]:
            msg = f"{name} has no scale for each of its channels"
            raise ValueError(msg)
        if not bool(scale.float().mul(_FURTHEST).isfinite().all()):
            msg = f"{name} holds values that are not finite real numbers"
            raise ValueError(msg)
        weights[name] = tensor.float() * scale.view(-1, *(1 for _ in tensor.shape[1:]))
    return weights
