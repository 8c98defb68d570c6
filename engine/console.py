"""What the commands of ``kolorit-cli`` share: exit codes, printing, ranges."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

OK, SOME_FAILED, USAGE = 0, 1, 2
"""Exit codes."""


class UsageError(Exception):
    """The command line asks for something that cannot be meant."""


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Print a line for a person, apart from the results."""
    sys.stderr.write(f"kolorit-cli: {text}\n")


def between(kind: type[int | float], low: float, high: float) -> Callable[[str], float]:
    """Return a parser of numbers within a range."""

    def number(text: str) -> float:
        value = kind(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not within {low:g} to {high:g}")
        return value

    return number


def add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    summary: str,
    examples: str,
) -> argparse.ArgumentParser:
    """Add a command whose help ends with examples."""
    return commands.add_parser(
        name,
        help=summary,
        description=f"{summary.capitalize()}.",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
