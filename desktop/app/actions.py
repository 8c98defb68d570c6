"""The window's commands, as a table, and the menus and buttons that are made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QToolButton

from desktop.platform.icons import has_icon, themed_icon

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Command:
    """One thing the user can ask for. Its words are translated when they are shown."""

    name: str
    """Names the action and its icon file, if there is one."""
    menu: str
    text: str
    shortcuts: tuple[QKeySequence.StandardKey | str, ...]
    needs: str = ""
    """What there must be: see :func:`desktop.app.commands.abilities`."""
    toggles: bool = False
    group: str = ""
    """Of those of one group, one is on: at first, the first."""
    begins: bool = False
    """Whether a line stands above it."""


class Menus(QObject):
    """Owns the actions, their menus, and a toolbar of some.

    ``run`` is what each command does, by name; it takes whether it is on, if it toggles.
    """

    def __init__(
        self,
        window: QMainWindow,
        commands: Sequence[Command],
        run: Mapping[str, Callable[..., object]],
    ) -> None:
        super().__init__(window)
        self._window, self._commands = window, commands
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[str, QMenu] = {
            title: window.menuBar().addMenu("") for title in dict.fromkeys(c.menu for c in commands)
        }
        self._bar = window.addToolBar("")
        self._bar.setMovable(False)
        self._bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.actions = {
            command.name: self._make(command, run[command.name]) for command in commands
        }
        self.retranslate()
        self.show_icons()

    def add_buttons(self, names: Sequence[str], wordless: Collection[str]) -> None:
        """Put actions into the toolbar; an empty name is a line between two."""
        for name in names:
            if not name:
                self._bar.addSeparator()
                continue
            self._bar.addAction(self.actions[name])
            button = self._bar.widgetForAction(self.actions[name])
            assert isinstance(button, QToolButton)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if name in wordless:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def add_submenu(self, submenu: QMenu, before: str) -> None:
        """Put a menu of its own above a command."""
        menu = self._menus[next(c.menu for c in self._commands if c.name == before)]
        menu.insertMenu(self.actions[before], submenu)

    def retranslate(self) -> None:
        """Set the words of all commands."""
        for title, menu in self._menus.items():
            menu.setTitle(translate("Commands", title))
        for command in self._commands:
            action, text = self.actions[command.name], translate("Commands", command.text)
            action.setText(text)
            # the button keeps its words while the menu says what will be undone
            action.setIconText(text.replace("&", "").rstrip("…"))
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{action.iconText()} ({keys})" if keys else action.iconText())
        self._bar.setWindowTitle(translate("Commands", "Tools"))

    def show_icons(self) -> None:
        """Draw the icons in the colors of the window."""
        for name, action in self.actions.items():
            if has_icon(name):
                action.setIcon(themed_icon(name, self._window.palette()))

    def enable(self, ready: Collection[str]) -> None:
        """Let the user ask for what can be done with what there is."""
        for command in self._commands:
            self.actions[command.name].setEnabled(command.needs in ready)

    def show_steps(self, undo: str, redo: str) -> None:
        """Say what will be undone and done again, named as in :class:`History`."""
        for name, plain, text, step in (
            ("undo", "&Undo", translate("Commands", "&Undo %1"), undo),
            ("redo", "&Redo", translate("Commands", "&Redo %1"), redo),
        ):
            named = text.replace("%1", translate("Steps", step)) if step else ""
            self.actions[name].setText(named or translate("Commands", plain))

    def _make(self, command: Command, run: Callable[..., object]) -> QAction:
        action = QAction(self._window)
        action.setObjectName(command.name)
        action.setShortcuts([key for shortcut in command.shortcuts for key in _keys(shortcut)])
        action.setCheckable(command.toggles)
        if command.group:
            action.setChecked(command.group not in self._groups)
            group = self._groups.setdefault(command.group, QActionGroup(self._window))
            group.addAction(action)
        if command.toggles:
            action.toggled.connect(run)
        else:
            action.triggered.connect(lambda _checked: run())
        if command.begins:
            self._menus[command.menu].addSeparator()
        self._menus[command.menu].addAction(action)
        return action


def _keys(shortcut: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    """Return the key sequences of a shortcut; a standard one may have several, or none."""
    if isinstance(shortcut, str):
        return [QKeySequence(shortcut)]
    return QKeySequence.keyBindings(shortcut)
