"""What a batch is asked to do, as plain frozen values that JSON can hold. Imports no torch."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.batch.photos import SUFFIXES
from engine.recipe.controls import CONTROLS
from engine.recipe.recipe import Recipe
from engine.recipe.recipe_json import check_format, recipe_from_json, recipe_to_json

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 3
"""Of jobs and presets as JSON. Format 1 did not say its number; until format 2, what is a recipe
now stood among the settings."""


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
    """Template of the names, without ending; see :mod:`engine.batch.planning.naming`."""
    conflict: Conflict = Conflict.SKIP
    format: str | None = None
    """The ending that names the format, as ``.png``; None keeps the format of the input."""
    colored: Colored = Colored.SKIP
    sidecars: bool = True
    """Whether what the window has kept beside a photo counts more than the settings for all."""
    album: bool = False
    """Whether colors that are kept beside some photos are used for the same things in others."""

    def __post_init__(self) -> None:
        """Refuse what is of the wrong kind, and a format that cannot be written."""
        _check_kind("recursive", self.recursive, bool)
        _check_kind("sidecars", self.sidecars, bool)
        _check_kind("album", self.album, bool)
        _check_kind("name", self.name, str)
        if self.format is not None and self.format not in SUFFIXES:
            msg = f"the format is one of {', '.join(SUFFIXES)}, got {self.format!r}"
            raise ValueError(msg)


@dataclass(frozen=True)
class ColorSettings:
    """How photos are colored and written, the same for all."""

    model: str | None = None
    """A bundled model's name or a checkpoint's path; None is the default model."""
    recipe: Recipe = field(default_factory=Recipe)
    """What is done to a photo of which nobody has decided anything, by that model."""
    device: str = "auto"
    quality: int = 95
    """Of JPEG and WebP, 1 to 100."""
    bits: int | None = None
    """Per channel, 8 or 16; None keeps each photo's own, as far as the format holds them."""
    keep_times: bool = False
    """Whether a result gets the time at which its photo was last changed; copies always do."""

    def __post_init__(self) -> None:
        """Refuse what is of the wrong kind or out of range."""
        _check_whole("quality", self.quality, 1, 100)
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


def preset_to_json(preset: Preset, beside: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return a preset as what ``json.dumps`` takes.

    Args:
        preset: What the user wants.
        beside: The tree that stood in the same place before: what is unknown in it is kept.
    """
    before = beside if isinstance(beside, dict) else {}
    for_all = preset.settings.recipe.without_geometry()
    recipe = recipe_to_json(for_all, _part(_part(before, "settings"), "recipe"))
    settings = _plain(preset.settings) | {"recipe": recipe}
    earlier = {name: _part(before, name) for name in ("rules", "settings")}
    earlier["settings"] = _without_controls(earlier["settings"])
    parts = {"rules": _plain(preset.rules), "settings": settings}
    known = {name: {**earlier[name], **part} for name, part in parts.items()}
    return {**before, "format": FORMAT, **known}


def preset_from_json(values: Mapping[str, Any]) -> Preset:
    """Return the preset that :func:`preset_to_json` gave; what is unknown in it is ignored.

    Raises:
        NewerFormatError: If a newer version of Kolorit wrote it.
        ValueError: If something is of the wrong kind or out of range.
    """
    try:
        check_format(values.get("format", 1), FORMAT)
        rules = _known(values["rules"], Rules)
        settings = _known(values["settings"], ColorSettings)
        settings["recipe"] = _recipe_in(values["settings"])
        for key in ("include", "exclude"):
            rules[key] = _texts(rules.get(key, ()))
        rules["conflict"] = Conflict(rules.get("conflict", Conflict.SKIP.value))
        rules["colored"] = Colored(rules.get("colored", Colored.SKIP.value))
        return Preset(Rules(**rules), ColorSettings(**settings))
    except (AttributeError, KeyError, TypeError) as error:
        msg = f"this is no preset: {error}"
        raise ValueError(msg) from error


def job_to_json(job: BatchJob) -> dict[str, Any]:
    """Return a job as what ``json.dumps`` takes; names that are no Unicode survive as escapes."""
    preset = preset_to_json(Preset(job.rules, job.settings))
    sources = [os.fspath(source) for source in job.sources]
    return {"sources": sources, "target": os.fspath(job.target), "day": job.day, **preset}


def job_from_json(values: Mapping[str, Any]) -> BatchJob:
    """Return the job that :func:`job_to_json` gave; what is unknown in it is ignored.

    Raises:
        NewerFormatError: If a newer version of Kolorit wrote it.
        ValueError: If something is missing or out of range.
    """
    preset = preset_from_json(values)
    rules = preset.rules
    if values.get("format", 1) == 1:  # it was begun by a version that did not look beside photos
        rules = replace(rules, sidecars=False)
    try:
        sources = tuple(Path(source) for source in _texts(values["sources"]))
        target = Path(*_texts([values["target"]]))
        day = date.fromisoformat(values["day"]).isoformat()
    except (KeyError, TypeError) as error:
        msg = f"this is no batch: {error}"
        raise ValueError(msg) from error
    return BatchJob(sources, target, rules, preset.settings, day)


def _check_kind(name: str, value: object, kind: type) -> None:
    if not isinstance(value, kind):
        msg = f"{name} is a {kind.__name__}, got {_short(value)}"
        raise TypeError(msg)


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


def _recipe_in(settings: Mapping[str, Any]) -> Recipe:
    """Return the recipe among settings, or what stood there instead of it until format 2."""
    if "recipe" in settings:
        return recipe_from_json(settings["recipe"]).without_geometry()
    recipe = Recipe()
    for control in CONTROLS:
        if control.name in settings:
            recipe = control.write(recipe, settings[control.name])
    return recipe


def _without_controls(settings: Mapping[str, Any]) -> dict[str, Any]:
    names = {control.name for control in CONTROLS}
    return {name: value for name, value in settings.items() if name not in names}


def _known(tree: Mapping[str, Any], kind: type[Rules | ColorSettings]) -> dict[str, Any]:
    """Return what this version knows of the fields of a value."""
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in tree.items() if name in names}


def _part(tree: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = tree.get(name)
    return part if isinstance(part, dict) else {}


def _plain(value: Rules | ColorSettings) -> dict[str, Any]:
    return {
        key: item.value if isinstance(item, Enum) else item for key, item in asdict(value).items()
    }
