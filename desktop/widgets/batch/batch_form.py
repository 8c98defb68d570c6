"""What a batch shall do: folders, names, formats, and how photos are colored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.texts.control_words import CHOICE_WORDS, CONTROL_WORDS, options_of
from desktop.texts.model_texts import name_of
from desktop.texts.restore_texts import STEP_NAMES, STEP_TIPS
from desktop.widgets.choices import choose, show_choices
from desktop.widgets.folder_row import FolderRow
from desktop.widgets.no_wheel import NoWheelComboBox, NoWheelSpinBox
from desktop.widgets.number_box import NumberBox
from desktop.widgets.plain import Label
from engine.batch.job import BatchJob, Colored, ColorSettings, Conflict, Preset, Rules
from engine.recipe.controls import BY_NAME, CHOICES, CONTROLS, RESTORING_CONTROLS
from engine.recipe.recipe import RESTORING, Recipe, Stage, with_stages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from engine.checkpoints.catalog import Entry
    from engine.recipe.controls import Control

_BETWEEN = "; "
"""Between patterns: the names of folders have blanks and commas."""
_FORMATS = (None, ".jpg", ".png", ".tif", ".webp")


class BatchForm(QWidget):
    """Edits a :class:`BatchJob`.

    Signals:
        changed()
    """

    changed = Signal()

    def __init__(self, models: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source, self.target = FolderRow(), FolderRow()
        self._suggested: Path | None = None
        self.recursive, self.sidecars, self.album = QCheckBox(), QCheckBox(), QCheckBox()
        self.include, self.exclude = QLineEdit(), QLineEdit()
        self.name = QLineEdit()
        self.example = Label()
        self.example.setWordWrap(True)
        self.conflict, self.format, self.bits = (
            NoWheelComboBox(),
            NoWheelComboBox(),
            NoWheelComboBox(),
        )
        self.colored = NoWheelComboBox()
        self.quality = _number(1, 100)
        self.model = NoWheelComboBox()
        self._models = models
        for entry in models:
            self.model.addItem(entry.name, entry.name)
        self.steps = {stage: QCheckBox() for stage in RESTORING}
        self.controls = {control.name: _number_of(control) for control in BY_NAME.values()}
        self.choices = {choice.name: NoWheelComboBox() for choice in CHOICES}
        self._lay_out()
        self.retranslate()
        self.show_preset(Preset())
        self._connect()

    def retranslate(self) -> None:
        """Set all words anew."""
        for index, entry in enumerate(self._models):
            self.model.setItemText(index, name_of(entry.name))
        self._name_fields()
        self._name_choices()
        self.source.show_words(self.tr("Source folder"))
        self.target.show_words(self.tr("Destination folder"))
        self.include.setPlaceholderText(self.tr("e.g. *.tif; 1920/* (empty: all photos)"))
        self.exclude.setPlaceholderText(self.tr("e.g. my drafts; *-color*"))
        self.recursive.setText(self.tr("Include sub&folders (keep folder structure)"))
        self.sidecars.setText(self.tr("Use settings kept beside &photos instead of these"))
        self.album.setText(self.tr("Same thing, same co&lor"))
        self.album.setToolTip(
            self.tr("Colors kept beside some photos are used where others surely show the same")
        )
        units = {"px": self.tr(" px"), "%": self.tr(" %"), "": ""}
        for stage, step in self.steps.items():
            step.setText(QCoreApplication.translate("Restoring", STEP_NAMES[stage]))
            step.setToolTip(QCoreApplication.translate("Restoring", STEP_TIPS[stage]))
        for control in BY_NAME.values():
            box = self.controls[control.name]
            if isinstance(box, NumberBox):
                box.show_unit(units[control.unit], self.tr("any size"))
            else:
                box.setSuffix(units[control.unit])
            if control.default is None:
                self.controls[control.name].setSpecialValueText(self.tr("automatic"))

    def _name_fields(self) -> None:
        photos, results, restoring, colors = self._groups
        restoring.setTitle(self.tr("Restore first"))
        photos.setTitle(self.tr("Photos"))
        results.setTitle(self.tr("Results"))
        colors.setTitle(self.tr("Colors"))
        for field, text in (
            (self.source, self.tr("So&urce folder")),
            (self.include, self.tr("&Include")),
            (self.exclude, self.tr("&Exclude")),
            (self.colored, self.tr("&Color photos")),
            (self.target, self.tr("Des&tination folder")),
            (self.name, self.tr("File &names")),
            (self.conflict, self.tr("If the file e&xists")),
            (self.format, self.tr("Fo&rmat")),
            (self.bits, self.tr("&Bit depth")),
            (self.quality, self.tr("JPEG/WebP &quality")),
            (self.model, self.tr("&Model")),
            *((self.controls[name], self.tr(w.field)) for name, w in CONTROL_WORDS.items()),
            *(
                (self.choices[name], QCoreApplication.translate("Restoring", words.name))
                for name, words in CHOICE_WORDS.items()
            ),
        ):
            # Qt measures a word with kerning and paints it, underlined, without: leave room
            self._labels[field].setText(f"{text}\N{NO-BREAK SPACE}")

    def _name_choices(self) -> None:
        same, bits = self.tr("same as original"), self.tr("%1 bits")
        formats = {suffix: suffix[1:].upper() if suffix else same for suffix in _FORMATS}
        show_choices(self.format, formats)
        depths = {depth: bits.replace("%1", str(depth)) for depth in (8, 16)}
        show_choices(self.bits, {None: same} | depths)
        for name, words in CHOICE_WORDS.items():
            show_choices(self.choices[name], options_of(name))
            self.choices[name].setToolTip(QCoreApplication.translate("Restoring", words.tip))
        show_choices(
            self.conflict,
            {
                Conflict.SKIP: self.tr("skip"),
                Conflict.UNIQUE: self.tr("use another name"),
                Conflict.OVERWRITE: self.tr("replace it, never an original"),
            },
        )
        show_choices(
            self.colored,
            {
                Colored.SKIP: self.tr("skip them"),
                Colored.COPY: self.tr("copy them"),
                Colored.COLOR: self.tr("recolorize them"),
            },
        )

    @property
    def preset(self) -> Preset:
        """Rules and settings as they stand.

        Raises:
            ValueError: If something is out of range.
        """
        rules = Rules(
            recursive=self.recursive.isChecked(),
            include=_patterns(self.include.text()),
            exclude=_patterns(self.exclude.text()),
            name=self.name.text(),
            conflict=self.conflict.currentData(),
            format=self.format.currentData(),
            colored=self.colored.currentData(),
            sidecars=self.sidecars.isChecked(),
            album=self.album.isChecked(),
        )
        taken = [stage for stage, step in self.steps.items() if step.isChecked()]
        recipe = with_stages(Recipe(), taken)
        for control in BY_NAME.values():
            recipe = control.write(recipe, _value_in(self.controls[control.name], control))
        for choice in CHOICES:
            recipe = choice.write(recipe, self.choices[choice.name].currentData())
        settings = ColorSettings(
            model=self.model.currentData(),
            recipe=recipe,
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
        self.sidecars.setChecked(rules.sidecars)
        self.album.setChecked(rules.album)
        self.include.setText(_BETWEEN.join(rules.include))
        self.exclude.setText(_BETWEEN.join(rules.exclude))
        self.name.setText(rules.name)
        for box, value in (
            (self.conflict, rules.conflict),
            (self.format, rules.format),
            (self.colored, rules.colored),
            (self.model, settings.model),
            (self.bits, settings.bits),
        ):
            choose(box, value)
        self.quality.setValue(settings.quality)
        for stage, step in self.steps.items():
            step.setChecked(getattr(settings.recipe, stage.value) is not None)
        for control in BY_NAME.values():
            number = control.read(settings.recipe)
            self.controls[control.name].setValue(0 if number is None else control.shown(number))
        for choice in CHOICES:
            choose(self.choices[choice.name], choice.read(settings.recipe))
        self._enable_fields()

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
        for switch in (self.recursive, self.sidecars, self.album, *self.steps.values()):
            switch.toggled.connect(self._on_changed)
        for step in (self.sidecars, *self.steps.values()):
            step.toggled.connect(self._enable_fields)
        for line in (self.include, self.exclude, self.name):
            line.textChanged.connect(self._on_changed)
        for box in (
            self.conflict,
            self.format,
            self.bits,
            self.colored,
            self.model,
            *self.choices.values(),
        ):
            box.currentIndexChanged.connect(self._on_changed)
        for spin in (self.quality, *self.controls.values()):
            spin.valueChanged.connect(self._on_changed)

    def _enable_fields(self, *_: object) -> None:
        """Let go of the numbers of steps that are not taken, and of colors that are not read."""
        self.album.setEnabled(self.sidecars.isChecked())
        fields: dict[str, QWidget] = {**self.controls, **self.choices}
        for setting in (*RESTORING_CONTROLS, *CHOICES):
            is_taken = self.steps[Stage(setting.stage)].isChecked()
            for part in (fields[setting.name], self._labels[fields[setting.name]]):
                part.setEnabled(is_taken)

    def _on_changed(self, *_: object) -> None:
        self.changed.emit()

    def _lay_out(self) -> None:
        self._labels: dict[QWidget, Label] = {}
        self._groups = QGroupBox(), QGroupBox(), QGroupBox(), QGroupBox()
        photos, results, restoring, colors = (QFormLayout(group) for group in self._groups)
        self._add(photos, self.source)
        photos.addRow("", self.recursive)
        self._add(photos, self.include, self.exclude, self.colored)
        self._add(results, self.target, self.name)
        results.addRow("", self.example)
        self._add(results, self.conflict, self.format, self.bits, self.quality)
        for stage, step in self.steps.items():
            restoring.addRow(step)
            names = [one.name for one in RESTORING_CONTROLS if one.stage == stage.value]
            self._add(restoring, *(self.controls[name] for name in names))
            chosen = [one.name for one in CHOICES if one.stage == stage.value]
            self._add(restoring, *(self.choices[name] for name in chosen))
        self._add(colors, self.model, *(self.controls[control.name] for control in CONTROLS))
        colors.addRow("", self.sidecars)
        colors.addRow("", self.album)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for group in self._groups:
            column.addWidget(group)

    def _add(self, form: QFormLayout, *fields: QWidget) -> None:
        for field in fields:
            self._labels[field] = Label()
            self._labels[field].setBuddy(field)
            form.addRow(self._labels[field], field)


def _number(low: int, high: int) -> QSpinBox:
    box = NoWheelSpinBox()
    box.setRange(low, high)
    return box


def _number_of(control: Control) -> QSpinBox:
    least = 0 if control.default is None else control.shown(control.least)
    if not (control.decimals or control.is_limit):
        return _number(least, control.shown(control.most))
    box = NumberBox(control.decimals)
    box.setRange(least, control.shown(control.most))
    return box


def _value_in(box: QSpinBox, control: Control) -> float | None:
    """Return what a field says; its least number stands for what the model prefers, if it has that.

    A number below what is allowed counts as the least.
    """
    if control.default is None and box.value() == box.minimum():
        return None
    return max(control.least, control.value(box.value()))


def _patterns(text: str) -> tuple[str, ...]:
    pieces = (piece.strip() for piece in text.split(_BETWEEN.strip()))
    return tuple(piece for piece in pieces if piece)
