"""What the options of ``kolorit-cli batch`` ask for, as a job."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.batch.job import BatchJob, Colored, ColorSettings, Conflict, Preset, Rules
from engine.console import UsageError, complain
from engine.recipe_options import HINTS_LEFT_OUT, recipe_in

if TYPE_CHECKING:
    import argparse

_SETTINGS = (
    *("model", "strength", "vividness", "warmth", "size", "device"),
    *("quality", "bits", "keep_times"),
)
"""Options that are fields of ``ColorSettings``."""


def _take_recipe(args: argparse.Namespace) -> None:
    """Fill what the options leave open from the recipe that is meant for all photos.

    Raises:
        UsageError: If the file holds none, or one that keeps the photos' own colors.
    """
    recipe = recipe_in(args.recipe)
    if recipe.coloring is None:
        msg = f"“{args.recipe}” keeps the colors that a photo has; a batch would only copy it"
        raise UsageError(msg)
    if recipe.coloring.hints:
        complain(f"note: “{args.recipe}”: {HINTS_LEFT_OUT}")
    coloring, grade = recipe.coloring, recipe.grade
    settings = {
        "model": coloring.model or None,
        "size": coloring.size,
        "vividness": coloring.vividness,
        "strength": grade.strength,
        "warmth": grade.warmth,
    }
    for name, value in settings.items():
        if getattr(args, name) is None:
            setattr(args, name, value)
    args.ignore_sidecars = True


def job_of(args: argparse.Namespace) -> BatchJob:
    """Return what the command line asks for.

    Raises:
        UsageError: If the recipe cannot be used.
        ValueError: If something is out of range.
    """
    if args.recipe is not None:
        _take_recipe(args)
    rules = {
        "recursive": None if args.no_recursive is None else False,
        "include": None if args.include is None else tuple(args.include),
        "exclude": None if args.exclude is None else tuple(args.exclude),
        "name": args.name,
        "conflict": None if args.conflict is None else Conflict(args.conflict),
        "format": None if args.format in (None, "same") else f".{args.format}",
        "colored": None if args.colored is None else Colored(args.colored),
        "sidecars": None if args.ignore_sidecars is None else False,
    }
    settings = {name: getattr(args, name) for name in _SETTINGS}
    if settings["model"] is not None and Path(settings["model"]).is_file():
        settings["model"] = os.fspath(Path(settings["model"]).absolute())
    preset = Preset(Rules(**_given(rules)), ColorSettings(**_given(settings)))
    source, target = args.source.absolute(), args.target.absolute()
    return BatchJob((source,), target, preset.rules, preset.settings)


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
