"""Says where a step that works on single pixels cannot be judged: the photo is not seen at 1:1."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.widgets.note import Note

_SAME_ZOOM = 0.005


class ScaleNote(QWidget):
    """Says that the photo is not seen pixel by pixel, where only that shows what a step does."""

    def __init__(self) -> None:
        super().__init__()
        self.note, self.to_pixels = Note(), QToolButton()
        self.to_pixels.setText("1:1")
        self._zoom = 1.0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.note, 1)
        row.addWidget(self.to_pixels)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        percent = QLocale().toString(self._zoom * 100, "f", 0 if self._zoom >= 0.1 else 1)
        text = self.tr("Seen at %1 %: grain and noise show at 1:1.").replace("%1", percent)
        self.note.setText(text)
        self.to_pixels.setToolTip(self.tr("Show the photo's own pixels"))
        self.to_pixels.setAccessibleName(self.tr("Show the photo's own pixels"))

    def show_zoom(self, zoom: float) -> None:
        """Take up the zoom, in device pixels per photo pixel."""
        if zoom != self._zoom:  # a photo that is only moved asks for no new layout
            self._zoom = zoom
            self.retranslate()

    @property
    def is_needed(self) -> bool:
        """Whether pixels are merged or magnified."""
        return abs(self._zoom - 1) > _SAME_ZOOM
