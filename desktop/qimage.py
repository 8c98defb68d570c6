"""Between numpy pixels and QImage. QPixmap is made by the widgets, on the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter

if TYPE_CHECKING:
    from numpy.typing import NDArray


def qimage_from_rgb(rgb: NDArray[np.uint8]) -> QImage:
    """Copy (H, W, 3) sRGB pixels into a QImage that owns them, in the format painted fastest."""
    H, W, _ = rgb.shape
    rgb = np.ascontiguousarray(rgb)
    borrowed = QImage(rgb.data, W, H, 3 * W, QImage.Format.Format_RGB888)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)


def qimage_from_rgba(rgba: NDArray[np.uint8]) -> QImage:
    """Copy (H, W, 4) sRGB pixels with opacity into a QImage that owns them."""
    H, W, _ = rgba.shape
    rgba = np.ascontiguousarray(rgba)
    borrowed = QImage(rgba.data, W, H, 4 * W, QImage.Format.Format_RGBA8888)
    return borrowed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def rgb_from_qimage(image: QImage) -> NDArray[np.uint8]:
    """Copy a QImage into (H, W, 3) sRGB pixels; transparency is laid on white."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    if image.hasAlphaChannel():
        image = _on_white(image)
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    H, W, stride = image.height(), image.width(), image.bytesPerLine()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(H, stride)  # rows are 4-aligned
    return rows[:, : 3 * W].reshape(H, W, 3).copy()


def _on_white(image: QImage) -> QImage:
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(QColor("white"))
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground
