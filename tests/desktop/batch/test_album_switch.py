"""The switch that lets photos of a batch share their colors."""

from desktop.widgets.batch.batch_form import BatchForm
from engine.batch.job import Preset, Rules, preset_from_json, preset_to_json


def test_photos_share_colors_if_that_is_wanted_and_what_is_kept_is_used(qtbot):
    form = BatchForm(())
    qtbot.addWidget(form)
    assert not form.album.isChecked()
    with qtbot.waitSignal(form.changed):
        form.album.click()
    assert form.preset.rules.album
    form.sidecars.click()
    assert not form.album.isEnabled()
    kept = preset_from_json(preset_to_json(Preset(Rules(album=True))))
    form.show_preset(Preset())
    form.show_preset(kept)
    assert form.album.isChecked()
    assert form.album.isEnabled()
