"""Commands that are ended from outside, and commands that nobody listens to."""

import os
import signal
import subprocess
import sys

import pytest

from engine import console
from engine.batch import photos
from engine.batch.records.folder import plan_batch
from engine.batch.records.journal import read_progress
from engine.batch.running.run import BatchRun, Finished
from engine.cli.__main__ import main
from engine.endings import ENDINGS, Ended, raised
from engine.files import image_io
from engine.files.image_io import read_photo
from tests.engine.batch.batching import job_for, pipeline_for, save_gray
from tests.threads import PATIENCE

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
FULL = "/dev/full"
full_device = pytest.mark.skipif(not os.path.exists(FULL), reason="there is no /dev/full")  # noqa: PTH110 - at import


def ended_while_writing(monkeypatch, number):
    """Let the writing of a PNG meet a signal in the middle."""
    real = image_io._WRITERS["PNG"]

    def write(path, content, options):
        real(path, content, options)
        signal.raise_signal(number)

    monkeypatch.setattr(image_io, "_WRITERS", {**image_io._WRITERS, "PNG": write})


@unix
@pytest.mark.usefixtures("tiny_models")
@pytest.mark.parametrize("number", [*ENDINGS, signal.SIGINT])
def test_who_ends_the_command_finds_nothing_beside_the_photos(
    number, tmp_path, gray_jpeg, monkeypatch, capsys
):
    before = [signal.getsignal(each) for each in ENDINGS]
    ended_while_writing(monkeypatch, number)
    out = tmp_path / "out"
    out.mkdir()
    code = main(["colorize", str(gray_jpeg), "-o", str(out / "a.png"), "--device", "cpu"])
    assert code == 128 + number
    assert list(out.iterdir()) == []
    assert capsys.readouterr().err == "kolorit-cli: stopped\n"
    assert [signal.getsignal(each) for each in ENDINGS] == before


@unix
@pytest.mark.usefixtures("tiny_models")
def test_what_nohup_ignores_stays_ignored(tmp_path, gray_jpeg, monkeypatch):
    ended_while_writing(monkeypatch, signal.SIGHUP)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        code = main(["colorize", str(gray_jpeg), "-o", str(tmp_path / "a.png"), "--device", "cpu"])
    finally:
        signal.signal(signal.SIGHUP, before)
    assert code == 0
    assert read_photo(tmp_path / "a.png").size == (40, 60)


@unix
def test_a_terminal_that_is_closed_twice_does_not_disturb_the_tidying_up():
    tidied = []

    def work():
        try:
            signal.raise_signal(signal.SIGHUP)
        finally:
            signal.raise_signal(signal.SIGHUP)
            signal.raise_signal(signal.SIGTERM)
            tidied.append(True)

    with pytest.raises(Ended), raised():
        work()
    assert tidied


@pytest.fixture
def job(tmp_path, tiny_kolorit):
    for index in range(6):
        save_gray(tmp_path / "in" / f"{index}.png", index)
    return job_for(tmp_path, tiny_kolorit)


def test_who_stops_listening_to_a_batch_blames_no_photo(job):
    """A pipe that breaks twice would let a photo that was in hand count as failed."""
    folder = plan_batch(job)

    def follow():
        with BatchRun(folder, pipeline_for(job)) as run:
            for event in run:
                assert isinstance(event, Finished)
                raise console.UnheardError

    with pytest.raises(console.UnheardError):
        follow()
    progress = read_progress(folder.journal, 6)
    assert progress.remaining > 0
    assert not progress.tries


def test_photos_that_nobody_waits_for_are_read_no_further(job, monkeypatch):
    real, stopped = photos.read_photo, []

    def read(path, *, token, **how):
        if path.name == "0.png":
            return real(path, **how)
        assert token._event.wait(PATIENCE)
        stopped.append(path.name)
        token.check()
        return pytest.fail("it was cancelled")

    monkeypatch.setattr(photos, "read_photo", read)
    with BatchRun(plan_batch(job), pipeline_for(job)) as run:
        events = iter(run)
        assert next(events).source.name == "0.png"
        events.close()
        assert stopped
        assert run.counts().remaining == 5


@unix
@pytest.mark.parametrize("trial", [True, False])
def test_ending_a_batch_blames_no_photo(job, trial, monkeypatch):
    """Neither one that is looked at to estimate the time nor one that is colored."""
    real, ended = photos.read_photo, []

    class ProcessEnded(BaseException):
        pass

    def leave(code):
        ended.append(code)
        raise ProcessEnded

    def read(path, **how):
        if trial:
            signal.raise_signal(signal.SIGTERM)
        return real(path, **how)

    class Run(BatchRun):
        def __iter__(self):
            for event in super().__iter__():
                signal.raise_signal(signal.SIGTERM)
                yield event

    monkeypatch.setattr(os, "_exit", leave)
    monkeypatch.setattr(photos, "read_photo", read)
    monkeypatch.setattr("engine.batch.running.run.BatchRun", Run)
    model = ["--model", job.settings.model, "--device", "cpu"]
    with pytest.raises(ProcessEnded):
        main(["batch", str(job.sources[0]), str(job.target), *model])
    assert ended == [128 + signal.SIGTERM]
    progress = read_progress(job.target / ".kolorit-batch" / "journal.jsonl", 6)
    assert progress.remaining > 0
    assert not progress.tries


@unix
def test_closed_streams_lead_nowhere(tmp_path, gray_jpeg, checkpoint_path):
    """Or the photo would be the file with the number of what libraries print to."""
    out = tmp_path / "out.png"
    command = [sys.executable, "-m", "engine.cli", "colorize", gray_jpeg, "-o", out]
    options = ["--model", checkpoint_path, "--device", "cpu"]
    closed = 'exec "$@" <&- >&- 2>&-'
    done = subprocess.run(["sh", "-c", closed, "sh", *command, *options], check=False)
    assert done.returncode == 0
    assert read_photo(out).size == (40, 60)


@unix
def test_the_numbers_of_closed_streams_are_taken():
    script = (
        "import os, sys\nfrom engine.console import have_streams\nhave_streams()\n"
        "names = [os.path.samestat(os.fstat(n), os.stat(os.devnull)) for n in range(3)]\n"
        "sys.stdout.write('to nobody')\nsys.stdout.flush()\nsys.exit(0 if all(names) else 1)"
    )
    closed = 'exec "$@" <&- >&- 2>&-'
    command = ["sh", "-c", closed, "sh", sys.executable, "-c", script]
    assert subprocess.run(command, check=False).returncode == 0


@full_device
def test_output_that_finds_no_room_is_told_in_one_sentence():
    command = [sys.executable, "-m", "engine.cli", "models"]
    with open(FULL, "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    text = "stopped: the output cannot be written (no space left on device)"
    assert done.stderr.decode() == f"kolorit-cli: {text}\n"


@full_device
@pytest.mark.usefixtures("tiny_models")
def test_complaints_that_find_no_room_stop_no_photo(tmp_path, gray_jpeg, monkeypatch):
    sources = [str(tmp_path / "missing.jpg"), str(gray_jpeg)]
    with open(FULL, "w", buffering=1) as full:  # noqa: PTH123 - a device
        monkeypatch.setattr(sys, "stderr", full)
        code = main(["colorize", *sources, "-o", str(tmp_path / "out"), "--device", "cpu"])
        monkeypatch.undo()
        with pytest.raises(OSError, match="No space left"):
            full.close()
    assert code == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["ramp.jpg"]
