"""Which colors a tone can have, in words: a light one no strong blue, a dark one no yellow."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.texts.language import QT_TRANSLATE_NOOP
from engine.photo.one_color import Ab, chroma, nearest_shown, strongest_colors

_ENOUGH = 0.85
"""The share of what is wanted, or of the strongest there is, that is not worth a word."""
_OTHER = 18.0
"""L by which a tone differs from a color so much that this looks like another one on it."""
_HUES = (
    (20, QT_TRANSLATE_NOOP("StrongColors", "pink")),
    (50, QT_TRANSLATE_NOOP("StrongColors", "red")),
    (75, QT_TRANSLATE_NOOP("StrongColors", "orange")),
    (112, QT_TRANSLATE_NOOP("StrongColors", "yellow")),
    (165, QT_TRANSLATE_NOOP("StrongColors", "green")),
    (230, QT_TRANSLATE_NOOP("StrongColors", "turquoise")),
    (312, QT_TRANSLATE_NOOP("StrongColors", "blue")),
    (345, QT_TRANSLATE_NOOP("StrongColors", "purple")),
    (361, QT_TRANSLATE_NOOP("StrongColors", "pink")),
)
"""Where each ends, in degrees of Lab's hue."""


def tone_note(lightness: float, wanted: Ab) -> str:
    """Say why a tone cannot have a color as strong as it is wanted; nothing if it can."""
    have = chroma(nearest_shown(lightness, wanted))
    hue = math.atan2(wanted[1], wanted[0])
    best_lightness, best = (float(each) for each in strongest_colors().at(np.array(hue)))
    if have >= _ENOUGH * min(chroma(wanted), best):
        return ""
    translate = QCoreApplication.translate
    text = translate("StrongColors", "This tone is too dark for a strong %1.")
    if lightness > best_lightness:
        text = translate("StrongColors", "This tone is too light for a strong %1.")
    name = next(name for end, name in _HUES if math.degrees(hue) % 360 < end)
    return text.replace("%1", translate("StrongColors", name))


def code_note(lightness: float, wanted: float) -> str:
    """Say that a color will look like another one as it gets a tone's lightness; else nothing.

    Args:
        lightness: L of the tone.
        wanted: L of the color as it was typed.
    """
    translate = QCoreApplication.translate
    if lightness - wanted > _OTHER:
        return translate("StrongColors", "This place is lighter than that color: it gets a tint.")
    if wanted - lightness > _OTHER:
        return translate("StrongColors", "This place is darker than that color: it gets a shade.")
    return ""
