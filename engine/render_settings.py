"""What the user can change without another pass through the network."""

from __future__ import annotations

from dataclasses import dataclass

MAX_STRENGTH = 2.0
MAX_VIVIDNESS = 4.0
"""The least is one over this."""
WARM = (4.0, 14.0)
"""What warmth 1 adds to a and b: about what turning daylight into lamplight does to a gray wall."""


@dataclass(frozen=True)
class RenderSettings:
    """How an encoding becomes a picture."""

    strength: float = 1.0
    """Multiplies chroma, 0 to 2; 0 gives the grayscale photo, 1 what the network predicted."""
    warmth: float = 0.0
    """Moves all colors toward orange, or toward blue below 0; -1 to 1."""

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        if not 0 <= self.strength <= MAX_STRENGTH:
            msg = f"strength is 0 to {MAX_STRENGTH}, got {self.strength}"
            raise ValueError(msg)
        if not -1 <= self.warmth <= 1:
            msg = f"warmth is -1 to 1, got {self.warmth}"
            raise ValueError(msg)
