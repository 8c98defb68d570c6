"""From files, drops and pastes to the photo on the screen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop import dialogs
from desktop.photos.incoming import image_in, paths_in, photos_in_all
from desktop.photos.stash import unstash
from desktop.platform.background import Background
from desktop.platform.presence import is_folder
from desktop.state import settings as keys
from desktop.state.document import Document
from desktop.state.item import Item, State
from desktop.texts.messages import message_for
from engine.checkpoints.catalog import SAMPLE_PHOTO
from engine.recipe.sidecar import Kept
from engine.recipe.stages import Orientation
from engine.recipe.turning import seeing_part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from desktop.editing.coloring import ColoringController
    from desktop.jobs.engine_tasks import Opened
    from desktop.photos.album import Album
    from desktop.photos.session_json import Remembered
    from desktop.state.settings import Settings
    from desktop.widgets.strip.filmstrip import Filmstrip
    from engine.errors import EngineError
    from engine.photo.photo import Photo
    from engine.recipe.stages import Crop


class Opener(QObject):
    """Puts photos into the album, and shows one of them at a time.

    Signals:
        shown(document: Document): the album's current photo, not yet colored.
        photo_turned(document: Document): the same photo, as it lies now, not yet colored.
        awaited(item: Item): another photo is being read, to be shown.
        kept(): the album's current photo stays; the one that was to be shown is not.
        asked(): whatever was said before no longer matters.
        told(text: str): why there is nothing to open.
        activities_changed(): see :attr:`is_looking`.
    """

    shown = Signal(object)
    photo_turned = Signal(object)
    awaited = Signal(object)
    kept = Signal()
    asked = Signal()
    told = Signal(str)
    activities_changed = Signal()

    def __init__(
        self, album: Album, coloring: ColoringController, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._album, self._coloring, self._settings = album, coloring, settings
        self._window = window
        self._opening: Item | None = None
        self._page: int | None = None
        self._is_pasting = False
        self._disk, self._asking = Background("opening", self), Background("asking", self)
        coloring.photo_opened.connect(self._on_opened)
        coloring.photo_colored.connect(self._on_colored)
        coloring.opening_failed.connect(self._on_failed)
        coloring.opening_stopped.connect(self._forget_opening)
        coloring.coloring_failed.connect(self._on_coloring_failed)
        coloring.coloring_stopped.connect(self._wait_no_longer)

    @property
    def is_looking(self) -> bool:
        """Whether it is being found out which photos there are."""
        return self._disk.is_busy

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files, and the photos in folders; show the first."""
        self.asked.emit()
        places = [path.absolute() for path in paths]  # a photo has one path, however it comes
        self._disk.submit(
            lambda: photos_in_all(places),
            lambda found: self._open_found(places, *found),
        )
        self.activities_changed.emit()

    def _open_found(
        self, places: Sequence[Path], found: Sequence[Path], error: EngineError | None
    ) -> None:
        self.activities_changed.emit()
        if found:
            items = self._album.add_paths(found)
            self.show(items[0].id)
        if error is not None:
            self.told.emit(message_for(error))
        elif places and not found:
            text = self.tr("No photos found in “%1”.")
            self.told.emit(text.replace("%1", places[0].name))

    @Slot()
    def ask_open(self) -> None:
        """Let the user choose photos."""
        self._ask(lambda folder: dialogs.ask_open_paths(self._window, folder))

    @Slot()
    def open_sample(self) -> None:
        """Open the photo that comes with the program, to try it on."""
        self.open_paths([SAMPLE_PHOTO])

    @Slot()
    def ask_open_folder(self) -> None:
        """Let the user choose a folder of photos."""

        def ask(last: Path) -> list[Path]:
            title = self.tr("Open all photos in a folder")
            folder = dialogs.ask_folder(self._window, title, last)
            return [] if folder is None else [folder]

        self._ask(ask)

    @Slot()
    def paste(self) -> None:
        """Open the picture in the clipboard."""
        self.asked.emit()
        if not self.open_mime_data(QGuiApplication.clipboard().mimeData()):
            self.told.emit(self.tr("There is no image in the clipboard."))

    def _ask(self, ask: Callable[[Path], list[Path]]) -> None:
        """Let the user choose, beginning with the last folder, once its disk has answered."""
        last = Path(self._settings.get(keys.LAST_FOLDER))

        def work() -> Path:
            usual = (last, dialogs.pictures_folder())
            there = (place for place in usual if place.is_absolute() and is_folder(place))
            return next(there, Path.home())

        def then(folder: Path) -> None:
            if self._window.isVisible() and (paths := ask(folder)):
                self.open_paths(paths)

        if not self._asking.is_busy:
            self._asking.submit(work, then)

    def reopen(
        self, photos: Sequence[Remembered], then: Callable[[], object] = lambda: None
    ) -> None:
        """Open photos with the recipes they had, and show the one that was shown.

        What the user works on already stays as it is.

        Args:
            photos: What was open.
            then: Called when they are in the album.
        """
        self.asked.emit()
        pasted = [photo.path for photo in photos if photo.is_pasted]

        def open_all(pictures: Mapping[Path, Photo]) -> None:
            self._reopen(photos, pictures)
            then()
            self.activities_changed.emit()

        if pasted:
            self._disk.submit(lambda: unstash(pasted), open_all)
            self.activities_changed.emit()
        else:
            open_all({})

    def _reopen(self, photos: Sequence[Remembered], pictures: Mapping[Path, Photo]) -> None:
        edited = {item for item in self._album.items if item.has_unsaved_work}
        opened = [photo for photo in photos if not photo.is_pasted or photo.path in pictures]
        items = [self._album.add_remembered(photo, pictures.get(photo.path)) for photo in opened]
        self._album.items_changed.emit()
        restored, shown = [], None
        for item, photo in zip(items, opened, strict=True):
            if item not in edited:
                item.take_remembered(photo.kept, photo.sha256, is_saved=photo.is_saved)
                item.flagged = photo.is_flagged
                self._album.item_changed.emit(item)
                restored.append(item)
                shown = item if photo.is_shown else shown
        if restored:
            current = self._album.current
            self._read(shown or (current if current in restored else restored[0]))

    def open_prints(self, document: Document, crops: Sequence[Crop]) -> None:
        """Open each print on a scan as a photo of its own, and show the first."""
        item, recipe = document.item, document.with_own_colors(document.recipe)
        if item.path is None:
            return
        model = self._coloring.model
        parts = [self._album.add_part(item.path, number + 1) for number in range(len(crops))]
        for part, crop in zip(parts, crops, strict=True):
            if not part.was_shown:  # those that are open already stay as they are
                part.recipe, part.page = replace(recipe, crop=crop), item.page
                if model is not None:  # of each it is to see as much as of a photo of its own
                    size = document.photo.size
                    part.recipe = seeing_part(part.recipe, size, model.input_size)
                part.sha256, part.recolor, part.was_shown = item.sha256, item.recolor, True
                part.saved = part.kept  # they can be found again
        self._album.items_changed.emit()
        self.show(parts[0].id)

    def open_mime_data(self, mime: QMimeData) -> bool:
        """Open what was dropped or pasted; False if there is no picture in it."""
        paths = paths_in(mime)
        image = None if paths else image_in(mime)
        if paths:
            self.open_paths(paths)
        elif image is not None:
            self.asked.emit()
            if self._opening is not None:
                self._forget_opening()
            self._is_pasting = True
            self._coloring.open_image(image)
        return bool(paths) or image is not None

    @Slot(int)
    def show(self, item_id: int) -> None:
        """Show one of the open photos; the one shown now stays until that has been read."""
        item = self._album.item(item_id)
        if item is None:
            return
        self.asked.emit()  # what was said was about the photo shown so far
        if item is self._album.current:
            self._stop_opening()  # the user came back before another one was read
            document = self._coloring.document
            if document is not None and not document.is_up_to_date:
                self._coloring.follow()
            return
        self._read(item)

    def _read(self, item: Item) -> None:
        if item is not self._album.current:
            self.awaited.emit(item)
        elif self._opening is not None:
            self.kept.emit()  # another one was on its way
        self._opening, self._page, self._is_pasting = item, None, False
        if item.photo is not None:
            self._coloring.open_photo(item.photo, item.recipe.orientation)
        elif item.path is not None:
            # before it is shown, what lies beside it may say how it lies
            orientation = item.recipe.orientation if item.was_shown else None
            self._coloring.open_path(item.path, item.page, orientation)

    @Slot()
    def ask_page(self) -> None:
        """Let the user turn to another page of the photo; this one stays until it has been read."""
        item, document = self._album.current, self._coloring.document
        if item is None or item.path is None or document is None:
            return
        photo = document.photo
        page = dialogs.ask_page(self._window, photo.page, photo.pages)
        if page in (None, photo.page):
            return
        if item.has_unsaved_colors and not dialogs.ask_lose_colors(self._window):
            return
        self.asked.emit()
        self._opening, self._page, self._is_pasting = item, page, False
        self._coloring.open_path(item.path, page, Orientation())

    def turn_shown(self) -> None:
        """Show the photo as its recipe has it lie now."""
        document = self._coloring.document
        if document is None:
            return
        if document.photo.turned != document.recipe.orientation.turn:
            self._coloring.turn(document, partial(self._on_turned, document))

    def _on_turned(self, before: Document, opened: Opened) -> None:
        if before is not self._coloring.document:
            return
        document = Document(before.item, opened.photo, opened.refused)
        document.item.damage = opened.damage
        self._coloring.show(document)
        self._album.set_state(document.item, State.COLORING)
        self.photo_turned.emit(document)
        self._coloring.colorize()
        self.turn_shown()  # it may have been turned further meanwhile

    @Slot(object)
    def close(self, ids: Sequence[int]) -> None:
        """Close photos, saved or not; a neighbor takes the place of the one that was shown."""
        items, current = self._album.items, self._album.current
        place = items.index(current) if current in items else 0
        if self._opening is not None and self._opening.id in ids:
            self._stop_opening()
        self._album.remove(ids)
        if current is not None and self._album.current is None:
            self._coloring.close_photo()
            self._show_near(place)

    def _show_near(self, place: int) -> None:
        """Show the photo at a place of the row, or the nearest that has not failed."""
        left = enumerate(self._album.items)
        near = sorted(left, key=lambda numbered: abs(numbered[0] - place))
        found = next((item for _, item in near if item.state is not State.FAILED), None)
        if found is not None:
            self.show(found.id)

    def _stop_opening(self) -> None:
        self._coloring.cancel_opening()
        self._forget_opening()

    @Slot()
    def _forget_opening(self) -> None:
        self._opening, self._page, self._is_pasting = None, None, False
        self.kept.emit()

    @Slot(object)
    def _on_opened(self, opened: Opened) -> None:
        item, page, is_pasting = self._opening, self._page, self._is_pasting
        self._opening, self._page, self._is_pasting = None, None, False
        if item is None and is_pasting:
            item = self._album.add_photo(opened.photo)
        if item is None:
            self._coloring.close_photo()  # nobody wants it any more
            return
        is_first = not item.was_shown
        if is_first:
            item.take_kept(opened.kept or Kept())
        item.was_shown = True
        news = self._news_of(item, opened, page, is_first=is_first)
        if page is not None or item.page not in (None, opened.photo.page):
            self._album.turn_to(item, opened.photo.page)
        if item.sha256 not in ("", opened.sha256):
            item.forget_findings()
        item.sha256 = opened.sha256
        document = Document(item, opened.photo, opened.refused)
        self._coloring.show(document)
        self._wait_no_longer()  # the photo shown so far may not have been colored yet
        self._album.set_state(item, State.COLORING)
        self._album.show(item)
        if item.path is not None:
            self._settings.set(keys.LAST_FOLDER, str(item.path.parent))
        self.shown.emit(document)
        if news:  # matters more than what is said of every such photo
            self.told.emit(news)
        self._coloring.colorize()
        self.turn_shown()  # as a file was read whose page is another than it was

    def _news_of(self, item: Item, opened: Opened, page: int | None, *, is_first: bool) -> str:
        """Say what is not as the user left it, or wanted it; empty if all is."""
        wanted, path = page or item.page, opened.photo.path
        if wanted not in (None, opened.photo.page):
            text = self.tr("“%1” no longer has page %2; its largest page is shown.")
            text = text.replace("%2", QLocale().toString(wanted))
        elif item.sha256 and item.sha256 != opened.sha256:
            text = self.tr(
                "“%1” has changed since its color hints were set; they may no longer fit."
            )
        elif is_first and opened.kept_is_lost:
            text = self.tr("The settings kept beside “%1” cannot be read.")
        else:
            text = ""
        return text.replace("%1", path.name if path is not None else "")

    @Slot(object)
    def _on_colored(self, _document: Document) -> None:
        item = self._album.current
        if item is not None and item.state is not State.DONE:
            self._album.set_state(item, State.DONE)

    @Slot(object)
    def _on_failed(self, error: EngineError) -> None:
        item = self._opening
        self._forget_opening()
        if item is not None and item is not self._album.current:  # which may lack a page
            self._album.set_state(item, State.FAILED, error)
            if self._album.current is None:
                self._show_near(self._album.items.index(item))

    @Slot(object)
    def _on_coloring_failed(self, error: EngineError) -> None:
        item = self._album.current
        if item is not None and item.state is State.COLORING:
            self._album.set_state(item, State.FAILED, error)

    @Slot()
    def _wait_no_longer(self) -> None:
        """Mark the photo that is shown as one whose colors are not under way."""
        item = self._album.current
        if item is not None and item.state is State.COLORING:
            self._album.rest(item)


def connect_filmstrip(strip: Filmstrip, album: Album, opener: Opener) -> None:
    """Keep the row of thumbnails and the album in step."""

    def show_items() -> None:
        strip.show_items([item.id for item in album.items])
        for item in album.items:
            show_item(item)  # one that stays as it is is not drawn again

    def show_item(item: Item) -> None:
        name = item.name
        state = message_for(item.error) if item.error is not None else item.state.name.lower()
        strip.show_entry(item.id, name, state, item.thumbnail, item.marks)

    def show_current() -> None:
        strip.show_current(album.current.id if album.current is not None else None)

    album.items_changed.connect(show_items)
    album.item_changed.connect(show_item)
    album.current_changed.connect(show_current)
    opener.kept.connect(show_current)
    strip.chosen.connect(opener.show)
    strip.arranged.connect(album.arrange)
