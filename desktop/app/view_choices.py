"""What the View menu switches and the program remembers: labels, and the navigator."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.state import settings as keys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from desktop.state.settings import Setting, Settings
    from desktop.widgets.viewer.viewer import Viewer

_CHOICES: Mapping[str, Setting[bool]] = {"labels": keys.LABELS, "navigator": keys.NAVIGATOR}
"""By the name of the command."""


class ViewChoices:
    """Switches them, now and at the next start."""

    def __init__(self, settings: Settings, viewer: Viewer) -> None:
        self._settings = settings
        self._show = {"labels": viewer.show_labels, "navigator": viewer.show_navigator}
        for name, setting in _CHOICES.items():
            self._show[name](is_on=settings.get(setting))

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        """What the commands do, by name."""
        return {name: partial(self._choose, name) for name in _CHOICES}

    def tick(self, actions: Mapping[str, QAction]) -> None:
        """Show what is on."""
        for name, setting in _CHOICES.items():
            actions[name].setChecked(self._settings.get(setting))

    def _choose(self, name: str, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        self._settings.set(_CHOICES[name], is_on)
        self._show[name](is_on=is_on)
