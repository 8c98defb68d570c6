"""Photos are turned, straightened, cropped and split on the command line."""

import json

import numpy as np
import pytest
from PIL import Image

from engine.cropping import cut_pixels
from engine.files.content import WriteOptions
from engine.files.image_io import read_photo, write_photo
from engine.photo.metadata import Metadata
from engine.photo.photo import in_sixteen_bits
from engine.recipe.crop_frame import frame_of
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Coloring, Crop, Orientation
from engine.restoration.geometry import crops_of_prints
from tests.engine.cli.test_restore_command import run
from tests.engine.restoration.test_geometry import print_of, scan_of
from tests.engine.restoration.test_tilt import sea
from tests.tiny import gray_pixels, save_tiny_kolorit

NOTHING = ["--steps", "none"]


@pytest.fixture
def photo(tmp_path):
    """A 16-bit TIFF of 80 by 60 pixels, at 600 by 300 dpi."""
    pixels = np.random.default_rng(3).integers(0, 65536, (60, 80, 3), np.uint16)
    options = WriteOptions(metadata=Metadata(dpi=(600.0, 300.0)))
    write_photo(tmp_path / "photo.tif", pixels, options)
    return tmp_path / "photo.tif"


@pytest.fixture
def bed(tmp_path):
    """A 16-bit scan of two prints."""
    prints = [
        (print_of(size=(300, 400)), (900, 650), -4.0),
        (print_of("coffee", size=(260, 420)), (290, 230), 2.0),
    ]
    pixels = in_sixteen_bits(np.repeat(scan_of(prints), 3, axis=2))
    write_photo(tmp_path / "bed.tif", pixels)
    return tmp_path / "bed.tif"


@pytest.mark.parametrize("degrees", [90, 180, 270, -90])
@pytest.mark.parametrize("mirror", [[], ["--mirror"]])
def test_every_pixel_of_a_turned_photo_stays_what_it_is(tmp_path, photo, degrees, mirror, capsys):
    out = tmp_path / "out.tif"
    assert run("restore", photo, "-o", out, *NOTHING, "--rotate", degrees, *mirror) == 0
    wanted = np.rot90(read_photo(photo).pixels, -degrees // 90)
    wanted = wanted[:, ::-1] if mirror else wanted
    written = read_photo(out)
    assert np.array_equal(written.pixels, wanted)
    sides = (600, 300) if degrees == 180 else (300, 600)
    assert written.metadata.dpi == pytest.approx(sides, abs=0.1)
    assert "crop: it was turned" in capsys.readouterr().out


@pytest.mark.parametrize("asked", ["8,6,40,30", "10%,10%,50%,50%"])
def test_a_part_is_asked_for_in_pixels_or_percent(tmp_path, photo, asked):
    out = tmp_path / "out.tif"
    assert run("restore", photo, "-o", out, *NOTHING, "--crop", asked) == 0
    assert np.array_equal(read_photo(out).pixels, read_photo(photo).pixels[6:36, 8:48])


def test_a_part_is_one_of_the_turned_photo(tmp_path, photo):
    out = tmp_path / "out.tif"
    options = ["--rotate", "90", "--crop", "0,0,30,80"]
    assert run("restore", photo, "-o", out, *NOTHING, *options) == 0
    assert np.array_equal(read_photo(out).pixels, np.rot90(read_photo(photo).pixels, -1)[:, :30])


def test_nothing_asked_for_changes_nothing(tmp_path, photo):
    assert run("restore", photo, "-o", tmp_path / "out.tif", *NOTHING) == 0
    written = read_photo(tmp_path / "out.tif")
    assert np.array_equal(written.pixels, read_photo(photo).pixels)
    assert not written.metadata.xmp


def test_a_straightened_photo_keeps_its_proportions_or_gets_white_corners(tmp_path, photo):
    out = tmp_path / "out.tif"
    assert run("restore", photo, "-o", out, *NOTHING, "--straighten", "5") == 0
    assert read_photo(out).size == frame_of(Crop(5.0), (60, 80)).size
    options = ["--straighten", "-5", "--white-corners", "--overwrite"]
    assert run("restore", photo, "-o", out, *NOTHING, *options) == 0
    assert read_photo(out).size == (60, 80)
    assert (read_photo(out).pixels[0, 0] == 65535).all()


@pytest.mark.parametrize("options", [["--crop", "auto"], ["--steps", "crop"]])
def test_the_largest_print_is_found_and_set_straight(tmp_path, bed, options, capsys):
    out, report = tmp_path / "out.tif", tmp_path / "report.json"
    steps = [] if "--steps" in options else NOTHING
    assert run("restore", bed, "-o", out, *steps, *options, "--report", report) == 0
    written = read_photo(out)
    assert written.bits == 16
    assert written.size == pytest.approx((300, 400), abs=6)
    assert "straightened by 4" in capsys.readouterr().out
    (crop,) = (
        step for step in json.loads(report.read_text("utf-8"))["steps"] if step["step"] == "crop"
    )
    assert crop["done"]
    assert crop["settings"]["degrees"] == pytest.approx(4.0, abs=0.1)


def test_only_its_angle_is_taken_if_only_that_is_asked_for(tmp_path, bed):
    out = tmp_path / "out.tif"
    assert run("restore", bed, "-o", out, *NOTHING, "--straighten", "auto") == 0
    height, width = read_photo(out).size
    assert width / height == pytest.approx(1200 / 900, abs=0.01)
    assert width > 1000


def test_a_photo_without_a_border_is_set_straight_by_its_lines(tmp_path, capsys):
    source, out = tmp_path / "sea.png", tmp_path / "out.tif"
    write_photo(source, np.repeat(sea(3.0), 3, axis=2))
    assert run("restore", source, "-o", out, *NOTHING, "--straighten", "auto") == 0
    assert "straightened by 3 degrees counterclockwise" in capsys.readouterr().out
    assert read_photo(out).size == frame_of(Crop(-3.0), (480, 640)).size


def test_what_nothing_surely_says_is_not_straightened_and_that_is_said(tmp_path, photo, capsys):
    out = tmp_path / "out.tif"
    assert run("restore", photo, "-o", out, *NOTHING, "--straighten", "auto") == 0
    assert read_photo(out).size == (60, 80)
    assert "crop: neither a print nor lines that surely say" in capsys.readouterr().out


def test_a_photo_that_fills_its_scan_is_not_cropped_and_that_is_said(tmp_path, photo, capsys):
    out = tmp_path / "out.tif"
    assert run("restore", photo, "-o", out, *NOTHING, "--crop", "auto") == 0
    assert read_photo(out).size == (60, 80)
    assert "crop: no print was found" in capsys.readouterr().out


def test_each_print_on_a_scan_becomes_a_file(tmp_path, bed, capsys):
    folder, report = tmp_path / "prints", tmp_path / "report.json"
    options = [*NOTHING, "--split", "--report", report]
    assert run("restore", bed, "-o", folder, *options) == 0
    first, second = sorted(folder.iterdir())
    assert (first.name, second.name) == ("bed-1.tif", "bed-2.tif")
    assert read_photo(first).size == pytest.approx((260, 420), abs=6)
    assert read_photo(second).size == pytest.approx((300, 400), abs=6)
    assert read_photo(first).pixels.max() < 0.93 * 65535  # the bed is left out
    told = json.loads(report.read_text("utf-8"))
    assert told["output"] == [str(first), str(second)]
    assert "(bed-2.tif)" in capsys.readouterr().out
    assert run("restore", bed, "-o", folder, *NOTHING, "--split") == 1  # they are there already


def test_prints_get_numbers_where_a_name_is_given_for_them(tmp_path, bed):
    out = tmp_path / "new" / "two.png"
    assert run("restore", bed, "-o", out, *NOTHING, "--split") == 0
    assert sorted(path.name for path in out.parent.iterdir()) == ["two-1.png", "two-2.png"]


def test_a_mask_is_one_of_the_photo_as_it_is_turned(tmp_path, photo):
    mask = np.zeros((80, 60), np.uint8)
    mask[20:24, 10:14] = 255
    Image.fromarray(mask).save(tmp_path / "mask.png")
    out = tmp_path / "out.tif"
    options = ["--mask", tmp_path / "mask.png", "--rotate", "90"]
    assert run("restore", photo, "-o", out, *options) == 0
    changed = (read_photo(out).pixels != np.rot90(read_photo(photo).pixels, -1)).any(axis=2)
    assert changed[20:24, 10:14].any()
    assert not changed[40:].any()


def test_a_photo_is_colored_as_it_was_turned_and_cropped_in_the_window(tmp_path, capsys):
    model = save_tiny_kolorit(tmp_path / "flagship.safetensors")
    path, out = tmp_path / "photo.png", tmp_path / "out.png"
    write_photo(path, gray_pixels(60, 80))
    recipe = Recipe(
        orientation=Orientation(1),
        coloring=Coloring(hints=(Hint(0.2, 0.3, (40.0, 10.0)),)),
        crop=Crop(height=0.5),
    )
    write_sidecar(path, Kept(recipe))
    assert run("colorize", path, "-o", out, "--model", model, "--report") == 0
    assert read_photo(out).size == (40, 60)
    assert "lightness: mean error 0.0" in capsys.readouterr().out
    options = ["--model", model, "--rotate", "90", "--straighten", "3", "--overwrite"]
    assert run("colorize", path, "-o", out, *options) == 0
    height, width = read_photo(out).size
    assert width < 40  # it was turned further, and what is left of it with it
    assert height < 60


def test_the_geometry_of_one_photo_is_not_done_to_others(tmp_path, capsys):
    model = save_tiny_kolorit(tmp_path / "flagship.safetensors")
    for name in ("a", "b"):
        write_photo(tmp_path / f"{name}.png", gray_pixels(60, 80))
    kept = write_sidecar(tmp_path / "a.png", Kept(Recipe(orientation=Orientation(1))))
    photos, folder = [tmp_path / "a.png", tmp_path / "b.png"], tmp_path / "out"
    assert run("colorize", *photos, "-o", folder, "--model", model, "--recipe", kept) == 0
    assert "how its photo is turned and cropped belongs to that photo" in capsys.readouterr().err
    assert {read_photo(path).size for path in folder.iterdir()} == {(60, 80)}


def test_what_is_cut_out_of_a_bed_is_the_print(bed):
    photo = read_photo(bed)
    first, _ = crops_of_prints(photo)
    shown = cut_pixels(photo.pixels, frame_of(first, photo.size))
    expected = in_sixteen_bits(print_of("coffee", size=(260, 420)))
    top, left = ((a - b) // 2 for a, b in zip(expected.shape, shown.shape, strict=False))
    part = expected[top : top + shown.shape[0], left : left + shown.shape[1]]
    difference = np.abs(shown[..., 0].astype(float) - part) / 257
    assert np.median(difference) < 6


def test_a_print_on_a_scan_is_seen_as_large_as_a_photo_of_its_own(tmp_path, bed):
    model = save_tiny_kolorit(tmp_path / "flagship.safetensors")
    out = tmp_path / "out.tif"
    assert run("colorize", bed, "-o", out, "--model", model, "--crop", "auto") == 0
    cropped = read_photo(out).metadata.xmp.decode()
    options = ["--crop", "auto", "--size", "64", "--overwrite"]
    assert run("colorize", bed, "-o", out, "--model", model, *options) == 0
    assert " at 64 pixels" in read_photo(out).metadata.xmp.decode()
    assert " at 64 pixels" not in cropped
