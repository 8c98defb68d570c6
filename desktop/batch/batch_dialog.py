"""The window for whole folders: rules, a look at three photos, progress, and what came of it."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import dialogs
from desktop.batch.batch_messages import obstacle_message, outcome_message, template_message
from desktop.batch.batch_presets import BatchPresets
from desktop.batch.batch_preview import SIZE
from desktop.batch.batch_results import BatchResults
from desktop.batch.preset_keeping import PresetKeeping
from desktop.texts.language import QT_TRANSLATE_NOOP
from desktop.texts.lists import listed
from desktop.texts.messages import message_for
from desktop.widgets.bars.busy_bar import BusyBar
from desktop.widgets.bars.message_bar import MessageBar, Tone
from desktop.widgets.batch.batch_form import BatchForm
from desktop.widgets.batch.batch_progress import BatchProgress
from desktop.widgets.batch.preset_row import PresetRow
from desktop.widgets.batch.preview_pane import Pair, PreviewPane
from desktop.widgets.column import Column
from engine.batch.planning.naming import TemplateError, example
from engine.errors import BatchError, BatchProblem, EngineError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from desktop.batch.batch_preview import Preview
    from desktop.batch.batch_worker import BatchWorker
    from desktop.state.settings import Settings
    from desktop.widgets.folder_row import FolderRow
    from engine.batch.outcome import BlockingCondition
    from engine.batch.planning.estimate import Estimate
    from engine.batch.running.run import Counts
    from engine.checkpoints.catalog import Entry

logger = logging.getLogger(__name__)

_SIZE = (960, 640)
_SHARE = 0.85
"""Of a small screen that it takes at most: it is seen to be a window over another."""
_BUTTONS = {
    "preview": QT_TRANSLATE_NOOP("BatchDialog", "Previe&w three photos"),
    "another": QT_TRANSLATE_NOOP("BatchDialog", "Three &others"),
    "start": QT_TRANSLATE_NOOP("BatchDialog", "&Start"),
    "anew": QT_TRANSLATE_NOOP("BatchDialog", "Start over"),
    "pause": QT_TRANSLATE_NOOP("BatchDialog", "&Pause"),
    "stop": QT_TRANSLATE_NOOP("BatchDialog", "S&top"),
    "folder": QT_TRANSLATE_NOOP("BatchDialog", "Open &folder"),
    "report": QT_TRANSLATE_NOOP("BatchDialog", "Show &report"),
    "retry": QT_TRANSLATE_NOOP("BatchDialog", "Retry f&ailed"),
    "back": QT_TRANSLATE_NOOP("BatchDialog", "&New batch"),
}


class BatchDialog(QDialog):
    """Not modal: the main window stays usable while a batch runs.

    Signals:
        noticed(text: str, tone: Tone): a batch ended, or waits; the user may be looking elsewhere.
    """

    noticed = Signal(str, object)

    def __init__(
        self,
        worker: BatchWorker,
        settings: Settings,
        models: Sequence[Entry],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._target: Path | None = None
        self._occupied: Path | None = None
        """Where an earlier batch was found, which can be given up."""
        self._is_paused = False
        self._shown: set[Path] = set()
        """Photos that the preview has shown, of this source folder."""
        self._previewed: list[Path] = []
        """Those that it shows now."""
        self.messages = MessageBar()
        self.form, self.progress = BatchForm(models), BatchProgress()
        self.presets = PresetRow()
        self.previews, self.busy = PreviewPane(QSize(*reversed(SIZE))), BusyBar()
        self.results = BatchResults(self.progress, self.messages, self)
        self.busy.show_busy()
        self.buttons = {name: QPushButton() for name in _BUTTONS}
        self._lay_out()
        self._connect()
        PresetKeeping(BatchPresets(settings), self.presets, self.form, self.messages, self)
        self.retranslate()
        self._show_buttons("preview", "start")

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setWindowTitle(self.tr("Colorize folders"))
        self.busy.setAccessibleName(self.tr("Coloring…"))
        for name, text in _BUTTONS.items():
            self.buttons[name].setText(self.tr(text))
        if self._is_paused:
            self.buttons["pause"].setText(self.tr("&Resume"))
        self._on_edited()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top of the form, wherever it was left."""
        super().showEvent(event)
        if not event.spontaneous():  # else it was only behind others
            self._scroll.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        self.setWindowFlag(Qt.WindowType.WindowMinMaxButtonsHint)
        room = self.screen().availableSize()
        self.resize(QSize(*_SIZE).boundedTo(room * _SHARE))
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.presets)
        column.addWidget(self.form)
        column.addStretch(1)
        self._scroll = scroll = Column(0)
        scroll.setWidget(page)
        first = QWidget()
        row = QHBoxLayout(first)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(scroll, 1)
        row.addWidget(self.previews)
        self._pages = QStackedWidget()
        self._pages.addWidget(first)
        self._pages.addWidget(self.progress)
        bottom = QHBoxLayout()
        bottom.addStretch(1)
        for button in self.buttons.values():
            button.setAutoDefault(False)
            bottom.addWidget(button)
        whole = QVBoxLayout(self)
        whole.addWidget(self.messages)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self.busy)
        whole.addLayout(bottom)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_edited)
        for row in (self.form.source, self.form.target):
            row.asked.connect(lambda row=row: self._choose_folder(row))
        actions = {
            "preview": lambda: self._preview(self._previewed),
            "another": self._preview,
            "start": self._start,
            "anew": lambda: self._start(anew=True),
            "pause": self._toggle_pause,
            "stop": self._worker.stop,
            "folder": self.results.open_folder,
            "report": self.results.open_report,
            "retry": self._retry,
            "back": self._show_form,
        }
        for name, action in actions.items():
            self.buttons[name].clicked.connect(lambda _=False, action=action: action())
        self.progress.results.color_requested.connect(self._color_anyway)
        self.form.source.changed.connect(self._forget_previews)
        worker = self._worker
        worker.found.connect(self.progress.show_planning)
        worker.begun.connect(self._on_begun)
        worker.happened.connect(self._on_happened)
        worker.listed.connect(self.results.show)
        worker.ended.connect(self._on_ended)
        worker.previewed.connect(self._on_previewed)
        worker.failed.connect(self._on_failed)
        worker.cancelled.connect(self._show_form)
        worker.crashed.connect(self._on_crashed)

    def _show_buttons(self, *names: str) -> None:
        for name, button in self.buttons.items():
            button.setVisible(name in names)

    def _choose_folder(self, row: FolderRow) -> None:
        start = row.path or self.form.source.path or dialogs.pictures_folder()
        folder = dialogs.ask_folder(self, row.name, start)
        if folder is not None:
            row.show_path(folder)

    @Slot()
    def _on_edited(self) -> None:
        """Show what a result would be called, or why none can be."""
        job, problem = self.form.job, ""
        text = self.tr("Choose a source and a destination folder.")
        if job is not None:
            try:
                text = self.tr("for example: %1").replace("%1", example(job))
            except TemplateError as error:
                text = problem = template_message(error)
            except EngineError as error:
                text = problem = message_for(error)
        self.form.show_example(text, is_problem=bool(problem))
        can_start = job is not None and not problem and not self._worker.is_busy
        for name in ("preview", "another", "start"):
            self.buttons[name].setEnabled(can_start)
        is_form = self._pages.currentIndex() == 0
        self.busy.setVisible(is_form and self._worker.is_busy)
        is_occupied = job is not None and job.target == self._occupied
        self.buttons["anew"].setVisible(is_occupied)
        self.buttons["another"].setVisible(is_form and bool(self._previewed))
        self.buttons["anew"].setEnabled(can_start)
        self.buttons["start"].setEnabled(can_start and not is_occupied)

    def _preview(self, wanted: Sequence[Path] = ()) -> None:
        """Color a few photos: those that are wanted, or others than were shown."""
        job = self.form.job
        if job is None:
            return
        self.messages.clear_message()
        self._worker.preview(job, wanted, frozenset(self._shown))
        self._on_edited()

    @Slot(object)
    def _on_previewed(self, previews: Sequence[Preview]) -> None:
        self._previewed = [preview.path for preview in previews]
        self._shown.update(self._previewed)
        pairs = [Pair(preview.name, preview.before, preview.after) for preview in previews]
        self.previews.show_pairs(pairs, none_found=not pairs)
        self._on_edited()

    @Slot()
    def _forget_previews(self) -> None:
        """Show none of a folder that is no longer the one to be colored."""
        if self._previewed or self._shown:
            self._previewed, self._shown = [], set()
            self.previews.show_pairs(())

    def _start(self, *, anew: bool = False) -> None:
        job = self.form.job
        if job is not None:
            self._target = job.target
            self._show_progress()
            self._worker.begin(job, anew=anew)

    def _resume(self) -> None:
        if self._target is not None:
            self._show_progress()
            self._worker.resume(self._target)

    def _retry(self) -> None:
        if self._target is not None:
            self._show_progress()
            self._worker.retry_failed(self._target)

    @Slot(object)
    def _color_anyway(self, numbers: Sequence[int]) -> None:
        if self._target is not None and numbers and not self._worker.is_busy:
            self._show_progress()
            self._worker.color_anyway(self._target, numbers)

    def _show_progress(self) -> None:
        self.messages.clear_message()
        self._occupied = None
        self.results.folder = self._target
        self.progress.show_planning(0)
        self._pages.setCurrentWidget(self.progress)
        self._set_paused(paused=False)
        self._show_buttons("pause", "stop")

    @Slot()
    def _show_form(self) -> None:
        self.messages.clear_message()  # going on is about other settings than those of the form
        self._pages.setCurrentIndex(0)
        self._scroll.verticalScrollBar().setValue(0)
        self._show_buttons("preview", "start")
        self._on_edited()

    def _toggle_pause(self) -> None:
        if self._is_paused:
            self._worker.go_on()
            self._set_paused(paused=False)
        else:
            self._worker.pause()
            self._set_paused(paused=True)

    def _set_paused(self, *, paused: bool) -> None:
        self._is_paused = paused
        self.buttons["pause"].setText(self.tr("&Resume") if paused else self.tr("&Pause"))
        if self._worker.is_busy:
            self.progress.show_title(self._pausing if paused else self._coloring)

    @Slot(object, object)
    def _on_begun(self, estimate: Estimate, counts: Counts) -> None:
        self.progress.show_title(self._coloring)
        self.progress.show_estimate(estimate, counts.remaining)
        self.progress.show_counts(counts)

    @Slot(object, object)
    def _on_happened(self, event: object, counts: Counts) -> None:
        from engine.batch.running.run import Finished, Paused  # noqa: PLC0415 - imports torch, there by now

        self.progress.show_counts(counts)
        if isinstance(event, Finished):
            words = partial(outcome_message, event.source.name, event.outcome)
            self.progress.show_outcome(words, event.outcome, counts)
        elif isinstance(event, Paused):
            self._set_paused(paused=True)
            self.progress.show_title(partial(self._waiting, event.condition))
            if event.condition is not None:
                self.noticed.emit(self._waiting(event.condition), Tone.ERROR)
        else:
            self._set_paused(paused=False)

    @Slot(object, object)
    def _on_ended(self, counts: Counts, report: Path | None) -> None:
        self.results.report = report
        self.progress.show_title(partial(self._ended, counts))
        self.progress.show_counts(counts)
        self.progress.show_end()
        names = ["folder", "back"]
        if report is not None:
            names.append("report")
        if counts.failed:
            names.append("retry")
        self._show_buttons(*names)
        if counts.remaining:
            go_on = self.tr("Resume")
            text = self._ended(counts)
            self.messages.show_message(text, Tone.NOTE, action=go_on, then=self._resume)
        elif report is None:
            text = self.tr("The report could not be written into the destination folder.")
            self.messages.show_message(text, Tone.ERROR)
        self.noticed.emit(self._ended(counts), Tone.NOTE)

    def _coloring(self) -> str:
        return self.tr("Coloring…")

    def _pausing(self) -> str:
        return self.tr("Pausing after the current photos…")

    def _waiting(self, condition: BlockingCondition | None) -> str:
        return self.tr("Paused.") if condition is None else obstacle_message(condition)

    def _ended(self, counts: Counts) -> str:
        if counts.remaining:
            return self.tr("Stopped; %Ln photos remain.", "", counts.remaining)
        if counts.failed and self.results.failed:
            text = self.tr("Done, but %Ln photos failed: %1.", "", counts.failed)
            return text.replace("%1", listed(self.results.failed, counts.failed))
        if counts.failed:
            return self.tr("Done, but %Ln photos failed.", "", counts.failed)
        return self.tr("All photos are done.")

    @Slot(object)
    def _on_failed(self, error: EngineError | TemplateError) -> None:
        logger.error("%s", error, exc_info=error)
        text = template_message(error) if isinstance(error, TemplateError) else message_for(error)
        action, problem = "", error.problem if isinstance(error, BatchError) else None
        if problem in (BatchProblem.UNFINISHED, BatchProblem.DAMAGED):
            self._occupied = self._target
        if problem is BatchProblem.UNFINISHED:
            action = self.tr("Resume")
        self._show_form()
        self.messages.show_message(text, Tone.ERROR, action=action, then=self._resume)

    @Slot(object)
    def _on_crashed(self, error: Exception) -> None:
        logger.critical("a bug in a batch", exc_info=error)
        self._show_form()
        text = self.tr("Kolorit ran into an error; what was done is kept. The log has the details.")
        self.messages.show_message(text, Tone.ERROR)
