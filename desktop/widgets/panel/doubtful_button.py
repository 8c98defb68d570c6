"""A button that shows in the photo what is in doubt, and says how many findings that are."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker

from desktop.widgets.panel.tool_button import ToolButton


class DoubtfulButton(ToolButton):
    """Hidden while there is nothing in doubt."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self.show_count(0, are_shown=False)

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setText(self.tr("Show %Ln in doubt", "", self._count))
        self.setToolTip(
            self.tr(
                "Dashed in the photo; N steps through them, the likeliest first. Return repairs "
                "one, Delete says that it is no damage"
            )
        )

    def show_count(self, count: int, *, are_shown: bool) -> None:
        """Say how many there are, and whether they are shown, without a signal."""
        self._count = count
        with QSignalBlocker(self):
            self.setChecked(are_shown)
        self.setVisible(count > 0)
        self.retranslate()
