"""A batch that is stopped by the system in the middle, and goes on."""

import multiprocessing
import os
import signal
import sys

import pytest

from engine.batch.records.folder import BatchFolder, plan_batch
from engine.batch.running.run import BatchRun
from tests.engine.batch.batching import ends, job_for, pipeline_for, results, save_gray
from tests.threads import PATIENCE

PHOTOS = 60
STOPS = (12, 24, 36)
"""How many photos have ended when it is suspended, whatever its threads are doing then."""


def color(target):
    """Go on with a batch; runs in a process of its own, which suspends itself."""
    folder = BatchFolder(target)
    with BatchRun(folder, pipeline_for(folder.read_job())) as run:
        for count, _ in enumerate(run, 1):
            if count in STOPS:
                os.kill(os.getpid(), signal.SIGSTOP)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSTOP")
def test_a_suspended_batch_loses_nothing_and_does_nothing_twice(tmp_path, tiny_kolorit):
    for index in range(PHOTOS):
        save_gray(tmp_path / "in" / f"{index:02}.png", index, (60, 80))
    job = job_for(tmp_path, tiny_kolorit)
    plan_batch(job)
    process = multiprocessing.get_context("spawn").Process(target=color, args=(job.target,))
    process.start()
    for stop in STOPS:
        _, status = os.waitpid(process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status), "it ended before it was suspended"
        assert stop <= len(results(job.target)) < PHOTOS
        os.kill(process.pid, signal.SIGCONT)
    process.join(PATIENCE)
    assert process.exitcode == 0
    assert len(results(job.target)) == PHOTOS
    assert ends(job.target) == dict.fromkeys(range(1, PHOTOS + 1), 1)
