import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from engine.restoration.denoising import _COLORS_OF_RGB
from engine.restoration.spoilage import noise as engine_noise
from engine.restoration.spoilage.compression import jpeg_quality
from tests.pictures import PHOTOS
from tests.tiny import TINY_DENOISER
from training.degradation.degrade import blur
from training.degradation.jpeg import CHROMINANCE, compressed
from training.degradation.scan_noise import (
    ScanNoiseConfig,
    luma_and_chroma,
    noise_level,
    noisy_scan,
)
from training.pixels.denoising import DenoiseConfig, DenoiseTask
from training.pixels.task import Sources
from training.weights.initialization import initialize

NEVER = ("gray", "soft", "faded", "screened", "compressed", "misjudged", "quality_off")
NOTHING = dict.fromkeys(NEVER, 0.0) | {"calm": 1.0}


def squares(count=8, side=96):
    chance = np.random.default_rng(0)
    photo = torch.from_numpy(PHOTOS["astronaut"]).permute(2, 0, 1) / 255
    corners = chance.integers(0, 512 - side, (count, 2))
    return torch.stack([photo[:, y : y + side, x : x + side] for y, x in corners])


def scans(count=8, side=96, seed=1, **settings):
    config = ScanNoiseConfig(**{**NOTHING, **settings})
    return noisy_scan(squares(count, side), config, torch.Generator().manual_seed(seed))


def test_scans_are_a_function_of_the_generator():
    default = ScanNoiseConfig()
    one, same, other = (
        noisy_scan(squares(), default, torch.Generator().manual_seed(seed)).seen
        for seed in (3, 3, 4)
    )
    assert torch.equal(one, same)
    assert not torch.equal(one, other)
    levels = one[:, :1] * 255
    assert torch.allclose(levels, levels.round(), atol=1e-3)


def test_where_nothing_happens_the_scan_is_the_photo():
    scan = scans()
    assert scan.seen.sub(scan.truth).abs().max() <= 0.51 / 255
    assert not scan.noise.any()
    assert not scan.strength.any()
    assert torch.allclose(scan.truth, luma_and_chroma(squares()))


def test_the_colors_are_those_of_the_engine():
    rgb = squares(1)
    expected = rgb[0].permute(1, 2, 0).numpy() @ _COLORS_OF_RGB.T
    assert np.allclose(luma_and_chroma(rgb)[0].permute(1, 2, 0).numpy(), expected, atol=1e-6)


@pytest.mark.parametrize("clumped", [0.0, 1.0])
def test_the_level_told_is_the_one_that_the_engine_would_measure(clumped):
    scan = scans(6, 256, calm=0.0, clumped=clumped, gray=1.0, least_noise=6.0, most_noise=12.0)
    for seen, level in zip(scan.seen, scan.noise, strict=True):
        pixels = (seen[0] * 255).round().byte().numpy()[..., None]
        assert float(level) == pytest.approx(engine_noise.noise_level(pixels), rel=0.25)


def test_slopes_are_no_noise_and_clumps_less_than_they_are():
    y, x = torch.meshgrid(torch.arange(64.0), torch.arange(64.0), indexing="ij")
    slope = (0.01 * x - 0.02 * y)[None, None]
    gray = torch.full_like(slope, 0.5)
    assert float(noise_level(slope, gray)) < 1e-5
    white = torch.randn(1, 1, 64, 64, generator=torch.Generator().manual_seed(0))
    assert float(noise_level(white + slope, gray)) == pytest.approx(1, rel=0.05)
    clumped = blur(white, torch.full((1, 1, 1, 1), 1.0))
    assert float(noise_level(clumped, gray)) < float(clumped.std())
    calm = torch.where(torch.arange(64) < 32, 0.1 * white, white)
    half_black = torch.where(torch.arange(64) < 32, 0.0, gray)
    assert float(noise_level(calm, gray)) == pytest.approx(0.1, rel=0.1)
    assert float(noise_level(calm, half_black)) == pytest.approx(1, rel=0.1)


def test_the_quality_told_is_the_one_that_the_engine_reads():
    scan = scans(6, 256, compressed=1.0, twice=0.5, gray=1.0)
    read, told = [], []
    for seen, strength in zip(scan.seen, scan.strength, strict=True):
        pixels = (seen[0] * 255).round().byte().numpy()[..., None]
        read.append(jpeg_quality(pixels))
        told.append(100 * (1 - float(strength)))
    known = [pair for pair in zip(read, told, strict=True) if pair[0] is not None]
    assert len(known) >= 4
    assert all(quality == pytest.approx(truth, abs=1.6) for quality, truth in known)


def test_colors_get_noise_and_gray_photos_none():
    colored = scans(calm=0.0, least_noise=20.0)
    noise = (colored.seen[:, 1:3] - colored.truth[:, 1:3]).std(dim=(1, 2, 3))
    assert (noise > 0.51 / 255).sum() >= 6
    gray = scans(calm=0.0, gray=1.0, compressed=0.5)
    assert gray.truth[:, 1:].abs().max() == 0
    assert gray.seen[:, 1:3].abs().max() < 1.1 / 255


def test_grain_is_coarser_than_white_noise():
    def likeness_of_neighbors(scan):
        noise = (scan.seen - scan.truth)[:, 0]
        return (noise[..., 1:] * noise[..., :-1]).mean() / noise.square().mean()

    settings = {"calm": 0.0, "gray": 1.0, "least_noise": 15.0}
    assert likeness_of_neighbors(scans(**settings, clumped=0.0)).abs() < 0.1
    assert likeness_of_neighbors(scans(**settings, clumped=1.0)) > 0.3


@pytest.mark.parametrize("quality", [15, 50, 90])
def test_jpeg_is_that_of_pillow(quality):
    gray = np.ascontiguousarray(PHOTOS["chelsea"][:, :, 1])
    content = io.BytesIO()
    Image.fromarray(gray).save(content, "JPEG", quality=quality)
    theirs = np.array(Image.open(content)).astype(float)
    plane = torch.from_numpy(gray)[None, None] / 255
    ours = compressed(plane, torch.full((1, 1, 1, 1), float(quality)))[0, 0].numpy() * 255
    assert np.abs(np.rint(np.clip(ours, 0, 255)) - theirs).mean() < 0.25
    coarse = compressed(plane, torch.full((1, 1, 1, 1), float(quality)), CHROMINANCE)
    assert (coarse - plane).std() > (torch.from_numpy(ours / 255) - plane).std()


@pytest.fixture
def folder(tmp_path) -> Path:
    """Sharp photos as they come for training."""
    with zipfile.ZipFile(tmp_path / "textures.zip", "w") as archive:
        for index in range(20):
            content = io.BytesIO()
            photo = np.roll(PHOTOS["astronaut"], 40 * index, axis=index % 2)
            Image.fromarray(photo).save(content, "WEBP", quality=90)
            archive.writestr(f"{index:02}.webp", content.getvalue())
    return tmp_path


@pytest.mark.slow
def test_a_network_learns_to_take_noise_away(folder):
    sources = Sources(folder, None, torch.device("cpu"), 4, 0)
    noise = ScanNoiseConfig(calm=0.0, compressed=0.0, least_noise=20.0)
    task = DenoiseTask(DenoiseConfig(side=32, sizes=[128, 96], noise=noise), sources)
    network = TINY_DENOISER.arch.build(TINY_DENOISER.config, TINY_DENOISER.task)
    initialize(network)
    optimizer = torch.optim.Adam(network.parameters(), 1e-2)
    batch = task.batch(0)
    for _ in range(60):
        losses = task.losses(network, batch)
        optimizer.zero_grad()
        losses["loss"].backward()
        optimizer.step()
    assert losses["left"] < 0.9


def test_batches_are_a_function_of_the_step_and_watched_ones_of_other_photos(folder):
    sources = Sources(folder, None, torch.device("cpu"), 4, 0)
    task = DenoiseTask(DenoiseConfig(side=32, sizes=[128, 96]), sources)
    one, same, other = task.batch(3), task.batch(3), task.batch(4)
    assert torch.equal(one["planes"], same["planes"])
    assert torch.equal(one["truth"], same["truth"])
    assert not torch.equal(one["truth"], other["truth"])
    assert not torch.equal(one["truth"], task.batch(3, watched=True)["truth"])
