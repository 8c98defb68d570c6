import pytest
import torch

from engine.models.registry import PIXEL_ARCHITECTURES
from engine.models.residual_unet import ResidualUNet, ResidualUNetConfig
from engine.models.tasks import TASKS
from training.weights.initialization import initialize


def fresh(**config):
    return ResidualUNet(ResidualUNetConfig(**config), 5, 3)


@pytest.mark.parametrize("size", [(8, 8), (40, 24)])
def test_it_answers_at_the_size_of_its_input(size):
    network = fresh()
    assert network.multiple_of == 8
    assert network(torch.rand(2, 5, *size)).shape == (2, 3, *size)


def test_fresh_it_changes_a_picture_little_and_every_weight_learns():
    network = fresh(widths=[16, 24], blocks=[1, 2])
    initialize(network)
    planes = torch.rand(4, 5, 32, 32)
    changed = network(planes)
    change = (changed - planes[:, :3]).square().mean().sqrt()
    assert change < planes[:, :3].std()
    changed.square().mean().backward()
    assert all(weight.grad.abs().sum() > 0 for weight in network.parameters())


def test_what_is_told_everywhere_reaches_every_pixel():
    network = fresh(widths=[16, 24], blocks=[1, 1])
    initialize(network)
    planes = torch.rand(1, 5, 32, 32)
    told = planes.clone()
    told[:, 3] += 0.1
    assert ((network(told) - network(planes)).abs() > 0).all()


def test_the_bundled_size_is_what_a_cpu_can_bear():
    network = PIXEL_ARCHITECTURES["residual-unet"].build({}, TASKS["denoise"])
    assert 1.5e6 < sum(weight.numel() for weight in network.parameters()) < 2.7e6


@pytest.mark.parametrize("config", [{"widths": [8]}, {"widths": [], "blocks": []}])
def test_what_is_no_network_is_refused(config):
    with pytest.raises(ValueError, match="as many widths as blocks"):
        ResidualUNetConfig(**config)


def test_outputs_are_among_the_inputs():
    with pytest.raises(ValueError, match="first of the inputs"):
        ResidualUNet(ResidualUNetConfig(), 2, 3)
