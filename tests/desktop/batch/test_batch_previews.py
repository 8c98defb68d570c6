"""A few photos before a batch begins: those that it would color, before and after."""

import pytest
from PySide6.QtCore import QSize

from engine.batch.job import Colored
from engine.files.image_io import write_photo
from tests.desktop.batch.gestures import press, save_in_color
from tests.tiny import gray_pixels


def preview(qtbot, dialog, button="preview"):
    """Press, wait, and return the names of what is shown."""
    with qtbot.waitSignal(dialog._worker.previewed) as previewed:
        press(qtbot, dialog, button)
    shown = [each.name for each in previewed.args[0]]
    assert dialog.previews.count == len(shown)
    return shown


@pytest.fixture
def many(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for index in range(6):
        write_photo(folder / f"{index}.png", gray_pixels(20, 30, index))
    return folder


def test_photos_that_would_be_colored_are_shown_before_and_after(qtbot, dialog, scans):
    dialog.form.source.show_path(scans)
    with qtbot.waitSignal(dialog._worker.previewed) as previewed:
        press(qtbot, dialog, "preview")
    previews = previewed.args[0]
    assert {each.name for each in previews} == {"a.png", "b.png", "ä ☂.png"}  # bad.jpg is bad
    for each in previews:
        before, after = (image.pixelColor(10, 10) for image in (each.before, each.after))
        assert before.red() == before.green() == before.blue()
        assert after.red() > after.green() + 10
    assert dialog.previews.count == 3
    assert not scans.with_name("scans-color").exists()


def test_photos_that_a_batch_skips_are_not_shown(qtbot, dialog, scans):
    save_in_color(scans / "red.png")
    (scans / "1920" / "ä ☂.png").unlink()
    out = scans.with_name("scans-color")
    out.mkdir()
    write_photo(out / "b.png", gray_pixels(9, 9))
    dialog.form.source.show_path(scans)
    assert preview(qtbot, dialog) == ["a.png"]
    form = dialog.form
    form.colored.setCurrentIndex(form.colored.findData(Colored.COLOR))
    assert set(preview(qtbot, dialog)) == {"a.png", "red.png"}


def test_others_are_shown_until_all_were(qtbot, dialog, many):
    dialog.form.source.show_path(many)
    assert dialog.buttons["another"].isHidden()
    first = preview(qtbot, dialog)
    others = preview(qtbot, dialog, "another")
    assert len({*first, *others}) == 6
    assert len(preview(qtbot, dialog, "another")) == 3


def test_other_settings_are_shown_on_the_same_photos(qtbot, dialog, many):
    dialog.form.source.show_path(many)
    first = preview(qtbot, dialog)
    dialog.form.controls["strength"].setValue(0)
    assert sorted(preview(qtbot, dialog)) == sorted(first)
    gray = dialog.previews.pictures[0][1].pixmap().toImage().pixelColor(10, 10)
    assert gray.red() == gray.green()


def test_another_folder_has_no_preview_yet(qtbot, dialog, many, scans):
    dialog.form.source.show_path(many)
    preview(qtbot, dialog)
    dialog.form.source.show_path(scans)
    assert dialog.previews.count == 0
    assert dialog.buttons["another"].isHidden()
    assert not dialog.previews.hint.isHidden()


def test_a_folder_of_which_nothing_would_be_colored_says_so(qtbot, dialog, tmp_path):
    folder = tmp_path / "colors"
    folder.mkdir()
    save_in_color(folder / "red.png")
    dialog.form.source.show_path(folder)
    assert preview(qtbot, dialog) == []
    assert "None of the photos" in dialog.previews.hint.text()


def test_form_and_preview_leave_each_other_where_they_are(qtbot, dialog, many):
    dialog.resize(QSize(1120, 640))
    dialog.form.source.show_path(many)
    scroll = dialog._scroll
    scroll.verticalScrollBar().setValue(40)

    def places():
        return dialog.size(), scroll.geometry(), scroll.verticalScrollBar().value()

    before = places()
    preview(qtbot, dialog)
    qtbot.waitUntil(lambda: not dialog._worker.is_busy and dialog.busy.isHidden())
    dialog.layout().activate()
    assert places() == before


def test_the_form_is_at_its_top_when_it_opens_again(qtbot, window, dialog, many):
    dialog.resize(QSize(1120, 500))
    dialog.form.source.show_path(many)
    bar = dialog._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    dialog.close()
    window.actions_by_name["batch"].trigger()
    assert bar.value() == 0
