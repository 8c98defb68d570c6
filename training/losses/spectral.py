"""Spectral normalization: convolutions that cannot amplify, while they are trained.

The app's networks have plain convolutions, and so have averaged weights: there the normalization
is divided in. Averaging what is divided, instead of raw weights and singular vectors, keeps the
average meaningful: the mean of two unit vectors is no unit vector.

References:
    Miyato et al., "Spectral normalization for generative adversarial networks", ICLR 2018.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, TypeVar

import torch
from torch import nn
from torch.nn.utils import parametrize
from torch.nn.utils.parametrizations import spectral_norm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from torch import Tensor

_Network = TypeVar("_Network", bound=nn.Module)
_ADDED = ".parametrizations."


def add_spectral_norm(network: nn.Module) -> None:
    """Divide the weight of every convolution by its spectral norm from now on.

    Each pass in training mode improves the estimate of the norm, so the same network in eval mode
    is a function of its state alone. Optimizers must be made afterwards.
    """
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            spectral_norm(module)


@torch.no_grad()
def plain_state(network: nn.Module) -> dict[str, Tensor]:
    """Return the weights of the same network with plain convolutions.

    Args:
        network: With or without spectral normalization; left as it is, estimates included.

    Returns:
        What ``state_dict`` would return, had the normalization been divided in.
    """
    state = {k: v for k, v in network.state_dict().items() if _ADDED not in f".{k}"}
    for name, module in _normalized(network):
        state[f"{name}.weight" if name else "weight"] = _weight(module)
    return state


@torch.no_grad()
def plain_copy(network: _Network) -> _Network:
    """Return a copy with plain convolutions whose weights are :func:`plain_state`'s."""
    plain = copy.deepcopy(network)
    for _, module in list(_normalized(plain)):
        weight = nn.Parameter(_weight(module))
        # torch's remove_parametrizations would take the weight from the class, which copies share
        module.__class__ = parametrize.type_before_parametrizations(module)
        del module.parametrizations
        module.weight = weight
    return plain


def _normalized(network: nn.Module) -> Iterator[tuple[str, nn.Module]]:
    for name, module in network.named_modules():
        if parametrize.is_parametrized(module, "weight"):
            yield name, module


def _weight(module: nn.Module) -> Tensor:
    """Return the normalized weight without improving the estimate."""
    parametrization = module.get_submodule("parametrizations.weight")
    was_training = parametrization.training
    parametrization.eval()
    weight: Tensor = parametrization()
    parametrization.train(was_training)
    return weight
