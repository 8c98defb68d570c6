"""Threads that somebody leaves behind, where they were started, and how long to wait for one."""

import threading
import time
import traceback
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120
"""Seconds. What has not happened by then will not happen, however busy the machine is; a test that
passes never waits so long."""
_ROOT = Path(__file__).parents[1]
_PACKAGES = tuple(f"{_ROOT / name}/" for name in ("engine", "desktop", "training", "tests"))


@contextmanager
def no_thread_left_behind(patience=PATIENCE):
    """Fail if a thread that was started inside is still there in the end.

    A thread that has done its work needs a moment to end, so it is waited for. Daemons
    are left out, they end with the program.
    """
    before, places, start = set(threading.enumerate()), {}, threading.Thread.start

    def noted(thread):
        places[thread] = _place()
        start(thread)

    threading.Thread.start = noted
    try:
        yield
    finally:
        threading.Thread.start = start
    deadline = time.monotonic() + patience
    started = [each for each in threading.enumerate() if each not in before and not each.daemon]
    for thread in started:
        thread.join(max(0, deadline - time.monotonic()))
    left = [f"{each.name}, started {places.get(each)}" for each in started if each.is_alive()]
    assert not left, f"threads still running: {'; '.join(sorted(left))}"


def _place():
    """Return the innermost line of our own that is running, of the caller's if there is none."""
    stack = [frame for frame in traceback.extract_stack() if frame.filename != __file__]
    own = [frame for frame in stack if frame.filename.startswith(_PACKAGES)]
    frame = (own or stack)[-1]
    return f"in {frame.filename.removeprefix(f'{_ROOT}/')}, line {frame.lineno}: {frame.line}"
