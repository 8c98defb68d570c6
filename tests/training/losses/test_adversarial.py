import copy

import pytest
import torch
from torch import nn

from engine.models.gan import GanConfig, Generator
from engine.models.kolorit import Kolorit, KoloritConfig
from training.config import AdversarialConfig
from training.loop import run_state
from training.losses.adversarial import (
    Adversary,
    discriminator_loss,
    feature_matching_loss,
    generator_adversarial_loss,
)
from training.losses.discriminators import Discriminators
from training.losses.spectral import add_spectral_norm, plain_state

WIDTH = 1 / 32


def adversary(weights=None):
    return Adversary(weights or AdversarialConfig(), "cpu", WIDTH)


def colors(seed, side=64):
    """Lightness, predicted and true ab of two photos."""
    generator = torch.Generator().manual_seed(seed)
    lightness, predicted, truth = (
        torch.rand(2, planes, side, side, generator=generator) * 2 - 1 for planes in (1, 2, 2)
    )
    return lightness, predicted, truth


def test_a_discriminator_has_its_published_size():
    with torch.device("meta"):
        network = Discriminators()
    attention = 4 * 128 * (128 // 8) + 1
    layers = zip((3, 64, 128, 256, 512), (64, 128, 256, 512, 1), strict=True)
    expected = 3 * (sum(16 * i * o + o for i, o in layers) + attention)
    assert expected == 8_318_790
    assert sum(p.numel() for p in network.parameters()) == expected


@pytest.mark.parametrize(("height", "width"), [(32, 64), (128, 64)])
def test_patches_are_judged_at_three_resolutions(height, width):
    outputs = Discriminators(WIDTH)(
        torch.zeros(2, 1, height, width), torch.zeros(2, 2, height, width)
    )
    assert len(outputs) == 3
    for scale, output in zip((1, 2, 4), outputs, strict=True):
        H, W = height // scale, width // scale
        assert output.scores.shape == (2, 1, H // 8, W // 8)
        assert [tuple(feature.shape) for feature in output.features] == [
            (2, 2, H // 2, W // 2),
            (2, 4, H // 4, W // 4),
            (2, 8, H // 8, W // 8),
            (2, 16, H // 8, W // 8),
        ]


def test_every_convolution_of_a_discriminator_is_normalized():
    network = Discriminators(WIDTH)
    convolutions = [m for m in network.modules() if isinstance(m, nn.Conv2d)]
    assert len(convolutions) == 3 * (5 + 4)
    assert all(hasattr(m, "parametrizations") for m in convolutions)


def test_adversarial_losses_on_known_scores():
    fake = torch.tensor([0.0, 0.5, 1.0, 2.0]).view(1, 1, 2, 2)
    real = torch.tensor([1.0, 1.0, 0.0, 3.0]).view(1, 1, 2, 2)
    assert generator_adversarial_loss(fake).item() == (1 + 0.25 + 0 + 1) / 4
    assert discriminator_loss(fake, real).item() == ((0.25 + 1 + 4) / 4 + (1 + 4) / 4) / 2
    half = torch.full_like(fake, 0.5)
    assert discriminator_loss(half, half).item() == 0.25


def test_feature_matching_adds_up_the_mean_error_of_each_stage():
    fake = (torch.tensor([[1.0, 3.0]]), torch.tensor([[2.0]]))
    real = (torch.tensor([[0.0, 5.0]]), torch.tensor([[-1.0]]))
    assert feature_matching_loss(fake, real).item() == (1 + 2) / 2 + 3


def test_the_parts_are_weighted_as_published():
    lightness, predicted, truth = colors(1)
    other = adversary()
    loss, parts = other.generator_loss(lightness, predicted, truth)
    assert parts.keys() == {"feature_matching", "adversarial"}
    fake = other.discriminators(lightness, predicted)
    real = other.discriminators(lightness, truth)
    adversarial = sum((f.scores - 1).square().mean() for f in fake)
    matching = sum(
        (a - b).abs().mean()
        for f, r in zip(fake, real, strict=True)
        for a, b in zip(f.features, r.features, strict=True)
    )
    torch.testing.assert_close(parts["adversarial"], adversarial)
    torch.testing.assert_close(parts["feature_matching"], matching)
    torch.testing.assert_close(loss, 10 / 3 * matching + adversarial / 3)


def test_true_colors_have_nothing_left_to_match():
    lightness, _, truth = colors(2)
    _, parts = adversary().generator_loss(lightness, truth, truth)
    assert parts["feature_matching"] == 0
    assert parts["adversarial"] > 0


def snapshot(other):
    return copy.deepcopy(other.state_dict())


def same(first, second):
    """Whether two trees of containers hold the same bits."""
    if isinstance(first, dict):
        return first.keys() == second.keys() and all(same(first[k], second[k]) for k in first)
    if isinstance(first, list):
        return len(first) == len(second) and all(map(same, first, second))
    return torch.equal(first, second) if isinstance(first, torch.Tensor) else first == second


def test_the_generators_loss_reaches_the_generator_alone():
    other, generator = adversary(), Generator(GanConfig(width=WIDTH))
    lightness, _, truth = colors(3)
    other.update(*colors(4))
    other.optimizer.zero_grad()
    before = snapshot(other)
    loss, _ = other.generator_loss(lightness, generator(lightness), truth)
    loss.backward()
    assert all(p.grad is not None for p in generator.parameters())
    assert any(p.grad.any() for p in generator.parameters())
    assert all(p.grad is None for p in other.discriminators.parameters())
    assert same(snapshot(other), before)


def test_an_update_reaches_the_discriminators_alone():
    other, generator = adversary(), Generator(GanConfig(width=WIDTH))
    lightness, _, truth = colors(5)
    other.generator_loss(lightness, truth, truth)  # leaves nothing frozen
    before = copy.deepcopy(dict(other.discriminators.named_parameters()))
    predicted = generator(lightness)
    figures = other.update(lightness, predicted, truth)
    assert figures.keys() == {"discriminator"}
    assert all(p.grad is None for p in generator.parameters())
    after = dict(other.discriminators.named_parameters())
    still = {name for name, old in before.items() if torch.equal(old, after[name])}
    # attention's own weights wait until its gamma is not zero any more
    assert {name for name in still if "2.gamma" in name} == set()
    assert all(".1.2." in name for name in still)


@pytest.mark.parametrize("part", ["adversary", "opponent"])  # as older versions call it
def test_a_restored_adversary_continues_bit_for_bit(tmp_path, part):
    def play(other, steps):
        return [other.update(*colors(step))["discriminator"] for step in steps]

    whole, broken = adversary(), adversary()
    broken.load_state_dict(snapshot(whole))
    expected = play(whole, range(6))
    first = play(broken, range(3))
    run_state.save(tmp_path / "run_state.pt", {part: broken})
    restored = adversary()  # of other first weights
    assert run_state.resume(tmp_path / "run_state.pt", {"adversary": restored})
    assert first + play(restored, range(3, 6)) == expected
    assert same(snapshot(restored), snapshot(whole))
    assert torch.equal(restored.generator_loss(*colors(7))[0], whole.generator_loss(*colors(7))[0])


def test_the_adversary_learns_to_tell_and_the_generator_to_fool():
    lightness, _, _ = colors(8)
    truth = torch.cat((lightness, -lightness), dim=1) * 0.8  # color follows lightness
    gray = torch.zeros_like(truth)
    other = adversary(AdversarialConfig(feature_matching=0.0))
    for group in other.optimizer.param_groups:
        group["lr"] = 5e-3
    losses = [other.update(lightness, gray, truth)["discriminator"].item() for _ in range(80)]
    assert losses[-1] < 0.5 * losses[0]

    painter = nn.Conv2d(1, 2, 1)
    nn.init.zeros_(painter.weight)
    optimizer = torch.optim.Adam(painter.parameters(), lr=2e-2)
    before = other.generator_loss(lightness, painter(lightness), truth)[0]
    wrong = (painter(lightness) - truth).abs().mean()
    for _ in range(60):
        loss, _ = other.generator_loss(lightness, painter(lightness), truth)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    after = other.generator_loss(lightness, painter(lightness), truth)[0]
    assert after < 0.5 * before
    assert (painter(lightness) - truth).abs().mean() < wrong  # nobody told it the true colors


def test_the_flagship_can_play_too():
    network = Kolorit(KoloritConfig(widths=(32, 16, 16), heads=4, attention_blocks=1))
    lightness, _, truth = colors(9)
    predicted = network.colors(network.predict(lightness))
    other = adversary()
    loss, _ = other.generator_loss(lightness, predicted, truth)
    loss.backward()
    assert network.classify.weight.grad.any()
    assert other.update(lightness, predicted, truth)["discriminator"].isfinite()


def test_both_methods_run_under_autocast():
    other, generator = adversary(), Generator(GanConfig(width=WIDTH))
    add_spectral_norm(generator)
    lightness, _, truth = colors(10)
    with torch.autocast("cpu", torch.bfloat16):
        predicted = generator(lightness)
        assert predicted.dtype == torch.bfloat16
        loss, _ = other.generator_loss(lightness, predicted, truth)
        figures = other.update(lightness, predicted, truth)
    loss.backward()
    assert loss.dtype == figures["discriminator"].dtype == torch.float32
    assert all(weight.dtype == torch.float32 for weight in plain_state(generator).values())
