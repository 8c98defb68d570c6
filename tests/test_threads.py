import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.threads import no_thread_left_behind


class Obliging(threading.Thread):
    """Ends as soon as somebody waits for it."""

    def __init__(self):
        self.asked = threading.Event()
        super().__init__(target=self.asked.wait)

    def join(self, timeout=None):
        self.asked.set()
        super().join(timeout)


def test_a_thread_that_is_about_to_end_is_waited_for():
    with no_thread_left_behind():
        Obliging().start()


def test_a_thread_that_stays_is_named_with_the_line_that_started_it():
    goes_on, pool = threading.Event(), ThreadPoolExecutor(1, "stubborn")
    with pytest.raises(AssertionError) as failure, no_thread_left_behind(patience=0.01):
        pool.submit(goes_on.wait)
    goes_on.set()
    pool.shutdown()
    assert "stubborn_0, started in tests/test_threads.py" in str(failure.value)
    assert "pool.submit(goes_on.wait)" in str(failure.value)
