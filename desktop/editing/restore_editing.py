"""Restoring: what a photo needs, what is taken of it, and what a hand adds with the brush."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.editing.coloring import Activity, Phase
from desktop.editing.findings import Findings
from desktop.jobs import restore_tasks
from desktop.texts.control_words import CHOICE_WORDS
from desktop.texts.restore_texts import (
    AUTOMATIC,
    MARK_NOTES,
    NOTHING_REPAIRED,
    STEP_CHANGES,
    STROKE,
    Facts,
)
from desktop.widgets.panel.restore_section import MARKS
from engine.photo.photo import Window
from engine.recipe.controls import CHOICES
from engine.recipe.recipe import RESTORING, Recipe, Stage, with_stages
from engine.recipe.stages import Repair

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.jobs.restore_tasks import Glimpse
    from desktop.state.document import Document
    from desktop.state.history import History
    from desktop.widgets.panel.restore_section import RestoreSection
    from desktop.widgets.viewer.viewer import Viewer
    from engine.recipe.stroke import Stroke
    from engine.restoration.proposing import Proposal

CHOICE_BY_NAME = {choice.name: choice for choice in CHOICES}


class RestoreEditor(QObject):
    """Keeps panel, brush and marks in step with what was decided about the photo.

    Signals:
        activities_changed(): see :attr:`activity`.
        findings_changed(): see :attr:`abilities`.
        progressed(job: Job, fraction: float): of the look at the photo.
        compared_changed(stage: Stage | None): which step alone before and after are to show.
        told(text: str): what a key has changed.
    """

    activities_changed = Signal()
    findings_changed = Signal()
    progressed = Signal(object, float)
    compared_changed = Signal(object)
    told = Signal(str)
    _glimpsed = Signal(object)
    """A :class:`desktop.jobs.restore_tasks.Glimpse`, from the engine thread."""

    def __init__(
        self, engine: EngineThread, history: History, viewer: Viewer, section: RestoreSection
    ) -> None:
        super().__init__(viewer)
        self._engine, self._history = engine, history
        self._viewer, self._section = viewer, section
        self._document: Document | None = None
        self._look: Job[Proposal] | None = None
        self._seen = Window(0, 0, 1, 1)
        """What is seen of the photo."""
        self._shows_glimpse = False
        self._map: Job[QImage] | None = None
        self._marks = MARKS[0]
        self._compared: Stage | None = None
        self.findings = Findings(viewer)
        self._connect()
        viewer.brush_tool.set_radius(section.radius)

    def _connect(self) -> None:
        viewer, section = self._viewer, self._section
        section.automatic_requested.connect(self.restore_automatically)
        section.step_toggled.connect(self._on_step_toggled)
        section.choice_made.connect(self._on_choice_made)
        section.brush_toggled.connect(lambda on: self.take_brush(on=on, keeps=False))
        section.protect_toggled.connect(lambda on: self.take_brush(on=on, keeps=True))
        section.radius_changed.connect(viewer.brush_tool.set_radius)
        section.marks_chosen.connect(self.show_marks)
        section.compared_chosen.connect(self.compare)
        section.actual_size_requested.connect(viewer.show_actual_size)
        viewer.view_changed.connect(self._on_view_changed)
        viewer.brush_tool.radius_changed.connect(section.show_radius)
        section.source_toggled.connect(self.choose_source)
        viewer.brush_tool.source_changed.connect(self._on_source_changed)
        viewer.brush_tool.stroked.connect(self._on_stroked)
        viewer.tool_changed.connect(self._on_tool_changed)
        self._history.recipe_changed.connect(self._on_recipe_changed)
        self._glimpsed.connect(self._on_glimpsed)
        section.doubtful_toggled.connect(self._on_doubtful_toggled)
        self.findings.changed.connect(self.findings_changed)
        self.findings.pointed.connect(self._section.tell_finding)
        self.findings.decided.connect(self._add_stroke)

    @property
    def activity(self) -> Activity | None:
        """The look at the photo, while it lasts."""
        look = self._look
        return None if look is None or look.has_ended else Activity(look, Phase.LOOKING)

    @property
    def abilities(self) -> frozenset[str]:
        """What there is of the things that commands need."""
        return self.findings.abilities

    def set_document(self, document: Document | None) -> None:
        """Go on with another photo, or none; or with the same one, turned."""
        if document is None or not self._is_shown(document):
            self._stop()
        self._document = document
        self.findings.set_document(document)
        self._viewer.show_damage(None)
        self._show(Recipe() if document is None else document.recipe)

    def restore_automatically(self) -> None:
        """Look at the photo, and take the steps that it needs."""
        document = self._document
        if document is None or self.activity is not None:
            return
        show = self._glimpsed.emit
        task = restore_tasks.propose(document.photo, document.item.damage, self._seen, show)
        self._look = self._engine.submit(
            task,
            partial(self._on_proposed, document),
            ended=self._on_look_ended,
            progressed=self._on_looked,
        )
        self._section.show_is_looking(is_looking=True)
        self.activities_changed.emit()

    def cancel(self, job: object) -> None:
        """Stop looking, if that is the job."""
        if self._look is not None and job is self._look:
            self._look.cancel()

    def take_brush(self, *, on: bool, keeps: bool) -> None:
        """Take the brush that marks or protects in hand, or put it away."""
        viewer = self._viewer
        is_in_hand = viewer.tool is viewer.brush_tool and viewer.brush_tool.keeps == keeps
        if on:
            viewer.brush_tool.keeps = keeps
            viewer.tool = viewer.brush_tool
            viewer.setFocus()
        elif is_in_hand:
            viewer.tool = viewer.look_tool
        self._on_tool_changed()

    def choose_source(self, on: bool) -> None:  # noqa: FBT001 - a signal's
        """Let the next click choose what strokes copy from; or forget what was chosen."""
        self._viewer.brush_tool.choose_source(on=on)
        self._viewer.setFocus()

    def toggle_source(self) -> None:
        """Take the brush that marks, and let a click choose what it copies; or forget that."""
        if self._document is None:
            return
        tool = self._viewer.brush_tool
        is_marking = self._viewer.tool is tool and not tool.keeps
        is_in_use = tool.chooses_source or tool.source is not None
        if not is_marking:
            self.take_brush(on=True, keeps=False)
        self.choose_source(on=not (is_marking and is_in_use))

    def show_marks(self, how: str) -> None:
        """Show where the photo is repaired, one of ``MARKS``."""
        self._marks = how
        self._section.show_marks(how)
        self.refresh()

    def cycle_marks(self) -> None:
        """Show it the next way, in all photos until the window closes, and say which."""
        text = NOTHING_REPAIRED
        if self._is_repaired:
            self.show_marks(MARKS[(MARKS.index(self._marks) + 1) % len(MARKS)])
            text = MARK_NOTES[self._marks]
        self.told.emit(QCoreApplication.translate("Restoring", text))

    @property
    def _is_repaired(self) -> bool:
        developed = None if self._document is None else self._document.developed
        restored = None if developed is None else developed.restored
        return restored is not None and bool(restored.mask.any())

    def compare(self, stage: Stage | None) -> None:
        """Let before and after differ by one step alone, or by all that is done."""
        if stage is not self._compared:
            self._compared = stage
            self.compared_changed.emit(stage)

    def refresh(self) -> None:
        """Show the repairs as they are now."""
        self._shows_glimpse = False
        if self._map is not None:
            self._map.cancel()
        developed = None if self._document is None else self._document.developed
        restored = None if developed is None else developed.restored
        if restored is not None and self._document is not None:
            item = self._document.item
            item.damage = restored.damage or item.damage
        if self._marks == MARKS[0] or restored is None:
            self._viewer.show_damage(None)
        else:
            task = restore_tasks.map_repairs(restored, outlined=self._marks == "outline")
            self._map = self._engine.submit(task, self._viewer.show_damage)
        self.findings.refresh()
        self._show_facts()

    def step_finding(self, way: int) -> None:
        """Point at the next finding, or at the one before: see :class:`Findings`."""
        self.findings.step(way)

    def keep_finding(self) -> None:
        """Agree that it is damage, and go on to the next."""
        self.findings.keep()

    def reject_finding(self) -> None:
        """Say that it is no damage: it keeps every bit."""
        self.findings.reject()

    def _on_proposed(self, document: Document, proposal: Proposal) -> None:
        document.item.damage, document.item.proposal = proposal.damage, proposal
        if self._document is None or not self._is_shown(document):
            return
        self._change(AUTOMATIC, proposal.applied_to(self._document.recipe))
        self.findings.refresh()
        self._show_facts()
        self._section.tell_found()

    def _is_shown(self, document: Document) -> bool:
        """Whether a photo is the one that is shown, however that has been turned since."""
        return self._document is not None and document.item is self._document.item

    def _on_looked(self, fraction: float) -> None:
        self.progressed.emit(self._look, fraction)

    @Slot(object)
    def _on_glimpsed(self, glimpse: Glimpse) -> None:
        """Show what has been found so far, if that photo is still looked at as it lies now."""
        document = self._document
        if self.activity is not None and document and glimpse.photo is document.photo:
            self._shows_glimpse = True
            self._viewer.show_damage(glimpse.outlines, is_found_now=True)
            self._section.show_found(glimpse.count, 0)

    def _on_look_ended(self) -> None:
        if self._shows_glimpse:
            self.refresh()
        self._section.show_is_looking(is_looking=False)
        self.activities_changed.emit()

    def _on_step_toggled(self, stage: Stage, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        if self._document is None:
            return
        recipe = self._document.recipe
        if stage is Stage.REPAIR and recipe.repair is not None and recipe.repair.strokes:
            recipe = replace(recipe, repair=replace(recipe.repair, finds=is_on))  # strokes stay
        elif is_on:
            recipe = with_stages(recipe, [stage])
        else:
            without: Any = {stage.value: None}
            recipe = replace(recipe, **without)
        self._change(STEP_CHANGES[stage], recipe)

    def _on_choice_made(self, name: str, value: str) -> None:
        if self._document is not None:
            recipe = CHOICE_BY_NAME[name].write(self._document.recipe, value)
            self._change(CHOICE_WORDS[name].step, recipe)

    def _on_stroked(self, stroke: Stroke) -> None:
        self._add_stroke(STROKE, stroke)

    def _add_stroke(self, text: str, stroke: Stroke) -> None:
        document = self._document
        if document is None:
            return
        repair = document.recipe.repair or Repair(finds=False)
        repair = replace(repair, strokes=(*repair.strokes, stroke))
        self._change(text, replace(document.recipe, repair=repair))
        self._viewer.uncover(stroke.points, stroke.radius * min(document.photo.size))

    def _change(self, text: str, recipe: Recipe) -> None:
        """Take other steps; a photo in color keeps its colors, unless they were to be replaced."""
        document = self._document
        assert document is not None
        if recipe.restores:
            recipe = document.with_own_colors(recipe)
        self._history.change(text, recipe)

    def _on_recipe_changed(self, _before: Recipe, after: Recipe) -> None:
        if self.findings.shows_doubtful:  # an undone decision, a slider: before the photo follows
            self.findings.refresh()
        self._show(after)

    def _on_view_changed(self, window: Window, _size: object) -> None:
        self._seen = window
        self._section.show_zoom(self._viewer.zoom * self._viewer.devicePixelRatioF())

    def _on_doubtful_toggled(self, are_shown: bool) -> None:  # noqa: FBT001 - a signal's
        self.findings.show_doubtful(are_shown)
        self._show_facts()
        self._viewer.setFocus()

    def _on_source_changed(self) -> None:
        tool = self._viewer.brush_tool
        is_chosen, is_choosing = tool.source is not None, tool.chooses_source
        self._section.show_source(is_chosen=is_chosen, is_choosing=is_choosing)

    def _on_tool_changed(self) -> None:
        viewer = self._viewer
        is_brush = viewer.tool is viewer.brush_tool
        keeps = viewer.brush_tool.keeps
        self._section.show_tool(marks=is_brush and not keeps, protects=is_brush and keeps)

    def _show(self, recipe: Recipe) -> None:
        taken = {stage: getattr(recipe, stage.value) is not None for stage in RESTORING}
        if recipe.repair is not None:
            taken[Stage.REPAIR] = recipe.repair.finds
        self._section.show_steps(taken)
        comparable = [stage for stage in RESTORING if getattr(recipe, stage.value) is not None]
        if self._compared not in comparable:
            self.compare(None)
        self._section.show_compared(comparable, self._compared)
        self._section.show_choices({one.name: one.read(recipe) for one in CHOICES})
        self._show_facts()

    def _show_facts(self) -> None:
        document = self._document
        proposal = None if document is None else document.item.proposal
        found, doubtful, left_alone = self.findings.counts()
        self._section.show_found(found, doubtful, left_alone)
        offered = doubtful if self.findings.can_show_doubtful else 0
        self._section.show_doubtful(offered, are_shown=self.findings.shows_doubtful)
        if proposal is None:
            self._section.show_facts(None)
            return
        revival, condition = proposal.revival, proposal.condition
        self._section.show_facts(
            Facts(
                proposal.needed,
                condition.noise,
                condition.quality,
                condition.screen is not None,
                None if revival.revival.does_nothing else revival.revival.dyes_left,
                proposal.tone.extent,
            )
        )

    def _stop(self) -> None:
        for job in (self._look, self._map):
            if job is not None:
                job.cancel()
