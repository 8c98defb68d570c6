from dataclasses import replace

import numpy as np
import pytest

from engine.cancel import Cancelled, CancelToken
from engine.checkpoints import checkpoint
from engine.photo.photo import Photo, Window
from engine.restoration import denoising
from engine.restoration.denoising import (
    IN_FACES,
    Before,
    DenoiseSettings,
    amounts,
    denoise,
    examine,
    kept_grain,
)
from engine.restoration.faces import Face, find_faces
from engine.restoration.tiles import Tile
from tests.engine.restoration.test_screens import printed
from tests.pictures import PHOTOS, as_jpeg, gray_of
from tests.tiny import CPU, save_tiny_denoiser

BARE = DenoiseSettings(grain=0.0)


@pytest.fixture
def model(tmp_path):
    return checkpoint.load(save_tiny_denoiser(tmp_path / "x.safetensors"), CPU, "denoise")


def noisy(name="chelsea", level=12, kind=np.uint8, channels=3):
    photo = gray_of(PHOTOS[name])[..., :channels].astype(float)
    noise = np.random.default_rng(0).normal(0, level, (*photo.shape[:2], 1))
    whole = np.iinfo(kind).max
    return Photo(np.rint(np.clip(photo + noise, 0, 255) * (whole / 255)).astype(kind))


def of_four(pixels):
    """Means of two by two pixels, each four times."""
    height, width = (side // 2 * 2 for side in pixels.shape[:2])
    parts = pixels[:height, :width].astype(float).reshape(height // 2, 2, width // 2, 2, -1)
    return parts.mean(axis=(1, 3)).repeat(2, axis=0).repeat(2, axis=1)


@pytest.mark.parametrize("name", ["astronaut", "coffee", "rocket"])
def test_a_good_photo_is_left_alone_and_that_is_said(model, name):
    photo = Photo(PHOTOS[name])
    denoised = denoise(photo, model)
    assert denoised.photo is photo
    assert not denoised.did_something
    assert "it is left alone" in denoised.why


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3])
def test_what_the_network_says_is_done_at_the_depth_of_the_photo(model, kind, channels):
    photo = noisy(kind=kind, channels=channels)
    denoised = denoise(photo, model, BARE)
    after, before = denoised.photo.pixels, photo.pixels
    assert after.dtype == kind
    assert after.shape == before.shape
    height, width = of_four(before).shape[:2]
    difference = np.abs(after[:height, :width] - of_four(before)) / np.iinfo(kind).max * 255
    assert difference.max() < (1 if kind == np.uint8 else 0.05)
    assert "noise of 1" in denoised.why
    change = np.abs(after.astype(float) - before) / np.iinfo(kind).max * 255
    assert denoised.mean_change == pytest.approx(change.mean(), rel=1e-3)
    seen = (change.max(axis=2) > 1.5).mean()
    assert denoised.per_mille_smoothed == pytest.approx(seen * 1000, abs=0.5)


def test_the_amount_blends_and_none_of_it_is_the_photo_itself(model):
    photo = noisy(kind=np.uint16)
    whole = denoise(photo, model, BARE).photo.pixels.astype(float)
    half = denoise(photo, model, replace(BARE, amount=0.5)).photo.pixels
    assert np.abs(half - (whole + photo.pixels) / 2).max() <= 1
    assert denoise(photo, model, replace(BARE, amount=0.0)).photo is photo


def test_with_all_the_grain_kept_the_luma_stays(model):
    photo = noisy(kind=np.uint16, channels=1)
    kept = denoise(photo, model, DenoiseSettings(grain=1)).photo.pixels
    half = denoise(photo, model).photo.pixels
    bare = denoise(photo, model, BARE).photo.pixels
    distance = [np.abs(p.astype(float) - photo.pixels).mean() for p in (kept, half, bare)]
    assert distance[0] < 0.02 * distance[2]  # but for what was clipped
    assert 0.35 * distance[2] < distance[1] < 0.75 * distance[2]


def test_fine_grain_comes_back_before_blotches():
    y, x = np.mgrid[:128, :128]
    fine = (0.03 * np.cos(np.pi * x)).astype(np.float32)
    blotches = (0.03 * np.cos(2 * np.pi * y / 32)).astype(np.float32)
    inside = slice(32, 96), slice(32, 96)
    for taken, share in ((fine, 0.5), (blotches, 0.125)):
        kept = kept_grain(taken, 10, 0.5)
        assert kept[inside] == pytest.approx(taken[inside] * share, abs=0.1 * 0.03)
    assert np.array_equal(kept_grain(fine, 2.9, 0.5), np.zeros_like(fine))
    assert np.abs(kept_grain(fine * 20, 4, 1.0)).max() <= 2.5 * 4 / 255 + 1e-6


def test_less_is_done_in_faces_and_the_rim_is_soft(model):
    photo = noisy("astronaut", kind=np.uint16)
    (face,) = find_faces(photo)
    whole = Tile(Window.whole(photo.size), 0)
    done = amounts(whole, 1.0, (face,))[..., 0]
    box = face.window
    inside = done[box.top : box.top + box.height, box.left : box.left + box.width]
    assert inside.max() == np.float32(IN_FACES)
    assert done.max() == 1
    assert np.abs(np.diff(done, axis=0)).max() < 0.05
    assert amounts(whole, 0.4, (face,)).max() == np.float32(0.4)
    bare = denoise(photo, model, BARE)
    assert bare.faces == 1
    change = np.abs(bare.photo.pixels.astype(float) - photo.pixels).mean(axis=2)
    full = np.abs(of_four(photo.pixels) - photo.pixels).mean(axis=2)
    middle = slice(box.top, box.top + box.height), slice(box.left, box.left + box.width)
    assert change[middle].mean() == pytest.approx(IN_FACES * full[middle].mean(), rel=0.02)


@pytest.mark.parametrize("core", [Window(0, 0, 100, 90), Window(40, 70, 33, 61)])
def test_amounts_of_a_tile_are_those_of_the_whole(core):
    faces = (Face(*[Window(30, 40, 50, 50)] * 3),)
    whole = amounts(Tile(Window(0, 0, 200, 200), 0), 0.9, faces)
    tile = Tile(core, 8)
    assert np.array_equal(amounts(tile, 0.9, faces), whole[tile.rows, tile.columns])


def test_tiles_leave_no_seams(model, monkeypatch):
    photo = noisy()
    whole = denoise(photo, model).photo.pixels.astype(int)
    monkeypatch.setattr(denoising, "SIDE", 128)
    assert np.abs(denoise(photo, model).photo.pixels - whole).max() <= 1


def test_the_network_is_told_what_was_measured_or_what_a_person_said(model, monkeypatch):
    told = []

    def listening(planes):
        told.append((float(planes[0, 3].mean()) * 255 / 8, float(planes[0, 4].mean())))
        return planes[:, :3]

    monkeypatch.setattr(model.network, "forward", listening)
    denoise(noisy(), model)
    denoise(Photo(as_jpeg(PHOTOS["coffee"], 30)), model)
    denoise(noisy(), model, DenoiseSettings(noise=20, quality=40))
    assert told[0] == (pytest.approx(12, rel=0.15), 0)
    assert told[1] == (pytest.approx(0, abs=2), pytest.approx(0.7, abs=0.02))
    assert told[2] == (pytest.approx(20, rel=1e-3), pytest.approx(0.6))


def test_gray_in_three_channels_stays_gray(model, monkeypatch):
    monkeypatch.setattr(model.network, "forward", lambda planes: planes[:, :3] + 0.5)
    after = denoise(noisy(), model).photo.pixels
    assert (after == after[..., :1]).all()
    colored = denoise(Photo(PHOTOS["coffee"]), model, DenoiseSettings(noise=5)).photo.pixels
    assert (colored != colored[..., :1]).any()


def test_who_says_that_there_is_noise_is_believed(model):
    good = Photo(PHOTOS["coffee"])
    assert denoise(good, model, DenoiseSettings(noise=2)).did_something


def test_a_printing_screen_is_a_reason(model):
    dots = printed(gray_of(PHOTOS["coffee"])[..., 0].astype(np.float32) / 255, 4, 45)
    photo = Photo(np.rint(dots * 255).astype(np.uint8)[..., None])
    condition = examine(photo)
    assert any("printing screen, 4.0 px" in reason for reason in condition.reasons)
    denoised = denoise(photo, model, BARE)
    fine = [
        np.abs(np.diff(p.astype(float), axis=1)).mean()
        for p in (photo.pixels, denoised.photo.pixels)
    ]
    assert fine[1] < 0.5 * fine[0]


@pytest.mark.parametrize("size", [(1, 1), (3, 50), (9, 9)])
def test_tiny_photos(model, size):
    photo = Photo(np.random.default_rng(0).integers(0, 256, (*size, 3), np.uint8))
    after = denoise(photo, model, DenoiseSettings(noise=20)).photo.pixels
    assert after.shape == photo.pixels.shape


def test_it_can_be_cancelled_and_says_how_far_it_is(model):
    shares = []
    denoise(noisy(), model, report=shares.append)
    assert shares[-1] == 1
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        denoise(noisy(), model, token=token)


@pytest.mark.parametrize(
    "wrong", [{"amount": 1.1}, {"grain": -0.1}, {"noise": 61}, {"quality": 0}, {"quality": 101}]
)
def test_settings_out_of_range_are_refused(wrong):
    with pytest.raises(ValueError, match="got"):
        DenoiseSettings(**wrong)


def test_sliders_and_strokes_ask_the_network_only_about_what_it_has_not_seen(model, monkeypatch):
    monkeypatch.setattr(denoising, "SIDE", 128)
    asked = []
    apply = denoising.apply
    monkeypatch.setattr(
        denoising, "apply", lambda *args, **options: asked.append(1) or apply(*args, **options)
    )
    original = noisy()
    whole = denoise(original, model)
    count = len(asked)
    assert count > 9
    before = Before(original, whole.clean)
    half = denoise(original, model, DenoiseSettings(amount=0.5, grain=0.2), before=before)
    assert len(asked) == count
    fresh = denoise(original, model, DenoiseSettings(amount=0.5, grain=0.2))
    assert np.array_equal(half.photo.pixels, fresh.photo.pixels)
    asked.clear()
    stroked = original.pixels.copy()
    stroked[200:204, 200:204] = 90
    after = denoise(replace(original, pixels=stroked), model, before=before)
    assert 1 <= len(asked) <= 4
    again = denoise(replace(original, pixels=stroked), model, before=Before(original))
    assert np.array_equal(after.photo.pixels, again.photo.pixels)
