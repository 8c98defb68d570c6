"""Between numpy pixels and QImage. QPixmap is made by the widgets, on the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from numpy.typing import NDArray


def qimage_from_rgb(rgb: NDArray[np.uint8]) -> QImage:
    """Copy (H, W, 3) sRGB pixels into a QImage that owns them, in the format painted fastest."""
    H, W, _ = rgb.shape
    rgb = np.ascontiguousarray(rgb)
    borrowed = QImage(rgb.data, W, H, 3 * W, QImage.Format.Format_RGB888)
    return borrowed.convertToFormat(QImage.Format.Format_RGB32)


def rgb_from_qimage(image: QImage) -> NDArray[np.uint8]:
    """Copy a QImage into (H, W, 3) sRGB pixels; transparency is laid on white."""
    if image.hasAlphaChannel():
        image = image.convertToFormat(QImage.Format.Format_ARGB32)
        image = _on_white(image)
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    H, W, stride = image.height(), image.width(), image.bytesPerLine()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(H, stride)  # rows are 4-aligned
    return rows[:, : 3 * W].reshape(H, W, 3).copy()


def _on_white(image: QImage) -> QImage:
    painter_source = np.frombuffer(image.constBits(), np.uint8).reshape(
        image.height(), image.bytesPerLine() // 4, 4
    )
    alpha = painter_source[..., 3:].astype(np.float32) / 255
    blended = painter_source[..., 2::-1] * alpha + 255 * (1 - alpha)
    return qimage_from_rgb(np.round(blended).astype(np.uint8))
