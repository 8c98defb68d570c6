import json

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from scipy.linalg import sqrtm
from skimage.data import astronaut, coffee

from engine.models.resnet50_v2 import ResNet50V2
from training import evaluate
from training.degradation.degrade import degrade
from training.evaluation.bench import GRAY, MEAN, baselines
from training.evaluation.frechet_distance import FeatureExtractor, FrechetDistance, frechet_distance
from training.evaluation.hinting import random_hints
from training.evaluation.metrics import lab
from training.evaluation.quality import age, encode_truth, fuse_sizes
from training.weights.backbones import load_backbone


def test_frechet_distance_agrees_with_its_formula():
    rng = np.random.default_rng(0)
    first, second = rng.normal(size=(500, 6)), rng.normal(1, 2, size=(500, 6))
    a, b = np.cov(first, rowvar=False), np.cov(second, rowvar=False)
    shift = np.square(first.mean(0) - second.mean(0)).sum()
    expected = shift + np.trace(a + b - 2 * sqrtm(a @ b).real)
    assert frechet_distance(first, second) == pytest.approx(expected, rel=1e-6)
    assert frechet_distance(first, first) == pytest.approx(0, abs=1e-6)


def test_random_hints_tell_the_truth():
    truth = astronaut()[:128, :128]
    hints = random_hints(truth, 20, seed=1)
    assert len(hints) == 20
    assert hints == random_hints(truth, 20, seed=1)
    colors = lab(truth)[..., 1:]
    near = [
        np.linalg.norm(colors[int(h.row * 128), int(h.column * 128)] - h.ab) < 25 for h in hints
    ]
    assert sum(near) >= 17


def test_a_bad_scan_is_judged_at_the_lightness_of_the_scene(model):
    truth = coffee()[:64, :80]
    scan = age(truth, seed=5)
    assert scan.shape == truth.shape
    assert (scan[..., 0] == scan[..., 1]).all()
    assert not np.array_equal(age(truth, 6), scan)
    assert encode_truth(model, truth, aged=5).photo.pixels is truth


def test_the_baselines_have_no_color_and_one_color():
    photos = [coffee()[:40, :60], astronaut()[:40, :60]]
    rows = baselines(photos)
    assert np.ptp(rows[GRAY][0].astype(int), axis=-1).max() == 0
    middle = [lab(p)[18:22, 28:32, 1:].mean(axis=(0, 1)) for p in rows[MEAN]]
    expected = np.mean([lab(p)[..., 1:].mean(axis=(0, 1)) for p in photos], axis=0)
    np.testing.assert_allclose(middle[1], expected, atol=3)


@pytest.fixture
def backbone(tmp_path):
    """A file laid out as the pretrained ResNet's, with random weights."""
    weights = {"conv0.weight": torch.randn(64, 3, 7, 7) * 0.05}

    def norm(name, width):
        for key, value in (("weight", 1), ("bias", 0), ("running_mean", 0), ("running_var", 1)):
            weights[f"{name}.{key}"] = torch.full((width,), float(value))

    norm("bn_in", 3)
    norm("bn0", 64)
    width = 64
    units = [(64, 3), (128, 4), (256, 6)]
    for inner, first in [(inner, i == 0) for inner, depth in units for i in range(depth)]:
        prefix = f"units.{sum('conv1' in name for name in weights)}"
        weights[f"{prefix}.conv1.weight"] = torch.randn(inner, width, 1, 1) * 0.05
        weights[f"{prefix}.conv2.weight"] = torch.randn(inner, inner, 3, 3) * 0.02
        weights[f"{prefix}.conv3.weight"] = torch.randn(4 * inner, inner, 1, 1) * 0.05
        if first:
            weights[f"{prefix}.down.weight"] = torch.randn(4 * inner, width, 1, 1) * 0.05
        for name, channels in (("bn1", width), ("bn2", inner), ("bn3", inner)):
            norm(f"{prefix}.{name}", channels)
        width = 4 * inner
    save_file({k: v.half() for k, v in weights.items()}, tmp_path / "resnet.safetensors")
    return tmp_path / "resnet.safetensors"


def test_a_gray_backbone_sees_what_a_color_backbone_sees_of_gray(backbone):
    gray, color = ResNet50V2(), ResNet50V2(channels=3)
    load_backbone(gray, backbone)
    load_backbone(color, backbone)
    seen = torch.rand(1, 1, 64, 64) * 2 - 1
    for a, b in zip(gray(seen).values(), color(seen.expand(1, 3, 64, 64)).values(), strict=True):
        torch.testing.assert_close(a, b, rtol=1e-3, atol=1e-4)


def test_features_tell_photos_apart(backbone):
    extract = FeatureExtractor(backbone, "cpu")
    features = extract([astronaut(), coffee(), coffee()])
    assert features.shape == (3, 1024)
    assert not np.allclose(features[0], features[1])
    np.testing.assert_allclose(features[1], features[2], rtol=1e-4)


def test_a_backbone_file_that_does_not_fit_is_refused(backbone, tmp_path):
    save_file({"conv0.weight": torch.zeros(1)}, tmp_path / "bad.safetensors")
    with pytest.raises(ValueError, match="does not fit ResNet50V2"):
        load_backbone(ResNet50V2(), tmp_path / "bad.safetensors")


def test_the_frechet_distance_is_nothing_for_the_truth_and_grows_with_falsehood(backbone):
    photos = [
        astronaut()[y : y + 64, x : x + 64] for y in range(0, 400, 50) for x in range(0, 450, 50)
    ]
    distance = FrechetDistance(FeatureExtractor(backbone, "cpu"), photos)
    true, gray = distance(photos), distance([np.repeat(p[..., 1:2], 3, axis=2) for p in photos])
    assert abs(true.value) < 1e-6 < gray.value
    assert gray.low < gray.high
    with pytest.raises(ValueError, match="more than 64"):
        FrechetDistance(FeatureExtractor(backbone, "cpu"), photos[:10])


def test_an_aged_scan_has_the_tones_that_were_meant():
    truth = astronaut()[:64, :64]
    rgb = torch.from_numpy(truth).permute(2, 0, 1)[None].float() / 255
    meant = degrade(rgb, torch.Generator().manual_seed(5))[0, 0].numpy()
    np.testing.assert_allclose(lab(age(truth, 5))[..., 0], meant, atol=0.3)


def test_the_command_measures_everything(tiny_kolorit, checkpoint_path, shards, tmp_path, capsys):
    figures = tmp_path / "figures.json"
    evaluate.main(
        [
            *(str(tiny_kolorit), str(checkpoint_path), "--data", str(shards), "--size", "64"),
            *("--hints", "--json", str(figures), "--sheets", str(tmp_path / "sheets")),
        ]
    )
    rows = json.loads(figures.read_text())
    names = [(row["model"], row["input"]) for row in rows]
    stem = tiny_kolorit.stem
    models = [(name, kind) for name in (stem, "tiny") for kind in ("clean", "degraded")]
    assert names == [(GRAY, "clean"), (MEAN, "clean"), *models]
    assert rows[0]["quality"]["colorfulness_ratio"]["value"] < 0.01
    assert list(rows[3]["hinted_psnr"]) == ["1", "5", "20", "100"]
    hinted = {count: figure["value"] for count, figure in rows[2]["hinted_psnr"].items()}
    assert len(set(hinted.values())) == 4  # hints do arrive
    assert hinted != {count: f["value"] for count, f in rows[3]["hinted_psnr"].items()}
    assert rows[4]["hinted_psnr"] is None  # a network without hints leaves its cells empty
    assert len(list((tmp_path / "sheets").glob("*.png"))) == 12
    assert capsys.readouterr().out.count("\n| ") >= 4


def test_photos_of_left_out_sources_are_measured(checkpoint_path, shards, tmp_path):
    figures = tmp_path / "figures.json"
    evaluate.main(
        [
            *(str(checkpoint_path), "--data", str(shards), "--size", "64", "--clean"),
            *("--split", "left-out", "--left-out", "there", "--json", str(figures)),
        ]
    )
    assert [row["quality"]["photos"] for row in json.loads(figures.read_text())] == [3, 3, 3]


def test_fused_colors_are_the_mean_of_those_at_each_size(model):
    truth = coffee()[:96, :120]
    one = fuse_sizes(model, truth, [64])
    assert torch.allclose(one.ab, encode_truth(model, truth, size=64).ab)
    both = fuse_sizes(model, truth, [96, 96])
    assert torch.allclose(both.ab, encode_truth(model, truth, size=96).ab, atol=1e-4)
    mixed = fuse_sizes(model, truth, [48, 96])
    assert mixed.ab.shape == (2, 96, 120)
    means = [encode_truth(model, truth, size=size).ab.mean((1, 2)) for size in (48, 96)]
    assert torch.allclose(mixed.ab.mean((1, 2)), sum(means) / 2, atol=0.5)
