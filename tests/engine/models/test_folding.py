import copy

import pytest
import torch
from torch import nn

from engine.checkpoints import checkpoint
from engine.models.folding import fold_batch_norms
from engine.models.registry import COLOR_ARCHITECTURES
from tests.tiny import CPU
from training.weights.initialization import initialize

BACKBONE_NAMES = ("efficientnet_lite1", "mobilenet_v2", "resnet50_v2")
BACKBONES = [("kolorit-2", {"backbone": backbone}) for backbone in BACKBONE_NAMES]
OTHERS = [(name, {}) for name in COLOR_ARCHITECTURES if name != "kolorit-2"]


def norms(network):
    return [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]


def learn_something(network):
    """Give every norm statistics and weights of its own, as training would."""
    for norm in norms(network):
        nn.init.normal_(norm.running_mean, std=0.3)
        nn.init.uniform_(norm.running_var, 0.3, 3)
        nn.init.uniform_(norm.weight, 0.3, 3)
        nn.init.normal_(norm.bias, std=0.3)


@pytest.mark.parametrize(("arch", "config"), BACKBONES + OTHERS)
@torch.inference_mode()
def test_a_folded_network_says_the_same_without_norms(arch, config):
    network = COLOR_ARCHITECTURES[arch].build(config).eval().double()  # float32 rounds, deep down
    initialize(network)
    learn_something(network)
    folded = copy.deepcopy(network)
    fold_batch_norms(folded)
    assert norms(folded) == []
    step = COLOR_ARCHITECTURES[arch].multiple_of
    lightness = torch.rand(1, 1, step, 2 * step, dtype=torch.float64) * 2 - 1
    truth = network(lightness)
    assert truth.std() > 1e-4
    torch.testing.assert_close(folded(lightness), truth, rtol=1e-5, atol=1e-6)


def test_the_app_runs_a_folded_network_and_training_goes_on_from_what_was_stored(tiny_kolorit):
    stored = checkpoint.load(tiny_kolorit, CPU, folded=False).network
    assert len(norms(stored)) == 3 * 2  # of three merges
    assert norms(checkpoint.load(tiny_kolorit, CPU).network) == []
