import numpy as np
import pytest

from engine.coloring.colorize import encode, lab_from_pixels, render_photo
from engine.develop import develop
from engine.files import xmp
from engine.files.content import WriteLoss, WriteOptions
from engine.files.image_io import read_photo
from engine.files.provenance import SOURCE_TYPE
from engine.photo.metadata import Metadata
from engine.photo.photo import Photo
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Grade
from engine.saving import SaveOptions, lightness_error, save_developed, with_caption
from tests.photo_files import MAKERS, scene
from tests.tiny import gray_pixels

SETTINGS = Grade(1.0)


def developed(model, photo, grade=SETTINGS):
    return develop(photo, Recipe(grade=grade), {"": model}.__getitem__)


def ramp(bits):
    """Every 16-bit value of a gray photo, or every 8-bit one."""
    kind = np.uint16 if bits == 16 else np.uint8
    return np.arange(1 << bits, dtype=kind).reshape(-1, 256 if bits == 16 else 16, 1)


@pytest.mark.parametrize(("bits", "mean", "greatest"), [(8, 0.2, 1.0), (16, 0.1, 0.5)])
@pytest.mark.parametrize("strength", [0.0, 1.0, 2.0])
def test_every_lightness_survives_every_strength(model, bits, mean, greatest, strength):
    photo = Photo(ramp(bits))
    rgb = render_photo(encode(model, photo), Grade(strength))
    assert rgb.dtype == photo.pixels.dtype
    error = lightness_error(photo, rgb)
    assert error.mean <= mean
    assert error.greatest <= greatest
    if strength == 1:
        assert lab_from_pixels(rgb)[1:].norm(dim=0).mean() > 5  # there is color at all


def test_the_error_of_lightness_is_that_of_an_independent_formula(model):
    color = pytest.importorskip("skimage.color")
    photo = Photo(gray_pixels(20, 30))
    changed = np.clip(photo.pixels.astype(int) + 9, 0, 255).astype(np.uint8)
    difference = np.abs(color.rgb2lab(changed)[..., 0] - color.rgb2lab(photo.pixels)[..., 0])
    error = lightness_error(photo, changed)
    assert error.mean == pytest.approx(difference.mean(), abs=1e-3)
    assert error.greatest == pytest.approx(difference.max(), abs=1e-3)


def test_one_channel_and_three_equal_ones_give_the_same_colors(model):
    gray = scene(1, 16, 50, 70)
    colored = [
        render_photo(encode(model, Photo(pixels)), SETTINGS)
        for pixels in (gray, np.repeat(gray, 3, axis=2))
    ]
    assert np.abs(colored[0].astype(int) - colored[1]).max() <= 3


def test_sixteen_bits_hold_values_that_eight_do_not(model):
    photo = Photo(scene(1, 16, 40, 600))
    assert len(np.unique(render_photo(encode(model, photo), SETTINGS)[..., 1])) > 256


def test_an_archive_file_comes_back_as_an_archive_file(model, tmp_path):
    source, target = tmp_path / "dot-gain.tif", tmp_path / "out.tif"
    MAKERS["dot-gain.tif"](source)
    photo = read_photo(source)
    assert save_developed(target, developed(model, photo)) == ()
    back = read_photo(target)
    assert (back.size, back.bits, back.metadata.dpi) == (photo.size, 16, (600, 600))
    error = lightness_error(photo, back.pixels)
    assert error.mean <= 0.1
    assert error.greatest <= 0.5


def test_the_file_says_what_made_its_colors_unless_told_not_to(model, tmp_path):
    photo = Photo(gray_pixels(20, 30))
    made = developed(model, photo)
    save_developed(tmp_path / "told.png", developed(model, photo, Grade(0.5)))
    packet = read_photo(tmp_path / "told.png").metadata.xmp
    assert xmp.parse(packet).find(".//{*}DigitalSourceType").text == SOURCE_TYPE
    assert b"model tiny (sha256 " + model.sha256.encode() in packet
    assert b"strength 0.5" in packet
    save_developed(tmp_path / "untold.png", made, SaveOptions(provenance=False))
    assert read_photo(tmp_path / "untold.png").metadata.xmp == b""


@pytest.mark.parametrize(("name", "bits"), [("a.png", 16), ("a.tif", 16), ("a.jpg", 8)])
def test_transparency_and_depth_go_where_the_format_can_hold_them(model, tmp_path, name, bits):
    alpha = np.full((20, 30), 30_000, np.uint16)
    photo = Photo(scene(1, 16, 20, 30), alpha=alpha, metadata=Metadata(dpi=(300, 300)))
    losses = save_developed(tmp_path / name, developed(model, photo))
    back = read_photo(tmp_path / name)
    assert back.bits == bits
    if bits == 16:
        np.testing.assert_array_equal(back.alpha, alpha)
        assert losses == ()
    else:
        assert set(losses) == {WriteLoss.ALPHA, WriteLoss.DEPTH}


def test_eight_bits_can_be_asked_for(model, tmp_path):
    alpha = np.full((20, 30), 65_535 // 3, np.uint16)
    photo = Photo(scene(1, 16, 20, 30), alpha=alpha)
    assert save_developed(tmp_path / "a.tif", developed(model, photo), SaveOptions(8)) == ()
    back = read_photo(tmp_path / "a.tif")
    assert back.bits == 8
    assert (back.alpha == 85).all()


@pytest.mark.parametrize("bits", [8, 16])
def test_a_caption_stands_below_the_picture_and_changes_nothing_in_it(model, tmp_path, bits):
    photo = Photo(scene(1, bits, 200, 300))
    made = developed(model, photo)
    save_developed(tmp_path / "plain.png", made)
    options = SaveOptions(caption="Colorized by a machine, and this line is long enough to shrink")
    save_developed(tmp_path / "captioned.png", made, options)
    plain, captioned = (read_photo(tmp_path / f"{n}.png") for n in ("plain", "captioned"))
    assert captioned.size[0] > 200
    assert captioned.size[1] == 300
    np.testing.assert_array_equal(captioned.pixels[:200], plain.pixels)
    strip = captioned.pixels[200:]
    assert strip.max() == np.iinfo(strip.dtype).max
    assert (strip < strip.max() / 2).mean() > 0.01  # letters
    assert (strip[:, -1] == strip.max()).all()  # that end before the edge


@pytest.mark.parametrize("text", ["", "\u200b", "two\nlines", "x" * 3000])
@pytest.mark.parametrize("size", [(1, 1), (30, 1), (1, 300)])
def test_any_caption_fits_below_any_picture(text, size):
    captioned, _ = with_caption(np.zeros((*size, 3), np.uint8), WriteOptions(), text)
    assert captioned.shape[0] > size[0]
    assert captioned.shape[1] == size[1]


@pytest.mark.parametrize("bits", [8, 16])
def test_a_photo_that_keeps_its_colors_is_saved_as_it_is(tmp_path, bits):
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 2**bits, (20, 30, 3)).astype(np.uint8 if bits == 8 else np.uint16)
    photo = Photo(pixels, metadata=Metadata(dpi=(300, 300)))
    assert save_developed(tmp_path / "a.tif", develop(photo, Recipe(coloring=None), dict.get)) == ()
    back = read_photo(tmp_path / "a.tif")
    np.testing.assert_array_equal(back.pixels, pixels)
    assert back.metadata.dpi == (300, 300)
    assert b"DigitalSourceType" not in back.metadata.xmp
