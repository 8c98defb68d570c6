from desktop.texts.control_words import CONTROL_WORDS
from engine.recipe.controls import BY_NAME


def test_each_control_has_words():
    assert list(CONTROL_WORDS) == list(BY_NAME)
