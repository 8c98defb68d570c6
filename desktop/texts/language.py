"""The languages of the interface, which can change while it runs."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.checkpoints.catalog import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QApplication, QWidget

logger = logging.getLogger(__name__)

TRANSLATIONS = RESOURCES / "translations"
LANGUAGES: Mapping[str, str] = {
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ru": "Русский",
}
"""By code, each in its own words: whoever looks for theirs need not know another."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark words in a table: they are translated when they are shown."""
    return text


KEYS = (
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),
    QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "PgUp"),
    QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),
    QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
)
"""As they are printed on keyboards and named in our sentences; Qt has its own words for them."""


@runtime_checkable
class Worded(Protocol):
    """A widget that says something."""

    def retranslate(self) -> None:
        """Set all its words anew, in the language there is now."""


def use_language(app: QApplication, choice: str) -> None:
    """Let everything speak a language from now on.

    Args:
        app: The application; widgets of it that are :class:`Worded` change at once.
        choice: One of :data:`LANGUAGES`, or empty for that of the system.
    """
    name = choice if choice in LANGUAGES else spoken(QLocale.system().uiLanguages())
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    system = QLocale.system()  # keeps the numbers of its country
    QLocale.setDefault(system if _code(system.name()) == name else QLocale(name))
    qt_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for stem, folder in (("qtbase", qt_own), ("kolorit", str(TRANSLATIONS))):
        translator = QTranslator(app)
        if translator.load(f"{stem}_{name}", folder):
            QCoreApplication.installTranslator(translator)
        else:
            logger.warning("there is no %s_%s in %s", stem, name, folder)
    # windows before their dialogs, which may repeat what those say
    for widget in sorted(app.allWidgets(), key=_depth):
        if isinstance(widget, Worded):
            widget.retranslate()


def spoken(wanted: Iterable[str]) -> str:
    """Return the first of the wanted languages that the interface has, else English."""
    codes = (_code(name) for name in wanted)
    return next((code for code in codes if code in LANGUAGES), "en")


def _depth(widget: QWidget | None) -> int:
    depth = 0
    while widget is not None:
        depth, widget = depth + 1, widget.parentWidget()
    return depth


def _code(name: str) -> str:
    return name.replace("_", "-").split("-")[0]
