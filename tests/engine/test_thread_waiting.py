import os
import subprocess
import sys

import pytest

from engine.thread_waiting import wait_asleep


def test_threads_sleep_unless_the_user_wants_otherwise(monkeypatch):
    for name in ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT"):
        monkeypatch.setenv(name, "")  # so that it is as before at the end
        monkeypatch.delenv(name)
    monkeypatch.setenv("GOMP_SPINCOUNT", "1000")
    wait_asleep()
    assert "OMP_WAIT_POLICY" not in os.environ
    monkeypatch.delenv("GOMP_SPINCOUNT")
    wait_asleep()
    assert (os.environ["OMP_WAIT_POLICY"], os.environ["GOMP_SPINCOUNT"]) == ("PASSIVE", "0")


@pytest.mark.parametrize("module", ["engine.cli", "desktop.__main__"])
def test_a_program_says_so_before_torch_is_imported(module):
    code = f"""
import sys
import engine.thread_waiting
def said():
    raise SystemExit(7 if "torch" not in sys.modules else 1)
engine.thread_waiting.wait_asleep = said
from {module} import main
main(["--help"])
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 7, done.stderr.decode()


def test_the_tests_themselves_sleep():
    assert os.environ["OMP_WAIT_POLICY"] in ("PASSIVE", "passive")
