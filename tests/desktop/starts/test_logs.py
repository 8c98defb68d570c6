"""The log names the user's photos: for their eyes only, and it obeys none of the names."""

import logging
import os
import stat
import sys

import pytest

from desktop.platform.logs import PrivateFile
from engine.console import PrintableFormatter
from tests.desktop.starts.starting import home, launch, outcome

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_what_the_app_remembers_is_for_the_users_eyes_only(tmp_path, tiny_models, gray_jpeg):
    (tmp_path / "state" / "Kolorit" / "log").mkdir(parents=True)
    log = tmp_path / "state" / "Kolorit" / "log" / "kolorit.log"
    log.write_text("of an earlier version\n")
    before = os.umask(0o022)
    try:
        status, _said, logged = outcome(launch(tiny_models, gray_jpeg, **home(tmp_path)))
    finally:
        os.umask(before)
    assert status == 0, logged
    remembered = [log, tmp_path / "config" / "Kolorit" / "settings.ini"]
    assert [mode(path) for path in remembered] == [0o600, 0o600]
    assert [mode(path.parent) for path in remembered] == [0o700, 0o700]
    for folder in (tmp_path / "state" / "Kolorit").glob("sessions"):
        assert mode(folder) == 0o700


def test_a_log_that_is_a_pipe_keeps_nobody_waiting(tmp_path, tiny_models, gray_jpeg):
    folder = tmp_path / "state" / "Kolorit" / "log"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "kolorit.log")
    status, said, logged = outcome(launch(tiny_models, gray_jpeg, **home(tmp_path)))
    assert status == 0, logged
    assert "no log file" in logged
    assert "colored: ramp.jpg" in said


def test_a_log_behind_a_link_is_not_written(tmp_path):
    (tmp_path / "original").write_text("an original")
    (tmp_path / "log").symlink_to(tmp_path / "original")
    with pytest.raises(OSError, match=r"."):
        PrivateFile(tmp_path / "log")
    assert (tmp_path / "original").read_text() == "an original"


def test_names_neither_order_a_terminal_about_nor_forge_lines():
    formatter = PrintableFormatter("%(levelname)s %(message)s")
    name = "a\x1b]0;owned\x07\n2026 ERROR forged\u202egnp.jpg"
    told = (ValueError, ValueError(name), None)
    record = logging.LogRecord("n", logging.ERROR, "p", 1, "%s", (name,), told)
    first, *others = formatter.format(record).splitlines()
    assert first == r"ERROR a\x1b]0;owned\x07\n2026 ERROR forged\u202egnp.jpg"
    assert others[0] == r"    ValueError: a\x1b]0;owned\x07"
    assert all(line.isprintable() and line.startswith("    ") for line in others)
