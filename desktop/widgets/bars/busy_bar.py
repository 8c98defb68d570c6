"""How far something is, or that it is under way."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressBar


class BusyBar(QProgressBar):
    """Runs to and fro while nothing is known, unless the user wants things to stand still."""

    def show_busy(self) -> None:
        """Show that something is under way, for an unknown time."""
        if wants_stillness():
            self.reset()
            self.setRange(0, 1)
        else:
            self.setRange(0, 0)

    def show_share(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.setRange(0, max(1, total))
        self.setValue(done)


def wants_stillness() -> bool:
    """Return whether the user asked the system for less motion; Qt tells since 6.12."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    ask = getattr(accessibility and accessibility(), "motionPreference", None)
    return ask is not None and ask().name == "ReducedMotion"
