"""What this program is, what its models learned from, and what to send with a report."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import QSysInfo, qVersion
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.texts.model_texts import name_of, summary_of
from desktop.widgets.dialog_buttons import dialog_buttons
from desktop.widgets.plain import Label
from desktop.widgets.text_to_read import TextToRead

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from engine.checkpoints.catalog import Entry

_SIZE = (520, 460)


class _Words(QDialog):
    """A dialog of one headline, a few sentences, and a text that can be read and copied."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.resize(*_SIZE)
        self.headline, self.intro = Label(), Label()
        font = self.headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self.headline.setFont(font)
        self.intro.setWordWrap(True)
        self.text = TextToRead()
        self.buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Close)
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        column = QVBoxLayout(self)
        for widget in (self.headline, self.intro, self.text, self.buttons):
            column.addWidget(widget)


class About(_Words):
    """Says what the program is and what is in it."""

    def __init__(
        self, version: str, models: Sequence[Entry], parent: QWidget | None = None
    ) -> None:
        """Show version, models and licenses.

        Args:
            version: Of the program; empty if it is not known.
            models: The bundled ones that color.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Kolorit"))
        self.headline.setText(f"Kolorit {version}".strip())
        self.intro.setText(
            self.tr(
                "Restores and colors old photographs. Your photos stay on this computer: nothing "
                "is sent anywhere, and the original is never changed. No network of Kolorit draws "
                "a face."
            )
        )
        lines = [self.tr("Models"), ""]
        for entry in models:
            name = name_of(entry.name)
            called = name if name == entry.name else f"{name} ({entry.name})"
            lines += [called, summary_of(entry), entry.license, ""]
        lines += [self.tr("Made with Qt (LGPL), PyTorch, OpenCV, scikit-image and NumPy.")]
        self.text.setPlainText("\n".join(lines))
        self.text.setAccessibleName(self.tr("Models"))


class Report(_Words):
    """Gathers what a report of a problem needs; the user sends it, the program does not."""

    def __init__(
        self, version: str, device: str, log: Path | None, parent: QWidget | None = None
    ) -> None:
        """Show what there is to tell.

        Args:
            version: Of the program; empty if it is not known.
            device: What the networks run on; empty if it is not known yet.
            log: The file in which the program writes down what happens; None if there is none.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report a problem"))
        self.headline.setText(self.tr("Something is wrong?"))
        self.intro.setText(
            self.tr(
                "Tell us what you did, what happened, and what you expected. Add the lines below; "
                "they hold no names of your photos. Kolorit itself sends nothing."
            )
        )
        lines = [
            f"Kolorit {version or '?'}",
            f"{QSysInfo.prettyProductName()}, {platform.machine()}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            *([device] if device else []),
        ]
        if log is not None:
            lines += ["", self.tr("The log names your photos; look at it before you send it:")]
            lines += [str(log)]
        self.text.setPlainText("\n".join(lines))
        self.text.setAccessibleName(self.tr("Details"))
        self.copy = QPushButton(self.tr("&Copy"))
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.text.toPlainText()))


class Guide(_Words):
    """The whole way of a photo in a few steps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Quick guide"))
        self.headline.setText(self.tr("From a scan to a photo worth keeping"))
        self.intro.setText(self.tr("Nothing you do here changes your original."))
        steps = (
            self.tr("Drop a scan into the window. It is colored at once."),
            self.tr(
                "“Restore automatically” looks for dust, scratches, noise and faded colors, and "
                "mends what needs it. Every step can be switched off again."
            ),
            self.tr(
                "Press A to see what was repaired, and N to go to the most doubtful place: Enter "
                "repairs it, Delete says that it is no damage."
            ),
            self.tr(
                "Something was missed? Press J and paint over it. Press S first and click a place "
                "whose texture is to be copied there. P protects what is no damage."
            ),
            self.tr(
                "The scan lies on its side, or is larger than the photo? Ctrl+] rotates it. Press "
                "R to crop and straighten: drag the corners, [ and ] straighten, Enter crops."
            ),
            self.tr("Drag the line across the photo to compare. Hold \\ to see the original."),
            self.tr(
                "A color is wrong? Press H, click the spot, and choose another one. A part that "
                "keeps its color is clicked as well. Press D to see where Kolorit was unsure."
            ),
            self.tr(
                "Other photos show the same thing? “Use in other photos…” looks for it and asks "
                "you. Photos of one scene get the color by themselves; Undo takes it back there."
            ),
            self.tr(
                "Too much or too little? Move Color strength, Vividness and Warmth, or press C to "
                "choose among variations."
            ),
            self.tr(
                "Save writes a new file with the resolution, the color profile and the date of "
                "your scan. A whole folder: File, Colorize folders…"
            ),
        )
        self.text.setPlainText(
            "\n\n".join(f"{number}. {step}" for number, step in enumerate(steps, start=1))
        )
        self.text.setAccessibleName(self.tr("Quick guide"))
