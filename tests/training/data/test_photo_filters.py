import numpy as np
import pytest

from engine.opencv import cv2
from tests.pictures import PHOTOS, as_jpeg, drawing, toned
from training.data.photo_filters import Reason, judge


@pytest.mark.parametrize("name", PHOTOS)
def test_color_photos_pass_also_dim_framed_and_small(name):
    photo = PHOTOS[name]
    frame = (photo.shape[0] // 3,) * 4  # most of the picture is then of one color
    framed = cv2.copyMakeBorder(photo, *frame, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    for version in (photo, as_jpeg(photo, 40), photo // 2, framed, photo[::3, ::3]):
        assert judge(np.ascontiguousarray(version)) is None


@pytest.mark.parametrize("name", PHOTOS)
@pytest.mark.parametrize(
    ("tone", "reason"),
    [
        (((0, 0, 0), (255, 255, 255)), Reason.GRAY),
        (((18, 16, 12), (245, 242, 234)), Reason.GRAY),  # the cast of a scanner
        (((60, 40, 20), (250, 230, 190)), Reason.TONED),
        (((8, 28, 62), (236, 242, 240)), Reason.TONED),
        (((20, 30, 80), (250, 220, 150)), Reason.TONED),  # two tones
    ],
)
def test_gray_and_toned_photos_are_told_by_their_color(name, tone, reason):
    photo = toned(PHOTOS[name], *tone)
    noise = np.random.default_rng(0).normal(0, 3, photo.shape)
    noisy = np.clip(photo + noise, 0, 255).astype(np.uint8)
    for version in (photo, as_jpeg(photo), as_jpeg(noisy)):
        assert judge(version).reason is reason


def test_drawings_are_told_from_photos_also_as_jpeg():
    for picture in (drawing(), as_jpeg(drawing()), drawing()[::2, ::2]):
        assert judge(np.ascontiguousarray(picture)).reason is Reason.CLIP_ART


def test_one_color_alone_is_no_photo():
    for color in ((0, 0, 0), (255, 255, 255), (200, 30, 40)):
        assert judge(np.full((90, 130, 3), color, np.uint8)) is not None
