"""The sliders and the recipe of the photo, kept in step."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.texts.control_words import CONTROL_WORDS
from desktop.widgets.panel.slider_row import SliderRow
from engine.recipe.controls import BY_NAME
from engine.recipe.recipe import Recipe

if TYPE_CHECKING:
    from desktop.state.document import Document
    from desktop.state.history import History
    from desktop.state.selection import Selection
    from desktop.widgets.panel.adjust_panel import AdjustPanel


_PAUSE = 1.0
"""Seconds without an edit after which another one is another step."""


class SliderEditor(QObject):
    """Turns slider moves into steps that can be undone, and shows what undoing brought back.

    A move changes all photos that are selected.
    """

    def __init__(
        self,
        history: History,
        selection: Selection,
        panel: AdjustPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._panel = panel
        self._document: Document | None = None
        self._default_size = 0
        self._gesture, self._edited = 0, 0.0
        """Edits of one gesture are one step: a drag, or keys in quick succession."""
        for row in panel.rows.values():
            if isinstance(row, SliderRow):
                row.slider.sliderPressed.connect(self._end_gesture)
                row.slider.sliderReleased.connect(self._end_gesture)
        panel.edited.connect(self._on_edited)
        history.recipe_changed.connect(self._show)

    def set_document(self, document: Document | None) -> None:
        """Show the recipe of another photo, or the default one."""
        self._document = document
        self._panel.show_is_open(is_open=document is not None)
        recipe = Recipe() if document is None else document.recipe
        self._show(recipe, recipe)

    def set_default_size(self, size: int) -> None:
        """Take the size that means "the model's own"."""
        self._default_size = size

    @Slot(str, int)
    def _on_edited(self, name: str, value: int) -> None:
        if self._document is None:
            return
        now, row = time.monotonic(), self._panel.rows[name]
        is_dragged = isinstance(row, SliderRow) and row.slider.isSliderDown()
        if not is_dragged and now - self._edited > _PAUSE:
            self._end_gesture()
        self._edited = now
        control = BY_NAME[name]
        is_own = control.default is None and value == self._default_size
        number = None if is_own else control.value(value)
        self._selection.change(
            CONTROL_WORDS[name].step,
            lambda item: control.write(item.recipe, number),
            gesture=f"{name} {self._gesture}",
            own=frozenset((name,)),
        )

    @Slot()
    def _end_gesture(self) -> None:
        """Let the next edit be a step of its own."""
        self._gesture += 1

    @Slot(object, object)
    def _show(self, _before: Recipe, recipe: Recipe) -> None:
        values = {control.name: control.read(recipe) for control in BY_NAME.values()}
        self._panel.show_values(
            {
                name: None if value is None else BY_NAME[name].shown(value)
                for name, value in values.items()
            }
        )
