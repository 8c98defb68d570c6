"""The optimizer of a run, and its learning rate by steps or by the clock."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torch import nn

    from training.config import OptimConfig
    from training.loop.run_state import Progress

_SCHEDULES: Mapping[str, Callable[[float], float]] = {
    "cosine": lambda done: 0.5 * (1 + math.cos(math.pi * done)),
    "linear": lambda done: 1 - done,
    "constant": lambda _done: 1.0,
}
"""From the share of the run that is done to the part of the peak rate."""


class Budget(Protocol):
    """What settings of any run say of its end and its rates."""

    @property
    def steps(self) -> int:
        """Optimizer updates in the whole run; 0 leaves the end to ``minutes``."""
        ...

    @property
    def minutes(self) -> float:
        """Wall-clock budget of the updates; 0 leaves the end to ``steps``."""
        ...

    @property
    def optim(self) -> OptimConfig:
        """Rates and schedule."""
        ...


def make_optimizer(network: nn.Module, config: OptimConfig) -> torch.optim.Optimizer:
    """Return AdamW, with groups for a pretrained backbone and for where hints enter, if any."""
    groups: dict[float, list[nn.Parameter]] = {
        factor: [] for factor in (config.backbone_lr, 1.0, config.hint_lr)
    }
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            groups[_factor(name, config)].append(parameter)
    return torch.optim.AdamW(
        [{"params": group, "factor": factor} for factor, group in groups.items() if group],
        betas=(config.beta1, config.beta2),
        weight_decay=config.weight_decay,
        fused=True,
    )


def _factor(name: str, config: OptimConfig) -> float:
    if name.startswith("trunk."):
        return config.backbone_lr
    return config.hint_lr if ".from_hints." in name else 1.0


def share_done(config: Budget, progress: Progress) -> float:
    """Return the part of the run that is over, in [0, 1]: by steps or minutes, what ends first."""
    by_steps = progress.step / config.steps if config.steps else 0.0
    by_time = progress.seconds / (60 * config.minutes) if config.minutes else 0.0
    return min(1.0, max(by_steps, by_time))


def learning_rate(config: Budget, step: int, done: float) -> float:
    """Return the rate of a step: linear warmup, then the schedule over the share done."""
    warmup = min(1.0, (step + 1) / max(1, config.optim.warmup_steps))
    return config.optim.lr * warmup * _SCHEDULES[config.optim.schedule](done)


def set_learning_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    """Use this rate from the next update on."""
    for group in optimizer.param_groups:
        group["lr"] = rate * group["factor"]
