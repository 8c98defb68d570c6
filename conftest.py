"""Loaded before ``tests/conftest.py``, which imports torch."""

from engine.thread_waiting import wait_asleep

wait_asleep()  # other programs shall not slow the tests down
