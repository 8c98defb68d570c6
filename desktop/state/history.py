"""Undo and redo: each step goes from one recipe of a photo to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup

if TYPE_CHECKING:
    from desktop.state.item import Item
    from engine.recipe.recipe import Recipe


class History(QObject):
    """Changes the recipe of the photo that is shown, and can take each change back.

    Signals:
        recipe_changed(before: Recipe, after: Recipe): by the user, or by undoing and redoing.
        many_changed(count: int, undone: bool): a step of many photos was taken back, or done again.
        other_changed(item: Item): a photo that is not shown has another recipe.
    """

    recipe_changed = Signal(object, object)
    many_changed = Signal(int, bool)
    other_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._item: Item | None = None
        self.stacks = QUndoGroup(self)
        """Undo and redo act on the steps of the photo that is shown."""

    def set_item(self, item: Item | None) -> None:
        """Go on with another photo and its steps."""
        self._item = item
        stack = None if item is None else item.stack
        if stack is not None and stack not in self.stacks.stacks():
            self.stacks.addStack(stack)
        # Qt takes none for no stack; its Python types do not say so
        self.stacks.setActiveStack(stack)  # type: ignore[arg-type]

    def change(self, text: str, recipe: Recipe, *, gesture: str = "") -> None:
        """Give the photo another recipe.

        Args:
            text: Names the step in the menu; of the context ``Steps``, translated when shown.
            recipe: What it becomes.
            gesture: Steps that follow one another with the same name are one step: a slider that
                is dragged, a hint that is moved.
        """
        if self._item is not None and recipe != self._item.recipe:
            self._item.stack.push(Step(self, self._item, text, recipe, gesture))

    def change_one(self, item: Item, text: str, recipe: Recipe) -> Step:
        """Give a photo another recipe, whether it is shown or not.

        Args:
            item: The photo; what is kept beside it has been read.
            text: As in :meth:`change`.
            recipe: What it becomes.

        Returns:
            The step, which can be taken back.
        """
        step = Step(self, item, text, recipe)
        item.stack.push(step)
        return step

    @property
    def item(self) -> Item | None:
        """The photo whose steps are undone: the one that is shown."""
        return self._item

    def is_shown(self, item: Item) -> bool:
        """Whether a photo is the one whose steps are undone."""
        return item is self._item

    def show(self, recipe: Recipe) -> None:
        """Give the photo that is shown this recipe, without a step."""
        assert self._item is not None
        before, self._item.recipe = self._item.recipe, recipe
        self.recipe_changed.emit(before, recipe)

    def give(self, item: Item, recipe: Recipe) -> None:
        """Give a photo this recipe, without a step."""
        if self.is_shown(item):
            self.show(recipe)
        else:
            item.recipe = recipe
            self.other_changed.emit(item)


class Step(QUndoCommand):
    """What was done to one photo, from one recipe to another."""

    def __init__(
        self, history: History, item: Item, text: str, after: Recipe, gesture: str = ""
    ) -> None:
        super().__init__(text)
        self._history, self._item, self.gesture = history, item, gesture
        self.before, self.after = item.recipe, after

    def redo(self) -> None:
        """Do it, or do it again."""
        self._history.give(self._item, self.after)

    def undo(self) -> None:
        """Take it back."""
        self._history.give(self._item, self.before)

    def take_back(self) -> None:
        """Take it back if it is the last that was done to its photo, and the photo still open."""
        stack = self._item.stack
        # with a photo its stack goes, and a stack deletes steps that can never be done again
        if not (shiboken6.isValid(stack) and shiboken6.isValid(self)):
            return
        if stack.index() and stack.command(stack.index() - 1) is self:
            stack.undo()

    def id(self) -> int:
        """Return a number that Qt joins neighbors by."""
        # it must fit 31 bits
        return hash(self.gesture) & 0x7FFFFFFF if self.gesture else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Take in what a hand went on with."""
        if not isinstance(other, Step) or other.gesture != self.gesture:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True
