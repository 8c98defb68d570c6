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


OLD = """steps = 1
[model]
arch = "kolorit-2"
config = { trunk = "resnet50_v2", caution = 0.4, lift = 1.0, limit = 60.0 }
[optim]
trunk_lr = 0.5
"""


def test_older_recipes_and_commands_mean_what_they_meant(tmp_path):
    config = load_config(write(tmp_path, OLD), ["model.config.limit=50.0", "data.limit=7"])
    assert config.model.config == {
        "backbone": "resnet50_v2",
        "logit_adjustment": 0.4,
        "chroma_compensation": 1.0,
        "max_chroma": 50.0,
    }
    assert (config.optim.backbone_lr, config.data.limit) == (0.5, 7)
    assert load_config(write(tmp_path, OLD), ["optim.trunk_lr=0.1"]).optim.backbone_lr == 0.1


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
