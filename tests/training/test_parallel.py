import os
import subprocess
import sys

import pytest
import torch

from tests.threads import PATIENCE
from training import train
from training.loop.log import read_log
from training.parallel import DistributedContext, local_device


def test_two_processes_learn_what_one_learns_from_twice_the_batch(shards, tmp_path):
    recipe = "training/recipes/small.toml"
    common = ["--data", str(shards), "steps=10", "save_every=1"]
    train.main([recipe, str(tmp_path / "one"), *common, "batch_size=4"])
    done = subprocess.run(
        [
            *(sys.executable, "-m", "torch.distributed.run", "--nproc-per-node=2"),
            *("--standalone", "-m", "training.train", recipe, str(tmp_path / "two")),
            *(*common, "batch_size=2"),
        ],
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stderr
    one, two = (
        [r["loss"] for r in read_log(tmp_path / name / "log.jsonl") if "loss" in r]
        for name in ("one", "two")
    )
    assert len(one) == 10
    assert two == pytest.approx(one, rel=1e-3)
    assert {p.name for p in (tmp_path / "two").iterdir()} >= {"model.safetensors", "index.html"}


def test_a_process_takes_its_part_of_a_batch():
    parts = [DistributedContext(rank, 3).part(7) for rank in range(3)]
    taken = [index for part in parts for index in range(7)[part]]
    assert taken == list(range(7))


def test_one_process_alone_needs_nobody():
    context = DistributedContext()
    network = torch.nn.Linear(1, 1)
    context.average_gradients(network)
    assert context.leads
    assert context.agree(1.5, "cpu") == 1.5
    assert context.mean({"loss": torch.tensor(2.0)}) == {"loss": 2.0}


def test_each_process_has_a_card_of_its_own(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert [local_device(name) for name in ("auto", "cuda", "cpu")] == ["auto", "cuda:0", "cpu"]
    monkeypatch.setenv("LOCAL_RANK", "3")
    names = ("auto", "cuda", "cuda:1", "cpu")
    assert [local_device(name) for name in names] == ["cuda:3", "cuda:3", "cuda:1", "cpu"]
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert local_device("auto") == "auto"
