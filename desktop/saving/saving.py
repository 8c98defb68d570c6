"""Where colored photos go: asks, suggests names, and remembers what has been saved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop import dialogs
from desktop.platform.background import Background
from desktop.platform.presence import is_folder, is_there
from desktop.saving.save_tasks import FileChoices, Subject
from desktop.state import settings as keys
from desktop.state.document import free_paths
from desktop.state.item import State
from desktop.texts.lists import listed
from engine.batch.planning.naming import fitted
from engine.files.image_io import SUFFIXES
from engine.recipe.sidecar import sidecar_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from desktop.editing.coloring import ColoringController
    from desktop.photos.album import Album
    from desktop.saving.export import ExportController
    from desktop.state.document import Document
    from desktop.state.item import Item
    from desktop.state.settings import Settings
    from engine.errors import EngineError
    from engine.recipe.sidecar import Kept


@dataclass
class _All:
    """How far the saving of all photos is."""

    folder: Path | None = None
    left: set[Path] = field(default_factory=set)
    saved: int = 0
    failed: list[str] = field(default_factory=list)
    """Names of photos."""
    stopped: int = 0


class Saver(QObject):
    """Saves the photo that is shown, or all that are open.

    Signals:
        told(text: str, folder: Path | None): that some of all photos were not saved, though they
            should have been; the folder of those that were.
        ended(text: str, folder: Path | None): how saving went otherwise.
    """

    told = Signal(str, object)
    ended = Signal(str, object)

    def __init__(
        self,
        album: Album,
        coloring: ColoringController,
        exports: ExportController,
        settings: Settings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._album, self._coloring, self._exports = album, coloring, exports
        self._settings, self._window = settings, window
        self._targets: dict[Path, Item] = {}
        self._all = _All()
        self._disk = Background("saving", self)
        self._is_planning = False
        exports.saved.connect(self._on_saved)
        exports.dropped.connect(self._on_dropped)
        exports.rendered.connect(self._on_rendered)

    def ask_save(self) -> None:
        """Save the photo that is shown where the user wants it."""
        document, item = self._coloring.document, self._album.current
        if document is None or document.developed is None or item is None:
            return

        def ask(suggestion: Path) -> None:
            path = dialogs.ask_save_path(self._window, suggestion)
            if path is not None:
                self._targets[path] = item
                subject = self._subject(document)
                self._save_to(path, lambda choices: self._exports.save(subject, path, choices))

        self._suggest(document, self._suffix, ask)

    def prepare(self, folder: Path) -> Path | None:
        """Begin to write the photo that is shown into a new folder, to be dragged; return its name.

        The folder is made for it.
        """
        document = self._coloring.document
        if document is None or document.developed is None:
            return None
        path = document.usual_path(folder, folder, self._suffix)
        self._exports.prepare(self._subject(document), path, self._choices)
        return path

    def ask_save_comparison(self) -> None:
        """Save before and after side by side where the user wants it."""
        document = self._coloring.document
        if document is None or document.developed is None:
            return

        def ask(suggestion: Path) -> None:
            suggestion = suggestion.with_name(fitted(suggestion.stem, "-comparison.jpg"))
            path = dialogs.ask_save_path(self._window, suggestion)
            if path is not None:
                subject, save = self._subject(document), self._exports.save_comparison
                self._save_to(path, lambda choices: save(subject, path, choices))

        self._suggest(document, "", ask)

    def _save_to(self, path: Path, save: Callable[[FileChoices], None]) -> None:
        """Save under a name that the user chose; they agreed to replace what has it now."""
        choices = self._choices
        self._is_planning = True

        def then(is_taken: bool) -> None:  # noqa: FBT001 - what the disk said
            self._is_planning = False
            save(replace(choices, replaces=is_taken))

        self._disk.submit(lambda: is_there(path), then)

    def _suggest(self, document: Document, suffix: str, then: Callable[[Path], None]) -> None:
        """Find a name that is free, and ask with it."""
        if self._disk.is_busy:
            return  # the question is on its way
        folder, taken = self._folder, self._exports.promised

        def work() -> Path:
            place = folder if folder is not None and is_folder(folder) else None
            path = document.suggest_path(dialogs.pictures_folder(), place, suffix, taken=taken)
            is_folder(path.parent)  # asked again by the dialog, a share knows its answer
            return path

        self._ask_when_known(work, then)

    def keep(self) -> None:
        """Keep the recipe of the photo that is shown in a file beside it."""
        item = self._album.current
        if item is not None and item.path is not None and not item.part:
            self._targets[sidecar_path(item.path)] = item
            self._exports.keep(item.path, item.kept)

    def copy_picture(self) -> None:
        """Put the colored photo into the clipboard."""
        document = self._coloring.document
        if document is not None and document.developed is not None:
            self._exports.render(self._subject(document))

    def ask_save_all(self, items: Sequence[Item] | None = None) -> None:
        """Save photos into a folder, under names that are free; all that are open by default."""
        items = self._album.items if items is None else items
        first = next(iter(items), None)
        if not self._coloring.models or first is None or self._disk.is_busy:
            return
        wanted, path = self._folder, first.path

        def work() -> Path:
            if wanted is not None and is_folder(wanted):
                return wanted
            beside = path.parent if path is not None else dialogs.pictures_folder()
            return beside if is_folder(beside) else dialogs.pictures_folder()

        self._ask_when_known(work, partial(self._ask_folder_for_all, items))

    def _ask_when_known(self, work: Callable[[], Path], then: Callable[[Path], None]) -> None:
        """Ask the user something that begins with what a disk says, which may take its time."""

        def ask(path: Path) -> None:
            if self._window.isVisible():  # it may have been closed meanwhile
                then(path)

        self._disk.submit(work, ask)

    def _ask_folder_for_all(self, items: Sequence[Item], start: Path) -> None:
        title = self.tr("Save all colored photos into a folder")
        folder = dialogs.ask_folder(self._window, title, start)
        if folder is None:
            return
        taken, suffix = self._exports.promised, self._suffix
        names = [item.name or "photo.png" for item in items]
        self._is_planning = True
        self._disk.submit(
            lambda: free_paths(folder, names, taken, suffix=suffix),
            lambda paths: self._save_all(items, paths, folder),
        )

    def _save_all(self, items: Sequence[Item], paths: Sequence[Path], folder: Path) -> None:
        self._is_planning = False
        if not self._all.left:
            self._all = _All(folder)
        self._all.left.update(paths)
        self._targets.update(zip(paths, items, strict=True))
        subjects = [
            Subject(
                item.kept,
                loaded=self._coloring.models,
                source=item.source,
                recolor=item.recolor,
                may_have_sidecar=not item.was_shown,
                own_sliders=item.own_sliders,
            )
            for item in items
        ]
        choices = replace(self._choices, replaces=False)
        self._exports.save_all(zip(subjects, paths, strict=True), choices)

    @property
    def is_planning(self) -> bool:
        """Whether photos are about to be saved: it is being found out which names are free."""
        return self._is_planning

    def _subject(self, document: Document) -> Subject:
        """Return what to save: the colors that are there, if they are those of the recipe."""
        if document.is_up_to_date:
            return Subject(document.item.kept, document.developed)
        return Subject(
            document.item.kept,
            loaded=self._coloring.models,
            source=document.photo,
            recolor=document.item.recolor,
        )

    @property
    def _choices(self) -> FileChoices:
        settings = self._settings
        quality = min(100, max(1, settings.get(keys.QUALITY)))  # edited by hand, perhaps
        originals = tuple(item.path for item in self._album.items if item.path is not None)
        return FileChoices(quality, settings.get(keys.PROVENANCE), originals=originals)

    @property
    def _folder(self) -> Path | None:
        """Where results go if the user wants them in one place; it need not be there."""
        folder = Path(self._settings.get(keys.FOLDER))
        return folder if folder.is_absolute() else None

    @property
    def _suffix(self) -> str:
        suffix = self._settings.get(keys.FORMAT)
        return suffix if suffix in SUFFIXES else ""

    @property
    def unsaved(self) -> int:
        """How many photos have changes that are not saved."""
        return sum(item.has_unsaved_work for item in self._album.items)

    @Slot(object)
    def _on_rendered(self, picture: QImage) -> None:
        QGuiApplication.clipboard().setImage(picture)

    @Slot(object, object, object)
    def _on_saved(self, path: Path, kept: Kept | None, promised: Path) -> None:
        item = self._targets.pop(promised, None)
        if item is not None and kept is not None:
            item.saved = kept
            if item.path is None or promised != sidecar_path(item.path):
                item.saved_look = kept.recipe, kept.page
            self._album.item_changed.emit(item)
        if item is not None and item.state is State.FAILED:  # the last time it was saved
            self._album.rest(item)
        if promised in self._all.left:
            self._all.saved += 1
            self._count(promised)
        else:
            self.ended.emit(self.tr("Saved as “%1”.").replace("%1", str(path)), path.parent)

    @Slot(object, object)
    def _on_dropped(self, path: Path | None, error: EngineError | None) -> None:
        item = self._targets.pop(path, None) if path is not None else None
        if path is None or path not in self._all.left:
            return
        if error is None:
            self._all.stopped += 1
        else:
            name = "" if item is None or item.path is None else item.path.name
            self._all.failed.append(name or path.name)
            if item is not None:
                self._album.set_state(item, State.FAILED, error)
        self._count(path)

    def _count(self, path: Path) -> None:
        """Sum up when the last photo has been saved, or not."""
        done = self._all
        done.left.discard(path)
        if done.left:
            return
        saved = self.tr("%Ln photos were saved in “%1”.", "", done.saved)
        saved = saved.replace("%1", str(done.folder))
        if not done.saved:
            saved = self.tr("No photo was saved.")
        folder = done.folder if done.saved else None
        if done.stopped:
            stopped = self.tr("Stopped.")
            left = self.tr("%Ln photos were not saved.", "", done.stopped + len(done.failed))
            self.ended.emit(f"{stopped} {saved} {left}", folder)
        elif done.failed:
            reasons = self.tr("Not saved: %1. The filmstrip says why.")
            self.told.emit(f"{saved} {reasons.replace('%1', listed(done.failed))}", folder)
        else:
            self.ended.emit(saved, folder)
