"""The controls of a recipe as options of the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from engine.recipe.controls import BY_NAME, CHOICES, CONTROLS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine.recipe.controls import Choice, Control
    from engine.recipe.recipe import Recipe


def add_control_options(add: Callable[..., Any], controls: tuple[Control, ...] = CONTROLS) -> None:
    """Add an option for each control to a parser or a group, whose ``add_argument`` is given."""
    for control in controls:
        names = [f"--{name}" for name in (control.name, control.earlier) if name]
        add(*names, type=_parser(control), help=control.help)


def given_controls(args: argparse.Namespace) -> Iterator[tuple[Control, float]]:
    """Yield the controls that the command line sets, and their values."""
    for control in BY_NAME.values():
        value = getattr(args, control.name, None)
        if value is not None:
            yield control, value


def add_choice_options(add: Callable[..., Any], choices: tuple[Choice, ...] = CHOICES) -> None:
    """Add an option for each choice to a parser or a group, whose ``add_argument`` is given."""
    for choice in choices:
        add(f"--{choice.name}", choices=choice.options, help=choice.help)


def given_choices(args: argparse.Namespace) -> Iterator[tuple[Choice, str]]:
    """Yield the choices that the command line makes, and what is chosen."""
    for choice in CHOICES:
        value = getattr(args, choice.name, None)
        if value is not None:
            yield choice, value


def written(recipe: Recipe, args: argparse.Namespace) -> Recipe:
    """Return a recipe with all that the command line sets."""
    for control, value in given_controls(args):
        recipe = control.write(recipe, value)
    for choice, word in given_choices(args):
        recipe = choice.write(recipe, word)
    return recipe


def _parser(control: Control) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = int(text) if control.is_whole else float(text)
        if not control.least <= value <= control.most:
            msg = f"{text} is not within {control.least:g} to {control.most:g}"
            raise argparse.ArgumentTypeError(msg)
        return value

    number.__name__ = "int" if control.is_whole else "float"  # what argparse calls a wrong one
    return number
