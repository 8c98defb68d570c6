"""Words as they are: Qt takes what looks like HTML for HTML, and names of files may look so.

A table a million pixels wide in a tip would fill the memory, and a picture could be asked for.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QMessageBox  # noqa: TID251 - here they are made plain

from engine.console import printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget


Answer = QMessageBox.StandardButton


class Label(QLabel):
    """Shows its text as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)


def tip_of(text: str) -> str:
    """Return a tip that shows a text as it is: tips are told no format, they guess it."""
    return f"<span>{html.escape(printable(text))}</span>"


def title_of(text: str) -> str:
    """Return a window title that shows a text as it is: Qt has a mark for unsaved changes."""
    return printable(text).replace("[*]", "[*][*]")


def ask(parent: QWidget, title: str, text: str, yes: Answer) -> bool:
    """Ask a question that can be answered with one button, or with Cancel, the default."""
    cancel = Answer.Cancel
    box = QMessageBox(QMessageBox.Icon.Question, title, text, yes | cancel, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setDefaultButton(cancel)
    answer = box.exec()
    box.deleteLater()
    return answer == yes


def choose(
    parent: QWidget, title: str, text: str, answers: Mapping[Answer, str], details: str = ""
) -> Answer:
    """Ask a question with several answers; Escape is Cancel.

    Args:
        parent: The window.
        title: Of the question.
        text: The question.
        answers: What can be answered besides Cancel, the default first, each with the words on
            its button; empty for the system's own.
        details: What else is to be said, in smaller print.
    """
    box = QMessageBox(QMessageBox.Icon.Question, title, text, Answer.Cancel, parent)
    box.setInformativeText(details)
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    for answer, words in answers.items():
        button = box.addButton(answer)
        button.setText(words or button.text())
    box.setDefaultButton(next(iter(answers)))
    box.setEscapeButton(Answer.Cancel)
    given = Answer(box.exec())
    box.deleteLater()
    return given


class PlainQuestions(QObject):
    """An event filter: what a dialog of Qt's own asks is shown as it is."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Make a question plain before it is shown."""
        if isinstance(event, QChildEvent) and event.type() is QEvent.Type.ChildPolished:
            child = event.child()
            if isinstance(child, QMessageBox):
                child.setTextFormat(Qt.TextFormat.PlainText)
        return False
