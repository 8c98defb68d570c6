"""Loss and quality over the steps of a run, as one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from training.loop.log import read_log

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_PANELS = (
    ("training loss", ("loss",)),
    ("squared error of ab / 128", ("ab_error", "trained_ab_error")),
    ("within one bin of the truth", ("accuracy", "trained_accuracy")),
    ("PSNR (dB)", ("psnr", "psnr_gray")),
    ("colorfulness / truth", ("colorfulness_ratio",)),
)
"""Title of each panel and the log's fields it shows."""


def save_curves(log: Path, path: Path) -> None:
    """Draw the JSON-lines log of a run as a PNG."""
    records = read_log(log)
    figure = Figure(figsize=(5 * len(_PANELS), 4), layout="constrained")
    FigureCanvasAgg(figure)
    for axes, (title, fields) in zip(figure.subplots(1, len(_PANELS)), _PANELS, strict=True):
        for field in fields:
            steps, values = _series(records, field)
            axes.plot(steps, values, label=field, linewidth=1)
        axes.set(title=title, xlabel="step")
        axes.legend()
        axes.grid(alpha=0.3)
    figure.savefig(path, dpi=80)


def _series(records: Sequence[Mapping[str, Any]], field: str) -> tuple[list[int], list[float]]:
    present = [record for record in records if field in record]
    return [record["step"] for record in present], [record[field] for record in present]
