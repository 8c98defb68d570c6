import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.widgets.panel.slider_row import Scale, SliderRow


@pytest.fixture
def row(qtbot):
    row = SliderRow(Scale(25, 400, 100, is_logarithmic=True))
    row.show_words("&Vividness", "tip", " %")
    qtbot.addWidget(row)
    row.show()
    return row


def test_equal_ways_are_equal_factors(row):
    assert [row.scale.value(place) for place in (0, 500, 1000)] == [25, 100, 400]
    assert [row.scale.position(value) for value in (25, 50, 100, 200, 400)] == [
        0,
        250,
        500,
        750,
        1000,
    ]


def test_number_and_slider_agree(qtbot, row):
    seen = []
    row.value_changed.connect(seen.append)
    row.slider.setFocus()
    qtbot.keyClick(row.slider, Qt.Key.Key_End)
    assert row.value == 400
    row.box.setFocus()
    row.box.selectAll()
    qtbot.keyClicks(row.box, "200")
    qtbot.keyClick(row.box, Qt.Key.Key_Return)
    assert row.slider.value() == 750
    assert seen == [400, 200]


def test_a_typed_number_survives_the_coarse_slider(qtbot, row):
    row.box.setValue(101)
    assert row.value == 101


def test_a_double_click_resets(qtbot, row):
    row.box.setValue(300)
    with qtbot.waitSignal(row.value_changed) as changed:
        qtbot.mouseDClick(row.slider, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    assert changed.args == [100]


def test_showing_a_value_is_not_a_choice(qtbot, row):
    with qtbot.assertNotEmitted(row.value_changed):
        row.show_value(50)
    assert row.slider.value() == 250


def test_both_controls_have_names(row):
    assert row.slider.accessibleName() == "Vividness"
    assert "Vividness" in row.box.accessibleName()


def test_a_double_click_on_the_name_resets_and_so_does_the_context_menu(qtbot, row):
    for reset in (
        lambda: qtbot.mouseDClick(row._label, Qt.MouseButton.LeftButton, pos=QPoint(4, 4)),
        row.reset.trigger,
    ):
        row.box.setValue(300)
        with qtbot.waitSignal(row.value_changed) as changed:
            reset()
        assert changed.args == [100]
    for widget in (row._label, row.slider):
        assert row.reset in widget.actions()
        assert widget.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert row.reset.text() == "&Reset"


def filled(slider):
    """The columns of the groove in the color of selections, from the left, 0 to 1."""
    image, color = slider.grab().toImage(), slider.palette().highlight().color()
    y = image.height() // 2
    found = [
        x for x in range(image.width()) if abs(image.pixelColor(x, y).blue() - color.blue()) < 12
    ]
    return [x / image.width() for x in found]


@pytest.mark.parametrize(("value", "low", "high"), [(20, 0.5, 0.6), (-60, 0.2, 0.5), (100, 0.5, 1)])
def test_a_slider_between_two_opposites_is_filled_from_its_middle(qtbot, value, low, high):
    row = SliderRow(Scale(-100, 100, 0, has_neutral=True))
    qtbot.addWidget(row)
    row.resize(300, 60)
    row.show()
    row.show_value(value)
    columns = filled(row.slider)
    assert columns
    assert min(columns) >= low - 0.03
    assert max(columns) <= high + 0.03
    row.show_value(0)
    assert filled(row.slider) == []
