"""Colors the photo that is shown like a color photo of the same things."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import dialogs
from desktop.jobs import album_tasks
from desktop.state.recipes import coloring_of, with_coloring
from desktop.texts.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.state.document import Document
    from desktop.state.history import History
    from engine.album.reference import TakenOver


class ColorLike(QObject):
    """Asks for a color photo, and takes its colors over where they are surely found again.

    Signals:
        told(text: str): what is being done, and what came of it.
    """

    told = Signal(str)

    def __init__(self, engine: EngineThread, history: History, window: QWidget) -> None:
        super().__init__(window)
        self._engine, self._history, self._window = engine, history, window
        self._document: Document | None = None
        self._job: Job[TakenOver | None] | None = None

    def set_document(self, document: Document | None) -> None:
        """Go on with another photo, or none; colors on their way to the last one are not wanted."""
        self._document = document
        self._stop()

    def ask(self) -> None:
        """Ask for a color photo, and color the photo that is shown like it."""
        if self._document is None:
            return
        path = dialogs.ask_color_photo(self._window, self._document.photo.path)
        if path is not None:
            self.take_from(path)

    def take_from(self, path: Path) -> None:
        """Color the photo that is shown like a color photo."""
        developed = None if self._document is None else self._document.developed
        if developed is None or developed.seen is None or developed.model is None:
            return
        self._stop()
        coloring = coloring_of(developed.recipe)
        task = album_tasks.take_colors_over(
            path, developed.model, developed.seen, coloring.size, coloring.hints
        )
        self.told.emit(self.tr("Comparing with “%1”…").replace("%1", path.name))
        self._job = self._engine.submit(task, partial(self._take, path.name))

    def _take(self, name: str, taken: TakenOver | None) -> None:
        if taken is None:
            text = self.tr("“%1” has no colors that could be taken over.")
        elif not taken.hints:
            text = self.tr("Nothing in “%1” is surely the same, so no color was taken over.")
        else:
            text = self.tr("%Ln colors were taken over from “%1”.", "", len(taken.hints))
            self._add(taken)
        self.told.emit(text.replace("%1", name))

    def _add(self, taken: TakenOver) -> None:
        assert self._document is not None
        recipe = self._document.recipe
        # what a person set lies over what another photo says
        hints = (*taken.hints, *coloring_of(recipe).hints)
        step = QT_TRANSLATE_NOOP("Steps", "color like another photo")
        self._history.change(step, with_coloring(recipe, hints=hints))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
