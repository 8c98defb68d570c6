"""Make the icon in every size and format a desktop asks for, from its one drawing.

python packaging/icons.py build/icons
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_DRAWING = Path(__file__).parent.parent / "resources" / "icons" / "kolorit.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_LARGEST = 1024


def write_icons(folder: Path) -> Path:
    """Write kolorit-SIZE.png, kolorit.ico and kolorit.icns; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        _drawn(size).save(folder / f"kolorit-{size}.png", optimize=True)
    small = [_drawn(size) for size in SIZES if size <= 256]
    small[-1].save(folder / "kolorit.ico", append_images=small[:-1], sizes=[i.size for i in small])
    _drawn(_LARGEST).save(folder / "kolorit.icns")
    return folder


def _drawn(size: int) -> Image.Image:
    canvas = QImage(size, size, QImage.Format.Format_ARGB32)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    QSvgRenderer(str(_DRAWING)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    canvas.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(BytesIO(content.data()))


if __name__ == "__main__":
    write_icons(Path(sys.argv[1]))
