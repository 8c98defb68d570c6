"""The photos beside the one that is shown, read before anybody asks for them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.jobs import reading
from desktop.state.item import State

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.editing.coloring import ColoringController
    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.photos.album import Album
    from engine.errors import EngineError


class NeighborController(QObject):
    """Reads the next photo and the one before while nothing else is to do, and keeps only those.

    What it has read is taken by :meth:`ColoringController.open_path`, which looks whether the file
    is still the same.
    """

    def __init__(self, engine: EngineThread, album: Album, coloring: ColoringController) -> None:
        super().__init__(album)
        self._engine, self._album, self._coloring = engine, album, coloring
        self._job: Job[reading.Prepared] | None = None
        self._refused: set[Path] = set()
        """Files that could not be read: whoever opens them is told why."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._next)
        album.items_changed.connect(self._soon.start)
        album.current_changed.connect(self._soon.start)
        coloring.activities_changed.connect(self._on_activities_changed)

    @Slot()
    def _on_activities_changed(self) -> None:
        if self._coloring.activities and self._job is not None:
            self._job.cancel()  # what is wanted now comes first
            self._job = None
        self._soon.start()

    @Slot()
    def _next(self) -> None:
        wanted = self._wanted()
        ready = {key: one for key, one in self._coloring.ready.items() if key in wanted}
        self._coloring.ready = ready
        document = self._coloring.document
        is_reading = self._job is not None and not self._job.has_ended
        if is_reading or self._coloring.activities or document is None:
            return
        missing = next((key for key in wanted if key not in ready), None)
        if missing is not None:
            path, page = missing
            self._job = self._engine.submit(
                reading.prepare(path, page),
                self._on_read,
                failed=partial(self._on_failed, path),
                ended=self._soon.start,
                can_wait=True,
            )

    def _wanted(self) -> list[tuple[Path, int | None]]:
        """Return file and page of the next photo and of the one before, those that are files."""
        items, current = self._album.items, self._album.current
        if current not in items:
            return []
        place = items.index(current)
        return [
            (item.path, item.page)
            for item in (*items[place + 1 : place + 2], *items[max(0, place - 1) : place])
            if item.path is not None
            and item.path != current.path
            and item.state is not State.FAILED
            and item.path not in self._refused
        ]

    def _on_read(self, prepared: reading.Prepared) -> None:
        key = prepared.path, prepared.page
        self._coloring.ready = {**self._coloring.ready, key: prepared}

    def _on_failed(self, path: Path, _error: EngineError) -> None:
        self._refused.add(path)
