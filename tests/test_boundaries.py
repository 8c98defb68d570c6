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
        ("desktop.__main__, desktop.app.main_window", ["torch", "safetensors"]),
        ("engine.cli.__main__", ["PySide6", "torch"]),
        ("engine.cli.doctor, engine.coloring.colorize", ["PySide6"]),
    ],
)
def test_imports_stay_light(modules, absent):
    result = run(f"import sys, {modules}; print([m for m in {absent!r} if m in sys.modules])")
    assert result.stdout.strip() == "[]", result.stderr


@pytest.mark.parametrize(
    "modules",
    [
        "engine.cli.__main__, engine.cli.doctor, engine.files.image_io",
        "training.train, training.evaluate, training.bundle",
    ],
)
def test_a_borrowed_machine_needs_neither_qt_nor_platformdirs(modules):
    result = run(_BLOCK.format(blocked=["PySide6", "platformdirs"], modules=modules))
    assert result.returncode == 0, result.stderr


_IMPORT_ALL = """
import importlib, os, pkgutil
before = dict(os.environ)
import desktop, engine, kolorit, training
for package in (desktop, engine, kolorit, training):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
changed = {name for name in before.keys() | os.environ.keys()
           if before.get(name) != os.environ.get(name)}
print(sorted(changed - {"PYSIDE6_OPTION_PYTHON_ENUM"}))  # which no other program reads
"""


@pytest.mark.parametrize("libraries", [None, "/opt/lib"])
def test_no_import_changes_what_other_programs_inherit(libraries, monkeypatch):
    monkeypatch.delenv("LD_LIBRARY_PATH", raising=False)
    if libraries is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH", libraries)
    result = run(_IMPORT_ALL)
    assert result.stdout.strip() == "[]", result.stderr
