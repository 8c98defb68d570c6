"""What the user prefers reaches what it is about."""

import pytest
from PIL import Image

from desktop import dialogs
from desktop.state import settings as keys
from desktop.widgets.preferences import Preferences
from engine.files.image_io import write_photo
from tests.desktop.gestures import drop, files, told
from tests.tiny import gray_pixels


@pytest.fixture
def opened(qtbot, window, tmp_path):
    write_photo(tmp_path / "a.png", gray_pixels(20, 30))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(tmp_path / "a.png"))
    return window


def suggested(qtbot, opened, monkeypatch, name):
    seen = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda _, path: seen.append(path))
    opened.actions_by_name[name].trigger()
    told(qtbot, opened)
    return seen[0]


def test_save_as_offers_the_preferred_folder_and_format(
    qtbot, opened, settings, monkeypatch, tmp_path
):
    assert suggested(qtbot, opened, monkeypatch, "save") == tmp_path / "a-color.png"
    folder = tmp_path / "colored"
    folder.mkdir()
    settings.set(keys.FOLDER, str(folder))
    settings.set(keys.FORMAT, ".tif")
    assert suggested(qtbot, opened, monkeypatch, "save") == folder / "a-color.tif"
    comparison = suggested(qtbot, opened, monkeypatch, "save-comparison")
    assert comparison == folder / "a-color-comparison.jpg"


def test_a_folder_that_is_gone_is_not_offered(qtbot, opened, settings, monkeypatch, tmp_path):
    settings.set(keys.FOLDER, str(tmp_path / "unplugged"))
    settings.set(keys.FORMAT, ".exe")
    assert suggested(qtbot, opened, monkeypatch, "save") == tmp_path / "a-color.png"


def test_save_all_begins_there_and_writes_the_format(
    qtbot, opened, settings, monkeypatch, tmp_path
):
    folder, asked = tmp_path / "colored", []
    folder.mkdir()
    settings.set(keys.FOLDER, str(folder))
    settings.set(keys.FORMAT, ".jpg")

    def answer(_parent, _title, start):
        asked.append(start)
        return start

    monkeypatch.setattr(dialogs, "ask_folder", answer)
    with qtbot.waitSignal(opened.exports.saved):
        opened.actions_by_name["save-all"].trigger()
    assert asked == [folder]
    with Image.open(folder / "a-color.jpg") as saved:
        assert saved.format == "JPEG"


def test_every_preference_is_kept_and_shown_again(qtbot, settings, tmp_path):
    dialog = Preferences(settings)
    qtbot.addWidget(dialog)
    boxes = {
        keys.LANGUAGE: (dialog.language, "fr"),
        keys.THEME: (dialog.theme, "light"),
        keys.DEVICE: (dialog.device, "cpu"),
        keys.FORMAT: (dialog.format, ".webp"),
    }
    for box, value in boxes.values():
        box.setCurrentIndex(box.findData(value))
    dialog.folder.line.setText(str(tmp_path))
    dialog.accept()
    again = Preferences(settings)
    qtbot.addWidget(again)
    assert {setting: settings.get(setting) for setting in boxes} == {
        setting: value for setting, (_, value) in boxes.items()
    }
    assert again.theme.currentData() == "light"
    assert again.folder.path == tmp_path
    assert settings.get(keys.FOLDER) == str(tmp_path)


def test_the_folder_can_be_chosen_in_a_dialog(qtbot, settings, monkeypatch, tmp_path):
    shown = []

    def press(dialog):
        shown.append(dialog)
        dialog.folder.button.click()

    monkeypatch.setattr(dialogs.Preferences, "exec", press)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path)
    dialogs.ask_preferences(None, settings)
    assert shown[0].folder.path == tmp_path


def test_who_wants_each_photo_of_a_scene_left_alone_can_say_so(qtbot, settings):
    dialog = Preferences(settings)
    qtbot.addWidget(dialog)
    assert dialog.series.isChecked()
    dialog.series.click()
    assert settings.get(keys.SERIES)
    dialog.accept()
    assert not settings.get(keys.SERIES)
    again = Preferences(settings)
    qtbot.addWidget(again)
    assert not again.series.isChecked()
