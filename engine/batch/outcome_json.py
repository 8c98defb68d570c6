"""Outcomes as plain JSON, in the journal and between machines, checked when they come back."""

from __future__ import annotations

import base64
import binascii
import json
import math
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.batch.outcome import Blocked, BlockingCondition, FileIdentity, Flag, Outcome, State

if TYPE_CHECKING:
    from engine.batch.outcome import Attempt, Task

MAX_THUMBNAIL = 1 << 20
"""Bytes; real ones have some thousand."""
_MAX_TEXT = 10_000


def outcome_to_fields(outcome: Outcome) -> dict[str, Any]:
    """Return an outcome without its pictures as what ``json.dumps`` takes."""
    return {
        "n": outcome.n,
        "state": outcome.state.value,
        "target": None if outcome.target is None else os.fspath(outcome.target),
        "reason": outcome.reason[:_MAX_TEXT],
        "seconds": round(outcome.seconds, 3),
        "size": outcome.size,
        "doubt": None if outcome.doubt is None else round(outcome.doubt, 4),
        "flags": [flag.name for flag in outcome.flags],
        "notes": outcome.notes,
        "own": outcome.is_own,
        "output": outcome.output,
        "taken_from": outcome.taken_from,
    }


def outcome_from_fields(fields: Any, thumbnail: bytes = b"", repairs: bytes = b"") -> Outcome:
    """Return the outcome that :func:`outcome_to_fields` gave.

    Raises:
        ValueError: If something is missing, of the wrong kind or out of range.
    """
    try:
        size, output = fields["size"], fields.get("output")
        return Outcome(
            whole_number(fields["n"]),
            State(fields["state"]),
            None if fields["target"] is None else Path(_text(fields["target"])),
            _text(fields["reason"]),
            _number(fields["seconds"]),
            None if size is None else (whole_number(size[0]), whole_number(size[1])),
            None if fields["doubt"] is None else _number(fields["doubt"]),
            tuple(Flag[_text(name)] for name in fields["flags"]),
            tuple(_text(note) for note in fields["notes"]),
            thumbnail,
            fields.get("own", True) is True,
            None if output is None else identity_from_json(output),
            repairs,
            tuple(_text(name) for name in fields.get("taken_from", ())),
        )
    except (AttributeError, LookupError, TypeError) as error:
        msg = f"this is no outcome: {error!r}"
        raise ValueError(msg) from error


def attempt_to_json(attempt: Attempt) -> bytes:
    """Return what became of a photo as bytes of JSON, to be sent by a worker."""
    if isinstance(attempt, Blocked):
        return json.dumps({"obstacle": attempt.condition.name}).encode()
    thumbnail, repairs = attempt.thumbnail, attempt.repairs
    pictures = {"thumbnail": thumbnail, "repairs": repairs} if repairs else {"thumbnail": thumbnail}
    texts = {name: base64.b64encode(picture).decode() for name, picture in pictures.items()}
    return json.dumps({**outcome_to_fields(attempt), **texts}).encode()


def attempt_from_json(content: object, task: Task) -> Attempt:
    """Return what a worker says became of a task; nothing in it is run or trusted.

    Raises:
        ValueError: If it is no answer to this task: of the wrong kind, about another photo, or
            about another file than its output.
    """
    if not isinstance(content, bytes):
        msg = f"an answer is bytes, got {type(content).__name__}"
        raise ValueError(msg)  # noqa: TRY004 - an answer that is no answer, however it is so
    try:
        fields = json.loads(content)
        if "obstacle" in fields:
            return Blocked(task, BlockingCondition[_text(fields["obstacle"])])
        texts = (fields["thumbnail"], fields.get("repairs", ""))
        pictures = [base64.b64decode(_text(text, MAX_THUMBNAIL), validate=True) for text in texts]
    except (LookupError, RecursionError, TypeError, binascii.Error) as error:
        msg = f"this is no answer: {error!r}"
        raise ValueError(msg) from error
    outcome = outcome_from_fields(fields, *pictures)
    if outcome.n != task.n or outcome.target not in (None, task.target):
        msg = "this answer is about another photo"
        raise ValueError(msg)
    return outcome


def identity_from_json(values: Any) -> FileIdentity:
    """Return the identity that JSON holds as three numbers.

    Raises:
        ValueError: If it is something else.
    """
    if not isinstance(values, list | tuple) or len(values) != 3:
        msg = "a file's identity is three numbers"
        raise ValueError(msg)
    return FileIdentity(*(whole_number(value) for value in values))


def whole_number(value: object) -> int:
    """Return a number that counts something, of at most 64 bits.

    Raises:
        ValueError: If it is something else.
    """
    if not isinstance(value, int) or isinstance(value, bool) or not -(1 << 63) <= value < 1 << 64:
        msg = "a whole number is needed"
        raise ValueError(msg)
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        msg = "a number is needed"
        raise ValueError(msg)
    return float(value)


def _text(value: object, longest: int = _MAX_TEXT) -> str:
    if not isinstance(value, str) or len(value) > longest or "\0" in value:
        msg = "a text is needed"
        raise ValueError(msg)
    return value
