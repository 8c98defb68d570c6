"""What a person finds under Help who has never seen the program."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton

from desktop.dialogs import rows_of
from desktop.texts.model_texts import NAMES, name_of
from engine.checkpoints.catalog import SAMPLE_PHOTO, bundled_models
from engine.files.provenance import software_version


@pytest.fixture
def shown(monkeypatch):
    """Dialogs as they are shown, closed at once."""
    seen = []
    monkeypatch.setattr(QDialog, "exec", lambda self: seen.append(self) or 0)
    monkeypatch.setattr(QDialog, "deleteLater", lambda _self: None)
    return seen


def test_about_names_the_version_and_each_model_with_its_license(window, shown):
    window.actions_by_name["about"].trigger()
    (about,) = shown
    text = about.text.toPlainText()
    assert software_version() in about.headline.text()
    for entry in window._models:
        assert entry.name in text
        assert entry.license in text
    assert "Qt" in text


def test_a_report_is_copied_and_holds_no_name_of_a_photo(qtbot, opened, shown):
    opened.actions_by_name["report"].trigger()
    (report,) = shown
    qtbot.mouseClick(report.copy, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert copied == report.text.toPlainText()
    assert software_version() in copied
    assert opened.coloring.model.device.description in copied
    assert opened.coloring.document.photo.path.name not in copied


def test_the_guide_goes_from_scan_to_file(window, shown):
    window.actions_by_name["guide"].trigger()
    (guide,) = shown
    steps = guide.text.toPlainText().split("\n\n")
    numbers = [int(re.match(r"\d+", step)[0]) for step in steps]
    assert numbers == list(range(1, len(steps) + 1))
    assert "Save" in steps[-1]
    assert any("crop" in step and "Ctrl+]" in step for step in steps)
    assert any("Press S" in step for step in steps)


def test_a_sample_can_be_tried_from_the_empty_window(qtbot, window):
    button = next(b for b in window.empty.findChildren(QPushButton) if "sample" in b.text())
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.coloring.document.photo.path == SAMPLE_PHOTO


def test_the_models_of_kolorit_are_called_by_what_they_give(qapp):
    own = [entry.name for entry in bundled_models() if not entry.earlier]
    assert set(NAMES) == set(own)
    assert [name_of(name) for name in own] == ["Best", "Fast"]
    assert name_of("streets") == "streets"


GUIDE = "\n".join(
    page.read_text(encoding="utf-8").replace("\n", " ")
    for page in sorted((Path(__file__).parents[3] / "docs" / "guide").glob("*.md"))
)


def plain(text):
    return text.replace("&", "").rstrip("…")


def test_the_guide_names_commands_where_they_are(window):
    menus = {
        plain(menu.title()): {plain(action.text()) for action in menu.actions()}
        for menu in window.menuBar().findChildren(QMenu)
    }
    named = re.findall(r"\*\*(\w+) ▸ ([^*]+)\*\*", GUIDE)
    assert len(named) > 10
    for menu, command in named:
        if menu not in _ELSEWHERE:
            assert plain(command) in menus[menu], (menu, command)


_ELSEWHERE = ("Open with", "with", "Preferences")
"""Where the guide leads through something else than the window's menus."""


def test_the_guides_know_the_keys_of_the_window(window, shown):
    window.actions_by_name["guide"].trigger()
    known = {keys for _, cell in rows_of(window.actions_by_name.values()) for keys in cell.split()}
    known |= {"Ctrl+PgDown", "Ctrl+PgUp"}
    said = GUIDE.replace("Page Down", "PgDown").replace("Page Up", "PgUp")
    said += shown[0].text.toPlainText()
    keys = set(re.findall(r"Ctrl\+(?:Shift\+|Alt\+)?(?:\w+|[\[\],])", said)) - _MOUSE
    assert len(keys) > 10
    assert keys - known == set()


_MOUSE = {"Ctrl+click"}


def test_the_quick_guide_says_nothing_that_the_guide_does_not_tell(window, shown):
    window.actions_by_name["guide"].trigger()
    said = re.sub(r"\d\. A ", "", shown[0].text.toPlainText())  # an article, no key
    keys = set(re.findall(r"\b[A-Z]\b|\bCtrl\+\S", said))
    assert len(keys) > 8
    for key in keys:
        assert f"**{key}**" in GUIDE, key
