"""A small palette beside a place in the photo: plausible colors, ready ones, all colors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.palette.color_names import USUAL_LIGHTNESS, color_name
from desktop.widgets.palette.color_wheel import ColorWheel
from desktop.widgets.palette.grip import Grip
from desktop.widgets.palette.hex_box import HexBox
from desktop.widgets.palette.place import place_beside
from desktop.widgets.palette.ready_row import ReadyRow
from desktop.widgets.palette.swatch import Swatch, SwatchRow
from desktop.widgets.palette.tone import code_note, tone_note
from desktop.widgets.plain import Label
from engine.photo.one_color import rgb_from_lab, tinted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QKeyEvent

    from engine.coloring.suggestions import Choice
    from engine.photo.one_color import Ab

MOST_CHOICES, MOST_RECENT = 5, 8
_WIDE, _NARROW = 56, 34
"""Pixels across a suggestion, and across a ready or recent color: both rows are as long."""
_NOTE_LINES = 4
_GRAY = (0.0, 0.0)


class HintPalette(QFrame):
    """Stays until the user clicks elsewhere; every choice takes effect at once.

    Return chooses and closes; Escape closes and takes back what was chosen here. Nothing in it
    ever changes its place or size, and it never lies over the place it is for.

    Signals:
        ab_chosen(a: float, b: float)
        ab_tried(ab: Ab | None): a color is looked at, not chosen yet; or none any more.
        cancelled(): what was chosen since it opened should be as if it had not been.
        removed(): the hint this palette was opened for should go.
        pick_requested(): the user wants to take a color from the photo.
        moved(place: QPoint | None): the user moved it, to so many pixels from the window's upper
            left; None is beside the place it is for.
        closed()
    """

    ab_chosen = Signal(float, float)
    ab_tried = Signal(object)
    cancelled = Signal()
    removed = Signal()
    pick_requested = Signal()
    moved = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._over = parent
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.wanted_place: QPoint | None = None
        """Where the user moved it, from the window's upper left."""
        self._spot = QPoint()
        self._lightness, self._is_waiting = USUAL_LIGHTNESS, True
        self._shown: dict[Swatch, Choice] = {}
        self.grip = Grip()
        self._suggested = SwatchRow(MOST_CHOICES, _WIDE, has_text=True)
        self._recent = SwatchRow(MOST_RECENT, _NARROW)
        self.ready = ReadyRow(_NARROW)
        self.choices, self.recent = self._suggested.swatches, self._recent.swatches
        self.wheel, self.hex = ColorWheel(), HexBox()
        self.gray, self.pick, self.remove = QPushButton(), QPushButton(), QPushButton()
        self._suggested_title, self._recent_title = Label(), Label()
        self._hex_title, self.note = Label(), Label()
        self._lay_out()
        self.retranslate()
        for row in (self._suggested, self._recent, self.ready):
            row.ab_chosen.connect(self._choose)
            row.ab_tried.connect(self.ab_tried)
        self.wheel.ab_wanted.connect(self._on_wanted)
        self.wheel.ab_tried.connect(self._on_tried)
        self.hex.ab_wanted.connect(self._on_code)
        self.gray.clicked.connect(lambda: self._on_wanted(*_GRAY))
        self.pick.clicked.connect(self.pick_requested)
        self.remove.clicked.connect(self.removed)
        self.grip.dragged.connect(lambda way: self.move(self.pos() + way))
        self.grip.dropped.connect(self._on_dropped)
        self.grip.reset_requested.connect(self._on_reset)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Colors for this place"))
        self.grip.setText(self.tr("Color of this place"))
        self.grip.setAccessibleName(self.tr("Move the palette with the arrow keys"))
        self.grip.setToolTip(self.tr("Drag to move. Double-click: back beside the place."))
        self.gray.setText(self.tr("Keep &gray"))
        self.pick.setText(self.tr("&Pick from photo"))
        self.remove.setText(self.tr("&Delete hint"))
        self._recent_title.setText(self.tr("Recent"))
        self._hex_title.setText(self.tr("Color &code"))
        self._say_what_is_suggested()
        for swatch in self._shown:
            self._name(swatch)
        if self.isVisible():
            self._fit()

    def open_at(self, spot: QPoint, *, can_remove: bool) -> None:
        """Open beside a point of the screen; the colors come with :meth:`show_offer`."""
        self._spot, self._is_waiting = spot, True
        self.remove.setVisible(can_remove)
        self._shown.clear()
        self._suggested.show_count(0)
        self._recent.show_count(0)
        self._say_what_is_suggested()
        self.wheel.show_tone(None)
        self._show_color(None)
        self._fit()
        self._place()
        self.show()

    def show_offer(
        self,
        choices: Sequence[Choice],
        recent: Sequence[Choice],
        ab: Ab | None,
        lightness: float = USUAL_LIGHTNESS,
    ) -> None:
        """Show what there is to choose from.

        Args:
            choices: Likeliest first.
            recent: The last first.
            ab: What is chosen now.
            lightness: L of the place.
        """
        self._lightness, self._is_waiting = lightness, False
        self._shown.clear()
        for row, colors in ((self._suggested, choices), (self._recent, recent)):
            for swatch, color in zip(row.show_count(len(colors)), colors, strict=True):
                self._shown[swatch] = color
                self._name(swatch)
        self._say_what_is_suggested()
        self.wheel.show_tone(lightness)
        self._show_color(ab)
        first = self.choices[0] if choices else self.wheel
        first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by Return, and leave everything as it was by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is gone."""
        super().hideEvent(event)
        self.ab_tried.emit(None)
        self.closed.emit()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 10)
        column.setSpacing(6)
        for widget in (
            self.grip,
            self._suggested_title,
            self._suggested,
            self.ready,
            self._recent_title,
            self._recent,
        ):
            column.addWidget(widget)
        picker, beside = QHBoxLayout(), QVBoxLayout()
        picker.setSpacing(10)
        picker.addWidget(self.wheel)
        self._hex_title.setBuddy(self.hex)
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setMinimumHeight(_NOTE_LINES * self.fontMetrics().lineSpacing())
        for below in (self._hex_title, self.hex, self.note):
            beside.addWidget(below)
        beside.setStretchFactor(self.note, 1)
        picker.addLayout(beside, 1)
        column.addLayout(picker)
        policy = self.remove.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove.setSizePolicy(policy)
        row = QHBoxLayout()
        for button in (self.gray, self.pick, self.remove):
            row.addWidget(button)
        column.addLayout(row)

    def _say_what_is_suggested(self) -> None:
        text = self.tr("Suggested colors")
        if self._is_waiting:
            text = self.tr("Looking for colors…")
        elif not any(swatch in self._shown for swatch in self.choices):
            text = self.tr("This model suggests no colors")
        self._suggested_title.setText(text)

    def _name(self, swatch: Swatch) -> None:
        color = self._shown[swatch]
        name, text = color_name(color.ab, self._lightness), ""
        if color.likelihood > 0:
            text = self.tr("%1 %").replace("%1", str(max(1, round(color.likelihood * 100))))
            name = self.tr("%1 – %2 likely").replace("%1", name).replace("%2", text)
        swatch.show_color(color.ab, self._lightness, name, text)

    def _choose(self, a: float, b: float) -> None:
        self._show_color((a, b))
        self.ab_chosen.emit(a, b)

    def _on_wanted(self, a: float, b: float) -> None:
        """Choose what this tone has of the color that is wanted, and say if that is weak."""
        self.ab_tried.emit(None)  # the mouse may still lie over another one
        self._choose(*tinted(self._lightness, (a, b)))
        self.note.setText(tone_note(self._lightness, (a, b)))

    def _on_tried(self, ab: Ab | None) -> None:
        self.ab_tried.emit(None if ab is None else tinted(self._lightness, ab))

    def _on_code(self, a: float, b: float) -> None:
        """Choose the color that was typed, and say if it looks like another one here."""
        wanted = self.hex.lightness
        assert wanted is not None
        self._on_wanted(a, b)
        if not self.note.text():
            self.note.setText(code_note(self._lightness, wanted))

    def _show_color(self, ab: Ab | None) -> None:
        self.note.clear()
        self.wheel.show_color(ab)
        self.hex.show_rgb(None if ab is None else rgb_from_lab(self._lightness, ab))

    def _accept(self) -> None:
        """Do what Return means where the keyboard is."""
        focus = self.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
        if not isinstance(focus, QAbstractButton) or isinstance(focus, Swatch):
            self.hide()

    def _fit(self) -> None:
        """Take the size that all of it needs, there or not, and keep it."""
        self._column.activate()
        self.setFixedSize(self._column.sizeHint())

    def _place(self) -> None:
        room, wanted = self.screen().availableGeometry(), None
        if self.wanted_place is not None:
            wanted = self._over.window().mapToGlobal(self.wanted_place)
        self.move(place_beside(self.size(), self._spot, room, wanted))

    def _on_dropped(self) -> None:
        self.wanted_place = self._over.window().mapFromGlobal(self.pos())
        self.moved.emit(self.wanted_place)

    def _on_reset(self) -> None:
        self.wanted_place = None
        self._place()
        self.moved.emit(None)
