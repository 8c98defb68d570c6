"""A photo's look in a small file beside it, for another day or another computer."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from desktop.look_json import look_from_json, look_to_json
from engine.errors import ImageError, ImageProblem
from engine.replacing import written_beside

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
        with written_beside(path) as partial:
            partial.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise ImageError(path, ImageProblem.UNWRITABLE, error.strerror or "") from error
    return path


def read_sidecar(photo: Path) -> Look | None:
    """Return the look kept beside a photo; None if there is none, or none that can be read."""
    path = sidecar_path(photo)
    try:
        if path.stat().st_size > _MOST_BYTES:
            logger.warning("%s is too large for a look", path)
            return None
        tree = json.loads(path.read_text(encoding="utf-8"))
        return look_from_json(tree["look"])
    except FileNotFoundError:
        return None
    except (KeyError, OSError, RecursionError, TypeError, ValueError) as error:
        logger.warning("%s holds no look: %s", path, error)
        return None
