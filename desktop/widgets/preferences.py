"""What holds for all photos: looks, language, where the network runs, how files are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QVBoxLayout,
    QWidget,
)

from desktop.state import settings as keys
from desktop.texts.language import LANGUAGES
from desktop.widgets.choices import choose, show_choices
from desktop.widgets.dialog_buttons import dialog_buttons
from desktop.widgets.folder_row import FolderRow
from desktop.widgets.no_wheel import NoWheelComboBox, NoWheelSpinBox
from desktop.widgets.note import Note
from desktop.widgets.plain import Label

if TYPE_CHECKING:
    from desktop.state.settings import Settings

_WIDTH = 460


class Preferences(QDialog):
    """Edits settings; nothing changes before OK.

    Signals:
        folder_asked(): the user wants a dialog to choose the folder for results from.
    """

    folder_asked = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setMinimumWidth(_WIDTH)
        self.language, self.theme, self.device = (
            NoWheelComboBox(),
            NoWheelComboBox(),
            NoWheelComboBox(),
        )
        self.format, self.folder, self.quality = NoWheelComboBox(), FolderRow(), NoWheelSpinBox()
        self.provenance, self._note = QCheckBox(), Note()
        self.remembers, self.series = QCheckBox(), QCheckBox()
        self.folder.asked.connect(self.folder_asked)
        self.quality.setRange(1, 100)
        self._lay_out()
        self.retranslate()
        self._show()

    def retranslate(self) -> None:
        """Set all words anew; what is chosen stays."""
        self.setWindowTitle(self.tr("Preferences"))
        self._general.setTitle(self.tr("General"))
        self._saving.setTitle(self.tr("Saving"))
        for field, text in (
            (self.language, self.tr("&Language")),
            (self.theme, self.tr("&Theme")),
            (self.device, self.tr("&Processing")),
            (self.format, self.tr("&Format")),
            (self.folder, self.tr("Fol&der")),
            (self.quality, self.tr("JPEG/WebP &quality")),
        ):
            self._labels[field].setText(text)
        self.remembers.setText(self.tr("&Remember open photos for the next start"))
        self.series.setText(self.tr("Use color hints in photos of the same &scene, too"))
        self.provenance.setText(self.tr("&Mark saved files as AI-colorized"))
        self.provenance.setMinimumWidth(self.provenance.sizeHint().width())  # its words do not wrap
        self._note.setText(
            self.tr(
                "The mark is in the metadata, not visible in the picture. Archives and photo"
                " programs read it; it names the model and your settings."
            )
        )
        self._offer()

    def accept(self) -> None:
        """Keep what was chosen."""
        settings, folder = self._settings, self.folder.path
        settings.set(keys.DEVICE, self.device.currentData())
        settings.set(keys.FORMAT, self.format.currentData())
        settings.set(keys.FOLDER, str(folder or ""))
        settings.set(keys.QUALITY, self.quality.value())
        settings.set(keys.PROVENANCE, self.provenance.isChecked())
        settings.set(keys.REMEMBERS, self.remembers.isChecked())
        settings.set(keys.SERIES, self.series.isChecked())
        settings.set(keys.THEME, self.theme.currentData())
        settings.set(keys.LANGUAGE, self.language.currentData())
        super().accept()

    def _offer(self) -> None:
        show_choices(self.language, {"": self.tr("System default")} | dict(LANGUAGES))
        show_choices(
            self.theme,
            {
                "system": self.tr("System default"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
            },
        )
        show_choices(
            self.device,
            {
                "auto": self.tr("Automatic"),
                "cpu": self.tr("Processor"),
                "cuda": self.tr("NVIDIA graphics card"),
                "mps": self.tr("Apple graphics"),
            },
        )
        formats = {".jpg": "JPEG", ".png": "PNG", ".tif": "TIFF", ".webp": "WebP"}
        show_choices(self.format, {"": self.tr("Same as original")} | formats)
        self.folder.show_words(
            self.tr("Folder for colored photos"), self.tr("Same folder as the photo")
        )

    def _show(self) -> None:
        for box, setting in (
            (self.language, keys.LANGUAGE),
            (self.theme, keys.THEME),
            (self.device, keys.DEVICE),
            (self.format, keys.FORMAT),
        ):
            choose(box, self._settings.get(setting))
        if folder := self._settings.get(keys.FOLDER):
            self.folder.show_path(Path(folder))
        self.quality.setValue(self._settings.get(keys.QUALITY))
        self.remembers.setChecked(self._settings.get(keys.REMEMBERS))
        self.series.setChecked(self._settings.get(keys.SERIES))
        self.provenance.setChecked(self._settings.get(keys.PROVENANCE))

    def _lay_out(self) -> None:
        self._labels: dict[QWidget, Label] = {}
        self._general, self._saving = QGroupBox(), QGroupBox()
        general = QFormLayout(self._general)
        self._add(general, self.language, self.theme, self.device)
        general.addRow(self.remembers)
        general.addRow(self.series)
        form = QFormLayout()
        self._add(form, self.format, self.folder, self.quality)
        saving = QVBoxLayout(self._saving)  # a form would not give the note all its lines
        saving.addLayout(form)
        saving.addWidget(self.provenance)
        saving.addWidget(self._note)
        kinds = QDialogButtonBox.StandardButton
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._general)
        column.addWidget(self._saving)
        column.addStretch(1)
        column.addWidget(dialog_buttons(self, kinds.Ok | kinds.Cancel))

    def _add(self, form: QFormLayout, *fields: QWidget) -> None:
        for field in fields:
            self._labels[field] = Label()
            self._labels[field].setBuddy(field)
            form.addRow(self._labels[field], field)
