"""The table of tasks that networks are trained for; the names are those of the engine's tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.pixels.defects import DefectsConfig, DefectsTask
from training.pixels.denoising import DenoiseConfig, DenoiseTask
from training.pixels.fill import FillConfig, FillTask
from training.pixels.revival import RevivalConfig, RevivalTask
from training.pixels.task import TaskKind

if TYPE_CHECKING:
    from collections.abc import Mapping

TRAINED_TASKS: Mapping[str, TaskKind] = {
    "defects": TaskKind(DefectsConfig, DefectsTask),
    "fill": TaskKind(FillConfig, FillTask),
    "revival": TaskKind(RevivalConfig, RevivalTask),
    "denoise": TaskKind(DenoiseConfig, DenoiseTask),
}
