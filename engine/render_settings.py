"""What the user can change without another pass through the network."""

from __future__ import annotations

from dataclasses import dataclass

MAX_STRENGTH = 2.0
MAX_VIVIDNESS = 4.0
"""The least is one over this."""


@dataclass(frozen=True)
class RenderSettings:
    """How an encoding becomes a picture."""

    strength: float = 1.0
    """Multiplies chroma, 0 to 2; 0 gives the grayscale photo, 1 what the network predicted."""

    def __post_init__(self) -> None:
        """Refuse a strength outside its range."""
        if not 0 <= self.strength <= MAX_STRENGTH:
            msg = f"strength is 0 to {MAX_STRENGTH}, got {self.strength}"
            raise ValueError(msg)
