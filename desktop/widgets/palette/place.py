"""Where the palette opens: where it was left, beside the place it is for, and on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

_CLEAR = 28
"""Pixels around the place that stay free on all sides, so that it can be seen."""


def place_beside(size: QSize, spot: QPoint, room: QRect, wanted: QPoint | None = None) -> QPoint:
    """Return the upper left corner of something that must not hide a place of the screen.

    Args:
        size: Of what is placed.
        spot: The place it is for.
        room: The part of the screen there is; smaller than ``size`` and the place, it cannot be
            kept free.
        wanted: Where it was left before; it gives way as little as it can.
    """
    free = QRect(spot - QPoint(_CLEAR, _CLEAR), QSize(2 * _CLEAR + 1, 2 * _CLEAR + 1))
    usual = QPoint(free.right() + 1, spot.y() - size.height() // 2)
    start = _within(QRect(usual if wanted is None else wanted, size), room)
    beside = (
        QPoint(free.right() + 1, start.y()),
        QPoint(free.left() - size.width(), start.y()),
        QPoint(start.x(), free.bottom() + 1),
        QPoint(start.x(), free.top() - size.height()),
    )
    ways = sorted(beside, key=lambda point: (point - start.topLeft()).manhattanLength())
    for corner in (start.topLeft(), *ways):
        frame = QRect(corner, size)
        if room.contains(frame) and not frame.intersects(free):
            return corner
    return start.topLeft()


def _within(frame: QRect, room: QRect) -> QRect:
    """Return a rectangle moved into the room; its upper left corner counts if it is too large."""
    moved = QRect(frame)
    moved.moveRight(min(moved.right(), room.right()))
    moved.moveBottom(min(moved.bottom(), room.bottom()))
    moved.moveLeft(max(moved.left(), room.left()))
    moved.moveTop(max(moved.top(), room.top()))
    return moved
