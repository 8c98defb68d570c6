import io
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image
from skimage.data import astronaut

import training.degradation.degrade
from engine.photo.color import lightness_from_rgb
from training.degradation.degrade import (
    Dice,
    add_dust,
    add_grain,
    add_scratches,
    blur,
    compress,
    degrade,
    expose,
    fade,
    film,
    halo,
)

PHOTO = torch.from_numpy(astronaut()[:96, 150:246]).permute(2, 0, 1)[None].float() / 255


def dice(count=1, seed=0):
    return Dice(torch.Generator().manual_seed(seed), count)


def test_the_result_is_a_scan_and_a_function_of_the_seed():
    photos = PHOTO.expand(32, -1, -1, -1)
    first, again, other = (degrade(photos, torch.Generator().manual_seed(s)) for s in (1, 1, 2))
    assert first.shape == (32, 1, 96, 96)
    assert torch.equal(first, again)
    assert not torch.equal(first, other)
    assert first.min() >= 0
    assert first.max() <= 100
    torch.testing.assert_close(first, (first * 2.55).round() / 2.55)  # eight bits


def test_a_film_bends_tones_and_adds_nothing():
    photos = PHOTO.expand(32, -1, -1, -1)
    fresh = film(photos, torch.Generator().manual_seed(1))
    truth = lightness_from_rgb(photos)
    assert fresh.min() >= 0
    assert fresh.max() <= 100
    assert (fresh - truth).abs().mean() > 3
    gray = torch.linspace(0, 1, 64).expand(8, 3, 1, 64)  # of gray scenes, tones stay in their order
    assert (film(gray, torch.Generator().manual_seed(1)).diff(dim=-1) >= 0).all()


@pytest.mark.parametrize(
    "step",
    [
        "expose",
        "halo",
        "blur",
        "develop",
        "fade",
        "add_grain",
        "add_dust",
        "add_scratches",
        "compress",
    ],
)
def test_every_step_of_a_photos_life_leaves_its_mark(step, monkeypatch):
    """Without the step, some photo of a batch would come out differently."""
    photos = PHOTO.expand(64, -1, -1, -1)
    whole = degrade(photos, torch.Generator().manual_seed(0))
    real = getattr(training.degradation.degrade, step)

    def without(image, *rest):
        real(image, *rest)  # draws the same numbers
        return image.mean(dim=1, keepdim=True) if step == "expose" else image

    monkeypatch.setattr(training.degradation.degrade, step, without)
    spared = degrade(photos, torch.Generator().manual_seed(0))
    changed = (whole - spared).abs().amax(dim=(1, 2, 3)) > 2
    assert changed.float().mean() > 0.1


def test_the_scene_stays():
    scans = degrade(PHOTO.expand(64, -1, -1, -1), torch.Generator().manual_seed(0))
    alike = torch.corrcoef(torch.cat((lightness_from_rgb(PHOTO), scans)).flatten(1))[0, 1:]
    assert alike.median() > 0.85
    assert alike.min() < 0.9  # some are bad


def test_bright_light_spills_over():
    lamp = torch.zeros(60, 1, 64, 64)
    lamp[:, :, 28:36, 28:36] = 1
    glow = halo(lamp, dice(60))
    beside = glow[:, 0, 32, 40]
    assert 0.1 < (beside > 0.01).float().mean() < 0.6
    assert torch.equal(halo(lamp * 0.5, dice(60)), lamp * 0.5)  # dim light does not


def test_dust_is_sparse_and_black_or_white():
    gray = torch.full((80, 1, 96, 96), 0.5)
    specks = (add_dust(gray, dice(80)) - gray).abs() > 0.3
    share = specks.float().mean(dim=(1, 2, 3))
    assert 0.2 < (share > 0).float().mean() < 0.7
    assert share.max() < 0.02


def test_scratches_are_long_and_thin():
    gray = torch.full((200, 1, 96, 96), 0.5)
    marks = (add_scratches(gray, dice(200)) - gray).abs() > 0.1
    scratched = marks.flatten(1).any(dim=1)
    assert 0.1 < scratched.float().mean() < 0.7
    rows = marks[scratched].any(dim=3).sum(dim=(1, 2))
    area = marks[scratched].sum(dim=(1, 2, 3))
    assert rows.float().mean() > 15
    assert (area / rows).median() < 6


def test_compression_equals_a_real_jpegs():
    tone = lightness_from_rgb(PHOTO) / 100
    for quality in (35, 60, 90):
        fixed = SimpleNamespace(
            uniform=lambda low, high, q=quality: torch.tensor(q if high > 1 else 0.0)
        )
        ours = compress(tone, fixed)[0, 0].mul(255).round()
        content = io.BytesIO()
        gray = tone[0, 0].mul(255).round().to(torch.uint8).numpy()
        Image.fromarray(gray).save(content, "JPEG", quality=int(quality))
        theirs = np.asarray(Image.open(content)).astype(float)
        assert np.abs(ours.numpy() - theirs).mean() < 0.8  # libjpeg computes in integers


@pytest.mark.parametrize("size", [(9, 31), (64, 48), (193, 192)])
def test_any_size(size):
    out = degrade(torch.rand(2, 3, *size), torch.Generator().manual_seed(0))
    assert out.shape == (2, 1, *size)
    assert out.isfinite().all()


def test_some_films_are_blind_to_red_and_none_to_blue():
    many = torch.eye(3).repeat(200, 1).view(600, 3, 1, 1)
    light = expose(many, dice(600)).view(200, 3)
    assert ((light[:, 0] < 0.1).float().mean() - 0.45).abs() < 0.12
    assert (light[:, 2] > 0.12).all()
    gray = expose(torch.full((200, 3, 1, 1), 0.3), dice(200)).flatten()
    assert (gray.log() - np.log(0.3)).abs().max() < 0.36  # exposure alone


def test_blur_keeps_the_mean_and_widens_with_sigma():
    image = torch.zeros(3, 1, 21, 21)
    image[:, :, 10, 10] = 1
    soft = blur(image, torch.tensor((0.0, 0.7, 1.3)).view(3, 1, 1, 1))
    torch.testing.assert_close(soft.sum(dim=(1, 2, 3)), torch.ones(3))
    torch.testing.assert_close(soft[0], image[0])
    peaks = soft.amax(dim=(1, 2, 3))
    assert peaks[0] > peaks[1] > peaks[2]
    assert soft[2, 0, 10, 10] == pytest.approx(1 / (2 * np.pi * 1.3**2), rel=0.02)


def test_fading_takes_contrast_from_some():
    ramp = torch.linspace(0, 1, 64).expand(100, 1, 64, 64)
    span = fade(ramp, dice(100))[..., 32, :].amax(-1) - fade(ramp, dice(100))[..., 32, :].amin(-1)
    assert span.min() < 0.75
    assert span.max() > 0.95


def test_grain_is_strongest_in_the_middle_tones():
    tones = torch.tensor((0.02, 0.5)).view(2, 1, 1, 1).expand(2, 1, 64, 64).repeat(60, 1, 1, 1)
    noise = (add_grain(tones, dice(120)) - tones).std(dim=(1, 2, 3)).view(60, 2).mean(dim=0)
    assert noise[1] > 1.5 * noise[0]


def test_jpeg_rounds_like_jpeg():
    """A flat field survives; fine noise is lost, at low quality more than at high."""
    flat = torch.full((40, 1, 20, 20), 0.5)
    assert (compress(flat, dice(40)) - 0.5).abs().max() < 0.02
    noise = torch.rand(200, 1, 32, 32)
    error = (compress(noise, dice(200)) - noise).abs().mean(dim=(1, 2, 3))
    coded = error[error > 1e-6]
    assert 60 < len(coded) < 140
    assert coded.max() > 3 * coded.min()
