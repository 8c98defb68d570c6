"""What is said of the steps that restore a photo: what each is for, and what it has found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.texts.language import QT_TRANSLATE_NOOP
from engine.recipe.recipe import Stage

if TYPE_CHECKING:
    from collections.abc import Collection


STEP_NAMES = {
    Stage.REPAIR: QT_TRANSLATE_NOOP("Restoring", "Dust and scratches"),
    Stage.DENOISE: QT_TRANSLATE_NOOP("Restoring", "Noise and grain"),
    Stage.REVIVAL: QT_TRANSLATE_NOOP("Restoring", "Faded colors"),
    Stage.TONE: QT_TRANSLATE_NOOP("Restoring", "Flat tones"),
}
STEP_TIPS = {
    Stage.REPAIR: QT_TRANSLATE_NOOP(
        "Restoring", "Fills dust, hairs and scratches; all else stays bit for bit"
    ),
    Stage.DENOISE: QT_TRANSLATE_NOOP(
        "Restoring", "Takes out noise, the marks of JPEG and printing screens; less in faces"
    ),
    Stage.REVIVAL: QT_TRANSLATE_NOOP(
        "Restoring", "Brings back the dyes of a faded color photo; leaves others alone"
    ),
    Stage.TONE: QT_TRANSLATE_NOOP("Restoring", "Spreads the tones of a flat scan"),
}
STEP_CHANGES = {
    Stage.REPAIR: QT_TRANSLATE_NOOP("Steps", "dust and scratches"),
    Stage.DENOISE: QT_TRANSLATE_NOOP("Steps", "noise and grain"),
    Stage.REVIVAL: QT_TRANSLATE_NOOP("Steps", "faded colors"),
    Stage.TONE: QT_TRANSLATE_NOOP("Steps", "flat tones"),
}
"""What turning each on or off is called where it is undone."""
AUTOMATIC = QT_TRANSLATE_NOOP("Steps", "restore automatically")
STROKE = QT_TRANSLATE_NOOP("Steps", "brush stroke")
ACCEPTANCE = QT_TRANSLATE_NOOP("Steps", "damage")
REJECTION = QT_TRANSLATE_NOOP("Steps", "no damage")


MARK_NOTES = {
    "off": QT_TRANSLATE_NOOP("Restoring", "Repairs are not shown, in no photo."),
    "outline": QT_TRANSLATE_NOOP("Restoring", "Repairs are outlined, in all photos. A: in red."),
    "red": QT_TRANSLATE_NOOP("Restoring", "Repairs are in red, in all photos. A: not shown."),
}
"""What key A has done, by how repairs are shown."""
NOTHING_REPAIRED = QT_TRANSLATE_NOOP("Restoring", "Nothing is repaired in this photo.")


@dataclass(frozen=True)
class Facts:
    """What was seen in a photo, in numbers."""

    needed: Collection[Stage]
    noise: float
    """Levels of 255."""
    quality: int
    """Of the JPEG; 100 if it is none."""
    has_screen: bool
    dyes: tuple[float, float, float] | None
    """Shares of cyan, magenta and yellow that are left; None if it is not surely faded."""
    tones: float
    """Share of the range that is used."""


def reason(stage: Stage, facts: Facts) -> str:
    """Say why a step is needed, or that it is not; a repair's is a count, which widgets tell."""
    return {Stage.DENOISE: _noise, Stage.REVIVAL: _dyes, Stage.TONE: _tones}[stage](facts)


def _noise(facts: Facts) -> str:
    translate, parts = QCoreApplication.translate, []
    if Stage.DENOISE not in facts.needed:
        return translate("Restoring", "clean: not needed")
    text = translate("Restoring", "noise of %1 levels").replace("%1", _number(facts.noise))
    parts.append(text)
    if facts.quality < 100:
        text = translate("Restoring", "JPEG of quality %1")
        parts.append(text.replace("%1", _number(facts.quality)))
    if facts.has_screen:
        parts.append(translate("Restoring", "a printing screen"))
    return ", ".join(parts)


def _dyes(facts: Facts) -> str:
    translate = QCoreApplication.translate
    if facts.dyes is None:
        return translate("Restoring", "not faded: not needed")
    text = translate("Restoring", "left: cyan %1 %, magenta %2 %, yellow %3 %")
    for number, share in enumerate(facts.dyes, start=1):
        text = text.replace(f"%{number}", _number(100 * share))
    return text


def _tones(facts: Facts) -> str:
    translate = QCoreApplication.translate
    text = translate("Restoring", "%1 % of the tones used")
    if Stage.TONE not in facts.needed:
        text = translate("Restoring", "%1 % of the tones used: not needed")
    return text.replace("%1", _number(100 * facts.tones))


def _number(value: float) -> str:
    return QLocale().toString(round(value))
