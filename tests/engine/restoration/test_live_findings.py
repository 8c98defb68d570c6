"""Which pixels of the screen belong to which finding, and what they show."""

import numpy as np
import pytest

from engine.photo.photo import Window
from engine.recipe.stages import Repair
from engine.recipe.stroke import Stroke
from engine.restoration.defects.components import JUDGED, Components
from engine.restoration.detection import Detection
from engine.restoration.live_findings import seen_findings

SIZE = (100, 200)
WHOLE = Window(0, 0, *SIZE)
SURE, DOUBTFUL, UNLIKELY = 0.99, 0.5, 0.01
PLACES = {SURE: (20, 30), DOUBTFUL: (20, 150), UNLIKELY: (80, 30)}
BARE, FILLED = (np.full((*SIZE, 3), value, np.uint8) for value in (10, 200))


def found(places=PLACES):
    """A pixel for each probability."""
    flat = np.array([row * SIZE[1] + column for row, column in places.values()])
    starts, features = np.arange(len(flat) + 1), np.zeros((len(flat), len(JUDGED)), np.float32)
    return Detection(Components(SIZE, flat, starts, features), np.array(list(places), np.float32))


def shown(repair, seen):
    return (seen.shown(BARE, FILLED, repair) == FILLED).all(axis=2)


@pytest.mark.parametrize(
    ("repair", "repaired"),
    [
        (Repair(0.5), {SURE}),
        (Repair(1.0), {SURE, DOUBTFUL}),
        (Repair(1.0, shade="light"), set()),
        (Repair(1.0, finds=False), set()),
    ],
)
def test_findings_that_are_repaired_are_taken_with_their_rim_from_the_repaired_picture(
    repair, repaired
):
    seen = shown(repair, seen_findings(found(), (), WHOLE, SIZE))
    for probability, (row, column) in PLACES.items():
        assert seen[row, column + 2] == (probability in repaired)
        assert not seen[row, column + 4]


def test_where_two_lie_on_one_pixel_of_the_screen_the_surer_one_is_shown():
    beside = {DOUBTFUL: (40, 41), SURE: (40, 40)}
    seen = seen_findings(found(beside), (), WHOLE, (25, 50))
    assert {int(owner) for owner in seen.owners} == {1}


def test_only_what_is_in_view_counts():
    seen = seen_findings(found(), (), Window(0, 100, 50, 100), (50, 100))
    assert {int(place) for place in seen.owners} == {1}


def test_what_a_stroke_covers_is_up_to_the_stroke():
    row, column = PLACES[SURE]
    stroke = Stroke(((row / SIZE[0], column / SIZE[1]),), 0.05, keeps=True)
    seen = shown(Repair(1.0), seen_findings(found(), (stroke,), WHOLE, SIZE))
    assert not seen[row, column]
    assert seen[PLACES[DOUBTFUL]]
