"""What the window shows before there is a photo: an invitation."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.widgets.plain import Label

_MARGIN = 48
"""From the window's edge to the words; the frame is halfway."""


class EmptyState(QWidget):
    """Invites the user to drop a photo, or to choose one.

    Signals:
        open_requested()
        sample_requested()
        reopen_requested(): the photos of the last time.
    """

    open_requested = Signal()
    sample_requested = Signal()
    reopen_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headline, self._hint, self._button = Label(), Label(), QPushButton()
        self.reopen, self.sample = QPushButton(), QPushButton()
        self._last = 0
        self.reopen.hide()
        for button, wanted in (
            (self.reopen, self.reopen_requested),
            (self.sample, self.sample_requested),
        ):
            button.setFlat(True)
            button.setAutoDefault(True)
            button.clicked.connect(wanted)
        font = self._headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        self._headline.setFont(font)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._button.setAutoDefault(True)  # Return presses it
        self._button.clicked.connect(self.open_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(16)
        column.addStretch(1)
        for label in (self._headline, self._hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        for button in (self._button, self.reopen, self.sample):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._headline.setText(self.tr("Drop photos or a folder here"))
        self._hint.setText(
            self.tr(
                "JPEG, PNG, TIFF, WebP, AVIF, BMP. Your photos never leave this computer and are"
                " never changed."
            )
        )
        self._button.setText(self.tr("Open photos…"))
        self.sample.setText(self.tr("Try a sample photo"))
        text = self.tr("Reopen the photo from last time")
        if self._last > 1:
            text = self.tr("Reopen the %Ln photos from last time", "", self._last)
        self.reopen.setText(text)

    def offer_last(self, photos: int) -> None:
        """Offer the photos that were open at the end of the last time, if there were any."""
        self._last = photos
        self.reopen.setVisible(photos > 0)
        self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed frame of a place to drop things on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color, half = self.palette().color(QPalette.ColorRole.WindowText), _MARGIN // 2
        color.setAlphaF(0.3)
        painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 16, 16)
        painter.end()
