"""Results of work away from the window's thread are told on it, while anybody wants them."""

from desktop.platform.background import Background
from tests.threads import PATIENCE


def test_results_are_told_in_order(qtbot):
    background, told = Background("test"), []
    for number in (1, 2, 3):
        background.submit(lambda number=number: number, told.append)
    assert background.is_busy
    qtbot.waitUntil(lambda: not background.is_busy)
    assert told == [1, 2, 3]
    assert background.wait(PATIENCE)


def test_a_window_that_is_half_gone_is_told_nothing(qapp):
    background, told = Background("test"), []
    tell = background._tell
    vars(background).clear()  # as when Python has let go of it, and a result was under way
    tell(told.append, 1)
    assert told == []
