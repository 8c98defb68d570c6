"""Do photos on this machine: readers, the network in the calling thread, writers, side by side."""

from __future__ import annotations

import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Protocol

from engine.batch import photos
from engine.batch.outcome import Blocked, Outcome
from engine.batch.running.failures import attempt_of_error
from engine.batch.running.steps import Decoded, color, decode, finish
from engine.cancel import Cancelled, CancelToken
from engine.checkpoints.loaded_models import LoadedModels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor

    from engine.batch.outcome import Attempt, Task
    from engine.batch.running.album_colors import AlbumColors
    from engine.batch.running.steps import Colorized
    from engine.checkpoints.checkpoint import Model

PIXELS_IN_FLIGHT = 150_000_000
"""Decoded at a time, about 10 bytes each; one larger photo is done alone."""


class PhotoRunner(Protocol):
    """Does photos, in any order, here or elsewhere."""

    def perform(
        self, tasks: Iterator[Task], record: Callable[[Outcome], None]
    ) -> Iterator[Attempt]:
        """Yield what became of each task; takes few of them in advance.

        When there are no more tasks, those in flight are finished. ``record`` is called with each
        outcome, on any thread, before it is yielded.
        """
        ...


@dataclass
class Meter:
    """How the time of the network's thread was spent, in seconds."""

    busy: float = 0.0
    """In the network."""
    waiting: float = 0.0
    """For photos to be decoded or written, with work left to do."""

    @property
    def share_waiting(self) -> float:
        """The part of the time that was waiting, 0 to 1."""
        total = self.busy + self.waiting
        return self.waiting / total if total else 0.0


class Pipeline:
    """Overlaps decoding, network and encoding, with memory bounded by pixels in flight."""

    def __init__(
        self,
        model: Model,
        *,
        workers: int = 2,
        pixels_in_flight: int = PIXELS_IN_FLIGHT,
        album: AlbumColors | None = None,
    ) -> None:
        """Make a pipeline.

        Args:
            model: Colors photos that have no model of their own.
            workers: Threads that read, and that write.
            pixels_in_flight: Decoded at a time.
            album: Knows the colors of other photos, if those are wanted.

        Raises:
            ValueError: If there is no worker.
        """
        if workers < 1:
            msg = f"there is at least one worker, got {workers}"
            raise ValueError(msg)
        self._models = LoadedModels(model)
        self._workers = workers
        self._budget = PixelBudget(pixels_in_flight)
        self._album = album
        self.meter = Meter()

    def perform(
        self, tasks: Iterator[Task], record: Callable[[Outcome], None]
    ) -> Iterator[Attempt]:
        """Yield what became of each task; see :class:`PhotoRunner`."""
        with (
            ThreadPoolExecutor(self._workers, "batch-reader") as readers,
            ThreadPoolExecutor(self._workers, "batch-writer") as writers,
        ):
            flow = _Flow(self._workers, self._budget, record)
            try:
                yield from self._drive(flow, tasks, readers, writers)
            except BaseException:  # nobody takes what readers decode: they must not wait for room
                flow.token.cancel()
                self._budget.lift()
                raise

    def _drive(
        self, flow: _Flow, tasks: Iterator[Task], readers: Executor, writers: Executor
    ) -> Iterator[Attempt]:
        while True:
            while flow.may_read and (task := next(tasks, None)) is not None:
                flow.begin_reading()
                readers.submit(flow.read, task)
            yield from flow.take_finished()
            if flow.may_color:
                colorized = self._color(flow)
                if colorized is not None:
                    writers.submit(flow.write, colorized)
            elif flow.is_busy:
                started = time.perf_counter()
                flow.wait()
                self.meter.waiting += time.perf_counter() - started
            elif not flow.has_finished:
                return

    def _color(self, flow: _Flow) -> Colorized | None:
        decoded = flow.begin_coloring()
        started = time.perf_counter()
        try:
            return color(self._models, decoded, self._album)
        except Exception as error:  # noqa: BLE001 - one photo must not stop the others
            flow.end(decoded.task, attempt_of_error(decoded.task, error, decoded.seconds))
            flow.wait()
            return None
        finally:
            self.meter.busy += time.perf_counter() - started


class _Flow:
    """What is where between the three kinds of threads. Only ``inbox`` is touched by all."""

    def __init__(
        self, workers: int, budget: PixelBudget, record: Callable[[Outcome], None]
    ) -> None:
        self._depth = workers + 1
        self._budget = budget
        self._record = record
        self.token = CancelToken()
        """Stops the reading of photos that nobody waits for any more."""
        self._inbox: SimpleQueue[Decoded | tuple[Attempt, bool]] = SimpleQueue()
        self._decoded: list[Decoded] = []
        self._finished: list[Attempt] = []
        self._reading = 0
        self._writing = 0

    @property
    def may_read(self) -> bool:
        return self._reading + len(self._decoded) < self._depth

    @property
    def may_color(self) -> bool:
        return bool(self._decoded) and self._writing < self._depth

    @property
    def is_busy(self) -> bool:
        return self._reading + self._writing > 0

    @property
    def has_finished(self) -> bool:
        return bool(self._finished)

    def begin_reading(self) -> None:
        self._reading += 1

    def begin_coloring(self) -> Decoded:
        self._writing += 1
        return self._decoded.pop(0)

    def read(self, task: Task) -> None:
        """Decode, on a reader's thread."""
        started = time.perf_counter()
        try:
            self._budget.acquire(task.n, photos.pixels(task.source))
            result: Decoded | Attempt = decode(task, self.token)
        except Cancelled:
            self._budget.release(task.n)
            return
        except Exception as error:  # noqa: BLE001 - one photo must not stop the others
            result = attempt_of_error(task, error, time.perf_counter() - started)
        if isinstance(result, Decoded):
            self._inbox.put(result)
        else:
            self._end(task, result, was_reading=True)

    def write(self, colorized: Colorized) -> None:
        """Render and encode, on a writer's thread."""
        task = colorized.decoded.task
        started = time.perf_counter()
        try:
            result: Attempt = finish(colorized)
        except Exception as error:  # noqa: BLE001 - one photo must not stop the others
            result = attempt_of_error(task, error, time.perf_counter() - started)
        self.end(task, result)

    def end(self, task: Task, attempt: Attempt) -> None:
        """Note how a photo ended that was past reading, on any thread."""
        self._end(task, attempt, was_reading=False)

    def take_finished(self) -> Iterator[Attempt]:
        while not self._inbox.empty():
            self.wait()
        finished, self._finished = self._finished, []
        yield from finished

    def wait(self) -> None:
        """Take the next thing that a thread has done."""
        message = self._inbox.get()
        if isinstance(message, Decoded):
            self._reading -= 1
            self._decoded.append(message)
            return
        attempt, was_reading = message
        self._reading -= was_reading
        self._writing -= not was_reading
        self._finished.append(attempt)

    def _end(self, task: Task, attempt: Attempt, *, was_reading: bool) -> None:
        self._budget.release(task.n)
        if not isinstance(attempt, Blocked):
            self._record(attempt)
        self._inbox.put((attempt, was_reading))


class PixelBudget:
    """Lets photos in while they are not too many pixels together; a single one always."""

    def __init__(self, pixels: int) -> None:
        self._limit = pixels
        self._held: dict[int, int] = {}
        self._changed = threading.Condition()

    def acquire(self, key: int, pixels: int) -> None:
        """Wait until there is room, then take it."""
        with self._changed:
            while self._held and sum(self._held.values()) + pixels > self._limit:
                self._changed.wait()
            self._held[key] = pixels

    def lift(self) -> None:
        """Let everything in from now on."""
        with self._changed:
            self._limit = sys.maxsize
            self._changed.notify_all()

    def release(self, key: int) -> None:
        """Give room back; nothing happens if none was taken."""
        with self._changed:
            self._held.pop(key, None)
            self._changed.notify_all()
