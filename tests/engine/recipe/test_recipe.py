import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe, Stage, default_recipe, first_difference
from engine.recipe.recipe_json import FORMAT, NewerFormatError, recipe_from_json, recipe_to_json
from engine.recipe.stages import (
    Coloring,
    Crop,
    Denoise,
    Grade,
    Orientation,
    Repair,
    Revival,
    Tone,
)
from engine.recipe.stroke import Stroke

unit = st.floats(0, 1)
chroma = st.floats(-100, 100)
hints = st.builds(
    Hint, unit, unit, st.tuples(chroma, chroma), radius=unit, reach=unit, taken_over=st.booleans()
)
colorings = st.builds(
    Coloring,
    model=st.from_regex(r"[\w-]{0,64}", fullmatch=True),
    size=st.none() | st.integers(32, 2048),
    hints=st.lists(hints, max_size=4).map(tuple),
    vividness=st.floats(0.25, 4),
)
strokes = st.builds(
    Stroke,
    st.lists(st.tuples(unit, unit), min_size=1, max_size=4).map(tuple),
    st.floats(0.001, 0.5),
    st.booleans(),
    st.none() | st.tuples(unit, unit),
)
repairs = st.builds(
    Repair,
    unit,
    st.booleans(),
    st.lists(strokes, max_size=3).map(tuple),
    st.floats(0.001, 1),
    st.sampled_from(["both", "dark", "light"]),
)
share = st.floats(0.01, 1.5)
orientations = st.builds(Orientation, st.integers(0, 3), st.booleans())
crops = st.builds(Crop, st.floats(-45, 45), unit, unit, share, share, st.booleans())
recipes = st.builds(
    Recipe,
    orientation=orientations,
    repair=st.none() | repairs,
    denoise=st.none() | st.builds(Denoise, unit, unit),
    revival=st.none() | st.builds(Revival, unit),
    tone=st.none() | st.builds(Tone, unit),
    coloring=st.none() | colorings,
    grade=st.builds(Grade, st.floats(0, 2), st.floats(-1, 1)),
    crop=crops,
)


@given(recipes)
def test_a_recipe_survives_json(recipe):
    assert recipe_from_json(json.loads(json.dumps(recipe_to_json(recipe)))) == recipe


def test_what_is_usual_is_not_written():
    assert recipe_to_json(Recipe()) == {"format": 2}
    assert recipe_to_json(Recipe(coloring=None)) == {"format": 2, "coloring": None}
    assert recipe_to_json(Recipe(tone=Tone())) == {"format": 3, "tone": {}}


def test_a_version_that_restores_nothing_refuses_only_what_is_restored():
    assert recipe_to_json(Recipe(repair=Repair(0.7)))["format"] == 3
    assert recipe_to_json(Recipe(orientation=Orientation(1)))["format"] == FORMAT == 4
    assert recipe_to_json(Recipe(crop=Crop(width=0.5)))["format"] == FORMAT
    assert recipe_to_json(Recipe(), beside={"format": 3})["format"] == 3  # it may hold more


def test_settings_of_the_first_format_find_their_stages():
    tree = {
        "strength": 0.8,
        "warmth": 0.1,
        "vividness": 1.5,
        "size": 384,
        "model": "streets",
        "page": 3,
        "hints": [{"row": 0.1, "column": 0.2, "ab": [30, -5.5]}],
    }
    hint = Hint(0.1, 0.2, (30.0, -5.5))
    coloring = Coloring("streets", 384, (hint,), 1.5)
    assert recipe_from_json(tree) == Recipe(coloring=coloring, grade=Grade(0.8, 0.1))
    assert recipe_from_json({}) == Recipe()


@pytest.mark.parametrize("version", [FORMAT + 1, 99])
def test_a_newer_format_is_refused(version):
    with pytest.raises(NewerFormatError, match=f"format {version} was written by a newer version"):
        recipe_from_json({"format": version, "grade": {"strength": 0.5}})


@given(recipes)
def test_what_is_unknown_survives_a_rewrite(recipe):
    found = {
        "format": FORMAT,
        "frame": {"width": 3},
        "coloring": {"mood": "calm", "vividness": 2.0},
        "tone": {"curve": "film"},
        "grade": {"tint": 0.5},
        "crop": {"aspect": "3:2", "width": 0.5},
    }
    written = recipe_to_json(recipe, beside=found)
    assert recipe_from_json(written) == recipe
    assert written["frame"] == {"width": 3}
    assert written["grade"]["tint"] == 0.5
    assert written["crop"]["aspect"] == "3:2"
    assert ("tone" in written) == (recipe.tone is not None)  # it is not taken again for that
    if recipe.tone is not None:
        assert written["tone"]["curve"] == "film"
    if recipe.coloring is not None:  # a photo that keeps its own colors has no place for a mood
        assert written["coloring"]["mood"] == "calm"


@given(st.lists(hints, max_size=4).map(tuple))
def test_what_is_unknown_about_a_hint_survives_while_the_hint_does(placed):
    found = recipe_to_json(Recipe(coloring=Coloring(hints=placed)))
    for hint in found.get("coloring", {}).get("hints", ()):
        hint["note"] = hint["row"]
    fewer = placed[1:]
    written = recipe_to_json(Recipe(coloring=Coloring(hints=fewer)), beside=found)
    kept = written.get("coloring", {}).get("hints", [])
    assert [hint["note"] for hint in kept] == [hint.row for hint in fewer]


@pytest.mark.parametrize(
    "tree",
    [
        [],
        {"format": 0},
        {"format": True},
        {"format": "2"},
        {"format": 2, "coloring": {"size": 8}},
        {"format": 2, "coloring": {"size": 64.5}},
        {"format": 2, "coloring": {"model": "../evil"}},
        {"format": 2, "coloring": {"vividness": 99}},
        {"format": 2, "coloring": {"hints": [{"row": 0.5}]}},
        {"format": 2, "coloring": {"hints": [{"row": 0.5, "column": 0.5, "ab": [1]}]}},
        {"format": 2, "coloring": {"hints": [{"row": 2, "column": 0.5, "ab": [1, 1]}]}},
        {"format": 2, "coloring": {"hints": [{"row": 0, "column": 0, "ab": [1, 1], "reach": 2}]}},
        {"format": 2, "coloring": {"hints": {}}},
        {"format": 2, "grade": None},
        {"format": 2, "grade": {"strength": True}},
        {"format": 2, "grade": {"strength": 10**400}},
        {"format": 2, "grade": {"warmth": float("nan")}},
        {"format": 3, "repair": {"sensitivity": 1.5}},
        {"format": 3, "repair": {"largest": 0}},
        {"format": 3, "repair": {"shade": "grey"}},
        {"format": 3, "repair": {"shade": 1}},
        {"format": 3, "repair": {"strokes": [{"points": [], "radius": 0.1}]}},
        {"format": 3, "repair": {"strokes": [{"points": [[0.5, 1.5]], "radius": 0.1}]}},
        {"format": 3, "repair": {"strokes": [{"points": [[0.5, 0.5]], "radius": 0}]}},
        {"format": 3, "repair": {"strokes": [{"points": [[0.5]], "radius": 0.1}]}},
        {"format": 3, "denoise": {"grain": -0.1}},
        {"format": 3, "revival": {"recovery": 2}},
        {"format": 3, "tone": {"contrast": float("inf")}},
        {"format": 4, "orientation": {"quarter_turns": 4}},
        {"format": 4, "orientation": {"quarter_turns": 0.5}},
        {"format": 4, "orientation": {"mirrored": 1}},
        {"format": 4, "orientation": None},
        {"format": 4, "crop": {"degrees": 46}},
        {"format": 4, "crop": {"degrees": float("nan")}},
        {"format": 4, "crop": {"row": 1.1}},
        {"format": 4, "crop": {"width": 0}},
        {"format": 4, "crop": {"height": 2}},
    ],
)
def test_values_out_of_range_are_refused(tree):
    with pytest.raises(ValueError, match=r"."):
        recipe_from_json(tree)


def test_the_first_difference_tells_what_must_be_done_again():
    recipe = Recipe()
    graded = Recipe(grade=Grade(0.5))
    recolored = Recipe(coloring=Coloring(size=64), grade=Grade(0.5))
    assert first_difference(recipe, Recipe()) is None
    assert first_difference(recipe, graded) is Stage.GRADE
    assert first_difference(graded, Recipe(repair=Repair())) is Stage.REPAIR
    assert first_difference(recipe, recolored) is Stage.COLORING
    assert first_difference(recipe, Recipe(coloring=None)) is Stage.COLORING
    assert first_difference(graded, Recipe(orientation=Orientation(2))) is Stage.ORIENTATION
    assert first_difference(recipe, Recipe(crop=Crop(1.0))) is Stage.CROP


def test_photos_with_colors_of_their_own_keep_them_unless_asked():
    assert default_recipe(has_color=True).coloring is None
    assert default_recipe(has_color=False) == Recipe()


def test_another_photos_sliders_leave_model_detail_and_hints():
    mine = Recipe(
        coloring=Coloring("streets", 512, (Hint(0.5, 0.5, (9, 9)),), 1.0), grade=Grade(1.0)
    )
    other = Recipe(coloring=Coloring("", 384, (), 2.0), grade=Grade(0.3, 0.2))
    taken = mine.with_sliders_of(other)
    assert taken == Recipe(
        coloring=Coloring("streets", 512, mine.coloring.hints, 2.0), grade=Grade(0.3, 0.2)
    )


def test_recipes_need_neither_torch_nor_numpy():
    code = (
        "import sys, engine.recipe.recipe_json;"
        "sys.exit(bool({'torch', 'numpy', 'cv2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_strokes_stay_on_their_photo():
    dab = Stroke(((0.5, 0.5),), 0.01)
    mine = Recipe(repair=Repair(0.2, strokes=(dab,)))
    other = Recipe(repair=Repair(0.9, strokes=(dab, dab)), tone=Tone())
    assert mine.with_sliders_of(other) == Recipe(repair=Repair(0.9, strokes=(dab,)), tone=Tone())
    assert mine.with_sliders_of(Recipe()).repair == Repair(finds=False, strokes=(dab,))
    assert Recipe().with_sliders_of(other).repair == Repair(0.9)
    only_strokes = Recipe(repair=Repair(finds=False, strokes=(dab,)))
    assert Recipe().with_sliders_of(only_strokes).repair is None


def test_limits_of_findings_are_kept_in_the_format_that_older_files_have():
    old = recipe_from_json({"format": 3, "repair": {"sensitivity": 0.7}})
    assert old.repair == Repair(0.7, largest=1.0, shade="both")
    tree = recipe_to_json(Recipe(repair=Repair(largest=0.02, shade="dark")))
    assert tree == {"format": 3, "repair": {"largest": 0.02, "shade": "dark"}}


def test_how_a_photo_lies_and_what_is_shown_of_it_stay_with_the_photo():
    mine = Recipe(orientation=Orientation(1), crop=Crop(2.0, width=0.5))
    other = Recipe(orientation=Orientation(0, mirrored=True), crop=Crop(9.0), grade=Grade(0.5))
    assert mine.with_sliders_of(other) == Recipe(
        orientation=Orientation(1), grade=Grade(0.5), crop=Crop(2.0, width=0.5)
    )
    assert other.without_geometry() == Recipe(grade=Grade(0.5))
