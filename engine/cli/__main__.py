"""The command line, ``kolorit-cli``: color photos, list models, look after the installation."""

from __future__ import annotations

import io
import logging
import os
import sys
from typing import TYPE_CHECKING

from engine import thread_waiting
from engine.checkpoints.catalog import bundled_models
from engine.cli import batch_command, colorize_command, restore_command
from engine.console import (
    FOLDER_GONE,
    OK,
    SOME_FAILED,
    USAGE,
    PrintableFormatter,
    PrintableParser,
    UnheardError,
    UsageError,
    add_command,
    complain,
    have_streams,
    is_in_a_folder,
    say,
)
from engine.endings import Ended, raised
from engine.errors import DeviceMemoryError, DeviceUnavailableError, EngineError, UnknownModelError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_DOCTOR_EXAMPLES = """example:
  kolorit-cli doctor      what is installed, and whether it works here
"""
_MODELS_EXAMPLES = """example:
  kolorit-cli models      then: kolorit-cli colorize photo.jpg -o out.jpg --model NAME
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    thread_waiting.spin_briefly()
    have_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # any file name can be printed
    parser = _parser()
    args = parser.parse_args(arguments)
    if not is_in_a_folder():
        complain(FOLDER_GONE)
        return USAGE
    logging.captureWarnings(capture=True)
    log = logging.StreamHandler()
    log.setFormatter(PrintableFormatter(logging.BASIC_FORMAT))
    logging.basicConfig(level=logging.DEBUG if args.verbose else logging.ERROR, handlers=[log])
    with raised():
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    """Run a command; tell what a user can meet, and return the exit code."""
    try:
        code: int = args.run(args)
    except (UnknownModelError, DeviceUnavailableError, UsageError) as error:
        complain(str(error))
        return USAGE
    except (EngineError, MemoryError) as error:
        told = error if isinstance(error, EngineError) else DeviceMemoryError("cpu")
        complain(str(told))
        return SOME_FAILED
    except KeyboardInterrupt:
        complain("stopped")
        return 130
    except Ended as end:
        complain("stopped")
        return end.exit_code
    except UnheardError as error:  # closing it once more at exit must not fail
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        complain(f"stopped: {error}")
        return SOME_FAILED
    return code


def models(_args: argparse.Namespace) -> int:
    """List the bundled models."""
    for index, entry in enumerate(bundled_models()):
        default = " (default)" if index == 0 else ""
        say(f"{entry.name}{default}  {entry.size / 2**20:.1f} MiB  {entry.license}")
        say(f"    {entry.summary}")
    return OK


def doctor(_args: argparse.Namespace) -> int:
    """Report versions and devices, check the bundled models, color a test picture."""
    from engine.cli.doctor import examine  # noqa: PLC0415 - imports torch

    healthy = True
    for finding in examine():
        healthy = healthy and finding.good
        say(f"{'ok  ' if finding.good else 'FAIL'}  {finding.text}")
    return OK if healthy else SOME_FAILED


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = PrintableParser(
        prog="kolorit-cli",
        description="Natural color for black-and-white photographs, on your own machine.",
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="log what happens")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    colorize_command.register(commands)
    batch_command.register(commands)
    restore_command.register(commands)
    command = add_command(commands, "models", "list the models", _MODELS_EXAMPLES)
    command.set_defaults(run=models)
    command = add_command(commands, "doctor", "check this installation", _DOCTOR_EXAMPLES)
    command.set_defaults(run=doctor)
    return parser


if __name__ == "__main__":
    sys.exit(main())
