import numpy as np
import pytest

from engine.errors import ImageError, ImageProblem
from engine.photo.photo import Photo
from engine.photo.picture_kind import (
    LEAST_EVIDENCE,
    MOST_BESIDE_PATCH,
    RULE,
    Kind,
    classify,
    classify_pixels,
    require_colorless,
    tone_name,
)
from engine.photo.picture_measures import measure, measure_without_patch, shrunk
from tests.pictures import PHOTOS, as_jpeg, gray_of, in_doubt, toned
from training.degradation.print_wear import WEARS
from training.degradation.synthetic_prints import case_of, print_of

TONES = {
    "sepia": ((45, 30, 18), (245, 232, 205)),
    "selenium": ((32, 20, 30), (246, 236, 238)),
    "cyanotype": ((8, 28, 62), (236, 242, 240)),
}
SMALL = [shrunk(rgb, 192) for rgb in PHOTOS.values()]
MOST_REFUSED = {
    "stains": 4,
    "hard-edged stain": 4,
    "bar of ink": 4,
    "vignette": 3,
    "misregistered channels": 4,
    "album page": 1,
}
"""Of 48: a stain of any color may cover a quarter of the print, a page or mat reach far inside, and
0.3 % of the short side is a coarse shift."""


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


def worn(rgb, wear, seed):
    made = WEARS[wear]((rgb / 255).astype(np.float32), np.random.default_rng(seed))
    assert made.shape == rgb.shape
    return np.round(np.clip(made, 0, 1) * 255).astype(np.uint8)


@pytest.mark.parametrize("wear", WEARS)
def test_what_happened_to_a_print_makes_it_no_color_photo(wear):
    """Yellowed unevenly, on a red table, stamped in orange, …: it is colored, not refused."""
    prints = [
        worn(print_, wear, seed)
        for rgb in SMALL
        for print_ in (gray_of(rgb), toned(rgb, *TONES["sepia"]))
        for seed in range(6)
    ]
    refused = sum(classify_pixels(print_).has_color for print_ in prints)
    assert refused <= MOST_REFUSED.get(wear, 0)


@pytest.mark.parametrize("case", ["split-toned", "warm paper, coarse JPEG", "sepia with a stamp"])
def test_prints_of_several_tones_and_poor_copies_are_colored(case):
    for seed, rgb in enumerate(SMALL):
        assert not classify_pixels(case_of(rgb, case, seed)).has_color


@pytest.mark.parametrize("case", ["faded slide", "faded print", "on an album page or yellowed"])
@pytest.mark.parametrize("name", PHOTOS)
def test_slides_and_color_prints_keep_their_colors(name, case):
    for seed in range(4):
        picture = classify_pixels(case_of(PHOTOS[name], case, seed))
        assert picture.has_color or picture.in_doubt


def test_a_magenta_slide_is_no_toned_print():
    """What is left of a slide when its cyan and yellow have faded."""
    linear = np.maximum((PHOTOS["coffee"] / 255) ** 2.2, 0.003)
    slide = np.round(255 * linear ** (np.array((0.3, 0.9, 0.4)) / 2.2)).astype(np.uint8)
    assert classify_pixels(slide).kind is Kind.FADED


@pytest.mark.parametrize("border", [(150, 30, 25), (60, 90, 60), (240, 130, 20)])
def test_only_the_inside_of_a_picture_is_judged(border):
    for rgb, has_color in ((gray_of(PHOTOS["astronaut"]), False), (PHOTOS["astronaut"], True)):
        framed = np.full((*np.add(rgb.shape[:2], 160), 3), border, np.uint8)
        framed[80:-80, 80:-80] = rgb
        assert classify_pixels(framed).has_color == has_color


def test_in_doubt_a_picture_is_colored_and_it_is_told():
    picture = require_colorless(Photo(in_doubt()))
    assert picture.in_doubt
    assert not picture.has_color
    assert not classify_pixels(PHOTOS["coffee"]).in_doubt
    assert not classify_pixels(gray_of(PHOTOS["coffee"])).in_doubt


@pytest.mark.parametrize("ink", [(20, 30, 150), (170, 20, 20), (200, 170, 30)])
@pytest.mark.parametrize("name", PHOTOS)
def test_one_patch_of_one_color_is_told_but_keeps_no_print_from_its_colors(name, ink):
    """A bar of ink across it, or a stain with a hard edge."""
    for print_ in (gray_of(PHOTOS[name]), toned(PHOTOS[name], *TONES["sepia"])):
        H, W, _ = print_.shape
        barred, stained = print_.copy(), print_.copy()
        barred[int(0.46 * H) : int(0.54 * H)] = ink
        stained[H // 3 : H // 2, W // 3 : W // 2] = np.array(ink) * 0.7 + 20
        for made in (barred, stained):
            assert not classify_pixels(made).has_color


@pytest.mark.parametrize("name", PHOTOS)
def test_a_patch_makes_no_print_of_a_color_photo(name):
    rgb = PHOTOS[name].copy()
    rgb[int(0.46 * len(rgb)) : int(0.54 * len(rgb))] = (20, 30, 150)
    assert classify_pixels(rgb).has_color


def test_beside_a_patch_a_print_is_judged_as_if_the_patch_were_not_there():
    print_ = gray_of(PHOTOS["astronaut"])
    barred = print_.copy()
    barred[235:275] = (20, 30, 150)
    assert measure_without_patch(print_) is None
    cleared = measure_without_patch(barred)
    assert cleared is not None
    assert cleared.chroma < 1 < 60 < measure(barred).chroma
    assert RULE.evidence(measure(barred)) > LEAST_EVIDENCE
    assert RULE.evidence(cleared) < MOST_BESIDE_PATCH


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (2, 3), (63, 5), (3000, 7)])
def test_pictures_of_any_size_are_measured(size):
    noise = np.random.default_rng(1).integers(0, 256, (*size, 3)).astype(np.uint8)
    measured = measure(noise)
    measure_without_patch(noise)
    assert np.isfinite(measured.vector()).all()
    assert measured.vector().shape == (20,)


def test_a_large_scan_is_judged_by_a_small_copy(monkeypatch):
    seen = []
    monkeypatch.setattr(
        "engine.photo.picture_kind.classify_pixels", lambda rgb: seen.append(rgb.shape) or rgb
    )
    classify(Photo(np.zeros((2000, 3000, 3), np.uint16)))
    assert seen == [(192, 288, 3)]


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
