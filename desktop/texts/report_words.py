"""The words of a batch's report, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.texts.batch_words import flag_words, uncertainty_words
from desktop.texts.note_words import note_words
from engine.batch.records.report_words import ReportWords

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.batch.outcome import Outcome


def report_words(reason: Callable[[str, Outcome], str]) -> ReportWords:
    """Return what a report says now; any thread may ask.

    Args:
        reason: Says why the photo of a name ended as it did.
    """
    translate = QCoreApplication.translate
    return ReportWords(
        language=QLocale().name().split("_")[0],
        model=translate("BatchReport", "Model: %1"),
        about=translate(
            "BatchReport",
            "Photos to review are those that deserve a look; report.csv has the same rows in "
            "English.",
        ),
        search=translate("BatchReport", "Part of a name or reason"),
        show=translate("BatchReport", "Show"),
        no_script=translate(
            "BatchReport",
            "This page needs its script to show the photos; report.csv needs none.",
        ),
        previous=translate("BatchReport", "Previous"),
        next=translate("BatchReport", "Next"),
        of=translate("BatchReport", "%1–%2 of %3"),
        none=translate("BatchReport", "none"),
        before_and_after=translate("BatchReport", "before and after"),
        not_embedded=translate("BatchReport", "Picture not embedded"),
        no_picture=translate("BatchReport", "No preview"),
        repairs=translate("BatchReport", "Repaired places, before and after:"),
        color_anyway=translate(
            "BatchReport",
            "To color it anyway, select it in the list at the end of the batch in Kolorit.",
        ),
        kinds={
            "all": translate("BatchReport", "all"),
            "flagged": translate("BatchReport", "to review"),
            "alike": translate("BatchReport", "colored like others"),
            "done": translate("BatchReport", "colored"),
            "skipped": translate("BatchReport", "skipped"),
            "copied": translate("BatchReport", "copied"),
            "in-color": translate("BatchReport", "in color already"),
            "failed": translate("BatchReport", "failed"),
            "open": translate("BatchReport", "not done yet"),
        },
        flags=flag_words(),
        uncertainty=uncertainty_words(),
        reason=reason,
        note=note_words,
    )
