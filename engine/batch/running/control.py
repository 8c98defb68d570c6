"""What a user may ask of a run, from any thread."""

from __future__ import annotations

import threading


class Control:
    """What a user may ask of a run, from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._is_paused = False
        self._is_stopped = False

    def pause(self) -> None:
        """Ask the run to wait once the photos in flight are done."""
        self._set(paused=True)

    def go_on(self) -> None:
        """Ask a paused run to go on."""
        self._set(paused=False)

    def stop(self) -> None:
        """Ask the run to end once the photos in flight are done; it can be resumed."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()

    @property
    def is_paused(self) -> bool:
        """Whether the run waits, or will."""
        return self._is_paused

    @property
    def is_stopped(self) -> bool:
        """Whether the run ends."""
        return self._is_stopped

    def wait(self) -> bool:
        """Wait out a pause; return whether the run goes on, not ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_stopped or not self._is_paused)
            return not self._is_stopped

    def _set(self, *, paused: bool) -> None:
        with self._changed:
            self._is_paused = paused
            self._changed.notify_all()
