"""What people read of each control and each choice of :mod:`engine.recipe.controls`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.texts.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class ControlWords:
    """The words of one control, to be translated in their contexts."""

    slider: str
    """Beside the photo, context ``AdjustPanel``."""
    tip: str
    """What it does, context ``AdjustPanel``."""
    step: str
    """What changing it is called where it is undone, context ``Steps``."""
    field: str
    """In the form of a batch, context ``BatchForm``."""
    versions: tuple[str, ...] = ()
    """What photos with the control's ``samples`` are called, context ``Versions``."""


@dataclass(frozen=True)
class ChoiceWords:
    """The words of one choice, to be translated in their contexts."""

    name: str
    """Beside the photo and in the form of a batch, context ``Restoring``."""
    tip: str
    """What it does, context ``Restoring``."""
    step: str
    """What changing it is called where it is undone, context ``Steps``."""
    options: Mapping[str, str]
    """Each option in words, context ``Restoring``."""


CHOICE_WORDS = {
    "shade": ChoiceWords(
        QT_TRANSLATE_NOOP("Restoring", "Repair"),
        QT_TRANSLATE_NOOP(
            "Restoring",
            "Dust on a print is dark; dust on a negative, and white specks of a print, are light",
        ),
        QT_TRANSLATE_NOOP("Steps", "dark or light marks"),
        {
            "both": QT_TRANSLATE_NOOP("Restoring", "dark and light marks"),
            "dark": QT_TRANSLATE_NOOP("Restoring", "only dark marks"),
            "light": QT_TRANSLATE_NOOP("Restoring", "only light marks"),
        },
    ),
}
CONTROL_WORDS = {
    "sensitivity": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "Sensitivity"),
        QT_TRANSLATE_NOOP(
            "AdjustPanel", "From what is certain to all that may be damage; double-click for 50 %"
        ),
        QT_TRANSLATE_NOOP("Steps", "sensitivity"),
        QT_TRANSLATE_NOOP("BatchForm", "Sensitivity"),
    ),
    "largest": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "Largest size"),
        QT_TRANSLATE_NOOP(
            "AdjustPanel",
            "Marks longer than this share of the photo’s shorter side are left alone; double-click "
            "for any size",
        ),
        QT_TRANSLATE_NOOP("Steps", "largest size"),
        QT_TRANSLATE_NOOP("BatchForm", "Largest size"),
    ),
    "smoothing": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "Smoothing"),
        QT_TRANSLATE_NOOP(
            "AdjustPanel", "How much noise is taken out; judge it at 1:1; double-click for all"
        ),
        QT_TRANSLATE_NOOP("Steps", "smoothing"),
        QT_TRANSLATE_NOOP("BatchForm", "Smoothing"),
    ),
    "grain": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "Grain kept"),
        QT_TRANSLATE_NOOP(
            "AdjustPanel",
            "How much film grain stays; judge it at 1:1; double-click for half",
        ),
        QT_TRANSLATE_NOOP("Steps", "grain"),
        QT_TRANSLATE_NOOP("BatchForm", "Grain kept"),
    ),
    "recovery": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "Recovery"),
        QT_TRANSLATE_NOOP("AdjustPanel", "How far the colors come back; double-click for all"),
        QT_TRANSLATE_NOOP("Steps", "recovery"),
        QT_TRANSLATE_NOOP("BatchForm", "Recovery"),
    ),
    "contrast": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "Contrast"),
        QT_TRANSLATE_NOOP("AdjustPanel", "How far the tones are spread; double-click for all"),
        QT_TRANSLATE_NOOP("Steps", "contrast"),
        QT_TRANSLATE_NOOP("BatchForm", "Contrast"),
    ),
    "strength": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "Color &strength"),
        QT_TRANSLATE_NOOP("AdjustPanel", "How strong the colors are; double-click for 100 %"),
        QT_TRANSLATE_NOOP("Steps", "color strength"),
        QT_TRANSLATE_NOOP("BatchForm", "Color stren&gth"),
    ),
    "vividness": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "V&ividness"),
        QT_TRANSLATE_NOOP(
            "AdjustPanel", "Left: safe, muted colors. Right: bolder colors. Double-click for 100 %"
        ),
        QT_TRANSLATE_NOOP("Steps", "vividness"),
        QT_TRANSLATE_NOOP("BatchForm", "&Vividness"),
        (QT_TRANSLATE_NOOP("Versions", "muted"), QT_TRANSLATE_NOOP("Versions", "vivid")),
    ),
    "warmth": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "&Warmth"),
        QT_TRANSLATE_NOOP("AdjustPanel", "Cooler (bluer) or warmer (yellower); double-click for 0"),
        QT_TRANSLATE_NOOP("Steps", "warmth"),
        QT_TRANSLATE_NOOP("BatchForm", "W&armth"),
    ),
    "size": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "&Detail"),
        QT_TRANSLATE_NOOP(
            "AdjustPanel",
            "Low: calm, even color. High: small things get their own color.",
        ),
        QT_TRANSLATE_NOOP("Steps", "detail"),
        QT_TRANSLATE_NOOP("BatchForm", "&Detail"),
    ),
}


def options_of(name: str) -> dict[str, str]:
    """Return a choice's options in the user's language, by their values."""
    words = CHOICE_WORDS[name].options
    return {value: QCoreApplication.translate("Restoring", text) for value, text in words.items()}
