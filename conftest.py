"""Loaded before ``tests/conftest.py``, which imports torch."""

from engine.thread_waiting import spin_briefly

spin_briefly()  # other programs shall not slow the tests down
