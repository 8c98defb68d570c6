"""Undo and redo: each step goes from one recipe of a photo to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    """

    recipe_changed = Signal(object, object)
    many_changed = Signal(int, bool)

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
            steps = self._item.recipe, recipe
            self._item.stack.push(_Change(self, text, steps, gesture))

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


class _Change(QUndoCommand):
    def __init__(
        self, history: History, text: str, recipes: tuple[Recipe, Recipe], gesture: str
    ) -> None:
        super().__init__(text)
        self._history, self.gesture = history, gesture
        self.before, self.after = recipes

    def redo(self) -> None:
        self._history.show(self.after)

    def undo(self) -> None:
        self._history.show(self.before)

    def id(self) -> int:
        # Qt joins neighbors of one number; it must fit 31 bits
        return hash(self.gesture) & 0x7FFFFFFF if self.gesture else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, _Change) or other.gesture != self.gesture:
            return False
        self.after = other.after
        self.setObsolete(self.after == self.before)
        return True
