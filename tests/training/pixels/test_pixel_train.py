import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import bundled_models
from tests.tiny import CPU
from training import bundle, checkpoint_chunks, export_checkpoint
from training.config import OptimConfig, build_settings, read_settings
from training.pixels import train
from training.pixels.config import PixelModelConfig, PixelRunConfig
from training.pixels.defects import DefectsConfig, DefectsTask
from training.pixels.task import Sources
from training.pixels.tasks import TRAINED_TASKS

RECIPES = [
    path
    for path in sorted(Path("training/recipes").glob("*.toml"))
    if "\ntask = " in path.read_text()
]
CONFIG = PixelRunConfig(
    task="defects",
    steps=8,
    batch_size=2,
    precision="fp32",
    save_every=3,
    evaluate_every=4,
    watched_batches=1,
    model=PixelModelConfig(config={"widths": [8, 8]}, overlap=32),
    optim=OptimConfig(lr=1e-2, warmup_steps=2),
)
SMALL = DefectsConfig(side=32, pool=40, small_slots=4, large_slots=2, thin=0.0)


@pytest.fixture(scope="module")
def task(damage_folder, small_photos):
    return DefectsTask(
        SMALL, Sources(damage_folder, small_photos, torch.device("cpu"), CONFIG.batch_size, seed=0)
    )


def run(folder, task, config=CONFIG, **options):
    folder.mkdir(exist_ok=True)
    return train.train(config, task, folder, CPU, **options)


def test_a_resumed_run_equals_an_uninterrupted_one(tmp_path, task, monkeypatch):
    expected = run(tmp_path / "whole", task).network.state_dict()
    batch = task.batch

    def stops_at_five(step, *, watched=False):
        if step == 5 and not watched:
            raise KeyboardInterrupt
        return batch(step, watched=watched)

    monkeypatch.setattr(task, "batch", stops_at_five)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "broken", task)
    monkeypatch.undo()
    actual = run(tmp_path / "broken", task).network.state_dict()
    for name, tensor in expected.items():
        assert torch.equal(actual[name], tensor)


def test_a_network_learns(tmp_path, task):
    config = replace(CONFIG, steps=60, batch_size=2, evaluate_every=1)
    run(tmp_path, task, config)
    records = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    watched = [record["watched entropy"] for record in records if "watched entropy" in record]
    assert len(watched) == 60
    assert watched[-1] < 0.4 * watched[0]


def test_a_batch_is_a_function_of_seed_and_step(task):
    first, again, other, watched = (
        task.batch(3),
        task.batch(3),
        task.batch(4),
        task.batch(3, watched=True),
    )
    for name, tensor in first.items():
        assert torch.equal(again[name], tensor)
        assert tensor.shape[2:] == (SMALL.side, SMALL.side)
    assert not torch.equal(first["planes"], other["planes"])
    assert not torch.equal(first["planes"], watched["planes"])


def test_without_shapes_and_creases_nothing_is_damaged(damage_folder):
    sources = Sources(damage_folder, None, torch.device("cpu"), 8, seed=1)
    spotless = DefectsTask(replace(SMALL, undamaged=1.0), sources).batch(0)
    assert not spotless["damaged"].any()
    assert spotless["counts"].all()
    damaged = DefectsTask(replace(SMALL, undamaged=0.0), sources).batch(0)
    assert 0.01 < float(damaged["damaged"].mean()) < 0.5


def test_a_certain_network_loses_little_and_a_wrong_one_much(task):
    batch = next(b for b in map(task.batch, range(9)) if b["damaged"].any())
    right = task.losses(lambda _planes: 20 * (2 * batch["damaged"] - 1), batch)
    wrong = task.losses(lambda _planes: 20 * (1 - 2 * batch["damaged"]), batch)
    assert float(right["loss"]) < 0.01
    assert float(wrong["loss"]) > 5


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_recipes_can_be_run(path):
    config = read_settings(PixelRunConfig, path)
    kind = TRAINED_TASKS[config.task]
    settings = build_settings(kind.settings, config.data, "data.")
    assert isinstance(settings, kind.settings)
    network = train.Run.fresh(replace(config, seed=1), CPU, None).network
    overlap = config.model.overlap
    assert overlap < 0 or overlap % network.multiple_of == 0


def test_from_recipe_to_bundled_checkpoint(
    tmp_path, damage_folder, small_photos, tiny_models, capsys
):
    folder = tmp_path / "run"
    settings = [
        *("steps=3", "batch_size=2", "save_every=2", "watched_batches=1"),
        *("model.config.widths=[8, 8]", "data.side=32", "data.pool=40", "data.small_slots=2"),
    ]
    command = ["training/recipes/defects.toml", str(folder), "--data", str(damage_folder)]
    command += [
        "--photos",
        str(small_photos),
        "--device",
        "cpu",
        "--chunks",
        str(tmp_path / "chunks"),
    ]
    train.main([*command, *settings])
    model = checkpoint.load(folder / "model.safetensors", CPU, "defects")
    assert model.header.provenance["recipe"] == "defects"
    assert model.header.provenance["steps"] == 3
    assert model.header.provenance["data"] == [damage_folder.name, small_photos.name]
    assert model.header.provenance["watched"]["step"] == 3
    assert model.header.contract.overlap == 64

    checkpoint_chunks.main([str(tmp_path / "chunks"), str(tmp_path / "joined.safetensors")])
    joined = tmp_path / "joined.safetensors"
    assert joined.read_bytes() == (folder / "model.safetensors").read_bytes()
    small = tmp_path / "small.safetensors"
    export_checkpoint.main([str(joined), str(small), "--int8"])
    bundle.main([str(small), "defects", "--summary", "Finds.", "--license", "mine"])
    assert (tiny_models / "defects.safetensors").read_bytes() == small.read_bytes()
    assert "defects" not in [entry.name for entry in bundled_models()]

    with pytest.raises(SystemExit):
        train.main([*command, *settings, "optim.lr=0.5"])
    assert "other settings" in capsys.readouterr().err


def test_a_warm_restart_starts_with_the_weights_of_a_checkpoint(tmp_path, task):
    trained = run(tmp_path / "first", task).network
    path = tmp_path / "trained.safetensors"
    checkpoint.save(path, trained.state_dict(), train.header_of(CONFIG, trained, {}))
    still = replace(CONFIG, steps=1, optim=OptimConfig(lr=0.0))
    again = run(tmp_path / "again", task, still, start=path).network.state_dict()
    for name, tensor in trained.state_dict().items():
        if "running" not in name and "num_batches" not in name:
            assert torch.allclose(again[name], tensor, atol=1e-3)
    other = replace(CONFIG, model=PixelModelConfig(config={"widths": [8, 16]}))
    with pytest.raises(ValueError, match="another network"):
        run(tmp_path / "other", task, other, start=path)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (["batch_size=0"], "batch_size must be at least 1"),
        (["steps=0"], "the run has no end"),
        (['task="portraits"'], "unknown task 'portraits'"),
        (['model.arch="transformer"'], "model.arch is"),
        (["data.holes=3"], r"unknown setting data\.holes"),
        (["model.config.depth=3"], "depth"),
    ],
)
def test_settings_that_cannot_be_are_refused(settings, message, tmp_path, damage_folder, capsys):
    with pytest.raises((SystemExit, TypeError)) as caught:
        train.main(
            [
                *("training/recipes/defects.toml", str(tmp_path / "run"), "--device", "cpu"),
                *("--data", str(damage_folder), "data.pool=9", *settings),
            ]
        )
    told = capsys.readouterr().err + str(caught.value)
    assert re.search(message, told)
