"""The interface without a mouse, without color, with large letters, and read aloud."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from shiboken6 import Shiboken

from desktop import dialogs
from desktop.platform.theme import make_palette
from desktop.widgets import announce, spoken
from desktop.widgets.about import About, Guide, Report
from desktop.widgets.bars import busy_bar
from desktop.widgets.bars.activity_bar import ActivityBar
from desktop.widgets.bars.message_bar import MessageBar, Tone
from desktop.widgets.number_box import NumberBox
from desktop.widgets.palette.color_wheel import ColorWheel
from desktop.widgets.panel.slider_row import CalmSlider
from desktop.widgets.plain import Label
from desktop.widgets.preferences import Preferences
from desktop.widgets.shortcuts import Shortcuts
from desktop.widgets.viewer.panes import Compare
from desktop.widgets.viewer.viewer import Viewer
from engine.coloring.suggestions import Choice
from engine.files.image_io import write_photo
from engine.recipe.recipe import RESTORING
from tests.desktop.batch.gestures import save_in_color
from tests.desktop.gestures import drop, files
from tests.tiny import gray_pixels

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    Viewer,
    ColorWheel,
)
_DRAWN_BY_US = {QAccessible.Role.Client}


@pytest.fixture
def opened(qtbot, window, tmp_path):
    """The window with two photos, a message and everything unfolded."""
    for name in ("photo.png", "other.png"):
        write_photo(tmp_path / name, gray_pixels(40, 60))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(tmp_path / "photo.png", tmp_path / "other.png"))
    window.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: len(window._workspace.candidates.buttons) == 3)
    window.messages.show_message("Saved.", Tone.NOTE, action="Show")
    window.resize(1400, 900)
    return window


def controls(root):
    """Whatever the user can work, as far as it is there now."""
    for widget in root.findChildren(QWidget):
        is_part = widget.objectName().startswith("qt_") or isinstance(
            widget, (QScrollBar, QHeaderView)
        )
        if isinstance(widget, CONTROLS) and not is_part and widget.isVisibleTo(root):
            yield widget


def palette_of(opened):
    palette = opened.hints.palette
    palette.open_at(opened.pos(), can_remove=True)
    colors = [Choice((20.0, 30.0), (200, 100, 90), 0.4), Choice((0.0, 0.0), (99, 99, 99), 0.0)]
    palette.show_offer(colors, colors[1:], None)
    return palette


def dialog_of(opened):
    opened.batches.open()
    return opened.batches.dialog


def preferences_of(opened):
    dialog = Preferences(opened._settings, opened)
    dialog.show()
    return dialog


def shortcuts_of(opened):
    dialog = Shortcuts(lambda: [("Open", "Ctrl+O")], opened)
    dialog.show()
    return dialog


def restoring_of(opened):
    """The window with every control of a damaged photo, and a brush in hand."""
    opened.adjust.restore.show_steps(dict.fromkeys(RESTORING, True))
    opened.actions_by_name["heal"].trigger()
    QCoreApplication.sendPostedEvents()  # lays out what was hidden
    return opened


def cropping_of(opened):
    opened.actions_by_name["crop"].trigger()
    return opened


def doubting_of(opened):
    opened.actions_by_name["doubt"].trigger()
    return opened


def shown(dialog):
    dialog.show()
    return dialog


WINDOWS = {
    "main": lambda opened: opened,
    "restoring": restoring_of,
    "cropping": cropping_of,
    "doubting": doubting_of,
    "palette": palette_of,
    "batch": dialog_of,
    "preferences": preferences_of,
    "shortcuts": shortcuts_of,
    "guide": lambda opened: shown(Guide(opened)),
    "about": lambda opened: shown(About("1.0", opened._models, opened)),
    "report": lambda opened: shown(Report("1.0", "", None, opened)),
}


@pytest.mark.parametrize("make", WINDOWS.values(), ids=WINDOWS)
def test_a_screen_reader_can_name_every_control(opened, make):
    shown = list(controls(make(opened)))
    assert shown
    for widget in shown:
        spoken = QAccessible.queryAccessibleInterface(widget)
        assert spoken.text(QAccessible.Text.Name).strip("…. "), widget
        assert spoken.role() != QAccessible.Role.NoRole, widget
        if spoken.role() in _DRAWN_BY_US:
            assert isinstance(widget, ColorWheel), widget
        if isinstance(widget, QComboBox):  # on Linux its own name is what is chosen in it
            labels = spoken.relations(QAccessible.RelationFlag.Label)
            assert [label.text(QAccessible.Text.Name) for label, _ in labels] != [], widget


@pytest.mark.parametrize("make", WINDOWS.values(), ids=WINDOWS)
def test_a_screen_reader_says_the_number_of_a_slider_that_stands_beside_it(opened, make):
    for slider in make(opened).findChildren(CalmSlider):
        box = next(
            box
            for box in slider.parentWidget().findChildren(QAbstractSpinBox)
            if slider.accessibleName() in box.accessibleName()
        )
        number = QAccessible.queryAccessibleInterface(slider).valueInterface()
        divisor = box.divisor if isinstance(box, NumberBox) else 1
        assert number.currentValue() == pytest.approx(box.value() / divisor), slider
        assert number.minimumValue() == pytest.approx(box.minimum() / divisor), slider
        assert number.maximumValue() == pytest.approx(box.maximum() / divisor), slider


def test_a_screen_reader_moves_a_slider_as_a_hand_does(opened):
    row = opened.adjust.rows["vividness"]  # its positions are logarithms
    moved = []
    row.value_changed.connect(moved.append)
    spoken = QAccessible.queryAccessibleInterface(row.slider)
    assert spoken.role() == QAccessible.Role.Slider
    spoken.valueInterface().setCurrentValue(200)
    assert moved == [200]
    assert row.box.value() == 200


def test_the_viewer_is_a_picture_that_tells_its_photo_and_its_line(qtbot, opened):
    spoken = QAccessible.queryAccessibleInterface(opened.viewer)
    assert spoken.role() == QAccessible.Role.Graphic
    assert "photo.png" in spoken.text(QAccessible.Text.Name)
    assert "50 percent" in spoken.text(QAccessible.Text.Description)
    qtbot.keyClick(opened.viewer, Qt.Key.Key_Left)
    assert spoken.valueInterface().currentValue() == 48
    assert "48 percent" in spoken.text(QAccessible.Text.Description)
    spoken.valueInterface().setCurrentValue(30)
    assert opened.viewer.split == pytest.approx(0.3)
    assert spoken.actionInterface().actionNames() == ["SetFocus"]


def test_without_a_line_there_is_no_value_to_tell(opened):
    spoken = QAccessible.queryAccessibleInterface(opened.viewer)
    opened.viewer.set_compare(Compare.COLORED)
    assert spoken.valueInterface() is None
    assert spoken.textInterface() is None
    assert "percent" not in spoken.text(QAccessible.Text.Description)


def test_what_was_spoken_of_may_go(qtbot):
    viewer = Viewer()
    assert QAccessible.queryAccessibleInterface(viewer).role() == QAccessible.Role.Graphic
    first = spoken._spoken[-1]
    Shiboken.delete(viewer)
    assert not Shiboken.isValid(first)
    again = Viewer()
    qtbot.addWidget(again)
    assert QAccessible.queryAccessibleInterface(again).isValid()
    assert first not in spoken._spoken


@pytest.mark.parametrize("make", WINDOWS.values(), ids=WINDOWS)
def test_tab_reaches_every_control_and_shows_where_it_is(qtbot, opened, make):
    window = make(opened)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    expected = {widget for widget in controls(window) if widget.isEnabled()}
    reached = []
    current = window.focusWidget()
    if current is None:
        qtbot.keyClick(window, Qt.Key.Key_Tab)
        current = window.focusWidget()
    qtbot.keyClick(current, Qt.Key.Key_Tab)  # from now on by keyboard
    current = window.focusWidget()
    while current not in reached:
        with_focus = current.grab().toImage()
        reached.append(current)
        qtbot.keyClick(current, Qt.Key.Key_Tab)
        if window.focusWidget() is not current:
            assert current.grab().toImage() != with_focus, current
        current = window.focusWidget()
    assert expected - set(reached) == set()


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_one_key_lists_all_keys(qtbot, opened, monkeypatch, key):
    asked = []
    monkeypatch.setattr(dialogs, "show_shortcuts", lambda *_: asked.append(key))
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    qtbot.keyClick(opened.viewer, key)
    assert asked == [key]


def test_news_and_errors_differ_without_color(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    seen = set()
    for tone in Tone:
        bar.show_message("a.png", tone)
        mask = bar._icon.pixmap().toImage().createAlphaMask()
        seen.add((bytes(mask.constBits()), bar.accessibleName()))
    assert len(seen) == len({icon for icon, _ in seen}) == len(Tone)


def luminance(color):
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(palette, one, other):
    high, low = sorted((luminance(palette.color(role)) for role in (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("is_dark", [True, False])
def test_words_and_the_focus_stand_out(is_dark):
    palette, role = make_palette(is_dark=is_dark), QPalette.ColorRole
    for words, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Window),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Window),
    ):
        assert contrast(palette, words, ground) >= 4.5, (words, ground)
    assert contrast(palette, role.Highlight, role.Window) >= 3


@pytest.mark.parametrize("is_dark", [True, False])
def test_words_that_are_off_can_still_be_read(is_dark):
    palette, role = make_palette(is_dark=is_dark), QPalette.ColorRole
    palette.setCurrentColorGroup(QPalette.ColorGroup.Disabled)
    for words in (role.WindowText, role.Text, role.ButtonText):
        for ground in (role.Window, role.Base, role.Button):
            assert contrast(palette, words, ground) >= 3, (words, ground)


@pytest.fixture
def said(monkeypatch):
    """What screen readers are told at once, and how urgent it is."""
    events = []
    monkeypatch.setattr(
        announce,
        "QAccessible",
        SimpleNamespace(
            AnnouncementPoliteness=QAccessible.AnnouncementPoliteness,
            updateAccessibility=lambda event: events.append(
                (event.message(), event.politeness().name)
            ),
        ),
    )
    return events


def test_messages_are_announced_to_screen_readers(qtbot, said):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("Saved.", Tone.NOTE)
    bar.show_message("No room.", Tone.ERROR)
    assert said == [("Note: Saved.", "Polite"), ("Error: No room.", "Assertive")]


def test_a_question_about_a_photo_in_color_is_announced_once_and_is_no_error(
    qtbot, window, tmp_path, said, wait_until_idle
):
    save_in_color(tmp_path / "red.png")
    drop(window, files(tmp_path / "red.png"))
    qtbot.waitUntil(lambda: bool(window.messages.text))
    wait_until_idle()
    text = "Note: “red.png” looks like a color photo. Colorizing replaces its colors."
    assert said == [(text, "Polite")]


@pytest.mark.parametrize("still", [True, False])
def test_nothing_runs_to_and_fro_for_those_who_want_stillness(qtbot, monkeypatch, still):
    monkeypatch.setattr(busy_bar, "wants_stillness", lambda: still)
    bar = ActivityBar()
    qtbot.addWidget(bar)
    bar.show_activity("Coloring…", can_cancel=True)
    assert (bar._bar.maximum() > 0) == still
    bar.show_progress(0.5)
    assert bar._bar.value() == bar._bar.maximum() // 2
    assert bar.findChild(Label).text() == "Coloring…"
