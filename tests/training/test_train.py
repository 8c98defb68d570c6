import json
from pathlib import Path

import pytest
import torch
from PIL import Image
from skimage.data import coffee

from engine import checkpoint
from tests.tiny import CPU
from training import bundle, evaluate, train
from training.config import ModelConfig, OptimConfig, RunConfig

CONFIG = RunConfig(
    steps=12,
    precision="fp32",
    save_every=5,
    evaluate_every=100,
    model=ModelConfig(config={"width": 1 / 16}),
    optim=OptimConfig(lr=1e-2, warmup_steps=4),
)


def photos(step):
    return torch.rand(2, 3, 16, 16, generator=torch.Generator().manual_seed(step))


def run(folder, batches=photos, config=CONFIG):
    folder.mkdir(exist_ok=True)
    return train.train(config, batches, folder, CPU, lambda _step, _network: {"psnr": 1.0})


def losses(folder):
    records = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    return [record["loss"] for record in records if "loss" in record]


def test_a_resumed_run_equals_an_uninterrupted_one(tmp_path):
    def stops_at_seven(step):
        if step == 7:
            raise KeyboardInterrupt
        return photos(step)

    expected = run(tmp_path / "whole").network.state_dict()
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "broken", stops_at_seven)
    actual = run(tmp_path / "broken").network.state_dict()
    for name, tensor in expected.items():
        assert torch.equal(actual[name], tensor)


def test_a_finished_run_is_not_gone_on_with(tmp_path):
    first = run(tmp_path).network.state_dict()
    again = run(tmp_path, lambda _step: pytest.fail("asked for photos")).network.state_dict()
    for name, tensor in first.items():
        assert torch.equal(again[name], tensor)


def test_a_run_by_the_clock_ends(tmp_path):
    run(tmp_path, config=RunConfig(minutes=0.01, precision="fp32", model=CONFIG.model))
    assert losses(tmp_path)


def test_the_learning_rate_warms_up_and_falls_to_nothing():
    rates = [train.learning_rate(CONFIG, step, step / 12) for step in range(13)]
    assert rates[0] == pytest.approx(0.25e-2)
    assert max(rates) == rates[3]
    assert rates[-1] == pytest.approx(0, abs=1e-9)


def test_the_commands_train_measure_and_bundle_a_model(tmp_path, shards, tiny_models, capsys):
    folder = tmp_path / "run"
    train.main(["training/recipes/small.toml", str(folder), "--data", str(shards), "steps=6"])
    names = {path.name for path in folder.iterdir()}
    expected = {
        "run.json",
        "model.safetensors",
        "run_state.pt",
        "log.jsonl",
        "curves.png",
        "sheet-000006.png",
    }
    assert expected == names
    with Image.open(folder / "sheet-000006.png") as sheet:
        assert sheet.height == 2 * 192 + 4  # both validation photos
    trained = checkpoint.load(folder / "model.safetensors", CPU)
    provenance = trained.header.provenance
    assert provenance["recipe"] == "small"
    assert provenance["steps"] == 6
    assert provenance["data"]["photos"] == 10
    assert provenance["watched_photos"]["psnr"] > 0

    figures = tmp_path / "figures.json"
    evaluate.main(
        [str(folder / "model.safetensors"), "--data", str(shards), "--json", str(figures)]
    )
    assert json.loads(figures.read_text())[str(folder / "model.safetensors")]["photos"] == 2
    assert "| gray | 2 |" in capsys.readouterr().out

    source = str(folder / "model.safetensors")
    bundle.main([source, "mine", "--summary", 'A "mine".', "--license", "mine"])
    assert (tiny_models / "mine.safetensors").read_bytes() == Path(source).read_bytes()


@pytest.mark.slow
def test_the_street_network_memorizes_one_photo(tmp_path):
    """The recipe ``alpha``: a network that cannot has a fault in its wiring."""
    photo = tmp_path / "coffee.png"
    Image.fromarray(coffee()).save(photo)
    train.main(["training/recipes/alpha.toml", str(tmp_path / "run"), "--data", str(photo)])
    assert losses(tmp_path / "run")[-1] < 1e-3
