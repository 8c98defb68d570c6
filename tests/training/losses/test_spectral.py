import copy

import torch
from torch import nn

from engine.models.gan import GanConfig, Generator
from training.loop.ema import Ema
from training.losses.spectral import add_spectral_norm, plain_copy, plain_state

TINY = GanConfig(width=1 / 32)


def normalized():
    """A small network whose normalization has been in use for a while."""
    network = Generator(TINY)
    add_spectral_norm(network)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        network(torch.randn(1, 1, 64, 64)).square().mean().backward()
        optimizer.step()
    return network


def same_bits(first, second):
    return first.keys() == second.keys() and all(torch.equal(first[k], second[k]) for k in first)


def test_no_convolution_amplifies():
    network = normalized()
    for _ in range(50):  # the estimate becomes exact
        network(torch.zeros(1, 1, 64, 64))
    weights = [weight for weight in plain_state(network).values() if weight.ndim == 4]
    assert len(weights) == 6 + 5 + 4 + 1
    for weight in weights:
        norm = torch.linalg.matrix_norm(weight.flatten(1), 2)
        torch.testing.assert_close(norm, torch.tensor(1.0), rtol=0.02, atol=0)


def test_the_plain_state_fits_the_plain_network_and_predicts_the_same():
    network, plain = normalized().eval(), Generator(TINY).eval()
    plain.load_state_dict(plain_state(network), strict=True)
    lightness = torch.randn(2, 1, 64, 64)
    with torch.inference_mode():
        torch.testing.assert_close(plain(lightness), network(lightness), rtol=0, atol=0)


def test_asking_for_the_plain_state_changes_nothing():
    network = normalized()
    before = copy.deepcopy(network.state_dict())
    first = plain_state(network)
    assert same_bits(plain_state(network), first)
    assert same_bits(network.state_dict(), before)
    assert all(module.training for module in network.modules())


def test_a_single_convolution_and_a_network_without_normalization_are_fine():
    layer = nn.Conv2d(2, 3, 3)
    assert same_bits(plain_state(layer), dict(layer.state_dict()))
    add_spectral_norm(layer)
    assert plain_state(layer).keys() == {"weight", "bias"}


def test_a_plain_copy_is_a_plain_network_of_its_own():
    network = normalized()
    plain = plain_copy(network)
    assert {type(m) for m in plain.modules()} == {type(m) for m in Generator(TINY).modules()}
    assert same_bits(dict(plain.state_dict()), plain_state(network))
    with torch.no_grad():
        plain.up[0].grow[2].weight.zero_()
    assert plain_state(network)["up.0.grow.2.weight"].any()


def test_the_average_is_one_of_plain_weights():
    network = normalized()
    ema = Ema(network, decay=0.9)
    first = copy.deepcopy(ema.network.state_dict())
    assert same_bits(first, plain_state(network))
    optimizer = torch.optim.SGD(network.parameters(), lr=1.0)
    network(torch.randn(1, 1, 64, 64)).square().mean().backward()
    optimizer.step()
    ema.update(network)
    decay = 2 / 11
    for name, now in plain_state(network).items():
        expected = decay * first[name] + (1 - decay) * now
        torch.testing.assert_close(ema.network.state_dict()[name], expected)
    moved = "up.0.grow.2.weight"
    assert not torch.equal(ema.network.state_dict()[moved], first[moved])
