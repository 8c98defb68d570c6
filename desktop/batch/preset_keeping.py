"""What the buttons about presets do in the dialog for folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot

from desktop import dialogs
from desktop.widgets.bars.message_bar import Tone
from engine.recipe.recipe_json import NewerFormatError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.batch.batch_presets import BatchPresets
    from desktop.widgets.bars.message_bar import MessageBar
    from desktop.widgets.batch.batch_form import BatchForm
    from desktop.widgets.batch.preset_row import PresetRow

translate = QCoreApplication.translate


class PresetKeeping(QObject):
    """Keeps the rules of a form under names, and shows kept ones in it."""

    def __init__(
        self,
        presets: BatchPresets,
        row: PresetRow,
        form: BatchForm,
        messages: MessageBar,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._presets, self._row, self._form = presets, row, form
        self._messages, self._window = messages, window
        row.chosen.connect(self._on_chosen)
        row.save_requested.connect(self._save)
        row.delete_requested.connect(self._delete)
        row.show_names(presets.names)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        try:
            self._form.show_preset(self._presets.load(name))
        except NewerFormatError:
            self._tell_newer(name)

    @Slot(str)
    def _save(self, name: str) -> None:
        name = dialogs.ask_name(self._window, translate("BatchDialog", "Save preset as"), name)
        if not name:
            return
        try:
            self._presets.save(name, self._form.preset)
        except NewerFormatError:
            self._tell_newer(name)
        else:
            self._row.show_names(self._presets.names, name)

    @Slot(str)
    def _delete(self, name: str) -> None:
        self._presets.remove(name)
        self._row.show_names(self._presets.names)

    def _tell_newer(self, name: str) -> None:
        text = translate(
            "BatchDialog",
            "“%1” was written by a newer version of Kolorit; it is not used and not changed.",
        )
        self._messages.show_message(text.replace("%1", name), Tone.NOTE)
