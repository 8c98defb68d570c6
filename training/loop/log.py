"""What a run reports as it goes: JSON lines for the curves, a progress bar for the eyes."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from tqdm import tqdm

from engine.atomic_write import atomic_path
from training.loop.events import open_events

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from training.loop.optimizer import Budget
    from training.loop.run_state import Progress

_MINUTES_FORMAT = "{percentage:3.0f}%|{bar}| {n:.1f}/{total:.1f} min{postfix}, {remaining} left"


def read_log(path: Path) -> list[dict[str, Any]]:
    """Return the records of a log; a last line that a crash cut off is left out."""
    if not path.exists():
        return []
    records = []
    for line in path.read_text(encoding="utf-8").splitlines():
        with suppress(json.JSONDecodeError):
            records.append(json.loads(line))
    return records


def _line(record: Mapping[str, Any]) -> str:
    return json.dumps(record) + "\n"


class Log:
    """Appends to the log of a run and shows the time it still takes.

    What a crash left behind of steps that will be repeated is dropped first.
    """

    def __init__(self, config: Budget, path: Path | None, progress: Progress) -> None:
        """Open the log; without a path nothing is written or shown."""
        self._config = config
        self._progress = progress
        records = [r for r in read_log(path) if r["step"] <= progress.step] if path else []
        if path is not None:
            with atomic_path(path) as beside:
                beside.write_text("".join(map(_line, records)), encoding="utf-8")
        self._file = None if path is None else path.open("a", encoding="utf-8")
        self._events = None if path is None else open_events(path.parent / "events")
        self._bar: tqdm[Any] = self._make_bar()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()
        if self._file is not None:
            self._file.close()
        if self._events is not None:
            self._events.close()

    def advance(self) -> None:
        """Count a step."""
        progress = self._progress
        rate = progress.photos / progress.seconds
        self._bar.set_postfix_str(f"step {progress.step}, {rate:.0f} photos/s", refresh=False)
        here = progress.seconds / 60 if self._config.minutes else progress.step
        self._bar.update(min(here, self._bar.total) - self._bar.n)

    def write(self, figures: Mapping[str, float]) -> None:
        """Append one record."""
        progress = self._progress
        seconds = max(progress.seconds, 1e-6)
        self._append(
            {
                "step": progress.step,
                "seconds": round(progress.seconds, 1),
                "photos_per_second": round(progress.photos / seconds, 1),
                "data_share": round(progress.data_seconds / seconds, 4),
                **figures,
            }
        )
        if self._events is not None:
            for name, value in figures.items():
                self._events.add_scalar(name, value, progress.step)

    def _append(self, record: Mapping[str, Any]) -> None:
        if self._file is not None:
            self._file.write(_line(record))
            self._file.flush()

    def _make_bar(self) -> tqdm[Any]:
        if self._config.minutes:
            return tqdm(
                total=self._config.minutes,
                initial=self._progress.seconds / 60,
                bar_format=_MINUTES_FORMAT,
                mininterval=1,
                disable=self._file is None,
            )
        return tqdm(
            total=self._config.steps,
            initial=self._progress.step,
            unit="step",
            mininterval=1,
            disable=self._file is None,
        )
