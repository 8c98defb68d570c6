"""The binding to Qt loses no reference: an app that runs for hours would be ended by Python."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

CALLS = 100


class Sender(QObject):
    sent = Signal(object)


@pytest.mark.parametrize("value", [None, True, False], ids=str)
def test_calls_and_signals_lose_no_reference(qapp, value):
    action, sender = QAction("x"), Sender()
    spare = [value] * (10 * CALLS)  # should they be lost, Python is not to end here
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        action.setEnabled(True)
        sender.sent.emit(value)
    assert sys.getrefcount(value) > before - CALLS // 2
    del spare
