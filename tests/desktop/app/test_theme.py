"""Light and dark, while the window is open."""

import pytest
from PySide6.QtCore import Qt

from desktop.appearance import Appearance
from desktop.platform.theme import apply_theme, is_dark, surround
from desktop.state import settings as keys
from desktop.widgets.panel.tool_button import ToolButton


@pytest.fixture
def appearance(qapp, settings):
    return Appearance(qapp, settings)


def shade(image):
    return max(
        (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())),
        key=lambda color: color.alpha(),
    ).lightness()


def test_the_open_window_takes_another_theme_at_once(qtbot, qapp, window, settings, appearance):
    for name, dark in (("light", False), ("dark", True)):
        settings.set(keys.THEME, name)
        qtbot.waitUntil(lambda dark=dark: is_dark(window.palette()) == dark)
        icon = window.actions_by_name["open"].icon().pixmap(48).toImage()
        assert (shade(icon) > 128) == dark
        assert (
            window.grab().toImage().pixelColor(3, window.height() - 3).lightness() < 128
        ) == dark


def test_the_ground_behind_photos_is_neutral_and_calm_in_both(qapp, appearance, settings):
    for name in ("light", "dark"):
        settings.set(keys.THEME, name)
        color = surround(qapp.palette())
        assert color.red() == color.green() == color.blue() <= 150


def test_a_theme_that_is_unknown_is_that_of_the_system(qapp, appearance, monkeypatch):
    for scheme, dark in ((Qt.ColorScheme.Light, False), (Qt.ColorScheme.Dark, True)):
        monkeypatch.setattr(type(qapp.styleHints()), "colorScheme", lambda _, s=scheme: s)
        apply_theme(qapp, "nonsense")
        assert is_dark(qapp.palette()) == dark


def test_a_tool_in_hand_has_the_color_of_selections_in_both(qtbot, settings, appearance):
    tool = ToolButton()
    tool.resize(160, 30)
    qtbot.addWidget(tool)
    for name in ("light", "dark"):
        settings.set(keys.THEME, name)
        qtbot.waitUntil(lambda name=name: is_dark(tool.palette()) == (name == "dark"))
        seen = {}
        for is_on in (False, True):
            tool.setChecked(is_on)
            seen[is_on] = tool.grab().toImage().pixelColor(6, tool.height() // 2)
        highlight = tool.palette().highlight().color()
        assert abs(seen[True].hue() - highlight.hue()) < 20
        assert seen[True].saturation() > seen[False].saturation() + 60
