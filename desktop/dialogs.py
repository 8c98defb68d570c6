"""Questions to the user, one function each, so that tests can answer instead."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog

from desktop.platform.logs import log_path
from desktop.texts.counted import Counted
from desktop.texts.lists import listed
from desktop.widgets.about import About, Guide, Report
from desktop.widgets.plain import Answer, PlainQuestions, ask, choose
from desktop.widgets.preferences import Preferences
from desktop.widgets.shortcuts import Shortcuts
from engine.console import printable
from engine.files.image_io import READABLE_SUFFIXES, SUFFIXES
from engine.files.provenance import software_version

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.state.settings import Settings
    from engine.checkpoints.catalog import Entry

translate = QCoreApplication.translate


def pictures_folder() -> Path:
    """Return where this system keeps pictures."""
    location = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(location) or Path.home())


def ask_open_paths(parent: QWidget, folder: Path) -> list[Path]:
    """Ask the user for photos; none if they changed their mind."""
    patterns = " ".join(f"*{suffix}" for suffix in sorted(READABLE_SUFFIXES))
    photos = translate("Dialogs", "Photos (%1)").replace("%1", patterns)
    everything = translate("Dialogs", "All files (*)")
    title = translate("Dialogs", "Open photos")
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), f"{photos};;{everything}")
    return [Path(name) for name in names]


def ask_color_photo(parent: QWidget, beside: Path | None) -> Path | None:
    """Ask the user for a color photo, at first in a file's folder; None if they changed their mind.

    Args:
        parent: The window.
        beside: The file of the photo that is to be colored like it.
    """
    folder = pictures_folder() if beside is None else beside.parent
    patterns = " ".join(f"*{suffix}" for suffix in sorted(READABLE_SUFFIXES))
    photos = translate("Dialogs", "Photos (%1)").replace("%1", patterns)
    title = translate("Dialogs", "Color like another photo")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), photos)
    return Path(name) if name else None


def ask_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    """Ask the user for a folder; None if they changed their mind."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def show_shortcuts(parent: QWidget, actions: Collection[QAction]) -> None:
    """List what can be done by keyboard."""
    dialog = Shortcuts(lambda: rows_of(actions), parent)
    dialog.exec()
    dialog.deleteLater()


def rows_of(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """Return what each action that has keys is called, and its keys, in the user's language."""
    native = QKeySequence.SequenceFormat.NativeText
    return [
        (action.iconText(), "  ".join(keys.toString(native) for keys in usual_keys(action)))
        for action in actions
        if usual_keys(action)
    ]


def show_guide(parent: QWidget) -> None:
    """Show the way of a photo in a few steps."""
    _show(Guide(parent))


def show_about(parent: QWidget, models: Sequence[Entry]) -> None:
    """Say what the program is, and what its models learned from."""
    _show(About(software_version(), models, parent))


def show_report(parent: QWidget, device: str) -> None:
    """Show what to send with a report of a problem."""
    log = log_path()
    _show(Report(software_version(), device, log if log.is_file() else None, parent))


def _show(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()


def usual_keys(action: QAction) -> list[QKeySequence]:
    """Return the keys of an action that every keyboard has: systems know an F18 and a Save key."""
    return [keys for keys in action.shortcuts() if _first(keys) < Qt.Key.Key_F13]


def _first(keys: QKeySequence) -> Qt.Key:
    # Qt's Python types do not say that it can be indexed
    return keys[0].key()  # type: ignore[index, no-any-return]


def ask_preferences(parent: QWidget, settings: Settings) -> None:
    """Let the user change what holds for all photos."""
    dialog = Preferences(settings, parent)

    def choose_folder() -> None:
        start = dialog.folder.path or pictures_folder()
        folder = ask_folder(dialog, dialog.folder.name, start)
        if folder is not None:
            dialog.folder.show_path(folder)

    dialog.folder_asked.connect(choose_folder)
    dialog.exec()
    dialog.deleteLater()


def ask_name(parent: QWidget, title: str, suggestion: str | None) -> str:
    """Ask for a name; empty if the user changed their mind."""
    name, accepted = QInputDialog.getText(parent, title, title, text=suggestion or "")
    return name.strip() if accepted else ""


def ask_page(parent: QWidget, page: int, pages: int) -> int | None:
    """Ask for another page of a photo; None if the user changed their mind."""
    title = translate("Dialogs", "Choose page")
    text = translate("Dialogs", "Page, from 1 to %1:").replace("%1", QLocale().toString(pages))
    page, accepted = QInputDialog.getInt(parent, title, text, page, 1, pages)
    return page if accepted else None


def ask_stop_batch(parent: QWidget) -> bool:
    """Ask whether a batch that runs may be stopped."""
    text = translate(
        "Dialogs",
        "A folder is being colorized. Stop after the current photos? It can be resumed later.",
    )
    return ask(parent, translate("Dialogs", "Close Kolorit"), text, Answer.Yes)


def ask_save_changes(parent: QWidget, names: Sequence[str], details: str) -> Answer:
    """Ask whether to save photos before they are closed: Save, Discard or Cancel.

    Args:
        parent: The window.
        names: Of the photos; empty for a pasted picture.
        details: Where they will be saved.
    """
    text = translate("Dialogs", "Save changes to the pasted image?")
    if names[0]:
        text = translate("Dialogs", "Save changes to “%1”?").replace("%1", printable(names[0]))
    if len(names) > 1:
        text = Counted().unsaved(len(names))
        files = [name or translate("Dialogs", "pasted image") for name in names]
        details = f"{printable(listed(files))}\n\n{details}"
    answers = {Answer.Save: "", Answer.Discard: translate("Dialogs", "Do&n’t save")}
    return choose(parent, translate("Dialogs", "Unsaved changes"), text, answers, details)


def ask_replace_changed(parent: QWidget, name: str) -> Answer:
    """Ask what to do about a result that somebody else has changed.

    Returns:
        Yes to replace it, Save for another name, or Cancel.
    """
    text = translate(
        "Dialogs", "“%1” was changed by another program after Kolorit had saved it. Replace it?"
    )
    answers = {
        Answer.Save: translate("Dialogs", "Save &as…"),
        Answer.Yes: translate("Dialogs", "&Replace"),
    }
    title = translate("Dialogs", "Save the colored photo")
    return choose(parent, title, text.replace("%1", printable(name)), answers)


def ask_lose_colors(parent: QWidget) -> bool:
    """Ask whether the colors set on a page and not saved may go, with the steps that led there."""
    text = translate(
        "Dialogs", "The color hints on this page are not saved. Go to another page anyway?"
    )
    title = translate("Dialogs", "Unsaved changes")
    return ask(parent, title, text, Answer.Discard)


def ask_save_path(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask the user where to save; the dialog asks before it accepts an existing file."""
    dialog = save_dialog(parent, suggestion)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    path = Path(dialog.selectedFiles()[0]) if accepted else None
    dialog.deleteLater()
    return path


def _kinds() -> dict[str, str]:
    """Return Qt's name filters for all that can be written, each with its usual ending."""
    kinds = {}
    for name in ("JPEG", "PNG", "WebP", "TIFF"):
        endings = [ending for ending, kind in SUFFIXES.items() if kind == name.upper()]
        patterns = " ".join(f"*{ending}" for ending in endings)
        kinds[f"{name} ({patterns})"] = endings[0].removeprefix(".")
    return kinds


def save_dialog(parent: QWidget, suggestion: Path) -> QFileDialog:
    """Make the dialog: a name without an ending gets that of the chosen format."""
    kinds = _kinds()
    dialog = QFileDialog(parent, translate("Dialogs", "Save the colored photo"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.installEventFilter(PlainQuestions(dialog))  # before a file is replaced: by its name
    dialog.setNameFilters(list(kinds))
    dialog.setDirectory(str(suggestion.parent))

    def use(kind: str) -> None:
        suffix = kinds[kind]
        dialog.setDefaultSuffix(suffix)
        names = dialog.selectedFiles()  # each time, Qt asks the disk
        name = Path(names[0]).name if names else ""
        if Path(name).suffix.lower() in SUFFIXES and f"*{Path(name).suffix.lower()}" not in kind:
            dialog.selectFile(f"{Path(name).stem}.{suffix}")

    dialog.filterSelected.connect(use)
    matching = next(kind for kind in kinds if f"*{suggestion.suffix.lower()}" in kind)
    dialog.selectNameFilter(matching)
    dialog.setDefaultSuffix(kinds[matching])
    dialog.selectFile(suggestion.name)  # last: with a filter, Qt sets the first of its endings
    return dialog
