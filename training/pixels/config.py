"""The settings of a run that trains a network which maps pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from engine.models.registry import PIXEL_ARCHITECTURES
from training.config import OptimConfig


@dataclass(frozen=True)
class PixelModelConfig:
    """Which network, with which hyperparameters."""

    arch: str = "half-unet"
    config: dict[str, Any] = field(default_factory=dict)
    """Passed to the architecture, which refuses keys it does not know."""
    overlap: int = 64
    """Pixels around a pixel that tiles will show the network; −1 if it sees pictures as a whole."""


@dataclass(frozen=True)
class PixelRunConfig:
    """Everything that decides the result of a run."""

    task: str
    """One of ``training.pixels.tasks``."""
    seed: int = 0
    steps: int = 0
    """Optimizer updates in the whole run; 0 leaves the end to ``minutes``."""
    minutes: float = 0.0
    """Wall-clock budget of the optimizer updates; 0 leaves the end to ``steps``."""
    batch_size: int = 64
    precision: str = "bf16"
    """``bf16`` autocast or ``fp32``."""
    echo: int = 1
    """Steps that learn from each batch that is made; more where making takes longer than learning,
    see ``echo.py``."""
    kept: int = 32
    """Batches that are kept to learn from again, if there is an echo."""
    save_every: int = 500
    """Steps between saved run states."""
    evaluate_every: int = 1000
    """Steps between evaluations of the averaged network on watched batches."""
    watched_batches: int = 8
    """How many, the same ones each time, of pictures that are not trained on."""
    model: PixelModelConfig = field(default_factory=PixelModelConfig)
    data: dict[str, Any] = field(default_factory=dict)
    """Settings of the task, which refuses keys it does not know."""
    optim: OptimConfig = field(default_factory=OptimConfig)

    def __post_init__(self) -> None:
        """Refuse what cannot be run."""
        for name in ("batch_size", "echo", "kept", "save_every", "evaluate_every"):
            _require(getattr(self, name) >= 1, f"{name} must be at least 1")
        _require(self.steps > 0 or self.minutes > 0, "set steps or minutes: the run has no end")
        for name, value, choices in (
            ("model.arch", self.model.arch, tuple(PIXEL_ARCHITECTURES)),
            ("precision", self.precision, ("bf16", "fp32")),
            ("optim.schedule", self.optim.schedule, ("cosine", "linear", "constant")),
        ):
            known = " or ".join(map(repr, choices))
            _require(value in choices, f"{name} is {known}, got {value!r}")


def _require(condition: bool, message: str) -> None:  # noqa: FBT001 - reads like an assertion
    if not condition:
        raise ValueError(message)
