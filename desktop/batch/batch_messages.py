"""What keeps a batch from beginning or going on, in the user's language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.texts.batch_words import flag_words, uncertainty_words
from desktop.texts.messages import message_for
from engine.batch.outcome import HAS_OUTPUT, IN_COLOR, Uncertainty
from engine.batch.planning.naming import FIELDS
from engine.errors import ImageError, ImageProblem

if TYPE_CHECKING:
    from engine.batch.outcome import BlockingCondition, Outcome
    from engine.batch.planning.naming import TemplateError

translate = QCoreApplication.translate


def obstacle_message(obstacle: BlockingCondition) -> str:
    """Say what keeps a batch waiting, and what to do about it."""
    texts = {
        "DISK_FULL": translate(
            "BatchMessages", "The destination disk is full. Free some space, then resume."
        ),
        "TARGET_GONE": translate(
            "BatchMessages", "The destination folder is gone. Restore it, then resume."
        ),
        "TARGET_FORBIDDEN": translate(
            "BatchMessages", "The destination folder can no longer be written to."
        ),
        "SOURCE_GONE": translate(
            "BatchMessages", "The source folder is gone. Restore it, then resume."
        ),
        "DEVICE_FAILED": translate(
            "BatchMessages", "The graphics card stopped working. Restart Kolorit, then resume."
        ),
        "WORKERS_LOST": translate(
            "BatchMessages", "The machines that color the photos can no longer be reached."
        ),
        "OTHER_DISK": translate(
            "BatchMessages",
            "A folder inside the destination lies on another disk, where no result can be moved"
            " to.",
        ),
        "ALIKE": translate(
            "BatchMessages",
            "Several photos in a row failed in the same way. Resume tries them once more.",
        ),
    }
    return texts[obstacle.name]


def outcome_message(name: str, outcome: Outcome) -> str:
    """Say what became of a photo; a reason that is not foreseen stands in the report."""
    if not outcome.reason:
        return name
    if outcome.reason == IN_COLOR:
        return translate("BatchMessages", "“%1” is a color photo.").replace("%1", name)
    if outcome.reason == HAS_OUTPUT:
        return translate("BatchMessages", "“%1” has a result already.").replace("%1", name)
    problem = _problem_of(outcome)
    if problem is not None:
        return message_for(ImageError(Path(name), problem))
    text = translate("BatchMessages", "“%1” failed; the report says why.")
    return text.replace("%1", name)


def report_reason(name: str, outcome: Outcome) -> str:
    """Say the same in the report, which says of what is not foreseen why it was."""
    is_foreseen = outcome.reason in ("", IN_COLOR, HAS_OUTPUT) or _problem_of(outcome) is not None
    if is_foreseen:
        return outcome_message(name, outcome)
    text = translate("BatchMessages", "“%1” failed: %2")
    return text.replace("%2", outcome.reason).replace("%1", name)


def _problem_of(outcome: Outcome) -> ImageProblem | None:
    """Return what is wrong with the photo's file, if that is why it ended as it did."""
    known = [problem for problem in ImageProblem if outcome.reason.startswith(problem.value)]
    return max(known, key=lambda problem: len(problem.value), default=None)


def result_message(name: str, outcome: Outcome) -> str:
    """Say why somebody may want to see to a photo."""
    texts = [] if not outcome.reason else [outcome_message(name, outcome)]
    texts += [flag_words()[flag] for flag in outcome.flags]
    uncertainty = Uncertainty.of(outcome.doubt)
    if outcome.flags and uncertainty is not None:
        texts.append(uncertainty_words()[uncertainty])
    return "; ".join(texts)


def template_message(error: TemplateError) -> str:
    """Say why names cannot be made from a template."""
    texts = {
        "EMPTY": translate("BatchMessages", "A name is needed, such as {stem}."),
        "BRACES": translate("BatchMessages", "The braces do not match."),
        "UNKNOWN_FIELD": translate("BatchMessages", "The variables are %1."),
        "FORMAT": translate("BatchMessages", "Only a width can be given, as in {n:04}."),
        "FORBIDDEN": translate("BatchMessages", "Names cannot have these: %2"),
    }
    fields = " ".join(f"{{{name}}}" for name in FIELDS)
    return texts[error.problem.name].replace("%1", fields).replace("%2", '/ \\ : * ? " < > |')
