"""Notes of the engine are said to people in their language; none of its forms is forgotten."""

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from desktop.batch.batch_messages import report_reason
from desktop.texts.note_words import note_words
from engine.batch.outcome import Outcome, State
from engine.batch.records.report_words import ENGLISH
from engine.batch.running.steps import notes_of
from engine.errors import ImageProblem, NewerSettingsError
from engine.files.content import WriteLoss
from engine.photo.photo import Photo, ReadLoss
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Repair, Tone
from engine.recipe.stroke import Stroke
from engine.restoration.denoising import Condition, Denoised
from engine.restoration.restoring import restore

REVIVAL = (
    "revival: it is faded: cyan 24%, magenta 80%, yellow 51% of the dyes left, told from 3 "
    "photos; the colors may be off by ΔE 9"
)


@pytest.fixture
def shouted(qapp):
    """A language in which everything is said loudly."""

    class Loud(QTranslator):
        def translate(self, _context, text, *_):
            return text.upper()

        def isEmpty(self):  # noqa: N802 - Qt's name
            return False

    loud = Loud()
    QCoreApplication.installTranslator(loud)
    yield
    QCoreApplication.removeTranslator(loud)


@pytest.mark.parametrize("loss", [*ReadLoss, *WriteLoss])
def test_what_was_left_behind_is_said_in_the_language_of_the_window(shouted, loss):
    assert note_words(loss.value) != loss.value
    assert note_words(loss.value).isupper()


def test_what_was_restored_is_said_with_its_numbers(shouted, tmp_path):
    ramp = np.tile(np.linspace(90, 150, 60, dtype=np.uint8), (40, 1))[..., None]
    repair = Repair(finds=False, strokes=(Stroke(((0.5, 0.5),), 0.1),))
    restored = restore(Photo(ramp), Recipe(repair=repair, tone=Tone(), coloring=None))
    repaired, spread = (note_words(note) for note in notes_of(restored))
    assert repaired.startswith("DUST AND SCRATCHES: ")
    assert repaired.endswith(" ‰ OF THE PICTURE REPAIRED")
    assert spread == "FLAT TONES: 24 % OF THE RANGE WAS USED"
    smoothed = SimpleNamespace(
        condition=Condition(3.0, 80, None), did_something=True, mean_change=1.5
    )
    why = Denoised.why.fget(smoothed)
    assert note_words(f"denoise: {why}") == "NOISE AND GRAIN: CHANGED BY 1.5 LEVELS IN THE MEAN"
    assert "CYAN 24 %, MAGENTA 80 %, YELLOW 51 %" in note_words(REVIVAL)
    assert note_words(REVIVAL).endswith("ΔE 9")
    newer = str(NewerSettingsError(tmp_path / "a.jpg")).rstrip(".")
    assert note_words(newer) == "A NEWER VERSION WROTE ITS SETTINGS, WHICH ARE NOT USED"


def test_a_note_that_nobody_foresaw_stays_as_it_is(shouted):
    assert note_words("something else") == "something else"
    assert ENGLISH.note("something else") == "something else"


def test_the_report_says_itself_what_the_window_leaves_to_it():
    odd = Outcome(1, State.FAILED, reason="was struck by lightning")
    assert report_reason("a.jpg", odd) == "“a.jpg” failed: was struck by lightning"
    known = Outcome(1, State.FAILED, reason=ImageProblem.DAMAGED.value)
    assert "failed:" not in report_reason("a.jpg", known)
