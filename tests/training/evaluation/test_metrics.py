import numpy as np
import pytest
from skimage.metrics import peak_signal_noise_ratio

from training.evaluation.metrics import (
    ab_distance,
    ciede2000,
    colorfulness,
    is_skin_toned,
    lab,
    psnr,
    skin_faults,
)
from training.evaluation.quality import measure


def noise(seed):
    return np.random.default_rng(seed).integers(0, 256, (8, 9, 3), dtype=np.uint8)


def test_psnr_agrees_with_scikit_image():
    assert psnr(noise(1), noise(2)) == pytest.approx(peak_signal_noise_ratio(noise(2), noise(1)))
    assert psnr(noise(1), noise(1)) == 99


def test_colorfulness_of_grays_and_of_one_color():
    assert colorfulness(np.full((4, 4, 3), 77, np.uint8)) == 0
    red = np.zeros((4, 4, 3), np.uint8)
    red[..., 0] = 255
    assert colorfulness(red) == pytest.approx(0.3 * np.hypot(255, 127.5))


def test_color_difference_of_black_and_white_is_a_hundred():
    black, white = np.zeros((2, 2, 3), np.uint8), np.full((2, 2, 3), 255, np.uint8)
    assert ciede2000(lab(black), lab(white)) == pytest.approx(100, abs=0.1)
    assert ciede2000(lab(black), lab(black)) == 0


def test_distance_in_the_ab_plane():
    first, second = np.zeros((2, 2, 3)), np.zeros((2, 2, 3))
    second[..., :] = (50, 3, 4)
    assert ab_distance(first, second) == 5


@pytest.mark.parametrize(
    ("output", "faults"),
    [((60, 18, 20), (0, 0)), ((60, 0, 3), (0, 1)), ((60, 0, -20), (1, 0)), ((60, -15, 15), (1, 0))],
    ids=["skin", "gray", "blue", "green"],
)
def test_faults_of_skin_are_counted(output, faults):
    truth = np.zeros((4, 4, 3))
    truth[:, :2] = (65, 18, 22)
    truth[:, 2:] = (65, -30, 0)  # a leaf, whose faults do not count
    colored = np.zeros((4, 4, 3)) + output
    skin, wrong_hue, desaturated = skin_faults(colored, is_skin_toned(truth))
    assert (skin, wrong_hue / 8, desaturated / 8) == (8, *faults)


def test_means_are_over_photos():
    quality = measure([(noise(1), noise(1)), (noise(1), noise(2))])
    assert quality.photos == 2
    assert quality.psnr.value == pytest.approx((99 + psnr(noise(1), noise(2))) / 2)
    assert quality.psnr.low < quality.psnr.value < quality.psnr.high
    with pytest.raises(ValueError, match="at least one photo"):
        measure([])
