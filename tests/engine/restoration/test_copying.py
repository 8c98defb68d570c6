"""Strokes with a source: the texture of another place, in the tones of this one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.photo.photo import Photo
from engine.recipe.stroke import Stroke
from engine.restoration.accounts import repair_account, repair_sentence
from engine.restoration.copying import copies_of
from engine.restoration.repairing import Damage, RepairSettings, repair
from tests.engine.restoration.test_detection import photo, sky

SIZE = (200, 300)
NOTHING = Damage((), None)
unit = st.floats(0, 1)
dabs = st.builds(
    Stroke,
    st.lists(st.tuples(unit, unit), min_size=1, max_size=3).map(tuple),
    st.floats(0.01, 0.1),
    st.booleans(),
    st.none() | st.tuples(unit, unit),
)


def striped():
    """Stripes on the left, an even tone with a dark blot on the right."""
    plane = np.full(SIZE, 150.0)
    plane[:, :150] = 100 + 20 * np.sign(np.sin(np.arange(150) * np.pi / 4))
    plane[90:110, 215:235] = 20
    return plane


BLOT = Stroke(((0.5, 0.75),), 0.09)
FROM_STRIPES = Stroke(((0.5, 0.75),), 0.09, source=(0.5, 0.25))


def repaired(picture, *strokes, earlier=None, **more):
    how = RepairSettings(finds=False, strokes=strokes, **more)
    return repair(picture, how, damage=NOTHING, earlier=earlier)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3])
def test_the_texture_is_that_of_the_source_and_the_tone_that_of_the_place(kind, channels):
    damaged = photo(striped(), kind, channels)
    done = repaired(damaged, FROM_STRIPES)
    scale = 255 / np.iinfo(kind).max
    part = done.photo.pixels[92:108, 217:233].astype(float) * scale
    assert done.photo.pixels.dtype == kind
    assert part.std() == pytest.approx(20, abs=2)
    assert part.mean() == pytest.approx(150, abs=5)
    assert np.allclose(
        np.sign(part - part.mean()), np.sign(striped()[92:108, 67:83] - 100)[..., None]
    )
    assert repaired(damaged, BLOT).photo.pixels[92:108, 217:233].std() * scale < 5
    assert done.changed_outside == 0
    assert np.array_equal(done.photo.pixels[~done.mask], damaged.pixels[~done.mask])


def test_a_speck_in_a_sky_takes_the_grain_of_another_part_of_it():
    clean, plane = sky(SIZE), sky(SIZE)
    plane[95:105, 145:155] = 250
    stroke = Stroke(((0.5, 0.5),), 0.045, source=(0.6, 0.2))
    here = np.s_[90:110, 140:160]
    result = repaired(photo(plane), stroke).photo.pixels[..., 0].astype(float)[here]
    assert abs(result.mean() - clean[here].mean()) < 2
    assert result.std() == pytest.approx(clean[here].std(), rel=0.35)


def test_what_lies_over_it_later_counts_more():
    damaged = photo(striped())
    auto, both = repaired(damaged, BLOT), repaired(damaged, FROM_STRIPES, BLOT)
    inner = np.s_[94:106, 219:231]
    assert np.array_equal(both.photo.pixels[inner], auto.photo.pixels[inner])
    kept = repaired(damaged, FROM_STRIPES, Stroke(BLOT.points, 0.2, keeps=True))
    assert kept.photo is damaged
    again = repaired(damaged, BLOT, FROM_STRIPES).photo.pixels
    assert np.array_equal(again, repaired(damaged, FROM_STRIPES).photo.pixels)


@settings(max_examples=20)
@given(st.lists(dabs, max_size=4), st.lists(dabs, max_size=4))
def test_going_on_from_other_strokes_gives_the_same_pixels(before, after):
    damaged = photo(striped())
    earlier = repaired(damaged, *before)
    on, anew = (repaired(damaged, *after, earlier=one) for one in (earlier, None))
    assert np.array_equal(on.photo.pixels, anew.photo.pixels)
    assert np.array_equal(on.mask, anew.mask)
    assert on.by_network == anew.by_network
    assert anew.changed_outside == 0


def test_beyond_the_edge_the_photo_is_mirrored():
    damaged = photo(striped())
    corner = Stroke(((1.0, 1.0),), 0.1, source=(0.0, 0.0))
    done = repaired(damaged, corner)
    assert done.mask[-1, -1]
    assert done.changed_outside == 0
    (copy,) = copies_of([corner], SIZE)
    assert copy.shift == (-200, -300)


def test_no_network_is_asked_about_what_is_copied_and_the_account_says_who_chose_it():
    damaged = Photo(np.repeat(photo(striped()).pixels, 3, axis=2))
    wide, copied = Stroke(BLOT.points, 0.15), Stroke(BLOT.points, 0.15, source=(0.5, 0.25))
    assert repaired(damaged, wide).by_network == 1
    done = repaired(damaged, copied, grain=False)
    assert done.by_network == 0
    assert done.network == ""
    account = repair_account(done, done.settings)
    assert account["settings"]["strokes_with_a_source"] == 1
    sentence = repair_sentence(done, done.settings)
    assert "1 stroke by a person (1 copied from another place)" in sentence


def test_a_draft_shows_what_is_copied_as_it_will_be():
    damaged = photo(striped())
    draft, done = (repaired(damaged, FROM_STRIPES, is_draft=d) for d in (True, False))
    assert np.array_equal(draft.photo.pixels, done.photo.pixels)


@pytest.mark.parametrize("place", [(1.5, 0.5), (-0.1, 0.5), (float("nan"), 0.5)])
def test_a_source_outside_the_photo_is_refused(place):
    with pytest.raises(ValueError, match="source"):
        Stroke(((0.5, 0.5),), 0.1, source=place)
