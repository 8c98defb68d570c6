"""How the application looks and speaks, as the settings want it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.platform.theme import apply_theme
from desktop.state import settings as keys
from desktop.texts.language import use_language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.state.settings import Settings


class Appearance(QObject):
    """Applies theme and language now, and whenever the user or the system changes them."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._settings = app, settings
        self._show_theme()
        self._use_language()
        settings.changed.connect(self._on_changed)
        app.styleHints().colorSchemeChanged.connect(self._show_theme)

    @Slot(str)
    def _on_changed(self, key: str) -> None:
        if key == keys.THEME.key:
            self._show_theme()
        elif key == keys.LANGUAGE.key:
            self._use_language()

    @Slot()
    def _show_theme(self) -> None:
        apply_theme(self._app, self._settings.get(keys.THEME))

    def _use_language(self) -> None:
        use_language(self._app, self._settings.get(keys.LANGUAGE))
