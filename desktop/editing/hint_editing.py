"""From a click on the photo to a color that is set there."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QSignalBlocker, Signal, Slot

from desktop.editing.reach_outline import ReachOutline
from desktop.jobs import engine_tasks
from desktop.state import settings as keys
from desktop.state.recipes import coloring_of, with_coloring
from desktop.texts.language import QT_TRANSLATE_NOOP
from desktop.widgets.palette.color_names import USUAL_LIGHTNESS
from desktop.widgets.palette.hint_palette import MOST_RECENT, HintPalette
from desktop.widgets.viewer.tools.hint_tool import Mark
from engine.photo.one_color import rgb_from_lab
from engine.recipe.hint import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from desktop.jobs.engine_tasks import Offer
    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.state.document import Document
    from desktop.state.history import History
    from desktop.state.settings import Settings
    from desktop.widgets.panel.hint_section import HintSection
    from desktop.widgets.viewer.viewer import Viewer
    from engine.photo.one_color import Ab, Rgb
    from engine.recipe.recipe import Recipe

_MARK_LIGHTNESS = 62.0
_FARTHEST = 128.0
_FARTHEST_PLACE = 1 << 20
"""Pixels; no desk has so many screens."""


class HintEditor(QObject):
    """Places, recolors, moves and removes hints; each gesture is one step that can be undone.

    Signals:
        picking_changed(is_on: bool): whether the user is to point at a color, in any photo.
        copied()
        tried(recipe: Recipe | None): what the photo would be with a color that is looked at; or
            none any more.
        chosen_changed(): another hint is chosen, or none.
        settled(): a hand has done what it began, see :attr:`is_in_hand`.
    """

    picking_changed = Signal(bool)
    copied = Signal()
    tried = Signal(object)
    chosen_changed = Signal()
    settled = Signal()

    def __init__(
        self,
        engine: EngineThread,
        history: History,
        settings: Settings,
        viewer: Viewer,
        section: HintSection,
    ) -> None:
        super().__init__(viewer)
        self._engine, self._history, self._settings = engine, history, settings
        self._viewer, self._section = viewer, section
        self._document: Document | None = None
        self._place = (0.0, 0.0)
        self._target: int | None = None
        self._gesture = 0
        self._is_moving = False
        self._job: Job[Offer] | None = None
        self._copied: tuple[Hint, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._hints_before: tuple[Hint, ...] = ()
        """When the palette was opened."""
        self.outline = ReachOutline(engine, viewer)
        self.palette = HintPalette(viewer)
        self._tool = viewer.hint_tool
        self._connect_palette()
        self._connect_tools()
        section.tool_toggled.connect(self._on_tool_toggled)
        section.selected.connect(self._choose)
        section.activated.connect(self.edit)
        section.removed.connect(self.remove)
        section.cleared.connect(self.clear)
        section.reach_changed.connect(self._on_reach_changed)
        section.reach_settled.connect(self._settle)
        history.recipe_changed.connect(self._on_recipe_changed)

    def set_document(self, document: Document | None) -> None:
        """Edit another photo, or none."""
        self.palette.hide()
        self._is_moving = False
        self._stop_picking()  # the color was to be for the last photo
        self._target = None
        self._stop_asking()
        self._document = document
        self._choose(-1)

    @property
    def hints(self) -> tuple[Hint, ...]:
        """Those of the open photo."""
        return coloring_of(self._document.recipe).hints if self._document is not None else ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The same as the screen shows them."""
        return self._marks

    @property
    def chosen(self) -> int:
        """Index of the hint that is chosen; −1 for none."""
        return self._section.list.currentRow()

    @property
    def is_in_hand(self) -> bool:
        """Whether a color is being looked for, or a mark or its reach being dragged."""
        is_dragging = self._is_moving or self._section.reach.slider.isSliderDown()
        return is_dragging or not self.palette.isHidden()

    def choose(self, index: int) -> None:
        """Choose a hint, or none by −1."""
        self._choose(index)

    @Slot(int)
    def edit(self, index: int) -> None:
        """Let the user choose another color for a hint."""
        if not 0 <= index < len(self.hints):
            return
        hint = self.hints[index]
        self._choose(index)
        self._open(hint.row, hint.column, index)

    @Slot(int)
    def remove(self, index: int) -> None:
        """Take a hint back."""
        if 0 <= index < len(self.hints):
            hints = self.hints[:index] + self.hints[index + 1 :]
            self._change(QT_TRANSLATE_NOOP("Steps", "delete a color hint"), hints)

    @Slot()
    def clear(self) -> None:
        """Take all hints back."""
        self._change(QT_TRANSLATE_NOOP("Steps", "delete all color hints"), ())

    def copy(self) -> None:
        """Remember the hints of this photo for another one."""
        self._copied = self.hints
        self.copied.emit()

    @property
    def can_paste(self) -> bool:
        """Whether any are remembered."""
        return bool(self._copied)

    def paste(self) -> None:
        """Add the remembered hints to this photo."""
        if self._copied:
            self._change(
                QT_TRANSLATE_NOOP("Steps", "paste color hints"), (*self.hints, *self._copied)
            )

    def _connect_palette(self) -> None:
        palette = self.palette
        palette.wanted_place = self._palette_place()
        palette.ab_chosen.connect(self._on_ab_chosen)
        palette.ab_tried.connect(self._on_ab_tried)
        palette.cancelled.connect(self._on_cancelled)
        palette.moved.connect(self._on_palette_moved)
        palette.removed.connect(self._on_palette_removed)
        palette.pick_requested.connect(self._on_pick_requested)
        palette.closed.connect(self._on_closed)

    def _connect_tools(self) -> None:
        tool, viewer = self._tool, self._viewer
        viewer.question_clicked.connect(self._on_spot_clicked)
        viewer.pick_tool.color_picked.connect(self.take_color)
        viewer.tool_changed.connect(self._on_tool_changed)
        tool.spot_clicked.connect(self._on_spot_clicked)
        tool.mark_clicked.connect(self.edit)
        tool.mark_moved.connect(self._on_mark_moved)
        tool.mark_dropped.connect(self._settle)
        tool.mark_deleted.connect(self.remove)

    @Slot(bool)
    def _on_tool_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._stop_picking()
        self._viewer.tool = self._tool if is_on else self._viewer.look_tool

    @Slot()
    def _on_tool_changed(self) -> None:
        """Show that another tool was taken: the brush, say, by its key."""
        is_on = self._viewer.tool in (self._tool, self._viewer.pick_tool)
        with QSignalBlocker(self._section.tool):
            self._section.tool.setChecked(is_on)

    @Slot(float, float)
    def _on_spot_clicked(self, row: float, column: float) -> None:
        self._stop_picking()  # a question can be clicked with any tool
        self._section.tool.setChecked(True)
        self._choose(-1)
        self._open(row, column, None)

    def _open(self, row: float, column: float, target: int | None) -> None:
        document = self._document
        if document is None or document.encoding is None or not self._section.tool.isEnabled():
            return
        self._place, self._target = (row, column), target
        self._hints_before = self.hints
        self._end_gesture()
        anchor = self._viewer.mapToGlobal(self._viewer.point_of(row, column))
        self.palette.open_at(
            QPoint(round(anchor.x()), round(anchor.y())), can_remove=target is not None
        )
        self._tool.show_spot(self._place if target is None else None)
        task = engine_tasks.offer_colors(document.encoding, row, column, self._recent())
        self._stop_asking()
        self._job = self._engine.submit(task, self._on_offered)

    def _stop_asking(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_offered(self, offer: Offer) -> None:
        if not self.palette.isHidden():
            ab = self.hints[self._target].ab if self._target is not None else None
            suggestion = offer.suggestion
            self.palette.show_offer(suggestion.choices, offer.recent, ab, suggestion.lightness)

    @Slot(float, float)
    def _on_ab_chosen(self, a: float, b: float) -> None:
        hints = self._with_color((a, b))
        if self._target is None or self._target >= len(self.hints):
            self._target = len(hints) - 1
        self._tool.show_spot(None)
        self._change(QT_TRANSLATE_NOOP("Steps", "color hint"), hints, f"set {self._gesture}")
        self._choose(self._target)

    @Slot(object)
    def _on_ab_tried(self, ab: Ab | None) -> None:
        if ab is None or self._document is None:
            self.tried.emit(None)
        else:
            recipe = with_coloring(self._document.recipe, hints=self._with_color(ab))
            self.tried.emit(recipe)

    def _with_color(self, ab: Ab) -> tuple[Hint, ...]:
        """Return the hints with a color at the place that was asked about."""
        if self._target is None or self._target >= len(self.hints):
            return (*self.hints, Hint(*self._place, ab))
        changed = self.hints[self._target].by_hand(ab=ab)
        return (*self.hints[: self._target], changed, *self.hints[self._target + 1 :])

    @Slot()
    def _on_cancelled(self) -> None:
        """Take back what was chosen in the palette; the step it was is none any more."""
        if self.hints != self._hints_before:
            text, before = QT_TRANSLATE_NOOP("Steps", "color hint"), self._hints_before
            self._change(text, before, f"set {self._gesture}")

    @Slot(object)
    def _on_palette_moved(self, place: QPoint | None) -> None:
        text = "" if place is None else json.dumps([place.x(), place.y()])
        self._settings.set(keys.PALETTE_PLACE, text)

    def _palette_place(self) -> QPoint | None:
        try:
            x, y = json.loads(self._settings.get(keys.PALETTE_PLACE) or "null")
        except (RecursionError, TypeError, ValueError):  # there is none, or edited by hand
            return None
        is_place = all(isinstance(each, int) and abs(each) < _FARTHEST_PLACE for each in (x, y))
        return QPoint(x, y) if is_place else None

    @Slot(int, float, float)
    def _on_mark_moved(self, index: int, row: float, column: float) -> None:
        if 0 <= index < len(self.hints):
            moved = self.hints[index].by_hand(row=row, column=column)
            hints = (*self.hints[:index], moved, *self.hints[index + 1 :])
            self._is_moving = True
            self._change(
                QT_TRANSLATE_NOOP("Steps", "move a color hint"), hints, f"move {self._gesture}"
            )
            self._choose(index)

    @Slot(int)
    def _on_reach_changed(self, percent: int) -> None:
        index = self._section.list.currentRow()
        if 0 <= index < len(self.hints):
            changed = replace(self.hints[index], reach=percent / 100)
            hints = (*self.hints[:index], changed, *self.hints[index + 1 :])
            text = QT_TRANSLATE_NOOP("Steps", "reach of a color hint")
            self._change(text, hints, f"reach {index} {self._gesture}")

    @Slot()
    def _end_gesture(self) -> None:
        """Make the next change a step of its own."""
        self._gesture += 1

    @Slot()
    def _settle(self) -> None:
        self._end_gesture()
        self._is_moving = False
        self.settled.emit()

    @Slot()
    def _on_palette_removed(self) -> None:
        self.palette.hide()
        if self._target is not None:
            self.remove(self._target)

    @Slot()
    def _on_pick_requested(self) -> None:
        self.palette.hide()
        self._viewer.tool = self._viewer.pick_tool
        self.picking_changed.emit(True)  # noqa: FBT003 - Qt's signal

    def _stop_picking(self) -> None:
        if self._viewer.tool is self._viewer.pick_tool:
            self._viewer.tool = self._tool
        self.picking_changed.emit(False)  # noqa: FBT003 - Qt's signal

    @Slot(object)
    def take_color(self, color: QColor) -> None:
        """Give the place that was asked about a color that the user pointed at."""
        from engine.coloring.hints import hint_of_rgb  # noqa: PLC0415 - imports torch, there by now

        self._stop_picking()
        picked = hint_of_rgb(0, 0, (color.red(), color.green(), color.blue()))
        self._on_ab_chosen(*picked.ab)
        self._remember(picked.ab)

    @Slot()
    def _on_closed(self) -> None:
        self._tool.show_spot(None)
        if self._target is not None and self._target < len(self.hints):
            self._remember(self.hints[self._target].ab)
        self.settled.emit()

    @Slot(object, object)
    def _on_recipe_changed(self, before: Recipe, after: Recipe) -> None:
        old, new = coloring_of(before).hints, coloring_of(after).hints
        if old == new and before.crop != after.crop:  # its places are those of what is shown
            self._choose(self._section.list.currentRow())
        if old != new:
            if not _is_meant(self._target, old, new):
                self._target = None
                self.palette.hide()
                self._stop_picking()
            self._choose(min(self._section.list.currentRow(), len(new) - 1))

    @Slot(int)
    def _choose(self, index: int) -> None:
        """Show the hints, one of them chosen."""
        self._marks = self._marks_now()
        self._tool.show_marks(self._marks, index)
        self._section.show_hints(self._marks, index)
        self.outline.show(self._document, index)
        self.chosen_changed.emit()

    def refresh(self) -> None:
        """Show the hints anew: the photo has been seen, and what is known of their places."""
        if self._marks_now() != self._marks:
            self._choose(self._section.list.currentRow())
        else:
            self.outline.refresh()

    def _marks_now(self) -> tuple[Mark, ...]:
        return tuple(
            Mark(
                hint.row,
                hint.column,
                hint.ab,
                _mark_rgb(hint.ab),
                hint.reach,
                self._lightness_at(hint.row, hint.column),
                self._shown(hint),
                hint.taken_from if hint.taken_over else None,
            )
            for hint in self.hints
        )

    def _lightness_at(self, row: float, column: float) -> float:
        """Return L of a place; a usual one before the photo has been seen."""
        encoding = None if self._document is None else self._document.encoding
        if encoding is None:
            return USUAL_LIGHTNESS
        height, width = encoding.lightness.shape[-2:]
        y, x = min(height - 1, int(row * height)), min(width - 1, int(column * width))
        return round(float(encoding.lightness[0, y, x]), 1)

    def _shown(self, hint: Hint) -> tuple[float, float] | None:
        """Return where a hint is in what is shown of the photo, 0 to 1; None if it is cropped."""
        if self._document is None:
            return None
        frame, (height, width) = self._document.frame, self._document.photo.size
        y, x = frame.from_photo(hint.row * height, hint.column * width)
        row, column = y / frame.height, x / frame.width
        return (row, column) if 0 <= row <= 1 and 0 <= column <= 1 else None

    def _change(self, text: str, hints: tuple[Hint, ...], gesture: str = "") -> None:
        if self._document is not None:
            recipe = with_coloring(self._document.recipe, hints=hints)
            self._history.change(text, recipe, gesture=gesture)

    def _recent(self) -> tuple[Ab, ...]:
        try:
            stored = json.loads(self._settings.get(keys.RECENT_COLORS))
            colors = tuple((float(a), float(b)) for a, b in stored)
        except (
            OverflowError,
            RecursionError,
            TypeError,
            ValueError,
        ):  # edited by hand, or by another version
            return ()
        return tuple(ab for ab in colors if math.hypot(*ab) < _FARTHEST)[:MOST_RECENT]

    def _remember(self, ab: Ab) -> None:
        new = (round(ab[0], 1), round(ab[1], 1))
        colors = [new, *(color for color in self._recent() if color != new)]
        self._settings.set(keys.RECENT_COLORS, json.dumps(colors[:MOST_RECENT]))


def _is_meant(target: int | None, before: Sequence[Hint], after: Sequence[Hint]) -> bool:
    """Whether the hint that is being edited is still there, at its place among the others."""
    if target is None or target >= len(before):  # a new one
        return target is None or target < len(after)
    old = before[target]
    new = after[target] if target < len(after) else None
    return new is not None and (new.row, new.column) == (old.row, old.column)


@lru_cache(maxsize=256)
def _mark_rgb(ab: Ab) -> Rgb:
    return rgb_from_lab(_MARK_LIGHTNESS, ab)
