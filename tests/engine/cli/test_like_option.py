"""``kolorit-cli colorize --like``: colors of another photo."""

import numpy as np
import pytest

from engine.cli.__main__ import main
from engine.coloring.colorize import lab_from_pixels
from engine.files.image_io import read_photo, write_photo
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.recipe_json import recipe_from_json, recipe_to_json
from engine.recipe.stages import Coloring
from tests.engine.album.scenes import frame, scene


@pytest.fixture
def photos(tmp_path):
    """A gray photo, a color photo of the same scene, and one of another."""
    view = scene()
    gray = np.repeat(frame(view).mean(axis=-1, keepdims=True), 3, axis=-1).astype(np.uint8)
    made = {"gray": gray, "same": frame(view, top=110), "other": frame(scene(4))}
    for name, pixels in made.items():
        write_photo(tmp_path / f"{name}.png", pixels)
    return tmp_path


def colorize(photos, model, like, *more):
    names = photos / "gray.png", "-o", photos / "out.png", "--like", photos / f"{like}.png"
    options = "--model", model, "--device", "cpu", "--overwrite", *more
    try:
        return main(["colorize", *(str(one) for one in (*names, *options))])
    except SystemExit as stop:
        return stop.code


def test_the_colors_of_the_same_scene_are_taken_over(photos, tiny_kolorit, capsys):
    assert colorize(photos, tiny_kolorit, "same") == 0
    assert "same.png” were taken over at " in (printed := capsys.readouterr().out)
    assert "both show the same scene" in printed
    out = read_photo(photos / "out.png")
    assert b"0 color hints by a person, " in out.metadata.xmp
    assert b"taken over from other photos" in out.metadata.xmp
    truth = lab_from_pixels(frame(scene()))[1:]
    liked = (lab_from_pixels(out.rgb)[1:] - truth).norm(dim=0).mean()
    assert colorize(photos, tiny_kolorit, "other") == 0
    out = read_photo(photos / "out.png")
    plain = (lab_from_pixels(out.rgb)[1:] - truth).norm(dim=0).mean()
    assert liked < plain


def test_that_nothing_is_the_same_is_told(photos, tiny_kolorit, capsys):
    assert colorize(photos, tiny_kolorit, "other") == 0
    printed = capsys.readouterr().out
    assert "is surely the same; no color was taken over" in printed
    assert b"taken over" not in read_photo(photos / "out.png").metadata.xmp


def test_a_gray_photo_has_no_colors_to_give(photos, tiny_kolorit, capsys):
    assert colorize(photos, tiny_kolorit, "gray") == 2
    assert "has no colors that could be taken over" in capsys.readouterr().err


def test_a_model_that_tells_nothing_of_things_is_refused(photos, checkpoint_path, capsys):
    assert colorize(photos, checkpoint_path, "same") == 1
    assert "hints" in capsys.readouterr().err


def test_where_a_color_comes_from_survives_in_files():
    hints = (Hint(0.5, 0.5, (9.0, 9.0)), Hint(0.1, 0.1, (9.0, 9.0), taken_over=True))
    recipe = Recipe(coloring=Coloring(hints=hints))
    tree = recipe_to_json(recipe)
    assert tree["format"] == 2
    assert recipe_from_json(tree) == recipe
