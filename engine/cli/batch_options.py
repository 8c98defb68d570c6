"""What the options of ``kolorit-cli batch`` ask for, as a job."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.batch.job import BatchJob, Colored, ColorSettings, Conflict, Preset, Rules
from engine.cli.recipe_options import GEOMETRY_LEFT_OUT, HINTS_LEFT_OUT, recipe_in, with_options
from engine.console import UsageError, complain
from engine.recipe.recipe import Recipe

if TYPE_CHECKING:
    import argparse

_SETTINGS = ("model", "device", "quality", "bits", "keep_times")
"""Options that are fields of ``ColorSettings``."""


def _recipe_of(args: argparse.Namespace) -> Recipe:
    """Return what is done to all photos: the file's recipe, and the options instead of parts of it.

    Raises:
        UsageError: If the file holds none, or one that keeps the photos' own colors.
    """
    recipe = Recipe() if args.recipe is None else recipe_in(args.recipe)
    if recipe.coloring is None:
        msg = f"“{args.recipe}” keeps the colors that a photo has; a batch would only copy it"
        raise UsageError(msg)
    if recipe.coloring.hints:
        complain(f"note: “{args.recipe}”: {HINTS_LEFT_OUT}")
    if args.model is None and recipe.coloring.model:
        args.model = recipe.coloring.model
    if recipe.has_geometry:
        complain(f"note: “{args.recipe}”: {GEOMETRY_LEFT_OUT}")
    coloring = replace(recipe.coloring, model="", hints=())
    recipe = replace(recipe.without_geometry(), coloring=coloring)
    return with_options(recipe, args)


def job_of(args: argparse.Namespace) -> BatchJob:
    """Return what the command line asks for.

    Raises:
        UsageError: If the recipe cannot be used.
        ValueError: If something is out of range.
    """
    recipe = _recipe_of(args)
    if args.album and (args.ignore_sidecars or args.recipe is not None):
        msg = "--album uses what is kept beside photos; without --ignore-sidecars and --recipe"
        raise UsageError(msg)
    if args.album and args.dask is not None:
        msg = "--album compares photos on this machine; it does not go with --dask"
        raise UsageError(msg)
    rules = {
        "recursive": None if args.no_recursive is None else False,
        "include": None if args.include is None else tuple(args.include),
        "exclude": None if args.exclude is None else tuple(args.exclude),
        "name": args.name,
        "conflict": None if args.conflict is None else Conflict(args.conflict),
        "format": None if args.format in (None, "same") else f".{args.format}",
        "colored": None if args.colored is None else Colored(args.colored),
        "album": args.album,
        "sidecars": None if args.ignore_sidecars is None and args.recipe is None else False,
    }
    settings = {name: getattr(args, name) for name in _SETTINGS} | {"recipe": recipe}
    if settings["model"] is not None and Path(settings["model"]).is_file():
        settings["model"] = os.fspath(Path(settings["model"]).absolute())
    preset = Preset(Rules(**_given(rules)), ColorSettings(**_given(settings)))
    source, target = args.source.absolute(), args.target.absolute()
    return BatchJob((source,), target, preset.rules, preset.settings)


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
