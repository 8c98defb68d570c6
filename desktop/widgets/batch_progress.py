"""How a batch goes: counts, rate, time left, the photo just done, and what stands in the way."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from engine.batch.console import amount, duration

if TYPE_CHECKING:
    from engine.batch.estimate import Estimate
    from engine.batch.outcome import Outcome
    from engine.batch.run import Counts

_WINDOW = 50
"""Photos over which the rate is measured."""


class BatchProgress(QWidget):
    """Shows counts and outcomes as they come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.counts, self.pace = QLabel(), QLabel(), QLabel()
        self.needs, self.last, self.picture = QLabel(), QLabel(), QLabel()
        self.bar = QProgressBar()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.title.setFont(font)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setMinimumHeight(170)
        self.last.setTextFormat(Qt.TextFormat.PlainText)
        self._times: deque[float] = deque(maxlen=_WINDOW)
        column = QVBoxLayout(self)
        for widget in (self.title, self.needs, self.bar, self.counts, self.pace):
            column.addWidget(widget)
        column.addWidget(self.picture, 1)
        column.addWidget(self.last)
        for label in (self.title, self.needs, self.last):
            label.setWordWrap(True)

    def show_planning(self, found: int) -> None:
        """Say how many photos have been found so far."""
        self.title.setText(self.tr("Looking for photos… %1").replace("%1", f"{found:,}"))
        self.bar.setRange(0, 0)
        for label in (self.needs, self.counts, self.pace, self.last, self.picture):
            label.clear()
        self._times.clear()

    def show_estimate(self, estimate: Estimate) -> None:
        """Say what the batch will need."""
        text = self.tr("The results take about %1; %2 are free.")
        text = text.replace("%1", amount(estimate.output_bytes))
        text = text.replace("%2", amount(estimate.free_bytes))
        if estimate.seconds is not None:
            about = self.tr("It takes about %1.").replace("%1", duration(estimate.seconds))
            text = f"{text} {about}"
        if not estimate.fits:
            text = f"⚠ {text} {self.tr('That will probably not fit.')}"
        self.needs.setText(text)

    def show_counts(self, counts: Counts) -> None:
        """Show how many photos are done, skipped, failed."""
        self.bar.setRange(0, max(1, counts.total))
        self.bar.setValue(counts.total - counts.remaining)
        texts = [self.tr("%1 colored").replace("%1", f"{counts.done:,}")]
        for count, text in (
            (counts.copied, self.tr("%1 copied")),
            (counts.skipped, self.tr("%1 skipped")),
            (counts.failed, self.tr("%1 failed")),
            (counts.flagged, self.tr("%1 deserve a look")),
        ):
            if count:
                texts.append(text.replace("%1", f"{count:,}"))
        of = self.tr("%1 of %2").replace("%1", f"{counts.total - counts.remaining:,}")
        self.counts.setText(f"{of.replace('%2', f'{counts.total:,}')}: {', '.join(texts)}")

    def show_outcome(self, name: str, outcome: Outcome, counts: Counts) -> None:
        """Show the photo just done, and the pace."""
        text = f"{name} {outcome.reason}" if outcome.reason else name
        self.last.setText(text)
        if outcome.thumbnail:
            image = QImage.fromData(outcome.thumbnail)
            self.picture.setPixmap(QPixmap.fromImage(image))
        self._times.append(time.monotonic())
        span = self._times[-1] - self._times[0]
        if len(self._times) > 1 and span > 0:
            each = span / (len(self._times) - 1)
            text = self.tr("%1 photos a minute, %2 left")
            text = text.replace("%1", f"{60 / each:,.0f}")
            self.pace.setText(text.replace("%2", duration(each * counts.remaining)))

    def show_title(self, text: str) -> None:
        """Say what the batch does, or why it waits."""
        self.title.setText(text)
