"""Processes that are killed while they color a folder."""

import itertools
import multiprocessing
import os
import random
import signal
import sys

import pytest
from PIL import Image

from engine.batch import photos
from engine.batch.job import Conflict
from engine.batch.outcome import ENDED_TWICE
from engine.batch.records.folder import BatchFolder, plan_batch
from engine.batch.running.run import BatchRun
from tests.engine.batch.batching import (
    ends,
    job_for,
    journal_lines,
    pipeline_for,
    results,
    save_gray,
)
from tests.threads import PATIENCE

PHOTOS = 120
KILLS = 10
IN_FLIGHT = 16 + 8
"""Noted as begun in advance, and in the hands of threads."""


def color(target, fatal=0, retry=False):
    """Go on with a batch; runs in a process of its own, which is killed at some moment."""
    if fatal:
        die_at(target, fatal)
    folder = BatchFolder(target)
    job = folder.read_job()
    with BatchRun(folder, pipeline_for(job)) as run:
        if retry:
            run.retry_failed()
        for _ in run:
            pass


@pytest.fixture
def start(monkeypatch):
    """Start a process that goes on with a batch. They fork from one that has imported torch."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        pytest.skip("there is no fork here")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(
        ["engine.batch.running.pipeline", "training.weights.initialization"]
    )
    processes = []

    def begin(*arguments, **options):
        process = context.Process(target=color, args=arguments, kwargs=options)
        process.start()
        processes.append(process)
        return process

    yield begin
    for process in processes:
        process.kill()
        process.join()


def die_at(target, fatal):
    """Kill this process when it is about to open or rename its so many-th file in a folder.

    Its other threads may be anywhere then, also in the middle of writing a file.
    """
    numbers = itertools.count(1)

    def count(event, arguments):
        touches = event in ("open", "os.rename", "os.link")
        if touches and str(arguments[0]).startswith(str(target)) and next(numbers) == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_killed_at_ten_random_moments(tmp_path, tiny_kolorit, start):
    for index in range(PHOTOS):
        save_gray(tmp_path / "in" / f"{index % 7}" / f"{index:03}.png", index, (60, 80))
    job = job_for(tmp_path, tiny_kolorit, conflict=Conflict.UNIQUE, name="{stem}-{n:03}")
    folder = plan_batch(job)
    random_moment = random.Random(7)
    unfinished = []
    for _ in range(KILLS):
        process = start(job.target, random_moment.randint(2 * PHOTOS // KILLS, 4 * PHOTOS // KILLS))
        process.join()
        assert process.exitcode == -signal.SIGKILL, "it ended before it was killed"
        unfinished.append(PHOTOS - len(ends(job.target)) if folder.journal.exists() else PHOTOS)
        for name in results(job.target):  # nothing half written has a photo's name
            with Image.open(job.target / name) as image:
                image.load()
    assert unfinished == sorted(unfinished, reverse=True)
    assert unfinished[-1] < PHOTOS

    last = start(job.target)
    last.join(PATIENCE)
    assert last.exitcode == 0

    # a photo that was in hand at one death is done alone, so that the next death, if it comes then,
    # is blamed on that one: no later kill blames more, but how many fall there is a matter of speed
    noted = [line for line in journal_lines(job.target) if "n" in line]
    blamed = [line["n"] for line in noted if line["reason"] == ENDED_TWICE]
    assert len(noted) == PHOTOS
    assert len(blamed) < KILLS
    if blamed:
        again = start(job.target, retry=True)
        again.join(PATIENCE)
        assert again.exitcode == 0

    expected = {f"{index % 7}/{index:03}" for index in range(PHOTOS)}
    written = results(job.target)
    assert len(written) == PHOTOS
    assert {name.rpartition("-")[0] for name in written} == expected
    assert all(photos.read(job.target / name).size == (60, 80) for name in written)
    assert ends(job.target) == {n: 1 + (n in blamed) for n in range(1, PHOTOS + 1)}
    done = [line for line in journal_lines(job.target) if line.get("state") == "done"]
    assert len(done) == PHOTOS
    assert {line["target"] for line in done} == {str(job.target / name) for name in written}
    begun = sum(len(line["begun"]) for line in journal_lines(job.target) if "begun" in line)
    # only what was in flight was done again
    assert begun <= PHOTOS + KILLS * IN_FLIGHT + len(blamed)
    assert list(folder.partial.iterdir()) == []
