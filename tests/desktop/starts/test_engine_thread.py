import threading
from functools import partial

import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from desktop.jobs.engine_thread import BugError, EngineThread
from engine.errors import DeviceMemoryError
from tests.threads import PATIENCE


class Owner(QObject):
    """Remembers what it was told, and on which thread."""

    def __init__(self):
        super().__init__()
        self.told, self.threads = [], set()

    def tell(self, kind, name, *_result):
        self.told.append((kind, name))
        self.threads.add(threading.current_thread())


@pytest.fixture
def owner(qapp):
    return Owner()


def listen(owner, name):
    """Return callbacks that remember what is told about a job."""
    kinds = ("done", "failed", "ended")
    return {kind: partial(owner.tell, kind, name) for kind in kinds}


def done(*names):
    return [(kind, name) for name in names for kind in ("done", "ended")]


def fail(_token, _report):
    raise DeviceMemoryError("cuda:0", 96)


def crash(_token, _report):
    raise ZeroDivisionError


def test_tasks_run_off_the_gui_thread_and_report_on_it(qtbot, engine, gate, owner):
    task, results, shares = gate("ok"), [], []
    task.release.set()
    listening = listen(owner, "a") | {"done": results.append, "progressed": shares.append}
    job = engine.submit(task, **listening)
    assert not job.has_ended
    qtbot.waitUntil(lambda: job.has_ended)
    assert (results, shares, owner.told) == (["ok"], [1.0], [("ended", "a")])
    assert task.thread is not threading.main_thread()
    assert owner.threads == {threading.main_thread()}


def test_only_the_newest_preview_runs(engine, gate, owner, wait_until_idle):
    first, second, third = gate(), gate(), gate("third")
    engine.submit_preview(first, **listen(owner, "a"))
    assert first.entered.wait(PATIENCE)
    engine.submit_preview(second, **listen(owner, "b"))
    engine.submit_preview(third, **listen(owner, "c"))
    for task in (first, second, third):
        task.release.set()
    wait_until_idle()
    assert sorted(owner.told) == [("done", "c"), ("ended", "a"), ("ended", "b"), ("ended", "c")]
    assert not second.entered.is_set()


def test_a_preview_passes_jobs_that_wait_and_jobs_that_report(engine, gate, owner, wait_until_idle):
    running, waiting, preview = gate(), gate(), gate()
    engine.submit(running, **listen(owner, "a"))
    assert running.entered.wait(PATIENCE)
    engine.submit(waiting, **listen(owner, "b"))
    engine.submit_preview(preview, **listen(owner, "c"))
    for task in (running, waiting, preview):
        task.release.set()
    wait_until_idle()
    assert owner.told == done("c", "a", "b")


def test_a_newer_preview_cancels_one_inside_a_job_that_reports(
    engine, gate, owner, wait_until_idle
):
    running, nested, newest = gate(), gate(), gate()
    engine.submit(running, **listen(owner, "a"))
    assert running.entered.wait(PATIENCE)
    engine.submit_preview(nested, **listen(owner, "b"))
    running.release.set()
    assert nested.entered.wait(PATIENCE)
    engine.submit_preview(newest, **listen(owner, "c"))
    for task in (nested, newest):
        task.release.set()
    wait_until_idle()
    assert owner.told == [("ended", "b"), *done("a", "c")]


def test_failures_and_bugs_are_told_apart_and_the_thread_goes_on(
    engine, gate, owner, wait_until_idle
):
    last, errors, bugs = gate(), [], []
    last.release.set()
    engine.crashed.connect(bugs.append)
    engine.submit(fail, **listen(owner, "a") | {"failed": errors.append})
    engine.submit(crash, **listen(owner, "b") | {"failed": errors.append})
    engine.submit(last, **listen(owner, "c"))
    wait_until_idle()
    assert [type(error) for error in errors] == [DeviceMemoryError, BugError]
    assert [type(error) for error in bugs] == [ZeroDivisionError]
    assert owner.told == [("ended", "a"), ("ended", "b"), *done("c")]


@pytest.mark.parametrize("submit", ["submit", "submit_preview"])
def test_no_error_is_told_to_nobody(engine, wait_until_idle, submit):
    errors = []
    engine.failed.connect(errors.append)
    getattr(engine, submit)(fail)
    wait_until_idle()
    assert [type(error) for error in errors] == [DeviceMemoryError]


def test_a_waiting_and_a_running_job_can_be_cancelled(engine, gate, owner, wait_until_idle):
    running, waiting = gate(), gate()
    a = engine.submit(running, **listen(owner, "a"))
    assert running.entered.wait(PATIENCE)
    b = engine.submit(waiting, **listen(owner, "b"))
    b.cancel()
    a.cancel()
    running.release.set()
    wait_until_idle()
    a.cancel()  # it has ended
    assert owner.told == [("ended", "a"), ("ended", "b")]
    assert not waiting.entered.is_set()


def outcome_on_its_way(engine, task, **callbacks):
    """Submit a task and wait until it is over, but not until that has been told."""
    job, over = engine.submit(task, **callbacks), threading.Event()
    engine.submit(lambda _token, _report: over.set())
    assert over.wait(PATIENCE)
    return job


@pytest.mark.parametrize("task", [lambda _token, _report: "late", fail, crash])
def test_a_job_cancelled_when_its_outcome_was_on_the_way_tells_nothing_stale(
    engine, owner, wait_until_idle, task
):
    outcome_on_its_way(engine, task, **listen(owner, "a")).cancel()
    wait_until_idle()
    assert owner.told == [("ended", "a")]


def test_who_stopped_a_job_too_late_is_told_that_it_was_done(engine, owner, wait_until_idle):
    outcome_on_its_way(engine, lambda _token, _report: "written", **listen(owner, "a")).stop()
    wait_until_idle()
    assert owner.told == done("a")


def test_who_is_gone_is_told_nothing(engine, owner, wait_until_idle):
    outcome_on_its_way(engine, lambda _token, _report: "late", **listen(owner, "a"))
    shiboken6.delete(owner)
    wait_until_idle()
    assert owner.told == []


def test_jobs_that_can_wait_let_all_others_pass(engine, gate, owner, wait_until_idle):
    running, saves = gate(), [gate(), gate()]
    engine.submit(running, **listen(owner, "a"))
    assert running.entered.wait(PATIENCE)
    for name, save in zip("bc", saves, strict=True):
        engine.submit(save, **listen(owner, name), can_wait=True)
    opening = gate()
    engine.submit(opening, **listen(owner, "d"))
    running.release.set()
    opening.release.set()
    assert saves[0].entered.wait(PATIENCE)
    coloring = gate()
    engine.submit(coloring, **listen(owner, "e"))
    for task in (coloring, *saves):
        task.release.set()
    wait_until_idle()
    assert owner.told == done(*"adbec")


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    actions=st.lists(
        st.sampled_from(["job", "patient", "preview", "fails", "cancel", "stop"]), max_size=30
    )
)
def test_every_job_ends_exactly_once(qtbot, owner, actions):
    engine, jobs = EngineThread(), []
    owner.told.clear()

    def work(token, report):
        report(0.5)
        token.check()

    for action in actions:
        if action in ("cancel", "stop"):
            for job in jobs[-1:]:
                getattr(job, action)()
        else:
            submit = {
                "job": partial(engine.submit, work),
                "patient": partial(engine.submit, work, can_wait=True),
                "preview": partial(engine.submit_preview, work),
                "fails": partial(engine.submit, fail),
            }[action]
            jobs.append(submit(**listen(owner, len(jobs))))
    qtbot.waitUntil(lambda: engine.is_idle)
    engine.close()
    assert all(job.has_ended for job in jobs)
    names = [name for kind, name in owner.told if kind == "ended"]
    assert sorted(names) == list(range(len(jobs)))
    outcomes = [name for kind, name in owner.told if kind != "ended"]
    assert len(outcomes) == len(set(outcomes))
