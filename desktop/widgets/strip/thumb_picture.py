"""How a photo is drawn in the filmstrip: its picture, how far it is, and what was done to it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QImage

THUMB = QSize(112, 84)
MARKS = ("edited", "saved", "flagged")
"""What can be said about a photo in the corners of its picture."""
_BADGE, _MARK = 22, 18
_GROUND = QColor(0, 0, 0, 170)


def thumb_icon(image: QImage | None, badge: str, marks: Collection[str], ratio: float) -> QIcon:
    """Return an icon whose colors stay as they are when it is selected.

    Args:
        image: What the photo looks like; None while nobody knows.
        badge: How far it is: a sign for its corner, ``!`` if it failed; empty if it is done.
        marks: Some of :data:`MARKS`.
        ratio: Device pixels in a pixel of the screen.
    """
    pixmap = _picture(image, badge, marks, ratio)
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon


def _picture(image: QImage | None, badge: str, marks: Collection[str], ratio: float) -> QPixmap:
    """Center a picture on dark ground, with what is said about it in its corners."""
    pixmap = QPixmap(THUMB * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(30, 30, 30))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if image is not None:
        size = image.size().scaled(THUMB, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (THUMB.width() - size.width()) // 2, (THUMB.height() - size.height()) // 2
        smooth = Qt.TransformationMode.SmoothTransformation
        fine = image.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        painter.drawImage(QRect(QPoint(left, top), size), fine)
    if badge:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(150, 40, 40) if badge == "!" else _GROUND)
        painter.drawEllipse(4, 4, _BADGE, _BADGE)
        painter.setPen(QColor("white"))
        painter.drawText(4, 4, _BADGE, _BADGE, Qt.AlignmentFlag.AlignCenter, badge)
    right, bottom = THUMB.width() - _MARK - 4, THUMB.height() - _MARK - 4
    corners = {"flagged": (right, 4), "edited": (4, bottom), "saved": (right, bottom)}
    for mark in marks:
        _paint_mark(painter, mark, QRectF(*corners[mark], _MARK, _MARK))
    painter.end()
    return pixmap


def _paint_mark(painter: QPainter, mark: str, room: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawEllipse(room)
    color = QColor("#ffd23c") if mark == "flagged" else QColor("white")
    painter.setPen(QPen(color, 1.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(color if mark == "flagged" else Qt.BrushStyle.NoBrush)
    painter.drawPath(_shape(mark).translated(room.topLeft()))


@lru_cache
def _shape(mark: str) -> QPainterPath:
    """Return the lines of a mark in a square of 18 pixels: a flag, a tick or a pencil."""
    lines: dict[str, list[list[tuple[float, float]]]] = {
        "flagged": [[(6, 14), (6, 4), (13, 6.5), (6, 9)]],
        "saved": [[(4.5, 9.5), (7.5, 12.5), (13.5, 5.5)]],
        "edited": [[(4.5, 13.5), (5.5, 10), (11.5, 4), (14, 6.5), (8, 12.5), (4.5, 13.5)]],
    }
    path = QPainterPath()
    for first, *others in lines[mark]:
        path.moveTo(*first)
        for point in others:
            path.lineTo(*point)
    return path
