"""A setting is named where it is declared, worded and carried out, and nowhere else."""

import ast
from pathlib import Path

import pytest

from engine.recipe.controls import BY_NAME, CHOICES

HOUSE = Path(__file__).parents[1]
MOST = 4
"""Its stage, the table of controls, its words, and what carries it out."""
COMMON = {
    "contrast": "that of a finding, of a patch",
    "grain": "that of fills; as a setting it is named in six, its account and the live view too",
    "largest": "the greatest numbers, to torch",
    "size": "that of anything; as a setting it is named in about ten, which ask a network",
    "strength": "that of the marks of JPEG",
}
"""Words that mean other things too, so that no count tells: which things."""


@pytest.fixture(scope="module")
def named():
    """By module, what its code calls things."""
    files = (
        path
        for folder in ("desktop", "engine", "kolorit")
        for path in (HOUSE / folder).rglob("*.py")
    )
    return {
        str(path.relative_to(HOUSE)): set(names_in(path.read_text(encoding="utf-8")))
        for path in files
    }


def names_in(source):
    """Return what code calls things, strings that are one word among them; no prose."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name) | ast.keyword(arg=name):
                yield str(name).lower()  # a control's constant names it, too
            case ast.arg(arg=name) | ast.Constant(value=str(name)):
                yield name


@pytest.mark.parametrize(
    "setting", sorted({*BY_NAME, *(each.name for each in CHOICES)} - {*COMMON})
)
def test_a_setting_is_named_in_four_modules_at_most(named, setting):
    modules = {module for module, names in named.items() if setting in names}
    assert {"engine/recipe/controls.py", "engine/recipe/stages.py"} <= modules
    assert "desktop/texts/control_words.py" in modules
    assert len(modules) <= MOST, sorted(modules)
