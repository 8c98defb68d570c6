"""Which model colors the photos: the one chosen for all, or one photo's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.state import settings as keys
from desktop.state.recipes import coloring_of, with_coloring
from desktop.texts.language import QT_TRANSLATE_NOOP
from engine.errors import UnknownModelError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.editing.coloring import ColoringController
    from desktop.editing.slider_editing import SliderEditor
    from desktop.state.history import History
    from desktop.state.settings import Settings
    from desktop.widgets.panel.adjust_panel import AdjustPanel
    from engine.checkpoints.catalog import Entry
    from engine.checkpoints.checkpoint import Model


class ModelChoice(QObject):
    """Loads what the panel's list names, and shows there which model the open photo has."""

    def __init__(
        self,
        models: Sequence[Entry],
        coloring: ColoringController,
        history: History,
        settings: Settings,
        sliders: SliderEditor,
        panel: AdjustPanel,
    ) -> None:
        super().__init__(panel)
        self._models, self._settings = models, settings
        self._coloring, self._history = coloring, history
        self._sliders, self._panel = sliders, panel
        self._chosen = ""
        self._shown: Model | None = None
        panel.model_chosen.connect(self._on_chosen)
        coloring.model_loaded.connect(self._on_loaded)
        coloring.model_failed.connect(self._on_failed)
        coloring.photo_colored.connect(self.show)
        history.recipe_changed.connect(self.show)

    def load_remembered(self) -> UnknownModelError | None:
        """Load the model of the last time, or the default one; return why it is not that."""
        name = self._settings.get(keys.MODEL)
        names = tuple(entry.name for entry in self._models)
        unknown = UnknownModelError(name, names) if name and name not in names else None
        self.load(names[0] if unknown is not None or not name else name)
        return unknown

    def load(self, name: str = "") -> None:
        """Load a model for all photos that have none of their own; the present one by default."""
        name = name or self._chosen
        self._panel.show_model(name)
        self._coloring.load_model(name, self._settings.get(keys.DEVICE))

    @Slot()
    def show(self) -> None:
        """Show the model of the open photo, and what it can do."""
        document, model = self._coloring.document, self._coloring.model
        own = coloring_of(document.recipe).model if document is not None else ""
        self._panel.show_model(own or self._chosen)
        if model is not None and model is not self._shown:
            self._shown = model
            self._panel.show_abilities(
                model.input_size,
                has_distribution=model.has_distribution,
                takes_hints=model.takes_hints,
            )
            self._sliders.set_default_size(model.input_size)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        document = self._coloring.document
        if document is not None and coloring_of(document.recipe).model:
            recipe = with_coloring(document.recipe, model="")
            self._history.change(QT_TRANSLATE_NOOP("Steps", "another model"), recipe)
        self.load(name)

    @Slot(str, object)
    def _on_loaded(self, name: str, model: Model) -> None:
        self._chosen = name
        self._settings.set(keys.MODEL, "" if name == self._models[0].name else name)
        card = "" if model.device.name == "cpu" else model.device.description
        self._panel.show_device(card)
        self.show()

    @Slot(str)
    def _on_failed(self, name: str) -> None:
        default = self._models[0].name
        if self._chosen:
            self.show()
            document = self._coloring.document
            if document is not None and not document.is_up_to_date:
                self._coloring.colorize()  # choosing the other model had stopped this
        elif name != default:
            self.load(default)
