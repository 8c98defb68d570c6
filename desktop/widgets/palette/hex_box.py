"""A color as six hexadecimal digits, to type or to paste."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from engine.photo.one_color import Ab, Rgb, lab_from_rgb

_CODE = QRegularExpression("#?[0-9A-Fa-f]{6}")


class HexBox(QLineEdit):
    """Takes ``#8b5a2b`` or ``8b5a2b``; only the hue and how strong it is count.

    Signals:
        ab_wanted(a: float, b: float): as soon as all six digits are there.
    """

    ab_wanted = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setValidator(QRegularExpressionValidator(_CODE, self))
        self.setMaxLength(7)
        self.textEdited.connect(self._on_edited)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Color code"))
        self.setToolTip(self.tr("Six digits, as #8b5a2b. The photo keeps its own lightness."))

    @property
    def ab(self) -> Ab | None:
        """The color that is typed; None if that is none."""
        return None if self._lab is None else self._lab[1]

    @property
    def lightness(self) -> float | None:
        """L of the color that is typed; None if that is none."""
        return None if self._lab is None else self._lab[0]

    @property
    def _lab(self) -> tuple[float, Ab] | None:
        if not self.hasAcceptableInput():
            return None
        red, green, blue = bytes.fromhex(self.text().removeprefix("#"))
        return lab_from_rgb((red, green, blue))

    def show_rgb(self, rgb: Rgb | None) -> None:
        """Show a color, without a signal, unless one is being typed."""
        if rgb is None:
            self.clear()
        elif not (self.hasFocus() and self.hasAcceptableInput()):
            self.setText(f"#{bytes(rgb).hex()}")

    def _on_edited(self) -> None:
        ab = self.ab
        if ab is not None:
            self.ab_wanted.emit(*ab)
