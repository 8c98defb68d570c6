import shutil
import threading
from functools import partialmethod
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, QTranslator
from pytestqt.qtbot import QtBot

from desktop import dialogs
from desktop.appearance import Appearance
from desktop.jobs.engine_thread import EngineThread
from desktop.platform.theme import apply_theme
from desktop.state.settings import Settings
from desktop.texts.language import use_language
from desktop.widgets.plain import Answer
from engine.checkpoints import catalog
from engine.files.image_io import write_photo
from tests.desktop.gestures import colored, drop, files, start_window
from tests.threads import PATIENCE
from tests.tiny import gray_pixels, save_tiny_kolorit
from training.bundle import Description, bundle

ENGLISH = {"qtbase_en.qm", "kolorit_en.qm"}


class Gate:
    """A task that stops where the test wants it to."""

    def __init__(self, result=None):
        self.entered = threading.Event()
        self.release = threading.Event()
        self.thread = None
        self.result = result

    def __call__(self, token, report):
        self.thread = threading.current_thread()
        self.entered.set()
        assert self.release.wait(PATIENCE)
        token.check()
        report(1.0)
        return self.result


class PatientQtBot(QtBot):
    """Waits for as long as it takes, where pytest-qt gives up after five seconds."""

    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE * 1000)  # noqa: N815 - Qt's names
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE * 1000)  # noqa: N815
    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE * 1000)  # noqa: N815


@pytest.fixture
def qtbot(qapp, request):
    return PatientQtBot(request)


@pytest.fixture(autouse=True)
def _windows_may_close(monkeypatch):
    """Nobody is there to answer when a test's window closes with unsaved changes."""
    monkeypatch.setattr(dialogs, "ask_save_changes", lambda *_: Answer.Discard)
    monkeypatch.setattr(dialogs, "ask_lose_colors", lambda *_: True)
    monkeypatch.setattr(dialogs, "ask_stop_batch", lambda *_: True)


@pytest.fixture(autouse=True)
def _looks_and_speaks_as_at_the_start(qapp):
    """Whatever an earlier test has chosen: English, with its plurals, and the system's theme."""
    apply_theme(qapp)
    if {Path(each.filePath()).name for each in qapp.findChildren(QTranslator)} != ENGLISH:
        use_language(qapp, "en")
    yield
    for chosen in qapp.findChildren(Appearance):
        chosen.setParent(None)
        chosen.deleteLater()


@pytest.fixture
def gate():
    return Gate


@pytest.fixture
def engine(qapp):
    thread = EngineThread()
    yield thread
    thread.close()


@pytest.fixture
def wait_until_idle(qtbot, engine):
    """Waits until the engine has done what was asked for, and what that asked for in turn."""

    def wait():
        qtbot.waitUntil(lambda: engine.is_idle)
        QCoreApplication.processEvents()  # timers of 0 ms ask for more
        if not engine.is_idle:
            wait()

    return wait


@pytest.fixture
def settings(qapp, tmp_path):
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def sessions(tmp_path):
    """Where sessions are journalled."""
    return tmp_path / "sessions"


@pytest.fixture
def window(qtbot, engine, settings, sessions, tiny_models):
    """The real window with tiny models, shown and ready."""
    return start_window(qtbot, engine, settings, sessions)


@pytest.fixture
def opened(qtbot, window, gray_jpeg):
    """The window with a small photo in it, colored."""
    with qtbot.waitSignal(window.previews.drawn, check_params_cb=colored):
        drop(window, files(gray_jpeg))
    return window


@pytest.fixture
def scans(tmp_path):
    """A folder with three photos and what else lies in folders."""
    folder = tmp_path / "scans"
    folder.mkdir()
    for number in (1, 2, 10):
        write_photo(folder / f"scan-{number}.png", gray_pixels(20, 30, seed=number))
    (folder / "notes.txt").write_text("no photo")
    (folder / "._scan-1.png").write_bytes(b"what macOS leaves behind")
    return folder


@pytest.fixture(scope="session")
def hinting_checkpoint(tmp_path_factory):
    """Made once: its trunk has two million weights."""
    return save_tiny_kolorit(tmp_path_factory.mktemp("hinting") / "made.safetensors")


@pytest.fixture(scope="session")
def bundled_hinting_models(hinting_checkpoint, bundled_tiny_models, tmp_path_factory):
    """A folder to copy, made once: the default model takes hints, others do not."""
    folder = tmp_path_factory.mktemp("checkpoints")
    shutil.copytree(bundled_tiny_models, folder, dirs_exist_ok=True)
    bundle(hinting_checkpoint, Description("hinting", "Takes hints.", "test data"), folder)
    manifest = folder / "MANIFEST.toml"
    first, *others = manifest.read_text().split("[[checkpoint]]")
    ordered = sorted(others, key=lambda entry: '"hinting"' not in entry)
    manifest.write_text("[[checkpoint]]".join([first, *ordered]))
    return folder


@pytest.fixture
def hinting_models(bundled_hinting_models, monkeypatch, tmp_path):
    """The default model takes hints, others do not."""
    folder = Path(shutil.copytree(bundled_hinting_models, tmp_path / "hinting-models"))
    monkeypatch.setattr(catalog, "CHECKPOINTS", folder)
