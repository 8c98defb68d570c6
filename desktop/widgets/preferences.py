"""What holds for all photos: where the network runs, and how files are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop import settings as keys

if TYPE_CHECKING:
    from desktop.settings import Settings


class Preferences(QDialog):
    """Edits settings; nothing changes before OK."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Preferences"))
        self.device = QComboBox()
        for name, text in (
            ("auto", self.tr("the fastest there is")),
            ("cpu", self.tr("the processor")),
            ("cuda", self.tr("an NVIDIA graphics card")),
            ("mps", self.tr("the graphics of an Apple processor")),
        ):
            self.device.addItem(text, name)
        self.device.setCurrentIndex(max(0, self.device.findData(settings.get(keys.DEVICE))))
        self.quality = QSpinBox()
        self.quality.setRange(1, 100)
        self.quality.setValue(settings.get(keys.QUALITY))
        self.provenance = QCheckBox(self.tr("&Note in the file that its colors are synthetic"))
        self.provenance.setChecked(settings.get(keys.PROVENANCE))
        note = QLabel(
            self.tr(
                "The note is invisible: archives and photo programs read it from the metadata. It"
                " names the model and your settings."
            )
        )
        note.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Color on"), self.device)
        form.addRow(self.tr("&Quality of JPEG and WebP"), self.quality)
        form.addRow(self.provenance)
        form.addRow(note)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    def accept(self) -> None:
        """Keep what was chosen."""
        self._settings.set(keys.DEVICE, self.device.currentData())
        self._settings.set(keys.QUALITY, self.quality.value())
        self._settings.set(keys.PROVENANCE, self.provenance.isChecked())
        super().accept()
