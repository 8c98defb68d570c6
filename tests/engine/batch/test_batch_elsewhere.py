"""Batches whose photos are done by other processes, as on a cluster."""

import json
import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from engine.batch.job import Colored
from engine.batch.outcome import (
    Blocked,
    BlockingCondition,
    FileIdentity,
    Flag,
    Outcome,
    State,
    Task,
)
from engine.batch.outcome_json import attempt_from_json, attempt_to_json
from engine.batch.records.folder import plan_batch
from engine.batch.running.cluster import cluster_runner
from engine.batch.running.executor_runner import NO_ANSWER, ExecutorRunner
from engine.batch.running.run import BatchRun, Finished, Paused
from engine.batch.running.steps import perform
from engine.errors import ClusterError, ImageProblem
from engine.files.image_io import read_photo
from tests.engine.batch.batching import (
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
        BatchRun(plan_batch(job), ExecutorRunner(executor, lambda: 6)) as run,
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
def test_workers_that_die_are_a_blocking_condition_not_a_failure(tmp_path, tiny_kolorit):
    photos_for(tmp_path, 40)
    job = job_for(tmp_path, tiny_kolorit)
    folder = plan_batch(job)
    with (
        ProcessPoolExecutor(1, mp_context=get_context("spawn")) as executor,
        BatchRun(folder, ExecutorRunner(executor, lambda: 4)) as run,
    ):
        for index, event in enumerate(run):
            if index == 0:
                os.kill(next(iter(executor._processes)), signal.SIGTERM)
            if isinstance(event, Paused):
                assert event.condition is BlockingCondition.WORKERS_LOST
                run.control.stop()
        assert run.counts().failed <= 1  # the bad one
        assert run.counts().remaining > 0
    with (
        ThreadPoolExecutor(1) as executor,
        BatchRun(folder, ExecutorRunner(executor, lambda: 2)) as run,
    ):
        outcomes_of(run, job)
    assert len(results(job.target)) == 40
    assert set(ends(job.target).values()) == {1}


def test_answers_that_will_never_come_are_a_blocking_condition(tmp_path, tiny_kolorit, monkeypatch):
    """As when a scheduler dies: its futures neither end nor fail."""
    monkeypatch.setattr("engine.batch.running.executor_runner._WHILE", 0.01)
    photos_for(tmp_path, 5)
    job = job_for(tmp_path, tiny_kolorit)

    class Silent(Executor):
        def submit(self, *_, **__):
            return Future()

    answers = iter([True] * 5)
    runner = ExecutorRunner(Silent(), lambda: 3, lambda: next(answers, False))
    with BatchRun(plan_batch(job), runner) as run:
        for event in run:
            assert event == Paused(BlockingCondition.WORKERS_LOST)
            run.control.stop()
        assert run.counts().remaining == 6


@pytest.fixture
def start_cluster(tmp_path, monkeypatch):
    """Start a scheduler, and workers with a thread each, in processes of their own."""
    pytest.importorskip("distributed")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    processes = []

    def start(program, *options):
        command = [sys.executable, "-m", f"distributed.cli.dask_{program}", *options]
        process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL)
        processes.append(process)
        return process

    def cluster(count, *options):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        start("scheduler", "--host", address, "--no-dashboard")
        quiet = ("--no-nanny", "--nthreads", "1", "--no-dashboard")
        return address, [start("worker", address, *quiet, *options) for _ in range(count)]

    yield cluster
    for process in processes:
        process.kill()
        process.wait()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_a_cluster_that_loses_a_worker_completes_the_batch(tmp_path, tiny_kolorit, start_cluster):
    photos_for(tmp_path, 60)
    job = job_for(tmp_path, tiny_kolorit)
    address, workers = start_cluster(2)
    is_killed, outcomes = False, []
    with cluster_runner(address) as runner, BatchRun(plan_batch(job), runner) as run:
        for event in run:
            assert isinstance(event, Finished)
            outcomes.append(event.outcome)
            if not is_killed and runner._in_flight() == 4 and len(outcomes) >= 5:
                workers[0].kill()
                is_killed = True
        counts = run.counts()
    assert is_killed
    assert (counts.done, counts.failed, counts.remaining) == (60, 1, 0)
    assert [outcome.reason for outcome in outcomes if outcome.state is State.FAILED] == [
        ImageProblem.UNKNOWN_FORMAT.value
    ]
    assert results(job.target) == {f"{index:02}.png" for index in range(60)}
    assert set(ends(job.target).values()) == {1}


ROGUE = """
import os
from engine.batch.running import steps

class Evil:
    def __reduce__(self):
        return os.system, ("echo $PPID >> MARK",)

class EvilError(Exception):
    def __reduce__(self):
        return os.system, ("echo $PPID >> MARK",)

answered = []

def rogue(task):
    answered.append(task.n)
    if "KIND" == "result":
        return Evil()
    if "KIND" == "error":
        raise EvilError()
    return {b"an": Evil()}

rogue.__module__, rogue.__qualname__ = "engine.batch.running.steps", "perform_elsewhere"
steps.perform_elsewhere = rogue
"""


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
@pytest.mark.parametrize("kind", ["result", "error", "part of a result"])
def test_a_rogue_worker_runs_no_code_here(tmp_path, tiny_kolorit, start_cluster, kind):
    photos_for(tmp_path, 1)
    job = job_for(tmp_path, tiny_kolorit)
    preload, mark = tmp_path / "rogue.py", tmp_path / "mark"
    preload.write_text(ROGUE.replace("MARK", str(mark)).replace("KIND", kind))
    address, _ = start_cluster(1, "--preload", str(preload))
    reasons, conditions = set(), set()
    with cluster_runner(address) as runner, BatchRun(plan_batch(job), runner) as run:
        for event in run:
            if isinstance(event, Paused):
                conditions.add(event.condition)
                run.control.stop()
            else:
                reasons.add(event.outcome.reason)
    assert reasons | conditions
    assert reasons <= {NO_ANSWER}
    assert conditions <= {BlockingCondition.WORKERS_LOST}  # what it sent has ended the conversation
    ran = mark.read_text().split() if mark.exists() else []  # on the machines of the cluster
    assert str(os.getpid()) not in ran


class Answering(Executor):
    """Workers that answer what they are told to."""

    def __init__(self, answer):
        self._answer = answer

    def submit(self, _, task):
        future = Future()
        future.set_result(self._answer(task))
        return future


def answer(task, **changes):
    fields = json.loads(attempt_to_json(Outcome(task.n, State.DONE, task.target, size=(2, 3))))
    return json.dumps(fields | changes).encode()


NONSENSE = {
    "text": lambda task: "done",
    "nothing": lambda task: None,
    "an outcome": lambda task: Outcome(task.n, State.DONE, task.target),
    "no JSON": lambda task: b"\x80\x04.",
    "deep": lambda task: b"[" * 100_000,
    "a list": lambda task: b"[]",
    "another photo": lambda task: answer(task, n=task.n + 1),
    "another file": lambda task: answer(task, target="/etc/passwd"),
    "no state": lambda task: answer(task, state="rich"),
    "size": lambda task: answer(task, size=[2]),
    "huge": lambda task: answer(task, size=[2, 10**40]),
    "seconds": lambda task: answer(task, seconds=float("nan")),
    "doubt": lambda task: answer(task, doubt="much"),
    "flags": lambda task: answer(task, flags=["__class__"]),
    "notes": lambda task: answer(task, notes=[5]),
    "reason": lambda task: answer(task, reason="x" * 1_000_000),
    "thumbnail": lambda task: answer(task, thumbnail="?"),
    "no such condition": lambda task: b'{"obstacle": "ME"}',
}


@pytest.mark.parametrize("kind", NONSENSE)
def test_nonsense_that_a_worker_answers_is_a_failure(tmp_path, tiny_kolorit, kind):
    photos_for(tmp_path, 1)
    job = job_for(tmp_path, tiny_kolorit)
    runner = ExecutorRunner(Answering(NONSENSE[kind]), lambda: 2)
    with BatchRun(plan_batch(job), runner) as run:
        assert {o.reason for o in outcomes_of(run, job).values()} == {NO_ANSWER}


def test_what_a_worker_answers_comes_back_whole(tmp_path):
    source, partial = tmp_path / "a.png", tmp_path / "p" / "1.png"
    task = Task(1, source, tmp_path / "b.png", partial, None, tmp_path, Colored.SKIP, None)
    whole = Outcome(
        *(1, State.DONE, task.target, "why", 1.5, (2, 3), 0.25, (Flag.CAST,), ("a note",)),
        thumbnail=b"RIFF\x00\xff",
        is_own=False,
        output=FileIdentity(1, 2, 3),
        repairs=b"RIFF\x01",
    )
    assert attempt_from_json(attempt_to_json(whole), task) == whole
    blocked = Blocked(task, BlockingCondition.DISK_FULL)
    assert attempt_from_json(attempt_to_json(blocked), task) == blocked


def test_a_cluster_that_is_not_there_is_told(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("engine.batch.running.cluster._PATIENCE", 0.2)
    with pytest.raises(ClusterError, match="scheduler"), cluster_runner("tcp://127.0.0.1:1"):
        pass
    with pytest.raises(ClusterError, match="scheduler"), cluster_runner("nonsense://x"):
        pass
