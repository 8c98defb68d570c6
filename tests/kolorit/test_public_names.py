"""What scripts import: it is quick, it is documented, and its examples run."""

import doctest
import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import kolorit
from engine.cli.__main__ import main
from engine.errors import ImageError, ImageProblem, NewerSettingsError
from engine.files.image_io import read_photo, write_photo
from engine.recipe.sidecar import Kept, sidecar_path, write_sidecar
from tests.tiny import gray_pixels

ROOT = Path(__file__).parents[2]


@pytest.fixture
def scan(tmp_path, monkeypatch, tiny_models):
    """``in.tif`` in the folder where scripts run."""
    monkeypatch.chdir(tmp_path)
    write_photo(tmp_path / "in.tif", gray_pixels(40, 60))
    return tmp_path / "in.tif"


def test_importing_kolorit_imports_nothing_heavy():
    code = (
        "import sys, kolorit; dir(kolorit);"
        "print(sorted({'torch', 'numpy', 'cv2', 'PySide6'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


def test_every_public_name_is_there_and_documented():
    assert set(kolorit._HOMES) == set(kolorit.__all__)
    for name in kolorit.__all__:
        assert getattr(kolorit, name).__doc__
        assert name in dir(kolorit)
    with pytest.raises(AttributeError, match="no attribute 'colourize'"):
        _ = kolorit.colourize


FUNCTIONS = [name for name, home in kolorit._HOMES.items() if home.startswith("kolorit.")]


@pytest.mark.parametrize("name", ["", *FUNCTIONS])
def test_the_examples_in_docstrings_run(scan, name):
    known = {"kolorit": kolorit, "model": kolorit.load_model(device="cpu")}
    known["developed"] = kolorit.develop(kolorit.read(scan), model=known["model"])
    public = getattr(kolorit, name) if name else kolorit
    (example,) = doctest.DocTestFinder(recurse=False).find(public, name or "kolorit", globs=known)
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0


def test_the_examples_in_the_readme_run(scan):
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("## From Python")[1]
    blocks = re.findall(r"```python\n(.*?)```", section.split("\n## ")[0], flags=re.DOTALL)
    assert len(blocks) == 2
    known = {}
    for block in blocks:
        exec(block, known)
    written = {path.name for path in scan.parent.iterdir()}
    assert written >= {"in.tif", "out.tif", "paler.tif", "warmer.png"}
    assert known["rgb"].shape == (40, 60, 3)


def test_a_file_is_colored_as_the_command_line_does_it(scan):
    kolorit.colorize("in.tif", "ours.tif")
    assert main(["colorize", "in.tif", "-o", "theirs.tif"]) == 0
    theirs, ours = (read_photo(Path(f"{name}.tif")).pixels for name in ("theirs", "ours"))
    assert np.array_equal(theirs, ours)
    assert np.ptp(ours.astype(int), axis=2).max() > 5


def test_what_is_kept_beside_a_photo_counts_unless_a_recipe_is_given(scan):
    gray = kolorit.Recipe(grade=kolorit.Grade(strength=0))
    write_sidecar(scan, Kept(gray))
    assert kolorit.read_recipe(scan) == gray
    kept = kolorit.colorize(scan, "kept.png")
    given = kolorit.colorize(scan, "given.png", kolorit.Recipe())
    assert kept.recipe == gray
    assert given.recipe == kolorit.Recipe()
    sidecar_path(scan).write_text(json.dumps({"kolorit": 99}))
    with pytest.raises(NewerSettingsError):
        kolorit.colorize(scan, "newer.png")
    assert not Path("newer.png").exists()


def test_colors_are_never_replaced_unasked(scan):
    pixels = np.random.default_rng(0).integers(0, 256, (40, 60, 3)).astype(np.uint8)
    write_photo(Path("color.png"), pixels)
    with pytest.raises(ImageError) as error:
        kolorit.colorize("color.png", "out.png")
    assert error.value.problem is ImageProblem.IN_COLOR
    assert np.array_equal(kolorit.render(kolorit.develop(kolorit.read("color.png"))), pixels)
    write_sidecar(Path("color.png"), Kept(recolor=True))
    kolorit.colorize("color.png", "asked.png")
    kolorit.colorize("color.png", "out.png", kolorit.Recipe())
    with pytest.raises(ImageError) as error:
        kolorit.colorize("color.png", "color.png", kolorit.Recipe(), overwrite=True)
    assert error.value.problem is ImageProblem.WRITE_IS_INPUT
