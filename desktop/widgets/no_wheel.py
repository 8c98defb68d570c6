"""Fields that the wheel does not change in passing: whatever lies below scrolls instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSpinBox

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class NoWheelComboBox(QComboBox):
    """A list to choose from."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let whatever lies below scroll."""
        event.ignore()


class NoWheelSpinBox(QSpinBox):
    """A number to type."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let whatever lies below scroll."""
        event.ignore()


class NoWheelDoubleSpinBox(QDoubleSpinBox):
    """A number with a fraction to type."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let whatever lies below scroll."""
        event.ignore()
