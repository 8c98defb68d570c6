"""Bundled models that are not what they were: swapped, flipped, cut, or made to waste memory."""

import json
import random
import struct

import pytest

from desktop.app.main_window import MainWindow
from desktop.state import settings as keys
from engine.checkpoints import catalog, checkpoint
from engine.errors import CheckpointError
from tests.tiny import CPU

FLIPS = 40


def test_a_swapped_model_is_refused(tiny_models):
    reddish, greenish = (entry.path for entry in catalog.bundled_models())
    reddish.write_bytes(greenish.read_bytes())
    checkpoint.load(greenish, CPU)
    with pytest.raises(CheckpointError, match="not the file that came with Kolorit"):
        checkpoint.load(reddish, CPU)


def test_a_flipped_bit_is_noticed_wherever_it_is(tiny_models):
    path = catalog.bundled_models()[0].path
    whole = path.read_bytes()
    dice = random.Random(1)
    for _ in range(FLIPS):
        content = bytearray(whole)
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        path.write_bytes(content)
        with pytest.raises(CheckpointError):
            checkpoint.load(path, CPU)
    path.write_bytes(whole)
    assert checkpoint.load(path, CPU).name == "reddish"


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.999])
def test_a_cut_model_is_refused(tiny_models, share):
    path = catalog.bundled_models()[0].path
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(CheckpointError):
        checkpoint.load(path, CPU)


@pytest.mark.parametrize("promised", [1 << 26, 1 << 40, (1 << 64) - 1])
def test_a_header_that_promises_to_be_large_is_refused_before_it_is_read(tmp_path, promised):
    path = tmp_path / "large.safetensors"
    path.write_bytes(struct.pack("<Q", promised) + b"{}")
    with pytest.raises(CheckpointError):
        checkpoint.load(path, CPU)


def test_a_header_that_is_large_is_refused(tmp_path):
    path = tmp_path / "large.safetensors"
    header = json.dumps({"__metadata__": {"kolorit": "x" * (1 << 25)}}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    with pytest.raises(CheckpointError, match="header is too large"):
        checkpoint.load(path, CPU)


def test_a_user_may_load_a_model_that_no_list_names(tiny_models, checkpoint_path):
    assert checkpoint.load(checkpoint_path, CPU).name == "tiny"


def test_the_window_tells_of_a_swapped_model_and_the_default_serves(
    qtbot, engine, settings, sessions, tiny_models
):
    reddish, greenish = (entry.path for entry in catalog.bundled_models())
    settings.set(keys.MODEL, "greenish")
    greenish.write_bytes(reddish.read_bytes())
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.coloring.model_loaded) as blocker:
        window.start()
    assert blocker.args[0] == "reddish"
    assert "greenish" in window.messages.text
