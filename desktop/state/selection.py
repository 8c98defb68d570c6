"""The photos that a change is made to: the one that is shown, and those selected with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.state.item import State
from desktop.state.recipes import ALL_SLIDERS
from desktop.state.together import Together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.state.history import History
    from desktop.state.item import Item
    from engine.recipe.recipe import Recipe


class Selection(QObject):
    """Knows which photos are selected, and changes them together, in one step.

    What is not seen is changed only with what is seen: while the photo that is shown is not among
    those that are selected, it alone is changed.

    Signals:
        changed()
    """

    changed = Signal()

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._selected: tuple[Item, ...] = ()
        self._last: Together | None = None

    def select(self, items: Iterable[Item]) -> None:
        """Take those that are selected in the filmstrip, in its order."""
        self._selected = tuple(items)
        self.changed.emit()

    @property
    def items(self) -> tuple[Item, ...]:
        """Those that a change is made to, in order; none if no photo is shown."""
        shown = self._history.item
        if shown is None:
            return ()
        return self._selected if shown in self._selected else (shown,)

    def change(
        self,
        text: str,
        way: Callable[[Item], Recipe],
        *,
        gesture: str = "",
        own: frozenset[str] = ALL_SLIDERS,
    ) -> Together | None:
        """Change the recipes of all these photos, in one step; those that failed stay.

        Args:
            text: Names the step in the menu; of the context ``Steps``, translated when shown.
            way: From a photo to what its recipe becomes.
            gesture: As in :meth:`History.change`.
            own: The sliders that photos that were never shown get by it.

        Returns:
            The step, if it is one of several photos.
        """
        shown = self._history.item
        if shown is None:
            return None
        others = [item for item in self.items if item is not shown and item.state != State.FAILED]
        if not others:
            self._history.change(text, way(shown), gesture=gesture)
            return None
        items = [shown, *others]
        changes = [(item, way(item)) for item in items]
        if self._last is not None and self._last.takes_in(gesture, items):
            self._last.go_on(changes)
        elif any(recipe != item.recipe for item, recipe in changes):
            self._last = Together(self._history, text, changes, gesture=gesture, own=own)
        else:
            return None
        return self._last
