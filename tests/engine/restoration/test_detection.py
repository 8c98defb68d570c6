from itertools import pairwise

import numpy as np
import pytest
from skimage import data

from engine.cancel import Cancelled, CancelToken
from engine.opencv import cv2
from engine.photo.photo import Photo, Window
from engine.restoration import pixel_network
from engine.restoration.defects.components import JUDGED
from engine.restoration.defects.likelihood import bundled, in_company, judge_from_json
from engine.restoration.detection import DamageKind, Watch, detect
from engine.restoration.selection import WHAT_MAY_BE, Selection
from tests.pictures import PHOTOS, gray_of

SPECKS = ((60, 50), (200, 90), (130, 210), (40, 230))


def sky(size=(256, 320), grain=3.0, seed=0):
    chance = np.random.default_rng(seed)
    noise = cv2.GaussianBlur(chance.standard_normal(size), (0, 0), 0.7)
    noise *= grain / noise.std()
    slope = np.linspace(90, 160, size[0])[:, None] + np.linspace(0, 15, size[1])
    return np.clip(slope + noise, 0, 255)


def dusty(plane, value=245.0):
    plane = plane.copy()
    for y, x in SPECKS:
        cv2.circle(plane, (x, y), 4, value, -1, cv2.LINE_AA)
    return plane


def scratched(plane, value=245.0):
    plane = plane.copy()
    cv2.line(plane, (20, 20), (300, 180), value, 3, cv2.LINE_AA)
    return plane


def photo(plane, kind=np.uint8, channels=1):
    scale = np.iinfo(kind).max / 255
    return Photo(np.repeat(np.rint(plane * scale).astype(kind)[..., None], channels, axis=2))


def centers(found):
    return {
        (round(f.window.top + f.window.height / 2), round(f.window.left + f.window.width / 2))
        for f in found
    }


def near(place, places, reach=3):
    return any(abs(place[0] - y) <= reach and abs(place[1] - x) <= reach for y, x in places)


@pytest.mark.parametrize("value", [245.0, 10.0])
@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3])
def test_specks_in_a_grainy_sky_are_found_and_nothing_else(value, kind, channels):
    found = list(detect(photo(dusty(sky(), value), kind, channels)).findings())
    assert len(found) == len(SPECKS)
    assert all(near(speck, centers(found)) for speck in SPECKS)
    assert all(f.kind is DamageKind.DUST and f.bright == (value > 128) for f in found)
    assert all(f.contrast > 5 and f.probability >= 6 / 7 for f in found)


def test_a_long_scratch_is_one_finding_along_its_whole_length():
    found = detect(photo(scratched(dusty(sky()))))  # alone it might be a wire
    longest = max(found.findings(WHAT_MAY_BE), key=lambda f: f.area)
    assert longest.kind is DamageKind.SCRATCH
    assert longest.window.width > 200


@pytest.mark.parametrize("grain", [0.0, 2.0, 5.0, 9.0])
def test_grain_alone_is_no_damage(grain):
    assert not detect(photo(sky(grain=grain))).mask(WHAT_MAY_BE).any()


def test_what_is_undamaged_stays_at_the_default_sensitivity():
    for rgb in PHOTOS.values():
        marked = detect(Photo(gray_of(rgb)[..., :1])).mask()
        assert marked.mean() < 0.0002


def test_more_sensitivity_finds_more_without_another_pass():
    found = detect(Photo(PHOTOS["coffee"]))
    masks = [found.mask(Selection(s)) for s in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert all((low <= high).all() for low, high in pairwise(masks))
    assert Selection(0.5).least_probability == pytest.approx(6 / 7)
    assert Selection(1.0).least_probability == pytest.approx(1 / 8)
    with pytest.raises(ValueError, match="sensitivity"):
        Selection(1.01)


def test_over_eyes_and_mouths_a_finding_must_be_surer():
    plain = detect(photo(dusty(sky())))
    strict = detect(photo(dusty(sky())), delicate=[Window(50, 40, 20, 20)])
    differs = plain.probability != strict.probability
    y, x = np.divmod(plain.components.places, 320)
    inside = (y >= 50) & (y < 70) & (x >= 40) & (x < 60)
    owners = np.repeat(np.arange(len(plain.components)), np.diff(plain.components.starts))
    assert set(np.flatnonzero(differs)) == set(owners[inside])
    assert (strict.probability[differs] < plain.probability[differs]).all()


def test_tiles_leave_no_seams(monkeypatch):
    whole = detect(photo(scratched(dusty(sky()))))
    monkeypatch.setattr(pixel_network, "SIDE", 96)
    tiled = detect(photo(scratched(dusty(sky()))))
    assert len(tiled.components) == len(whole.components)
    assert (tiled.mask() ^ whole.mask()).sum() <= 2


@pytest.mark.parametrize("size", [(1, 1), (1, 40), (3, 2), (30, 30)])
def test_tiny_photos_have_no_findings(size):
    assert not detect(Photo(np.full((*size, 3), 90, np.uint8))).mask(WHAT_MAY_BE).any()


def test_it_stops_before_the_next_tile():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        detect(photo(sky()), token=token)


def test_weights_for_other_measures_are_refused():
    values = bundled().as_json()
    assert judge_from_json(values, JUDGED).alone.names == JUDGED
    with pytest.raises(ValueError, match="expected weights"):
        judge_from_json(values, JUDGED[::-1])
    with pytest.raises(ValueError, match="products"):
        judge_from_json({**values, "weights": values["weights"][:-1]}, JUDGED)


def test_a_finding_counts_for_more_in_a_photo_with_sure_damage():
    judge = bundled()
    alone, beside_sure = np.array([1.0], np.float32), np.array([1.0, 4.0, 4.0, 4.0], np.float32)
    one, more = (in_company(odds, 1.0) @ judge.company for odds in (alone, beside_sure))
    assert more[0] > one[0] + 0.5


def test_dark_or_light_findings_alone_are_taken_without_another_pass():
    plane = dusty(sky())
    cv2.circle(plane, (160, 128), 4, 5.0, -1, cv2.LINE_AA)
    found = detect(photo(plane))
    dark, light = (list(found.findings(Selection(shade=shade))) for shade in ("dark", "light"))
    assert len(dark) == 1
    assert near((128, 160), centers(dark), reach=1)
    assert len(light) == len(SPECKS)
    assert np.array_equal(found.mask(Selection()), found.mask())


def test_findings_larger_than_asked_for_are_left_alone():
    found = detect(photo(scratched(dusty(sky()))))
    everything = list(found.findings(WHAT_MAY_BE))
    small = list(found.findings(Selection(1.0, largest=20 / 256)))
    left = [one for one in everything if one not in small]
    specks = [speck for speck in SPECKS if near(speck, centers(everything))]
    assert len(specks) > 2
    assert all(near(speck, centers(small)) for speck in specks)
    assert left, "the scratch is longer than 20 pixels"
    assert all(max(one.window.size) > 20 for one in left)
    assert not any(max(one.window.size) > 40 for one in small)
    assert not found.mask(Selection(largest=0.001)).any()  # 2 pixels


@pytest.mark.parametrize(("is_dusty", "factor"), [(False, 4), (True, 1)])
def test_what_is_long_must_be_surer_where_there_is_no_dust(is_dusty, factor):
    plane, chance = scratched(sky((512, 512))), np.random.default_rng(1)
    for _ in range(30 if is_dusty else 0):
        y, x, radius = (int(one) for one in (*chance.integers(10, 500, 2), chance.integers(1, 4)))
        cv2.circle(plane, (x, y), radius, 245.0, -1, cv2.LINE_AA)
    cv2.line(plane, (20, 230), (60, 220), 245.0, 2, cv2.LINE_AA)
    found = detect(photo(plane))
    judged = bundled().log_odds(found.components.features, plane.size / 1e6)
    own = np.log(found.probability / (1 - found.probability))
    length = np.exp(found.components.feature("length"))
    assert (length < 64).any()
    assert (length > 128).any()
    np.testing.assert_allclose((judged - own)[length < 64], 0, atol=1e-4)
    np.testing.assert_allclose((judged - own)[length > 128], np.log(factor), atol=1e-4)


def test_whiskers_stay_at_the_default_sensitivity():
    cat = cv2.cvtColor(data.chelsea(), cv2.COLOR_RGB2GRAY)
    assert not detect(Photo(cat[..., None])).mask().any()


def test_what_is_in_view_is_looked_at_first_and_told_before_the_rest(monkeypatch):
    monkeypatch.setattr(pixel_network, "SIDE", 96)
    scan = photo(scratched(dusty(sky())))
    told = []
    view = Window(190, 80, 20, 20)  # around the second speck, in the last row of tiles
    found = detect(scan, watch=Watch(view, told.append))
    assert len(told) == 3 * 4 - 1
    assert centers(told[0].findings()) == {SPECKS[1]}
    assert all(one.size == scan.size for one in told)
    plain = detect(scan)
    assert np.array_equal(found.probability, plain.probability)
    assert np.array_equal(found.mask(WHAT_MAY_BE), plain.mask(WHAT_MAY_BE))


def test_what_is_in_doubt_is_what_the_greatest_sensitivity_would_add():
    found = detect(photo(dusty(sky())))
    doubtful = list(found.in_doubt())
    added = found.chosen(WHAT_MAY_BE) & ~found.chosen()
    assert [one.index for one in doubtful] == list(np.flatnonzero(added))
    assert list(found.in_doubt(WHAT_MAY_BE)) == []
    for one in (*doubtful, *found.findings()):
        rows, columns = found.pixels(one).T
        assert (rows.min(), columns.min()) == (one.window.top, one.window.left)
        assert len(rows) == one.area
