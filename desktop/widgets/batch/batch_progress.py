"""How a batch goes: counts, rate, time left, the photo just done, and what stands in the way."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.bars.busy_bar import BusyBar
from desktop.widgets.batch.result_list import ResultList
from desktop.widgets.plain import Label
from engine.batch.outcome import State
from engine.console import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.widgets.batch.result_list import Row
    from engine.batch.outcome import Outcome
    from engine.batch.planning.estimate import Estimate
    from engine.batch.running.run import Counts

_WINDOW = 50
"""Photos over which the rate is measured."""
_FEWEST = 3
"""Photos colored before a rate is believed: the first also loads and warms up."""
_MOST_REASONS = 3


class BatchProgress(QWidget):
    """Shows counts and outcomes as they come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.counts, self.pace = Label(), Label(), Label()
        self.needs, self.last, self.picture = Label(), Label(), Label()
        self.now = QWidget()
        """Shows the photo just done, until there are results to see to."""
        self.bar, self.results = BusyBar(), ResultList()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.title.setFont(font)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumHeight(170)
        self.last.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._times: deque[float] = deque(maxlen=_WINDOW)
        self._colored = 0
        self._reasons: list[Callable[[], str]] = []
        """Why photos failed, of the first few."""
        self._said: dict[Label, Callable[[], str]] = {}
        column = QVBoxLayout(self)
        for widget in (self.title, self.needs, self.bar, self.counts, self.pace):
            column.addWidget(widget)
        now = QVBoxLayout(self.now)
        now.addStretch(1)
        now.addWidget(self.picture)
        now.addWidget(self.last)
        now.addStretch(2)
        column.addWidget(self.now, 1)
        column.addWidget(self.results, 1)
        self.results.hide()
        for label in (self.title, self.needs, self.last):
            label.setWordWrap(True)

    def retranslate(self) -> None:
        """Say the same in another language."""
        for label, words in self._said.items():
            label.setText(words())

    def show_planning(self, found: int) -> None:
        """Say how many photos have been found so far."""
        self._say(self.title, lambda: self.tr("Looking for photos… %Ln found", "", found))
        self.bar.show_busy()
        self._fall_silent(self.needs, self.counts, self.pace, self.last)
        self.picture.clear()
        self.results.hide()
        self.now.show()
        self._times.clear()
        self._colored = 0
        self._reasons.clear()

    def show_estimate(self, estimate: Estimate, remaining: int) -> None:
        """Say what the batch will need; ``remaining`` is how many photos are still to do."""
        share = min(1.0, remaining / max(1, estimate.photos))
        self._say(self.needs, lambda: self._needs_text(estimate, share))

    def _needs_text(self, estimate: Estimate, share: float) -> str:
        text = self.tr("About %1 needed, %2 free.")
        needed = round(estimate.output_bytes * share)
        text = text.replace("%1", QLocale().formattedDataSize(needed, 1))
        text = text.replace("%2", QLocale().formattedDataSize(estimate.free_bytes, 1))
        if estimate.seconds is not None and share:
            about = self.tr("It will take about %1.")
            about = about.replace("%1", _duration_text(estimate.seconds * share))
            text = f"{text} {about}"
        if not estimate.fits:
            problem = self.tr("That will probably not fit.")
            text = f"⚠ {text} {problem}"
        return text

    def show_counts(self, counts: Counts) -> None:
        """Show how many photos are done, skipped, failed."""
        self.bar.show_share(counts.total - counts.remaining, counts.total)
        self._say(self.counts, lambda: self._counts_text(counts))

    def _counts_text(self, counts: Counts) -> str:
        """Return how many photos ended in each way, each photo once; then what deserves a look."""
        texts = [
            text
            for count, text in (
                (1, self.tr("%Ln colored", "", counts.done)),
                (counts.copied, self.tr("%Ln copied", "", counts.copied)),
                (counts.left_in_color, self.tr("%Ln in color already", "", counts.left_in_color)),
                (counts.skipped_otherwise, self.tr("%Ln skipped", "", counts.skipped_otherwise)),
                (counts.failed, self.tr("%Ln failed", "", counts.failed)),
            )
            if count
        ]
        of = self.tr("%1 of %2: %3")
        done, total = (
            QLocale().toString(n) for n in (counts.total - counts.remaining, counts.total)
        )
        of = of.replace("%1", done).replace("%2", total)
        lines = [of.replace("%3", ", ".join(texts))]
        if counts.flagged:
            lines.append(self.tr("Of those colored, %Ln to review", "", counts.flagged))
        return "\n".join(lines)

    def show_outcome(self, words: Callable[[], str], outcome: Outcome, counts: Counts) -> None:
        """Say what became of the photo just done, show it, and the pace."""
        self._say(self.last, lambda: printable(words()))
        if outcome.thumbnail:
            image = QImage.fromData(outcome.thumbnail)
            self.picture.setPixmap(QPixmap.fromImage(image))
        self._colored += outcome.state is State.DONE
        self._times.append(time.monotonic())
        span = self._times[-1] - self._times[0]
        if self._colored < _FEWEST or not counts.remaining or span <= 0:
            self._fall_silent(self.pace)
            return
        left = span / (len(self._times) - 1) * counts.remaining
        self._say(self.pace, lambda: self._pace_text(left))

    def _pace_text(self, seconds: float) -> str:
        return self.tr("About %1 left").replace("%1", _duration_text(seconds))

    def show_end(self) -> None:
        """Take away what was about the time to come, and say why photos failed."""
        self._fall_silent(self.needs, self.pace)
        if self._reasons:
            reasons = tuple(self._reasons)
            self._say(self.needs, lambda: "\n".join(printable(reason()) for reason in reasons))

    def show_results(self, rows: Sequence[Row], reasons: Sequence[Callable[[], str]]) -> None:
        """List what a person may want to see to, if anything, instead of the last photo.

        Args:
            rows: The photos.
            reasons: Say why photos failed; the first few are repeated at the end.
        """
        self._reasons = list(reasons[:_MOST_REASONS])
        self.results.show_rows(rows)
        self.results.setVisible(bool(rows))
        self.now.setVisible(not rows)

    def show_title(self, words: Callable[[], str]) -> None:
        """Say what the batch does, or why it waits."""
        self._say(self.title, words)

    def _say(self, label: Label, words: Callable[[], str]) -> None:
        self._said[label] = words
        label.setText(words())

    def _fall_silent(self, *labels: Label) -> None:
        for label in labels:
            self._said.pop(label, None)
            label.clear()


def _duration_text(seconds: float) -> str:
    """Return a time as a person says it who does not know it better: 10 s, 4 min, 2 h 05 min."""
    translate = QCoreApplication.translate
    if seconds < 90:
        tens = max(10, 10 * round(seconds / 10))
        return translate("BatchProgress", "%1 s").replace("%1", str(tens))
    minutes = round(seconds / 60)
    if minutes < 90:
        return translate("BatchProgress", "%1 min").replace("%1", str(minutes))
    text = translate("BatchProgress", "%1 h %2 min").replace("%1", str(minutes // 60))
    return text.replace("%2", f"{minutes % 60:02}")
