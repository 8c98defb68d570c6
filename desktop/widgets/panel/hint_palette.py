"""A small palette beside a place in the photo: plausible colors, all colors, recent ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.panel.color_names import color_name
from desktop.widgets.panel.color_square import ColorSquare
from desktop.widgets.panel.swatch import Swatch
from desktop.widgets.plain import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from engine.coloring.suggestions import Ab, Choice

MOST_CHOICES, MOST_RECENT = 5, 8
_GRAY = (0.0, 0.0)
_BESIDE = 18


class HintPalette(QFrame):
    """Stays until the user clicks elsewhere; every choice takes effect at once.

    Signals:
        ab_chosen(a: float, b: float)
        removed(): the hint this palette was opened for should go.
        pick_requested(): the user wants to take a color from the photo.
        closed()
    """

    ab_chosen = Signal(float, float)
    removed = Signal()
    pick_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.choices = tuple(Swatch() for _ in range(MOST_CHOICES))
        self.recent = tuple(Swatch() for _ in range(MOST_RECENT))
        self._shown: dict[Swatch, Choice] = {}
        self.square = ColorSquare()
        self.gray, self.pick, self.remove = QPushButton(), QPushButton(), QPushButton()
        self._plausible_title, self._recent_title = Label(), Label()
        self._lay_out()
        self.retranslate()
        for swatch in (*self.choices, *self.recent):
            swatch.clicked.connect(lambda _checked=False, s=swatch: self._choose(self._shown[s].ab))
        self.square.ab_chosen.connect(self.ab_chosen)
        self.gray.clicked.connect(lambda: self._choose(_GRAY))
        self.pick.clicked.connect(self.pick_requested)
        self.remove.clicked.connect(self.removed)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Colors for this place"))
        self.gray.setText(self.tr("Keep &gray"))
        self.pick.setText(self.tr("&Pick from photo"))
        self.remove.setText(self.tr("&Delete hint"))
        self._plausible_title.setText(self.tr("Suggested colors"))
        self._recent_title.setText(self.tr("Recent"))
        for swatch in self._shown:
            self._name(swatch)

    def open_at(self, anchor: QPoint, *, can_remove: bool) -> None:
        """Open beside a point of the screen; the colors come with :meth:`show_offer`."""
        self.remove.setVisible(can_remove)
        self._show_swatches(self.choices, [])
        self._show_swatches(self.recent, [])
        self._recent_title.hide()
        self.square.show_plane(QImage(), None)
        self._place(anchor)
        self.show()

    def show_offer(
        self, choices: Sequence[Choice], recent: Sequence[Choice], plane: QImage, ab: Ab | None
    ) -> None:
        """Show what there is to choose from, and what is chosen now."""
        self._show_swatches(self.choices, choices)
        self._show_swatches(self.recent, recent)
        self._plausible_title.setVisible(bool(choices))
        self._recent_title.setVisible(bool(recent))
        self.square.show_plane(plane, ab)
        self.adjustSize()
        self._keep_on_screen()
        first = next((s for s in self.choices if s.isVisible()), None)
        (first or self.square).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is gone."""
        super().hideEvent(event)
        self.closed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        for title, swatches in (
            (self._plausible_title, self.choices),
            (self._recent_title, self.recent),
        ):
            column.addWidget(title)
            row = QHBoxLayout()
            row.setSpacing(4)
            for swatch in swatches:
                row.addWidget(swatch)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.square, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        for button in (self.gray, self.pick, self.remove):
            row.addWidget(button)
        column.addLayout(row)

    def _show_swatches(self, swatches: Sequence[Swatch], colors: Sequence[Choice]) -> None:
        for index, swatch in enumerate(swatches):
            swatch.setVisible(index < len(colors))
            if index >= len(colors):
                continue
            self._shown[swatch] = colors[index]
            self._name(swatch)

    def _name(self, swatch: Swatch) -> None:
        color = self._shown[swatch]
        name, text = color_name(color.ab), ""
        if color.likelihood > 0:
            text = self.tr("%1 %").replace("%1", str(max(1, round(color.likelihood * 100))))
            name = self.tr("%1 – %2 likely").replace("%1", name).replace("%2", text)
        swatch.show_color(color.rgb, name, text)

    def _choose(self, ab: Ab) -> None:
        self.square.show_color(ab)
        self.ab_chosen.emit(*ab)

    def _place(self, anchor: QPoint) -> None:
        self.adjustSize()
        self.move(anchor + QPoint(_BESIDE, -self.height() // 2))
        self._keep_on_screen(anchor)

    def _keep_on_screen(self, anchor: QPoint | None = None) -> None:
        room = self.screen().availableGeometry()
        frame = QRect(self.pos(), self.size())
        if anchor is not None and frame.right() > room.right():
            frame.moveRight(anchor.x() - _BESIDE)  # the other side of the place
        frame.moveRight(min(frame.right(), room.right()))
        frame.moveBottom(min(frame.bottom(), room.bottom()))
        frame.moveLeft(max(frame.left(), room.left()))
        frame.moveTop(max(frame.top(), room.top()))
        self.move(frame.topLeft())
