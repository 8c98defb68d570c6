"""What ``kolorit-cli batch`` says: one moving line on a terminal, plain lines or JSON elsewhere."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, Protocol

from engine.batch.outcome import IN_COLOR, State
from engine.batch.running.run import Continued, Finished, Paused
from engine.console import say, show

if TYPE_CHECKING:
    from engine.batch.outcome import BlockingCondition, Outcome
    from engine.batch.planning.estimate import Estimate
    from engine.batch.planning.plan import Planned
    from engine.batch.running.run import Counts, Event

_REFRESH = 0.2
"""Seconds between changes of the moving line."""
_FEWEST = 3
"""Photos done before it is said how long the others take: the first ones also warm up."""
_NAMED = 20
"""Photos in color already that are named on a terminal; the report names all."""


class Console(Protocol):
    """Tells how a batch goes."""

    def begins(self, estimate: Estimate, counts: Counts) -> None:
        """Tell what is about to be done."""
        ...

    def happened(self, event: Event, counts: Counts) -> None:
        """Tell an event."""
        ...

    def planned(self, planned: Planned) -> None:
        """Tell what a dry run would do."""
        ...

    def ended(self, counts: Counts) -> None:
        """Tell how it ended."""
        ...


class PlainConsole:
    """One line a photo, for logs and pipes."""

    def begins(self, estimate: Estimate, counts: Counts) -> None:
        """Tell what is about to be done."""
        say(estimate_text(estimate, counts))
        if not estimate.fits:
            say("warning: the results will probably not fit on the disk")

    def happened(self, event: Event, counts: Counts) -> None:  # noqa: ARG002 - of the protocol
        """Tell an event."""
        if isinstance(event, Finished):
            say(photo_text(event))
        elif isinstance(event, Paused):
            condition = event.condition
            told = condition_text(condition, event.detail) if condition else "as asked"
            say(f"paused: {told}")
        elif isinstance(event, Continued):
            say("goes on")

    def planned(self, planned: Planned) -> None:
        """Tell what a dry run would do."""
        is_open = planned.state is None
        say(f"{planned.source} {f'-> {planned.target}' if is_open else planned.reason}")

    def ended(self, counts: Counts) -> None:
        """Tell how it ended."""
        for line in closing_lines(counts):
            say(line)


class TerminalConsole(PlainConsole):
    """A line that moves; failures and photos in color already stay on the screen above it."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown = 0.0
        self._done = 0
        self._in_color = 0

    def happened(self, event: Event, counts: Counts) -> None:
        """Tell an event."""
        if not isinstance(event, Finished):
            show("\r\x1b[K")
            super().happened(event, counts)
            return
        self._done += event.outcome.state in (State.DONE, State.COPIED)
        if self._stays(event.outcome):
            show("\r\x1b[K")
            say(photo_text(event))
        now = time.monotonic()
        if now - self._shown > _REFRESH:
            self._shown = now
            show("\r\x1b[K" + self._line(counts, now - self._started))

    def ended(self, counts: Counts) -> None:
        """Tell how it ended."""
        show("\r\x1b[K")
        super().ended(counts)

    def _stays(self, outcome: Outcome) -> bool:
        """Whether a photo is named: failures, and those in color until it is clear what goes on."""
        if outcome.reason == IN_COLOR:
            self._in_color += 1
            return self._in_color <= _NAMED
        return outcome.state is State.FAILED

    def _line(self, counts: Counts, seconds: float) -> str:
        text = f"{counts.total - counts.remaining} of {counts.total}"
        text += f"  {counts.failed} failed" if counts.failed else ""
        if self._done >= _FEWEST and counts.remaining:
            text += f"  about {duration(seconds / self._done * counts.remaining)} left"
        return text


class JsonConsole:
    """One JSON object a line, for programs."""

    def begins(self, estimate: Estimate, counts: Counts) -> None:
        """Tell what is about to be done."""
        needs = {
            "photos": estimate.photos,
            "input_bytes": estimate.input_bytes,
            "output_bytes": estimate.output_bytes,
            "free_bytes": estimate.free_bytes,
            "seconds": estimate.seconds,
        }
        _tell("begins", estimate=needs, counts=vars(counts))

    def happened(self, event: Event, counts: Counts) -> None:
        """Tell an event."""
        if isinstance(event, Finished):
            outcome = event.outcome
            _tell(
                "photo",
                n=outcome.n,
                input=str(event.source),
                output=None if outcome.target is None else str(outcome.target),
                state=outcome.state.value,
                reason=outcome.reason,
                seconds=round(outcome.seconds, 3),
                size=outcome.size,
                doubt=outcome.doubt,
                flags=[flag.value for flag in outcome.flags],
                notes=outcome.notes,
                remaining=counts.remaining,
            )
        elif isinstance(event, Paused):
            condition = event.condition
            _tell(
                "paused",
                obstacle=None if condition is None else condition.name,
                reason=None if condition is None else condition_text(condition, event.detail),
            )
        else:
            _tell("continued")

    def planned(self, planned: Planned) -> None:
        """Tell what a dry run would do."""
        _tell(
            "planned",
            n=planned.n,
            input=str(planned.source),
            output=str(planned.target) if planned.state is None else None,
            reason=planned.reason,
        )

    def ended(self, counts: Counts) -> None:
        """Tell how it ended."""
        _tell("ended", counts=vars(counts))


def photo_text(event: Finished) -> str:
    """Return one line on a photo."""
    outcome = event.outcome
    if outcome.state in (State.FAILED, State.SKIPPED):
        return f"{outcome.state.value}: “{event.source}” {outcome.reason}"
    marks = [f"{outcome.seconds:.1f} s", *(flag.value for flag in outcome.flags), *outcome.notes]
    if outcome.state is State.COPIED:
        marks.append("copied, in color already")
    return f"{event.source} -> {outcome.target}  ({'; '.join(marks)})"


def estimate_text(estimate: Estimate, counts: Counts) -> str:
    """Return what a batch will need, in a line."""
    need, free = amount(estimate.output_bytes), amount(estimate.free_bytes)
    text = f"{counts.total} photos, {counts.remaining} to do"
    text += f"; all results take about {need}, {free} are free"
    if estimate.seconds is not None:
        share = counts.remaining / estimate.photos if estimate.photos else 0.0
        text += f"; about {duration(estimate.seconds * min(1.0, share))}"
    return text


def counts_text(counts: Counts) -> str:
    """Return how the photos stand, in one line."""
    text = f"{counts.done} colored"
    text += f" ({counts.flagged} to look at)" if counts.flagged else ""
    for count, word in (
        (counts.copied, "copied"),
        (counts.left_in_color, "in color already"),
        (counts.skipped_otherwise, "skipped"),
        (counts.failed, "failed"),
        (counts.remaining, "still to do"),
    ):
        text += f", {count} {word}" if count else ""
    return text


def closing_lines(counts: Counts) -> list[str]:
    """Return how the photos stand, and what one may want to do about those that have no result."""
    lines = [counts_text(counts)]
    if counts.in_color:
        what = "photo is" if counts.in_color == 1 else "photos are"
        lines.append(
            f"{counts.in_color} {what} in color already, as far as one can tell, and got no new "
            "colors; --report names all of them, --restart --colored color colors them too"
        )
    return lines


def condition_text(condition: BlockingCondition, detail: str) -> str:
    """Return what stands in the way; ``detail`` completes the sentence “NAME …”."""
    return f"{condition.value} The last one {detail}." if detail else condition.value


def duration(seconds: float) -> str:
    """Return a time as a person says it."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"


def amount(size: int) -> str:
    """Return a number of bytes as a person says it."""
    return f"{size / 2**20:.0f} MiB" if size < 2**30 else f"{size / 2**30:.1f} GiB"


def _tell(kind: str, **fields: Any) -> None:
    say(json.dumps({"event": kind, **fields}))
