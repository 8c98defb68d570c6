import io

import numpy as np
import pytest
from PIL import Image

from engine.restoration.spoilage.compression import jpeg_quality
from tests.pictures import PHOTOS, as_jpeg, gray_of


@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee"])
@pytest.mark.parametrize("quality", [10, 30, 60, 85])
def test_the_quality_of_a_jpeg_is_read_from_its_pixels(name, quality):
    assert jpeg_quality(as_jpeg(PHOTOS[name], quality)) == pytest.approx(quality, abs=1)


@pytest.mark.parametrize("quality", [20, 75])
def test_so_is_that_of_gray_deep_and_cropped_ones(quality):
    gray = as_jpeg(gray_of(PHOTOS["chelsea"]), quality)[..., :1]
    assert jpeg_quality(gray) == pytest.approx(quality, abs=1)
    assert jpeg_quality(gray.astype(np.uint16) * 257) == pytest.approx(quality, abs=1)
    assert jpeg_quality(gray[3:, 5:]) == pytest.approx(quality, abs=1)


def test_the_last_of_two_compressions_counts():
    twice = as_jpeg(as_jpeg(PHOTOS["chelsea"], 40)[5:, 2:], 70)
    assert jpeg_quality(twice) == pytest.approx(70, abs=1)


def test_a_little_noise_since_then_hides_nothing():
    chance = np.random.default_rng(0)
    coded = as_jpeg(PHOTOS["chelsea"], 40).astype(float)
    noisy = np.clip(coded + chance.normal(0, 1.5, (*coded.shape[:2], 1)), 0, 255)
    assert jpeg_quality(np.rint(noisy).astype(np.uint8)) == pytest.approx(40, abs=2)


def test_a_picture_that_was_never_jpeg_or_was_scaled_since_has_no_quality():
    smaller = Image.fromarray(PHOTOS["astronaut"]).resize((301, 301), Image.Resampling.LANCZOS)
    assert jpeg_quality(np.array(smaller)) is None
    scaled = Image.fromarray(as_jpeg(PHOTOS["coffee"], 30)).resize((333, 222))
    assert jpeg_quality(np.array(scaled)) is None


@pytest.mark.parametrize("size", [(1, 1), (8, 8), (7, 300), (64, 64)])
@pytest.mark.parametrize("tone", [0, 128, 255])
def test_flat_and_tiny_pictures_have_none(size, tone):
    assert jpeg_quality(np.full((*size, 3), tone, np.uint8)) is None


def test_libjpegs_own_scale_is_meant():
    content = io.BytesIO()
    Image.fromarray(PHOTOS["coffee"]).save(content, "JPEG", quality=50, subsampling=0)
    assert jpeg_quality(np.array(Image.open(content))) in (49, 50)
