"""What a person finds under Help who has never seen the program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

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
    assert [step[0] for step in steps] == [str(n) for n in range(1, len(steps) + 1)]
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
