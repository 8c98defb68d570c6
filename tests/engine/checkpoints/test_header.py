import json

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from engine.checkpoints import checkpoint
from engine.checkpoints.header import Contract, Header
from engine.errors import CheckpointError, UnknownArchitectureError
from engine.models.registry import PIXEL_ARCHITECTURES
from engine.models.tasks import TASKS
from tests.tiny import CPU, TINY, TINY_PIXELS, save_tiny_pixel_network


@pytest.fixture
def path(tmp_path):
    return save_tiny_pixel_network(tmp_path / "pixels.safetensors")


def entry_of(path):
    with safe_open(path, framework="pt") as file:
        return json.loads(file.metadata()["kolorit"])


def rewrite(path, **changes):
    entry = entry_of(path)
    if isinstance(changes.get("contract"), dict):
        changes["contract"] = entry["contract"] | changes["contract"]
    entry = {key: value for key, value in (entry | changes).items() if value is not ...}
    save_file(load_file(path), path, metadata={"kolorit": json.dumps(entry)})


def test_round_trip(path):
    model = checkpoint.load(path, CPU, "defects")
    assert model.header == TINY_PIXELS
    assert not model.network.training
    assert (model.name, len(model.sha256)) == ("pixels", 64)


@pytest.mark.parametrize("int8", [False, True])
@pytest.mark.parametrize("arch", PIXEL_ARCHITECTURES.values(), ids=lambda a: a.id)
def test_every_architecture_survives_a_checkpoint_and_takes_its_multiple(arch, int8, tmp_path):
    for task in filter(arch.suits, TASKS.values()):
        network = arch.build({}, task).eval()
        step = network.multiple_of
        header = Header(arch, {}, task, Contract(step, 8 * step), {})
        path = tmp_path / "x.safetensors"
        checkpoint.save(path, network.state_dict(), header, int8=int8)
        loaded = checkpoint.load(path, CPU, task.id).network
        planes = torch.randn(1, len(task.inputs), 3 * step, 5 * step)
        with torch.inference_mode():
            before, after = network(planes), loaded(planes)
        size = () if arch.id == "revival" else planes.shape[2:]  # it says numbers of the whole
        assert after.shape == (1, len(task.outputs), *size)
        assert float((after - before).abs().max()) < 0.1 * float(before.std())


def test_an_architecture_for_another_task_is_refused(path):
    rewrite(path, arch="revival", config={})
    with pytest.raises(CheckpointError, match="made for revival, not for defects"):
        checkpoint.load(path, CPU, "defects")


def test_the_rewritten_file_is_good(path):
    rewrite(path)
    checkpoint.load(path, CPU, "defects")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"task": "portraits"}, "does not know its task, 'portraits'"),
        ({"task": 7}, "does not know its task"),
        ({"task": ...}, "malformed"),
        ({"input_size": 64}, "malformed"),
        ({"contract": {"inputs": ["gray"]}}, "does not know the contract"),
        ({"contract": {"outputs": ["faces"]}}, "does not know the contract"),
        ({"contract": {"layout": ["BHWC", "BHWC"]}}, "does not know the contract"),
        ({"contract": {"color_space": "linear"}}, "does not know the contract"),
        ({"contract": {"input_range": [0, 255]}}, "does not know the contract"),
        ({"contract": {"padding": "none"}}, "does not know the contract"),
        ({"contract": {"mean": [0.5]}}, "does not know the contract"),
        ({"contract": {"input_size": 64}}, "does not know the contract"),
        ({"contract": {"output_scale": 2.0}}, "does not know the contract"),
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
        ({"format": 4}, "format 4"),
    ],
)
def test_what_this_version_does_not_know_is_refused(path, changes, message):
    rewrite(path, **changes)
    with pytest.raises(CheckpointError, match=message):
        checkpoint.load(path, CPU, "defects")


def test_an_unknown_architecture_is_named(path):
    rewrite(path, arch="transformer-9")
    with pytest.raises(UnknownArchitectureError, match="transformer-9"):
        checkpoint.load(path, CPU, "defects")


def test_a_network_for_another_task_is_refused(path):
    with pytest.raises(CheckpointError, match="is for defects, not for portraits"):
        checkpoint.load(path, CPU, "portraits")


def test_networks_that_color_and_networks_that_map_pixels_are_told_apart(path, checkpoint_path):
    with pytest.raises(CheckpointError, match="for color, not for defects"):
        checkpoint.load(checkpoint_path, CPU, "defects")
    with pytest.raises(CheckpointError, match="for defects, not for color"):
        checkpoint.load(path, CPU)
    tasks = [checkpoint.load(each, CPU, None).header.task.id for each in (path, checkpoint_path)]
    assert tasks == ["defects", "color"]


def test_a_network_that_colors_tells_its_contract(checkpoint_path):
    assert entry_of(checkpoint_path)["task"] == "color"
    assert entry_of(checkpoint_path)["contract"] == {
        "inputs": ["lightness"],
        "outputs": ["a", "b"],
        "layout": ["BCHW", "BCHW"],
        "color_space": "CIE Lab, D65, 2 degrees",
        "input_range": [-1.0, 1.0],
        "output_scale": 128.0,
        "padding": "mirror",
        "multiple_of": 8,
        "overlap": None,
        "input_size": 32,
    }


@pytest.mark.parametrize(
    ("contract", "message"),
    [
        ({"overlap": 64}, "does not know the contract"),
        ({"input_size": None}, "does not know the contract"),
        ({"input_size": 5000}, "does not know the contract"),
        ({"output_scale": 110.0}, "does not fit its architecture"),
        ({"multiple_of": 16}, "does not fit its architecture"),
    ],
)
def test_another_contract_of_a_network_that_colors_is_refused(checkpoint_path, contract, message):
    rewrite(checkpoint_path, contract=contract)
    with pytest.raises(CheckpointError, match=message):
        checkpoint.load(checkpoint_path, CPU)


OLD_CONTRACT = {
    "inputs": list(TINY_PIXELS.task.inputs),
    "outputs": list(TINY_PIXELS.task.outputs),
    "multiple_of": 4,
    "overlap": 32,
}


def rewrite_as_format_2(path, header, **told):
    entry = {
        "format": 2,
        "arch": header.arch.id,
        "config": dict(header.config),
        "provenance": dict(header.provenance),
        **told,
    }
    save_file(load_file(path), path, metadata={"kolorit": json.dumps(entry)})


def test_files_of_format_2_mean_what_they_meant(path, checkpoint_path):
    rewrite_as_format_2(path, TINY_PIXELS, task="defects", contract=OLD_CONTRACT)
    assert checkpoint.load(path, CPU, "defects").header == TINY_PIXELS
    rewrite_as_format_2(checkpoint_path, TINY, input_size=32)
    assert checkpoint.load(checkpoint_path, CPU).header == TINY
    assert checkpoint.read_header(checkpoint_path) == TINY


@pytest.mark.parametrize(
    ("contract", "message"),
    [
        (OLD_CONTRACT | {"mean": 0.5}, "does not know the contract"),
        (OLD_CONTRACT | {"inputs": ["gray"]}, "does not know the contract"),
        ({"multiple_of": 4, "overlap": 32}, "contract is malformed"),
        (None, "contract is malformed"),
    ],
)
def test_contracts_of_format_2_are_read_strictly(path, contract, message):
    rewrite_as_format_2(path, TINY_PIXELS, task="defects", contract=contract)
    with pytest.raises(CheckpointError, match=message):
        checkpoint.load(path, CPU, "defects")


def test_only_networks_that_may_be_shown_tiles_say_how_far_tiles_overlap(path):
    model = checkpoint.load(path, CPU, "defects")
    assert model.tile_overlap == 32
    rewrite(path, contract={"overlap": None})
    with pytest.raises(ValueError, match="pixels cannot be shown tiles"):
        _ = checkpoint.load(path, CPU, "defects").tile_overlap


def test_configurations_of_format_2_get_the_names_of_today(tiny_kolorit):
    header = checkpoint.read_header(tiny_kolorit)
    old = dict(header.config) | {"caution": 0.4, "lift": 1.0, "limit": 60.0}
    old["trunk"] = old.pop("backbone", "mobilenet_v2")
    rewrite_as_format_2(tiny_kolorit, header, input_size=64, config=old)
    config = checkpoint.load(tiny_kolorit, CPU).header.config
    assert {key: config[key] for key in set(config) - set(header.config)} == {
        "backbone": "mobilenet_v2",
        "logit_adjustment": 0.4,
        "chroma_compensation": 1.0,
        "max_chroma": 60.0,
    }
