import errno
import os
import shutil
import stat
import subprocess
import threading

import pytest

from engine.batch import photos
from engine.batch.job import Colored, ColorSettings
from engine.batch.outcome import Blocked, BlockingCondition, State, Task
from engine.batch.records.folder import plan_batch
from engine.batch.running.failures import attempt_of_error
from engine.batch.running.run import BatchRun, Finished, Paused
from engine.errors import DeviceFailureError, ImageError, ImageProblem
from tests.engine.batch.batching import ends, job_for, pipeline_for, results, save_gray


def paused_run(run, remove_condition):
    """Run; at each blocking condition call a function and go on. Return conditions and outcomes."""
    conditions, outcomes = [], []
    for event in run:
        if isinstance(event, Paused):
            conditions.append(event.condition)
            remove_condition()
            run.control.go_on()
        elif isinstance(event, Finished):
            outcomes.append(event.outcome)
    return conditions, outcomes


def test_a_target_folder_that_goes_away_and_comes_back(tmp_path, tiny_kolorit):
    for index in range(30):
        save_gray(tmp_path / "in" / f"{index:02}.png")
    job = job_for(tmp_path, tiny_kolorit)
    moved = tmp_path / "moved"
    with BatchRun(plan_batch(job), pipeline_for(job)) as run:
        events = iter(run)
        assert isinstance(next(events), Finished)
        job.target.rename(moved)
        seen = []
        for event in events:
            seen.append(event)
            if isinstance(event, Paused):
                assert event.condition is BlockingCondition.TARGET_GONE
                assert not job.target.exists()  # nothing was made in its place
                moved.rename(job.target)
                run.control.go_on()
        assert sum(isinstance(event, Paused) for event in seen) == 1
        assert run.counts().done == 30
    assert len(results(job.target)) == 30
    assert set(ends(job.target).values()) == {1}


def test_a_source_folder_that_goes_away_fails_no_photo(tmp_path, tiny_kolorit):
    for index in range(30):
        save_gray(tmp_path / "in" / f"{index:02}.png")
    job = job_for(tmp_path, tiny_kolorit)
    moved = tmp_path / "moved"
    with BatchRun(plan_batch(job), pipeline_for(job)) as run:
        job.sources[0].rename(moved)
        conditions, outcomes = paused_run(run, lambda: moved.rename(job.sources[0]))
    assert conditions == [BlockingCondition.SOURCE_GONE]
    assert [outcome.state for outcome in outcomes] == [State.DONE] * 30


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes at tmp_path/out."""
    mount = tmp_path / "out"
    mount.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("there is no mount command")
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(mount)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        pytest.skip(f"no disk can be mounted here: {made.stderr.strip()}")
    yield mount
    subprocess.run(["umount", str(mount)], check=True)


def test_a_full_disk_pauses_and_loses_nothing(tmp_path, tiny_kolorit, small_disk):
    for index in range(30):
        save_gray(tmp_path / "in" / f"{index:02}.png", index, (160, 160))  # 50 kB each in color
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(1_500_000))
    job = job_for(tmp_path, tiny_kolorit)
    sizes = ["size=3m", "size=8m"]

    def make_room():
        assert all(
            photos.read(small_disk / name).size for name in results(small_disk) - {"ballast"}
        )
        ballast.unlink(missing_ok=True)
        options = f"remount,{sizes.pop(0)}"
        subprocess.run(["mount", "-o", options, str(small_disk)], check=True)

    with BatchRun(plan_batch(job), pipeline_for(job)) as run:
        conditions, outcomes = paused_run(run, make_room)
        assert run.counts().done == 30
    assert conditions
    assert set(conditions) == {BlockingCondition.DISK_FULL}
    assert {outcome.state for outcome in outcomes} == {State.DONE}
    assert results(small_disk) == {f"{index:02}.png" for index in range(30)}
    assert set(ends(small_disk).values()) == {1}


def test_a_folder_that_may_no_longer_be_written_to(tmp_path, tiny_kolorit, monkeypatch):
    for index in range(6):
        save_gray(tmp_path / "in" / f"{index}.png")
    job = job_for(tmp_path, tiny_kolorit)

    def refuse(path, *_):
        raise ImageError(path, ImageProblem.WRITE_FORBIDDEN)

    with BatchRun(plan_batch(job), pipeline_for(job)) as run, monkeypatch.context() as refusing:
        refusing.setattr(photos, "write", refuse)
        refusing.setattr("engine.batch.running.failures.os.access", lambda *_: False)
        conditions, outcomes = paused_run(run, refusing.undo)
    assert conditions == [BlockingCondition.TARGET_FORBIDDEN]
    assert [outcome.state for outcome in outcomes] == [State.DONE] * 6


def test_a_journal_that_cannot_be_written_is_a_blocking_condition(
    tmp_path, tiny_kolorit, monkeypatch
):
    for index in range(10):
        save_gray(tmp_path / "in" / f"{index}.png")
    job = job_for(tmp_path, tiny_kolorit)
    real, refusals = os.fsync, iter([False] * 4 + [True])

    def full(handle):
        is_file = stat.S_ISREG(os.fstat(handle).st_mode)  # of folders, only names are written
        is_writers = threading.current_thread().name.startswith("batch-writer")
        if is_file and is_writers and next(refusals, False):
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    with BatchRun(plan_batch(job), pipeline_for(job, workers=1)) as run:
        monkeypatch.setattr("engine.batch.records.journal.os.fsync", full)
        conditions, _ = paused_run(run, lambda: None)
        assert run.counts().done == 10
    assert conditions == [BlockingCondition.DISK_FULL]
    assert results(job.target) == {f"{index}.png" for index in range(10)}
    assert set(ends(job.target).values()) == {1}


def test_a_card_that_stops_working_fails_no_photo(tmp_path, tiny_kolorit, monkeypatch):
    for index in range(6):
        save_gray(tmp_path / "in" / f"{index}.png")
    job = job_for(tmp_path, tiny_kolorit)

    def lost(*_, **_settings):
        raise DeviceFailureError("cuda:0", "CUDA error: unspecified launch failure")

    folder = plan_batch(job)
    with BatchRun(folder, pipeline_for(job)) as run, monkeypatch.context() as broken:
        broken.setattr("engine.batch.running.steps.develop", lost)
        assert next(iter(run)) == Paused(BlockingCondition.DEVICE_FAILED)
        assert run.counts().failed == 0
    with BatchRun(folder, pipeline_for(job)) as run:  # the program was started again
        assert paused_run(run, lambda: None)[0] == []
        assert run.counts().done == 6


def test_errors_of_the_disk_are_told_apart(tmp_path):
    (tmp_path / "partial").mkdir()
    partial, source = tmp_path / "partial" / "1.png", tmp_path / "a.png"
    task = Task(1, source, source, partial, None, tmp_path, Colored.SKIP, ColorSettings())
    full = attempt_of_error(task, OSError(errno.EDQUOT, "quota"))
    assert full.condition is BlockingCondition.DISK_FULL
    failed = attempt_of_error(task, ImageError(source, ImageProblem.DAMAGED, "short"))
    assert failed.reason == "is damaged or incomplete (short)"
    assert "file name too long" in attempt_of_error(task, OSError(36, "File name too long")).reason
    shutil.rmtree(tmp_path / "partial")
    gone = attempt_of_error(task, ImageError(partial, ImageProblem.WRITE_NO_FOLDER))
    assert isinstance(gone, Blocked)
    assert gone.condition is BlockingCondition.TARGET_GONE
