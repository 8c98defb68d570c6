"""The photo that is shown: all that goes on with another one when that is opened or closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from desktop.texts.messages import opened_message
from desktop.widgets.bars.message_bar import Tone
from desktop.widgets.plain import title_of
from engine.console import printable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from desktop.app.awaiting import Awaiting
    from desktop.app.controllers import Controllers
    from desktop.state.document import Document
    from desktop.widgets.plain import Label
    from desktop.widgets.workspace import Workspace


class OfPhoto(Protocol):
    """Something that is about the photo that is shown."""

    def set_document(self, document: Document | None) -> None:
        """Go on with another photo, or none."""
        ...


class ShownPhoto(QObject):
    """Lets controllers and widgets go on with each photo that is shown, and with none.

    Args:
        parts: Whoever is about the photo.
        workspace: Where it is shown.
        awaiting: Tells when the photo shown before is to be shown again.
        info: Says how large it is, and how much enlarged.
        window: Its title is the photo's.

    Signals:
        changed(): another photo is shown, or none.
    """

    changed = Signal()

    def __init__(
        self,
        parts: Controllers,
        workspace: Workspace,
        awaiting: Awaiting,
        info: Label,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._parts, self._workspace = parts, workspace
        self._window, self._info = window, info
        parts.opener.shown.connect(self._on_photo_shown)
        parts.opener.photo_turned.connect(self._on_turned)
        awaiting.returned.connect(self._on_returned)
        parts.coloring.photo_closed.connect(self._on_photo_closed)
        workspace.viewer.view_changed.connect(self._on_view_changed)

    @Slot(object)
    def _on_photo_shown(self, document: Document) -> None:
        parts, workspace, window = self._parts, self._workspace, self._window
        parts.history.set_item(document.item)
        workspace.show_photo()
        self.show_title()
        parts.choice.show()
        self._go_on_with(document)
        if window.focusWidget() is None or workspace.empty.isAncestorOf(window.focusWidget()):
            workspace.viewer.setFocus()  # of a picture that was pasted, nobody had heard before
        text = opened_message(document.photo, document.refused)
        if text:
            choose = QCoreApplication.translate("MainWindow", "Choose page…")
            action = choose if document.photo.pages > 1 else ""
            then = parts.opener.ask_page
            workspace.messages.show_message(text, Tone.NOTE, action=action, then=then)
        self.changed.emit()

    @Slot(object)
    def _go_on_with(self, document: Document) -> None:
        """Show a photo, as it lies now."""
        self._parts.previews.set_document(document)
        sight = document.item.sight
        self._workspace.viewer.set_photo(document.photo.size, document.frame, sight)
        for controller in self._of_photo:
            controller.set_document(document)

    @Slot(object)
    def _on_turned(self, document: Document) -> None:
        document.item.sight = None  # its places lie elsewhere now
        self._go_on_with(document)

    @Slot()
    def _on_returned(self) -> None:
        document = self._parts.coloring.document
        assert document is not None
        self._parts.history.set_item(document.item)
        self._go_on_with(document)

    @Slot()
    def _on_photo_closed(self) -> None:
        self._parts.history.set_item(None)
        for controller in (self._parts.previews, *self._of_photo):
            controller.set_document(None)
        self._workspace.show_invitation()
        self.show_title()
        self._info.clear()
        self.changed.emit()

    @property
    def _of_photo(self) -> tuple[OfPhoto, ...]:
        """Those that go on with each photo that is shown."""
        parts = self._parts
        return (
            parts.trials,
            parts.sliders,
            parts.hints,
            parts.like,
            parts.sharing,
            parts.series,
            parts.doubt,
            parts.candidates,
            parts.restoring,
            parts.geometry,
        )

    def show_title(self) -> None:
        """Say the photo's name in the window's title, and to those who do not see it."""
        document = self._parts.coloring.document
        pasted = QCoreApplication.translate("MainWindow", "Pasted image")
        title = "" if document is None else document.title or pasted
        self._window.setWindowTitle(title_of(f"{title} – Kolorit") if title else "Kolorit")
        self._workspace.viewer.show_name(printable(title))

    @Slot(object, object)
    def _on_view_changed(self, _window: object, _size: object) -> None:
        """Say how much the photo is enlarged, and look at the same place when it is shown again."""
        document, viewer = self._parts.coloring.document, self._workspace.viewer
        if document is not None:
            document.item.sight = viewer.sight
            height, width = document.frame.size
            zoom = round(viewer.zoom * self._window.devicePixelRatioF() * 100)
            self._info.setText(f"{width} × {height}    {zoom} %")
