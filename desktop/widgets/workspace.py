"""What fills the window: the photo or an invitation, with messages over it, and the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.widgets.album.proposal_strip import ProposalStrip
from desktop.widgets.bars.crop_bar import CropBar
from desktop.widgets.bars.doubt_bar import DoubtBar
from desktop.widgets.bars.message_bar import MessageBar
from desktop.widgets.candidate_strip import CandidateStrip
from desktop.widgets.drop_frame import DropFrame
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.floating import Floating
from desktop.widgets.panel.adjust_panel import AdjustPanel
from desktop.widgets.strip.filmstrip import Filmstrip
from desktop.widgets.strip.strip_bar import StripBar
from desktop.widgets.viewer.viewer import Viewer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from engine.checkpoints.catalog import Entry


class Workspace(QWidget):
    """Holds the widgets in their places.

    Signals:
        escaped(): Escape, where nothing that has the keyboard had a use for it.
    """

    escaped = Signal()

    def __init__(self, models: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewer, self.empty = Viewer(), EmptyState()
        self.messages, self.crop_bar, self.doubt_bar = MessageBar(), CropBar(), DoubtBar()
        self.filmstrip, self.candidates = Filmstrip(), CandidateStrip()
        self.adjust, self.strip_bar = AdjustPanel(models), StripBar()
        self.proposals = ProposalStrip()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.viewer)
        canvas = QWidget()  # what the pages are stacked in raises each that it shows
        whole = QVBoxLayout(canvas)
        whole.addWidget(self._pages)
        middle = QHBoxLayout()
        middle.addWidget(canvas, 1)
        middle.addWidget(self.adjust)
        column = QVBoxLayout(self)
        column.addWidget(self.crop_bar)
        column.addWidget(self.doubt_bar)
        column.addLayout(middle, 1)
        column.addWidget(self.candidates)
        column.addWidget(self.proposals)
        below = QHBoxLayout()
        below.addWidget(self.strip_bar)
        below.addWidget(self.filmstrip)
        column.addLayout(below)
        for layout in (whole, middle, below, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)

        floating = Floating(self.messages, canvas)
        self.messages.said.connect(floating.place)
        self.drop_frame = DropFrame(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def show_photo(self) -> None:
        """Show the viewer instead of the invitation."""
        self._pages.setCurrentWidget(self.viewer)

    def show_invitation(self) -> None:
        """Show what to do when no photo is open."""
        self._pages.setCurrentWidget(self.empty)
