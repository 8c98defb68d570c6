import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.cancel import Cancelled, CancelToken
from engine.opencv import cv2
from engine.photo.photo import Window
from engine.restoration.inpainting import FillSettings, changed_outside, fill, grown
from tests.tiny import tiny_pixel_model

KINDS = [(kind, channels) for kind in (np.uint8, np.uint16) for channels in (1, 3)]


def noisy(height, width, channels, kind, seed):
    chance = np.random.default_rng(seed)
    return chance.integers(0, np.iinfo(kind).max, (height, width, channels), kind, endpoint=True)


def sky(kind=np.uint8, channels=1, size=(120, 160), grain=3.0, seed=0):
    chance = np.random.default_rng(seed)
    plane = np.linspace(0.3, 0.7, size[0])[:, None] + np.linspace(0, 0.1, size[1])
    plane = plane[..., None] + chance.standard_normal((*size, channels)) * grain / 255
    return np.rint(np.clip(plane, 0, 1) * np.iinfo(kind).max).astype(kind)


def spots(size, seed, most=4):
    chance, mask = np.random.default_rng(seed), np.zeros(size, np.uint8)
    for _ in range(int(chance.integers(1, most + 1))):
        start, end = (tuple(int(chance.integers(n)) for n in size[::-1]) for _ in range(2))
        if chance.random() < 0.5:
            cv2.circle(mask, start, int(chance.integers(1, 14)), 1, -1)
        else:
            cv2.line(mask, start, end, 1, int(chance.integers(1, 5)))
    return mask > 0


@pytest.mark.parametrize(("kind", "channels"), KINDS)
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10_000), height=st.integers(2, 60), width=st.integers(2, 60))
def test_outside_the_mask_not_one_bit_changes(kind, channels, seed, height, width):
    pixels, mask = noisy(height, width, channels, kind, seed), spots((height, width), seed)
    if mask.all():
        return
    before = pixels.copy()
    filled = fill(pixels, mask)
    assert np.array_equal(pixels, before)
    assert filled.pixels.dtype == kind
    assert np.array_equal(filled.pixels[~filled.mask], before[~filled.mask])
    assert changed_outside(before, filled.pixels, filled.mask) == 0
    assert not (filled.mask & ~grown(mask)).any()
    assert (filled.mask | ~mask).all()


def test_a_change_outside_the_mask_would_be_counted():
    before = noisy(700, 40, 3, np.uint16, 1)
    after, mask = before.copy(), np.zeros((700, 40), bool)
    after[650, 3, 1] ^= 1
    after[2, 2] ^= 1
    mask[2, 2] = True
    assert changed_outside(before, after, mask) == 1


@pytest.mark.parametrize(("kind", "channels"), KINDS)
def test_a_scratch_over_a_slope_is_bridged_to_a_hundredth(kind, channels):
    clean = sky(kind, channels, grain=0)
    mask = np.zeros(clean.shape[:2], bool)
    mask[10:100, 60:65] = True
    damaged = clean.copy()
    damaged[grown(mask, 1)] = np.iinfo(kind).max
    filled = fill(damaged, mask, FillSettings(grain=False)).pixels
    error = np.abs(filled.astype(float) - clean)[mask] / np.iinfo(kind).max
    assert error.max() < 0.01


def test_a_fill_has_the_grain_of_its_surroundings():
    clean = sky(grain=8, size=(300, 300))
    mask = np.zeros(clean.shape[:2], bool)
    mask[40:260:30, 40:260] = True
    mask = grown(mask, 3)
    damaged = np.where(mask[..., None], 255, clean).astype(np.uint8)

    def grain_of(pixels):
        fine = pixels.astype(np.float32) - cv2.GaussianBlur(pixels, (0, 0), 1.5)[..., None]
        return fine[mask].std()

    assert 0.85 < grain_of(fill(damaged, mask).pixels) / grain_of(clean) < 1.15
    assert grain_of(fill(damaged, mask, FillSettings(grain=False)).pixels) / grain_of(clean) < 0.5


def test_a_scratch_beside_it_that_nobody_marked_makes_no_stronger_grain():
    chance = np.random.default_rng(5)
    plane = 90 + chance.normal(0, 4, (120, 160))
    hole = np.zeros(plane.shape, bool)
    hole[20:100, 70:78] = True
    scratched = plane.copy()
    scratched[20:100, 84:87] = 250
    calm, beside = (
        fill(np.rint(one)[..., None].astype(np.uint8), hole, FillSettings()).pixels[..., 0][hole]
        for one in (plane, scratched)
    )
    assert beside.std() < 2.5 * calm.std()


def test_the_same_photo_is_filled_the_same_each_time():
    pixels, mask = sky(), spots((120, 160), 5)
    assert np.array_equal(fill(pixels, mask).pixels, fill(pixels, mask).pixels)


def test_texture_grows_into_a_wide_hole_where_a_smooth_surface_would_be_far_off():
    y, x = np.mgrid[:160, :160]
    stripes = (127 + 90 * np.sin(2 * np.pi * (x + y) / 12)).astype(np.uint8)[..., None]
    mask = np.zeros((160, 160), bool)
    mask[60:95, 60:95] = True
    damaged = np.where(mask[..., None], 255, stripes).astype(np.uint8)
    filled = fill(damaged, mask).pixels
    error = np.sqrt(((filled.astype(float) - stripes)[mask] ** 2).mean())
    assert error < 40  # a gray surface would be 64 off, white 153


def test_a_missing_corner_gets_the_tone_of_what_is_left_around_it():
    clean = sky(size=(300, 300), grain=4)
    y, x = np.mgrid[:300, :300]
    mask = y + x < 120
    filled = fill(np.where(mask[..., None], 255, clean).astype(np.uint8), mask).pixels
    error = filled.astype(float) - clean
    assert np.sqrt((error[mask] ** 2).mean()) < 30  # the white was 160 levels off
    assert (filled[mask] < 255).all()


def test_what_is_wide_or_over_an_eye_is_marked_as_invented():
    pixels, mask = sky(size=(200, 200)), np.zeros((200, 200), bool)
    mask[20:24, 20:24] = True
    mask[100:130, 100:130] = True
    mask[150:153, 30:33] = True
    filled = fill(pixels, mask, FillSettings([Window(140, 20, 30, 30)]))
    assert filled.holes == 3
    assert not filled.invented[:50, :50].any()
    assert filled.invented[100:130, 100:130].all()
    assert filled.invented[150:153, 30:33].all()
    assert not (filled.invented & ~filled.mask).any()


def test_a_hole_at_the_edge_and_a_mask_with_one_known_pixel_are_filled():
    pixels, mask = sky(size=(40, 40)), np.zeros((40, 40), bool)
    mask[:6, :9] = True
    assert fill(pixels, mask).pixels.shape == pixels.shape
    mask[:] = True
    mask[20, 20] = False
    filled = fill(pixels, mask)
    assert filled.pixels[20, 20] == pixels[20, 20]


def test_a_mask_over_everything_and_one_of_another_size_are_refused():
    pixels = sky(size=(20, 20))
    with pytest.raises(ValueError, match="covers the whole photo"):
        fill(pixels, np.ones((20, 20), bool))
    with pytest.raises(ValueError, match="expected a mask"):
        fill(pixels, np.zeros((20, 21), bool))


def test_an_empty_mask_changes_nothing():
    pixels = sky()
    filled = fill(pixels, np.zeros((120, 160), bool))
    assert np.array_equal(filled.pixels, pixels)
    assert filled.holes == 0


def test_filling_stops_at_the_next_hole():
    token = CancelToken()
    mask = np.zeros((120, 160), bool)
    mask[10, 10] = mask[50, 50] = True
    with pytest.raises(Cancelled):
        fill(sky(), mask, token=token, report=lambda _share: token.cancel())


masks = st.lists(
    st.tuples(st.integers(0, 90), st.integers(0, 110), st.integers(1, 30), st.integers(1, 6)),
    max_size=4,
)


def drawn(parts):
    mask = np.zeros((96, 120), bool)
    for row, column, height, width in parts:
        mask[row : row + height, column : column + width] = True
    return mask


@pytest.mark.parametrize("network", [None, "tiny"])
@settings(max_examples=25, deadline=None)
@given(before=masks, after=masks, kept=masks)
def test_a_fill_that_goes_on_from_another_gives_the_same(network, before, after, kept):
    if network is not None:
        network = tiny_pixel_model("fill", "coarse-fill", widths=[8, 8, 8, 32])
    pixels = np.random.default_rng(3).integers(60, 190, (96, 120, 1)).astype(np.uint8)
    windows = (Window(40, 40, 20, 20),)
    first = FillSettings(windows, network=network, faces=windows)
    then = FillSettings(windows, network=network, faces=windows, protected=drawn(kept))
    earlier = fill(pixels, drawn(before), first)
    untouched = earlier.pixels.copy()
    together, alone = (fill(pixels, drawn(after), then, earlier=one) for one in (earlier, None))
    assert np.array_equal(together.pixels, alone.pixels)
    assert np.array_equal(together.mask, alone.mask)
    assert np.array_equal(together.invented, alone.invented)
    assert (together.holes, together.by_network) == (alone.holes, alone.by_network)
    assert together.half_widths == alone.half_widths
    assert np.array_equal(earlier.pixels, untouched)
