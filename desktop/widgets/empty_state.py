"""What the window shows before there is a photo: an invitation."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

_FRAME = QColor(255, 255, 255, 60)


class EmptyState(QWidget):
    """Invites the user to drop a photo, or to choose one.

    Signals:
        open_requested()
    """

    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headline = QLabel(self.tr("Drop a black-and-white photo here"))
        font = headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        headline.setFont(font)
        hint = QLabel(
            self.tr("JPEG, PNG, WebP or TIFF. Your photo stays on this computer, and untouched.")
        )
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        button = QPushButton(self.tr("Choose a photo…"))
        button.setAutoDefault(True)  # Return presses it
        button.clicked.connect(self.open_requested)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(1)
        for widget in (headline, hint, button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed frame of a place to drop things on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(_FRAME, 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 16, 16)
        painter.end()
