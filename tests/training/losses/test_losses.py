from dataclasses import replace

import pytest
import torch
from safetensors.torch import save_file

from engine.checkpoints import checkpoint
from engine.models.efficientnet_lite import EfficientNetLite0, EfficientNetLite1
from engine.models.kolorit import Kolorit, KoloritConfig
from engine.models.mobilenet_v2 import MobileNetV2
from engine.photo.ab_bins import gamut_bins, soft_encode
from engine.photo.color import AB_SCALE
from tests.tiny import CPU
from training import train
from training.config import DataConfig, ModelConfig, OptimConfig, RunConfig
from training.data.batches import Batch, batch_from_rgb, make_batches
from training.data.datasets import load_photos
from training.loop.log import read_log
from training.losses.losses import (
    bin_prior,
    flatness,
    has_hue_of_skin,
    huber,
    mean_inside,
    mean_squared_error,
    rebalanced_cross_entropy,
    rebalancing_weights,
)
from training.losses.objectives import make_objective
from training.weights.backbones import load_backbone
from training.weights.initialization import InitialWeights

BINS = gamut_bins()


def test_the_loss_is_lowest_where_the_logits_are_the_soft_encoding():
    ab = torch.randn(1, 2, 4, 4) * 15
    index, share = soft_encode(ab, BINS)
    exact = torch.full((1, len(BINS), 4, 4), -30.0).scatter(1, index, share.log())
    ones = torch.ones(len(BINS))
    best = rebalanced_cross_entropy(exact, ab, BINS, ones)
    entropy = -(share * share.log()).sum(dim=1).mean()
    torch.testing.assert_close(best, entropy, rtol=0, atol=1e-4)
    assert rebalanced_cross_entropy(torch.zeros_like(exact), ab, BINS, ones) > best


def test_padding_carries_no_loss():
    inside = torch.zeros(2, 1, 8, 8, dtype=torch.bool)
    inside[:, :, 2:6] = True
    right = torch.randn(2, 2, 8, 8)
    wrong_outside = torch.where(inside, right, torch.full_like(right, 9))
    assert mean_squared_error(wrong_outside, right, inside) == 0
    assert mean_squared_error(wrong_outside, right) > 1
    assert huber(wrong_outside, right, inside) == 0
    half = torch.tensor([[1.0, 3.0], [5.0, 7.0]]).view(1, 1, 2, 2)
    assert mean_inside(half, torch.tensor([[1, 1, 0, 0]] * 4).bool().view(1, 1, 4, 4)) == 3
    logits = torch.randn(2, len(BINS), 8, 8)
    ones = torch.ones(len(BINS))
    masked = rebalanced_cross_entropy(logits, right, BINS, ones, inside)
    part = rebalanced_cross_entropy(logits[:, :, 2:6], right[:, :, 2:6], BINS, ones)
    torch.testing.assert_close(masked, part)


def test_huber_is_a_square_nearby_and_a_line_far_off():
    far, near = (huber(torch.full((1, 2, 1, 1), d), torch.zeros(1, 2, 1, 1)) for d in (1.0, 0.05))
    torch.testing.assert_close(far, torch.tensor(0.95))
    torch.testing.assert_close(near, torch.tensor(0.0125))


def test_rare_colors_weigh_more_and_the_mean_weight_is_one():
    prior = torch.tensor([0.7, 0.25, 0.05])
    weights = rebalancing_weights(prior, 0.5)
    assert weights[0] < weights[1] < weights[2]
    torch.testing.assert_close((prior * weights).sum(), torch.tensor(1.0))
    torch.testing.assert_close(rebalancing_weights(prior, 1.0), torch.ones(3))


def test_the_prior_counts_every_color():
    ab = torch.zeros(1, 2, 3, 3)
    ab[..., 0] = 40
    prior = bin_prior(ab, BINS)
    torch.testing.assert_close(prior.sum(), torch.tensor(1.0))
    (gray,) = (BINS == 0).all(dim=1).nonzero()
    assert prior.argmax() == gray


def test_padding_is_no_common_color():
    ab = torch.zeros(1, 2, 4, 4)
    ab[:, :, 1:3] = torch.tensor([30.0, 20.0]).view(1, 2, 1, 1)
    inside = torch.zeros(1, 1, 16, 16, dtype=torch.bool)
    inside[:, :, 4:12] = True
    prior = bin_prior(ab, BINS, inside)
    torch.testing.assert_close(prior, bin_prior(ab[:, :, 1:3], BINS))
    assert not torch.allclose(prior, bin_prior(ab, BINS))


def test_a_run_counts_the_colors_of_photos_and_not_of_padding():
    config = RunConfig(steps=1, loss="rebalanced", model=ModelConfig("kolorit-2"))
    inside = torch.zeros(2, 1, 32, 32, dtype=torch.bool)
    inside[..., 8:24] = True
    seen = replace(batch(32), inside=inside)
    weights = []
    for outside in (0.0, 50.0):
        network = Kolorit(KoloritConfig(widths=(8, 8, 8), heads=1, attention_blocks=0))
        padded = replace(seen, ab=torch.where(inside, seen.ab, outside))
        make_objective(config, network, AB_SCALE, lambda _step, padded=padded: padded)
        weights.append(network.log_rarity)
    torch.testing.assert_close(*weights)


def batch(side):
    generator = torch.Generator().manual_seed(side)
    rgb = torch.rand(2, 3, side, side, generator=generator)
    return batch_from_rgb(rgb, generator, DataConfig(degraded=0.5, hinted=0.5), hint_side=3)


def watch(folder):
    return train.Watch(folder, lambda *_: {})


def pretrained(path):
    """A file laid out as the pretrained backbone's, with random weights."""
    backbone = MobileNetV2()
    convolutions = [m for m in backbone.modules() if isinstance(m, torch.nn.Conv2d)]
    weights = {}
    for index, convolution in enumerate(convolutions):
        weight = convolution.weight
        weights[f"conv.{index}.weight"] = weight.repeat(1, 3, 1, 1) / 3 if index == 0 else weight
        weights[f"conv.{index}.bias"] = convolution.bias
    save_file({k: v.detach().half().contiguous() for k, v in weights.items()}, path)
    return backbone


def test_a_pretrained_backbone_is_loaded_and_folded_for_gray(tmp_path):
    expected, loaded = pretrained(tmp_path / "backbone.safetensors"), MobileNetV2()
    load_backbone(loaded, tmp_path / "backbone.safetensors")
    for a, b in zip(expected.parameters(), loaded.parameters(), strict=True):
        torch.testing.assert_close(a, b, rtol=2e-3, atol=1e-4)


@pytest.mark.parametrize("kind", [EfficientNetLite0, EfficientNetLite1])
def test_a_lite_backbone_sees_what_the_published_network_sees_of_gray(kind, tmp_path):
    """Batch norms, the three equal inputs and (255 rgb - 127) / 128 are all folded in."""
    backbone, weights, norms = kind(), {}, []
    convolutions = [m for m in backbone.modules() if isinstance(m, torch.nn.Conv2d)]
    for index, convolution in enumerate(convolutions):
        channels = 3 if index == 0 else convolution.weight.shape[1]
        weights[f"conv.{index}.weight"] = torch.randn(
            *convolution.weight.shape[:1], channels, *convolution.kernel_size
        )
        norms.append(torch.nn.BatchNorm2d(convolution.out_channels, eps=1e-3))
        torch.nn.init.uniform_(norms[-1].running_mean, -1, 1)
        torch.nn.init.uniform_(norms[-1].running_var, 0.5, 2)
        weights |= {f"norm.{index}.{k}": v for k, v in norms[-1].state_dict().items()}
    save_file({k: v.detach().contiguous() for k, v in weights.items()}, tmp_path / "lite")
    load_backbone(backbone, tmp_path / "lite")
    gray = torch.rand(1, 1, 8, 8)
    stem = torch.nn.functional.conv2d(
        (255 * gray.expand(-1, 3, -1, -1) - 127) / 128, weights["conv.0.weight"]
    )
    torch.testing.assert_close(
        torch.nn.functional.conv2d(2 * gray - 1, backbone.stem.weight, backbone.stem.bias),
        norms[0].eval()(stem),
        rtol=1e-4,
        atol=1e-4,
    )


def test_kolorit_learns_from_a_backbone(tmp_path):
    pretrained(tmp_path / "backbone.safetensors")
    config = RunConfig(
        steps=40,
        batch_size=2,
        loss="rebalanced",
        precision="fp32",
        evaluate_every=100,
        model=ModelConfig(arch="kolorit-2", config={"widths": [32, 16, 16]}),
        optim=OptimConfig(lr=3e-3, warmup_steps=1),
    )
    initial = InitialWeights(backbone=tmp_path / "backbone.safetensors")
    train.train(config, lambda _: batch(64), watch(tmp_path), CPU, initial=initial)
    losses = [record["loss"] for record in read_log(tmp_path / "log.jsonl") if "loss" in record]
    assert losses[-1] < losses[0]


def test_a_backbone_for_a_network_without_one_is_refused(tmp_path):
    config = RunConfig(steps=1, model=ModelConfig(config={"width": 0.1}))
    initial = InitialWeights(backbone=tmp_path / "backbone.safetensors")
    with pytest.raises(ValueError, match="no backbone"):
        train.train(config, lambda _: batch(16), watch(tmp_path), CPU, initial=initial)


def test_classes_for_a_network_without_bins_are_refused(tmp_path):
    config = RunConfig(steps=1, loss="rebalanced", model=ModelConfig(config={"width": 0.1}))
    with pytest.raises(ValueError, match="streets has none without"):
        train.train(config, lambda _: batch(16), watch(tmp_path), CPU)


def test_an_earlier_system_can_learn_classes_instead_of_a_mean(tmp_path):
    config = RunConfig(
        steps=30,
        batch_size=2,
        loss="rebalanced",
        precision="fp32",
        evaluate_every=100,
        model=ModelConfig(config={"width": 0.1, "head": "bins"}),
        optim=OptimConfig(lr=1e-2, warmup_steps=1),
    )
    ema = train.train(config, lambda _: batch(16), watch(tmp_path), CPU)
    losses = [record["loss"] for record in read_log(tmp_path / "log.jsonl") if "loss" in record]
    assert losses[-1] < 0.8 * losses[0]
    colors = ema.network(batch(16).lightness)
    assert colors.shape == (2, 2, 16, 16)
    assert colors.abs().max() < 1


def flagship(**settings):
    return RunConfig(
        batch_size=2,
        loss="rebalanced",
        huber=1.0,
        precision="fp32",
        evaluate_every=100,
        save_every=3,
        model=ModelConfig(arch="kolorit-2", config={"widths": [16, 16, 16], "heads": 4}),
        data=DataConfig(store_size=48, crops=[32], degraded=0.5, hinted=0.5),
        optim=OptimConfig(lr=1e-3, warmup_steps=1),
        **settings,
    )


def test_a_flagship_run_resumes_bit_for_bit(photo_folder, tmp_path):
    config = flagship(steps=6)
    batches = make_batches(config, load_photos(photo_folder, "train", config.data))

    def stops_at_four(step):
        if step == 4 and (tmp_path / "broken" / "run_state.pt").exists():
            raise KeyboardInterrupt
        return batches(step)

    for name in ("whole", "broken"):
        (tmp_path / name).mkdir()
    expected = train.train(config, batches, watch(tmp_path / "whole"), CPU).network.state_dict()
    with pytest.raises(KeyboardInterrupt):
        train.train(config, stops_at_four, watch(tmp_path / "broken"), CPU)
    actual = train.train(config, batches, watch(tmp_path / "broken"), CPU).network.state_dict()
    for name, tensor in expected.items():
        assert torch.equal(actual[name], tensor)
    assert expected["log_rarity"].std() > 0.1


def test_the_error_of_colors_teaches_the_refinement_and_not_the_distribution():
    config = flagship(steps=1)
    network = Kolorit(KoloritConfig(**config.model.config))
    ab = torch.zeros(2, 2, 32, 32)
    seen = Batch(torch.randn(2, 1, 32, 32), ab)
    objective = make_objective(config, network, AB_SCALE, lambda _step: seen)
    objective(network, seen).loss.backward()
    with_error = network.classify.weight.grad.clone()
    assert network.upsampling.decide.weight.grad.any()
    network.zero_grad()
    plain = make_objective(replace(config, huber=0.0), network, AB_SCALE, lambda _step: seen)
    plain(network, seen).loss.backward()
    torch.testing.assert_close(network.classify.weight.grad, with_error)
    assert network.upsampling.decide.weight.grad is None


def test_a_run_starts_from_an_earlier_checkpoint(tiny_kolorit, tmp_path):
    header = checkpoint.load(tiny_kolorit, CPU).header
    still = RunConfig(
        steps=1,
        loss="rebalanced",
        precision="fp32",
        model=ModelConfig(arch="kolorit-2", config=dict(header.config)),
        optim=OptimConfig(lr=0.0),
    )
    initial = InitialWeights(checkpoint=tiny_kolorit)
    ema = train.train(still, lambda _: batch(64), watch(tmp_path), CPU, initial=initial)
    known = checkpoint.load(tiny_kolorit, CPU).network
    assert torch.equal(ema.network.classify.weight, known.classify.weight)
    other = replace(still, model=ModelConfig(arch="kolorit-2", config={"widths": [8, 8, 8]}))
    with pytest.raises(ValueError, match="another network"):
        train.train(other, lambda _: batch(64), watch(tmp_path), CPU, initial=initial)


def test_flatness_counts_patches_in_flat_objects_and_nothing_else():
    flat = torch.zeros(1, 2, 16, 16)
    edge = flat.clone()
    edge[:, :, :, 8:] = 0.5
    patch = flat.clone()
    patch[:, :, 4:12, 4:12] = 0.2
    assert flatness(flat, flat) == flatness(edge, edge) == 0
    assert flatness(patch, flat) > 0.005
    pale = flat + 0.1
    assert flatness(pale, flat) == 0  # a wrong color is not its business
    assert flatness(flat, edge) < flatness(edge, flat) / 100  # nor what the truth changes


def test_the_hue_of_skin_is_a_few_bins():
    bins = torch.tensor([(0.0, 0.0), (10.0, 20.0), (20.0, 20.0), (-20.0, 20.0), (60.0, 60.0)])
    assert has_hue_of_skin(bins).tolist() == [False, True, True, False, False]
