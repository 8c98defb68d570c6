import pytest
from PySide6.QtCore import Qt

from desktop.widgets.panel.adjust_panel import AdjustPanel
from engine.checkpoints.catalog import bundled_models


@pytest.fixture
def panel(qtbot, tiny_models):
    panel = AdjustPanel(bundled_models())
    qtbot.addWidget(panel)
    panel.show()
    panel.show_is_open(is_open=True)
    return panel


def test_earlier_systems_stand_under_a_heading_that_cannot_be_chosen(qtbot, panel):
    combo = panel.model
    texts = [combo.itemText(index) for index in range(combo.count())]
    assert texts == ["reddish", "", "More models", "greenish"]
    heading = combo.model().index(2, 0)
    assert not combo.model().flags(heading) & Qt.ItemFlag.ItemIsSelectable
    with qtbot.waitSignal(panel.model_chosen) as chosen:
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert chosen.args == ["greenish"]
    with qtbot.waitSignal(panel.model_chosen) as chosen:
        qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert chosen.args == ["reddish"]


def test_every_model_says_what_it_is_good_for(panel):
    for index in (0, 3):
        tip = panel.model.itemData(index, Qt.ItemDataRole.ToolTipRole)
        assert tip.endswith("test model.")


def sizes(detail):
    return [detail.box.itemData(index) for index in range(detail.box.count())]


def test_detail_is_chosen_in_words_and_the_pixels_are_in_the_tip(qtbot, panel):
    detail = panel.detail
    panel.show_abilities(256, has_distribution=True, takes_hints=True)
    texts = [detail.box.itemText(index) for index in range(detail.box.count())]
    assert (texts, sizes(detail)) == (["Low", "Normal", "High"], [160, 256, 400])
    assert detail.value == 256
    with qtbot.waitSignal(panel.edited) as edited:
        qtbot.keyClick(detail.box, Qt.Key.Key_Down)
    assert edited.args == ["size", 400]
    assert "400 px" in detail.box.toolTip()
    assert detail.box.itemData(0, Qt.ItemDataRole.ToolTipRole) == "160 px"


def test_a_size_that_was_set_otherwise_is_kept_and_can_be_chosen_again(qtbot, panel):
    detail = panel.detail
    panel.show_abilities(256, has_distribution=True, takes_hints=True)
    panel.show_values({"size": 300})
    assert (detail.value, detail.box.currentText()) == (300, "Custom (300 px)")
    qtbot.keyClick(detail.box, Qt.Key.Key_Home)
    assert detail.value == 160
    with qtbot.waitSignal(panel.edited) as edited:
        qtbot.keyClick(detail.box, Qt.Key.Key_End)
    assert edited.args == ["size", 300]
    panel.show_values({"size": 77})
    assert sizes(detail) == [160, 256, 400, 77]


def test_another_model_has_its_own_sizes_and_one_that_was_set_stays(panel):
    panel.show_abilities(256, has_distribution=True, takes_hints=True)
    panel.show_abilities(32, has_distribution=True, takes_hints=True)
    assert (panel.detail.value, panel.detail.box.currentText()) == (32, "Normal")
    panel.show_values({"size": 300})
    panel.show_abilities(224, has_distribution=True, takes_hints=True)
    assert panel.detail.value == 300


def test_what_lies_between_two_opposites_says_so(panel):
    neutral = {
        name
        for name, row in panel.rows.items()
        if getattr(row, "scale", None) and row.scale.has_neutral
    }
    assert neutral >= {"strength", "vividness", "warmth"}
    assert "smoothing" not in neutral
