import tomllib
from pathlib import Path

import pytest

from engine.models.registry import COLOR_ARCHITECTURES
from training.config import load_config


def write(tmp_path, text):
    path = tmp_path / "run.toml"
    path.write_text(text)
    return path


def test_overrides_win(tmp_path):
    path = write(tmp_path, "steps = 10\n[optim]\nlr = 1e-3\n")
    config = load_config(path, ["optim.lr=5e-4", "model.input_size=64", "minutes=2"])
    assert (config.steps, config.optim.lr, config.model.input_size) == (10, 5e-4, 64)
    assert config.minutes == 2.0


@pytest.mark.parametrize(
    ("override", "message"),
    [
        ("optim.learning_rate=1.0", "unknown setting optim.learning_rate"),
        ("steps=1.5", "steps must be int"),
        ("steps=true", "steps must be int"),
        ("precision='fp8'", "precision is 'bf16' or 'fp32'"),
        ("steps=0", "the run has no end"),
        ("evaluate_every=0", "evaluate_every must be at least 1"),
        ("data.crops=[32, 30]", "data.crops must be multiples of 8"),
        ("model.arch='other'", "unknown model.arch 'other'"),
        ("model.arch=streets", "strings need quotes"),
        ("steps", "strings need quotes"),
        ("steps.x=3", "strings need quotes"),
    ],
)
def test_mistakes_are_named(tmp_path, override, message):
    with pytest.raises(ValueError, match=message):
        load_config(write(tmp_path, "steps = 1"), [override])


def of_color():
    """Yield the recipes of networks that color; ``test_pixel_train`` checks the others."""
    for path in sorted(Path("training/recipes").glob("*.toml")):
        if "task" not in tomllib.loads(path.read_text(encoding="utf-8")):
            yield path


@pytest.mark.parametrize("recipe", list(of_color()), ids=lambda path: path.stem)
def test_every_recipe_is_complete_and_fits_its_network(recipe):
    config = load_config(recipe)
    arch = COLOR_ARCHITECTURES[config.model.arch]
    arch.build(config.model.config)
    assert all(crop % arch.multiple_of == 0 for crop in config.data.crops)
