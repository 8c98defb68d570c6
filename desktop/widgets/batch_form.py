"""What a batch shall do: folders, names, formats, and how photos are colored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.folder_row import FolderRow
from engine.batch.job import BatchJob, Colored, ColorSettings, Conflict, Preset, Rules

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from engine.catalog import Entry

_FORMATS = (None, ".jpg", ".png", ".tif", ".webp")


class BatchForm(QWidget):
    """Edits a :class:`BatchJob`.

    Signals:
        changed()
    """

    changed = Signal()

    def __init__(self, models: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        source, target = self.tr("Folder with the photos"), self.tr("Folder for the results")
        self.source, self.target = FolderRow(source), FolderRow(target)
        self._suggested: Path | None = None
        self.recursive = QCheckBox(self.tr("Also folders &within; their tree is kept"))
        self.include, self.exclude = QLineEdit(), QLineEdit()
        self.include.setPlaceholderText(self.tr("all photos; or patterns, as *.tif 1920/*"))
        self.exclude.setPlaceholderText(self.tr("nothing; or patterns, as drafts *-color*"))
        self.name = QLineEdit()
        self.example = QLabel()
        self.example.setWordWrap(True)
        self.conflict = _choices(
            {
                Conflict.SKIP: self.tr("skip the photo"),
                Conflict.UNIQUE: self.tr("use another name"),
                Conflict.OVERWRITE: self.tr("replace the result, never a photo"),
            }
        )
        self.format = QComboBox()
        for suffix in _FORMATS:
            name = self.tr("that of each photo") if suffix is None else suffix[1:].upper()
            self.format.addItem(name, suffix)
        self.quality = _percent(1, 100, "")
        self.bits = _choices({None: self.tr("that of each photo"), 8: "8 bit", 16: "16 bit"})
        self.colored = _choices(
            {
                Colored.SKIP: self.tr("leave them out"),
                Colored.COPY: self.tr("copy them"),
                Colored.COLOR: self.tr("color them anew"),
            }
        )
        self.model = QComboBox()
        for entry in models:
            self.model.addItem(entry.name, entry.name)
        self.strength, self.vividness = _percent(0, 200), _percent(25, 400)
        self.warmth = QSpinBox()
        self.warmth.setRange(-100, 100)
        self.detail = QSpinBox()
        self.detail.setRange(0, 2048)
        self.detail.setSpecialValueText(self.tr("the model’s own"))
        self.detail.setSuffix(self.tr(" px"))
        self._lay_out()
        self.show_preset(Preset())
        self._connect()

    @property
    def preset(self) -> Preset:
        """Rules and settings as they stand.

        Raises:
            ValueError: If something is out of range.
        """
        rules = Rules(
            recursive=self.recursive.isChecked(),
            include=tuple(self.include.text().split()),
            exclude=tuple(self.exclude.text().split()),
            name=self.name.text(),
            conflict=self.conflict.currentData(),
            format=self.format.currentData(),
            colored=self.colored.currentData(),
        )
        size = self.detail.value()
        settings = ColorSettings(
            model=self.model.currentData(),
            strength=self.strength.value() / 100,
            vividness=self.vividness.value() / 100,
            size=max(32, size) if size else None,
            warmth=self.warmth.value() / 100,
            quality=self.quality.value(),
            bits=self.bits.currentData(),
        )
        return Preset(rules, settings)

    @property
    def job(self) -> BatchJob | None:
        """The batch as it stands; None while a folder is missing."""
        source, target = self.source.path, self.target.path
        if source is None or target is None:
            return None
        preset = self.preset
        return BatchJob((source,), target, preset.rules, preset.settings)

    def show_preset(self, preset: Preset) -> None:
        """Show rules and settings; the folders stay."""
        rules, settings = preset.rules, preset.settings
        self.recursive.setChecked(rules.recursive)
        self.include.setText(" ".join(rules.include))
        self.exclude.setText(" ".join(rules.exclude))
        self.name.setText(rules.name)
        for box, value in (
            (self.conflict, rules.conflict),
            (self.format, rules.format),
            (self.colored, rules.colored),
            (self.model, settings.model),
            (self.bits, settings.bits),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self.quality.setValue(settings.quality)
        self.strength.setValue(round(settings.strength * 100))
        self.vividness.setValue(round(settings.vividness * 100))
        self.warmth.setValue(round(settings.warmth * 100))
        self.detail.setValue(settings.size or 0)

    def show_example(self, text: str, *, is_problem: bool = False) -> None:
        """Say what a result would be called, or what is wrong with the names."""
        self.example.setText(("⚠ " if is_problem else "") + text)

    def suggest_target(self) -> None:
        """Propose a folder beside the photos, unless another one was chosen."""
        source, target = self.source.path, self.target.path
        if source is not None and source.name and target in (None, self._suggested):
            self._suggested = source.with_name(f"{source.name}-color")
            self.target.show_path(self._suggested)

    def _connect(self) -> None:
        for row in (self.source, self.target):
            row.changed.connect(self._on_changed)
        self.source.settled.connect(self.suggest_target)
        self.recursive.toggled.connect(self._on_changed)
        for line in (self.include, self.exclude, self.name):
            line.textChanged.connect(self._on_changed)
        for box in (self.conflict, self.format, self.bits, self.colored, self.model):
            box.currentIndexChanged.connect(self._on_changed)
        for spin in (self.quality, self.strength, self.vividness, self.warmth, self.detail):
            spin.valueChanged.connect(self._on_changed)

    def _on_changed(self, *_: object) -> None:
        self.changed.emit()

    def _lay_out(self) -> None:
        photos, names = QGroupBox(self.tr("Photos")), QGroupBox(self.tr("Results"))
        colors = QGroupBox(self.tr("Colors"))
        form = QFormLayout(photos)
        form.addRow(self.tr("&From"), self.source)
        form.addRow("", self.recursive)
        form.addRow(self.tr("&Only"), self.include)
        form.addRow(self.tr("&Except"), self.exclude)
        form.addRow(self.tr("Photos in &color"), self.colored)
        form = QFormLayout(names)
        form.addRow(self.tr("&To"), self.target)
        form.addRow(self.tr("&Names"), self.name)
        form.addRow("", self.example)
        form.addRow(self.tr("If a result &is there"), self.conflict)
        label = QLabel(self.tr("Fo&rmat"))
        label.setBuddy(self.format)
        form.addRow(label, _row(self.format, self.bits))
        form.addRow(self.tr("&Quality of JPEG and WebP"), self.quality)
        form = QFormLayout(colors)
        form.addRow(self.tr("&Model"), self.model)
        form.addRow(self.tr("&Strength"), self.strength)
        form.addRow(self.tr("&Vividness"), self.vividness)
        form.addRow(self.tr("W&armth"), self.warmth)
        form.addRow(self.tr("&Detail"), self.detail)
        self.bits.setAccessibleName(self.tr("Bits per channel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for group in (photos, names, colors):
            column.addWidget(group)


def _choices(texts: Mapping[Any, str]) -> QComboBox:
    box = QComboBox()
    for value, text in texts.items():
        box.addItem(text, value)
    return box


def _percent(low: int, high: int, suffix: str = " %") -> QSpinBox:
    box = QSpinBox()
    box.setRange(low, high)
    box.setSuffix(suffix)
    return box


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
