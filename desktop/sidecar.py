"""A photo's look in a small file beside it, for another day or another computer."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from desktop.look_json import look_from_json, look_to_json
from desktop.small_files import read_small, write_small
from engine.errors import ImageError, ImageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.document import Look

logger = logging.getLogger(__name__)

_FORMAT = 1
_MOST_BYTES = 1 << 22


def sidecar_path(photo: Path) -> Path:
    """Return where the look of a photo is kept."""
    return photo.with_name(f"{photo.name}.kolorit.json")


def write_sidecar(photo: Path, look: Look) -> Path:
    """Keep a look beside its photo; return the file.

    Raises:
        ImageError: If the disk refuses.
    """
    path = sidecar_path(photo)
    text = json.dumps({"kolorit": _FORMAT, "photo": photo.name, "look": look_to_json(look)})
    try:
        write_small(path, text + "\n", like=photo)
    except OSError as error:
        raise ImageError(path, ImageProblem.UNWRITABLE, error.strerror or "") from error
    return path


def read_sidecar(photo: Path) -> Look | None:
    """Return the look kept beside a photo; None if there is none, or none that can be read."""
    path = sidecar_path(photo)
    try:
        tree = json.loads(read_small(path, _MOST_BYTES))
        return look_from_json(tree["look"])
    except FileNotFoundError:
        return None
    except (KeyError, OSError, RecursionError, TypeError, ValueError) as error:
        logger.warning("%s holds no look: %s", path, error)
        return None
