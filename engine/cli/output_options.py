"""Options of the file that is written, the same for all commands that write one photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.console import between

if TYPE_CHECKING:
    import argparse


def add_output_options(command: argparse.ArgumentParser) -> None:
    """Add them to a command's parser."""
    command.add_argument("--overwrite", action="store_true", help="replace existing output files")
    command.add_argument(
        "--page",
        type=between(int, 1, 500),
        help="of a TIFF file with several; default: the largest",
    )
    command.add_argument(
        "--quality",
        type=between(int, 1, 100),
        default=95,
        help="of JPEG and WebP, 1 to 100 (default: 95)",
    )
    command.add_argument(
        "--compression", choices=("lzw", "zip"), default="lzw", help="of TIFF (default: lzw)"
    )
    command.add_argument(
        "--profile",
        choices=("srgb", "input"),
        default="srgb",
        help="color space of the output: srgb (default), or the photo's own RGB profile",
    )
    command.add_argument(
        "--no-provenance",
        action="store_true",
        help="do not write into the XMP what was done to the photo, and by which model",
    )
    command.add_argument(
        "--keep-times", action="store_true", help="give the output the times of the photo's file"
    )
