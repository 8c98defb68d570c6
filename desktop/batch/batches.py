"""Whole folders: made when they are first wanted, so that the window opens without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.platform.notification import Notifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.batch.batch_dialog import BatchDialog
    from desktop.batch.batch_worker import BatchWorker
    from desktop.state.settings import Settings
    from desktop.widgets.bars.message_bar import Tone
    from engine.checkpoints.catalog import Entry


class Batches(QObject):
    """Owns the dialog and its thread.

    Signals:
        told(text: str, tone: Tone): what has become of a batch while the dialog is not in use.
    """

    told = Signal(str, object)

    def __init__(self, settings: Settings, models: Sequence[Entry], window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._models, self._window = settings, models, window
        self._worker: BatchWorker | None = None
        self.dialog: BatchDialog | None = None
        self._notifier: Notifier | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a batch is under way."""
        return self._worker is not None and self._worker.is_busy

    @Slot()
    def open(self) -> None:
        """Show the dialog."""
        if self.dialog is None:
            from desktop.batch.batch_dialog import BatchDialog  # noqa: PLC0415 - see the module
            from desktop.batch.batch_worker import BatchWorker  # noqa: PLC0415 - see the module

            self._worker = BatchWorker(self)
            self.dialog = BatchDialog(self._worker, self._settings, self._models, self._window)
            self._notifier = Notifier(self.dialog)
            self.dialog.noticed.connect(self._on_noticed)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @Slot(str, object)
    def _on_noticed(self, text: str, tone: Tone) -> None:
        assert self.dialog is not None
        assert self._notifier is not None
        self._notifier.notify(text)
        if not self.dialog.isActiveWindow():
            self.told.emit(text, tone)

    def let_go(self) -> None:
        """Stop, and note that no photo in flight is why, should this process not see its end."""
        if self._worker is not None:
            self._worker.let_go()

    @Slot()
    def close(self) -> None:
        """Stop once the photos in flight are done, and wait for that."""
        if self._worker is not None:
            self._worker.close()
