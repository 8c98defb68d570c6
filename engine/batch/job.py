"""What a batch is asked to do, as plain frozen values that JSON can hold. Imports no torch."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from engine.batch.photos import SUFFIXES
from engine.render_settings import MAX_STRENGTH, MAX_VIVIDNESS

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")


class Conflict(Enum):
    """What happens if an output file is already there."""

    SKIP = "skip"
    UNIQUE = "unique"
    OVERWRITE = "overwrite"


class Colored(Enum):
    """What happens to a photo that is in color already."""

    SKIP = "skip"
    COPY = "copy"
    COLOR = "color"


@dataclass(frozen=True)
class Rules:
    """Which files are taken, and under which names their results are kept."""

    recursive: bool = True
    """Whether the folders below are read too; their tree is kept."""
    include: tuple[str, ...] = ()
    """Patterns such as ``*.tif`` or ``1920/*``; if there are any, a photo must match one."""
    exclude: tuple[str, ...] = ()
    """Patterns of photos and folders to leave out; they win over ``include``."""
    name: str = "{stem}"
    """Template of the names, without ending; see :mod:`engine.batch.naming`."""
    conflict: Conflict = Conflict.SKIP
    format: str | None = None
    """The ending that names the format, as ``.png``; None keeps the format of the input."""
    colored: Colored = Colored.SKIP

    def __post_init__(self) -> None:
        """Refuse a format that cannot be written."""
        if self.format is not None and self.format not in SUFFIXES:
            msg = f"the format is one of {', '.join(SUFFIXES)}, got {self.format!r}"
            raise ValueError(msg)


@dataclass(frozen=True)
class ColorSettings:
    """How photos are colored and written, the same for all."""

    model: str | None = None
    """A bundled model's name or a checkpoint's path; None is the default model."""
    strength: float = 1.0
    """Multiplies chroma, 0 to ``MAX_STRENGTH``."""
    vividness: float = 1.0
    """``1 / MAX_VIVIDNESS`` to ``MAX_VIVIDNESS``; 1 is the model's own."""
    size: int | None = None
    """Short side in pixels at which the network sees a photo; None is the model's own."""
    device: str = "auto"
    warmth: float = 0.0
    """-1, cooler, to 1, warmer."""
    quality: int = 95
    """Of JPEG and WebP, 1 to 100."""
    bits: int | None = None
    """Per channel, 8 or 16; None keeps each photo's own, as far as the format holds them."""

    def __post_init__(self) -> None:
        """Refuse what is out of range."""
        if not -1 <= self.warmth <= 1:
            msg = f"warmth is -1 to 1, got {self.warmth}"
            raise ValueError(msg)
        if not 1 <= self.quality <= 100:
            msg = f"quality is 1 to 100, got {self.quality}"
            raise ValueError(msg)
        if self.bits not in (None, 8, 16):
            msg = f"bits is 8 or 16, got {self.bits}"
            raise ValueError(msg)
        if not 0 <= self.strength <= MAX_STRENGTH:
            msg = f"strength is 0 to {MAX_STRENGTH}, got {self.strength}"
            raise ValueError(msg)
        if not 1 / MAX_VIVIDNESS <= self.vividness <= MAX_VIVIDNESS:
            msg = f"vividness is {1 / MAX_VIVIDNESS} to {MAX_VIVIDNESS}, got {self.vividness}"
            raise ValueError(msg)


@dataclass(frozen=True)
class Preset:
    """Rules and settings that a user keeps under a name."""

    rules: Rules = field(default_factory=Rules)
    settings: ColorSettings = field(default_factory=ColorSettings)


@dataclass(frozen=True)
class BatchJob:
    """A batch: what to color, where to put it, and how."""

    sources: tuple[Path, ...]
    """Absolute paths of folders and single photos. The tree below a folder is kept; of several
    folders, each gets a folder of its own name."""
    target: Path
    """Absolute path of the folder for the results."""
    rules: Rules = field(default_factory=Rules)
    settings: ColorSettings = field(default_factory=ColorSettings)
    day: str = field(default_factory=lambda: date.today().isoformat())
    """ISO date for ``{date}`` in names: a batch that goes on after midnight keeps it."""

    def __post_init__(self) -> None:
        """Refuse relative paths, which mean something else in another process."""
        for path in (*self.sources, self.target):
            if not path.is_absolute():
                msg = f"paths of a batch are absolute, got {str(path)!r}"
                raise ValueError(msg)
        if not self.sources:
            msg = "a batch has at least one source"
            raise ValueError(msg)


def preset_to_json(preset: Preset) -> dict[str, Any]:
    """Return a preset as what ``json.dumps`` takes."""
    return {"rules": _plain(preset.rules), "settings": _plain(preset.settings)}


def preset_from_json(values: Mapping[str, Any]) -> Preset:
    """Return the preset that :func:`preset_to_json` gave.

    Raises:
        ValueError: If something is unknown, of the wrong kind or out of range.
    """
    try:
        rules = dict(values["rules"])
        for key in ("include", "exclude"):
            rules[key] = tuple(str(pattern) for pattern in rules.get(key, ()))
        rules["conflict"] = Conflict(rules.get("conflict", Conflict.SKIP.value))
        rules["colored"] = Colored(rules.get("colored", Colored.SKIP.value))
        return Preset(Rules(**rules), ColorSettings(**values["settings"]))
    except (KeyError, TypeError) as error:
        msg = f"this is no preset: {error}"
        raise ValueError(msg) from error


def job_to_json(job: BatchJob) -> dict[str, Any]:
    """Return a job as what ``json.dumps`` takes; names that are no Unicode survive as escapes."""
    preset = preset_to_json(Preset(job.rules, job.settings))
    sources = [os.fspath(source) for source in job.sources]
    return {"sources": sources, "target": os.fspath(job.target), "day": job.day, **preset}


def job_from_json(values: Mapping[str, Any]) -> BatchJob:
    """Return the job that :func:`job_to_json` gave.

    Raises:
        ValueError: If something is missing, unknown or out of range.
    """
    preset = preset_from_json(values)
    try:
        sources = tuple(Path(source) for source in values["sources"])
        target, day = Path(values["target"]), str(values["day"])
    except (KeyError, TypeError) as error:
        msg = f"this is no batch: {error}"
        raise ValueError(msg) from error
    return BatchJob(sources, target, preset.rules, preset.settings, day)


def _plain(value: Rules | ColorSettings) -> dict[str, Any]:
    return {
        key: item.value if isinstance(item, Enum) else item for key, item in asdict(value).items()
    }
