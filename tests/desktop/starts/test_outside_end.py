"""The window is ended by the system, by the end of a session, or by Ctrl+C in its terminal."""

import os
import signal
import sys
from contextlib import closing

import pytest

from desktop.platform.outside_end import OutsideEnd
from engine.batch import photos
from engine.batch.records.folder import BatchFolder
from engine.batch.records.journal import read_progress
from engine.endings import ENDINGS
from engine.files.image_io import write_photo
from tests.desktop.starts.starting import home, launch, outcome
from tests.engine.batch.batching import job_for
from tests.tiny import gray_pixels

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
NUMBERS = [*ENDINGS, signal.SIGINT]

BATCH = """
import os, signal
from engine.batch import photos
from engine.batch.job import BatchJob, ColorSettings
from pathlib import Path
real = photos.read

def read(*arguments):
    print("in hand")
    os.kill(os.getpid(), {number})
    return real(*arguments)

photos.read = read
from desktop.app.main_window import MainWindow
start = MainWindow.start

def start_batch(window):
    start(window)
    window.batches.open()
    job = BatchJob((Path({scans!r}),), Path({out!r}), settings=ColorSettings(device="cpu"))
    window.batches._worker.begin(job)

MainWindow.start = start_batch
"""


@pytest.fixture
def scans(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a.png", "b.png"):
        write_photo(tmp_path / "in" / name, gray_pixels(20, 30))
    return tmp_path / "in"


@unix
@pytest.mark.parametrize("number", NUMBERS)
def test_who_is_asked_to_end_says_so_once_from_the_event_loop(qtbot, number):
    before = [signal.getsignal(each) for each in NUMBERS]
    end = OutsideEnd()
    with end.awaited(), qtbot.waitSignal(end.asked) as asked:
        os.kill(os.getpid(), number)
    assert asked.args == [128 + number]
    assert [signal.getsignal(each) for each in NUMBERS] == before


@unix
@pytest.mark.parametrize("number", NUMBERS)
def test_a_window_that_is_ended_blames_no_photo_of_its_batch(tmp_path, tiny_models, scans, number):
    out = tmp_path / "out"
    first = BATCH.format(number=int(number), scans=str(scans), out=str(out))
    status, said, logged = outcome(launch(tiny_models, first=first, **home(tmp_path)))
    assert "in hand" in said, logged
    assert status == 128 + number, logged
    folder = BatchFolder(out)
    with closing(folder.open_plan()) as plan:
        assert not read_progress(folder.journal, plan.count).tries


def test_a_batch_that_is_let_go_blames_no_photo_even_if_it_never_ends(
    qtbot, window, tmp_path, tiny_kolorit, scans, gate, monkeypatch
):
    held, real = gate(), photos.read
    monkeypatch.setattr(photos, "read", lambda *arguments: (held(None, None), real(*arguments))[1])
    window.batches.open()
    try:
        window.batches._worker.begin(job_for(tmp_path, tiny_kolorit))
        qtbot.waitUntil(held.entered.is_set)
        folder = BatchFolder(tmp_path / "out")
        assert read_progress(folder.journal, 2).tries.total() > 0
        window.batches.let_go()
        assert not read_progress(folder.journal, 2).tries
    finally:
        held.release.set()
        window.batches.close()
