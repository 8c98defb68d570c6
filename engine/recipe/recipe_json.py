"""Recipes as JSON: for the sidecar beside a photo, the session journal, presets and batches.

What equals its default is not written. A file of a newer format is refused, because its meaning
is unknown; keys that are unknown within the same format are ignored, and survive when a file is
written again.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from engine.recipe import stages as stage_values
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.stroke import Stroke

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")

_MOST_PAGES = 500
FORMAT = 4
"""The newest that is known. Format 1 had all settings side by side, and a page; format 2 colored
and graded, format 3 restored, and both are still written for what needs no more, so that older
versions can read it. Format 4 turns and crops."""
_NAMES = {"Hint": Hint, "Stroke": Stroke, **vars(stage_values)}
"""Where names in the stages' annotations are looked up: some are imported for typing only."""


class NewerFormatError(ValueError):
    """A file was written by a newer version of Kolorit; it must not be rewritten."""


def recipe_to_json(recipe: Recipe, beside: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return what ``json.dumps`` takes.

    Args:
        recipe: What was decided.
        beside: The tree that was read from the same place before: what is unknown in it is kept.

    Returns:
        A tree with its format, of which everything that has its default value is left out.
    """
    beside = beside or {}
    needed = FORMAT if recipe.has_geometry else 3 if recipe.restores else 2
    known = {"format": max(needed, beside.get("format", needed)), **_to_tree(recipe)}
    return _with_unknown(known, beside, Recipe)


def recipe_from_json(tree: object) -> Recipe:
    """Return the recipe that :func:`recipe_to_json` gave, or a tree of an earlier format.

    Raises:
        NewerFormatError: If a newer version wrote it.
        ValueError: If a value is of the wrong kind or out of range.
    """
    if not isinstance(tree, dict):
        msg = f"a recipe is an object, got {type(tree).__name__}"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    written_by = check_format(tree.get("format", 1), FORMAT)
    stages = _from_format_1(tree) if written_by == 1 else tree
    recipe: Recipe = _from_tree(Recipe, stages, "recipe")
    return recipe


def check_format(value: object, newest: int) -> int:
    """Return a format's number.

    Raises:
        NewerFormatError: If it is above ``newest``.
        ValueError: If it is no such number.
    """
    if type(value) is not int or value < 1:
        msg = f"a format is a number from 1, got {str(value)[:80]}"
        raise ValueError(msg)
    if value > newest:
        msg = f"format {value} was written by a newer version; this one knows {newest}"
        raise NewerFormatError(msg)
    return value


def page_from_json(tree: Mapping[str, Any]) -> int | None:
    """Return which page of a file a recipe is for, which is written beside it; None is the largest.

    Raises:
        ValueError: If it is out of range.
    """
    page = tree.get("page")
    if page is not None and (type(page) is not int or not 1 <= page <= _MOST_PAGES):
        msg = f"page is 1 to {_MOST_PAGES}, got {str(page)[:80]}"
        raise ValueError(msg)
    return page


def _from_format_1(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Sort the settings of format 1 into the stages they belong to; its page is read elsewhere."""
    coloring, grade = (
        {field.name: tree[field.name] for field in fields(stage) if field.name in tree}
        for stage in (stage_values.Coloring, stage_values.Grade)
    )
    return {"coloring": coloring, "grade": grade}


def _to_tree(value: Any) -> Any:
    if is_dataclass(value):
        return {
            field.name: _to_tree(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != _default(field)
        }
    return [_to_tree(item) for item in value] if isinstance(value, tuple) else value


def _default(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _from_tree(hint: Any, value: object, name: str) -> Any:
    """Return a value of the type that a field's annotation names."""
    if get_origin(hint) in (Union, UnionType):
        options = get_args(hint)
        if value is None and NoneType in options:
            return None
        (hint,) = (option for option in options if option is not NoneType)
    if is_dataclass(hint):
        return _dataclass_from_tree(hint, value, name)
    if get_origin(hint) is tuple:
        return _tuple_from_tree(get_args(hint), value, name)
    if hint is float and type(value) is int:
        return _float(value, name)
    if type(value) is not hint:
        msg = f"{name} is of the wrong kind: {str(value)[:80]}"
        raise ValueError(msg)
    return value


def _dataclass_from_tree(cls: Any, tree: object, name: str) -> Any:
    if not isinstance(tree, dict):
        msg = f"{name} is an object, got {type(tree).__name__}"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    hints = get_type_hints(cls, localns=_NAMES)
    values = {
        key: _from_tree(hints[key], value, f"{name}.{key}")
        for key, value in tree.items()
        if key in hints
    }
    try:
        return cls(**values)
    except TypeError as error:
        msg = f"{name} is incomplete"
        raise ValueError(msg) from error


def _tuple_from_tree(kinds: tuple[Any, ...], value: object, name: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        msg = f"{name} is a list, got {type(value).__name__}"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    if kinds[-1] is not Ellipsis and len(kinds) != len(value):
        msg = f"{name} has {len(kinds)} values, got {len(value)}"
        raise ValueError(msg)
    each = (kinds[0],) * len(value) if kinds[-1] is Ellipsis else kinds
    return tuple(_from_tree(kind, item, name) for kind, item in zip(each, value, strict=True))


def _float(value: int, name: str) -> float:
    try:
        return float(value)
    except OverflowError as error:
        msg = f"{name} is out of range"
        raise ValueError(msg) from error


def _with_unknown(known: dict[str, Any], beside: Mapping[str, Any], cls: Any) -> dict[str, Any]:
    """Return ``known`` with what ``beside`` holds under names that ``cls`` does not have."""
    hints = get_type_hints(cls, localns=_NAMES)
    left_out = {field.name for field in fields(cls) if _default(field) is None}
    merged = dict(known)
    for key, value in beside.items():
        kind = None if key in left_out - known.keys() else _dataclass_in(hints.get(key))
        if key not in hints and key != "format":
            merged.setdefault(key, value)
        elif kind is not None and isinstance(value, dict) and known.get(key, {}) is not None:
            inner = _with_unknown(known.get(key, {}), value, kind)
            merged |= {key: inner} if inner else {}
        elif kind is not None and isinstance(value, list) and key in known:
            merged[key] = _items_with_unknown(known[key], value, kind)
    return merged


def _dataclass_in(hint: Any) -> Any:
    """Return the class of a field's value, or of each of its values; None if it is plain."""
    options = (hint, *get_args(hint))
    return next((option for option in options if is_dataclass(option)), None)


def _items_with_unknown(known: list[Any], before: list[Any], cls: Any) -> list[Any]:
    """Return the items of a list, each with what is unknown in its equal of before."""
    trees = {}
    for tree in before:
        with suppress(ValueError):
            trees[_from_tree(cls, tree, cls.__name__)] = tree
    values = [_from_tree(cls, item, cls.__name__) for item in known]
    return [
        _with_unknown(item, trees.get(value, {}), cls)
        for item, value in zip(known, values, strict=True)
    ]
