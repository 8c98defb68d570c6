"""Sentences that inflect with a number."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counted(QObject):
    """Says them by its own ``tr``: ``lupdate`` sees no plural forms elsewhere."""

    def unsaved(self, photos: int) -> str:
        """Ask whether to save several photos before they are closed."""
        return self.tr("Save changes to %Ln photos?", "", photos)

    def prints(self, photos: int) -> tuple[str, str]:
        """Say that a scan holds several photos; the second text is a button's."""
        text = self.tr("This scan holds %Ln photos.", "", photos)
        return text, self.tr("Open as %Ln photos", "", photos)

    def reopened(self, photos: int) -> str:
        """Offer photos that were open when the app ended."""
        return self.tr("Kolorit closed unexpectedly. Reopen your %Ln photos?", "", photos)
