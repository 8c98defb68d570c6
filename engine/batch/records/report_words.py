"""What a report says, in one language: whoever writes one for people passes theirs.

The command line speaks English, and so do these words by themselves. ``report.csv`` is for programs
and has no other language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.batch.outcome import Flag, Uncertainty

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.batch.outcome import Outcome

KINDS = {
    "all": "all",
    "flagged": "to review",
    "alike": "colored like others",
    "done": "colored",
    "skipped": "skipped",
    "copied": "copied",
    "in-color": "in color already",
    "failed": "failed",
    "open": "not done yet",
}
"""What the buttons say, by the part of the page's address that each stands for."""


def english_reason(_name: str, outcome: Outcome) -> str:
    """Return why a photo ended as it did; completes the sentence “NAME …”."""
    return outcome.reason


def english_note(note: str) -> str:
    """Return what the engine noted about a photo."""
    return note


@dataclass(frozen=True)
class ReportWords:
    """Every text of the page but names and numbers."""

    language: str = "en"
    """Code of the language, as HTML has it."""
    model: str = "Model: %1"
    about: str = (
        "Photos to review are those that deserve a look; report.csv has the same rows in English."
    )
    search: str = "Part of a name or reason"
    show: str = "Show"
    no_script: str = "This page needs its script to show the photos; report.csv needs none."
    previous: str = "Previous"
    next: str = "Next"
    of: str = "%1–%2 of %3"
    """Which rows are shown, and of how many."""
    none: str = "none"
    before_and_after: str = "before and after"
    not_embedded: str = "Picture not embedded"
    no_picture: str = "No preview"
    repairs: str = "Repaired places, before and after:"
    color_anyway: str = (
        "To color it anyway, select it in the list at the end of the batch in Kolorit, or run "
        "kolorit-cli batch again with --restart --colored color."
    )
    kinds: Mapping[str, str] = field(default_factory=lambda: KINDS)
    flags: Mapping[Flag, str] = field(default_factory=lambda: {flag: flag.value for flag in Flag})
    uncertainty: Mapping[Uncertainty, str] = field(
        default_factory=lambda: {each: f"uncertainty: {each.value}" for each in Uncertainty}
    )
    reason: Callable[[str, Outcome], str] = english_reason
    """Returns why the photo of a name ended as it did."""
    note: Callable[[str], str] = english_note
    """Returns what a note of the engine's says."""


ENGLISH = ReportWords()
