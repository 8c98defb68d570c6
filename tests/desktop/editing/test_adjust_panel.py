import pytest
from PySide6.QtCore import Qt

from desktop.widgets.panel.adjust_panel import AdjustPanel
from engine.checkpoints.catalog import bundled_models


@pytest.fixture
def panel(qtbot, tiny_models):
    panel = AdjustPanel(bundled_models())
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_earlier_systems_stand_under_a_heading_that_cannot_be_chosen(qtbot, panel):
    combo = panel.model
    texts = [combo.itemText(index) for index in range(combo.count())]
    assert texts == ["reddish", "", "Older models", "greenish"]
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
