"""Pretrained backbones, from the files of the training data to the engine's networks.

Batch norms are folded, and for gray photos the first convolution over its three equal inputs, so
that a backbone takes ``L / 50 - 1``: nearly the gray value it was trained on, in [-1, 1].
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import nn

from engine.models.efficientnet_lite import EfficientNetLite
from engine.models.mobilenet_v2 import MobileNetV2
from engine.models.resnet50_v2 import PreactUnit, ResNet50V2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from torch import Tensor

    Weights = Mapping[str, Tensor]

_IMAGENET_MEAN = (0.485, 0.456, 0.406)
_IMAGENET_STD = (0.229, 0.224, 0.225)
_LITE_FACTOR, _LITE_OFFSET = 127.5 / 128, 0.5 / 128
"""The Lite networks take ``(255 rgb - 127) / 128``: that of ``2 rgb - 1``."""
_TENSORFLOW_EPS = 1e-3


def load_backbone(backbone: nn.Module, path: Path) -> None:
    """Load ImageNet weights into a backbone; the classifier is left behind.

    Raises:
        ValueError: If the file lacks a weight, one has another shape, or the backbone is unknown.
    """
    weights = {name: tensor.float() for name, tensor in load_file(path).items()}
    try:
        match backbone:
            case EfficientNetLite():
                _fill_efficientnet_lite(backbone, weights)
            case MobileNetV2():
                _fill_mobilenet_v2(backbone, weights)
            case ResNet50V2():
                _fill_resnet50_v2(backbone, weights)
            case _:
                msg = f"{type(backbone).__name__} has no pretrained weights"
                raise ValueError(msg)
    except (KeyError, RuntimeError) as error:
        msg = f"{path} does not fit {type(backbone).__name__}: {error}"
        raise ValueError(msg) from error


def _fill_efficientnet_lite(backbone: EfficientNetLite, weights: Weights) -> None:
    # registered in the order of the pass: stem, then expand, filter, narrow of every block
    for index, convolution in enumerate(_convolutions(backbone)):
        scale, shift = _norm(weights, f"norm.{index}", _TENSORFLOW_EPS)
        weight = weights[f"conv.{index}.weight"] * scale[:, None, None, None]
        if index == 0:
            shift = shift + weight.sum(dim=(1, 2, 3)) * _LITE_OFFSET
            weight = weight.sum(dim=1, keepdim=True) * _LITE_FACTOR
        _fill(convolution, weight, shift)


def _fill_mobilenet_v2(backbone: MobileNetV2, weights: Weights) -> None:
    # registered in the order of the pass: stem, then expand, filter, narrow of every block
    for index, convolution in enumerate(_convolutions(backbone)):
        weight = weights[f"conv.{index}.weight"]
        if index == 0:
            weight = weight.sum(dim=1, keepdim=True)
        _fill(convolution, weight, weights[f"conv.{index}.bias"])


def _fill_resnet50_v2(backbone: ResNet50V2, weights: Weights) -> None:
    _fill(backbone.stem, *_stem(weights, backbone.stem.in_channels))
    units = (module for module in backbone.modules() if isinstance(module, PreactUnit))
    for index, unit in enumerate(units):
        prefix = f"units.{index}."
        _fill_unit(unit, {k.removeprefix(prefix): v for k, v in weights.items() if prefix in k})


def _fill_unit(unit: PreactUnit, weights: Weights) -> None:
    scale, shift = _norm(weights, "bn1")
    unit.load_state_dict(
        {
            "scale": scale[:, None, None],
            "shift": shift[:, None, None],
            **_folded("narrow", weights["conv1.weight"], *_norm(weights, "bn2")),
            **_folded("filter", weights["conv2.weight"], *_norm(weights, "bn3")),
            "widen.weight": weights["conv3.weight"],
            **({"project.weight": weights["down.weight"]} if "down.weight" in weights else {}),
        },
        strict=True,
    )


def _stem(weights: Weights, channels: int) -> tuple[Tensor, Tensor]:
    """Fold into the first convolution what comes before it, and the norm after it."""
    scale, shift = _norm(weights, "bn_in")
    mean, std = torch.tensor(_IMAGENET_MEAN), torch.tensor(_IMAGENET_STD)
    # a gray value of (x + 1) / 2 is normalized, then passes the norm
    factor, offset = 0.5 / std * scale, (0.5 - mean) / std * scale + shift
    weight = weights["conv0.weight"]  # (64, 3, 7, 7)
    bias = torch.einsum("ocij,c->o", weight, offset)
    weight = weight * factor.view(1, 3, 1, 1)
    if channels == 1:
        weight = weight.sum(dim=1, keepdim=True)
    out_scale, out_shift = _norm(weights, "bn0")
    return weight * out_scale[:, None, None, None], bias * out_scale + out_shift


def _norm(weights: Weights, name: str, eps: float = 1e-5) -> tuple[Tensor, Tensor]:
    """Return scale and shift of a batch norm in eval mode."""
    deviation = (weights[f"{name}.running_var"] + eps).sqrt()
    scale = weights[f"{name}.weight"] / deviation
    return scale, weights[f"{name}.bias"] - weights[f"{name}.running_mean"] * scale


def _folded(name: str, weight: Tensor, scale: Tensor, shift: Tensor) -> dict[str, Tensor]:
    return {f"{name}.weight": weight * scale[:, None, None, None], f"{name}.bias": shift}


def _fill(convolution: nn.Module, weight: Tensor, bias: Tensor) -> None:
    convolution.load_state_dict({"weight": weight, "bias": bias}, strict=True)


def _convolutions(backbone: nn.Module) -> Iterator[nn.Module]:
    return (module for module in backbone.modules() if isinstance(module, nn.Conv2d))
