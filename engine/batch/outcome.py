"""What becomes of one photo, and what can stand in the way of all of them. Imports no torch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from engine.batch.job import Colored, ColorSettings
    from engine.photo.photo import Size


_MEDIUM_DOUBT, _HIGH_DOUBT = 0.39, 0.47
"""Mean doubt of a photo from which it counts as more than low, and as high: of 61 photos that were
made gray, about a quarter each is below and above."""


class State(Enum):
    """How a photo ended."""

    DONE = "done"
    COPIED = "copied"
    SKIPPED = "skipped"
    FAILED = "failed"


class Flag(Enum):
    """Why somebody should look at a result; the value is for the report."""

    DOUBTFUL = "large doubtful areas"
    PATCHES = "patches of another color"
    GRAY_SKIN = "gray next to skin"
    ODD_SKIN = "blue or purple skin"
    CAST = "color cast"
    MAYBE_IN_COLOR = "colored though it may be in color already"
    MUCH_REPAIRED = "much of it was repaired"
    INVENTED = "parts of it were invented"


class Uncertainty(Enum):
    """How sure a network was of a photo's colors; the value is for the report."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @classmethod
    def of(cls, doubt: float | None) -> Uncertainty | None:
        """Return what a mean doubt means; None of networks that cannot tell.

        Args:
            doubt: 0 to 1.
        """
        if doubt is None:
            return None
        if doubt < _MEDIUM_DOUBT:
            return cls.LOW
        return cls.MEDIUM if doubt < _HIGH_DOUBT else cls.HIGH


class BlockingCondition(Enum):
    """What stops every photo alike; the value is a sentence for the user."""

    DISK_FULL = "The disk with the results is full. Make room, then go on."
    TARGET_GONE = "The folder for the results is gone. Bring it back, then go on."
    TARGET_FORBIDDEN = "The folder for the results can no longer be written to."
    SOURCE_GONE = "The folder with the photos is gone. Bring it back, then go on."
    DEVICE_FAILED = "The graphics card stopped working. Start Kolorit again, then go on."
    WORKERS_LOST = "The machines that color the photos can no longer be reached."
    OTHER_DISK = (
        "A folder among the results lies on another disk, where no result can be moved to. "
        "Choose a folder for the results on that disk, or move that folder."
    )
    ALIKE = "Several photos in a row failed in the same way, so the others would too."


IN_COLOR = "is in color already"
HAS_OUTPUT = "has an output already"
"""Why a photo is skipped: these complete the sentence “NAME …”."""
ENDED_TWICE = (
    "was being colored both times that Kolorit was ended from outside, as the system does when "
    "memory runs out"
)
"""Why a photo failed that nobody could be told about when it did."""


class FileIdentity(NamedTuple):
    """Tells a file from all others, also from itself once it is changed; survives renaming."""

    inode: int
    size: int
    changed: int
    """When its content was last changed, in ns."""

    @classmethod
    def of(cls, status: os.stat_result) -> FileIdentity:
        """Return what a file's status says."""
        return cls(status.st_ino, status.st_size, status.st_mtime_ns)


@dataclass(frozen=True)
class Task:
    """One photo to do: everything a worker needs, wherever it runs."""

    n: int
    """Number in the plan, from 1."""
    source: Path
    target: Path
    partial: Path
    """Where the output is written before it is renamed; on the same disk as the target."""
    replaces: FileIdentity | None
    """The one file at ``target`` that may be replaced; None if there must be none."""
    source_root: Path
    """Exists as long as the sources can be reached."""
    colored: Colored
    settings: ColorSettings
    sidecars: bool = False
    """Whether what is kept beside the photo counts more than the settings."""

    @property
    def claim(self) -> Path:
        """A file that says by which files at ``target`` one tells that they came from this task.

        It outlives a process that was lost after it renamed its output and before it could tell,
        so that the one that does the photo again replaces the output, and no other file.
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
    is_own: bool = True
    """Whether a failure is about this photo, as far as one can tell, and not about the disk, the
    model or the machine, which others meet too."""
    output: FileIdentity | None = None
    """Tells the output from a file that somebody puts in its place."""

    repairs: bytes = b""
    """WebP: a few repaired places before and after, of a photo that somebody should look at."""
    taken_from: tuple[str, ...] = ()
    """Names of the photos that colors were taken over from."""

    def without_thumbnail(self) -> Outcome:
        """Return the same without its pictures."""
        return replace(self, thumbnail=b"", repairs=b"")


@dataclass(frozen=True)
class Blocked:
    """A photo that could not be done for a reason that is not its own; it stays to do."""

    task: Task
    condition: BlockingCondition


Attempt = Outcome | Blocked
