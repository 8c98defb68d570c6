"""Exponential moving average (EMA) of a network's weights, spectral normalization divided in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch

from training.losses.spectral import plain_copy, plain_state

if TYPE_CHECKING:
    from torch import nn


class Ema:
    """A second copy of a network that trails the trained one.

    The decay warms up as ``(1 + step) / (10 + step)``, so that the random start is soon
    forgotten.
    """

    def __init__(self, network: nn.Module, decay: float) -> None:
        self.network = plain_copy(network).eval().requires_grad_(requires_grad=False)
        self.decay = decay
        self.step = 0

    @torch.no_grad()
    def update(self, network: nn.Module) -> None:
        """Move the average toward ``network``; call once after each optimizer step."""
        self.step += 1
        decay = min(self.decay, (1 + self.step) / (10 + self.step))
        averages, values = self.network.state_dict(), plain_state(network)
        smooth = [name for name, average in averages.items() if average.is_floating_point()]
        torch._foreach_lerp_([averages[n] for n in smooth], [values[n] for n in smooth], 1 - decay)
        for name in averages.keys() - smooth:
            averages[name].copy_(values[name])

    def state_dict(self) -> dict[str, Any]:
        """Return the averaged weights and the step count."""
        return {"network": self.network.state_dict(), "step": self.step}

    def load_state_dict(self, state_dict: dict[str, Any], /) -> None:
        """Restore a state that :meth:`state_dict` returned."""
        self.network.load_state_dict(state_dict["network"])
        self.step = state_dict["step"]
