import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import NewerSettingsError
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import (
    FORMAT,
    Kept,
    read_sidecar,
    read_sidecar_file,
    sidecar_from_json,
    sidecar_path,
    sidecar_to_json,
    write_sidecar,
)
from engine.recipe.stages import Coloring, Grade
from tests.engine.recipe.test_recipe import recipes

OF_FORMAT_1 = """{"kolorit": 1, "photo": "a.png", "look": {"strength": 0.5, "warmth": -0.25,
"vividness": 2.0, "size": 300, "model": "greenish", "page": 2,
"hints": [{"row": 0.25, "column": 0.75, "ab": [12.5, -30.0]}]}}"""
HINTS = (Hint(0.25, 0.75, (12.5, -30.0)),)
NEWER = [
    {"kolorit": FORMAT + 1, "recipe": {"format": 2}},
    {"kolorit": 99, "look": {"strength": 0.5}},
    {"kolorit": FORMAT, "recipe": {"format": 99}},
]
SENTENCE = (
    "The settings beside “a.png” were written by a newer version of Kolorit; "
    "they are not used and not changed."
)


@pytest.fixture
def photo(tmp_path):
    return tmp_path / "a.png"


@given(st.builds(Kept, recipes, st.none() | st.integers(1, 500), st.booleans()), st.text())
def test_a_sidecar_survives_json(kept, name):
    assert sidecar_from_json(json.loads(json.dumps(sidecar_to_json(name, kept)))) == kept


def test_the_first_format_is_read(photo):
    sidecar_path(photo).write_text(OF_FORMAT_1)
    recipe = Recipe(coloring=Coloring("greenish", 300, HINTS, 2.0), grade=Grade(0.5, -0.25))
    assert read_sidecar(photo) == Kept(recipe, 2)


def test_without_a_sidecar_nothing_was_decided(photo):
    assert read_sidecar(photo) is None


@pytest.mark.parametrize("tree", NEWER)
def test_a_newer_sidecar_is_neither_used_nor_changed(photo, tree):
    sidecar_path(photo).write_text(json.dumps(tree))
    with pytest.raises(NewerSettingsError) as error:
        read_sidecar(photo)
    assert str(error.value) == SENTENCE
    with pytest.raises(NewerSettingsError):
        write_sidecar(photo, Kept())
    assert json.loads(sidecar_path(photo).read_text()) == tree
    assert len(list(photo.parent.iterdir())) == 1


def test_what_is_unknown_survives(photo):
    found = {
        "kolorit": FORMAT,
        "photo": "a.png",
        "album": ["aunts"],
        "page": 3,
        "recipe": {"format": 2, "frame": 4, "grade": {"tint": 1, "strength": 0.5}},
    }
    sidecar_path(photo).write_text(json.dumps(found))
    write_sidecar(photo, Kept(Recipe(grade=Grade(0.7))))
    written = json.loads(sidecar_path(photo).read_text())
    assert written.pop("page", None) is None
    del found["page"]
    found["recipe"]["grade"]["strength"] = 0.7
    assert written == found


def test_an_earlier_format_is_rewritten_in_this_one(photo):
    sidecar_path(photo).write_text(OF_FORMAT_1)
    kept = read_sidecar(photo)
    write_sidecar(photo, kept)
    assert json.loads(sidecar_path(photo).read_text())["kolorit"] == FORMAT
    assert "look" not in json.loads(sidecar_path(photo).read_text())
    assert read_sidecar(photo) == kept


@pytest.mark.parametrize("tree", [3, [], {}, {"look": 3}, {"kolorit": 2}, {"kolorit": "x"}])
def test_what_is_no_sidecar_is_refused(photo, tree, caplog):
    with pytest.raises(ValueError, match=r"."):
        sidecar_from_json(tree)
    sidecar_path(photo).write_text(json.dumps(tree))
    assert read_sidecar(photo) is None
    assert "holds no settings" in caplog.text


def test_a_recipe_alone_is_read_too(tmp_path):
    path = tmp_path / "sepia.json"
    path.write_text('{"format": 2, "grade": {"warmth": 0.5}}')
    assert read_sidecar_file(path) == Kept(Recipe(grade=Grade(warmth=0.5)))


def test_sidecars_need_neither_torch_nor_numpy():
    code = (
        "import sys, engine.recipe.sidecar;"
        "sys.exit(bool({'torch', 'numpy', 'cv2', 'PySide6'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
