import numpy as np
import pytest

from engine.errors import ImageError, ImageProblem
from engine.photo import Photo
from engine.picture_kind import Kind, classify, classify_pixels, require_colorless, tone_name
from tests.photo_files import scene
from tests.pictures import PHOTOS, as_jpeg, gray_of, toned
from training.synthetic_prints import print_of

TONES = {
    "sepia": ((45, 30, 18), (245, 232, 205)),
    "selenium": ((32, 20, 30), (246, 236, 238)),
    "cyanotype": ((8, 28, 62), (236, 242, 240)),
}


@pytest.mark.parametrize("name", PHOTOS)
def test_color_photos_are_never_taken_for_gray_or_toned(name):
    for rgb in (PHOTOS[name], as_jpeg(PHOTOS[name], 40)):
        picture = classify(Photo(rgb))
        assert picture.kind in (Kind.COLOR, Kind.TINTED, Kind.FADED)
        with pytest.raises(ImageError) as caught:
            require_colorless(Photo(rgb))
        assert caught.value.problem is ImageProblem.IN_COLOR


@pytest.mark.parametrize("name", PHOTOS)
def test_gray_photos_are_gray_in_one_channel_or_three(name):
    gray = gray_of(PHOTOS[name])
    for pixels in (gray, gray[..., :1], as_jpeg(gray, 50)):
        assert classify(Photo(pixels)).kind is Kind.GRAY


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("name", PHOTOS)
def test_toned_prints_are_named_after_their_tone(name, tone):
    picture = require_colorless(Photo(as_jpeg(toned(PHOTOS[name], *TONES[tone]))))
    assert picture.kind is Kind.TONED
    assert tone in picture.description


def test_sixteen_bits_and_a_single_pixel_are_told_too():
    deep = PHOTOS["coffee"].astype(np.uint16) * 257
    assert classify(Photo(deep)).kind is classify(Photo(PHOTOS["coffee"])).kind
    assert classify(Photo(np.full((1, 1, 3), 90, np.uint8))).kind is Kind.GRAY
    assert classify(Photo(scene(3, 8, 2, 4000))).kind not in (Kind.GRAY, Kind.TONED)


def test_most_synthetic_prints_are_what_they_were_made_as():
    right = [
        classify_pixels(print_of(rgb, kind, seed)).kind is kind
        for kind in (Kind.GRAY, Kind.TONED, Kind.FADED)
        for seed, rgb in enumerate(PHOTOS.values())
    ]
    assert np.mean(right) >= 0.75


@pytest.mark.parametrize(
    ("a", "b", "name"), [(4, 12, "sepia"), (-4, -12, "cyanotype"), (5, -1, "selenium")]
)
def test_tones_have_the_names_of_their_processes(a, b, name):
    assert tone_name(a, b) == name
