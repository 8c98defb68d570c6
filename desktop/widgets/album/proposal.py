"""A photo in which a color may be used, with the place marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QToolButton

from desktop.widgets.plain import tip_of
from engine.console import printable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_RADIUS = 8
_TICK = 22
_REJECTED = 0.4
"""How much is seen of a picture in which the color is not used."""


@dataclass(frozen=True, eq=False)
class Proposed:
    """What is proposed."""

    name: str
    """Of the photo; empty if it has no file."""
    picture: QImage
    place: tuple[float, float]
    """Row and column in the picture, 0 to 1."""
    is_sure: bool
    """Whether it is accepted unless somebody rejects it."""


class ProposalButton(QToolButton):
    """Shows the picture, and is on while the color is to be used there.

    Signals:
        decided(): a person has accepted or rejected it.
    """

    decided = Signal()

    def __init__(
        self,
        proposed: Proposed,
        rgb: tuple[int, int, int],
        size: QSize,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._proposed, self._rgb, self._size = proposed, rgb, size
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setCheckable(True)
        self.setChecked(proposed.is_sure)
        self.toggled.connect(self._show)
        self.clicked.connect(self.decided)
        self.retranslate()
        self._show()

    def retranslate(self) -> None:
        """Set all words anew."""
        translate = QCoreApplication.translate
        name = printable(self._proposed.name) or translate("ProposalStrip", "Pasted image")
        likely = translate("ProposalStrip", "surely the same")
        if not self._proposed.is_sure:
            likely = translate("ProposalStrip", "perhaps the same")
        self.setAccessibleName(f"{name}, {likely}")
        room = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self._size.width())
        self.setText(room if self._proposed.is_sure else f"{room}\n{likely}")
        self.setToolTip(tip_of(self.accessibleName()))

    def _show(self) -> None:
        """Draw the picture with its mark, and a tick while it is accepted."""
        ratio = self.devicePixelRatioF()
        picture, keep = self._proposed.picture, Qt.AspectRatioMode.KeepAspectRatio
        size = picture.size().scaled(self._size, keep)
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(1.0 if self.isChecked() else _REJECTED)
        painter.drawImage(QRectF(0, 0, size.width(), size.height()), picture)
        row, column = self._proposed.place
        _paint_mark(painter, QPointF(column * size.width(), row * size.height()), self._rgb)
        if self.isChecked():
            _paint_tick(painter, QRectF(size.width() - _TICK - 4, 4, _TICK, _TICK))
        painter.end()
        icon = QIcon(pixmap)
        self.setIcon(icon)
        self.setIconSize(size)


def _paint_mark(painter: QPainter, place: QPointF, rgb: tuple[int, int, int]) -> None:
    """Paint the color where it would be set, as hints are painted on the photo."""
    painter.setBrush(QColor(*rgb))
    for color, width in ((QColor(0, 0, 0, 200), 5), (QColor("white"), 2.5)):
        painter.setPen(QPen(color, width))
        painter.drawEllipse(place, _RADIUS, _RADIUS)


def _paint_tick(painter: QPainter, room: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(32, 110, 60))
    painter.drawEllipse(room)
    painter.setPen(QPen(QColor("white"), 2.2, c=Qt.PenCapStyle.RoundCap))
    points = [QPointF(x, y) for x, y in ((0.27, 0.52), (0.44, 0.69), (0.74, 0.33))]
    painter.drawPolyline([room.topLeft() + point * room.width() for point in points])
