"""What the commands of ``kolorit-cli`` share: exit codes, printing, ranges.

Names and texts from files are data. A terminal takes some characters as orders: to change its
title, to forget what it showed, to write backwards. They are shown as what they are.
"""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
import unicodedata
from contextlib import suppress
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

OK, SOME_FAILED, USAGE = 0, 1, 2
"""Exit codes."""
FOLDER_GONE = "the folder you are in is no longer there; change to another one"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories that steer a terminal or turn text around: controls, formats such as the
bidirectional ones, surrogates, separators of lines."""
_JOINERS = "\u200c\u200d"
"""Formats that names need: Persian and Indic words, emoji."""


class UsageError(Exception):
    """The command line asks for something that cannot be meant."""


class UnheardError(Exception):
    """What a command has to say cannot be written: its reader is gone, or the disk is full."""


def printable(text: str) -> str:
    r"""Return one line that a terminal shows as it is, whatever a file is called.

    Escape sequences, line breaks, bytes that are no Unicode and characters that turn the reading
    direction around are written as ``\x1b``, ``\n``, ``\udcff``, ``\u202e``. Names of files,
    metadata and anything else that comes from a file goes through here before it is printed.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        char.encode("unicode_escape").decode() if _is_unseen(char) else char for char in text
    )


def printable_lines(text: str) -> str:
    """Return a text of several lines, each of them printable."""
    return "\n".join(printable(line) for line in text.split("\n"))


class PrintableFormatter(logging.Formatter):
    """Writes log records that a terminal only shows.

    A message is one line, and a traceback is indented: no name of a file looks like a record.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """Format what was said."""
        return printable(super().formatMessage(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's name
        """Format a traceback, which quotes names and lines of code."""
        return indent(printable_lines(super().formatException(ei)), "    ")


class PrintableParser(argparse.ArgumentParser):
    """Quotes arguments, which may be names of files, as a terminal only shows them."""

    def _print_message(self, message: str, file: Any = None) -> None:
        super()._print_message(printable_lines(message), file)


def have_streams() -> None:
    """Let what whoever started this process has closed lead nowhere: input, output and errors.

    The next files that are opened would get their numbers, and what libraries print would go into
    somebody's photo.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nowhere = io.BufferedWriter(io.FileIO(os.devnull, "wb"))
            setattr(sys, name, io.TextIOWrapper(nowhere, "utf-8"))


def is_in_a_folder() -> bool:
    """Whether the working directory is still there: without it no name leads anywhere."""
    try:
        os.getcwd()  # noqa: PTH109 - only asked whether it can be told
    except OSError:
        return False
    return True


def say(text: str) -> None:
    """Print one line at once; see :func:`printable`.

    Raises:
        UnheardError: If it cannot be written.
    """
    show(f"{printable(text)}\n")


def show(text: str) -> None:
    """Print a text at once as it is.

    Raises:
        UnheardError: If it cannot be written.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError as error:  # as by `| head`
        msg = "nobody reads the output any more"
        raise UnheardError(msg) from error
    except OSError as error:
        msg = f"the output cannot be written ({(error.strerror or str(error)).lower()})"
        raise UnheardError(msg) from error


def complain(text: str) -> None:
    """Print one line for a person, apart from the results; see :func:`printable`."""
    with suppress(OSError):  # there is nobody to tell; the exit code stays
        sys.stderr.write(f"kolorit-cli: {printable(text)}\n")
        sys.stderr.flush()


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN and char not in _JOINERS


def between(kind: type[int | float], low: float, high: float) -> Callable[[str], float]:
    """Return a parser of numbers within a range."""

    def number(text: str) -> float:
        value = kind(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not within {low:g} to {high:g}")
        return value

    return number


def named(text: str) -> str:
    """Parse the name of a file or folder; an empty one would mean the working directory."""
    if not text:
        msg = "an empty name is that of no file"
        raise argparse.ArgumentTypeError(msg)
    return text


def named_path(text: str) -> Path:
    """Parse a path, see :func:`named`."""
    return Path(named(text))


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
