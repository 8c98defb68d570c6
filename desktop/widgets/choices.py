"""Lists to choose from whose words can change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

if TYPE_CHECKING:
    from collections.abc import Mapping


def show_choices(box: QComboBox, texts: Mapping[Any, str]) -> None:
    """Offer values under these words; asked again with other words, the choice stays."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # also to other words
    with QSignalBlocker(box):
        for index, (value, text) in enumerate(texts.items()):
            if index < box.count():
                box.setItemText(index, text)
            else:
                box.addItem(text, value)


def choose(box: QComboBox, value: object) -> None:
    """Choose a value, or the first if there is no such one."""
    box.setCurrentIndex(max(0, box.findData(value)))
