"""What of a photo its viewer has been shown: kept while the app is open, for the way back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sight:
    """A part of a photo, enlarged, whatever the size of the window."""

    zoom: float
    """Pixels of the widget per pixel of the photo."""
    row: float
    column: float
    """What is in the middle, 0 to 1 in the photo."""
