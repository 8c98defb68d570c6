"""The quiet words beside the split line that say which side is which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.widgets.viewer.panes import Panes

_TOP, _BESIDE = 10, 12
"""Pixels from the upper edge, and from the line."""
_PAD_X, _PAD_Y = 8, 3
_NEAR = 12
"""Pixels at which the pointer makes a label go."""


class Labels:
    """Says what is before and what is after, where there is room and no pointer."""

    def __init__(self) -> None:
        self.is_on = True
        self.words = ("", "")
        """For before and for after."""
        self._pointer: QPointF | None = None
        self._metrics = QFontMetricsF(QFont())

    def follow(self, pointer: QPointF | None, panes: Panes) -> bool:
        """Take up where the mouse is, None if elsewhere; return whether a label comes or goes."""
        before = self._is_over(panes)
        self._pointer = pointer
        return self._is_over(panes) != before

    def paint(self, painter: QPainter, panes: Panes) -> None:
        """Paint them with the painter of the whole widget."""
        self._metrics = QFontMetricsF(painter.font())
        if not self.is_on:
            return
        for text, room in _placed(panes, self.words, self._metrics):
            if not self._covers(room):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(0, 0, 0, 130))
                painter.drawRoundedRect(room, 4, 4)
                painter.setPen(QColor(255, 255, 255, 230))
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _is_over(self, panes: Panes) -> tuple[bool, ...]:
        placed = _placed(panes, self.words, self._metrics)
        return tuple(self._covers(room) for _, room in placed)

    def _covers(self, room: QRectF) -> bool:
        grown = room.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
        return self._pointer is not None and grown.contains(self._pointer)


def _placed(
    panes: Panes, words: tuple[str, str], metrics: QFontMetricsF
) -> Iterator[tuple[str, QRectF]]:
    """Return the labels that have room, and where: one that the line would cover has none."""
    shown = panes.shown
    first, last, is_two = shown[0], shown[-1], len(shown) > 1
    if not is_two and not 0 < first.split < 1:
        return
    left = first.left + first.width if is_two else first.left + first.split * first.width
    right = last.left if is_two else left
    for text, edge, way in ((words[0], left, -1), (words[1], right, 1)):
        width = metrics.horizontalAdvance(text) + 2 * _PAD_X
        start = edge + _BESIDE if way > 0 else edge - _BESIDE - width
        room = QRectF(start, _TOP, width, metrics.height() + 2 * _PAD_Y)
        if room.left() >= 0 and room.right() <= panes.widget[1]:
            yield text, room
