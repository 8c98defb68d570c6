"""What a batch is asked to do, as plain frozen values that JSON can hold. Imports no torch."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.batch.photos import SUFFIXES
from engine.render_settings import MAX_STRENGTH, MAX_VIVIDNESS

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST_SIZE, MOST_SIZE = 32, 2048
"""Of the short side at which the network may see a photo, in pixels."""


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
        """Refuse what is of the wrong kind, and a format that cannot be written."""
        _check_kind("recursive", self.recursive, bool)
        _check_kind("name", self.name, str)
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

    keep_times: bool = False
    """Whether a result gets the time at which its photo was last changed; copies always do."""

    def __post_init__(self) -> None:
        """Refuse what is of the wrong kind or out of range."""
        _check_number("warmth", self.warmth, -1, 1)
        _check_number("strength", self.strength, 0, MAX_STRENGTH)
        _check_number("vividness", self.vividness, 1 / MAX_VIVIDNESS, MAX_VIVIDNESS)
        _check_whole("quality", self.quality, 1, 100)
        if self.size is not None:
            _check_whole("size", self.size, LEAST_SIZE, MOST_SIZE)
        if self.bits is not None:
            _check_whole("bits", self.bits, 8, 16)
        if self.bits not in (None, 8, 16):
            msg = f"bits is 8 or 16, got {self.bits}"
            raise ValueError(msg)
        _check_kind("model", "" if self.model is None else self.model, str)
        _check_kind("device", self.device, str)
        _check_kind("keep_times", self.keep_times, bool)


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
            rules[key] = _texts(rules.get(key, ()))
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
        sources = tuple(Path(source) for source in _texts(values["sources"]))
        target = Path(*_texts([values["target"]]))
        day = date.fromisoformat(values["day"]).isoformat()
    except (KeyError, TypeError) as error:
        msg = f"this is no batch: {error}"
        raise ValueError(msg) from error
    return BatchJob(sources, target, preset.rules, preset.settings, day)


def _check_kind(name: str, value: object, kind: type) -> None:
    if not isinstance(value, kind):
        msg = f"{name} is a {kind.__name__}, got {_short(value)}"
        raise TypeError(msg)


def _check_number(name: str, value: object, least: float, most: float) -> None:
    """Raise unless a value is a number within a range, which "not a number" never is."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        msg = f"{name} is {least:g} to {most:g}, got {_short(value)}"
        raise ValueError(msg)


def _check_whole(name: str, value: object, least: int, most: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        msg = f"{name} is a whole number from {least} to {most}, got {_short(value)}"
        raise ValueError(msg)


def _short(value: object) -> str:
    if isinstance(value, int) and value.bit_length() > 64:  # Python refuses to write long ones
        return "a huge number"
    return repr(value)[:40]


def _texts(values: object) -> tuple[str, ...]:
    """Return the texts of a list, none of which can be a name's end in the middle of it."""
    if not isinstance(values, list | tuple):
        msg = "a list is needed"
        raise TypeError(msg)
    for text in values:
        if not isinstance(text, str) or "\0" in text:
            msg = f"{_short(text)} is no text"
            raise TypeError(msg)
    return tuple(values)


def _plain(value: Rules | ColorSettings) -> dict[str, Any]:
    return {
        key: item.value if isinstance(item, Enum) else item for key, item in asdict(value).items()
    }
