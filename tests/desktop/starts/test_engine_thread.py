import threading
from functools import partial

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.jobs.engine_thread import EngineThread
from engine.errors import DeviceMemoryError
from tests.threads import PATIENCE


def test_tasks_run_off_the_gui_thread_and_report_on_it(qtbot, engine, gate):
    task, reported_on = gate("ok"), []
    task.release.set()
    engine.progressed.connect(lambda *_: reported_on.append(threading.current_thread()))
    with qtbot.waitSignal(engine.finished) as blocker:
        job = engine.submit(task)
    assert blocker.args == [job, "ok"]
    assert task.thread is not threading.main_thread()
    assert reported_on == [threading.main_thread()]


def test_only_the_newest_preview_runs(qtbot, engine, outcomes, gate):
    first, second, third = gate(), gate(), gate("third")
    a = engine.submit_preview(first)
    assert first.entered.wait(PATIENCE)
    b = engine.submit_preview(second)
    c = engine.submit_preview(third)
    for task in (first, second, third):
        task.release.set()
    qtbot.waitUntil(lambda: len(outcomes) == 3)
    assert sorted(outcomes) == [("cancelled", a), ("cancelled", b), ("finished", c)]
    assert not second.entered.is_set()


def test_a_preview_passes_jobs_that_wait_and_jobs_that_report(qtbot, engine, outcomes, gate):
    running, waiting, preview = gate(), gate(), gate()
    a = engine.submit(running)
    assert running.entered.wait(PATIENCE)
    b = engine.submit(waiting)
    c = engine.submit_preview(preview)
    for task in (running, waiting, preview):
        task.release.set()
    qtbot.waitUntil(lambda: len(outcomes) == 3)
    assert outcomes == [("finished", c), ("finished", a), ("finished", b)]


def test_failures_and_bugs_are_told_apart_and_the_thread_goes_on(qtbot, engine, outcomes, gate):
    def fails(_token, _report):
        raise DeviceMemoryError("cuda:0", 96)

    def breaks(_token, _report):
        raise ZeroDivisionError

    last = gate()
    last.release.set()
    a, b, c = engine.submit(fails), engine.submit(breaks), engine.submit(last)
    qtbot.waitUntil(lambda: len(outcomes) == 3)
    assert outcomes == [("failed", a), ("crashed", b), ("finished", c)]


def test_a_waiting_and_a_running_job_can_be_cancelled(qtbot, engine, outcomes, gate):
    running, waiting = gate(), gate()
    a = engine.submit(running)
    assert running.entered.wait(PATIENCE)
    b = engine.submit(waiting)
    engine.cancel(b)
    engine.cancel(a)
    engine.cancel(999)
    running.release.set()
    qtbot.waitUntil(lambda: len(outcomes) == 2)
    assert outcomes == [("cancelled", a), ("cancelled", b)]
    assert not waiting.entered.is_set()


def test_jobs_that_can_wait_let_all_others_pass(qtbot, engine, outcomes, gate):
    running, saves = gate(), [gate(), gate()]
    a = engine.submit(running)
    assert running.entered.wait(PATIENCE)
    b, c = (engine.submit(save, can_wait=True) for save in saves)
    opening = gate()
    d = engine.submit(opening)
    running.release.set()
    opening.release.set()
    assert saves[0].entered.wait(PATIENCE)
    coloring = gate()
    e = engine.submit(coloring)
    for task in (coloring, *saves):
        task.release.set()
    qtbot.waitUntil(lambda: len(outcomes) == 5)
    assert outcomes == [("finished", job) for job in (a, d, b, e, c)]


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(actions=st.lists(st.sampled_from(["job", "patient", "preview", "cancel"]), max_size=30))
def test_every_job_ends_exactly_once(qtbot, actions):
    engine, ids, ends = EngineThread(), [], []
    engine.finished.connect(lambda job, _: ends.append(job))
    engine.cancelled.connect(ends.append)
    for action in actions:
        if action == "cancel":
            engine.cancel(ids[-1] if ids else 99)
        else:
            submit = {
                "job": engine.submit,
                "patient": partial(engine.submit, can_wait=True),
                "preview": engine.submit_preview,
            }[action]
            ids.append(submit(lambda token, _report: token.check()))
    qtbot.waitUntil(lambda: len(ends) == len(ids))
    engine.close()
    assert sorted(ends) == ids
