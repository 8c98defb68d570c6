"""The journal of a session as JSON: which photos were open, with what was decided about each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.recipe.recipe_json import (
    check_format,
    page_from_json,
    recipe_from_json,
    recipe_to_json,
)
from engine.recipe.sidecar import Kept, Result

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_MOST_PARTS = 1000
_FORMAT = 2
"""Of what is written, under the key ``kolorit``. In format 1, the recipe was called a look."""


@dataclass(frozen=True)
class Remembered:
    """A photo that was open when the app ended."""

    path: Path
    """Its file; of a pasted picture, the file that it is kept in."""
    kept: Kept
    """What was decided about it, and what it was saved as."""
    sha256: str = ""
    """Of its file as it was then; empty if it had not been read."""
    part: int = 0
    """Which of several prints on a scan it is, from 1; 0 is all of the file."""
    is_shown: bool = False
    """Whether it was the one that was shown."""
    is_saved: bool = False
    """Whether all that was decided had been saved."""
    is_pasted: bool = False
    """Whether it is a picture that has no file of the user's."""
    is_flagged: bool = False
    """Whether the user wanted to find it again."""


def session_to_json(photos: Sequence[Remembered]) -> dict[str, Any]:
    """Return what ``json.dumps`` takes."""
    return {"kolorit": _FORMAT, "photos": [_entry(photo) for photo in photos]}


def session_from_json(tree: object) -> list[Remembered]:
    """Return what :func:`session_to_json` was given; earlier formats are read too.

    Raises:
        NewerFormatError: If a newer version of Kolorit wrote it.
        ValueError: If it is no session.
    """
    if not isinstance(tree, dict) or not isinstance(tree.get("photos"), list):
        msg = "it lists no photos"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    written_by = check_format(tree.get("kolorit", 1), _FORMAT)
    return [_remembered(entry, written_by) for entry in tree["photos"]]


def only_of(tree: Mapping[str, Any], paths: Collection[Path]) -> dict[str, Any]:
    """Return a session without the photos that are not among ``paths``; the others stay as written.

    Args:
        tree: What :func:`session_from_json` can read.
        paths: Of the photos that are kept.
    """
    kept = [entry for entry in tree["photos"] if Path(entry["path"]) in paths]
    return {**tree, "photos": kept}


def _entry(photo: Remembered) -> dict[str, Any]:
    page: dict[str, Any] = {} if photo.kept.page is None else {"page": photo.kept.page}
    part = {"part": photo.part} if photo.part else {}
    flags = {
        "recolor": photo.kept.recolor,
        "shown": photo.is_shown,
        "saved": photo.is_saved,
        "pasted": photo.is_pasted,
        "flagged": photo.is_flagged,
    }
    recipe = recipe_to_json(photo.kept.recipe)
    beside = page | part | {name: True for name, is_so in flags.items() if is_so}
    if photo.kept.result is not None:
        result = photo.kept.result
        beside["result"] = {"path": str(result.path), "sha256": result.sha256}
    return {"path": str(photo.path), "sha256": photo.sha256, **beside, "recipe": recipe}


def _remembered(entry: object, written_by: int) -> Remembered:
    if not isinstance(entry, dict) or not isinstance(entry.get("path"), str):
        msg = "a photo has a path"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    recipe = entry.get("look" if written_by == 1 else "recipe", {})
    kept = Kept(
        recipe_from_json(recipe),
        page_from_json(recipe if written_by == 1 else entry),
        recolor=entry.get("recolor", False) is True,
        result=_result(entry.get("result")),
    )
    part = entry.get("part", 0)
    if type(part) is not int or not 0 <= part <= _MOST_PARTS:
        msg = f"part is 0 to {_MOST_PARTS}, got {str(part)[:80]}"
        raise ValueError(msg)
    return Remembered(
        Path(entry["path"]),
        kept,
        str(entry.get("sha256", "")),
        part,
        is_shown=entry.get("shown", False) is True,
        is_saved=entry.get("saved", False) is True,
        is_pasted=entry.get("pasted", False) is True,
        is_flagged=entry.get("flagged", False) is True,
    )


def _result(tree: object) -> Result | None:
    """Return what a photo was saved as; what is unknown is asked for again."""
    path = tree.get("path") if isinstance(tree, dict) else None
    sha256 = tree.get("sha256") if isinstance(tree, dict) else None
    if not isinstance(path, str) or not isinstance(sha256, str):
        return None
    return Result(Path(path), sha256)
