"""What is to be saved of a photo, under which usual name, and how: as the user wants it now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop import dialogs
from desktop.saving.save_tasks import FileChoices, Subject
from desktop.state import settings as keys
from desktop.state.document import colored_path
from engine.files.image_io import SUFFIXES

if TYPE_CHECKING:
    from desktop.editing.coloring import ColoringController
    from desktop.photos.album import Album
    from desktop.state.document import Document
    from desktop.state.item import Item
    from desktop.state.settings import Settings


class Wanted:
    """Reads the settings and the photos anew each time it is asked."""

    def __init__(self, album: Album, coloring: ColoringController, settings: Settings) -> None:
        self._album, self._coloring, self._settings = album, coloring, settings

    @property
    def choices(self) -> FileChoices:
        """What holds for every file."""
        settings = self._settings
        quality = min(100, max(1, settings.get(keys.QUALITY)))  # edited by hand, perhaps
        originals = tuple(item.path for item in self._album.items if item.path is not None)
        return FileChoices(quality, settings.get(keys.PROVENANCE), originals=originals)

    @property
    def folder(self) -> Path | None:
        """Where results go if the user wants them in one place; it need not be there."""
        folder = Path(self._settings.get(keys.FOLDER))
        return folder if folder.is_absolute() else None

    @property
    def suffix(self) -> str:
        """The ending of results; empty is that of each photo."""
        suffix = self._settings.get(keys.FORMAT)
        return suffix if suffix in SUFFIXES else ""

    def usual_path(self, item: Item) -> Path:
        """Return the name that the result of a photo usually gets, beside it, be it free or not."""
        document, pictures = self._shown(item), dialogs.pictures_folder()
        if document is not None:
            return document.usual_path(pictures, suffix=self.suffix)
        place = pictures if item.path is None else item.path.parent
        return colored_path(place / (item.name or "photo.png"), suffix=self.suffix)

    def subject_of(self, item: Item) -> Subject:
        """Return what to save of a photo, be it shown or not."""
        document = self._shown(item)
        if document is not None and document.developed is not None:
            return self.subject(document)
        return Subject(
            item.kept,
            beside=_beside(item),
            loaded=self._coloring.models,
            source=item.source,
            may_have_sidecar=not item.was_shown,
            own_sliders=item.own_sliders,
        )

    def subject(self, document: Document) -> Subject:
        """Return what to save: the colors that are there, if they are those of the recipe."""
        item = document.item
        if document.is_up_to_date:
            return Subject(item.kept, document.developed, beside=_beside(item))
        models = self._coloring.models
        return Subject(item.kept, loaded=models, source=document.photo, beside=_beside(item))

    def _shown(self, item: Item) -> Document | None:
        document = self._coloring.document
        return document if document is not None and document.item is item else None


def _beside(item: Item) -> Path | None:
    """Return the file beside which the recipe is kept: not for one of several prints on a scan."""
    return None if item.part else item.path
