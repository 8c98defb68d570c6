"""Looks as JSON: for the session journal and for the sidecar beside a photo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from desktop.document import Look
from engine.hint_values import NATURAL_REACH, Hint
from engine.render_settings import MAX_VIVIDNESS, RenderSettings

if TYPE_CHECKING:
    from collections.abc import Mapping

_SIZES = (32, 2048)
_MOST_HINTS = 10_000
_MODEL_NAME = re.compile(r"[\w-]{0,64}")
"""A bundled model's: a name, never the path of a file."""
_MOST_PAGES = 500


def look_to_json(look: Look) -> dict[str, Any]:
    """Return what differs from the default, ready for ``json.dumps``."""
    default = Look()
    out: dict[str, Any] = {}
    if look.settings != default.settings:
        out["strength"], out["warmth"] = look.settings.strength, look.settings.warmth
    if look.vividness != default.vividness:
        out["vividness"] = look.vividness
    if look.size is not None:
        out["size"] = look.size
    if look.model:
        out["model"] = look.model
    if look.page is not None:
        out["page"] = look.page
    if look.hints:
        out["hints"] = [_hint_to_json(hint) for hint in look.hints]
    return out


def look_from_json(tree: object) -> Look:
    """Return the look that :func:`look_to_json` wrote; keys of later versions are ignored.

    Raises:
        ValueError: If a value is of the wrong kind or out of range.
    """
    if not isinstance(tree, dict):
        msg = f"a look is an object, got {type(tree).__name__}"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    vividness = _number(tree, "vividness", 1.0)
    if not 1 / MAX_VIVIDNESS <= vividness <= MAX_VIVIDNESS:
        msg = f"vividness is out of range: {vividness}"
        raise ValueError(msg)
    size = tree.get("size")
    if size is not None and (type(size) is not int or not _SIZES[0] <= size <= _SIZES[1]):
        msg = f"size is {_SIZES[0]} to {_SIZES[1]}, got {size!r}"
        raise ValueError(msg)
    settings = RenderSettings(_number(tree, "strength", 1.0), _number(tree, "warmth", 0.0))
    hints, model, page = _hints(tree.get("hints", [])), _model(tree), _page(tree)
    return Look(settings, vividness, size, hints, model, page)


def _model(tree: Mapping[str, Any]) -> str:
    name = tree.get("model", "")
    if not isinstance(name, str) or not _MODEL_NAME.fullmatch(name):
        msg = f"a model has a name, got {name!r}"
        raise ValueError(msg)
    return name


def _page(tree: Mapping[str, Any]) -> int | None:
    page = tree.get("page")
    if page is not None and (type(page) is not int or not 1 <= page <= _MOST_PAGES):
        msg = f"page is 1 to {_MOST_PAGES}, got {page!r}"
        raise ValueError(msg)
    return page


def _hints(tree: object) -> tuple[Hint, ...]:
    if not isinstance(tree, list) or len(tree) > _MOST_HINTS:
        msg = "hints are a list"
        raise ValueError(msg)
    return tuple(_hint(entry) for entry in tree)


def _hint_to_json(hint: Hint) -> dict[str, Any]:
    out: dict[str, Any] = {"row": hint.row, "column": hint.column, "ab": list(hint.ab)}
    if hint.reach != NATURAL_REACH:
        out["reach"] = hint.reach
    return out


def _hint(tree: object) -> Hint:
    if not isinstance(tree, dict) or not isinstance(ab := tree.get("ab"), list) or len(ab) != 2:
        msg = "a hint has a row, a column and ab"
        raise ValueError(msg)
    a, b = (_number({"ab": value}, "ab", 0.0) for value in ab)
    place = _number(tree, "row", -1.0), _number(tree, "column", -1.0)
    return Hint(*place, (a, b), reach=_number(tree, "reach", NATURAL_REACH))


def _number(tree: Mapping[str, Any], name: str, default: float) -> float:
    value = tree.get(name, default)
    if type(value) not in (int, float):
        msg = f"{name} is a number, got {value!r}"
        raise ValueError(msg)
    try:
        return float(value)
    except OverflowError as error:
        msg = f"{name} is out of range"
        raise ValueError(msg) from error
