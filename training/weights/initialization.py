"""What a run starts from: fresh weights, a pretrained backbone, or a whole earlier network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import torch
from torch import nn

from engine.checkpoints import checkpoint
from engine.device import choose_device
from engine.models.fusion import Fusion
from engine.models.kolorit import Kolorit
from engine.models.registry import COLOR_ARCHITECTURES
from training.weights.backbones import load_backbone
from training.weights.classifiers import load_classifier

if TYPE_CHECKING:
    from pathlib import Path

    from training.config import RunConfig

N = TypeVar("N", bound=nn.Module)


@dataclass(frozen=True)
class InitialWeights:
    """What a run starts from."""

    backbone: Path | None = None
    """Pretrained weights, for architectures with a backbone."""
    classifier: Path | None = None
    """Pretrained weights, for architectures that ask a classifier."""
    checkpoint: Path | None = None
    """A whole network of the same configuration: a warm restart."""

    @property
    def files(self) -> dict[str, Path]:
        """The files there are, by what they are."""
        return {name: path for name, path in vars(self).items() if path is not None}


def initialize_network(config: RunConfig, initial: InitialWeights) -> nn.Module:
    """Build the network of a run; its fresh weights are a function of the seed.

    Raises:
        CheckpointError: If the checkpoint to start from cannot be read.
        ValueError: If the backbone or the checkpoint does not suit the architecture.
    """
    torch.manual_seed(config.seed)
    network = COLOR_ARCHITECTURES[config.model.arch].build(config.model.config)
    initialize(network)
    arch = config.model.arch
    if initial.backbone is not None:
        load_backbone(_of_kind(network, Kolorit, arch, "backbone").trunk, initial.backbone)
    if initial.classifier is not None:
        load_classifier(
            _of_kind(network, Fusion, arch, "classifier").classifier, initial.classifier
        )
    if initial.checkpoint is not None:
        _restart(network, initial.checkpoint)
    elif isinstance(network, Fusion) and initial.classifier is None:
        msg = f"{arch} asks a frozen classifier: give its weights, or a checkpoint to start from"
        raise ValueError(msg)
    return network


def _of_kind(network: nn.Module, kind: type[N], arch: str, name: str) -> N:
    if not isinstance(network, kind):
        msg = f"{arch} has no {name} to load weights into"
        raise ValueError(msg)  # noqa: TRY004 - the command is wrong, not a type
    return network


def initialize(network: nn.Module) -> None:
    """Draw fresh convolution weights for ReLU networks; the output layer starts near gray.

    Layers that start in a way of their own are subclasses of convolutions and are left alone.

    References:
        He et al., "Delving deep into rectifiers", 2015.
    """
    convolutions = [module for module in network.modules() if type(module) is nn.Conv2d]
    for module in convolutions:
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    with torch.no_grad():
        convolutions[-1].weight.mul_(0.1)


def _restart(network: nn.Module, path: Path) -> None:
    known = checkpoint.load(path, choose_device("cpu"), folded=False).network.state_dict()
    try:
        network.load_state_dict(known, strict=True)
    except RuntimeError as error:
        msg = f"{path} holds another network: {error}"
        raise ValueError(msg) from error
