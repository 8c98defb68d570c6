"""Which of the damage that is found is repaired: by its size, and whether it is dark or light."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What of all findings is wanted; all by default."""

    largest: float = 1.0
    """Longest, in shorter sides of the photo; 1 is no limit."""
    shade: str = "both"
    """``dark`` or ``light`` against the surroundings, or ``both``."""
