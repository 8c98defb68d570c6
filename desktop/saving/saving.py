"""Where colored photos go: asks, suggests names, and remembers what has been saved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop import dialogs
from desktop.platform.background import Background
from desktop.platform.presence import digest_of, is_folder, is_there
from desktop.saving.places import Wish, places_for
from desktop.saving.wanted import Wanted
from desktop.state.document import folded, free_paths
from desktop.state.item import State
from desktop.texts.lists import listed
from desktop.widgets.plain import Answer
from engine.batch.planning.naming import fitted
from engine.recipe.sidecar import Result, sidecar_path

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from desktop.editing.coloring import ColoringController
    from desktop.photos.album import Album
    from desktop.saving.export import ExportController
    from desktop.saving.save_tasks import FileChoices
    from desktop.state.document import Document
    from desktop.state.item import Item
    from desktop.state.settings import Settings
    from engine.errors import EngineError
    from engine.recipe.sidecar import Kept


@dataclass
class _All:
    """How far the saving of all photos is."""

    folders: set[Path] = field(default_factory=set)
    """Where they go."""
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
        item_saved(item: Item): one of the photos is saved.
        item_dropped(item: Item): it is not: that has failed, or was stopped.
    """

    told = Signal(str, object)
    ended = Signal(str, object)
    item_saved = Signal(object)
    item_dropped = Signal(object)

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
        self._wanted, self._window = Wanted(album, coloring, settings), window
        self._targets: dict[Path, Item] = {}
        self._all = _All()
        self._disk = Background("saving", self)
        self._is_planning = False
        self._planned: tuple[Item, ...] = ()
        """Photos for which a place is looked for."""
        exports.saved.connect(self._on_saved)
        exports.dropped.connect(self._on_dropped)
        exports.rendered.connect(self._on_rendered)

    def save(self) -> None:
        """Save the photo that is shown: again where it was saved before, or where the user wants.

        The user is also asked if somebody else has changed the earlier result since.
        """
        document, item = self._coloring.document, self._album.current
        result = None if item is None else item.result
        if document is None or document.developed is None or item is None or self._disk.is_busy:
            return
        originals = {folded(path) for path in self._wanted.choices.originals}
        if result is None or folded(result.path) in originals:
            self.ask_save()
        elif folded(result.path) in self._exports.promised:  # what is there then is ours
            self._save_over(document, item, result)
        else:
            self._is_planning = True
            self._disk.submit(
                lambda: digest_of(result.path),
                lambda digest: self._on_looked_at(document, item, result, digest),
            )

    def _on_looked_at(self, document: Document, item: Item, result: Result, digest: str) -> None:
        """Go on once it is known what became of the earlier result."""
        self._is_planning = False
        answer = Answer.Yes if digest == result.sha256 else Answer.Save
        if answer is Answer.Save and not self._window.isVisible():
            return  # there is nobody to ask
        if digest and answer is Answer.Save:  # else it is gone
            answer = dialogs.ask_replace_changed(self._window, result.path.name)
        if answer is Answer.Yes:
            self._save_over(document, item, Result(result.path, digest))
            return
        self.item_dropped.emit(item)
        if answer is Answer.Save:
            self.ask_save()

    def _save_over(self, document: Document, item: Item, result: Result) -> None:
        self._targets[result.path] = item
        is_promised = folded(result.path) in self._exports.promised
        choices = replace(self._wanted.choices, replaces=is_promised, ours=(result,))
        self._exports.save(self._wanted.subject(document), result.path, choices)

    def ask_save(self) -> None:
        """Save the photo that is shown where the user wants it."""
        document, item = self._coloring.document, self._album.current
        if document is None or document.developed is None or item is None:
            return

        def ask(suggestion: Path) -> None:
            path = dialogs.ask_save_path(self._window, suggestion)
            if path is not None:
                self._targets[path] = item
                subject = self._wanted.subject(document)
                self._save_to(path, lambda choices: self._exports.save(subject, path, choices))

        self._suggest(document, self._wanted.suffix, ask)

    def prepare(self, folder: Path) -> Path | None:
        """Begin to write the photo that is shown into a new folder, to be dragged; return its name.

        The folder is made for it.
        """
        document = self._coloring.document
        if document is None or document.developed is None:
            return None
        path = document.usual_path(folder, folder, self._wanted.suffix)
        self._exports.prepare(self._wanted.subject(document), path, self._wanted.choices)
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
                subject, save = self._wanted.subject(document), self._exports.save_comparison
                self._save_to(path, lambda choices: save(subject, path, choices))

        self._suggest(document, "", ask)

    def _save_to(self, path: Path, save: Callable[[FileChoices], None]) -> None:
        """Save under a name that the user chose; they agreed to replace what has it now."""
        choices = self._wanted.choices
        self._is_planning = True

        def then(is_taken: bool) -> None:  # noqa: FBT001 - what the disk said
            self._is_planning = False
            save(replace(choices, replaces=is_taken))

        self._disk.submit(lambda: is_there(path), then)

    def _suggest(self, document: Document, suffix: str, then: Callable[[Path], None]) -> None:
        """Find a name that is free, and ask with it."""
        if self._disk.is_busy:
            return  # the question is on its way
        folder, taken = self._wanted.folder, self._exports.promised

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
            self._exports.render(self._wanted.subject(document))

    def ask_save_all(self, items: Sequence[Item] | None = None) -> None:
        """Save photos into a folder, under names that are free; all that are open by default."""
        items = self._album.items if items is None else items
        first = next(iter(items), None)
        if not self._coloring.models or first is None or self._disk.is_busy:
            return
        wanted, path = self._wanted.folder, first.path

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
        taken, suffix = self._exports.promised, self._wanted.suffix
        names = [item.name or "photo.png" for item in items]
        choices = replace(self._wanted.choices, replaces=False)
        self._is_planning = True
        self._disk.submit(
            lambda: free_paths(folder, names, taken, suffix=suffix),
            lambda paths: self._save_each(items, paths, choices),
        )

    def _save_each(
        self, items: Sequence[Item], paths: Sequence[Path], choices: FileChoices
    ) -> None:
        self._is_planning = False
        if not self._all.left:
            self._all = _All()
        self._all.left.update(paths)
        self._all.folders.update(path.parent for path in paths)
        self._targets.update(zip(paths, items, strict=True))
        subjects = [self._wanted.subject_of(item) for item in items]
        self._exports.save_all(zip(subjects, paths, strict=True), choices)

    @property
    def is_planning(self) -> bool:
        """Whether photos are about to be saved: it is being found out which names are free."""
        return self._is_planning

    def is_saving(self, item: Item) -> bool:
        """Whether a photo is being saved, or about to be."""
        return item in self._planned or item in self._targets.values()

    def save_changes(self, items: Sequence[Item]) -> None:
        """Save photos without a question: over what they were saved as, or under free names.

        What has become of each is told by :attr:`item_saved` and :attr:`item_dropped`; those that
        are being saved as they are now are not saved twice.
        """
        waiting = [item for item in items if not self.is_saving(item)]
        if not self._coloring.models:
            self._give_up(waiting)
            return
        wishes = [Wish(self._wanted.usual_path(item), item.result) for item in waiting]
        folder, taken = self._wanted.folder, self._exports.promised
        originals = self._wanted.choices.originals
        self._is_planning, self._planned = True, (*self._planned, *waiting)
        self._disk.submit(
            lambda: places_for(wishes, folder, taken, originals),
            lambda paths: self._save_changes(waiting, paths),
        )

    def _save_changes(self, items: Sequence[Item], paths: Sequence[Path]) -> None:
        self._planned = tuple(item for item in self._planned if item not in items)
        ours = tuple(item.result for item in items if item.result is not None)
        choices = replace(self._wanted.choices, replaces=False, ours=ours)
        if len(items) > 1:
            self._save_each(items, paths, choices)
            return
        self._is_planning = False
        for item, path in zip(items, paths, strict=True):
            self._targets[path] = item
            self._exports.save(self._wanted.subject_of(item), path, choices)

    def _give_up(self, items: Sequence[Item]) -> None:
        """Say that nothing can be saved as long as there is no model."""
        for item in items:
            self.item_dropped.emit(item)
        self.told.emit(self.tr("No photo was saved."), None)

    @property
    def unsaved(self) -> int:
        """How many photos have changes that are not saved."""
        return sum(item.has_unsaved_work for item in self._album.items)

    @property
    def folder(self) -> Path | None:
        """Where new results go; None is beside each photo."""
        return self._wanted.folder

    @Slot(object)
    def _on_rendered(self, picture: QImage) -> None:
        QGuiApplication.clipboard().setImage(picture)

    @Slot(object, object, object)
    def _on_saved(self, path: Path, kept: Kept | None, promised: Path) -> None:
        item = self._take_target(promised)
        if item is not None and kept is not None:
            item.saved = kept
            if kept.result is not None and kept.result.path == path:
                item.result = kept.result
            if item.path is None or promised != sidecar_path(item.path):
                item.saved_look = kept.recipe, kept.page
            self._album.item_changed.emit(item)
        if item is not None and item.state is State.FAILED:  # the last time it was saved
            self._album.rest(item)
        if item is not None:
            self.item_saved.emit(item)  # first: it may close, and what was said goes with it
        if promised in self._all.left:
            self._all.saved += 1
            self._count(promised)
        else:
            self.ended.emit(self.tr("Saved as “%1”.").replace("%1", str(path)), path.parent)

    def _take_target(self, promised: Path | None) -> Item | None:
        """Return whose file that is; it stays known if it is saved once more already."""
        if promised is None:
            return None
        if folded(promised) in self._exports.promised:
            return self._targets.get(promised)
        return self._targets.pop(promised, None)

    @Slot(object, object)
    def _on_dropped(self, path: Path | None, error: EngineError | None) -> None:
        item = self._take_target(path)
        if item is not None:
            self.item_dropped.emit(item)
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
        folder = next(iter(done.folders)) if done.saved and len(done.folders) == 1 else None
        saved = self.tr("%Ln photos were saved in “%1”.", "", done.saved)
        saved = saved.replace("%1", str(folder))
        if folder is None:
            saved = self.tr("%Ln photos were saved, each beside its original.", "", done.saved)
        if not done.saved:
            saved = self.tr("No photo was saved.")
        if done.stopped:
            stopped = self.tr("Stopped.")
            left = self.tr("%Ln photos were not saved.", "", done.stopped + len(done.failed))
            self.ended.emit(f"{stopped} {saved} {left}", folder)
        elif done.failed:
            reasons = self.tr("Not saved: %1. The filmstrip says why.")
            self.told.emit(f"{saved} {reasons.replace('%1', listed(done.failed))}", folder)
        else:
            self.ended.emit(saved, folder)
