"""What is turned, straightened and cropped is exactly what was asked for, in the photo's depth."""

import numpy as np
import pytest
from PIL import Image

from engine.cancel import Cancelled, CancelToken
from engine.checkpoints import checkpoint
from engine.cropping import cut_photo, cut_pixels
from engine.develop import develop, render_photo
from engine.files.image_io import read_photo
from engine.opencv import cv2
from engine.photo.photo import Photo
from engine.recipe.crop_frame import frame_of
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Coloring, Crop, Grade, Orientation
from engine.saving import SaveOptions, save_developed
from tests.pictures import PHOTOS
from tests.tiny import CPU, gray_pixels, save_tiny_kolorit

OWN = Recipe(coloring=None)
PART = Crop(row=0.4, column=0.55, height=0.5, width=0.3)


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    path = save_tiny_kolorit(tmp_path_factory.mktemp("models") / "flagship.safetensors")
    return {"": checkpoint.load(path, CPU)}.__getitem__


def deep(height=60, width=80, channels=3):
    return np.random.default_rng(5).integers(0, 65536, (height, width, channels), np.uint16)


@pytest.mark.parametrize("pixels", [gray_pixels(1300, 1100), deep(channels=3), deep(channels=1)])
def test_a_crop_that_stands_straight_is_a_part_of_the_photo_bit_for_bit(pixels):
    photo = Photo(pixels)
    frame = frame_of(PART, photo.size)
    top, left = frame.top_left
    shown = render_photo(develop(photo, Recipe(coloring=None, crop=PART), {}))
    whole = render_photo(develop(photo, OWN, {}))
    assert np.array_equal(shown, whole[top : top + frame.height, left : left + frame.width])
    assert shown.dtype == pixels.dtype


@pytest.mark.parametrize("bits", [8, 16])
def test_a_crop_of_a_colored_photo_is_a_part_of_the_colored_photo_bit_for_bit(models, bits):
    photo = Photo(gray_pixels(1200, 1100))
    recipe = Recipe(coloring=Coloring(vividness=2.0), grade=Grade(1.3, 0.2))
    whole = render_photo(develop(photo, recipe, models), bits=bits)
    cropped = Recipe(coloring=recipe.coloring, grade=recipe.grade, crop=PART)
    shown = render_photo(develop(photo, cropped, models), bits=bits)
    frame = frame_of(PART, photo.size)
    top, left = frame.top_left
    assert np.array_equal(shown, whole[top : top + frame.height, left : left + frame.width])


@pytest.mark.parametrize("turn", [(1, False), (2, False), (3, True), (0, True)])
def test_a_turned_photo_is_colored_as_it_is_seen(models, turn):
    photo, orientation = Photo(gray_pixels(60, 80)), Orientation(*turn)
    ours = develop(photo, Recipe(orientation=orientation), models)
    plain = np.rot90(photo.pixels[:, ::-1] if turn[1] else photo.pixels, -turn[0])
    upright = develop(Photo(np.ascontiguousarray(plain)), Recipe(), models)
    assert np.array_equal(render_photo(ours), render_photo(upright))


def test_a_photo_that_was_turned_already_is_not_turned_again(models):
    photo = Photo(gray_pixels(60, 80))
    recipe = Recipe(orientation=Orientation(1))
    first = develop(photo, recipe, models)
    again = develop(first.photo, recipe, models, earlier=first)
    assert again.photo is first.photo
    assert again.seen is first.seen
    back = develop(first.photo, Recipe(), models)
    assert np.array_equal(back.photo.pixels, photo.pixels)


def test_another_crop_asks_no_network_anew(models):
    photo = Photo(gray_pixels(60, 80))
    first = develop(photo, Recipe(), models)
    cropped = develop(photo, Recipe(crop=Crop(3.0)), models, earlier=first)
    assert cropped.encoding is first.encoding


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("degrees", [-7.3, 0.6, 20.0])
def test_straightening_sets_a_tilted_picture_straight(kind, degrees):
    upright = cv2.GaussianBlur(PHOTOS["astronaut"], (0, 0), 2)
    if kind is np.uint16:
        upright = upright.astype(np.uint16) * 257
    height, width = upright.shape[:2]
    # tilted against the clock, so that a clockwise turn sets it straight
    tilt = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), degrees, 1.0)
    tilted = cv2.warpAffine(upright, tilt, (width, height), flags=cv2.INTER_CUBIC)
    crop = Crop(degrees, height=308 / 512, width=308 / 512)
    shown = cut_pixels(tilted, frame_of(crop, (height, width)))
    expected = cut_pixels(
        upright, frame_of(Crop(height=308 / 512, width=308 / 512), (height, width))
    )
    rows, columns = (min(a, b) for a, b in zip(shown.shape[:2], expected.shape[:2], strict=True))
    difference = np.abs(
        shown[:rows, :columns].astype(float) - expected[:rows, :columns].astype(float)
    )
    assert shown.dtype == kind
    assert difference.mean() < 1.5 * np.iinfo(kind).max / 255


def test_pieces_leave_no_seam():
    pixels = np.tile(PHOTOS["coffee"], (4, 3, 1))[:1500, :1400]
    frame = frame_of(Crop(4.0), pixels.shape[:2])
    ours = cut_pixels(pixels, frame)
    matrix = np.float64(
        [
            [
                frame.to_photo(0.5, 1.5)[1] - frame.to_photo(0.5, 0.5)[1],
                frame.to_photo(1.5, 0.5)[1] - frame.to_photo(0.5, 0.5)[1],
                frame.to_photo(0.5, 0.5)[1] - 0.5,
            ],
            [
                frame.to_photo(0.5, 1.5)[0] - frame.to_photo(0.5, 0.5)[0],
                frame.to_photo(1.5, 0.5)[0] - frame.to_photo(0.5, 0.5)[0],
                frame.to_photo(0.5, 0.5)[0] - 0.5,
            ],
        ]
    )
    at_once = cv2.warpAffine(
        pixels,
        matrix,
        frame.size[::-1],
        flags=cv2.INTER_LANCZOS4 | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    # the library rounds places to a thirty-second of a pixel, not always to the same side
    difference = np.abs(ours.astype(int) - at_once)
    assert difference.mean() < 0.5
    assert np.percentile(difference, 99.9) <= 16


def test_what_lies_beyond_the_photo_is_white_or_nothing():
    crop = Crop(20.0, stays_inside=False)
    dark = np.zeros((60, 80, 3), np.uint8)
    frame = frame_of(crop, (60, 80))
    shown = cut_photo(Photo(dark), frame)
    assert (shown.pixels[0, 0] == 255).all()
    assert (shown.pixels[30, 40] == 0).all()
    clear = cut_photo(Photo(dark, alpha=np.full((60, 80), 255, np.uint8)), frame)
    assert (clear.alpha[0, 0], clear.alpha[30, 40]) == (0, 255)
    assert set(np.unique(cut_pixels(dark, frame_of(Crop(20.0), (60, 80))))) == {0}


def test_a_crop_can_be_stopped():
    token = CancelToken()
    token.cancel()
    developed = develop(Photo(gray_pixels(60, 80)), Recipe(coloring=None, crop=PART), {})
    with pytest.raises(Cancelled):
        render_photo(developed, token)


@pytest.mark.parametrize("suffix", [".tif", ".png", ".jpg"])
def test_a_file_that_was_turned_and_cropped_is_upright_and_keeps_what_it_was_told(tmp_path, suffix):
    source, target = tmp_path / "a.tif", tmp_path / f"b{suffix}"
    exif = Image.Exif()
    exif[274], exif[282], exif[283], exif[296], exif[315] = 1, 300.0, 600.0, 2, "Aunt"
    Image.fromarray(PHOTOS["coffee"]).save(source, exif=exif.tobytes(), dpi=(300, 600))
    photo = read_photo(source)
    assert photo.metadata.dpi == (300, 600)
    recipe = Recipe(coloring=None, orientation=Orientation(1), crop=PART)
    developed = develop(photo, recipe, {})
    save_developed(target, developed)
    written = read_photo(target)
    assert written.size == developed.frame.size
    assert written.metadata.dpi == pytest.approx((600, 300), abs=0.1)
    with Image.open(target) as image:
        assert image.getexif().get(274, 1) == 1
        assert image.getexif()[315] == "Aunt"
    packet = written.metadata.xmp.decode()
    assert "geometry: turned 90 degrees clockwise; cropped from 400 x 600 to" in packet
    assert "digitalsourcetype/humanEdits" in packet


def test_colors_that_a_network_made_stay_synthetic_however_the_photo_is_turned(models, tmp_path):
    target = tmp_path / "b.tif"
    recipe = Recipe(orientation=Orientation(2, mirrored=True), crop=Crop(1.5))
    save_developed(target, develop(Photo(gray_pixels(60, 80)), recipe, models))
    packet = read_photo(target).metadata.xmp.decode()
    assert "compositeWithTrainedAlgorithmicMedia" in packet
    assert "mirrored; turned 180 degrees clockwise; straightened by 1.5 degrees" in packet


def test_depth_transparency_and_caption_go_with_a_crop(tmp_path):
    target = tmp_path / "b.png"
    alpha = np.random.default_rng(1).integers(0, 65536, (60, 80), np.uint16)
    photo = Photo(deep(), alpha=alpha)
    developed = develop(photo, Recipe(coloring=None, crop=PART), {})
    save_developed(target, developed, SaveOptions(caption="aunt"))
    written = read_photo(target)
    height, width = developed.frame.size
    top, left = developed.frame.top_left
    assert written.bits == 16
    assert written.size[0] > height
    assert np.array_equal(written.alpha[:height], alpha[top : top + height, left : left + width])


def test_hints_are_where_they_were_set_when_the_photo_is_cropped(models):
    photo = Photo(gray_pixels(60, 80))
    hints = (Hint(0.4, 0.55, (60.0, 20.0)),)
    whole = render_photo(develop(photo, Recipe(coloring=Coloring(hints=hints)), models))
    recipe = Recipe(coloring=Coloring(hints=hints), crop=PART)
    developed = develop(photo, recipe, models)
    y, x = developed.frame.from_photo(0.4 * 60, 0.55 * 80)
    assert (render_photo(developed)[int(y), int(x)] == whole[int(0.4 * 60), int(0.55 * 80)]).all()
