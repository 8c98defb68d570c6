import os
import subprocess
import sys

import pytest

from engine.thread_waiting import spin_briefly


def test_threads_sleep_soon_unless_the_user_wants_otherwise(monkeypatch):
    for name in ("OMP_WAIT_POLICY", "GOMP_SPINCOUNT"):
        monkeypatch.setenv(name, "")  # so that it is as before at the end
        monkeypatch.delenv(name)
    monkeypatch.setenv("OMP_WAIT_POLICY", "ACTIVE")
    spin_briefly()
    assert "GOMP_SPINCOUNT" not in os.environ
    monkeypatch.delenv("OMP_WAIT_POLICY")
    spin_briefly()
    assert os.environ["GOMP_SPINCOUNT"] == "2000"


@pytest.mark.parametrize("module", ["engine.cli.__main__", "desktop.__main__"])
def test_a_program_says_so_before_torch_is_imported(module):
    code = f"""
import sys
import engine.thread_waiting
def said():
    raise SystemExit(7 if "torch" not in sys.modules else 1)
engine.thread_waiting.spin_briefly = said
from {module} import main
main(["--help"])
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 7, done.stderr.decode()


def test_the_tests_themselves_sleep():
    assert {"OMP_WAIT_POLICY", "GOMP_SPINCOUNT"} & os.environ.keys()
