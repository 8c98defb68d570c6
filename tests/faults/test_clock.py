"""The computer's clock jumps: back to 1970, as with an empty battery, and far ahead."""

import json
import os
import time

import pytest

from desktop.photos.session import CrashedSessions
from desktop.photos.session_json import Remembered, session_to_json
from engine.recipe.sidecar import Kept
from engine.recipe.stages import Grade
from tests.desktop.gestures import drop, files
from tests.desktop.recipes import recipe_of

EPOCH, FAR = 0.0, 4e9
KEPT = Kept(recipe_of(Grade(0.5)))


def left_behind(sessions, photo, when):
    """A journal that a crash left at some time, by the clock of then."""
    sessions.mkdir()
    journal = sessions / "x.json"
    journal.write_text(json.dumps(session_to_json([Remembered(photo, KEPT)])))
    os.utime(journal, (when, when))
    return journal


@pytest.mark.parametrize("now", [EPOCH, FAR])
def test_photos_are_colored_at_any_time(qtbot, window, gray_jpeg, monkeypatch, now):
    monkeypatch.setattr(time, "time", lambda: now)
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(gray_jpeg))


def test_work_from_a_future_is_offered(qapp, sessions, gray_jpeg):
    left_behind(sessions, gray_jpeg, time.time() + 1e8)
    (photo,) = CrashedSessions(sessions).find()
    assert photo.kept == KEPT
