"""One step of many photos: taken back on one of them, it is taken back on all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtGui import QUndoCommand

from desktop.state.recipes import ALL_SLIDERS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.state.history import History
    from desktop.state.item import Item
    from engine.recipe.recipe import Recipe


class Together:
    """What was done to several photos at once.

    Each photo that was shown before has the step on its own stack, where it stands among its other
    steps; one that has been changed since keeps what it has. A photo that was never shown has no
    steps yet, and follows the others.
    """

    def __init__(
        self,
        history: History,
        text: str,
        changes: Sequence[tuple[Item, Recipe]],
        *,
        gesture: str = "",
        own: frozenset[str] = ALL_SLIDERS,
    ) -> None:
        """Do it.

        Args:
            history: That of the window.
            text: Names the step in the menu; of the context ``Steps``, translated when shown.
            changes: The photos, and what their recipes become; one that stays as it is, as the
                photo that is shown, can take the step back too.
            gesture: What a hand goes on with may join the step, see :meth:`takes_in`.
            own: The sliders that photos that were never shown get by it.
        """
        self._history, self._gesture, self._own = history, gesture, own
        self._items = [item for item, _ in changes]
        self._unseen = {
            item: (item.recipe, recipe, item.own_sliders)
            for item, recipe in changes
            if not item.was_shown
        }
        self._different = {
            item for item, recipe in changes if recipe != item.recipe or item in self._unseen
        }
        self._is_under_way = False
        self._steps: dict[Item, tuple[_OfOne, int]] = {}
        """The step of each photo, and its place on the photo's stack."""
        for item, recipe in changes:
            if item.was_shown:
                step = _OfOne(self, text, item, recipe)
                item.stack.push(step)
                self._steps[item] = step, item.stack.index() - 1
        self._give(changes)

    def takes_in(self, gesture: str, items: Collection[Item]) -> bool:
        """Whether a change of these photos by the same gesture can be part of this step."""
        return (
            bool(gesture)
            and gesture == self._gesture
            and set(items) == set(self._items)
            and all(item in self._steps or not item.was_shown for item in self._items)
            and all(self._is_last(item) for item in self._steps)
        )

    def go_on(self, changes: Sequence[tuple[Item, Recipe]]) -> None:
        """Do more of it: the same photos become this instead."""
        for item, recipe in changes:
            if item in self._unseen:
                before, _, own = self._unseen[item]
                self._unseen[item] = before, recipe, own
            else:
                self._steps[item][0].after = recipe
            if recipe != item.recipe:
                self._different.add(item)
        self._give(changes)

    def _give(self, changes: Sequence[tuple[Item, Recipe]]) -> None:
        """Give the photos their recipes, the one that is shown last: others look at all then."""
        for item, recipe in sorted(changes, key=lambda change: self._history.is_shown(change[0])):
            item.own_sliders |= self._own
            if self._history.is_shown(item) and recipe != item.recipe:
                self._history.show(recipe)
            else:
                item.recipe = recipe

    def undo(self) -> None:
        """Take it back on all photos that have not been changed since."""
        for item in self._steps:
            if self._is_next(item, undone=True):
                item.stack.undo()  # the others follow
                return

    def follow(self, item: Item, recipe: Recipe, *, undone: bool) -> None:
        """Give a photo its recipe, because its stack says so; and do the same to the others."""
        if not self._history.is_shown(item):
            item.recipe = recipe
        elif recipe != item.recipe:
            self._history.show(recipe)
        if self._is_under_way:
            return
        self._is_under_way = True
        others = (other for other in self._items if other is not item)
        followed = [other for other in others if self._follow_one(other, undone=undone)]
        self._is_under_way = False
        count = len(self._different.intersection((item, *followed)))
        self._history.many_changed.emit(count, undone)

    def _follow_one(self, item: Item, *, undone: bool) -> bool:
        if item in self._unseen:
            return self._change_unseen(item, undone=undone)
        if not self._is_next(item, undone=undone):
            return False
        if undone:
            item.stack.undo()
        else:
            item.stack.redo()
        return True

    def _change_unseen(self, item: Item, *, undone: bool) -> bool:
        before, after, own = self._unseen[item]
        if item.was_shown or not shiboken6.isValid(item.stack):
            return False  # it has met what is kept beside it, and goes on from there
        item.recipe = before if undone else after
        item.own_sliders = own if undone else own | self._own
        return True

    def _is_next(self, item: Item, *, undone: bool) -> bool:
        """Whether this step is the one that a photo's stack would take back, or do again, now."""
        step, place = self._steps[item]
        # a stack deletes steps that can never be done again, and with a photo the whole stack goes
        if not (shiboken6.isValid(item.stack) and shiboken6.isValid(step)):
            return False
        return place == (item.stack.index() - 1 if undone else item.stack.index())

    def _is_last(self, item: Item) -> bool:
        return self._is_next(item, undone=True) and item.stack.index() == item.stack.count()


class _OfOne(QUndoCommand):
    """The part of it that belongs to one photo."""

    def __init__(self, together: Together, text: str, item: Item, recipe: Recipe) -> None:
        super().__init__(text)
        self.together, self._item = together, item
        self._before, self.after = item.recipe, recipe
        self._is_done = False

    def redo(self) -> None:
        """Do it again; the first time, it is being done."""
        if self._is_done:
            self.together.follow(self._item, self.after, undone=False)
        self._is_done = True

    def undo(self) -> None:
        """Take it back."""
        self.together.follow(self._item, self._before, undone=True)
