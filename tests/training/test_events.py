import sys
from types import ModuleType

from training.config import RunConfig
from training.loop.events import open_events
from training.loop.log import Log
from training.loop.run_state import Progress


class Writer:
    """Stands for TensorBoard's own."""

    written: list

    def __init__(self, folder):
        Writer.written = [folder]

    def add_scalar(self, tag, value, step):
        self.written.append((tag, value, step))

    def close(self):
        self.written.append("closed")


def test_figures_go_to_tensorboard_where_it_is_installed(tmp_path, monkeypatch):
    module = ModuleType("torch.utils.tensorboard")
    module.SummaryWriter = Writer
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", module)
    progress = Progress()
    progress.count(4, 0.1, 0.5)
    with Log(RunConfig(steps=2), tmp_path / "log.jsonl", progress) as log:
        log.write({"loss": 0.5, "psnr": 22.0})
    curves = [("loss", 0.5, 1), ("psnr", 22.0, 1)]
    assert Writer.written == [str(tmp_path / "events"), *curves, "closed"]


def test_without_tensorboard_nothing_is_missing(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch.utils.tensorboard", None)
    assert open_events(tmp_path) is None
