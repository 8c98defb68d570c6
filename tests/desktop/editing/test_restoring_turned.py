"""Photos that are turned, mirrored and cropped while they are restored: nothing is found anew."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.files.image_io import read_photo
from engine.files.orientation import turned_pixels
from engine.recipe.recipe import Stage
from engine.recipe.stages import Crop
from engine.restoration import repairing
from engine.restoration.selection import Selection
from tests.desktop.editing.test_restoring import LEFT, recipe
from tests.engine.restoration.test_detection import SPECKS

pytestmark = [pytest.mark.checkpoint, pytest.mark.usefixtures("real_networks")]


def reasons(section):
    return {stage: step.note.text() for stage, step in section.steps.items()}


def windows(window):
    return [finding.window for finding in window.restoring.findings.listed]


def mask_as_read(window):
    """What is taken for damage, in the photo as it was read."""
    document = window.coloring.document
    mask = document.developed.restored.damage.detection.mask(Selection.of(recipe(window).repair))
    return turned_pixels(mask, document.photo.turned, (0, False))


def repaired_as_read(window):
    document = window.coloring.document
    return turned_pixels(document.developed.restored.mask, document.photo.turned, (0, False))


@pytest.fixture
def looks(monkeypatch, scan):
    """How often the scan itself is looked at from now on, and not a small copy of it."""
    seen = []
    detect = repairing.detect
    size = read_photo(scan).size

    def counting(photo, **options):
        if sorted(photo.size) == sorted(size):
            seen.append(photo)
        return detect(photo, **options)

    monkeypatch.setattr(repairing, "detect", counting)
    return seen


def sizes(window):
    return [(box.height * box.width) for box in windows(window)]


@pytest.mark.parametrize(
    "way", [["rotate-right"], ["rotate-left"], ["mirror"], ["rotate-right", "mirror"]]
)
def test_findings_marks_and_reasons_stay_when_a_photo_is_turned_and_turned_back(
    restored, section, settled, looks, way
):
    QTest.keyClick(restored, Qt.Key.Key_N)
    QTest.keyClick(restored, Qt.Key.Key_Delete)  # this one is no damage
    settled()
    said, found, mask = reasons(section), windows(restored), mask_as_read(restored)
    large = sizes(restored)
    assert f"{len(SPECKS) - 1} marks found" in said[Stage.REPAIR]
    before = repaired_as_read(restored)
    strokes = len(recipe(restored).repair.strokes)
    for name in way:
        restored.actions_by_name[name].trigger()
        settled()
        assert reasons(section) == said
        assert windows(restored) != found
        assert sizes(restored) == large
        assert len(recipe(restored).repair.strokes) == strokes
        assert np.array_equal(mask_as_read(restored), mask)
        differs = repaired_as_read(restored) != before
        assert differs.mean() < 1e-3  # what is found grows by a pixel more to two sides
        repaired = restored.coloring.document.developed.restored.mask
        for box in windows(restored):
            middle = box.top + box.height // 2, box.left + box.width // 2
            assert repaired[middle]
    for _ in way:
        restored.actions_by_name["undo"].trigger()
        settled()
    assert windows(restored) == found
    assert reasons(section) == said
    assert np.array_equal(mask_as_read(restored), mask)
    assert np.array_equal(repaired_as_read(restored), before)
    assert not looks


def test_reasons_stay_when_a_photo_is_cropped(restored, section, settled):
    said = reasons(section)
    restored.actions_by_name["crop"].trigger()
    restored.viewer.crop_tool.begin(Crop(2.0, width=0.5))
    QTest.keyClick(restored.viewer, Qt.Key.Key_Return)
    settled()
    assert recipe(restored).crop == Crop(2.0, width=0.5)
    assert reasons(section) == said


def test_a_look_goes_on_while_the_photo_is_turned(window, scan, section, settled):
    QTest.mouseClick(section.automatic, LEFT)
    window.actions_by_name["rotate-right"].trigger()
    settled()
    assert recipe(window).orientation.quarter_turns == 1
    assert f"{len(SPECKS)} marks found" in reasons(section)[Stage.REPAIR]
    assert len(windows(window)) == len(SPECKS)


def test_a_photo_that_was_turned_before_has_the_findings_of_the_photo_as_it_was_read(
    window, scan, section, settled
):
    window.actions_by_name["rotate-left"].trigger()
    settled()
    QTest.mouseClick(section.automatic, LEFT)
    settled()
    turned, said = mask_as_read(window), reasons(section)
    window.actions_by_name["rotate-right"].trigger()
    settled()
    assert window.coloring.document.photo.turned == (0, False)
    assert np.array_equal(mask_as_read(window), turned)
    assert reasons(section) == said
