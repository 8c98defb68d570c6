"""Between numpy pixels and QImage. QPixmap is made by the widgets, on the GUI thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader, QPainter

from engine.errors import ImageError, ImageProblem
from engine.files.image_io import MAX_PIXELS

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PASTED = Path("picture")
"""What has no file is called so."""
_MOST_MIB = 8 * MAX_PIXELS >> 20
"""Of a picture with 16 bits per channel."""


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


def qimage_from_bytes(data: bytes) -> QImage:
    """Decode a picture's file that was pasted.

    Raises:
        ImageError: If it is none, or has over ``MAX_PIXELS``.
    """
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.width() * size.height() > MAX_PIXELS:
        raise ImageError(_PASTED, ImageProblem.TOO_LARGE)
    reader.setAllocationLimit(_MOST_MIB)  # of all readers; by itself, Qt stops at 256
    image = reader.read()
    if image.isNull():
        raise ImageError(_PASTED, ImageProblem.DAMAGED)
    return image


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
