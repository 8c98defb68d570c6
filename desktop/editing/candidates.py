"""Makes other plausible versions of the photo in the background, and adopts one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.jobs import candidate_tasks
from desktop.state.recipes import as_seen, coloring_of, needs_pass, with_coloring
from desktop.texts.control_words import CONTROL_WORDS
from desktop.texts.language import QT_TRANSLATE_NOOP
from engine.recipe.controls import COLOR_CONTROLS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.editing.coloring import ColoringController
    from desktop.jobs.candidate_tasks import Candidate
    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.state.document import Document
    from desktop.state.history import History
    from desktop.widgets.candidate_strip import CandidateStrip
    from engine.checkpoints.catalog import Entry
    from engine.checkpoints.checkpoint import Model
    from engine.develop import Developed
    from engine.recipe.recipe import Recipe

_COARSE, _FINE = 160, 400
"""Short sides in pixels: a network that sees less guesses by the whole, one that sees more by
the parts."""
_REST_MS = 400
"""After a change that needs no pass of the network, as a slider makes many."""
_ANOTHER_MODEL = QT_TRANSLATE_NOOP("Steps", "another model")
_ANOTHER_VERSION = QT_TRANSLATE_NOOP("Steps", "another variation")


class CandidateController(QObject):
    """While it is on, each change of the photo's colors is followed by other versions of it.

    They come one by one, each as a job of its own, so that whatever is more urgent passes them.

    Signals:
        made(recipe: Recipe, developed: Developed): a version, which need not be made again.
        tried(recipe: Recipe | None): what the photo would be as the version that is looked at; or
            none any more.
    """

    made = Signal(object, object)
    tried = Signal(object)

    def __init__(
        self,
        models: Sequence[Entry],
        engine: EngineThread,
        history: History,
        coloring: ColoringController,
        strip: CandidateStrip,
    ) -> None:
        super().__init__(strip)
        self._models = [entry.name for entry in models if not entry.earlier]
        self._engine, self._history, self._coloring = engine, history, coloring
        self._strip = strip
        self._document: Document | None = None
        self._is_on, self._done = False, 0
        self._left: list[tuple[str, Recipe]] = []
        """Those that are still to be made."""
        self._shown: list[Recipe] = []
        """In the order of the strip."""
        self._kept: list[tuple[Recipe, Developed]] = []
        """What was developed for them: versions that differ in vividness need one pass."""
        self._job: Job[Candidate] | None = None
        self._soon = QTimer(self)  # a timer of its own ends with it
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._make)
        strip.chosen.connect(self._adopt)
        strip.looked_at.connect(self._on_looked_at)
        strip.cancelled.connect(self._stop)
        history.recipe_changed.connect(self._on_recipe_changed)

    def set_document(self, document: Document | None) -> None:
        """Make versions of another photo, or none; the last one's go away."""
        self._stop()
        self._document = document
        self._shown.clear()
        self._kept.clear()
        self._strip.clear()
        self._strip.setVisible(self._is_on and document is not None)

    def set_on(self, *, on: bool) -> None:
        """Show versions, or stop."""
        self._is_on = on
        self._strip.setVisible(on and self._document is not None)
        self._stop()
        self.refresh()

    def refresh(self) -> None:
        """Make the versions anew, once the photo's own colors are up to date."""
        self._stop()
        self._soon.start(0)  # a hint that is dragged comes first

    @Slot()
    def _make(self) -> None:
        document, model = self._document, self._coloring.model
        if self._strip.isHidden() or document is None or model is None:
            return
        if document.recipe.coloring is None:  # there is one version of its own colors
            return
        if document.is_up_to_date and not self._is_making and not self._coloring.activities:
            self._left = list(self._versions(document.recipe, model).items())
            self._kept.clear()
            self._done = 0
            self._strip.begin(len(self._left))
            self._make_next()

    def _make_next(self) -> None:
        document, models = self._document, self._coloring.models
        if document is None or not self._left or not models:
            self._left.clear()
            self._strip.end()
            return
        _, recipe = self._left[0]
        earlier = next(
            (made for asked, made in self._kept if not needs_pass(asked, recipe)),
            document.developed,
        )
        task = candidate_tasks.make_candidate(models, document.photo, recipe, earlier)
        self._job = self._engine.submit(task, self._on_made, ended=self._on_ended)

    @property
    def _is_making(self) -> bool:
        return bool(self._left)

    @Slot()
    def _stop(self) -> None:
        """Make no more; those that are there stay."""
        self._left.clear()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._strip.end()

    def _versions(self, recipe: Recipe, model: Model) -> dict[str, Recipe]:
        versions = {
            QT_TRANSLATE_NOOP("Versions", "current"): recipe,
            QT_TRANSLATE_NOOP("Versions", "standard"): with_coloring(as_seen(recipe), size=None),
            QT_TRANSLATE_NOOP("Versions", "smooth"): with_coloring(recipe, size=_COARSE),
            QT_TRANSLATE_NOOP("Versions", "detailed"): with_coloring(recipe, size=_FINE),
        }
        if model.has_distribution:
            sampled = _samples(recipe)
            boldest = with_coloring([*sampled.values()][-1], size=_COARSE)
            versions |= sampled | {QT_TRANSLATE_NOOP("Versions", "smooth and vivid"): boldest}
        chosen = self._coloring.models[0].name
        versions |= {  # these are called as in the list of models
            name: with_coloring(recipe, model="" if name == chosen else name)
            for name in self._models
            if name != model.name
        }
        recipes = list(versions.values())
        return {  # what the photo is now comes first, under no other name
            name: version
            for index, (name, version) in enumerate(versions.items())
            if version not in recipes[:index]
        }

    def _on_made(self, candidate: Candidate) -> None:
        name, recipe = self._left.pop(0)
        if candidate.developed.model in self._coloring.models:  # another one is to be forgotten
            self._kept.append((recipe, candidate.developed))
            self.made.emit(recipe, candidate.developed)
        self._shown[self._done : self._done + 1] = [recipe]
        self._done += 1
        self._strip.add(name, candidate.picture)
        self._mark()
        self._make_next()

    def _mark(self) -> None:
        """Mark the version that the photo is now."""
        now = None if self._document is None else self._document.recipe
        places = range(len(self._shown))
        self._strip.show_current(next((n for n in places if self._as_version(n) == now), -1))

    @Slot(object, object)
    def _on_recipe_changed(self, before: Recipe, after: Recipe) -> None:
        self._mark()
        if before.coloring != after.coloring and not needs_pass(before, after):
            self._stop()
            self._soon.start(_REST_MS)  # else that is done once the photo has its colors

    def _on_ended(self) -> None:
        """Wait for nothing that has failed."""
        if self._job is not None and self._job.has_ended:
            self._stop()

    @Slot(int)
    def _on_looked_at(self, index: int) -> None:
        self.tried.emit(self._as_version(index) if index >= 0 else None)

    @Slot(int)
    def _adopt(self, index: int) -> None:
        recipe = self._as_version(index)
        if recipe is not None and self._document is not None:
            now = coloring_of(self._document.recipe)
            is_other = coloring_of(recipe).model != now.model
            self._history.change(_ANOTHER_MODEL if is_other else _ANOTHER_VERSION, recipe)

    def _as_version(self, index: int) -> Recipe | None:
        """Return the recipe as it is now, as a version: sliders and hints may have changed."""
        if self._document is None or index >= len(self._shown):
            return None
        recipe = self._document.recipe
        version = replace(coloring_of(self._shown[index]), hints=coloring_of(recipe).hints)
        return recipe if recipe.coloring is None else replace(recipe, coloring=version)


def _samples(recipe: Recipe) -> dict[str, Recipe]:
    """Return a recipe at values of its controls that are far apart, by what that is called."""
    return {
        name: control.write(recipe, value)
        for control in COLOR_CONTROLS
        for name, value in zip(CONTROL_WORDS[control.name].versions, control.samples, strict=True)
    }
