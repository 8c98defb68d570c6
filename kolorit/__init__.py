"""Kolorit for scripts: read a photo, decide what is done to it, write what becomes of it.

    >>> import kolorit
    >>> developed = kolorit.colorize("in.tif", "out.tif")

Importing this package is quick: a name's own module, and torch with it, is imported when the name
is used first. What is not named here may change with any version.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.develop import Developed
    from engine.errors import EngineError
    from engine.photo.photo import Photo
    from engine.recipe.hint import Hint
    from engine.recipe.recipe import Recipe
    from engine.recipe.stages import (
        Coloring,
        Crop,
        Denoise,
        Grade,
        Orientation,
        Repair,
        Revival,
        Tone,
    )
    from engine.recipe.stroke import Stroke
    from engine.saving import SaveOptions
    from kolorit.coloring import colorize, develop, load_model, render, write
    from kolorit.reading import read, read_recipe

_HOMES = {
    "Coloring": "engine.recipe.stages",
    "Crop": "engine.recipe.stages",
    "Denoise": "engine.recipe.stages",
    "Developed": "engine.develop",
    "EngineError": "engine.errors",
    "Grade": "engine.recipe.stages",
    "Hint": "engine.recipe.hint",
    "Orientation": "engine.recipe.stages",
    "Photo": "engine.photo.photo",
    "Recipe": "engine.recipe.recipe",
    "Repair": "engine.recipe.stages",
    "Revival": "engine.recipe.stages",
    "SaveOptions": "engine.saving",
    "Stroke": "engine.recipe.stroke",
    "Tone": "engine.recipe.stages",
    "colorize": "kolorit.coloring",
    "develop": "kolorit.coloring",
    "load_model": "kolorit.coloring",
    "read": "kolorit.reading",
    "read_recipe": "kolorit.reading",
    "render": "kolorit.coloring",
    "write": "kolorit.coloring",
}

__all__ = [
    "Coloring",
    "Crop",
    "Denoise",
    "Developed",
    "EngineError",
    "Grade",
    "Hint",
    "Orientation",
    "Photo",
    "Recipe",
    "Repair",
    "Revival",
    "SaveOptions",
    "Stroke",
    "Tone",
    "colorize",
    "develop",
    "load_model",
    "read",
    "read_recipe",
    "render",
    "write",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is used first (PEP 562)."""
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, also those that are not imported yet."""
    return sorted({*globals(), *__all__})
