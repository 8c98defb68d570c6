"""Shows in the photo what another recipe would make of it, before anything is decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.jobs import engine_tasks
from desktop.state.recipes import needs_pass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.jobs.engine_tasks import Colored
    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.preview.preview import PreviewController
    from desktop.state.document import Document
    from engine.checkpoints.checkpoint import Model
    from engine.develop import Developed
    from engine.recipe.recipe import Recipe

_MOST_KEPT = 12
"""Each keeps a network's answer, of a few megabytes, and perhaps another model."""


class Trials(QObject):
    """Develops what is looked at, newest first, and keeps it: looking again takes no time.

    Once it is chosen, it stays on the screen until the photo itself is developed like this, which
    takes no second pass of the network: nothing flickers.

    Args:
        engine: Does the work.
        previews: Show it.
        models: Asked for the models in memory.
    """

    def __init__(
        self,
        engine: EngineThread,
        previews: PreviewController,
        models: Callable[[], Sequence[Model]],
    ) -> None:
        super().__init__(previews)
        self._engine, self._previews, self._models = engine, previews, models
        self._document: Document | None = None
        self._wanted: Recipe | None = None
        self._is_looked_at = False
        """Whether it still is; what was chosen stays a little longer."""
        self._kept: list[tuple[Recipe, Developed]] = []
        """The newest last; all of the same photo."""
        self._job: Job[Colored] | None = None

    def set_document(self, document: Document | None) -> None:
        """Try recipes on another photo, or none."""
        if document is not self._document:
            self._kept.clear()
        self._document = document
        self._end()

    @Slot(object)
    def show(self, recipe: Recipe | None) -> None:
        """Show what a recipe would make of the photo; None to show the photo as it is."""
        self._is_looked_at = recipe is not None
        if recipe is None:
            if not self._is_awaited:
                self._end()
            return
        self._stop()
        self._wanted = recipe
        document, models = self._document, self._models()
        if document is None or not models:
            return
        made = self.made_for(recipe)
        if made is not None:
            self._previews.show_trial(made, recipe)
            return
        task = engine_tasks.colorize(
            models, document.photo, recipe, document.developed, document.item.damage, recolor=True
        )
        self._job = self._engine.submit(task, partial(self._on_made, recipe))

    def keep(self, recipe: Recipe, developed: Developed) -> None:
        """Take what somebody else has developed of the photo: it need not be done again."""
        self._kept = [each for each in self._kept if each[0] != recipe][1 - _MOST_KEPT :]
        self._kept.append((recipe, developed))

    def made_for(self, recipe: Recipe) -> Developed | None:
        """Return what was developed for a recipe that needs no other pass of a network."""
        photo = None if self._document is None else self._document.photo
        found = (
            developed
            for asked, developed in reversed(self._kept)
            if developed.photo is photo and not needs_pass(asked, recipe)
        )
        return next(found, None)

    @Slot()
    def settle(self) -> None:
        """Show the photo itself: it has the colors that were chosen, or will not get them."""
        if not self._is_looked_at or self._is_chosen:
            self._end()

    @property
    def _is_chosen(self) -> bool:
        document, wanted = self._document, self._wanted
        return document is not None and wanted is not None and document.recipe == wanted

    @property
    def _is_awaited(self) -> bool:
        """Whether what is tried was chosen, and the photo is being developed like this."""
        return self._is_chosen and self._document is not None and not self._document.is_up_to_date

    def _on_made(self, recipe: Recipe, colored: Colored) -> None:
        self.keep(recipe, colored.developed)
        if recipe == self._wanted:
            self._previews.show_trial(colored.developed, recipe)

    def _end(self) -> None:
        self._stop()
        self._wanted = None
        self._previews.show_trial(None)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
