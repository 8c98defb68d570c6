import logging
import sys

import pytest

from desktop import __main__ as app
from desktop.app.installation import SELF_TEST, InstallationCheck, self_test_command
from desktop.state.settings import CHECKED_VERSION

PASSES = (sys.executable, "-c", "")
FAILS = (sys.executable, "-c", "print('FAIL  model x: altered'); raise SystemExit(1)")
DIES = (sys.executable, "-c", "import os; os.abort()")


@pytest.fixture
def make(qapp, settings):
    made = []

    def make(command, version="2.0"):
        check = InstallationCheck(settings, version, command)
        made.append(check)
        return check

    yield make
    for check in made:
        check.close()


def test_a_version_that_passes_is_not_tested_again(qtbot, make, settings):
    make(PASSES).start()
    qtbot.waitUntil(lambda: settings.get(CHECKED_VERSION) == "2.0")
    again, newer = make(FAILS), make(FAILS, "2.1")
    again.start_soon()
    newer.start_soon()
    assert not again.is_due
    assert newer.is_due


@pytest.mark.parametrize("command", [FAILS, DIES, ("/no/such/program",)])
def test_what_is_broken_is_told_once_and_tested_again_next_time(qtbot, make, settings, command):
    check = make(command)
    told = []
    check.broken.connect(lambda: told.append(1))
    with qtbot.waitSignal(check.broken):
        check.start()
    assert told == [1]
    assert settings.get(CHECKED_VERSION) == ""


def test_the_log_says_what_the_test_found(qtbot, make, caplog):
    check = make(FAILS)
    with caplog.at_level(logging.ERROR), qtbot.waitSignal(check.broken):
        check.start()
    assert "model x: altered" in caplog.text


def test_closing_ends_a_test_under_way_and_tells_nobody(qtbot, make, settings):
    check = make((sys.executable, "-c", "input()"))
    told = []
    check.broken.connect(lambda: told.append(1))
    check.start()
    check.close()
    assert not check.is_running
    assert not told


def test_the_app_tests_itself_when_asked(tmp_path, tiny_models, monkeypatch, capsys):
    monkeypatch.setattr(app.os, "nice", lambda _by: None)
    assert app.main([SELF_TEST]) == 0
    assert "model reddish: intact" in capsys.readouterr().out
    (tiny_models / "reddish.safetensors").write_bytes(b"damaged")
    assert app.main([SELF_TEST]) == 1


def test_the_self_test_runs_this_very_program(monkeypatch):
    assert self_test_command() == (sys.executable, "-P", "-m", "desktop", SELF_TEST)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert self_test_command() == (sys.executable, SELF_TEST)
