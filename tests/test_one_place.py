"""A setting is named where it is declared, worded and carried out, and nowhere else."""

import ast
from pathlib import Path

import pytest

from engine.recipe.controls import BY_NAME, CHOICES

HOUSE = Path(__file__).parents[1]
HOMONYMS = {
    "size": "of anything",
    "strength": "of the marks of JPEG",
    "grain": "of fills, and as a noise that is measured",
    "contrast": "of a finding",
    "largest": "of the greatest numbers, to torch",
}
"""Settings whose word has other meanings too, and which."""


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
                yield name
            case ast.arg(arg=name) | ast.Constant(value=str(name)):
                yield name


@pytest.mark.parametrize(
    "setting", sorted({*BY_NAME, *(each.name for each in CHOICES)} - {*HOMONYMS})
)
def test_a_setting_is_named_in_four_modules_at_most(named, setting):
    modules = {module for module, names in named.items() if setting in names}
    assert {"engine/recipe/controls.py", "engine/recipe/stages.py"} <= modules
    assert "desktop/texts/control_words.py" in modules
    assert len(modules) <= 4, sorted(modules)
