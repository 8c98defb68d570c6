"""What came of a batch: the list of photos to see to, its pictures, the report and the folder."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtGui import QImage

from desktop.batch.batch_messages import outcome_message, result_message
from desktop.platform.background import Background
from desktop.platform.qimage import qimage_from_rgb
from desktop.platform.reveal import reveal, reveal_watched
from desktop.widgets.bars.message_bar import Tone
from desktop.widgets.batch.result_list import Row
from engine.batch import photos
from engine.batch.outcome import HAS_OUTPUT, State
from engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.widgets.bars.message_bar import MessageBar
    from desktop.widgets.batch.batch_progress import BatchProgress
    from engine.batch.records.results import Result

logger = logging.getLogger(__name__)
translate = QCoreApplication.translate

_PICTURE = (96, 96)
"""Height and width that each picture of the list fits into."""


class BatchResults(QObject):
    """Shows results in the dialog; what is to be done about them is the dialog's to start."""

    def __init__(self, progress: BatchProgress, messages: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        """Of the results."""
        self.report: Path | None = None
        self._progress, self._messages = progress, messages
        self._results: dict[int, Result] = {}
        self._pictures = Background("pictures of results", self)
        progress.results.picture_wanted.connect(self._on_picture_wanted)

    @property
    def failed(self) -> list[str]:
        """Names of photos that failed, in this run or an earlier one; the first ones."""
        states = self._results.values()
        return [each.source.name for each in states if each.outcome.state is State.FAILED]

    @Slot(object)
    def show(self, results: Sequence[Result]) -> None:
        """List these photos."""
        self._results = {each.outcome.n: each for each in results}
        failed = (each for each in results if each.outcome.state is State.FAILED)
        reasons = [partial(outcome_message, each.source.name, each.outcome) for each in failed]
        self._progress.show_results([_row(each) for each in results], reasons)

    def open_folder(self) -> None:
        """Show the results where people look at folders."""
        if self.folder is not None and not reveal(self.folder):
            text = translate("BatchDialog", "No program shows folders here: %1").replace(
                "%1", str(self.folder)
            )
            self._messages.show_message(text, Tone.ERROR)

    def open_report(self) -> None:
        """Show the report, and say where it is: where no browser opens, nobody else tells."""
        if self.report is None:
            return
        if reveal_watched(self.report, self._on_not_opened, self):
            text = translate("BatchDialog", "The report opens in your browser. It is “%1”.")
            self._tell_of_report(text, Tone.NOTE)
        else:
            self._on_not_opened()

    def _on_not_opened(self) -> None:
        self._tell_of_report(
            translate("BatchDialog", "No browser opens the report here. It is “%1”."), Tone.ERROR
        )

    def _tell_of_report(self, text: str, tone: Tone) -> None:
        text, action = text.replace("%1", str(self.report)), translate("BatchDialog", "Open folder")
        self._messages.show_message(text, tone, action=action, then=self.open_folder, passes=False)

    @Slot(int)
    def _on_picture_wanted(self, n: int) -> None:
        result = self._results[n]
        beside = result.target if result.outcome.reason == HAS_OUTPUT else None

        def show(image: QImage) -> None:
            if self._results.get(n) is result:  # else another batch is shown by now
                self._progress.results.show_picture(n, image)

        self._pictures.submit(partial(_picture, result.source, beside), show)


def _row(result: Result) -> Row:
    outcome = result.outcome
    words = partial(result_message, result.source.name, outcome)
    return Row(outcome.n, result.source.name, words, outcome.thumbnail, result.can_be_colored)


def _picture(photo: Path, beside: Path | None) -> QImage:
    """Return a small picture, of both if there are two; an empty one where neither opens."""
    try:
        return qimage_from_rgb(photos.small(photo, _PICTURE, beside))
    except (EngineError, OSError) as error:
        logger.info("no picture: %s", error)
        return QImage()
