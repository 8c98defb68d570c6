"""The window's commands, as a table: text, shortcut, icon and what they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence, QPixmap

from engine.catalog import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QPalette
    from PySide6.QtWidgets import QMainWindow

ICONS = RESOURCES / "icons"
_ICON_PIXELS = 48

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Command:
    """One thing the user can ask for."""

    name: str
    """Names the action and its icon file, if there is one."""
    menu: str
    text: str
    shortcuts: tuple[QKeySequence.StandardKey | str, ...]
    run: Callable[..., object]
    """Takes whether it is on, if ``toggles``."""
    needs: str = ""
    """What there must be: see :func:`desktop.commands.abilities`."""
    toggles: bool = False
    group: str = ""
    """Of those of one group, one is on."""


def install(
    window: QMainWindow, commands: tuple[Command, ...], buttons: tuple[str, ...]
) -> Mapping[str, QAction]:
    """Make the actions, their menus and a toolbar of some; return the actions by name."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    menus = {
        title: window.menuBar().addMenu(title) for title in dict.fromkeys(c.menu for c in commands)
    }
    toolbar = window.addToolBar(translate("Actions", "Tools"))
    toolbar.setMovable(False)
    toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    for command in commands:
        action = QAction(command.text, window)
        # the button keeps its words while the menu says what will be undone
        action.setIconText(command.text.replace("&", "").rstrip("…"))
        action.setObjectName(command.name)
        action.setShortcuts([key for shortcut in command.shortcuts for key in _keys(shortcut)])
        action.setCheckable(command.toggles)
        if command.toggles:
            action.toggled.connect(command.run)
        else:
            action.triggered.connect(lambda _checked, run=command.run: run())
        if command.group:
            groups.setdefault(command.group, QActionGroup(window)).addAction(action)
        if (ICONS / f"{command.name}.svg").exists():
            action.setIcon(themed_icon(command.name, window.palette()))
        menus[command.menu].addAction(action)
        if command.name in buttons:
            toolbar.addAction(action)
        actions[command.name] = action
    return actions


def _keys(shortcut: QKeySequence.StandardKey | str) -> list[QKeySequence]:
    """Return the key sequences of a shortcut; a standard one may have several, or none."""
    if isinstance(shortcut, str):
        return [QKeySequence(shortcut)]
    return QKeySequence.keyBindings(shortcut)


def themed_icon(name: str, palette: QPalette) -> QIcon:
    """Draw an SVG icon in the text color of the palette, so that it shows on dark and light."""
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    groups = {
        QIcon.Mode.Normal: palette.ColorGroup.Active,
        QIcon.Mode.Disabled: palette.ColorGroup.Disabled,
    }
    for mode, group in groups.items():
        color = palette.color(group, palette.ColorRole.WindowText).name()
        pixmap = QPixmap()
        pixmap.loadFromData(QByteArray(drawing.replace("currentColor", color).encode()), "SVG")
        icon.addPixmap(
            pixmap.scaledToHeight(_ICON_PIXELS, Qt.TransformationMode.SmoothTransformation), mode
        )
    return icon
