"""What becomes of one photo, and what can stand in the way of all of them. Imports no torch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from engine.batch.job import Colored, ColorSettings
    from engine.photo import Size


class State(Enum):
    """How a photo ended."""

    DONE = "done"
    COPIED = "copied"
    SKIPPED = "skipped"
    FAILED = "failed"


class Flag(Enum):
    """Why somebody should look at a result; the value is for the report."""

    DOUBTFUL = "large doubtful areas"
    GRAY_SKIN = "gray next to skin"
    ODD_SKIN = "blue or purple skin"
    CAST = "color cast"
    MAYBE_IN_COLOR = "colored though it may be in color already"


class Obstacle(Enum):
    """What stops every photo alike; the value is a sentence for the user."""

    DISK_FULL = "The disk with the results is full. Make room, then go on."
    TARGET_GONE = "The folder for the results is gone. Bring it back, then go on."
    TARGET_FORBIDDEN = "The folder for the results can no longer be written to."
    SOURCE_GONE = "The folder with the photos is gone. Bring it back, then go on."
    DEVICE_FAILED = "The graphics card stopped working. Start Kolorit again, then go on."
    WORKERS_LOST = "The machines that color the photos can no longer be reached."


IN_COLOR = "is in color already"
HAS_OUTPUT = "has an output already"
"""Why a photo is skipped: these complete the sentence “NAME …”."""


@dataclass(frozen=True)
class Task:
    """One photo to do: everything a worker needs, wherever it runs."""

    n: int
    """Number in the plan, from 1."""
    source: Path
    target: Path
    partial: Path
    """Where the output is written before it is renamed; on the same disk as the target."""
    replace: bool
    """Whether a file at ``target`` may be replaced."""
    source_root: Path
    """Exists as long as the sources can be reached."""
    colored: Colored
    settings: ColorSettings

    @property
    def claim(self) -> Path:
        """An empty file that says: what is at ``target`` came from this task.

        It outlives a worker that was lost after it renamed its output and before it could tell,
        so that the one that does the photo again replaces the output.
        """
        return self.partial.parent / f"{self.n}.claim"


@dataclass(frozen=True)
class Outcome:
    """What became of one photo."""

    n: int
    state: State
    target: Path | None = None
    """The output, if there is one."""
    reason: str = ""
    """Why it was skipped, copied or failed: completes the sentence “NAME …”."""
    seconds: float = 0.0
    """Spent on decoding, coloring and writing, without waiting."""
    size: Size | None = None
    """Height and width in pixels."""
    doubt: float | None = None
    """Mean doubt, 0 to 1, of networks that can tell."""
    flags: tuple[Flag, ...] = ()
    notes: tuple[str, ...] = ()
    """What reading had to leave behind."""
    thumbnail: bytes = b""
    """WebP: before and after, side by side."""

    def without_thumbnail(self) -> Outcome:
        """Return the same without its picture."""
        return replace(self, thumbnail=b"")


@dataclass(frozen=True)
class Blocked:
    """A photo that could not be done for a reason that is not its own; it stays to do."""

    task: Task
    obstacle: Obstacle


Attempt = Outcome | Blocked
