"""Every control is declared once: the stages, the command line and the window follow the table."""

import argparse
import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cli.control_options import (
    add_choice_options,
    add_control_options,
    given_choices,
    given_controls,
)
from engine.recipe.controls import BY_NAME, CHOICES, CONTROLS
from engine.recipe.recipe import Recipe, Stage
from engine.recipe.stages import Denoise, Repair, Revival, Tone

FULL = Recipe(repair=Repair(), denoise=Denoise(), revival=Revival(), tone=Tone())
"""With every stage."""


@pytest.mark.parametrize("control", BY_NAME.values(), ids=BY_NAME)
def test_a_control_is_a_field_of_its_stage_with_the_same_default(control):
    stage = getattr(FULL, Stage(control.stage).value)
    assert control.name in {field.name for field in dataclasses.fields(stage)}
    assert control.read(FULL) == control.read(Recipe()) == control.default


@pytest.mark.parametrize("control", BY_NAME.values(), ids=BY_NAME)
def test_what_is_written_is_read_and_nothing_else_changes(control):
    changed = control.write(FULL, control.least)
    assert control.read(changed) == control.least
    assert control.write(changed, control.default) == FULL


@pytest.mark.parametrize("control", BY_NAME.values(), ids=BY_NAME)
@pytest.mark.parametrize("wrong", [math.nan, math.inf, -math.inf, True, "1", 10**400])
def test_stages_refuse_what_no_control_gives(control, wrong):
    with pytest.raises(ValueError, match=control.name):
        control.write(FULL, wrong)


def test_a_stage_that_is_left_out_stays_out():
    own = Recipe(coloring=None)
    assert BY_NAME["sensitivity"].write(own, 0.7) == own
    assert BY_NAME["size"].write(own, 256) == own
    assert BY_NAME["vividness"].read(own) == 1


@given(st.sampled_from(CONTROLS), st.integers(-300, 3000))
def test_what_people_see_is_what_they_typed(control, shown):
    assert control.shown(control.value(shown)) == shown


def options(*words):
    parser = argparse.ArgumentParser(exit_on_error=False)
    add_control_options(parser.add_argument)
    return dict(given_controls(parser.parse_args(words)))


def test_the_command_line_has_an_option_for_each():
    words = [word for one in CONTROLS for word in (f"--{one.name}", f"{one.most:g}")]
    assert options(*words) == {one: one.most for one in CONTROLS}
    assert options() == {}


@pytest.mark.parametrize("words", [("--strength", "3"), ("--size", "31"), ("--warmth", "nan")])
def test_the_command_line_refuses_what_is_out_of_range(words):
    with pytest.raises(argparse.ArgumentError, match="is not within"):
        options(*words)


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.name)
def test_a_choice_is_a_field_of_its_stage_with_the_same_default(choice):
    stage = getattr(FULL, Stage(choice.stage).value)
    assert choice.name in {field.name for field in dataclasses.fields(stage)}
    assert choice.read(FULL) == choice.read(Recipe()) == choice.default
    changed = choice.write(FULL, choice.options[-1])
    assert choice.read(changed) == choice.options[-1]
    assert choice.write(changed, choice.default) == FULL
    assert choice.write(Recipe(), choice.options[-1]) == Recipe()


@pytest.mark.parametrize("wrong", ["", "DARK", None, 1, True, 10**400])
def test_stages_refuse_words_that_are_no_choice(wrong):
    with pytest.raises(ValueError, match="shade is one of both, dark, light"):
        Repair(shade=wrong)


def test_the_command_line_has_an_option_for_each_choice():
    parser = argparse.ArgumentParser(exit_on_error=False)
    add_choice_options(parser.add_argument)
    assert dict(given_choices(parser.parse_args(["--shade", "dark"]))) == {CHOICES[0]: "dark"}
    assert dict(given_choices(parser.parse_args([]))) == {}
    with pytest.raises(argparse.ArgumentError, match="invalid choice"):
        parser.parse_args(["--shade", "grey"])
