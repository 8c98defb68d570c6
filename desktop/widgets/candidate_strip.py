"""Other plausible versions of the photo, to choose from at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QWidget

from desktop.texts.model_texts import NAMES, name_of
from desktop.widgets.plain import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

_THUMB = QSize(168, 126)
_OF_WINDOW = 9
"""Of which a picture takes one part: on a small screen the photo itself needs the room."""


class CandidateStrip(QScrollArea):
    """A row of pictures; hidden while nobody asks for it.

    Signals:
        chosen(index: int)
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[QToolButton] = []
        self._names: tuple[str, ...] = ()
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(8, 8, 8, 8)
        self._waits = Label()
        self._waits.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._waits.hide()
        self._row.addWidget(self._waits)
        self._row.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Variations"))
        self._waits.setText(self.tr("Creating variations…"))
        for name, button in zip(self._names, self.buttons, strict=True):
            text = name_of(name) if name in NAMES else QCoreApplication.translate("Versions", name)
            button.setText(text)
            button.setAccessibleName(text)
        usual = _THUMB.height() + self.fontMetrics().height()
        tallest = max((button.sizeHint().height() for button in self.buttons), default=usual)
        self.setFixedHeight(tallest + 18 + self.horizontalScrollBar().sizeHint().height())

    def show_candidates(self, candidates: Sequence[tuple[str, QImage]]) -> None:
        """Show versions by name, of the context ``Versions``."""
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons, self._names = [], tuple(name for name, _ in candidates)
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
        size = _THUMB.scaled(_THUMB.width(), self.window().height() // _OF_WINDOW, keep)
        ratio = self.devicePixelRatioF()
        for index, (_, picture) in enumerate(candidates):
            button = QToolButton()
            scaled = picture.scaled(size * ratio, keep, smooth.SmoothTransformation)
            scaled.setDevicePixelRatio(ratio)
            button.setIcon(QIcon(QPixmap.fromImage(scaled)))
            button.setIconSize(scaled.deviceIndependentSize().toSize())
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.clicked.connect(lambda _=False, index=index: self.chosen.emit(index))
            self._row.insertWidget(index, button)
            self.buttons.append(button)
        self.set_waiting(is_on=False)
        self.retranslate()

    def set_waiting(self, *, is_on: bool) -> None:
        """Say that versions are under way, while there are none."""
        self._waits.setVisible(is_on and not self.buttons)
