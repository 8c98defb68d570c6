import json

import pytest
import torch
from safetensors.torch import load_file, save_file

from engine.checkpoints import checkpoint, pixel_checkpoint
from engine.checkpoints.pixel_checkpoint import Contract, PixelHeader
from engine.errors import CheckpointError, UnknownArchitectureError
from engine.models.pixel_registry import PIXEL_ARCHITECTURES, TASKS
from tests.tiny import CPU, TINY_PIXELS, save_tiny_pixel_network

TASK = TASKS["defects"]


@pytest.fixture
def path(tmp_path):
    return save_tiny_pixel_network(tmp_path / "pixels.safetensors")


def rewrite(path, **changes):
    entry = {
        "format": 2,
        "arch": "half-unet",
        "config": dict(TINY_PIXELS.config),
        "task": "defects",
        "contract": {
            "inputs": list(TASK.inputs),
            "outputs": list(TASK.outputs),
            "multiple_of": 4,
            "overlap": 32,
        },
        "provenance": {},
    }
    for key, value in changes.items():
        if isinstance(value, dict) and key == "contract":
            entry[key] |= value
        else:
            entry[key] = value
    save_file(load_file(path), path, metadata={"kolorit": json.dumps(entry)})


def test_round_trip(path):
    model = pixel_checkpoint.load(path, CPU, "defects")
    assert model.header == TINY_PIXELS
    assert not model.network.training
    assert (model.name, len(model.sha256)) == ("pixels", 64)


@pytest.mark.parametrize("int8", [False, True])
@pytest.mark.parametrize("arch", PIXEL_ARCHITECTURES.values(), ids=lambda a: a.id)
def test_every_architecture_survives_a_checkpoint_and_takes_its_multiple(arch, int8, tmp_path):
    for task in filter(arch.suits, TASKS.values()):
        network = arch.build({}, task).eval()
        step = network.multiple_of
        header = PixelHeader(arch, {}, task, Contract(step, 8 * step), {})
        path = tmp_path / "x.safetensors"
        pixel_checkpoint.save(path, network.state_dict(), header, int8=int8)
        loaded = pixel_checkpoint.load(path, CPU, task.id).network
        planes = torch.randn(1, len(task.inputs), 3 * step, 5 * step)
        with torch.inference_mode():
            before, after = network(planes), loaded(planes)
        size = () if arch.id == "revival" else planes.shape[2:]  # it says numbers of the whole
        assert after.shape == (1, len(task.outputs), *size)
        assert float((after - before).abs().max()) < 0.1 * float(before.std())


def test_an_architecture_for_another_task_is_refused(path):
    rewrite(path, arch="revival", config={})
    with pytest.raises(CheckpointError, match="made for revival, not for defects"):
        pixel_checkpoint.load(path, CPU)


def test_the_rewritten_file_is_good(path):
    rewrite(path)
    pixel_checkpoint.load(path, CPU)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"task": "portraits"}, "does not know its task, 'portraits'"),
        ({"task": 7}, "does not know its task"),
        ({"contract": {"inputs": ["gray"]}}, "does not know the contract"),
        ({"contract": {"outputs": ["faces"]}}, "does not know the contract"),
        ({"contract": {"color_space": "linear"}}, "does not know the contract"),
        ({"contract": {"overlap": 6}}, "does not know the contract"),
        ({"contract": {"overlap": -16}}, "does not know the contract"),
        ({"contract": {"overlap": 1 << 20}}, "does not know the contract"),
        ({"contract": {"overlap": True}}, "does not know the contract"),
        ({"contract": {"multiple_of": 0}}, "does not know the contract"),
        ({"contract": {"multiple_of": "4"}}, "does not know the contract"),
        ({"contract": {"multiple_of": 8}}, "does not fit its architecture"),
        ({"contract": None}, "contract is malformed"),
        ({"config": [1]}, "malformed"),
        ({"config": {"depth": 3}}, "depth"),
        ({"config": {"widths": []}}, "out of range"),
        ({"config": {"widths": [9, 9]}}, "mismatch"),
        ({"format": 3}, "format 3"),
    ],
)
def test_what_this_version_does_not_know_is_refused(path, changes, message):
    rewrite(path, **changes)
    with pytest.raises(CheckpointError, match=message):
        pixel_checkpoint.load(path, CPU)


def test_an_unknown_architecture_is_named(path):
    rewrite(path, arch="transformer-9")
    with pytest.raises(UnknownArchitectureError, match="transformer-9"):
        pixel_checkpoint.load(path, CPU)


def test_a_network_for_another_task_is_refused(path):
    with pytest.raises(CheckpointError, match="it is for defects, not for portraits"):
        pixel_checkpoint.load(path, CPU, "portraits")


def test_networks_that_color_and_networks_that_map_pixels_are_told_apart(path, checkpoint_path):
    assert pixel_checkpoint.maps_pixels(path)
    assert not pixel_checkpoint.maps_pixels(checkpoint_path)
    with pytest.raises(CheckpointError, match="does not map pixels"):
        pixel_checkpoint.load(checkpoint_path, CPU)
    with pytest.raises(CheckpointError, match="for 'defects', not for coloring"):
        checkpoint.load(path, CPU)
