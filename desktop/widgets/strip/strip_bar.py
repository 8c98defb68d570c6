"""What stands beside the filmstrip: its order, what of it is shown, how many are selected."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.texts.language import QT_TRANSLATE_NOOP
from desktop.widgets.plain import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import SignalInstance

_WIDTH = 148


class Order(Enum):
    """How the photos are sorted; the value is the command's text."""

    OPENED = QT_TRANSLATE_NOOP("StripBar", "As opened")
    NAME = QT_TRANSLATE_NOOP("StripBar", "By name")
    DATE = QT_TRANSLATE_NOOP("StripBar", "By date")
    REVIEW = QT_TRANSLATE_NOOP("StripBar", "To review first")


class Shown(Enum):
    """Which photos are shown; the value is the command's text."""

    ALL = QT_TRANSLATE_NOOP("StripBar", "All photos")
    EDITED = QT_TRANSLATE_NOOP("StripBar", "Edited")
    NOT_SAVED = QT_TRANSLATE_NOOP("StripBar", "Not saved")
    FLAGGED = QT_TRANSLATE_NOOP("StripBar", "Flagged")


_NONE: Mapping[Shown, str] = {
    Shown.EDITED: QT_TRANSLATE_NOOP("StripBar", "No edited photos"),
    Shown.NOT_SAVED: QT_TRANSLATE_NOOP("StripBar", "No unsaved photos"),
    Shown.FLAGGED: QT_TRANSLATE_NOOP("StripBar", "No flagged photos"),
}
"""What is said where no photo is of a kind."""


class StripBar(QWidget):
    """Two menus and a few words, with a button that shows all photos again where none is left.

    Signals:
        order_chosen(order: Order)
        shown_chosen(shown: Shown)
    """

    order_chosen = Signal(object)
    shown_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sort, self.filter, self.note = QToolButton(), QToolButton(), Label()
        self.all = QToolButton()
        self.orders = _choices(self.sort, Order, self.order_chosen)
        self.filters = _choices(self.filter, Shown, self.shown_chosen)
        self.all.clicked.connect(self.filters[Shown.ALL].trigger)
        self._selected, self._hidden, self._is_none = 0, 0, False
        self.note.setWordWrap(True)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 4, 6)
        for widget in (self.sort, self.filter, self.note, self.all):
            column.addWidget(widget)
        column.addStretch(1)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.sort.setText(self.tr("Sort"))
        self.sort.setToolTip(self.tr("The order of the open photos"))
        for action in (*self.orders.values(), *self.filters.values()):
            action.setText(self.tr(action.data().value))
        self.orders[Order.DATE].setToolTip(
            self.tr("When it was taken, as the photo says; else when its file was changed")
        )
        self.filter.setToolTip(self.tr("Which of the open photos are in the row"))
        chosen = self._chosen
        name = self.tr("Show") if chosen is Shown.ALL else self.tr(chosen.value)
        self.filter.setText(name)
        self.all.setText(self.tr("Show all"))
        self._show_note()

    def show_order(self, order: Order | None) -> None:
        """Tick an order; None is one that the user made by hand."""
        for each, action in self.orders.items():
            action.setChecked(each is order)

    def show_counts(self, *, selected: int, hidden: int, is_none: bool) -> None:
        """Say how many photos are selected if there are several, and how many are left out.

        Args:
            selected: In the row.
            hidden: Left out of it.
            is_none: Whether no photo is of the kind that is to be shown.
        """
        self._selected, self._hidden, self._is_none = selected, hidden, is_none
        self._show_note()

    @property
    def _chosen(self) -> Shown:
        return next(each for each in Shown if self.filters[each].isChecked())

    def _show_note(self) -> None:
        self.all.setVisible(self._is_none)
        if self._is_none:
            self.note.setText(self.tr(_NONE.get(self._chosen, "")))
            return
        words = []
        if self._selected > 1:
            words.append(self.tr("%Ln selected: sliders move for all", "", self._selected))
        if self._hidden:
            words.append(self.tr("%Ln hidden", "", self._hidden))
        self.note.setText("\n".join(words))


def _choices(
    button: QToolButton, kind: type[Enum], chosen: SignalInstance
) -> Mapping[Enum, QAction]:
    """Give a button a menu to choose one of an enumeration's members, the first one ticked."""
    menu, group = QMenu(button), QActionGroup(button)
    menu.setToolTipsVisible(True)
    group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
    actions = {}
    for member in kind:
        action = actions[member] = QAction(group)
        action.setCheckable(True)
        action.setChecked(not menu.actions())
        action.setData(member)
        action.triggered.connect(lambda _=False, member=member: _choose(member))
        menu.addAction(action)

    def _choose(member: Enum) -> None:
        actions[member].setChecked(True)  # who chooses it again means it again
        chosen.emit(member)

    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return actions
