"""Icons of Kolorit's own, drawn in the colors of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPalette, QPixmap
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
    icon = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
        (QIcon.Mode.Selected, QPalette.ColorGroup.Active),
    ):
        is_selected = mode is QIcon.Mode.Selected
        color = palette.color(group, palette.ColorRole.HighlightedText if is_selected else role)
        for image in _drawn(name, color.name()):
            icon.addPixmap(QPixmap.fromImage(image), mode)
    return icon


@lru_cache(maxsize=256)  # every window and every change of the theme asks for the same few
def _drawn(name: str, color: str) -> tuple[QImage, ...]:
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    svg = QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))
    return tuple(_rendered(svg, size) for size in _SIZES)


def _rendered(svg: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    svg.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image
