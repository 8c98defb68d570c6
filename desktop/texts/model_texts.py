"""What the bundled models are good for, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.texts.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from engine.checkpoints.catalog import Entry

SUMMARIES = (
    QT_TRANSLATE_NOOP(
        "Models", "Natural color for everything, also from old and worn prints; takes color hints."
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "As natural as kolorit in less than half the time, for old PCs; takes color hints.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "Skies, trees, houses and streets in muted color; people stay brownish. Small and quick.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "Experimental model guided by image recognition. Very muted colors.",
    ),
    QT_TRANSLATE_NOOP(
        "Models",
        "Experimental model after a short adversarial training. Misplaced orange and blue.",
    ),
)
"""Those of the manifest, word for word: from here they reach the translators."""


NAMES = {
    "kolorit": QT_TRANSLATE_NOOP("Models", "Best"),
    "kolorit-fast": QT_TRANSLATE_NOOP("Models", "Fast"),
}
"""What the app's own models are called; others have the names of their files."""


def name_of(model: str) -> str:
    """Return what people call a model, in their language, by the name of its file."""
    name = NAMES.get(model)
    return model if name is None else QCoreApplication.translate("Models", name)


def summary_of(entry: Entry) -> str:
    """Return one sentence on what a model is good for."""
    return QCoreApplication.translate("Models", entry.summary)
