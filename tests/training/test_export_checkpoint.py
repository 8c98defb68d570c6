import pytest
import torch

from engine.checkpoints import checkpoint
from tests.tiny import CPU
from training import export_checkpoint


def test_settings_change_and_weights_shrink(tiny_kolorit, tmp_path, capsys):
    target = tmp_path / "small.safetensors"
    export_checkpoint.main(
        [str(tiny_kolorit), str(target), "--int8", "temperature=0.4", "gain = 1.25"]
    )
    before, after = (checkpoint.load(path, CPU) for path in (tiny_kolorit, target))
    assert (after.network.decoding.temperature, after.network.decoding.gain) == (0.4, 1.25)
    assert before.header.config | {"temperature": 0.4, "gain": 1.25} == after.header.config
    assert target.stat().st_size < 0.7 * tiny_kolorit.stat().st_size
    lightness = torch.randn(1, 1, 32, 32)
    predictions = (model.network.predict(lightness) for model in (before, after))
    pairs = zip(*((p.logits, p.shares) for p in predictions), strict=True)
    for a, b in pairs:
        torch.testing.assert_close(a, b, atol=0.3, rtol=0.1)
    assert "MiB" in capsys.readouterr().out


@pytest.mark.parametrize("setting", ["temperature", "temperature=-1", "warmth=3"])
def test_settings_that_cannot_be_are_refused(tiny_kolorit, tmp_path, setting):
    with pytest.raises(SystemExit):
        export_checkpoint.main([str(tiny_kolorit), str(tmp_path / "x.safetensors"), setting])


def test_settings_may_be_given_by_their_earlier_names(tiny_kolorit, tmp_path):
    target = tmp_path / "x.safetensors"
    export_checkpoint.main([str(tiny_kolorit), str(target), "caution=0.25", "limit=60.0"])
    decoding = checkpoint.load(target, CPU).network.decoding
    assert (decoding.logit_adjustment, decoding.max_chroma) == (0.25, 60.0)
