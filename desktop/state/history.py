"""Undo and redo: each step goes from one look of a photo to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoGroup

if TYPE_CHECKING:
    from PySide6.QtGui import QUndoStack

    from desktop.state.document import Document, Look


class History(QObject):
    """Changes the look of the open photo, and can take each change back.

    Signals:
        look_changed(before: Look, after: Look): by the user, or by undoing and redoing.
    """

    look_changed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self.stacks = QUndoGroup(self)
        """Undo and redo act on the steps of the open photo."""

    def set_document(self, document: Document | None, stack: QUndoStack | None) -> None:
        """Go on with another photo and its steps."""
        self._document = document
        if stack is not None and stack not in self.stacks.stacks():
            self.stacks.addStack(stack)
        # Qt takes none for no stack; its Python types do not say so
        self.stacks.setActiveStack(stack)  # type: ignore[arg-type]

    def change(self, text: str, look: Look, *, gesture: str = "") -> None:
        """Give the photo another look.

        Args:
            text: Names the step in the menu; of the context ``Steps``, translated when shown.
            look: What it becomes.
            gesture: Steps that follow one another with the same name are one step: a slider that
                is dragged, a hint that is moved.
        """
        stack = self.stacks.activeStack()
        if self._document is not None and look != self._document.look:
            stack.push(_Change(self, text, (self._document.look, look), gesture))

    def record(self, stack: QUndoStack, text: str, looks: tuple[Look, Look]) -> None:
        """Let it be taken back that a photo not shown got another look: before, after."""
        stack.push(_Change(self, text, looks, is_done=True))

    def show(self, look: Look) -> None:
        """Make the document look like this, without a step."""
        assert self._document is not None
        before, self._document.look = self._document.look, look
        self.look_changed.emit(before, look)


class _Change(QUndoCommand):
    def __init__(
        self,
        history: History,
        text: str,
        looks: tuple[Look, Look],
        gesture: str = "",
        *,
        is_done: bool = False,
    ) -> None:
        super().__init__(text)
        self._history = history
        self.gesture, self._is_done = gesture, is_done
        self.before, self.after = looks

    def redo(self) -> None:
        if self._is_done:  # a stack does what is pushed onto it
            self._is_done = False
        else:
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
