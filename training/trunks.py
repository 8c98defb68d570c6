"""Pretrained trunks, from the files of the training data to the engine's networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetensors.torch import load_file
from torch import nn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.models.mobilenet_v2 import MobileNetV2


def load_mobilenet_v2(trunk: MobileNetV2, path: Path) -> None:
    """Load ImageNet weights, ``conv.N`` in network order, into a trunk for gray photos.

    The first convolution is folded over its three equal inputs; the classifier is left behind.

    Raises:
        KeyError: If a convolution is missing.
        RuntimeError: If one has another shape.
    """
    weights = load_file(path)
    for index, convolution in enumerate(_in_order(trunk)):
        weight = weights[f"conv.{index}.weight"].float()
        if index == 0:
            weight = weight.sum(dim=1, keepdim=True)
        bias = weights[f"conv.{index}.bias"].float()
        convolution.load_state_dict({"weight": weight, "bias": bias}, strict=True)


def _in_order(trunk: MobileNetV2) -> Iterator[nn.Module]:
    # registered in the order of the pass: stem, then expand, filter, narrow of every block
    return (module for module in trunk.modules() if isinstance(module, nn.Conv2d))
