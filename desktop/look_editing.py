"""The sliders and the look of the photo, kept in step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.document import Look
from desktop.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from desktop.document import Document
    from desktop.history import History
    from desktop.widgets.adjust_panel import AdjustPanel


class LookEditor(QObject):
    """Turns slider moves into steps that can be undone, and shows what undoing brought back."""

    def __init__(self, history: History, panel: AdjustPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._panel = panel
        self._document: Document | None = None
        self._default_size = 0
        panel.edited.connect(self._on_edited)
        history.look_changed.connect(self._show)

    def set_document(self, document: Document | None) -> None:
        """Show the look of another photo, or the default one."""
        self._document = document
        self._panel.show_is_open(is_open=document is not None)
        look = Look() if document is None else document.look
        self._show(look, look)

    def set_default_size(self, size: int) -> None:
        """Take the size that means "the model's own"."""
        self._default_size = size

    @Slot(str, int)
    def _on_edited(self, name: str, value: int) -> None:
        if self._document is None:
            return
        look = self._document.look
        texts = {
            "strength": QT_TRANSLATE_NOOP("Steps", "color strength"),
            "vividness": QT_TRANSLATE_NOOP("Steps", "vividness"),
            "warmth": QT_TRANSLATE_NOOP("Steps", "warmth"),
            "size": QT_TRANSLATE_NOOP("Steps", "detail"),
        }
        if name == "size":
            look = replace(look, size=None if value == self._default_size else value)
        elif name == "vividness":
            look = replace(look, vividness=value / 100)
        else:
            look = replace(look, settings=replace(look.settings, **{name: value / 100}))
        self._history.change(texts[name], look, gesture=name)

    @Slot(object, object)
    def _show(self, _before: Look, look: Look) -> None:
        self._panel.show_values(
            {
                "strength": round(look.settings.strength * 100),
                "vividness": round(look.vividness * 100),
                "warmth": round(look.settings.warmth * 100),
                "size": look.size,
            }
        )
