"""What a newer version of Kolorit has left is neither used nor changed, and that is told."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.photos.last_session import drop_last, find_last, forget_last, last_folder
from desktop.photos.session import CrashedSessions
from desktop.photos.session_json import Remembered, session_from_json, session_to_json
from engine.files.image_io import write_photo
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.recipe_json import NewerFormatError
from engine.recipe.sidecar import Kept, Result, sidecar_path, write_sidecar
from engine.recipe.stages import Grade
from tests.desktop.gestures import drop, files, start_window
from tests.desktop.recipes import recipe_of
from tests.engine.recipe.test_recipe import recipes
from tests.threads import PATIENCE
from tests.tiny import gray_pixels

SESSION_1 = """{"kolorit": 1, "photos": [{"path": "/a.png", "sha256": "0f", "look": {
"strength": 0.5, "warmth": -0.25, "vividness": 2.0, "size": 300, "model": "greenish", "page": 2,
"hints": [{"row": 0.25, "column": 0.75, "ab": [12.5, -30.0]}]}}, {"path": "/b.png", "look": {}}]}"""
HINTS = (Hint(0.25, 0.75, (12.5, -30)),)
RECIPE = recipe_of(Grade(0.5, -0.25), vividness=2.0, size=300, hints=HINTS, model="greenish")
KEPT = Kept(RECIPE, 2)

paths = st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1)
pages = st.none() | st.integers(1, 500)
results = st.none() | st.builds(Result, paths.map(Path), st.text("0123456789abcdef"))
kept = st.builds(Kept, recipes, pages, st.booleans(), results)
remembered = st.builds(
    Remembered,
    paths.map(Path),
    kept,
    st.text("0123456789abcdef"),
    st.integers(0, 9),
    is_shown=st.booleans(),
    is_saved=st.booleans(),
    is_pasted=st.booleans(),
)


@given(st.lists(remembered))
def test_a_session_survives_json(photos):
    again = session_from_json(json.loads(json.dumps(session_to_json(photos))))
    assert again == photos
    assert [photo.kept.result for photo in again] == [photo.kept.result for photo in photos]


def test_a_session_of_the_first_format_is_read():
    first, second = session_from_json(json.loads(SESSION_1))
    assert (str(first.path), first.kept, first.sha256) == ("/a.png", KEPT, "0f")
    assert (str(second.path), second.kept, second.sha256) == ("/b.png", Kept(), "")


@pytest.mark.parametrize(
    "change", [{"kolorit": 99}, {"photos": [{"path": "/a", "recipe": {"format": 99}}]}]
)
def test_a_newer_session_stays_for_the_version_that_wrote_it(qapp, tmp_path, change, caplog):
    tree = session_to_json([Remembered(tmp_path, Kept())]) | change
    with pytest.raises(NewerFormatError):
        session_from_json(tree)
    journal = tmp_path / "left.json"
    journal.write_text(json.dumps(tree))
    sessions = CrashedSessions(tmp_path)
    assert sessions.find() == ()
    sessions.forget()
    assert json.loads(journal.read_text()) == tree
    assert "newer version" in caplog.text


def test_a_newer_last_session_stays_and_that_is_said(
    qtbot, engine, settings, sessions, tiny_models, gray_jpeg
):
    tree = session_to_json([Remembered(gray_jpeg, Kept())]) | {"kolorit": 99}
    newer = last_folder(sessions) / "newer.json"
    newer.parent.mkdir(parents=True)
    newer.write_text(json.dumps(tree))
    window = start_window(qtbot, engine, settings, sessions)
    qtbot.waitUntil(lambda: bool(window.messages.text))
    assert window.messages.text == (
        "What was open last was kept by a newer version of Kolorit; it is not used and not changed."
    )
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(gray_jpeg))
    window.close()
    assert window.wait(PATIENCE)
    assert json.loads(newer.read_text()) == tree
    assert len(find_last(sessions)) == 1  # of this version, beside it


def test_who_wants_no_session_kept_keeps_none_of_a_newer_version(sessions):
    newer = last_folder(sessions) / "newer.json"
    newer.parent.mkdir(parents=True)
    newer.write_text(json.dumps({"kolorit": 99, "photos": []}))
    drop_last(sessions)
    assert newer.exists()
    forget_last(sessions)
    assert not newer.exists()


def test_what_is_unknown_of_photos_that_are_away_survives(qapp, tmp_path):
    here, away = tmp_path / "here.png", tmp_path / "disk" / "away.png"
    write_photo(here, gray_pixels(20, 30))
    tree = session_to_json([Remembered(here, Kept()), Remembered(away, KEPT)])
    tree["window"] = "left half"
    tree["photos"][1]["stars"] = 5
    journal = tmp_path / "left.json"
    journal.write_text(json.dumps(tree))
    sessions = CrashedSessions(tmp_path)
    assert [photo.path for photo in sessions.find()] == [here]
    sessions.forget()
    assert json.loads(journal.read_text()) == tree | {"photos": tree["photos"][1:]}


def test_a_photo_with_newer_settings_opens_without_them(qtbot, window, gray_jpeg):
    tree = {"kolorit": 99, "recipe": {}}
    beside = sidecar_path(gray_jpeg)
    beside.write_text(json.dumps(tree))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(gray_jpeg))
    assert window.coloring.document.recipe == Recipe()
    expected = (
        f"The settings beside “{gray_jpeg.name}” were written by a newer version of Kolorit; "
        "they are not used and not changed."
    )
    assert window.messages.text == expected
    window.messages.clear_message()
    window.adjust.rows["strength"].box.setValue(60)
    with qtbot.waitSignal(window.exports.dropped):
        window.actions_by_name["keep-settings"].trigger()
    qtbot.waitUntil(lambda: window.messages.text == expected)
    assert json.loads(beside.read_text()) == tree
    assert window.saver.unsaved == 1


def test_keeping_a_look_keeps_what_is_unknown(qtbot, window, gray_jpeg):
    beside = write_sidecar(gray_jpeg, Kept())
    beside.write_text(json.dumps(json.loads(beside.read_text()) | {"stars": 5}))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(gray_jpeg))
    window.adjust.rows["strength"].box.setValue(60)
    with qtbot.waitSignal(window.exports.saved):
        window.actions_by_name["keep-settings"].trigger()
    written = json.loads(beside.read_text())
    assert written["stars"] == 5
    assert written["recipe"]["grade"] == {"strength": 0.6}
