"""Pretrained classifiers, from files to the engine's networks.

A file is either one that ``python -m training.convert_classifier`` wrote, or the MobileNetV2 of
the training data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from safetensors import SafetensorError, safe_open
from torch import nn

from engine.models.classifiers.classifier import CLASSES
from training.weights import weight_name_maps

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from torch import Tensor

    from engine.models.classifiers.classifier import Classifier
    from training.weights.weight_name_maps import Layer, Norm

    Weights = Mapping[str, Tensor]

CLASSIFIER_KEY = "kolorit-classifier"
"""Entry of a converted file's header that names its network."""


def load_classifier(classifier: Classifier, path: Path) -> None:
    """Load ImageNet weights into the classifier of a network.

    Raises:
        ValueError: If the file holds another network, or lacks or has too much of this one.
    """
    network = classifier.network
    try:
        with safe_open(path, framework="pt") as file:
            kind = (file.metadata() or {}).get(CLASSIFIER_KEY)
            names = file.keys()
            weights = {name: file.get_tensor(name).float() for name in names}
        if kind is None:
            weights = translated(network, weight_name_maps.mobilenet_v2(), weights)
        network.load_state_dict(weights, strict=True)
    except (SafetensorError, RuntimeError, ValueError) as error:
        msg = f"{path} does not fit {type(network).__name__}: {error}"
        raise ValueError(msg) from error


def translated(network: nn.Module, layers: Iterable[Layer], weights: Weights) -> dict[str, Tensor]:
    """Return the network's weights, by our names, from those of another implementation.

    Batch norms are folded into the convolutions before them, the first convolution over its three
    inputs, and the background class of 1001 is dropped.

    Args:
        network: One of ours; may lie on the meta device.
        layers: The other's names of the network's layers, in their order.
        weights: The other's, by those names.

    Raises:
        ValueError: If a weight is missing, not asked for, or of another shape.
    """
    modules = [
        (name, module)
        for name, module in network.named_modules()
        if isinstance(module, nn.Conv2d | nn.Linear)
    ]
    source = _Source(weights)
    ours: dict[str, Tensor] = {}
    for (name, module), layer in zip(modules, layers, strict=True):
        first = name == modules[0][0]
        weight, bias = _layer(source, layer, module, gray=first)
        ours[f"{name}.weight"] = weight
        if bias is not None:
            ours[f"{name}.bias"] = bias
    source.require_used_up()
    return ours


def _layer(
    source: _Source, layer: Layer, module: nn.Conv2d | nn.Linear, *, gray: bool
) -> tuple[Tensor, Tensor | None]:
    shape = list(module.weight.shape)
    if isinstance(module, nn.Linear):
        assert layer.bias is not None
        weight = source.without_background(layer.weight, shape)
        return weight, source.without_background(layer.bias, shape[:1])
    if gray:
        weight = source.take(layer.weight, [shape[0], 3, *shape[2:]]).sum(dim=1, keepdim=True)
    else:
        weight = source.take(layer.weight, shape)
    if layer.norm is not None:
        return _folded(source, weight, layer.norm)
    return weight, None if layer.bias is None else source.take(layer.bias, shape[:1])


def _folded(source: _Source, weight: Tensor, norm: Norm) -> tuple[Tensor, Tensor]:
    """Fold a batch norm in eval mode into the convolution without bias before it."""
    shape = [weight.shape[0]]
    shift, mean, variance = (
        source.take(key, shape) for key in (norm.shift, norm.mean, norm.variance)
    )
    scale = (variance + norm.eps).rsqrt()
    if norm.scale is not None:
        scale = scale * source.take(norm.scale, shape)
    return weight * scale[:, None, None, None], shift - mean * scale


class _Source:
    """Another implementation's weights, each to be taken once."""

    def __init__(self, weights: Weights) -> None:
        self._left = dict(weights)

    def take(self, key: str, shape: list[int]) -> Tensor:
        """Return a weight as float32.

        Raises:
            ValueError: If it is missing or of another shape.
        """
        if key not in self._left:
            msg = f"{key} is missing"
            raise ValueError(msg)
        tensor = self._left.pop(key)
        if list(tensor.shape) != shape:
            msg = f"{key} has shape {list(tensor.shape)}, expected {shape}"
            raise ValueError(msg)
        return tensor.float()

    def without_background(self, key: str, shape: list[int]) -> Tensor:
        """Return a weight of the 1000 classes, without the background class that may come first."""
        tensor = self._left.get(key, torch.empty(0))
        if tensor.shape[0] == CLASSES + 1:
            self._left[key] = tensor[1:]
        return self.take(key, shape)

    def require_used_up(self) -> None:
        """Raise ValueError if a weight was never taken."""
        if self._left:
            msg = f"unknown weights: {', '.join(sorted(self._left)[:5])}"
            raise ValueError(msg)
