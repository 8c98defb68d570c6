"""A network of a few thousand weights, and pictures for it."""

from functools import wraps

import numpy as np
import torch

from engine.checkpoints import checkpoint
from engine.checkpoints.checkpoint import Model
from engine.checkpoints.header import Contract, Header
from engine.device import Device
from engine.models.registry import COLOR_ARCHITECTURES, PIXEL_ARCHITECTURES
from engine.models.tasks import TASKS
from training.weights.initialization import initialize

CPU = Device("cpu", "test processor")
TINY = Header.coloring(COLOR_ARCHITECTURES["streets"], {"width": 1 / 16}, 32, {"recipe": "test"})
TINY_PIXELS = Header(
    PIXEL_ARCHITECTURES["half-unet"],
    {"widths": [8, 8]},
    TASKS["defects"],
    Contract(multiple_of=4, overlap=32),
    {"recipe": "test"},
)


def made_once(save):
    """Let a function that writes a checkpoint make each only once in a run of tests."""
    contents = {}

    @wraps(save)
    def saved(path, *args, **named):
        asked = args, *named.items()
        if asked in contents:
            path.write_bytes(contents[asked])
        else:
            save(path, *args, **named)
            contents[asked] = path.read_bytes()
        torch.manual_seed(0)  # what a test draws does not depend on whether it was the first
        return path

    return saved


@made_once
def save_tiny_checkpoint(path, ab=(0.3, -0.15)):
    """A network of a few thousand weights whose colors scatter around 128 * ab."""
    torch.manual_seed(0)
    network = TINY.arch.build(TINY.config)
    initialize(network)
    last = [m for m in network.modules() if isinstance(m, torch.nn.Conv2d)][-1]
    with torch.no_grad():
        last.weight.mul_(3)
        last.bias.copy_(torch.tensor(ab))
    checkpoint.save(path, network.state_dict(), TINY)


def gray_pixels(height, width, seed=0):
    gray = np.random.default_rng(seed).integers(0, 256, (height, width, 1), dtype=np.uint8)
    return np.repeat(gray, 3, axis=2)


@made_once
def save_tiny_kolorit(path, seed=0):
    """A small flagship network with random weights: distributions, hints and all."""
    torch.manual_seed(seed)
    config = {"widths": [32, 16, 16], "heads": 4, "attention_blocks": 1}
    header = Header.coloring(COLOR_ARCHITECTURES["kolorit-2"], config, 64, {"recipe": "test"})
    network = header.arch.build(config)
    initialize(network)
    for name, weight in network.named_parameters():
        if "from_hints" in name:
            torch.nn.init.normal_(weight, std=3)
    checkpoint.save(path, network.state_dict(), header)


@made_once
def save_tiny_pixel_network(path, seed=0):
    """A network of a few thousand weights that looks for damage and finds anything."""
    torch.manual_seed(seed)
    network = TINY_PIXELS.arch.build(TINY_PIXELS.config, TINY_PIXELS.task)
    initialize(network)
    checkpoint.save(path, network.state_dict(), TINY_PIXELS)


def tiny_pixel_model(task, arch, overlap=32, seed=0, **config):
    """A network with fresh weights, as if it came from a file."""
    torch.manual_seed(seed)
    architecture = PIXEL_ARCHITECTURES[arch]
    network = architecture.build(config, TASKS[task])
    initialize(network)
    contract = Contract(network.multiple_of, overlap)
    header = Header(architecture, config, TASKS[task], contract, {"recipe": "test"})
    return Model(network.eval().requires_grad_(requires_grad=False), header, CPU)


TINY_DENOISER = Header(
    PIXEL_ARCHITECTURES["residual-unet"],
    {"widths": [8, 8], "blocks": [1, 1]},
    TASKS["denoise"],
    Contract(multiple_of=4, overlap=16),
    {"recipe": "test"},
)


@made_once
def save_tiny_denoiser(path):
    """A network that replaces the luma of two by two pixels by its mean, and keeps colors."""
    network = TINY_DENOISER.arch.build(TINY_DENOISER.config, TINY_DENOISER.task)
    with torch.no_grad():
        for weight in network.parameters():
            weight.zero_()
        network.enter.weight[:4, :4, 1, 1] = torch.eye(4)  # four places of luma, side by side
        network.leave.weight[:4, :4, 1, 1] = 0.25 - torch.eye(4)
    checkpoint.save(path, network.state_dict(), TINY_DENOISER)
