"""Shows where the network was unsure, and asks about the worst places one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.jobs import doubt_tasks

if TYPE_CHECKING:
    from desktop.jobs.doubt_tasks import DoubtLayer
    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.state.document import Document
    from desktop.widgets.bars.doubt_bar import DoubtBar
    from desktop.widgets.viewer.viewer import Viewer


class DoubtController(QObject):
    """Keeps the doubt that lies over the photo in step with its colors, while it is wanted.

    Signals:
        changed(): see :attr:`abilities`.
    """

    changed = Signal()

    def __init__(self, engine: EngineThread, viewer: Viewer, bar: DoubtBar) -> None:
        super().__init__(viewer)
        self._engine, self._viewer, self._bar = engine, viewer, bar
        self._document: Document | None = None
        self._is_on = False
        self._places: tuple[tuple[float, float], ...] = ()
        self._index = 0
        self._job: Job[DoubtLayer] | None = None
        bar.stepped.connect(self.step)
        bar.color_requested.connect(self._ask)

    @property
    def abilities(self) -> frozenset[str]:
        """What there is for commands: places to step through."""
        return frozenset({"doubts"} if self._places else ())

    def set_document(self, document: Document | None) -> None:
        """Doubt another photo, or none; nothing is shown before :meth:`refresh`."""
        self._document = document
        self._forget()
        self._bar.setVisible(self._is_on and document is not None)  # the next photo stays in place

    def set_on(self, *, on: bool) -> None:
        """Show doubt, or stop."""
        self._is_on = on
        self.refresh()

    def refresh(self) -> None:
        """Show the doubt about the colors as they are now."""
        encoding = self._document.encoding if self._document is not None else None
        if not self._is_on or encoding is None or encoding.distribution is None:
            self._forget()
        else:
            self._stop()
            self._job = self._engine.submit(doubt_tasks.map_doubt(encoding), self._show)

    @Slot(int)
    def step(self, way: int) -> None:
        """Go to the next place, or back for -1, and bring it into view."""
        if self._places:
            self._index = (self._index + way) % len(self._places)
            self._viewer.look_at(*self._places[self._index])
            self._show_place()
            self._bar.tell_place()

    @Slot()
    def _ask(self) -> None:
        """Ask about the place that is looked at, as a click on it does."""
        if self._places:
            self._viewer.look_at(*self._places[self._index])
            self._viewer.question_clicked.emit(*self._places[self._index])

    def _show(self, doubt: DoubtLayer) -> None:
        places = tuple((place.row, place.column) for place in doubt.places)
        if places != self._places:
            self._places, self._index = places, 0
        self._viewer.show_doubt(doubt.image, places, doubt.lines)
        self._show_place()
        self._bar.show()
        self.changed.emit()

    def _show_place(self) -> None:
        self._viewer.show_question(self._index)
        self._bar.show_place(self._index, len(self._places))

    def _forget(self) -> None:
        self._stop()
        self._places = ()
        self._viewer.show_doubt(None, ())
        self._bar.hide()
        self.changed.emit()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
