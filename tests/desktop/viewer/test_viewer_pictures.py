"""What the viewer paints, compared with pictures that were looked at.

``pytest tests/desktop/viewer/test_viewer_pictures.py --update-pictures`` writes them anew: look at
them. A picture that differs stays beside the test's other files, and its name is in the message.
"""

import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest

from desktop.platform.qimage import rgb_from_qimage
from desktop.widgets.viewer.panes import Compare
from desktop.widgets.viewer.tools.hint_tool import Mark
from desktop.widgets.viewer.viewer import Viewer
from engine.photo.photo import Window
from engine.recipe.stages import Crop

PICTURES = Path(__file__).parent / "pictures"
LEVELS, SHARE = 32, 0.0005
"""Edges are smoothed a little differently elsewhere: so few pixels may be off by more than this."""


@pytest.fixture
def viewer(qtbot):
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.setPalette(QPalette(QColor("gainsboro")))  # whatever theme another test has left
    viewer.resize(400, 300)
    viewer.show_labels(is_on=False)  # letters differ from system to system
    viewer.show()
    viewer.set_photo((300, 400))
    before, after = (
        QImage(8, 6, QImage.Format.Format_RGB32),
        QImage(8, 6, QImage.Format.Format_RGB32),
    )
    for column in range(8):
        for row in range(6):
            gray = 40 + 20 * column + 10 * row
            before.setPixelColor(column, row, QColor(gray, gray, gray))
            after.setPixelColor(column, row, QColor(gray, 40 * row, 255 - gray))
    viewer.show_drawing(Window(0, 0, 300, 400), before, after)
    return viewer


def split(viewer):
    viewer.split = 0.3


def side_by_side(viewer):
    viewer.set_compare(Compare.SIDE_BY_SIDE)


def peeking(viewer):
    viewer.peek(is_on=True)


def hints(viewer):
    viewer.split = 0.1
    viewer.tool = viewer.hint_tool
    marks = [Mark(0.3, 0.4, (0, 0), (200, 30, 60)), Mark(0.6, 0.8, (0, 0), (30, 160, 60))]
    viewer.hint_tool.show_marks(marks, 1)
    viewer.hint_tool.show_outline([((0.4, 0.6), (0.4, 0.95), (0.8, 0.95), (0.8, 0.6))])


def doubt(viewer):
    viewer.split = 0.0
    layer = QImage(8, 6, QImage.Format.Format_ARGB32)
    layer.fill(Qt.GlobalColor.transparent)
    layer.setPixelColor(5, 3, QColor(255, 255, 0, 160))
    viewer.show_doubt(layer, [(0.5, 0.7)])


def aiming(viewer):
    viewer.tool = viewer.pick_tool
    viewer.move_aim(-3, 2)


def marking(viewer):
    """In the middle of a stroke."""
    viewer.split = 0.0
    viewer.tool = viewer.brush_tool
    viewer.brush_tool.set_radius(0.05)
    QTest.mousePress(viewer, Qt.MouseButton.LeftButton, pos=QPoint(80, 60))
    for place in ((160, 90), (240, 200), (330, 240)):
        QTest.mouseMove(viewer, QPoint(*place))


def protecting(viewer):
    viewer.brush_tool.keeps = True
    marking(viewer)


def cropping(viewer):
    viewer.tool = viewer.crop_tool
    viewer.crop_tool.begin(Crop(degrees=6.0, row=0.5, column=0.55, height=0.6, width=0.5))


def finding(viewer):
    """A frame around what is looked at, dashes around what is in doubt."""
    viewer.split = 0.0
    viewer.show_finding((0.3, 0.5, 0.1, 0.2))
    viewer.show_in_doubt([(0.3, 0.5, 0.1, 0.2), (0.7, 0.1, 0.15, 0.3)])


SHOWN = (split, side_by_side, peeking, hints, doubt, aiming, marking, protecting, cropping, finding)


@pytest.mark.skipif(sys.platform != "linux", reason="drawn by another toolkit elsewhere")
@pytest.mark.parametrize(
    "show",
    [split, side_by_side, peeking, hints, doubt, aiming, marking, protecting, cropping, finding],
)
def test_the_viewer_paints_what_was_looked_at(viewer, show, tmp_path, request):
    show(viewer)
    painted = rgb_from_qimage(viewer.grab().toImage())
    kept = PICTURES / f"viewer-{show.__name__}.png"
    if request.config.getoption("--update-pictures"):
        kept.parent.mkdir(exist_ok=True)
        Image.fromarray(painted).save(kept)
    expected = np.asarray(Image.open(kept).convert("RGB")).astype(int)
    assert painted.shape == expected.shape
    off = np.abs(painted - expected).max(axis=2) > LEVELS
    failing = tmp_path / kept.name
    Image.fromarray(painted).save(failing)
    assert off.mean() <= SHARE, f"{off.mean():.2%} of the pixels differ, see {failing}"
