"""The table of tasks: what networks are for, and the tensors that all networks for a task share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COLOR = "color"
"""The task of networks that color; all others map pixels to pixels."""
LAYOUT = "BCHW"
"""Of every input: batch, planes, rows, columns."""


@dataclass(frozen=True)
class Task:
    """What every network for a task takes and gives, as named planes."""

    id: str
    """Stored in checkpoints; never changes meaning."""
    inputs: tuple[str, ...]
    """Planes, (B, len(inputs), H, W) in this order."""
    outputs: tuple[str, ...]
    """Planes, (B, len(outputs), H, W); numbers, (B, len(outputs)), if the layout of the output is
    ``BC``."""
    color_space: str
    """In which inputs and outputs are; "gray" is Rec. 601 luma of gamma-encoded sRGB."""
    input_range: tuple[float, float]
    """Between which the values of all inputs lie."""
    padding: str
    """What lies beyond the lower and right edge, up to a multiple of what the network asks for:
    ``mirror`` the picture mirrored, ``unknown`` what is to be filled, ``none`` nothing, since the
    picture is brought to a fixed size."""
    output_layout: str = LAYOUT
    """Of the output: planes, or numbers that are said of the picture as a whole."""

    @property
    def is_color(self) -> bool:
        """Whether it is the task of networks that color."""
        return self.id == COLOR


TASKS: Mapping[str, Task] = {
    task.id: task
    for task in (
        Task(
            COLOR,  # engine/coloring/network_pass.py
            inputs=("lightness",),
            outputs=("a", "b"),
            color_space="CIE Lab, D65, 2 degrees",
            input_range=(-1.0, 1.0),
            padding="mirror",
        ),
        Task(
            "defects",  # engine/restoration/defects/damage_planes.py
            inputs=("gray", "difference 20", "difference 40", "scale"),
            outputs=("log odds of damage",),
            color_space="gray",
            input_range=(-8.0, 8.0),
            padding="mirror",
        ),
        Task(
            "fill",  # engine/restoration/fills/coarse_fill.py
            inputs=("gray", "unknown"),
            outputs=("gray",),
            color_space="gray",
            input_range=(0.0, 1.0),
            padding="unknown",
        ),
        Task(
            "revival",  # engine/restoration/fading.py
            inputs=("red", "green", "blue"),
            outputs=(
                *(f"matrix {row} {column}" for row in range(3) for column in range(3)),
                *(f"offset {row}" for row in range(3)),
                "log error",
                "log odds of help",
            ),
            color_space="sRGB",
            input_range=(0.0, 1.0),
            padding="none",
            output_layout="BC",
        ),
        Task(
            "denoise",  # engine/restoration/spoilage/denoise_planes.py
            inputs=("luma", "blue difference", "red difference", "noise", "jpeg"),
            outputs=("luma", "blue difference", "red difference"),
            color_space="Y'CbCr of sRGB, Rec. 601",
            input_range=(-4.0, 4.0),
            padding="mirror",
        ),
    )
}
