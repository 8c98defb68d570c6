"""Everything the window can be asked to do, as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop.actions import Command
from desktop.widgets.panes import Compare

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.document import Document
    from desktop.history import History
    from engine.checkpoint import Model

TOOLBAR = (
    "open",
    "save",
    "undo",
    "redo",
    "set-colors",
    "candidates",
    "doubt",
    "fit",
    "actual-size",
)
"""Those that have a button."""

translate = QCoreApplication.translate


def make_commands(run: Mapping[str, Callable[..., object]]) -> tuple[Command, ...]:
    """Return the commands in the order of the menus, given what each does by name."""
    shortcuts = translate("Commands", "&Keyboard shortcuts")
    return tuple(
        Command(run=run[row.name], **vars(row))
        for row in (
            *_file_rows(),
            *_edit_rows(),
            *_view_rows(),
            *_compare_rows(),
            _Row("shortcuts", translate("Commands", "&Help"), shortcuts, ("F1", "?")),
        )
    )


@dataclass(frozen=True)
class _Row:
    """A :class:`Command` without what it does."""

    name: str
    menu: str
    text: str
    shortcuts: tuple[QKeySequence.StandardKey | str, ...]
    needs: str = ""
    toggles: bool = False
    group: str = ""


def _file_rows() -> tuple[_Row, ...]:
    std, menu = QKeySequence.StandardKey, translate("Commands", "&File")
    compare = translate("Commands", "Save before and &after…")
    keep = translate("Commands", "&Keep settings beside the photo")
    return (
        _Row("open", menu, translate("Commands", "&Open…"), (std.Open,)),
        _Row("open-folder", menu, translate("Commands", "Open f&older…"), ("Ctrl+Shift+O",)),
        _Row("paste", menu, translate("Commands", "&Paste"), (std.Paste,)),
        _Row("save", menu, translate("Commands", "&Save as…"), (std.Save, std.SaveAs), "color"),
        _Row("save-comparison", menu, compare, (), "color"),
        _Row("keep-look", menu, keep, (), "file"),
        _Row("save-all", menu, translate("Commands", "Save a&ll…"), ("Ctrl+Alt+S",), "model"),
        _Row("batch", menu, translate("Commands", "Color whole &folders…"), ("Ctrl+B",)),
        _Row("colorize", menu, translate("Commands", "&Color again"), (std.Refresh,), "model"),
        _Row("preferences", menu, translate("Commands", "Pr&eferences…"), (std.Preferences,)),
        _Row("quit", menu, translate("Commands", "&Quit"), ("Ctrl+Q",)),
    )


def _edit_rows() -> tuple[_Row, ...]:
    std, menu = QKeySequence.StandardKey, translate("Commands", "&Edit")
    tool = translate("Commands", "Set &colors")
    picture = translate("Commands", "Cop&y colored photo")
    everywhere = translate("Commands", "Apply &sliders to all open photos")
    copy, paste = translate("Commands", "C&opy colors"), translate("Commands", "Pa&ste colors")
    return (
        _Row("undo", menu, translate("Commands", "&Undo"), (std.Undo,), "undo"),
        _Row("redo", menu, translate("Commands", "&Redo"), (std.Redo,), "redo"),
        _Row("set-colors", menu, tool, ("H",), "hints", toggles=True),
        _Row("copy-picture", menu, picture, (std.Copy,), "color"),
        _Row("apply-to-all", menu, everywhere, (), "photo"),
        _Row("copy-colors", menu, copy, ("Ctrl+Shift+C",), "hints"),
        _Row("paste-colors", menu, paste, ("Ctrl+Shift+V",), "hints"),
    )


def _view_rows() -> tuple[_Row, ...]:
    std, menu = QKeySequence.StandardKey, translate("Commands", "&View")
    zoom_in, zoom_out = translate("Commands", "Zoom &in"), translate("Commands", "Zoom &out")
    doubt = translate("Commands", "Show &doubt")
    versions = translate("Commands", "Other &versions")
    return (
        _Row("fit", menu, translate("Commands", "&Fit"), ("Ctrl+0",), "photo"),
        _Row("actual-size", menu, "&1:1", ("Ctrl+1",), "photo"),
        _Row("zoom-in", menu, zoom_in, (std.ZoomIn, "Ctrl+="), "photo"),
        _Row("zoom-out", menu, zoom_out, (std.ZoomOut,), "photo"),
        _Row("doubt", menu, doubt, ("D",), "doubt", toggles=True),
        _Row("candidates", menu, versions, ("C",), "color", toggles=True),
    )


def _compare_rows() -> tuple[_Row, ...]:
    menu = translate("Commands", "&View")
    texts = {
        Compare.SPLIT: translate("Commands", "Split &line"),
        Compare.SIDE_BY_SIDE: translate("Commands", "&Side by side"),
        Compare.COLORED: translate("Commands", "&Colored only"),
    }
    return tuple(
        _Row(compare_name(mode), menu, text, (str(key),), "photo", toggles=True, group="compare")
        for key, (mode, text) in enumerate(texts.items(), start=1)
    )


def comparing(show: Callable[[Compare], None]) -> dict[str, Callable[[bool], object]]:
    """Return what the commands do that choose how before and after are shown."""

    def run(mode: Compare) -> Callable[[bool], object]:
        return lambda on: show(mode) if on else None

    return {compare_name(mode): run(mode) for mode in Compare}


def compare_name(mode: Compare) -> str:
    """Return the name of the command that shows before and after this way."""
    return f"compare-{mode.name.lower()}"


def abilities(document: Document | None, model: Model | None, history: History) -> frozenset[str]:
    """Return what there is of the things that commands need."""
    colored = document is not None and document.encoding is not None
    there = {
        "": True,
        "photo": document is not None,
        "file": document is not None and document.photo.path is not None,
        "model": document is not None and model is not None,
        "color": colored,
        "hints": colored and model is not None and model.takes_hints,
        "doubt": colored and model is not None and model.has_distribution,
        "undo": history.stacks.canUndo(),
        "redo": history.stacks.canRedo(),
    }
    return frozenset(name for name, is_there in there.items() if is_there)
