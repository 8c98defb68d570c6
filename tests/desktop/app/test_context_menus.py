"""The menus of a photo, of a color hint on it, and of a photo in the filmstrip."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.app.context_menus import HINT, PHOTO, THUMBNAIL
from desktop.state.recipes import coloring_of, with_coloring
from engine.recipe.hint import Hint
from tests.desktop.gestures import drop, files

MOUSE, KEYBOARD = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


@pytest.fixture
def opened(qtbot, window, scans):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    qtbot.waitUntil(lambda: window.viewer._layers.is_colored)
    return window


def menu_at(widget, place, reason=MOUSE):
    event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def named(menu):
    """Names of the window's commands in a menu, or the words of what is there alone."""
    return [one.objectName() or one.text() for one in menu.actions() if not one.isSeparator()]


@pytest.mark.parametrize("reason", [MOUSE, KEYBOARD])
def test_a_photo_has_a_menu_of_the_windows_own_commands(opened, reason):
    menu = menu_at(opened.viewer, opened.viewer.rect().center(), reason)
    assert named(menu) == [name for name in PHOTO if name]
    (mirror,) = [one for one in menu.actions() if one.objectName() == "rotate-left"]
    assert mirror is opened.actions_by_name["rotate-left"]
    menu.close()


def test_a_hint_has_a_menu_that_deletes_it(opened):
    hints = (Hint(0.5, 0.5, (20.0, 30.0)), Hint(0.2, 0.2, (20.0, 30.0)))
    recipe = with_coloring(opened.album.current.recipe, hints=hints)
    opened.history.change("color hint", recipe)
    viewer = opened.viewer
    place = viewer.point_of(0.5, 0.5).toPoint()
    menu = menu_at(viewer, place)
    assert named(menu)[0] == PHOTO[0]  # while another tool is in hand, hints are not seen
    menu.close()
    viewer.tool = viewer.hint_tool
    menu = menu_at(viewer, place)
    assert named(menu) == ["Change &color…", "De&lete hint", *HINT]
    menu.actions()[1].trigger()
    menu.close()
    assert coloring_of(opened.album.current.recipe).hints == hints[1:]


def test_a_thumbnail_has_a_menu_for_all_that_are_selected(qtbot, opened):
    strip = opened.filmstrip
    strip.item(2).setSelected(True)
    place = strip.visualItemRect(strip.item(2)).center()
    menu = menu_at(strip.viewport(), place)
    assert named(menu) == [name for name in THUMBNAIL if name]
    next(one for one in menu.actions() if one.objectName() == "flag").trigger()
    menu.close()
    assert [item.flagged for item in opened.album.items] == [True, False, True]


def test_beside_the_thumbnails_there_is_no_menu(opened):
    strip = opened.filmstrip
    place = QPoint(strip.viewport().width() - 2, 2)
    event = QContextMenuEvent(MOUSE, place, strip.viewport().mapToGlobal(place))
    QApplication.sendEvent(strip.viewport(), event)
    assert QApplication.activePopupWidget() is None
