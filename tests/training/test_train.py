import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PIL import Image
from skimage.data import coffee

from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import bundled_models
from engine.models.registry import COLOR_ARCHITECTURES
from tests.tiny import CPU
from training import bundle, checkpoint_chunks, evaluate, train
from training.config import DataConfig, ModelConfig, OptimConfig, RunConfig
from training.data.batches import batch_from_rgb
from training.loop import run_state
from training.loop.log import read_log
from training.loop.optimizer import learning_rate
from training.weights.initialization import initialize

CONFIG = RunConfig(
    steps=12,
    precision="fp32",
    save_every=5,
    evaluate_every=100,
    model=ModelConfig(config={"width": 1 / 16}),
    optim=OptimConfig(lr=1e-2, warmup_steps=4),
)


def photos(step):
    generator = torch.Generator().manual_seed(step)
    return batch_from_rgb(torch.rand(2, 3, 16, 16, generator=generator), generator, DataConfig())


def run(folder, batches=photos, config=CONFIG):
    folder.mkdir(exist_ok=True)
    watch = train.Watch(folder, lambda _step, _network: {"psnr": 1.0})
    return train.train(config, batches, watch, CPU)


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


def test_the_average_trails_the_trained_weights_and_the_rate_moves_them(tmp_path):
    torch.manual_seed(CONFIG.seed)
    start = COLOR_ARCHITECTURES["streets"].build(CONFIG.model.config)
    initialize(start)
    average = run(tmp_path / "run").network.state_dict()
    state = torch.load(tmp_path / "run" / "run_state.pt", weights_only=True)  # noqa: TID251
    still = RunConfig(**{**vars(CONFIG), "optim": OptimConfig(lr=0.0)})
    unmoved = run(tmp_path / "still", config=still).network.state_dict()
    for name, first in start.state_dict().items():
        assert not torch.equal(average[name], first)
        assert not torch.equal(average[name], state["network"][name])
        assert torch.equal(unmoved[name], first)


def test_gradients_are_clipped(tmp_path, monkeypatch):
    norms, real = [], torch.nn.utils.clip_grad_norm_

    def spy(parameters, limit):
        parameters = list(parameters)
        norm = real(parameters, limit)
        norms.append(torch.stack([p.grad.norm() for p in parameters]).norm().item())
        return norm

    monkeypatch.setattr(torch.nn.utils, "clip_grad_norm_", spy)
    run(tmp_path, config=RunConfig(**{**vars(CONFIG), "optim": OptimConfig(grad_clip=1e-3)}))
    assert max(norms) <= 1.01e-3


def test_a_run_that_overflows_stops_and_keeps_its_last_state(tmp_path):
    def breaks_at_seven(step):
        batch = photos(step)
        return replace(batch, ab=batch.ab * float("nan")) if step == 7 else batch

    with pytest.raises(FloatingPointError, match="step 10"):
        run(tmp_path, breaks_at_seven)
    state = torch.load(tmp_path / "run_state.pt", weights_only=True)  # noqa: TID251
    assert state["progress"]["step"] == 5


def test_a_crash_while_saving_keeps_the_last_state(tmp_path, monkeypatch):
    run(tmp_path)
    before = (tmp_path / "run_state.pt").read_bytes()

    def half(_state, path):
        path.write_bytes(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(torch, "save", half)
    with pytest.raises(OSError, match="disk full"):
        run_state.save(tmp_path / "run_state.pt", {})
    assert (tmp_path / "run_state.pt").read_bytes() == before


def test_the_log_has_no_step_twice_after_a_crash(tmp_path):
    config = RunConfig(**{**vars(CONFIG), "steps": 30})

    def stops(step):
        if step == 24:
            raise KeyboardInterrupt
        return photos(step)

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, stops, config)
    with (tmp_path / "log.jsonl").open("a") as file:
        file.write('{"step": 2')  # cut off
    run(tmp_path, config=config)
    steps = [record["step"] for record in read_log(tmp_path / "log.jsonl") if "loss" in record]
    assert steps == [5, 10, 15, 20, 25, 30]


def test_a_folder_of_another_run_is_refused(tmp_path, shards, capsys):
    command = ["training/recipes/small.toml", str(tmp_path), "--data", str(shards), "steps=1"]
    train.main(command)
    train.main([*command, "evaluate_every=5"])  # not a different run
    with pytest.raises(SystemExit):
        train.main([*command, "seed=7"])
    assert "holds a run with other settings" in capsys.readouterr().err


def test_a_folder_of_an_older_version_is_gone_on_with(tmp_path):
    model = {"config": {"backbone": "mobilenet_v2"}}
    identity = {"config": {"optim": {"backbone_lr": 0.5}, "model": model}}
    identity["start"] = {"backbone": ["x", "1"]}
    text = json.dumps(identity).replace("backbone", "trunk")
    (tmp_path / "run.json").write_text(text)
    run_state.claim_folder(tmp_path, identity)
    with pytest.raises(ValueError, match="other settings"):
        run_state.claim_folder(tmp_path, identity | {"start": {}})


def test_a_run_by_the_clock_ends(tmp_path):
    run(tmp_path, config=RunConfig(minutes=0.01, precision="fp32", model=CONFIG.model))
    assert losses(tmp_path)


def test_the_learning_rate_warms_up_and_falls_to_nothing():
    rates = [learning_rate(CONFIG, step, step / 12) for step in range(13)]
    assert rates[0] == pytest.approx(0.25e-2)
    assert max(rates) == rates[3]
    assert rates[-1] == pytest.approx(0, abs=1e-9)


def test_the_commands_train_measure_and_bundle_a_model(tmp_path, shards, tiny_models, capsys):
    folder = tmp_path / "run"
    command = ["training/recipes/small.toml", str(folder), "--data", str(shards), "steps=6"]
    train.main([*command, "--chunks", str(tmp_path / "chunks")])
    names = {path.name for path in folder.iterdir()}
    expected = {
        "run.json",
        "model.safetensors",
        "run_state.pt",
        "log.jsonl",
        "curves.png",
        "index.html",
        "sheet-000006.png",
    }
    assert expected == names
    page = (folder / "index.html").read_text()
    assert "sheet-000006.png" in page
    assert "Step 6" in page
    with Image.open(folder / "sheet-000006.png") as sheet:
        assert sheet.height == 192  # the one watched photo
    trained = checkpoint.load(folder / "model.safetensors", CPU)
    state = torch.load(folder / "run_state.pt", weights_only=True)  # noqa: TID251
    for name, tensor in trained.network.state_dict().items():
        average = state["ema"]["network"][name]
        assert torch.equal(tensor, average.half().float() if average.ndim > 1 else average)
    provenance = trained.header.provenance
    assert provenance["recipe"] == "small"
    assert provenance["steps"] == 6
    assert provenance["data"]["photos"] == 9
    assert provenance["watched"]["psnr"] > 0

    checkpoint_chunks.main([str(tmp_path / "chunks"), str(tmp_path / "joined.safetensors")])
    joined = (tmp_path / "joined.safetensors").read_bytes()
    assert joined == (folder / "model.safetensors").read_bytes()

    figures = tmp_path / "figures.json"
    evaluate.main(
        [str(folder / "model.safetensors"), "--data", str(shards), "--json", str(figures)]
    )
    rows = {(row["model"], row["input"]): row for row in json.loads(figures.read_text())}
    assert rows["model", "degraded"]["quality"]["photos"] == 2
    assert "| gray | clean | 2 |" in capsys.readouterr().out

    source = str(folder / "model.safetensors")
    bundle.main([source, "mine", "--summary", 'A "mine" 👵.', "--license", "mine"])
    assert [entry.name for entry in bundled_models()] == ["reddish", "greenish", "mine"]
    bundle.main([source, "greenish", "--summary", "New.", "--license", "mine", "--default"])
    assert [entry.name for entry in bundled_models()] == ["greenish", "reddish", "mine"]
    assert bundled_models()[2].summary == 'A "mine" 👵.'
    assert (tiny_models / "mine.safetensors").read_bytes() == Path(source).read_bytes()


@pytest.mark.slow
def test_the_street_network_memorizes_one_photo(tmp_path):
    """The recipe ``alpha``, shortened: a network that cannot has a fault in its wiring."""
    photo = tmp_path / "coffee.png"
    Image.fromarray(coffee()).save(photo)
    recipe, run = "training/recipes/alpha.toml", str(tmp_path / "run")
    train.main([recipe, run, "--data", str(photo), "steps=550", "evaluate_every=550"])
    assert losses(tmp_path / "run")[-1] < 1e-3
