"""The models that come with the app, and how a name or a path leads to one. Imports no torch."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.errors import CatalogError, UnknownModelError
from engine.models.tasks import COLOR

if TYPE_CHECKING:
    from collections.abc import Mapping

RESOURCES = Path(__file__).parents[2] / "resources"
CHECKPOINTS = RESOURCES / "checkpoints"
SAMPLE_PHOTO = RESOURCES / "samples" / "astronaut.jpg"
_SUFFIX = ".safetensors"


@dataclass(frozen=True)
class Entry:
    """A bundled checkpoint, as its manifest describes it."""

    name: str
    path: Path
    summary: str
    """One English sentence on what it is good for."""
    license: str
    """What its training data allow."""
    size: int
    """Bytes."""
    sha256: str
    earlier: bool = False
    """Whether it is one of the systems that Kolorit carries on, and not its own."""
    task: str = COLOR
    """What its network is for, as in its header."""

    def is_intact(self) -> bool:
        """Whether the file is the one the manifest describes."""
        if not self.path.is_file() or self.path.stat().st_size != self.size:
            return False
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256


def bundled_models(folder: Path | None = None) -> tuple[Entry, ...]:
    """Return the models of a folder that color, the app's own if None is given.

    The first is the default.

    Raises:
        CatalogError: If the folder's list is missing, damaged or has none.
    """
    folder = folder or CHECKPOINTS
    models = tuple(entry for entry in bundled_checkpoints(folder) if entry.task == COLOR)
    if not models:
        raise CatalogError(folder / "MANIFEST.toml", "is empty")
    return models


def bundled_network(task: str) -> Path | None:
    """Return the checkpoint of the app's own network for a task; None if it comes with none.

    Raises:
        CatalogError: If the list of checkpoints is missing or damaged.
    """
    entries = bundled_checkpoints(CHECKPOINTS)
    return next((entry.path for entry in entries if entry.task == task), None)


def bundled_checkpoints(folder: Path) -> tuple[Entry, ...]:
    """Return all checkpoints of a folder, whatever they are for, in the order of its list.

    Raises:
        CatalogError: If their list is missing or damaged.
    """
    path = folder / "MANIFEST.toml"
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["checkpoint"]
        return tuple(_entry(folder, row) for row in rows)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CatalogError(path, "is missing or damaged") from error


def _entry(folder: Path, row: Mapping[str, Any]) -> Entry:
    return Entry(
        name=row["name"],
        path=folder / row["file"],
        summary=row["summary"],
        license=row["license"],
        size=row["size"],
        sha256=row["sha256"],
        earlier=row["earlier"],
        task=row.get("task", COLOR),
    )


def promised_sha256(path: Path) -> str | None:
    """Return the SHA-256 that the list of bundled models gives a file; None for any other file.

    Raises:
        CatalogError: If the file lies among the bundled models and their list is damaged.
    """
    if path.parent != CHECKPOINTS:
        return None
    entries = bundled_checkpoints(CHECKPOINTS)
    return next((entry.sha256 for entry in entries if entry.path == path), None)


def find_model(name: str | None = None) -> Path:
    """Return the checkpoint of a bundled model, the default one, or the one at a path.

    Raises:
        UnknownModelError: If there is neither such a model nor such a file.
    """
    path = Path(name or "")
    if path.suffix == _SUFFIX and path.is_file():
        return path
    models = bundled_models()
    if name is None:
        return models[0].path
    for model in models:
        if model.name == name:
            return model.path
    raise UnknownModelError(name, tuple(model.name for model in models))
