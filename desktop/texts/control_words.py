"""What people read of each control of :mod:`engine.recipe.controls`."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.texts.language import QT_TRANSLATE_NOOP


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


CONTROL_WORDS = {
    "strength": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "Color &strength"),
        QT_TRANSLATE_NOOP("AdjustPanel", "How much color; double-click for 100 %"),
        QT_TRANSLATE_NOOP("Steps", "color strength"),
        QT_TRANSLATE_NOOP("BatchForm", "Color stren&gth"),
    ),
    "vividness": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "V&ividness"),
        QT_TRANSLATE_NOOP("AdjustPanel", "Bolder or safer guesses; double-click for 100 %"),
        QT_TRANSLATE_NOOP("Steps", "vividness"),
        QT_TRANSLATE_NOOP("BatchForm", "&Vividness"),
    ),
    "warmth": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "&Warmth"),
        QT_TRANSLATE_NOOP("AdjustPanel", "Cooler or warmer light; double-click for 0"),
        QT_TRANSLATE_NOOP("Steps", "warmth"),
        QT_TRANSLATE_NOOP("BatchForm", "W&armth"),
    ),
    "size": ControlWords(
        QT_TRANSLATE_NOOP("AdjustPanel", "&Detail"),
        QT_TRANSLATE_NOOP(
            "AdjustPanel", "How large the model sees the photo; double-click for its own size"
        ),
        QT_TRANSLATE_NOOP("Steps", "detail"),
        QT_TRANSLATE_NOOP("BatchForm", "&Detail"),
    ),
}
