"""What is under way, as the status bar shows it, and what stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.editing.coloring import Activity, Phase, activity_text

if TYPE_CHECKING:
    from desktop.app.controllers import Controllers
    from desktop.jobs.job import Job
    from desktop.widgets.bars.activity_bar import ActivityBar


class Activities(QObject):
    """Shows what will be done first, and lets the user stop it.

    Signals:
        changed()
        save_stopped(): the user wanted it.
    """

    changed = Signal()
    save_stopped = Signal()

    def __init__(self, parts: Controllers, bar: ActivityBar) -> None:
        super().__init__(bar)
        self._coloring, self._exports, self._opener = parts.coloring, parts.exports, parts.opener
        self._saver, self._restoring, self._bar = parts.saver, parts.restoring, bar
        for controller in (parts.coloring, parts.exports, parts.opener, parts.restoring):
            controller.activities_changed.connect(self.show)
        for works in (parts.exports, parts.coloring, parts.restoring):
            works.progressed.connect(self._on_progressed)
        bar.cancel_requested.connect(self._cancel)

    @property
    def is_saving(self) -> bool:
        """Whether a photo is being saved, or about to be."""
        return self._exports.left > 0 or self._saver.is_planning

    @Slot()
    def show(self) -> None:
        """Say what the user waits for now."""
        activity = self._current()
        is_looking = activity is None and self._opener.is_looking
        stage = activity.stage if activity is not None else Phase.OPENING if is_looking else None
        is_one = activity is not None and _is_one_of_all(activity)
        place = self._exports.place_of_all if is_one else (0, 0)
        text = activity_text(stage, self._exports.left, place) if stage is not None else ""
        can_cancel = stage not in (Phase.LOADING_MODEL, Phase.STOPPING) and not is_looking
        self._bar.show_activity(text, can_cancel=can_cancel)
        if is_one:
            self._bar.show_progress(self._exports.share_of_all())
        self.changed.emit()

    @Slot()
    def _cancel(self) -> None:
        activity = self._current()
        if activity is not None:
            if activity.stage is Phase.SAVING:
                self.save_stopped.emit()
            for controller in (self._coloring, self._exports, self._restoring):
                controller.cancel(activity.job)

    @Slot(object, float)
    def _on_progressed(self, job: Job[Any], fraction: float) -> None:
        activity = self._current()
        if activity is not None and activity.job is job:
            if _is_one_of_all(activity):
                fraction = self._exports.share_of_all(fraction)
            self._bar.show_progress(fraction)

    def _current(self) -> Activity | None:
        """The job that will be done first: the oldest, if it need not let others pass."""
        others = (self._exports.activity, self._restoring.activity)
        activities = (*self._coloring.activities, *(each for each in others if each is not None))
        return min(activities, key=lambda each: (each.can_wait, each.job.number), default=None)


def _is_one_of_all(activity: Activity) -> bool:
    """Whether it saves one of all photos, of which it is known how many there are."""
    return activity.stage is Phase.SAVING and activity.can_wait
