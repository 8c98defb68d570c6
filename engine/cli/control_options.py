"""The controls of a recipe as options of the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from engine.recipe.controls import BY_NAME, CONTROLS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine.recipe.controls import Control


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


def _parser(control: Control) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = int(text) if control.is_whole else float(text)
        if not control.least <= value <= control.most:
            msg = f"{text} is not within {control.least:g} to {control.most:g}"
            raise argparse.ArgumentTypeError(msg)
        return value

    number.__name__ = "int" if control.is_whole else "float"  # what argparse calls a wrong one
    return number
