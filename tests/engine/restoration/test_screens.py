import numpy as np
import pytest

from engine.opencv import cv2
from engine.restoration.spoilage.noise import plane_of
from engine.restoration.spoilage.screens import find_screen, without_screen
from tests.pictures import PHOTOS

FINE = 4
"""Parts of a pixel in which dots are drawn."""


def printed(luma, pitch, degrees):
    """A halftone of a picture: dots on a grid, the larger the darker."""
    large = cv2.resize(luma, None, fx=FINE, fy=FINE, interpolation=cv2.INTER_LINEAR)
    y, x = np.mgrid[: large.shape[0], : large.shape[1]] * (2 * np.pi / pitch / FINE)
    cos, sin = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    threshold = 0.5 + (np.cos(x * cos + y * sin) + np.cos(y * cos - x * sin)) / 4
    dots = (large > 0.01 + 0.98 * threshold).astype(np.float32)
    small = cv2.resize(dots, luma.shape[::-1], interpolation=cv2.INTER_AREA)
    return cv2.GaussianBlur(small, (0, 0), 0.6)


def psnr(one, other):
    return 10 * np.log10(1 / ((one - other)[16:-16, 16:-16] ** 2).mean())


@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee"])
@pytest.mark.parametrize(("pitch", "degrees"), [(3.3, 45), (4, 30), (5.5, 45)])
def test_a_screen_is_found_and_taken_out(name, pitch, degrees):
    luma = plane_of(PHOTOS[name])
    dots = printed(luma, pitch, degrees)
    screen = find_screen(dots)
    assert screen is not None
    assert screen.pitch == pytest.approx(pitch, rel=0.03)
    assert psnr(without_screen(dots, screen), luma) > psnr(dots, luma) + 5


@pytest.mark.parametrize("name", PHOTOS)
def test_photos_have_none(name):
    assert find_screen(plane_of(PHOTOS[name])) is None


def test_upright_gratings_and_pictures_that_are_too_small_have_none():
    y, x = np.mgrid[:300, :300]
    fence = 0.5 + 0.2 * np.cos(x) + 0.2 * np.cos(y)
    assert find_screen(fence.astype(np.float32)) is None
    assert find_screen(printed(plane_of(PHOTOS["coffee"]), 4, 45)[:200, :200]) is None
