"""Everything the window can be asked to do, as a table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop.app.actions import Command
from desktop.state.recipes import coloring_of
from desktop.texts.language import QT_TRANSLATE_NOOP
from desktop.widgets.viewer.panes import Compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.state.document import Document
    from desktop.state.history import History
    from engine.checkpoints.checkpoint import Model

TOOLBAR = (
    "open",
    "save",
    "undo",
    "redo",
    "",
    "set-colors",
    "heal",
    "protect",
    "candidates",
    "doubt",
    "",
    "rotate-left",
    "rotate-right",
    "crop",
    "",
    "fit",
    "actual-size",
)
"""Those that have a button; an empty name is a line between two."""
WORDLESS = (
    "undo",
    "redo",
    "heal",
    "protect",
    "rotate-left",
    "rotate-right",
    "crop",
    "fit",
    "actual-size",
)
"""Buttons that are known by their icon, here or from other programs: with more words, they would
not fit beside one another in every language and with larger letters."""

_KEY = QKeySequence.StandardKey
_FILE = QT_TRANSLATE_NOOP("Commands", "&File")
_EDIT = QT_TRANSLATE_NOOP("Commands", "&Edit")
_VIEW = QT_TRANSLATE_NOOP("Commands", "&View")
_TURN = QT_TRANSLATE_NOOP("Commands", "Tra&nsform")
_RESTORE = QT_TRANSLATE_NOOP("Commands", "Rest&ore")
_HELP = QT_TRANSLATE_NOOP("Commands", "&Help")


def compare_name(mode: Compare) -> str:
    """Return the name of the command that shows before and after this way."""
    return f"compare-{mode.name.lower()}"


def _compare(mode: Compare, text: str, key: str) -> Command:
    row = Command(compare_name(mode), _VIEW, text, (key,), "photo", toggles=True, group="compare")
    return replace(row, begins=mode is Compare.SPLIT)


# a table is read by its columns
# fmt: off
COMMANDS = (
    Command("open", _FILE, QT_TRANSLATE_NOOP("Commands", "&Open…"), (_KEY.Open,)),
    Command("open-folder", _FILE, QT_TRANSLATE_NOOP("Commands", "Open fol&der…"),
            ("Ctrl+Shift+O",)),
    Command("paste", _FILE, QT_TRANSLATE_NOOP("Commands", "&Paste"), (_KEY.Paste,)),
    Command("restore", _FILE, QT_TRANSLATE_NOOP("Commands", "&Reopen last session"), (),
            "crashed"),
    Command("save", _FILE, QT_TRANSLATE_NOOP("Commands", "&Save"), (_KEY.Save,), "color",
            begins=True),
    Command("save-as", _FILE, QT_TRANSLATE_NOOP("Commands", "Sa&ve as…"), ("Ctrl+Shift+S",),
            "color"),
    Command("save-comparison", _FILE, QT_TRANSLATE_NOOP("Commands", "Export before/&after image…"),
            (), "color"),
    Command("keep-settings", _FILE,
            QT_TRANSLATE_NOOP("Commands", "&Keep settings beside the photo"), (), "file"),
    Command("save-all", _FILE, QT_TRANSLATE_NOOP("Commands", "Save a&ll…"), ("Ctrl+Alt+S",),
            "model"),
    Command("batch", _FILE, QT_TRANSLATE_NOOP("Commands", "Colorize &folders…"), ("Ctrl+B",),
            begins=True),
    Command("page", _FILE, QT_TRANSLATE_NOOP("Commands", "Choose pa&ge…"), (), "pages"),
    Command("colorize", _FILE, QT_TRANSLATE_NOOP("Commands", "Re&colorize"), (_KEY.Refresh,),
            "model"),
    Command("show-in-folder", _FILE, QT_TRANSLATE_NOOP("Commands", "Show &in folder"), (),
            "file"),
    Command("close-photo", _FILE, QT_TRANSLATE_NOOP("Commands", "Close p&hoto"), (_KEY.Close,),
            "photo"),
    Command("preferences", _FILE, QT_TRANSLATE_NOOP("Commands", "Pr&eferences…"),
            ("Ctrl+,",), begins=True),
    Command("quit", _FILE, QT_TRANSLATE_NOOP("Commands", "&Quit"), ("Ctrl+Q",)),

    Command("undo", _EDIT, QT_TRANSLATE_NOOP("Commands", "&Undo"), (_KEY.Undo,), "undo"),
    Command("redo", _EDIT, QT_TRANSLATE_NOOP("Commands", "&Redo"), (_KEY.Redo,), "redo"),
    Command("flag", _EDIT, QT_TRANSLATE_NOOP("Commands", "&Flag photo"), ("F",), "photo",
            toggles=True, begins=True),
    Command("set-colors", _EDIT, QT_TRANSLATE_NOOP("Commands", "&Color hints"), ("H",), "hints",
            toggles=True, begins=True),
    Command("copy-picture", _EDIT, QT_TRANSLATE_NOOP("Commands", "Cop&y image"),
            (_KEY.Copy,), "color", begins=True),
    Command("copy-settings", _EDIT, QT_TRANSLATE_NOOP("Commands", "Copy s&ettings"),
            ("Ctrl+Alt+C",), "photo", begins=True),
    Command("paste-settings", _EDIT, QT_TRANSLATE_NOOP("Commands", "Paste se&ttings"),
            ("Ctrl+Alt+V",), "settings"),
    Command("apply-to-all", _EDIT,
            QT_TRANSLATE_NOOP("Commands", "Apply &settings to all photos"), (), "others"),
    Command("reset", _EDIT, QT_TRANSLATE_NOOP("Commands", "Reset all e&dits"),
            ("Ctrl+Shift+R",), "photo"),
    Command("copy-colors", _EDIT, QT_TRANSLATE_NOOP("Commands", "C&opy color hints"),
            ("Ctrl+Shift+C",), "marks", begins=True),
    Command("paste-colors", _EDIT, QT_TRANSLATE_NOOP("Commands", "P&aste color hints"),
            ("Ctrl+Shift+V",), "copied"),
    Command("share-color", _EDIT,
            QT_TRANSLATE_NOOP("Commands", "Use th&is color in other photos…"), (), "shared"),
    Command("color-like", _EDIT, QT_TRANSLATE_NOOP("Commands", "Color &like another photo…"), (),
            "hints"),

    Command("fit", _VIEW, QT_TRANSLATE_NOOP("Commands", "&Fit to window"), ("Ctrl+0",), "photo"),
    Command("actual-size", _VIEW, QT_TRANSLATE_NOOP("Commands", "&Actual size (1:1)"),
            ("Ctrl+1",), "photo"),
    Command("zoom-in", _VIEW, QT_TRANSLATE_NOOP("Commands", "Zoom &in"), (_KEY.ZoomIn, "Ctrl+="),
            "photo"),
    Command("zoom-out", _VIEW, QT_TRANSLATE_NOOP("Commands", "Zoom &out"), (_KEY.ZoomOut,),
            "photo"),
    Command("next-photo", _VIEW, QT_TRANSLATE_NOOP("Commands", "Ne&xt photo"), ("Ctrl+PgDown",),
            "others", begins=True),
    Command("previous-photo", _VIEW, QT_TRANSLATE_NOOP("Commands", "&Previous photo"),
            ("Ctrl+PgUp",), "others"),
    Command("full-screen", _VIEW, QT_TRANSLATE_NOOP("Commands", "F&ull screen"), ("F11",),
            toggles=True),
    Command("doubt", _VIEW, QT_TRANSLATE_NOOP("Commands", "Show un&certain areas"), ("D",), "doubt",
            toggles=True, begins=True),
    Command("next-doubt", _VIEW, QT_TRANSLATE_NOOP("Commands", "&Next uncertain area"), ("U",),
            "doubts"),
    Command("previous-doubt", _VIEW, QT_TRANSLATE_NOOP("Commands", "Previous uncertain a&rea"),
            ("Shift+U",), "doubts"),
    Command("candidates", _VIEW, QT_TRANSLATE_NOOP("Commands", "&Variations"), ("C",),
            "photo", toggles=True),
    _compare(Compare.SPLIT, QT_TRANSLATE_NOOP("Commands", "Sp&lit view"), "1"),
    _compare(Compare.SIDE_BY_SIDE, QT_TRANSLATE_NOOP("Commands", "&Side by side"), "2"),
    _compare(Compare.COLORED, QT_TRANSLATE_NOOP("Commands", "Aft&er only"), "3"),
    Command("labels", _VIEW, QT_TRANSLATE_NOOP("Commands", "&Before/after labels"), ("L",),
            toggles=True, begins=True),
    Command("navigator", _VIEW, QT_TRANSLATE_NOOP("Commands", "Navi&gator"), ("G",),
            toggles=True),

    Command("rotate-left", _TURN, QT_TRANSLATE_NOOP("Commands", "Rotate &left"),
            ("Ctrl+[", "Ctrl+Left"), "photo"),
    Command("rotate-right", _TURN, QT_TRANSLATE_NOOP("Commands", "Rotate &right"),
            ("Ctrl+]", "Ctrl+Right"), "photo"),
    Command("mirror", _TURN, QT_TRANSLATE_NOOP("Commands", "&Mirror"), ("M",), "photo"),
    Command("crop", _TURN, QT_TRANSLATE_NOOP("Commands", "&Crop and straighten"), ("R",), "photo",
            toggles=True, begins=True),

    Command("open-prints", _TURN, QT_TRANSLATE_NOOP("Commands", "&Open the prints on a scan"), (),
            "file", begins=True),

    Command("restore-automatically", _RESTORE,
            QT_TRANSLATE_NOOP("Commands", "Restore &automatically"), ("Ctrl+Alt+R",), "photo"),
    Command("heal", _RESTORE, QT_TRANSLATE_NOOP("Commands", "&Mark damage"), ("J",), "photo",
            toggles=True, begins=True),
    Command("protect", _RESTORE, QT_TRANSLATE_NOOP("Commands", "&Protect"), ("P",), "photo",
            toggles=True),
    Command("choose-source", _RESTORE, QT_TRANSLATE_NOOP("Commands", "&Copy from a place…"),
            ("S",), "photo"),
    Command("show-repairs", _RESTORE, QT_TRANSLATE_NOOP("Commands", "&Show repairs"), ("A",),
            "photo", begins=True),
    Command("next-finding", _RESTORE, QT_TRANSLATE_NOOP("Commands", "&Next finding"), ("N",),
            "findings"),
    Command("previous-finding", _RESTORE, QT_TRANSLATE_NOOP("Commands", "Pre&vious finding"),
            ("Shift+N",), "findings"),
    Command("keep-finding", _RESTORE, QT_TRANSLATE_NOOP("Commands", "&Keep finding, go on"),
            ("Return",), "finding"),
    Command("reject-finding", _RESTORE, QT_TRANSLATE_NOOP("Commands", "This is no &damage"),
            (_KEY.Delete,), "finding"),

    Command("guide", _HELP, QT_TRANSLATE_NOOP("Commands", "&Quick guide"), ()),
    Command("sample", _HELP, QT_TRANSLATE_NOOP("Commands", "&Try a sample photo"), ()),
    Command("shortcuts", _HELP, QT_TRANSLATE_NOOP("Commands", "&Keyboard shortcuts"),
            ("F1", "?"), begins=True),
    Command("report", _HELP, QT_TRANSLATE_NOOP("Commands", "&Report a problem…"), (),
            begins=True),
    Command("about", _HELP, QT_TRANSLATE_NOOP("Commands", "&About Kolorit"), ()),
)
# fmt: on


def comparing(show: Callable[[Compare], None]) -> dict[str, Callable[[bool], object]]:
    """Return what the commands do that choose how before and after are shown."""

    def run(mode: Compare) -> Callable[[bool], object]:
        return lambda on: show(mode) if on else None

    return {compare_name(mode): run(mode) for mode in Compare}


def abilities(
    document: Document | None,
    model: Model | None,
    history: History,
    *,
    crashed: bool,
    copied: bool,
) -> frozenset[str]:
    """Return what there is of the things that commands need."""
    colored = document is not None and document.developed is not None
    is_seen = document is not None and document.encoding is not None
    can_hint = is_seen and model is not None and model.takes_hints
    # what lies beside a file, and its other pages, are not those of one of its prints
    is_file = document is not None and document.photo.path is not None and not document.item.part
    there = {
        "": True,
        "photo": document is not None,
        "file": is_file,
        "pages": is_file and document is not None and document.photo.pages > 1,
        "model": document is not None and model is not None,
        "color": colored,
        "hints": can_hint,
        "marks": document is not None and bool(coloring_of(document.recipe).hints),
        "copied": can_hint and copied,
        "doubt": is_seen and model is not None and model.has_distribution,
        "undo": history.stacks.canUndo(),
        "redo": history.stacks.canRedo(),
        "crashed": crashed,
    }
    return frozenset(name for name, is_there in there.items() if is_there)
