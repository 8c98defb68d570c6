"""What changes while a run goes on, and one step of changing it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import torch
from torch import nn

from engine.models.registry import COLOR_ARCHITECTURES
from training.loop.ema import Ema
from training.loop.optimizer import make_optimizer
from training.loop.run_state import Progress
from training.losses.adversarial import Adversary
from training.losses.objectives import make_objective
from training.losses.spectral import add_spectral_norm
from training.weights.initialization import InitialWeights, initialize_network

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor

    from engine.device import Device
    from training.config import RunConfig
    from training.data.batches import Batch, BatchSource
    from training.loop.run_state import Stateful
    from training.parallel import DistributedContext


@dataclass(frozen=True)
class Run:
    """What changes while a run goes on."""

    network: nn.Module
    ema: Ema
    optimizer: torch.optim.Optimizer
    adversary: Adversary | None
    progress: Progress

    @classmethod
    def fresh(cls, config: RunConfig, device: Device, initial: InitialWeights) -> Run:
        """Return a run before its first step."""
        network = initialize_network(config, initial)
        if config.optim.spectral_norm:
            add_spectral_norm(network)
        network = network.to(device.name).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        ema = Ema(network, config.optim.ema_decay)
        plays = config.adversarial.after < 1
        adversary = Adversary(config.adversarial, device.name) if plays else None
        optimizer = make_optimizer(network, config.optim)
        return cls(network, ema, optimizer, adversary, Progress())

    @property
    def parts(self) -> dict[str, Stateful]:
        """What is saved, and restored to go on."""
        parts: dict[str, Stateful] = {
            "progress": self.progress,
            "network": self.network,
            "ema": self.ema,
            "optimizer": self.optimizer,
        }
        return parts if self.adversary is None else parts | {"adversary": self.adversary}


class TrainState:
    """One update of everything that learns."""

    def __init__(
        self,
        config: RunConfig,
        run: Run,
        device: Device,
        batches: BatchSource,
        context: DistributedContext,
    ) -> None:
        self.context = context
        self._config = config
        self._run = run
        ab_scale = COLOR_ARCHITECTURES[config.model.arch].ab_scale
        self._objective = make_objective(config, run.network, ab_scale, batches)
        self._autocast = partial(
            torch.autocast, device.name.split(":")[0], torch.bfloat16, config.precision == "bf16"
        )

    def train_step(self, batch: Batch, *, adversarial: bool) -> dict[str, Tensor]:
        """Update the network, and the adversary if it plays; return the losses.

        ``gradient`` among them is the norm of the network's gradients.
        """
        run, adversary = self._run, self._run.adversary if adversarial else None
        with self._autocast():
            outcome = self._objective(run.network, batch)
            loss, losses = outcome.loss, {"loss": outcome.loss.detach()}
            if adversary is not None:
                seen = batch.lightness, outcome.colors(), outcome.truth
                extra, parts = adversary.generator_loss(*seen)
                loss, losses = loss + extra, losses | dict(parts)
        run.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.context.average_gradients(run.network)
        norm = nn.utils.clip_grad_norm_(run.network.parameters(), self._config.optim.grad_clip)
        run.optimizer.step()
        run.ema.update(run.network)
        if adversary is not None:
            with self._autocast():
                losses |= adversary.update(*seen, self.context.average_gradients)
        return losses | {"gradient": norm}

    def reduce_losses(self, losses: Mapping[str, Tensor]) -> dict[str, float]:
        """Return the losses of all processes, when they are sound.

        Raises:
            FloatingPointError: If they are not; the last run state is still good then.
        """
        figures = self.context.mean(losses)
        if not all(map(math.isfinite, figures.values())):
            msg = f"the gradients are not finite at step {self._run.progress.step}"
            raise FloatingPointError(msg)
        return figures
