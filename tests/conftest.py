import os
import shutil
import signal
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, settings
from PIL import Image

from engine.checkpoints import catalog, checkpoint
from tests.threads import no_thread_left_behind
from tests.tiny import CPU, save_tiny_checkpoint, save_tiny_kolorit
from training.bundle import Description, bundle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first Qt import

# how fast a machine makes up examples says nothing about the code
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("dev", PATIENT, max_examples=50)
settings.register_profile("ci", PATIENT, max_examples=300, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_addoption(parser):
    parser.addoption(
        "--update-pictures", action="store_true", help="write the pictures of painted widgets anew"
    )


def pytest_configure():
    _share_the_cores()
    _hear_signals()


def _share_the_cores():
    """Tests that run beside each other (`pytest -n`) get their part of the cores each."""
    workers = os.environ.get("PYTEST_XDIST_WORKER_COUNT")
    if workers:
        torch.set_num_threads(max(1, torch.get_num_threads() // int(workers)))


def _hear_signals():
    """Let signals do what they do by default, also where nohup or a shell has them ignored.

    A job in a script's background ignores Ctrl+C, and so would every process that a test starts.
    """
    defaults = {"SIGINT": signal.default_int_handler, "SIGHUP": signal.SIG_DFL}
    for name, handler in defaults.items():
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, handler)


def pytest_collection_modifyitems(items):
    if not (torch.cuda.is_available() or torch.backends.mps.is_available()):
        for item in items:
            if item.get_closest_marker("gpu"):
                item.add_marker(pytest.mark.skip(reason="no graphics card"))


@pytest.fixture(autouse=True)
def _seeded():
    torch.manual_seed(0)


@pytest.fixture(autouse=True)
def _no_thread_left_behind():
    with no_thread_left_behind():
        yield


@pytest.fixture
def checkpoint_path(tmp_path):
    """A tiny checkpoint with seeded weights: no released model is needed."""
    return save_tiny_checkpoint(tmp_path / "tiny.safetensors")


@pytest.fixture
def model(checkpoint_path):
    return checkpoint.load(checkpoint_path, CPU)


@pytest.fixture
def tiny_kolorit(tmp_path):
    """A checkpoint of a network that knows distributions and hints."""
    return save_tiny_kolorit(tmp_path / "tiny-kolorit.safetensors")


@pytest.fixture(scope="session")
def bundled_tiny_models(tmp_path_factory):
    """A folder to copy, made once: `reddish`, the default, and `greenish`."""
    folder, made = tmp_path_factory.mktemp("checkpoints"), tmp_path_factory.mktemp("made")
    for name, ab in (("reddish", (0.3, 0.1)), ("greenish", (-0.3, 0.1))):
        source = save_tiny_checkpoint(made / "made.safetensors", ab)
        text = Description(name, f"A {name} test model.", "test data", name == "greenish")
        bundle(source, text, folder)
    return folder


@pytest.fixture
def tiny_models(bundled_tiny_models, tmp_path, monkeypatch):
    """Two tiny models stand where the bundled ones are."""
    folder = Path(shutil.copytree(bundled_tiny_models, tmp_path / "checkpoints"))
    monkeypatch.setattr(catalog, "CHECKPOINTS", folder)
    return folder


@pytest.fixture
def gray_jpeg(tmp_path):
    """A smooth grayscale photo on disk, 60 wide and 40 high."""
    ramp = np.linspace(40, 215, 60)[None, :] * np.linspace(0.8, 1, 40)[:, None]
    path = tmp_path / "ramp.jpg"
    Image.fromarray(ramp.astype(np.uint8)).save(path, quality=95)
    return path
