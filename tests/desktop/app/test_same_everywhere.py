"""The window and the command line give the same pixels, also by way of what is kept beside."""

import json

import numpy as np
import pytest

from desktop import dialogs
from desktop.state.item import State
from engine.cli.__main__ import main
from engine.files.image_io import read_photo, write_photo
from engine.recipe.sidecar import sidecar_path
from tests.desktop.gestures import choose, drop, files, save
from tests.tiny import gray_pixels


def saved(qtbot, window, monkeypatch, path):
    choose(monkeypatch, path)
    with qtbot.waitSignal(window.exports.saved):
        save(window)
    return read_photo(path).pixels


def colorized(photo, path, *options):
    assert main(["colorize", str(photo), "-o", str(path), "--device", "cpu", *options]) == 0
    return read_photo(path).pixels


def test_a_photo_nobody_has_touched(qtbot, opened, gray_jpeg, tmp_path, monkeypatch):
    ours = saved(qtbot, opened, monkeypatch, tmp_path / "window.png")
    assert np.array_equal(ours, colorized(gray_jpeg, tmp_path / "command.png"))


@pytest.mark.parametrize("by", ["options", "sidecar", "recipe"])
def test_a_photo_whose_sliders_were_moved(qtbot, opened, gray_jpeg, tmp_path, monkeypatch, by):
    opened.adjust.rows["strength"].box.setValue(70)
    opened.adjust.rows["warmth"].box.setValue(20)
    ours = saved(qtbot, opened, monkeypatch, tmp_path / "window.png")
    options = ["--strength", "0.7", "--warmth", "0.2"]
    if by != "options":
        with qtbot.waitSignal(opened.exports.saved):
            opened.actions_by_name["keep-settings"].trigger()
        options = [] if by == "sidecar" else ["--recipe", str(sidecar_path(gray_jpeg))]
    assert np.array_equal(ours, colorized(gray_jpeg, tmp_path / "command.png", *options))


def test_of_all_photos_one_with_newer_settings_is_not_saved_unseen(
    qtbot, window, tmp_path, monkeypatch
):
    """It is once its user has been told that they are not used."""
    photos = [tmp_path / name for name in ("a.png", "b.png")]
    for photo in photos:
        write_photo(photo, gray_pixels(20, 30))
    sidecar_path(photos[1]).write_text(json.dumps({"kolorit": 99}))
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: out)
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(*photos))
    with qtbot.waitSignal(window.saver.told):
        window.actions_by_name["save-all"].trigger()
    assert [path.name for path in out.iterdir()] == ["a-color.png"]
    item = window.album.items[1]
    assert item.state is State.FAILED
    assert "newer version of Kolorit" in str(item.error)
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.opener.show(item.id)
    assert "newer version of Kolorit" in window.messages.text
    with qtbot.waitSignal(window.saver.ended):
        window.actions_by_name["save-all"].trigger()
    assert (out / "b-color.png").exists()
