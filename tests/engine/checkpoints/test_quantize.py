import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from engine.checkpoints import checkpoint
from engine.checkpoints.header import Header
from engine.checkpoints.quantize import dequantize, quantize
from engine.errors import CheckpointError
from engine.models.registry import COLOR_ARCHITECTURES
from tests.tiny import CPU

HEADER = Header.coloring(COLOR_ARCHITECTURES["streets"], {"width": 0.25}, 32, {})


@pytest.fixture
def path(tmp_path):
    torch.manual_seed(0)
    network = COLOR_ARCHITECTURES["streets"].build(HEADER.config)
    checkpoint.save(tmp_path / "q.safetensors", network.state_dict(), HEADER, int8=True)
    return tmp_path / "q.safetensors"


def test_every_weight_is_within_half_a_step():
    weight = torch.randn(64, 32, 3, 3) * torch.logspace(-6, 1, 64).view(-1, 1, 1, 1)
    weight[5] = 0  # a dead channel
    stored = quantize({"w": weight, "b": torch.ones(64), "n": torch.tensor(3)})
    assert stored["w"].dtype == torch.int8
    assert stored["b"].dtype == torch.float32
    back = dequantize(stored)
    assert back.keys() == {"w", "b", "n"}
    step = weight.flatten(1).abs().amax(dim=1) / 127
    error = (back["w"] - weight).flatten(1).abs().amax(dim=1)
    assert (error <= 0.51 * step).all()


def test_a_checkpoint_of_eight_bits_is_restored_and_smaller(path, tmp_path):
    network = checkpoint.load(path, CPU, folded=False).network
    checkpoint.save(tmp_path / "f.safetensors", network.state_dict(), HEADER)
    assert path.stat().st_size < 0.6 * (tmp_path / "f.safetensors").stat().st_size
    again = checkpoint.load(tmp_path / "f.safetensors", CPU, folded=False).network
    for name, tensor in network.state_dict().items():
        assert tensor.dtype == torch.float32
        torch.testing.assert_close(tensor, again.state_dict()[name], rtol=1e-3, atol=1e-6)


@pytest.mark.parametrize("change", ["missing", "short"])
def test_a_scale_that_does_not_fit_is_refused(path, change):
    tensors = load_file(path)
    scale = next(name for name in tensors if name.endswith(":scale"))
    if change == "missing":
        del tensors[scale]
    else:
        tensors[scale] = tensors[scale][:-1]
    with safe_open(path, framework="pt") as file:
        metadata = file.metadata()
    save_file(tensors, path, metadata=metadata)
    with pytest.raises(CheckpointError, match="no scale for each"):
        checkpoint.load(path, CPU)
