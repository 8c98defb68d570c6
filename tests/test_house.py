"""What keeps the house easy to find one's way in, held by counting."""

import ast
import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
PACKAGES = ("desktop", "engine", "kolorit", "training", "tests")
MOST_MODULES = 25
MOST_IMPORTS = 20
WIDEST = 120


def modules_in(folder):
    return [path for path in folder.glob("*.py") if path.name != "__init__.py"]


def imported(tree):
    """Return the modules that are imported at run time; what types alone need is left out."""
    for node in tree.body:
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module), names=names) if module != "__future__":
                # `from desktop import dialogs` is a module, `from desktop.keys import KEYS` is not
                for name in names:
                    is_module = (HOUSE / module.replace(".", "/") / f"{name.name}.py").exists()
                    yield f"{module}.{name.name}" if is_module else module


@pytest.mark.parametrize("package", PACKAGES)
def test_no_folder_has_more_modules_than_one_can_look_over(package):
    folders = [HOUSE / package, *(p for p in (HOUSE / package).rglob("*") if p.is_dir())]
    counts = {folder.relative_to(HOUSE): len(modules_in(folder)) for folder in folders}
    assert sum(counts.values()) > 0
    assert {folder: n for folder, n in counts.items() if n > MOST_MODULES} == {}


def test_the_main_window_knows_few_modules():
    source = (HOUSE / "desktop" / "app" / "main_window.py").read_text(encoding="utf-8")
    modules = set(imported(ast.parse(source)))
    assert "desktop.app.controllers" in modules
    assert len(modules) <= MOST_IMPORTS, sorted(modules)


def markdown():
    hidden = {".venv", "build", "dist", "node_modules"}
    return [p for p in HOUSE.rglob("*.md") if not hidden.intersection(p.relative_to(HOUSE).parts)]


@pytest.mark.parametrize("path", markdown(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_prose_is_wrapped(path):
    """Tables, code, and what has no room to break in, as links, may be wider."""
    text = re.sub(
        r"^```.*?^```", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    wide = [
        line
        for line in text.splitlines()
        if len(line) > WIDEST
        and not line.lstrip().startswith("|")
        and not line.startswith("    ")
        and " " in line.strip()[:WIDEST].lstrip("*-0123456789. ")
    ]
    assert wide == []


def test_the_slider_that_contributing_shows_fits_the_code():
    text = (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = text.split("## Add a control")[1].split("\n## ")[0]
    path, replaced = None, []
    for line in shown.splitlines():
        if found := re.match(r"    --- ([\w/]+\.py)", line):
            path = HOUSE / found[1]
            assert path.exists()
        elif line.startswith("    -"):
            replaced.append(line[5:].split("   #")[0])
            assert replaced[-1] in path.read_text(encoding="utf-8")
    assert len(replaced) == 1
