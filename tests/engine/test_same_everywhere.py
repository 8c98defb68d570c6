"""Command line, batch and preview give the pixels of the same recipe, bit for bit."""

import json
from dataclasses import replace

import numpy as np
import pytest

from engine.batch.job import job_from_json, job_to_json
from engine.batch.planning.preview import preview_photos
from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import find_model
from engine.checkpoints.loaded_models import LoadedModels
from engine.cli.__main__ import main
from engine.coloring.colorize import encode, render_photo, with_vividness
from engine.develop import develop
from engine.develop import render_photo as render_developed
from engine.files.image_io import read_photo, write_photo
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, sidecar_path, write_sidecar
from engine.recipe.stages import Coloring, Grade, Repair
from engine.recipe.stroke import Stroke
from tests.engine.batch.batching import job_for
from tests.engine.restoration.test_detection import dusty, sky
from tests.engine.restoration.test_detection import photo as damaged
from tests.tiny import CPU, gray_pixels, save_tiny_kolorit

GRADE = Grade(0.7, 0.2)
HINTS = (Hint(0.5, 0.5, (40.0, 20.0)),)


@pytest.fixture
def model(tmp_path):
    return save_tiny_kolorit(tmp_path / "flagship.safetensors")


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "in" / "aunt.png"
    path.parent.mkdir()
    write_photo(path, gray_pixels(60, 80))
    return path


def colorized(photo, model, *options):
    """The pixels of the file that the command line writes."""
    out = photo.parent.parent / "one.png"
    code = main(["colorize", str(photo), "-o", str(out), "--model", str(model), *options])
    assert code == 0
    return read_photo(out).pixels


def batched(photo, model, *options):
    out = photo.parent.parent / "out"
    arguments = [str(photo.parent), str(out), "--model", str(model), "--device", "cpu", *options]
    assert main(["batch", *arguments]) == 0
    return read_photo(out / photo.name).pixels


def previewed(photo, model, settings, *, sidecars=True):
    job = job_for(photo.parent.parent, model, settings=settings)
    loaded = checkpoint.load(model, CPU)
    (preview,) = preview_photos(loaded, [photo], job.settings, sidecars=sidecars)
    return preview.rgb


def made(photo, model, recipe):
    return render_developed(develop(read_photo(photo), recipe, LoadedModels(model)))


def test_without_options_all_give_what_network_and_render_give(photo, model):
    loaded = checkpoint.load(model, CPU)
    expected = render_photo(encode(loaded, read_photo(photo)), Grade())
    assert np.array_equal(colorized(photo, model), expected)
    assert np.array_equal(batched(photo, model), expected)
    assert np.array_equal(previewed(photo, model, {}), expected)


def test_with_options_all_give_the_same(photo, model):
    loaded = checkpoint.load(model, CPU)
    encoding = with_vividness(encode(loaded, read_photo(photo), size=48), Coloring(vividness=2.0))
    expected = render_photo(encoding, GRADE)
    options = ["--size", "48", "--vividness", "2", "--strength", "0.7", "--warmth", "0.2"]
    settings = {"recipe": Recipe(coloring=Coloring(size=48, vividness=2.0), grade=GRADE)}
    assert np.array_equal(colorized(photo, model, *options), expected)
    assert np.array_equal(batched(photo, model, *options), expected)
    assert np.array_equal(previewed(photo, model, settings), expected)


def test_what_is_kept_beside_a_photo_counts_everywhere_unless_told_not_to(photo, model, capsys):
    recipe = Recipe(coloring=Coloring(size=48, hints=HINTS, vividness=2.0), grade=GRADE)
    write_sidecar(photo, Kept(recipe))
    loaded = checkpoint.load(model, CPU)
    expected, usual = made(photo, loaded, recipe), made(photo, loaded, Recipe())
    assert np.array_equal(colorized(photo, model), expected)
    assert "note: the settings kept beside it were taken" in capsys.readouterr().out
    assert np.array_equal(batched(photo, model), expected)
    assert np.array_equal(previewed(photo, model, {}), expected)
    ignored = colorized(photo, model, "--ignore-sidecars", "--overwrite")
    assert np.array_equal(ignored, usual)
    again = batched(photo, model, "--ignore-sidecars", "--conflict", "overwrite")
    assert np.array_equal(again, usual)
    assert np.array_equal(previewed(photo, model, {}, sidecars=False), usual)


def test_options_count_more_than_what_is_kept_beside_a_photo(photo, model):
    write_sidecar(photo, Kept(Recipe(coloring=Coloring(vividness=2.0, model="gone"), grade=GRADE)))
    expected = made(
        photo,
        checkpoint.load(model, CPU),
        Recipe(coloring=Coloring(vividness=2.0), grade=Grade(0.5, 0.2)),
    )
    assert np.array_equal(colorized(photo, model, "--strength", "0.5"), expected)


@pytest.mark.parametrize("is_sidecar", [True, False])
def test_one_recipe_goes_for_all_whatever_is_beside_them(
    photo, model, tmp_path, is_sidecar, capsys
):
    write_sidecar(photo, Kept(Recipe(grade=Grade(0.0))))
    coloring = Coloring(size=48, vividness=2.0)
    path = tmp_path / "warm.json"
    if is_sidecar:
        path = write_sidecar(
            tmp_path / "other.png",
            Kept(Recipe(coloring=Coloring(size=48, vividness=2.0, hints=HINTS), grade=GRADE), 7),
        )
    else:
        path.write_text(
            '{"format": 2, "coloring": {"size": 48, "vividness": 2}, '
            '"grade": {"strength": 0.7, "warmth": 0.2}}'
        )
    loaded = checkpoint.load(model, CPU)
    expected = made(photo, loaded, Recipe(coloring=coloring, grade=GRADE))
    assert np.array_equal(batched(photo, model, "--recipe", str(path)), expected)
    assert ("belong to one photo" in capsys.readouterr().err) == is_sidecar
    if is_sidecar:  # of a single photo, the hints count too
        hinted = Recipe(coloring=Coloring(size=48, vividness=2.0, hints=HINTS), grade=GRADE)
        expected = made(photo, loaded, hinted)
    assert np.array_equal(colorized(photo, model, "--recipe", str(path)), expected)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "holds no recipe"),
        ("[" * 100_000, "holds no recipe"),
        ('{"format": 99}', "was written by a newer version of Kolorit"),
        (None, "cannot be read: no such file or directory"),
    ],
)
@pytest.mark.parametrize("command", ["colorize", "batch"])
def test_a_file_that_is_no_recipe_is_a_usage_error(photo, tmp_path, capsys, text, told, command):
    path = tmp_path / "recipe.json"
    if text is not None:
        path.write_text(text)
    out = tmp_path / "out"
    places = (
        [str(photo), "-o", f"{out}.png"] if command == "colorize" else [str(photo.parent), str(out)]
    )
    assert main([command, *places, "--recipe", str(path)]) == 2
    assert told in capsys.readouterr().err
    assert not out.exists()


def test_newer_settings_are_told_and_not_used(photo, model, capsys):
    tree = {"kolorit": 99, "recipe": {"grade": {"strength": 0}}}
    sidecar_path(photo).write_text(json.dumps(tree))
    usual = made(photo, checkpoint.load(model, CPU), Recipe())
    assert np.array_equal(colorized(photo, model), usual)
    told = "The settings beside “aunt.png” were written by a newer version of Kolorit"
    assert f"note: {told}" in capsys.readouterr().out
    assert np.array_equal(batched(photo, model, "--report"), usual)
    assert told in capsys.readouterr().out
    assert told in (photo.parent.parent / "out" / "report.html").read_text(encoding="utf-8")
    assert json.loads(sidecar_path(photo).read_text()) == tree


@pytest.mark.usefixtures("tiny_models")
def test_a_photos_own_model_colors_it(photo):
    own = find_model("greenish")
    write_sidecar(photo, Kept(Recipe(coloring=Coloring("greenish"))))
    expected = made(photo, checkpoint.load(own, CPU), Recipe())
    out = photo.parent.parent / "out"
    assert main(["colorize", str(photo), "-o", f"{out}.png", "--device", "cpu"]) == 0
    assert np.array_equal(read_photo(out.with_suffix(".png")).pixels, expected)
    assert main(["batch", str(photo.parent), str(out), "--device", "cpu"]) == 0
    assert np.array_equal(read_photo(out / photo.name).pixels, expected)
    assert not np.array_equal(
        expected, made(photo, checkpoint.load(find_model(None), CPU), Recipe())
    )


def test_a_photo_whose_recipe_keeps_its_colors_stays_as_it_is(tmp_path, model):
    photo = tmp_path / "in" / "color.png"
    photo.parent.mkdir()
    pixels = np.random.default_rng(0).integers(0, 256, (40, 50, 3)).astype(np.uint8)
    write_photo(photo, pixels)
    write_sidecar(photo, Kept(Recipe(coloring=None)))
    assert np.array_equal(colorized(photo, model), pixels)
    assert np.array_equal(batched(photo, model), pixels)


def test_a_batch_of_the_first_format_goes_on_without_sidecars(photo, model):
    tree = job_to_json(job_for(photo.parent.parent, model))
    assert job_from_json(tree).rules.sidecars
    del tree["format"], tree["rules"]["sidecars"]
    assert not job_from_json(tree).rules.sidecars


@pytest.mark.parametrize("bits", [np.uint8, np.uint16])
def test_limits_and_strokes_with_a_source_give_the_same_pixels(tmp_path, model, bits):
    photo = tmp_path / "in" / "scan.png"
    photo.parent.mkdir()
    write_photo(photo, damaged(dusty(sky()), bits, channels=3).pixels)
    stroke = Stroke(((0.7, 0.3), (0.72, 0.4)), 0.03, source=(0.2, 0.6))
    repair = Repair(0.7, strokes=(stroke,), largest=0.2, shade="light")
    loaded = checkpoint.load(model, CPU)
    expected = made(photo, loaded, Recipe(repair=repair))
    without_source = replace(repair, strokes=(replace(stroke, source=None),))
    for other in (without_source, replace(repair, shade="dark"), replace(repair, largest=0.01)):
        assert not np.array_equal(made(photo, loaded, Recipe(repair=other)), expected)
    write_sidecar(photo, Kept(Recipe(repair=repair)))
    assert np.array_equal(colorized(photo, model), expected)
    assert np.array_equal(batched(photo, model), expected)


def test_a_damaged_photo_is_restored_the_same_and_then_colored(tmp_path, model):
    photo = tmp_path / "in" / "scan.png"
    photo.parent.mkdir()
    write_photo(photo, damaged(dusty(sky()), channels=3).pixels)
    loaded = checkpoint.load(model, CPU)
    plain, expected = (made(photo, loaded, Recipe(repair=stage)) for stage in (None, Repair()))
    assert not np.array_equal(plain, expected)
    assert np.array_equal(colorized(photo, model, "--restore"), expected)
    assert np.array_equal(batched(photo, model, "--restore", "--report"), expected)
    assert "repair: found 4 dust" in (tmp_path / "out" / "report.csv").read_text()
    assert main(["restore", str(photo), "-o", str(tmp_path / "clean.png")]) == 0
    assert np.array_equal(made(tmp_path / "clean.png", loaded, Recipe()), expected)
    write_sidecar(photo, Kept(Recipe(repair=Repair())))
    (tmp_path / "one.png").unlink()
    assert np.array_equal(colorized(photo, model), expected)
    xmp = read_photo(tmp_path / "one.png").metadata.xmp.decode()
    assert xmp.index("restored: repair") < xmp.index("lightness of the restored photo kept")


@pytest.mark.parametrize("option", ["--sensitivity 0.9", "--largest 0.5", "--shade dark"])
def test_an_option_for_a_step_that_is_not_taken_is_no_silent_wish(photo, model, capsys, option):
    out = photo.parent.parent / "one.png"
    arguments = ["colorize", str(photo), "-o", str(out), "--model", str(model)]
    assert main([*arguments, *option.split()]) == 2
    name = option.split()[0]
    assert (
        f"{name} is for the step repair, which is not taken; see --steps" in capsys.readouterr().err
    )
    assert not out.exists()


def test_a_batch_is_not_resumed_with_other_steps(photo, model, capsys):
    batched(photo, model, "--restore")
    out = photo.parent.parent / "out"
    arguments = ["batch", str(photo.parent), str(out), "--model", str(model), "--resume"]
    assert main([*arguments, "--restore", "--steps", "repair,tone"]) == 2
    assert "--restore: repair" in capsys.readouterr().err
