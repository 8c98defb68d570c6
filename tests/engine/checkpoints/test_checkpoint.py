import json
import pickle  # noqa: TID251 - to prove that it is refused
import struct
import subprocess
import sys

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from engine.checkpoints import checkpoint, stored_tensors
from engine.checkpoints.header import Header
from engine.errors import CheckpointError, UnknownArchitectureError
from engine.models.registry import COLOR_ARCHITECTURES
from tests.threads import PATIENCE
from tests.tiny import CPU, TINY

ENTRY = {
    "format": 2,
    "arch": "streets",
    "config": {"width": 1 / 16},
    "input_size": 32,
    "provenance": {},
}


def rewrite(path, *, drop=(), **changes):
    tensors = {k: v for k, v in load_file(path).items() if k not in drop}
    save_file(tensors, path, metadata={"kolorit": json.dumps(ENTRY | changes)})


def as_stored(tensor):
    if not tensor.is_floating_point():
        return tensor
    return tensor.half().float() if tensor.ndim > 1 else tensor


def test_round_trip(checkpoint_path):
    model = checkpoint.load(checkpoint_path, CPU)
    assert not model.network.training
    assert not any(p.requires_grad for p in model.network.parameters())
    assert {p.dtype for p in model.network.parameters()} == {torch.float32}
    assert model.header == TINY


@pytest.mark.parametrize("arch", COLOR_ARCHITECTURES.values(), ids=lambda a: a.id)
def test_every_architecture_survives_a_checkpoint_and_takes_its_multiple(arch, tmp_path):
    network = arch.build({}).eval()
    path = tmp_path / "x.safetensors"
    checkpoint.save(path, network.state_dict(), Header.coloring(arch, {}, 64, {}))
    loaded = checkpoint.load(path, CPU, folded=False).network
    for name, tensor in network.state_dict().items():
        assert torch.equal(loaded.state_dict()[name], as_stored(tensor))
    lightness = torch.zeros(1, 1, 3 * arch.multiple_of, 5 * arch.multiple_of)
    with torch.inference_mode():
        assert loaded(lightness).shape == (1, 2, *lightness.shape[2:])


def test_the_street_network_has_its_published_size():
    network = COLOR_ARCHITECTURES["streets"].build({})
    layers = [64, 64, 128, 128, 256, 256, 512, 256, 128, 64, 32, 2]
    expected = sum(9 * i * o + o for i, o in zip([1, *layers[:-1]], layers, strict=True))
    assert expected == 3_892_194
    assert sum(p.numel() for p in network.parameters()) == expected


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"drop": ["layers.0.bias"]}, r"layers\.0\.bias"),
        ({"format": 4}, "format 4"),
        ({"config": {"depth": 3}}, "depth"),
        ({"config": {"width": 500}}, "size mismatch"),  # a petabyte, were it allocated
        ({"config": {"width": 1e9}}, "overflow"),
        ({"config": [1]}, "malformed"),
        ({"input_size": "big"}, "does not know the contract"),
        ({"input_size": 0}, "does not know the contract"),
        ({"input_size": 5000}, "does not know the contract"),
        ({"config": {"width": float("inf")}}, "infinity"),
        ({"config": {"width": 0.5}}, "size mismatch"),
    ],
)
def test_what_does_not_fit_is_refused(checkpoint_path, changes, message):
    rewrite(checkpoint_path, **changes)
    with pytest.raises(CheckpointError, match=message):
        checkpoint.load(checkpoint_path, CPU)


@pytest.mark.parametrize(
    "config",
    [
        {"backbone": "vgg"},
        {"temperature": 0},
        {"temperature": 1e-40},
        {"attention_blocks": 999},
        {"heads": 3},
        {"heads": 0},
        {"heads": 2.0},
        {"widths": [1, 2]},
    ],
)
def test_a_configuration_no_network_can_have_is_refused(checkpoint_path, config):
    rewrite(checkpoint_path, arch="kolorit-2", config=config)
    with pytest.raises(CheckpointError):
        checkpoint.load(checkpoint_path, CPU)


@pytest.mark.parametrize("arch", ["from-the-future", ["a", "list"]])
def test_unknown_architecture(checkpoint_path, arch):
    rewrite(checkpoint_path, arch=arch)
    with pytest.raises(UnknownArchitectureError):
        checkpoint.load(checkpoint_path, CPU)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 64, pickle.dumps({"w": 1}), struct.pack("<Q", 1 << 60) + b"{}"],
    ids=["empty", "zeros", "pickle", "huge header"],
)
def test_anything_else_is_refused(tmp_path, content):
    path = tmp_path / "bad.safetensors"
    path.write_bytes(content)
    with pytest.raises(CheckpointError):
        checkpoint.load(path, CPU)


def test_so_are_variances_below_zero(tiny_kolorit, tmp_path):
    tensors, path = load_file(tiny_kolorit), tmp_path / "odd.safetensors"
    with safe_open(tiny_kolorit, framework="pt") as file:
        metadata = file.metadata()
    name = next(name for name in tensors if name.endswith("running_var"))
    tensors[name] -= 100
    save_file(tensors, path, metadata=metadata)
    with pytest.raises(CheckpointError, match=f"{name} holds negative variances"):
        checkpoint.load(path, CPU)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e5])
def test_weights_that_would_blacken_photos_are_refused(checkpoint_path, tmp_path, value):
    tensors = load_file(checkpoint_path)
    tensors["layers.0.weight"] = tensors["layers.0.weight"].float().fill_(value)
    with pytest.raises(ValueError, match="not finite"):  # 1e5 is too large for float16
        checkpoint.save(tmp_path / "x.safetensors", tensors, TINY)
    assert not (tmp_path / "x.safetensors").exists()
    if value != 1e5:
        save_file(tensors, checkpoint_path, metadata={"kolorit": json.dumps(ENTRY)})
        with pytest.raises(CheckpointError, match="not finite"):
            checkpoint.load(checkpoint_path, CPU)


def test_hostile_json_is_refused(checkpoint_path):
    metadata = {"kolorit": "[" * 100_000}
    save_file(load_file(checkpoint_path), checkpoint_path, metadata=metadata)
    with pytest.raises(CheckpointError):
        checkpoint.load(checkpoint_path, CPU)


def test_a_truncated_checkpoint_is_refused(checkpoint_path):
    content = checkpoint_path.read_bytes()
    checkpoint_path.write_bytes(content[: len(content) // 2])
    with pytest.raises(CheckpointError):
        checkpoint.load(checkpoint_path, CPU)


def test_a_foreign_safetensors_file_is_refused(tmp_path):
    path = tmp_path / "foreign.safetensors"
    save_file({"weight": torch.zeros(2)}, path)
    with pytest.raises(CheckpointError, match="not a Kolorit checkpoint"):
        checkpoint.load(path, CPU)


def test_too_large_a_file_is_refused_before_it_is_read(checkpoint_path, monkeypatch):
    monkeypatch.setattr(stored_tensors, "MAX_BYTES", 10)
    with pytest.raises(CheckpointError, match="larger than"):
        checkpoint.load(checkpoint_path, CPU)


def test_loading_does_without_the_compiler_of_torch(tiny_kolorit):
    code = (
        "import sys; from pathlib import Path; from engine import device;"
        "from engine.checkpoints import checkpoint;"
        "checkpoint.load(Path(sys.argv[1]), device.list_devices()[-1]);"
        "sys.exit('torch._dynamo' in sys.modules)"
    )  # it takes a second, and the bundle comes without
    subprocess.run([sys.executable, "-c", code, str(tiny_kolorit)], check=True, timeout=PATIENCE)
