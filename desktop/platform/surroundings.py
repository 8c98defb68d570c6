"""What programs started from here find around them: nothing of ours, no folder of a stranger.

A file manager, a browser and our own self-test inherit the working directory and the environment.
Libraries and modules that lie in a folder of photos are none of theirs.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping

_SEARCHED = ("LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QML2_IMPORT_PATH")
"""Where programs look for code; a bundle points them at its own folder."""


def neutral_folder() -> str:
    """Return a folder in which nobody but the system's owner puts files."""
    return Path(sys.executable).anchor or os.sep


def leave_no_trace(environment: MutableMapping[str, str] | None = None) -> None:
    """Leave the folder that the program was started in, and clean what others inherit.

    Call it when Qt has found its plugins and all relative paths have been made absolute.
    """
    environment = os.environ if environment is None else environment
    os.chdir(neutral_folder())
    bundle = getattr(sys, "_MEIPASS", None)
    for name in _SEARCHED:
        # the bundle's loader keeps what the user had under another name
        value = environment.pop(f"{name}_ORIG", environment.get(name, ""))
        entries = [entry for entry in value.split(os.pathsep) if _is_wanted(entry, bundle)]
        if entries:
            environment[name] = os.pathsep.join(entries)
        else:
            environment.pop(name, None)


def _is_wanted(entry: str, bundle: str | None) -> bool:
    """Whether a search path's entry is a place of its own: an empty one is the current folder."""
    path = Path(entry)
    return path.is_absolute() and (bundle is None or not path.is_relative_to(bundle))
