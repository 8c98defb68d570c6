"""Icons of Kolorit's own, drawn in the colors of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.checkpoints.catalog import RESOURCES

ICONS = RESOURCES / "icons"
_SIZES = (16, 20, 24, 32, 40, 48, 64)
"""In device pixels: small and usual icons on screens of 100 to 200 %."""


def has_icon(name: str) -> bool:
    """Return whether there is an icon of this name."""
    return (ICONS / f"{name}.svg").exists()


def themed_icon(
    name: str, palette: QPalette, role: QPalette.ColorRole = QPalette.ColorRole.WindowText
) -> QIcon:
    """Draw an icon in a text color of the palette, so that it shows on dark and light."""
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
        (QIcon.Mode.Selected, QPalette.ColorGroup.Active),
    ):
        is_selected = mode is QIcon.Mode.Selected
        color = palette.color(group, palette.ColorRole.HighlightedText if is_selected else role)
        svg = QSvgRenderer(QByteArray(drawing.replace("currentColor", color.name()).encode()))
        for size in _SIZES:
            icon.addPixmap(_drawn(svg, size), mode)
    return icon


def _drawn(svg: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    svg.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
