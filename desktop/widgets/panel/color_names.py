"""Words for colors, for those who hear the interface and for tips."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

_GRAY_CHROMA, _PALE_CHROMA = 6.0, 22.0


def color_name(ab: tuple[float, float]) -> str:
    """Return a word or two for a and b, whatever the lightness."""
    translate = QCoreApplication.translate
    chroma = math.hypot(*ab)
    if chroma < _GRAY_CHROMA:
        return translate("ColorNames", "gray")
    hue = _hue_name(math.degrees(math.atan2(ab[1], ab[0])) % 360)
    if chroma < _PALE_CHROMA:
        return translate("ColorNames", "pale %1").replace("%1", hue)
    return hue


def _hue_name(degrees: float) -> str:
    translate = QCoreApplication.translate
    upper_ends = {
        20: translate("ColorNames", "pink"),
        50: translate("ColorNames", "red"),
        75: translate("ColorNames", "orange"),
        110: translate("ColorNames", "yellow"),
        165: translate("ColorNames", "green"),
        230: translate("ColorNames", "turquoise"),
        300: translate("ColorNames", "blue"),
        345: translate("ColorNames", "purple"),
        361: translate("ColorNames", "pink"),
    }
    return next(name for end, name in upper_ends.items() if degrees < end)
