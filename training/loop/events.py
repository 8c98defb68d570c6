"""A run's figures as TensorBoard events, for those who have it installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class Events(Protocol):
    """What TensorBoard's ``SummaryWriter`` does for us."""

    def add_scalar(self, tag: str, scalar_value: float, global_step: int) -> None:
        """Write one value of a curve."""
        ...

    def close(self) -> None:
        """Write what is left."""
        ...


def open_events(folder: Path) -> Events | None:
    """Return a writer of event files into a folder, or None without TensorBoard."""
    try:
        from torch.utils.tensorboard import SummaryWriter  # noqa: PLC0415 - an optional extra
    except ImportError:
        return None
    events: Events = SummaryWriter(str(folder))
    return events
