"""Names in a sentence: a few of them, and how many more there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 3
"""Names that a sentence holds."""


def listed(names: Sequence[str], count: int | None = None) -> str:
    """Return names as they stand in a sentence.

    Args:
        names: Of files; the first few are enough.
        count: How many there are; as many as names by default.
    """
    count = len(names) if count is None else count
    text = ", ".join(f"“{name}”" for name in names[:_MOST])
    if count <= _MOST:
        return text
    more = QCoreApplication.translate("Lists", "%1 and %2 more")
    return more.replace("%2", QLocale().toString(count - _MOST)).replace("%1", text)
