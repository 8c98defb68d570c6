import numpy as np
import pytest

from engine.photo.photo import Photo
from engine.recipe.recipe import Recipe, Stage
from engine.recipe.stages import Grade, Repair, Tone
from engine.restoration.proposing import propose
from engine.restoration.restoring import Known, restore
from tests.engine.restoration.test_detection import SPECKS, dusty, photo, sky
from tests.pictures import PHOTOS

pytestmark = pytest.mark.checkpoint


def test_a_dusty_flat_scan_needs_repair_and_tone_and_nothing_else():
    proposal = propose(photo(dusty(sky())))
    assert proposal.needed == (Stage.REPAIR, Stage.TONE)
    assert proposal.found() == len(SPECKS)
    assert proposal.tone.extent < 0.85
    recipe = proposal.applied_to(Recipe(repair=Repair(0.9), grade=Grade(0.5)))
    assert recipe == Recipe(repair=Repair(0.9), tone=Tone(), grade=Grade(0.5))


@pytest.mark.parametrize("name", ["astronaut", "coffee"])
def test_good_photos_need_nothing_but_perhaps_a_speck(name):
    assert set(propose(Photo(PHOTOS[name])).needed) <= {Stage.REPAIR}


def test_what_is_proposed_does_something_and_is_not_looked_for_again(monkeypatch):
    scan = photo(dusty(sky()))
    proposal = propose(scan)
    monkeypatch.setattr("engine.restoration.repairing.detect", None)
    recipe = proposal.applied_to(Recipe())
    restored = restore(scan, recipe, known=Known(damage=proposal.damage))
    assert all(step.did_something for step in restored.steps)
    again = propose(scan, damage=proposal.damage)
    assert again.needed == proposal.needed


def test_noise_is_seen():
    chance = np.random.default_rng(0)
    noisy = PHOTOS["astronaut"] + chance.normal(0, 12, PHOTOS["astronaut"].shape)
    assert Stage.DENOISE in propose(Photo(np.clip(noisy, 0, 255).astype(np.uint8))).needed
