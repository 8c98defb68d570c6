"""Neutral grounds: next to colored or bright surfaces, the eye misjudges a photo's color."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

_Role = QPalette.ColorRole
_DARK: Mapping[QPalette.ColorRole, str] = {
    _Role.Window: "#2d2d2d",
    _Role.Base: "#232323",
    _Role.AlternateBase: "#292929",
    _Role.Button: "#3c3c3c",
    _Role.ToolTipBase: "#1e1e1e",
    _Role.WindowText: "#e4e4e4",
    _Role.Text: "#e4e4e4",
    _Role.ButtonText: "#e4e4e4",
    _Role.ToolTipText: "#e4e4e4",
    _Role.PlaceholderText: "#a6a6a6",
    _Role.Highlight: "#3d7ab0",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#3d7ab0",
    _Role.Link: "#8ab8de",
}
_LIGHT: Mapping[QPalette.ColorRole, str] = {
    _Role.Window: "#ececec",
    _Role.Base: "#fafafa",
    _Role.AlternateBase: "#f2f2f2",
    _Role.Button: "#f4f4f4",
    _Role.ToolTipBase: "#fafafa",
    _Role.WindowText: "#1f1f1f",
    _Role.Text: "#1f1f1f",
    _Role.ButtonText: "#1f1f1f",
    _Role.ToolTipText: "#1f1f1f",
    _Role.PlaceholderText: "#5f5f5f",
    _Role.Highlight: "#2f6da3",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#2f6da3",
    _Role.Link: "#1f5f99",
}
_DISABLED_TEXT = {True: "#969696", False: "#787878"}
"""By whether the theme is dark; weaker than text, with a contrast of 3:1 on all grounds."""
_TEXT_ROLES = (_Role.WindowText, _Role.Text, _Role.ButtonText)
_SURROUND = {True: QColor(38, 38, 38), False: QColor(140, 140, 140)}
"""Behind photos, by whether the theme is dark; neutral, and never brighter than middle gray."""

THEMES: Mapping[str, Qt.ColorScheme] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def apply_theme(app: QApplication, name: str = "system") -> None:
    """Give every widget the same style on every system, and the colors of a theme.

    Args:
        app: The application.
        name: One of :data:`THEMES`; where the system does not say what it likes, it is dark.
    """
    wanted = THEMES.get(name, Qt.ColorScheme.Unknown)
    app.styleHints().setColorScheme(wanted)
    if wanted is Qt.ColorScheme.Unknown:
        wanted = app.styleHints().colorScheme()
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(make_palette(is_dark=wanted is not Qt.ColorScheme.Light))


def make_palette(*, is_dark: bool) -> QPalette:
    """Return the colors of the interface."""
    colors = _DARK if is_dark else _LIGHT
    palette = QPalette(QColor(colors[_Role.Button]), QColor(colors[_Role.Window]))
    for role, color in colors.items():
        palette.setColor(role, QColor(color))
    for role in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED_TEXT[is_dark]))
    return palette


def is_dark(palette: QPalette) -> bool:
    """Return whether text is lighter than the ground."""
    ground, text = palette.color(_Role.Window), palette.color(_Role.WindowText)
    return ground.lightness() < text.lightness()


def surround(palette: QPalette) -> QColor:
    """Return what lies behind photos."""
    return _SURROUND[is_dark(palette)]
