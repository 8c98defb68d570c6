"""Looks at a run while it goes: figures for its log, sheets for the eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.checkpoints.checkpoint import Model
from engine.checkpoints.header import Header
from engine.models.registry import COLOR_ARCHITECTURES
from training.evaluation.metrics import psnr
from training.evaluation.quality import color, measure
from training.evaluation.sheets import save_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import nn

    from engine.device import Device
    from training.config import RunConfig
    from training.data.datasets import PhotoStore

WATCHED_PHOTOS = 64
_TRAINED_PHOTOS = 32
_SHEET_PHOTOS = 8


class Evaluator:
    """Measures the averaged network on photos it did not learn, and on some it did."""

    def __init__(
        self,
        config: RunConfig,
        watched: PhotoStore,
        trained: PhotoStore,
        run_dir: Path,
        device: Device,
    ) -> None:
        self._config = config
        self._watched = [watched.photo(index) for index in range(len(watched))]
        step = max(1, len(trained) // _TRAINED_PHOTOS)
        self._trained = [
            trained.photo(index) for index in range(0, len(trained), step)[:_TRAINED_PHOTOS]
        ]
        self._run_dir = run_dir
        self._device = device

    def __call__(self, step: int, network: nn.Module) -> Mapping[str, float]:
        """Return figures for the log; write a sheet."""
        model = Model(network, header_of(self._config, {}), self._device)
        colorings = list(color(model, self._watched))
        rows = [(c.truth, c.gray, c.colored) for c in colorings[:_SHEET_PHOTOS]]
        save_sheet(self._run_dir / f"sheet-{step:06d}.png", rows)
        colored = measure((c.colored, c.truth) for c in colorings)
        trained = measure((c.colored, c.truth) for c in color(model, self._trained))
        return {
            "psnr": colored.psnr.value,
            "psnr_gray": float(np.mean([psnr(c.gray, c.truth) for c in colorings])),
            "ciede2000": colored.ciede2000.value,
            "ab_error": colored.ab_error.value,
            "trained_ab_error": trained.ab_error.value,
            "accuracy": colored.accuracy.value,
            "trained_accuracy": trained.accuracy.value,
            "colorfulness_ratio": colored.colorfulness_ratio.value,
            "skin_hue_errors": colored.skin_hue_errors.value,
            "desaturated_skin": colored.desaturated_skin.value,
        }


def header_of(config: RunConfig, provenance: Mapping[str, Any]) -> Header:
    """Return the checkpoint header of a run."""
    model = config.model
    arch = COLOR_ARCHITECTURES[model.arch]
    return Header.coloring(arch, model.config, model.input_size, provenance)
