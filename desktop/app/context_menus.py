"""The menus of a photo, of a color hint on it, and of a photo in the filmstrip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.editing.hint_editing import HintEditor

PHOTO = (
    "set-colors",
    "heal",
    "crop",
    "",
    "rotate-left",
    "rotate-right",
    "",
    "fit",
    "actual-size",
    "",
    "copy-picture",
    "save",
)
"""Names of commands; an empty one is a line between two."""
THUMBNAIL = (
    "copy-settings",
    "paste-settings",
    "reset",
    "",
    "flag",
    "",
    "save",
    "show-in-folder",
    "close-photo",
)
HINT = ("share-color", "copy-colors", "paste-colors")


class ContextMenus(QObject):
    """Opens them; they hold the window's own commands, with the keys that these have."""

    def __init__(self, actions: Mapping[str, QAction], hints: HintEditor, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._hints, self._window = actions, hints, window

    @Slot(QPoint, int)
    def open_of_photo(self, place: QPoint, hint: int = -1) -> None:
        """Open the menu of the photo, or of one of its color hints, by its index."""
        menu = self._menu()
        if hint >= 0:
            self._hints.choose(hint)  # which its commands are about
            translate = QCoreApplication.translate
            edit = menu.addAction(translate("ContextMenus", "Change &color…"))
            edit.triggered.connect(lambda: self._hints.edit(hint))
            remove = menu.addAction(translate("HintSection", "De&lete hint"))
            remove.triggered.connect(lambda: self._hints.remove(hint))
            menu.addSeparator()
        self._open(menu, PHOTO if hint < 0 else HINT, place)

    @Slot(QPoint)
    def open_of_thumbnail(self, place: QPoint) -> None:
        """Open the menu of what is selected in the filmstrip."""
        self._open(self._menu(), THUMBNAIL, place)

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self, menu: QMenu, names: Sequence[str], place: QPoint) -> None:
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
        menu.popup(place)
