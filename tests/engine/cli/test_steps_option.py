"""Which steps a command offers are those that it takes, and none that was asked for is left out."""

import argparse

import pytest

from engine.cli.__main__ import main
from engine.cli.batch_options import job_of
from engine.cli.recipe_options import add_recipe_options
from engine.cli.restoring_options import add_restore_option, required_steps
from engine.console import UsageError
from engine.recipe.recipe import RESTORING


def help_of(command, capsys):
    with pytest.raises(SystemExit):
        main([command, "--help"])
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("command", "crops"), [("batch", False), ("colorize", True), ("restore", True)]
)
def test_the_help_offers_what_is_taken(capsys, command, crops):
    offered = help_of(command, capsys).split("--steps STEPS which of ")[1].split(", separated")[0]
    assert list(required_steps(",".join(offered.split(", ")), crops=crops))
    assert ("crop" in offered) == crops
    if not crops:
        with pytest.raises(UsageError):
            required_steps("crop")


def taken(tmp_path, *options):
    parser = argparse.ArgumentParser()
    add_recipe_options(parser.add_argument)
    add_restore_option(parser.add_argument, crops=False)
    args = parser.parse_args(list(options))
    others = ("model", "device", "quality", "bits", "keep_times", "no_recursive", "include")
    for name in (*others, "exclude", "name", "conflict", "format", "colored", "album"):
        setattr(args, name, None)
    args.source, args.target = tmp_path / "in", tmp_path / "out"
    recipe = job_of(args).settings.recipe
    return [stage.value for stage in RESTORING if getattr(recipe, stage.value) is not None]


def test_steps_that_are_named_are_taken_without_another_option(tmp_path):
    assert taken(tmp_path) == []
    assert taken(tmp_path, "--restore") == ["repair"]
    assert taken(tmp_path, "--steps", "denoise, tone") == ["denoise", "tone"]
    assert taken(tmp_path, "--restore", "--steps", "none") == []
