"""What was decided about a photo, in a small file beside it: for another day or another computer.

The file belongs to whoever can write beside the photo, so it is read as a stranger's. One of a
newer version of Kolorit is neither used nor changed, and what is unknown in one of this version's
format survives when it is written again.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from engine.errors import EngineError, ImageError, ImageProblem, NewerSettingsError
from engine.recipe.recipe import Recipe
from engine.recipe.recipe_json import (
    NewerFormatError,
    check_format,
    page_from_json,
    recipe_from_json,
    recipe_to_json,
)
from engine.small_files import read_small, write_small

if TYPE_CHECKING:
    from pathlib import Path

logger = logging.getLogger(__name__)

FORMAT = 2
"""Of what is written, under the key ``kolorit``. In format 1, the recipe was called a look."""
_MOST_BYTES = 1 << 22


@dataclass(frozen=True)
class Result:
    """A file that a photo was saved as."""

    path: Path
    sha256: str
    """Of the file as it was written: another one was changed by somebody else since."""


@dataclass(frozen=True)
class Kept:
    """What is kept beside a photo."""

    recipe: Recipe = field(default_factory=Recipe)
    page: int | None = None
    """Which page of the photo's file it is for, from 1; None is the largest."""
    recolor: bool = False
    """Whether colors that the photo has already may be replaced."""
    result: Result | None = field(default=None, compare=False)
    """What it was saved as last: no part of what was decided."""


def sidecar_path(photo: Path) -> Path:
    """Return where the recipe of a photo is kept."""
    return photo.with_name(f"{photo.name}.kolorit.json")


def write_sidecar(photo: Path, kept: Kept) -> Path:
    """Keep a recipe beside its photo; return the file.

    Raises:
        NewerSettingsError: If a newer version has kept one there, which stays.
        ImageError: If the disk refuses.
    """
    path = sidecar_path(photo)
    tree = sidecar_to_json(photo.name, kept, beside=_present(photo), folder=photo.parent)
    try:
        write_small(path, json.dumps(tree) + "\n", like=photo)
    except OSError as error:
        raise ImageError(path, ImageProblem.UNWRITABLE, error.strerror or "") from error
    return path


def note_result(photo: Path, result: Result) -> None:
    """Note beside a photo what it was saved as, if anything is kept there; it does no harm if not.

    Args:
        photo: Its file.
        result: What it was saved as; only what lies beside the photo is noted.
    """
    try:
        kept = read_sidecar(photo)
        if kept is not None:
            write_sidecar(photo, replace(kept, result=result))
    except EngineError as error:
        logger.warning("what “%s” was saved as is not noted: %s", photo, error)


def read_sidecar(photo: Path) -> Kept | None:
    """Return what is kept beside a photo; None if there is nothing, or nothing that can be read.

    Raises:
        NewerSettingsError: If a newer version of Kolorit wrote it.
    """
    path = sidecar_path(photo)
    try:
        return read_sidecar_file(path)
    except FileNotFoundError:
        return None
    except NewerFormatError as error:
        raise NewerSettingsError(photo) from error
    except (OSError, RecursionError, ValueError) as error:
        logger.warning("%s holds no settings: %s", path, error)
        return None


def read_sidecar_file(path: Path) -> Kept:
    """Return what a file holds: a sidecar, or a recipe alone.

    Raises:
        FileNotFoundError: If there is none.
        NewerFormatError: If a newer version of Kolorit wrote it.
        OSError: If it cannot be read.
        RecursionError: If it is nested too deeply.
        ValueError: If it is no such file.
    """
    return sidecar_from_json(json.loads(read_small(path, _MOST_BYTES)), path.parent)


def sidecar_to_json(
    name: str,
    kept: Kept,
    beside: dict[str, Any] | None = None,
    folder: Path | None = None,
) -> dict[str, Any]:
    """Return what ``json.dumps`` takes.

    Args:
        name: Of the photo's file, for people who look into it.
        kept: What was decided.
        beside: What the file held before: what is unknown in it is kept.
        folder: Of the photo: what it was saved as is kept if it lies there too.
    """
    before = beside or {}
    page = {} if kept.page is None else {"page": kept.page}
    more: dict[str, Any] = {"recolor": True} if kept.recolor else {}
    result = kept.result
    if result is not None and result.path.parent == folder:
        more["result"] = {"name": result.path.name, "sha256": result.sha256}
    ours = {"kolorit", "photo", "look", "page", "recolor", "result", "recipe"}
    unknown = {key: value for key, value in before.items() if key not in ours}
    recipe = recipe_to_json(kept.recipe, before.get("recipe"))
    return {"kolorit": FORMAT, "photo": name, **page, **more, "recipe": recipe, **unknown}


def sidecar_from_json(tree: object, folder: Path | None = None) -> Kept:
    """Return what :func:`sidecar_to_json` gave, in this format or an earlier one, or a recipe.

    Args:
        tree: What ``json.loads`` gave.
        folder: Of the photo; without one, it is not said what it was saved as.

    Raises:
        NewerFormatError: If a newer version of Kolorit wrote it.
        ValueError: If it is neither.
    """
    if not isinstance(tree, dict):
        msg = f"settings are an object, got {type(tree).__name__}"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    if "kolorit" not in tree and "look" not in tree:
        if "format" not in tree:
            msg = "it holds no settings"
            raise ValueError(msg)
        return Kept(recipe_from_json(tree))
    written_by = check_format(tree.get("kolorit", 1), FORMAT)
    place = "look" if written_by == 1 else "recipe"
    recipe = tree.get(place)
    if not isinstance(recipe, dict):
        msg = f"it holds no {place}"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    return Kept(
        recipe_from_json(recipe),
        page_from_json(recipe if written_by == 1 else tree),
        recolor=tree.get("recolor", False) is True,
        result=None if folder is None else _result_from_json(tree.get("result"), folder),
    )


def _result_from_json(tree: object, folder: Path) -> Result | None:
    """Return what a photo was saved as; a stranger's file names nothing outside its own folder."""
    name = tree.get("name") if isinstance(tree, dict) else None
    sha256 = tree.get("sha256") if isinstance(tree, dict) else None
    if not isinstance(name, str) or not isinstance(sha256, str):
        return None
    path = folder / name
    return Result(path, sha256) if name and path.name == name and path.parent == folder else None


def _present(photo: Path) -> dict[str, Any]:
    """Return what is kept beside a photo, to be written again; nothing of what is no sidecar."""
    try:
        tree = json.loads(read_small(sidecar_path(photo), _MOST_BYTES))
        sidecar_from_json(tree)
    except NewerFormatError as error:
        raise NewerSettingsError(photo) from error
    except (OSError, RecursionError, ValueError):
        return {}
    return dict(tree)
