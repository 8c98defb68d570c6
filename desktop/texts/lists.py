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
        names: Of files, at least one; the first few are enough.
        count: How many there are; as many as names by default.
    """
    shown = names[:_MOST]
    left = (len(names) if count is None else count) - len(shown)
    quoted = QCoreApplication.translate("Lists", "“%1”")
    text = ", ".join(quoted.replace("%1", name) for name in shown)
    if left <= 0:
        return text
    more = QCoreApplication.translate("Lists", "%1 and %2 more")
    return more.replace("%2", QLocale().toString(left)).replace("%1", text)
