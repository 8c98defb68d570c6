"""Optional parts, and how one comes by them."""

from __future__ import annotations

import sys


def install_hint(extra: str) -> str:
    """Return what to do for an optional part that is not installed; ends a sentence."""
    command = f"pip install 'kolorit[{extra}]'"
    if getattr(sys, "frozen", False):  # by PyInstaller: nothing can be added to such a program
        return f"which only an installation into Python can have: {command}"
    return command
