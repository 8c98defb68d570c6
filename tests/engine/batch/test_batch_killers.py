"""Photos that end the process, and failures that every photo meets alike."""

import errno
import multiprocessing
import os
import signal
import sys

import pytest

from engine import atomic_write
from engine.batch import photos
from engine.batch.outcome import ENDED_TWICE, BlockingCondition, Outcome, State
from engine.batch.records.folder import BatchFolder, plan_batch
from engine.batch.records.journal import Journal, read_progress
from engine.batch.running.run import BatchRun, Finished, Paused
from engine.cli.__main__ import main
from engine.errors import ImageError, ImageProblem, ModelFeature, UnsupportedByModelError
from tests.engine.batch.batching import job_for, outcomes_of, pipeline_for, results, save_gray


def die_at(name):
    """Let the reading of one photo end the process, as the system does when memory runs out."""
    real = photos.read_photo

    def read(path, **options):
        if path.name == name:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(path, **options)

    photos.read_photo = read


def run_and_die(target, options, name):
    die_at(name)
    raise SystemExit(main(["batch", str(target.parent / "in"), str(target), *options]))


@pytest.fixture
def start(monkeypatch):
    if "forkserver" not in multiprocessing.get_all_start_methods():
        pytest.skip("there is no fork here")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        ["engine.batch.running.pipeline", "training.weights.initialization"]
    )

    def begin(target, options, name):
        process = context.Process(target=run_and_die, args=(target, options, name))
        process.start()
        process.join(120)
        assert process.exitcode is not None
        return process.exitcode

    return begin


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_photo_that_ends_the_process_is_tried_twice_and_then_fails(
    tmp_path, tiny_kolorit, start, capsys
):
    """The first time it dies as the time is estimated, or in the company of others."""
    names = [f"{index:02}.png" for index in range(12)]
    for index, name in enumerate(names):
        save_gray(tmp_path / "in" / name, index)
    options = ["--model", str(tiny_kolorit), "--device", "cpu", "--resume"]
    target = tmp_path / "out"
    assert start(target, options, "06.png") == -signal.SIGKILL
    assert start(target, options, "06.png") == -signal.SIGKILL
    assert start(target, options, "06.png") == 1
    assert results(target) == set(names) - {"06.png"}
    folder = BatchFolder(target)
    job = folder.read_job()
    with BatchRun(folder, pipeline_for(job)) as run:
        assert run.counts().failed == 1
        assert run.retry_failed() == 1  # with more memory now
        assert outcomes_of(run, job)["06.png"].state is State.DONE


@pytest.fixture
def job(tmp_path, tiny_kolorit):
    for index in range(12):
        save_gray(tmp_path / "in" / f"{index:02}.png", index)
    return job_for(tmp_path, tiny_kolorit)


def noted(folder, *lines):
    journal = Journal(folder.journal, folder.thumbnails)
    for line in lines:
        journal.note(**line)
    journal.close()


def test_what_died_with_a_photo_in_hand_twice_is_not_tried_again(job):
    folder = plan_batch(job)
    noted(folder, {"hand": 3}, {"hand": 3}, {"hand": 5}, {"dropped": [5]}, {"hand": 5})
    with BatchRun(folder, pipeline_for(job)) as run:
        assert not {3, 5} & {planned.n for planned in run.sample(12)}  # nor looked at before
        outcomes = outcomes_of(run, job)
    assert outcomes["02.png"].reason == ENDED_TWICE
    assert {n for n, o in outcomes.items() if o.state is State.DONE} == {
        f"{index:02}.png" for index in range(12) if index != 2
    }


def test_a_suspected_photo_is_done_alone(job, monkeypatch):
    folder = plan_batch(job)
    noted(folder, {"hand": 4}, {"hand": 9})
    together = []

    class Watching(BatchRun):
        def _take(self, task):
            taken = super()._take(task)
            together.append(set(self._in_hand))
            return taken

    with Watching(folder, pipeline_for(job)) as run:
        assert run.counts().remaining == 12
        outcomes_of(run, job)
        assert run.counts().done == 12
    assert [numbers for numbers in together if numbers & {4, 9}] == [{4}, {9}]
    assert max(len(numbers) for numbers in together) > 1


def test_stopping_blames_no_photo(job):
    """Neither a pause nor a second Ctrl+C is a photo's fault."""
    folder = plan_batch(job)
    with BatchRun(folder, pipeline_for(job)) as run:
        events = iter(run)
        next(events)
        assert run._in_hand
        run.let_go()
        assert sum(read_progress(folder.journal, 12).tries.values()) == 0
        run.control.stop()
        list(events)


def everything_fails(monkeypatch, error):
    def fail(*_, **__):
        raise error

    monkeypatch.setattr(photos, "write", fail)


ALIKE = {
    "bug": ZeroDivisionError("no colors"),
    "disk": OSError(errno.EIO, "Input/output error"),
    "file": ImageError(None, ImageProblem.UNWRITABLE, "[Errno 5]"),
    "model": UnsupportedByModelError(ModelFeature.DISTRIBUTION),
}


@pytest.mark.parametrize("error", ALIKE)
def test_an_error_that_all_photos_meet_pauses_the_run(job, monkeypatch, error):
    folder = plan_batch(job)
    with BatchRun(folder, pipeline_for(job)) as run, monkeypatch.context() as broken:
        everything_fails(broken, ALIKE[error])
        events = iter(run)
        paused = next(events)
        assert paused.condition is BlockingCondition.ALIKE
        assert "cannot be" in paused.detail
        assert (run.counts().failed, run.counts().remaining) == (0, 12)
        broken.undo()
        run.control.go_on()
        list(events)
        assert run.counts().done == 12


def test_what_fails_alike_again_counts_as_failed_and_others_have_their_turn(job, monkeypatch):
    """So that --resume gets on, though five photos bring the same bug to light."""
    folder, failed = plan_batch(job), []
    everything_fails(monkeypatch, ZeroDivisionError("no colors"))
    for _ in range(20):
        with BatchRun(folder, pipeline_for(job)) as run:
            for event in run:
                if isinstance(event, Paused):
                    run.control.stop()
            failed.append(run.counts().failed)
            if not run.counts().remaining:
                break
    assert failed[0] == 0
    assert failed == sorted(failed)
    assert failed[-1] == 12


def test_each_photo_ends_once_when_failures_turn_out_to_be_its_own(job, monkeypatch):
    real = photos.write

    def write(path, *args, **options):
        if int(path.stem) % 3:
            raise OSError(errno.EIO, "Input/output error")
        return real(path, *args, **options)

    monkeypatch.setattr(photos, "write", write)
    with BatchRun(plan_batch(job), pipeline_for(job, workers=1)) as run:
        outcomes = outcomes_of(run, job)  # which looks that none comes twice
        assert (run.counts().done, run.counts().failed) == (4, 8)
    assert len(outcomes) == 12


def no_result_gets_its_name(monkeypatch, folder, number):
    real = atomic_write.put_in_place

    def refuse(partial, path, *, replaces):
        if path.parent == folder:
            raise OSError(number, os.strerror(number))
        real(partial, path, replaces=replaces)

    monkeypatch.setattr(atomic_write, "put_in_place", refuse)


def test_a_folder_on_another_disk_pauses_the_run(job, monkeypatch):
    with BatchRun(plan_batch(job), pipeline_for(job)) as run, monkeypatch.context() as broken:
        no_result_gets_its_name(broken, job.target, errno.EXDEV)
        events = iter(run)
        assert next(events) == Paused(BlockingCondition.OTHER_DISK)
        assert run.counts().remaining == 12
        broken.undo()
        run.control.go_on()
        list(events)
        assert run.counts().done == 12


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
def test_a_read_only_folder_pauses_the_run(job, monkeypatch, number):
    with BatchRun(plan_batch(job), pipeline_for(job)) as run, monkeypatch.context() as broken:
        no_result_gets_its_name(broken, job.target, number)
        assert next(iter(run)) == Paused(BlockingCondition.TARGET_FORBIDDEN)
        assert run.counts().failed == 0


def test_damaged_photos_in_a_row_are_no_blocking_condition(tmp_path, tiny_kolorit):
    for index in range(12):
        save_gray(tmp_path / "in" / f"{index:02}.png").write_bytes(b"no photo")
    job = job_for(tmp_path, tiny_kolorit)
    with BatchRun(plan_batch(job), pipeline_for(job)) as run:
        assert all(isinstance(event, Finished) for event in run)
        assert run.counts().failed == 12


def test_a_batch_of_few_photos_that_all_fail_ends(tmp_path, tiny_kolorit, monkeypatch):
    for index in range(3):
        save_gray(tmp_path / "in" / f"{index:02}.png")
    job = job_for(tmp_path, tiny_kolorit)
    everything_fails(monkeypatch, ZeroDivisionError("no colors"))
    with BatchRun(plan_batch(job), pipeline_for(job)) as run:
        outcomes = outcomes_of(run, job)
        assert run.counts().failed == 3
    assert {type(outcome) for outcome in outcomes.values()} == {Outcome}
