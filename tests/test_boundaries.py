"""What may not be imported, checked in fresh interpreters; import-linter checks the source."""

import subprocess
import sys

import pytest

_BLOCK = """
import sys
for name in {blocked}:
    sys.modules[name] = None  # importing it now fails
import {modules}
"""


def run(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("modules", "absent"),
    [
        ("desktop.__main__, desktop.main_window", ["torch", "safetensors"]),
        ("engine.cli", ["PySide6", "torch"]),
        ("engine.doctor, engine.colorize", ["PySide6"]),
    ],
)
def test_imports_stay_light(modules, absent):
    result = run(f"import sys, {modules}; print([m for m in {absent!r} if m in sys.modules])")
    assert result.stdout.strip() == "[]", result.stderr


@pytest.mark.parametrize(
    "modules",
    [
        "engine.cli, engine.doctor, engine.image_io",
        "training.train, training.evaluate, training.bundle",
    ],
)
def test_a_borrowed_machine_needs_neither_qt_nor_platformdirs(modules):
    result = run(_BLOCK.format(blocked=["PySide6", "platformdirs"], modules=modules))
    assert result.returncode == 0, result.stderr
