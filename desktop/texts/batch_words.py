"""What is said of the results of a batch: why somebody should look at one, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.batch.outcome import Flag, Uncertainty

if TYPE_CHECKING:
    from collections.abc import Mapping


def flag_words() -> Mapping[Flag, str]:
    """Return why somebody should look at a photo, in the language there is now."""
    translate = QCoreApplication.translate
    return {
        Flag.DOUBTFUL: translate("BatchWords", "large uncertain areas"),
        Flag.PATCHES: translate("BatchWords", "patches of another color"),
        Flag.GRAY_SKIN: translate("BatchWords", "gray next to skin"),
        Flag.ODD_SKIN: translate("BatchWords", "blue or purple skin"),
        Flag.CAST: translate("BatchWords", "one color over everything"),
        Flag.MAYBE_IN_COLOR: translate("BatchWords", "may have been a color photo"),
        Flag.MUCH_REPAIRED: translate("BatchWords", "much of it was repaired"),
        Flag.INVENTED: translate("BatchWords", "parts of it were invented"),
    }


def uncertainty_words() -> Mapping[Uncertainty, str]:
    """Return how sure the model was of a photo's colors, in the language there is now."""
    translate = QCoreApplication.translate
    return {
        Uncertainty.LOW: translate("BatchWords", "uncertainty: low"),
        Uncertainty.MEDIUM: translate("BatchWords", "uncertainty: medium"),
        Uncertainty.HIGH: translate("BatchWords", "uncertainty: high"),
    }
