"""What the interface says, and whether there is room for it."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QTableWidget,
    QToolBar,
    QWidget,
)

from desktop.widgets.plain import Label

DESKTOP = Path("desktop")
_SHOWN_BY = re.compile(
    r"set(Text|Title|WindowTitle|ToolTip|StatusTip|WhatsThis|AccessibleName|AccessibleDescription"
    r"|PlaceholderText|Suffix|Prefix|SpecialValueText|ItemText|IconText)"
    r"|addItem|addRow|addTab|addMenu|addToolBar|show_message"
    r"|Label|Q(PushButton|CheckBox|RadioButton|GroupBox|Action|ToolButton|ListWidgetItem)"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def spoken_by(catalog):
    """Every (context, source) of a .ts file, with its translations."""
    texts = {}
    for context in ET.parse(catalog).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            key = context.findtext("name"), message.findtext("source")
            is_finished = translation.get("type") is None
            texts[key] = (forms or [translation.text or ""]) if is_finished else []
    return texts


def bare_words(source):
    """Words that a module hands to a widget without translating them, as (line, text)."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if not _SHOWN_BY.fullmatch(name):
            continue
        for argument in call.args:
            parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            for part in parts:
                text = getattr(part, "value", None)
                if isinstance(text, str) and _WORD.search(text):
                    found.append((part.lineno, text))
    return found


def shown_texts(root):
    """Everything that a window and what is in it say, to eyes and to screen readers."""
    for widget in (root, *root.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        for kind, texts in _SAYS.items():
            if isinstance(widget, kind):
                yield from texts(widget)
    for action in root.findChildren(QAction):
        yield from (action.text(), action.iconText(), action.toolTip())


def _cells(table):
    for row in range(table.rowCount()):
        for column in range(table.columnCount()):
            yield table.item(row, column).text()


_SAYS = {
    (Label, QAbstractButton): lambda widget: [widget.text()],
    QGroupBox: lambda box: [box.title()],
    QLineEdit: lambda line: [line.placeholderText()],
    QSpinBox: lambda box: [box.specialValueText(), box.suffix()],
    QComboBox: lambda box: [box.itemText(index) for index in range(box.count())],
    QListWidget: lambda rows: [rows.item(row).text() for row in range(rows.count())],
    QTableWidget: _cells,
}


def clipped(root):
    """What does not show all of its words, as (class, words)."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QToolBar):
            if widget.findChild(QWidget, "qt_toolbar_ext_button").isVisible():
                found.append(("QToolBar", "has more buttons than room"))
        elif (words := _words(widget)) and not _has_room(widget, words):
            found.append((type(widget).__name__, words))
    return found


def _words(widget):
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, (Label, QAbstractButton)):
        return widget.text()
    if isinstance(widget, QGroupBox):
        return widget.title()
    return ""


def _has_room(widget, words):
    seen = widget.visibleRegion().boundingRect()
    if isinstance(widget, QComboBox):
        return widget.fontMetrics().horizontalAdvance(words) + 24 <= seen.width()
    if isinstance(widget, Label) and widget.wordWrap():
        longest = max(widget.fontMetrics().horizontalAdvance(word) for word in words.split())
        room = widget.heightForWidth(widget.width()) <= widget.height()
        return room and longest <= seen.width()
    if isinstance(widget, QGroupBox):
        return widget.fontMetrics().horizontalAdvance(words) <= seen.width()
    hint = widget.sizeHint()
    return hint.width() <= seen.width() and hint.height() <= widget.height()
