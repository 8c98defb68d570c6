from dataclasses import replace

import pytest
import torch

from engine.models.fusion import Fusion, FusionConfig
from training.config import DataConfig, ModelConfig, RunConfig
from training.data.batches import make_batches
from training.data.datasets import load_photos
from training.losses.objectives import make_objective

STILL = DataConfig(store_size=64, crops=[32], shift=False, flip=False)
STEPS = 6
HEADS = {"mse": "ab", "rebalanced": "bins"}


def run_of(loss, data=STILL):
    return RunConfig(
        steps=STEPS,
        batch_size=4,
        loss=loss,
        precision="fp32",
        data=data,
        model=ModelConfig("fusion"),
    )


def errors(loss, batches):
    """Look at batches with a small network; return losses, gradients and questions asked."""
    torch.manual_seed(0)
    network = Fusion(FusionConfig(width=1 / 16, head=HEADS[loss]))
    asked = []
    network.classifier.register_forward_hook(lambda *_: asked.append(1))
    objective = make_objective(run_of(loss), network, 128.0, batches)
    losses = torch.stack([objective(network, batches(step)).loss for step in range(STEPS)])
    losses.sum().backward()
    return losses.detach(), network.encoder[0].weight.grad, len(asked)


@pytest.mark.parametrize("loss", HEADS)
def test_a_classifier_that_is_remembered_changes_nothing_but_the_time(photo_folder, loss):
    photos = load_photos(photo_folder, "train", STILL)
    batches = make_batches(run_of(loss), photos)
    losses, gradient, asked = errors(loss, batches)
    all_losses, all_gradient, always = errors(
        loss, lambda step: replace(batches(step), photos=None)
    )
    assert len(losses.unique()) > 1
    torch.testing.assert_close(losses, all_losses, rtol=1e-6, atol=1e-7)
    torch.testing.assert_close(gradient, all_gradient, rtol=1e-4, atol=1e-7)
    assert always == STEPS
    assert asked <= -(-len(photos) // 4) < STEPS  # in the first epoch


@pytest.mark.parametrize(
    "moves",
    [
        {"shift": True},
        {"flip": True},
        {"zoom": 0.1},
        {"shear": 0.1},
        {"rotation": 5.0},
        {"degraded": 0.5},
        {"crops": [32, 64]},
    ],
)
def test_photos_that_look_different_at_each_step_are_not_remembered(photo_folder, moves):
    data = replace(STILL, **moves)
    batches = make_batches(run_of("mse", data), load_photos(photo_folder, "train", data))
    assert batches(0).photos is None
