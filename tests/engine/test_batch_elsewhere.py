"""Batches whose photos are done by other processes, as on a cluster."""

import os
import signal
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from engine.batch.cluster import cluster_performer
from engine.batch.folder import plan_batch
from engine.batch.job import Colored
from engine.batch.outcome import Obstacle, State, Task
from engine.batch.run import BatchRun, Finished, Paused
from engine.batch.spread import Spread
from engine.batch.steps import perform
from engine.errors import ClusterError, ImageProblem
from engine.image_io import read_photo
from tests.engine.batching import (
    color_all,
    ends,
    job_for,
    journal_lines,
    outcomes_of,
    results,
    save_gray,
)


def photos_for(tmp_path, count):
    for index in range(count):
        save_gray(tmp_path / "in" / f"{index:02}.png", index)
    (tmp_path / "in" / "bad.png").write_bytes(b"x")


def test_any_executor_gives_what_this_machine_gives(tmp_path, tiny_kolorit):
    photos_for(tmp_path, 12)
    job = job_for(tmp_path, tiny_kolorit)
    _, here = color_all(job)
    pixels = colors(job.target)
    lines = sorted(stripped(line) for line in journal_lines(job.target) if "n" in line)
    (job.target).rename(tmp_path / "first")
    with (
        ThreadPoolExecutor(3) as executor,
        BatchRun(plan_batch(job), Spread(executor, lambda: 6)) as run,
    ):
        outcomes_of(run, job)
        assert run.counts() == here
    assert colors(job.target) == pixels
    assert sorted(stripped(line) for line in journal_lines(job.target) if "n" in line) == lines


def colors(folder):
    """The pixels of all results; the files also say when they were made."""
    return {name: read_photo(folder / name).rgb.tobytes() for name in results(folder)}


def stripped(line):
    return sorted(
        (key, str(value))
        for key, value in line.items()
        if key not in ("seconds", "thumbnail", "output")
    )


def test_a_photo_that_is_done_twice_replaces_only_its_own_output(tmp_path, tiny_kolorit):
    """As when a worker is lost between its output and its answer."""
    photos_for(tmp_path, 1)
    job = job_for(tmp_path, tiny_kolorit)
    (tmp_path / "partial").mkdir()
    paths = tmp_path / "in" / "00.png", tmp_path / "out" / "00.png", tmp_path / "partial" / "1.png"
    task = Task(1, *paths, None, tmp_path, Colored.SKIP, job.settings)
    assert perform(task).state is State.DONE
    assert perform(task).state is State.DONE
    task.claim.unlink()
    assert perform(task).reason == ImageProblem.WRITE_EXISTS.value
    assert [path.name for path in (tmp_path / "partial").iterdir()] == []


@pytest.mark.slow
def test_workers_that_die_are_an_obstacle_not_a_failure(tmp_path, tiny_kolorit):
    photos_for(tmp_path, 40)
    job = job_for(tmp_path, tiny_kolorit)
    folder = plan_batch(job)
    with (
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor,
        BatchRun(folder, Spread(executor, lambda: 4)) as run,
    ):
        for index, event in enumerate(run):
            if index == 0:
                os.kill(next(iter(executor._processes)), signal.SIGTERM)
            if isinstance(event, Paused):
                assert event.obstacle is Obstacle.WORKERS_LOST
                run.control.stop()
        assert run.counts().failed <= 1  # the bad one
        assert run.counts().remaining > 0
    with (
        ThreadPoolExecutor(1) as executor,
        BatchRun(folder, Spread(executor, lambda: 2)) as run,
    ):
        outcomes_of(run, job)
    assert len(results(job.target)) == 40
    assert set(ends(job.target).values()) == {1}


def test_answers_that_will_never_come_are_an_obstacle(tmp_path, tiny_kolorit, monkeypatch):
    """As when a scheduler dies: its futures neither end nor fail."""
    monkeypatch.setattr("engine.batch.spread._WHILE", 0.01)
    photos_for(tmp_path, 5)
    job = job_for(tmp_path, tiny_kolorit)

    class Silent(Executor):
        def submit(self, *_, **__):
            return Future()

    answers = iter([True] * 5)
    spread = Spread(Silent(), lambda: 3, lambda: next(answers, False))
    with BatchRun(plan_batch(job), spread) as run:
        for event in run:
            assert event == Paused(Obstacle.WORKERS_LOST)
            run.control.stop()
        assert run.counts().remaining == 6


@pytest.fixture
def cluster(tmp_path, monkeypatch):
    """Two worker processes with a thread each."""
    dask = pytest.importorskip("dask")
    distributed = pytest.importorskip("distributed")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    settings = {"distributed.worker.daemon": True, "temporary-directory": str(tmp_path / "dask")}
    with (
        dask.config.set(settings),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
    ):
        yield cluster


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_a_cluster_that_loses_a_worker_completes_the_batch(tmp_path, tiny_kolorit, cluster):
    photos_for(tmp_path, 60)
    job = job_for(tmp_path, tiny_kolorit)
    killed, outcomes = None, []
    with (
        cluster_performer(cluster.scheduler_address) as performer,
        BatchRun(plan_batch(job), performer) as run,
    ):
        for event in run:
            assert isinstance(event, Finished)
            outcomes.append(event.outcome)
            if killed is None and len(outcomes) >= 5:
                killed = next(iter(cluster.workers.values())).process.process.pid
                os.kill(killed, signal.SIGKILL)
        counts = run.counts()
    assert killed is not None
    assert (counts.done, counts.failed, counts.remaining) == (60, 1, 0)
    assert [outcome.reason for outcome in outcomes if outcome.state is State.FAILED] == [
        ImageProblem.UNKNOWN_FORMAT.value
    ]
    assert results(job.target) == {f"{index:02}.png" for index in range(60)}
    assert set(ends(job.target).values()) == {1}


def test_a_cluster_that_is_not_there_is_told(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("engine.batch.cluster._PATIENCE", 0.2)
    with pytest.raises(ClusterError, match="scheduler"), cluster_performer("tcp://127.0.0.1:1"):
        pass
    with pytest.raises(ClusterError, match="scheduler"), cluster_performer("nonsense://x"):
        pass
