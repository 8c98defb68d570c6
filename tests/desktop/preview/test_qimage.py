import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from PySide6.QtGui import QColor, QImage

from desktop.platform.qimage import qimage_from_rgb, rgb_from_qimage


@given(hnp.arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9), st.just(3))))
def test_round_trip_at_every_row_padding(rgb):
    np.testing.assert_array_equal(rgb_from_qimage(qimage_from_rgb(rgb)), rgb)


def test_the_image_owns_its_pixels():
    rgb = np.zeros((2, 2, 3), np.uint8)
    image = qimage_from_rgb(rgb)
    rgb[:] = 255
    assert image.pixelColor(0, 0) == QColor("black")


def test_transparency_is_laid_on_white():
    image = QImage(3, 2, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0, 0))
    image.setPixelColor(0, 0, QColor(0, 0, 0, 255))
    rgb = rgb_from_qimage(image)
    assert rgb[0, 0].tolist() == [0, 0, 0]
    assert rgb[1, 2].tolist() == [255, 255, 255]
