"""What a batch's report notes about a photo, in the language of the window.

The engine writes its notes in English, where programs can find them in ``report.csv``, and they lie
in journals; people read them in their own language.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.texts.language import QT_TRANSLATE_NOOP
from engine.files.content import WriteLoss
from engine.photo.photo import ReadLoss

_LOSSES = {
    ReadLoss.DEPTH: QT_TRANSLATE_NOOP("BatchNotes", "16 of its more bits per channel were read"),
    ReadLoss.PAGES: QT_TRANSLATE_NOOP("BatchNotes", "only one of its pages or frames was read"),
    ReadLoss.CHANNELS: QT_TRANSLATE_NOOP("BatchNotes", "its further channels were left out"),
    ReadLoss.PROFILE: QT_TRANSLATE_NOOP("BatchNotes", "its color profile cannot be used"),
    ReadLoss.METADATA: QT_TRANSLATE_NOOP("BatchNotes", "damaged metadata were left out"),
    WriteLoss.DEPTH: QT_TRANSLATE_NOOP("BatchNotes", "the format holds 8 bits per channel"),
    WriteLoss.ALPHA: QT_TRANSLATE_NOOP("BatchNotes", "transparent places were laid on white"),
    WriteLoss.EXIF: QT_TRANSLATE_NOOP("BatchNotes", "its EXIF data could not be kept"),
    WriteLoss.IPTC: QT_TRANSLATE_NOOP("BatchNotes", "its IPTC data could not be kept"),
    WriteLoss.XMP: QT_TRANSLATE_NOOP("BatchNotes", "its XMP data could not be kept"),
    WriteLoss.PROFILE: QT_TRANSLATE_NOOP("BatchNotes", "saved in sRGB instead of its profile"),
    WriteLoss.RESOLUTION: QT_TRANSLATE_NOOP("BatchNotes", "its resolution could not be kept"),
}
_NUMBER = r"(\d+(?:\.\d+)?)"
_FORMS = (
    (
        rf"repair: .*?{_NUMBER} per mille of the picture.*",
        QT_TRANSLATE_NOOP("BatchNotes", "dust and scratches: %1 ‰ of the picture repaired"),
    ),
    (
        rf"denoise: .*changed by {_NUMBER} levels in the mean",
        QT_TRANSLATE_NOOP("BatchNotes", "noise and grain: changed by %1 levels in the mean"),
    ),
    (
        rf"revival: .*cyan {_NUMBER}%, magenta {_NUMBER}%, yellow {_NUMBER}% .*ΔE {_NUMBER}",
        QT_TRANSLATE_NOOP(
            "BatchNotes",
            "faded colors: cyan %1 %, magenta %2 %, yellow %3 % were left; what was brought back "
            "may be off by ΔE %4",
        ),
    ),
    (
        rf"tone: .*: {_NUMBER}% of the range is used",
        QT_TRANSLATE_NOOP("BatchNotes", "flat tones: %1 % of the range was used"),
    ),
    (
        "The settings beside .* by a newer version of Kolorit; .*",
        QT_TRANSLATE_NOOP("BatchNotes", "a newer version wrote its settings, which are not used"),
    ),
)
"""Forms of notes with numbers, and what they say; none of them begins like another."""


def note_words(note: str) -> str:
    """Return what a note of the engine's says; one that nobody foresaw stays as it is."""
    translate = QCoreApplication.translate
    for loss, text in _LOSSES.items():
        if note == loss.value:
            return translate("BatchNotes", text)
    for form, text in _FORMS:
        if found := re.fullmatch(form, note, re.DOTALL):
            words = translate("BatchNotes", text)
            for place, number in enumerate(found.groups(), start=1):
                words = words.replace(f"%{place}", _shown(number))
            return words
    return note


def _shown(number: str) -> str:
    decimals = len(number.partition(".")[2])
    return QLocale().toString(float(number), "f", decimals)
