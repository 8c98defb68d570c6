"""A batch that is stopped by the system in the middle, and goes on."""

import multiprocessing
import os
import signal
import sys

import pytest

from engine.batch.folder import BatchFolder, plan_batch
from engine.batch.run import BatchRun
from tests.engine.batching import ends, job_for, pipeline_for, results, save_gray

PHOTOS = 60
STOPS = 3


def color(target):
    """Go on with a batch; runs in a process of its own."""
    folder = BatchFolder(target)
    with BatchRun(folder, pipeline_for(folder.read_job())) as run:
        for _ in run:
            pass


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSTOP")
def test_a_suspended_batch_loses_nothing_and_does_nothing_twice(tmp_path, tiny_kolorit):
    for index in range(PHOTOS):
        save_gray(tmp_path / "in" / f"{index:02}.png", index, (60, 80))
    job = job_for(tmp_path, tiny_kolorit)
    plan_batch(job)
    process = multiprocessing.get_context("spawn").Process(target=color, args=(job.target,))
    process.start()
    for stop in range(1, STOPS + 1):
        while len(results(job.target)) < stop * PHOTOS // (STOPS + 2) and process.is_alive():
            process.join(0.003)
        os.kill(process.pid, signal.SIGSTOP)
        _, status = os.waitpid(process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status), "it ended before it was suspended"
        os.kill(process.pid, signal.SIGCONT)
    process.join(120)
    assert process.exitcode == 0
    assert len(results(job.target)) == PHOTOS
    assert ends(job.target) == dict.fromkeys(range(1, PHOTOS + 1), 1)
