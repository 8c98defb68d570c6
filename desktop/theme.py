"""A dark, neutral ground: next to colored or bright surfaces, the eye misjudges a photo's color."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_COLORS = {
    QPalette.ColorRole.Window: "#323232",
    QPalette.ColorRole.Base: "#262626",
    QPalette.ColorRole.AlternateBase: "#2c2c2c",
    QPalette.ColorRole.Button: "#404040",
    QPalette.ColorRole.ToolTipBase: "#1e1e1e",
    QPalette.ColorRole.WindowText: "#e4e4e4",
    QPalette.ColorRole.Text: "#e4e4e4",
    QPalette.ColorRole.ButtonText: "#e4e4e4",
    QPalette.ColorRole.ToolTipText: "#e4e4e4",
    QPalette.ColorRole.PlaceholderText: "#a0a0a0",
    QPalette.ColorRole.Highlight: "#5b8db8",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Accent: "#5b8db8",
    QPalette.ColorRole.Link: "#8ab8de",
}
_DISABLED_TEXT = "#8c8c8c"
_TEXT_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def apply_theme(app: QApplication) -> None:
    """Give every widget of the application the same style and colors on every system."""
    app.setStyle("Fusion")
    palette = QPalette(QColor(_COLORS[QPalette.ColorRole.Window]))
    for role, color in _COLORS.items():
        palette.setColor(role, QColor(color))
    for role in _TEXT_ROLES:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED_TEXT))
    app.setPalette(palette)
