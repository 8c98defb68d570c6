"""Restoring in the window: through its widgets, with the bundled networks for damage."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.jobs import restore_tasks
from desktop.platform.qimage import rgb_from_qimage
from desktop.widgets.panel import restore_section
from engine.files.image_io import read_photo, write_photo
from engine.recipe.recipe import Stage
from engine.recipe.sidecar import read_sidecar
from engine.recipe.stroke import Stroke
from tests.desktop.gestures import choose, drop, files, save
from tests.engine.restoration.test_detection import SPECKS, photo, sky
from tests.pictures import faded_slide
from tests.threads import PATIENCE

pytestmark = [pytest.mark.checkpoint, pytest.mark.usefixtures("real_networks")]
LEFT = Qt.MouseButton.LeftButton
NEVER = 10**9
"""Milliseconds after which a hand rests that the test lets rest when it wants to."""
FADED = faded_slide()


def recipe(window):
    return window.coloring.document.recipe


def source(window):
    return window.coloring.document.developed.source.pixels


def test_one_click_takes_only_what_the_photo_needs_and_says_why(restored, section):
    taken = {stage for stage, step in section.steps.items() if step.check.isChecked()}
    assert taken == {Stage.REPAIR, Stage.TONE}
    assert recipe(restored).denoise is None
    assert f"{len(SPECKS)} marks found" in section.steps[Stage.REPAIR].note.text()
    assert "not needed" in section.steps[Stage.DENOISE].note.text()
    assert section.steps[Stage.REPAIR].rows["sensitivity"].isVisible()
    assert not section.steps[Stage.DENOISE].rows["smoothing"].isVisible()
    assert section.automatic.isEnabled()


def test_a_screen_reader_is_told_what_was_found_and_which_of_it_is_stepped_to(
    monkeypatch, window, scan, section, settled
):
    said = []
    monkeypatch.setattr(restore_section, "announce", lambda _, text: said.append(text))
    QTest.mouseClick(section.automatic, LEFT)
    settled()
    (found,) = said
    for step in section.steps.values():
        assert f"{step.check.text()}: {step.note.text()}" in found
    assert f"{len(SPECKS)} marks found" in found
    window.actions_by_name["next-finding"].trigger()
    window.actions_by_name["next-finding"].trigger()
    assert said[1:] == [f"Finding {number} of {len(SPECKS)}" for number in (1, 2)]


def test_the_picture_shows_the_restored_photo_and_one_undo_takes_all_back(
    restored, settled, tmp_path
):
    before = restored.coloring.document.photo.pixels
    assert (source(restored) != before).mean() > 0.5  # tones were spread
    restored.actions_by_name["undo"].trigger()
    settled()
    assert np.array_equal(source(restored), before)
    assert not restored.actions_by_name["undo"].isEnabled()


def test_a_step_is_turned_off_and_on_by_its_box(restored, section, settled):
    tone = section.steps[Stage.TONE].check
    QTest.mouseClick(tone, LEFT, pos=QPoint(6, tone.height() // 2))
    settled()
    assert recipe(restored).tone is None
    changed = (source(restored) != restored.coloring.document.photo.pixels).any(axis=2)
    assert 0 < changed.mean() < 0.02


def test_the_sensitivity_is_a_slider_that_finds_nothing_anew(
    restored, section, settled, monkeypatch
):
    monkeypatch.setattr("engine.restoration.repairing.detect", None)
    section.rows["sensitivity"].slider.setValue(1000)
    settled()
    assert recipe(restored).repair.sensitivity == 1
    assert "marks found" in section.steps[Stage.REPAIR].note.text()


def test_findings_are_left_alone_by_size_and_by_shade_without_another_look(
    restored, section, settled, monkeypatch
):
    monkeypatch.setattr("engine.restoration.repairing.detect", None)
    step, largest = section.steps[Stage.REPAIR], section.rows["largest"]
    whole = restored.coloring.document.developed.restored.mask
    assert largest.box.text() == "any size"
    assert section.choices["shade"].box.currentText() == "dark and light marks"
    largest.box.lineEdit().selectAll()
    QTest.keyClicks(largest.box, "2,0" if largest.box.locale().decimalPoint() == "," else "2.0")
    QTest.keyClick(largest.box, Qt.Key.Key_Return)
    settled()
    assert recipe(restored).repair.largest == 0.02  # 5 pixels
    assert f"{len(SPECKS)} left alone by size or shade" in step.note.text()
    assert not restored.coloring.document.developed.restored.mask.any()
    restored.actions_by_name["undo"].trigger()
    settled()
    assert largest.box.text() == "any size"
    assert np.array_equal(restored.coloring.document.developed.restored.mask, whole)

    shade = section.choices["shade"].box
    shade.setFocus()
    QTest.keyClick(shade, Qt.Key.Key_Down)  # dark; the specks are white
    settled()
    assert recipe(restored).repair.shade == "dark"
    assert restored.restoring.findings.listed == []
    assert restored.actions_by_name["undo"].text() == "&Undo dark or light marks"
    restored.actions_by_name["undo"].trigger()
    settled()
    assert shade.currentText() == "dark and light marks"
    assert len(restored.restoring.findings.listed) == len(SPECKS)


def test_a_size_is_typed_as_a_number_or_as_a_word(restored, section, settled):
    box = section.rows["largest"].box
    for text, value in (("7.5 %", 75), ("any", 1000), ("0.01", 1), ("4", 40), ("400", 1000)):
        box.lineEdit().setText(text)
        QTest.keyClick(box, Qt.Key.Key_Return)
        assert box.value() == value
    assert box.text() == "any size"
    box.stepDown()
    assert box.text() == "99.9 %"


def picture(window, name):
    """What the viewer shows on one side, as an array."""
    drawing = window.previews._visible
    image = drawing.before if name == "before" else drawing.after
    return rgb_from_qimage(image)


def compare(section, index):
    section.compared.setFocus()
    section.compared.setCurrentIndex(index)
    section.compared.activated.emit(index)


def test_before_and_after_of_one_step_alone_differ_where_it_did_something(
    restored, section, settled
):
    whole = picture(restored, "before"), picture(restored, "after")
    mask = restored.coloring.document.developed.restored.mask
    assert restored.previews._visible.before.width() == mask.shape[1]  # not enlarged
    compare(section, 1)
    settled()
    before, after = picture(restored, "before"), picture(restored, "after")
    assert np.array_equal(after, whole[1])  # tones are spread on both sides
    differs = (before != after).any(axis=2)
    assert not differs[~mask].any()
    assert differs[mask].mean() > 0.5
    section.rows["contrast"].slider.setValue(0)
    settled()
    assert not np.array_equal(picture(restored, "after"), after)
    assert not (picture(restored, "before") != picture(restored, "after")).any(axis=2)[~mask].any()
    compare(section, 0)
    settled()
    assert np.array_equal(picture(restored, "before"), whole[0])


def test_a_step_that_is_turned_off_is_compared_no_longer(restored, section, settled):
    offered = section.compared.model()
    assert [offered.item(n).isEnabled() for n in range(5)] == [True, True, False, False, True]
    whole = picture(restored, "before")
    compare(section, 4)
    settled()
    assert section.compared.currentText() == "only: Flat tones"
    assert not np.array_equal(picture(restored, "before"), whole)
    tone = section.steps[Stage.TONE].check
    QTest.mouseClick(tone, LEFT, pos=QPoint(6, tone.height() // 2))
    settled()
    assert section.compared.currentText() == "all changes"
    assert np.array_equal(picture(restored, "before"), whole)


def test_repairs_are_shown_in_red_outlined_and_not(restored, settled, monkeypatch):
    shown = []
    monkeypatch.setattr(restored.viewer, "show_damage", shown.append)
    for _ in range(3):
        restored.actions_by_name["show-repairs"].trigger()
        settled()
    outline, red, nothing = shown[-3:]
    assert nothing is None
    for image in (outline, red):
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
        assert 0 < (rows[..., 3] > 0).mean() < 0.05
    assert outline != red


def test_what_is_in_doubt_is_seen_stepped_through_and_decided(restored, section, settled):
    findings, button = restored.restoring.findings, section.steps[Stage.REPAIR].doubtful
    section.rows["sensitivity"].slider.setValue(0)  # all specks are in doubt then
    settled()
    taken = len(findings.listed)
    doubtful = findings.counts()[1]
    assert doubtful >= 3
    assert f"{doubtful} more in doubt" in section.steps[Stage.REPAIR].note.text()
    assert button.text() == f"Show {doubtful} in doubt"
    overlay = restored.viewer._overlay
    assert overlay.in_doubt == ()
    plain = restored.viewer.grab().toImage()
    QTest.mouseClick(button, LEFT)
    assert len(overlay.in_doubt) == len(findings.listed) == doubtful
    assert restored.viewer.grab().toImage() != plain
    likely = [one.probability for one in findings.listed]
    assert likely == sorted(likely, reverse=True)

    first = findings.listed[0].window
    assert overlay.finding == findings.box_of(0)  # without a key
    QTest.keyClick(restored.viewer, Qt.Key.Key_Return)
    settled()
    (marked,) = recipe(restored).repair.strokes
    assert not marked.keeps
    here = np.s_[first.top : first.top + first.height, first.left : first.left + first.width]
    mask = restored.coloring.document.developed.restored.mask
    assert mask[here].any()
    assert len(overlay.in_doubt) == doubtful - 1
    QTest.keyClick(restored.viewer, Qt.Key.Key_Delete)
    settled()
    assert [stroke.keeps for stroke in recipe(restored).repair.strokes] == [False, True]
    assert restored.actions_by_name["undo"].text() == "&Undo no damage"
    assert f"{doubtful - 2} more in doubt" in section.steps[Stage.REPAIR].note.text()
    restored.actions_by_name["undo"].trigger()
    assert len(overlay.in_doubt) == doubtful - 1  # before the photo follows
    settled()
    assert restored.actions_by_name["undo"].text() == "&Undo damage"
    assert len(overlay.in_doubt) == doubtful - 1
    QTest.mouseClick(button, LEFT)
    assert overlay.in_doubt == ()
    assert len(findings.listed) == taken


def test_what_is_in_doubt_no_more_is_outlined_no_more(restored, section, settled):
    overlay, button = restored.viewer._overlay, section.steps[Stage.REPAIR].doubtful
    section.rows["sensitivity"].slider.setValue(0)
    settled()
    QTest.mouseClick(button, LEFT)
    assert overlay.in_doubt
    assert overlay.finding is not None
    slider = section.rows["sensitivity"].slider
    slider.setValue(slider.maximum())
    assert overlay.in_doubt == ()  # before the photo follows
    assert overlay.finding is None


def test_the_brushes_are_at_hand_in_a_low_window_and_the_panel_shows_what_sets_them(
    window, scan, section, wait_until_idle
):
    window.resize(1200, 620)
    bar = window._menus._bar
    for name, keeps in (("heal", False), ("protect", True)):
        button = bar.widgetForAction(window.actions_by_name[name])
        assert bar.rect().contains(button.geometry())
        QTest.mouseClick(button, LEFT)
        wait_until_idle()
        assert window.viewer.tool is window.viewer.brush_tool
        assert window.viewer.brush_tool.keeps is keeps
        panel = window.adjust.viewport()
        row = section.brush_size
        assert panel.rect().contains(row.mapTo(panel, row.rect().center()))
    QTest.mouseClick(button, LEFT)
    assert window.viewer.tool is window.viewer.look_tool


def test_key_a_says_how_repairs_are_shown_now_or_that_there_are_none(restored, section, settled):
    restored.viewer.setFocus()
    for words, chosen in (("outlined", "outlined"), ("in red", "in red"), ("not shown", "not")):
        QTest.keyClick(restored.viewer, Qt.Key.Key_A)
        settled()
        assert words in restored.messages.text
        assert section.marks.currentText() == chosen
    restored.actions_by_name["undo"].trigger()
    settled()
    QTest.keyClick(restored.viewer, Qt.Key.Key_A)
    assert restored.messages.text == "Nothing is repaired in this photo."
    assert section.marks.currentText() == "not"


def test_findings_are_stepped_through_and_one_that_is_no_damage_stays_bit_for_bit(
    restored, section, settled
):
    QTest.mouseClick(section.steps[Stage.TONE].check, LEFT, pos=QPoint(6, 8))
    settled()
    restored.viewer.setFocus()
    QTest.keyClick(restored, Qt.Key.Key_N)
    window = restored.restoring.findings.listed[0].window
    assert restored.actions_by_name["reject-finding"].isEnabled()
    QTest.keyClick(restored, Qt.Key.Key_Delete)
    settled()
    (stroke,) = recipe(restored).repair.strokes
    assert stroke.keeps
    here = np.s_[window.top : window.top + window.height, window.left : window.left + window.width]
    assert np.array_equal(source(restored)[here], restored.coloring.document.photo.pixels[here])
    assert len(restored.restoring.findings.listed) == len(SPECKS) - 1
    restored.actions_by_name["undo"].trigger()
    settled()
    assert len(restored.restoring.findings.listed) == len(SPECKS)


def test_a_stroke_of_the_brush_is_repaired_kept_and_undone(
    qtbot, window, scan, section, settled, monkeypatch, tmp_path
):
    window.viewer.setFocus()
    QTest.keyClick(window, Qt.Key.Key_J)
    assert section.brush.isChecked()
    drafts = []
    draft = restore_tasks.with_draft
    monkeypatch.setattr(
        "desktop.preview.drawing.with_draft", lambda *args: drafts.append(1) or draft(*args)
    )
    viewer = window.viewer
    start, end = (viewer.point_of(0.7, x).toPoint() for x in (0.7, 0.75))
    QTest.mousePress(viewer, LEFT, pos=start)
    QTest.mouseMove(viewer, end)
    QTest.mouseRelease(viewer, LEFT, pos=end)
    settled()
    repair = recipe(window).repair
    assert not repair.finds
    assert len(repair.strokes) == 1
    before, after = window.coloring.document.photo.pixels, source(window)
    changed = (before != after).any(axis=2)
    assert changed[179, 231]
    assert changed.mean() < 0.02
    assert not section.steps[Stage.REPAIR].check.isChecked()  # nothing is looked for

    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(window.exports.saved):
        save(window)
    xmp = read_photo(tmp_path / "out.png").metadata.xmp.decode()
    assert "1 stroke by a person" in xmp

    window.actions_by_name["keep-settings"].trigger()
    qtbot.waitUntil(lambda: (kept := read_sidecar(scan)) is not None and bool(kept.recipe.repair))
    assert '"format": 3' in next(scan.parent.glob("*.kolorit.json")).read_text()
    window.actions_by_name["undo"].trigger()
    settled()
    assert np.array_equal(source(window), before)


def test_a_stroke_copies_from_a_place_that_was_chosen_and_is_saved_with_it(
    qtbot, window, scan, section, settled, monkeypatch, tmp_path
):
    viewer = window.viewer
    viewer.setFocus()
    QTest.keyClick(window, Qt.Key.Key_J)
    assert section.source.isVisible()
    QTest.mouseClick(section.source, LEFT)
    assert section.source.text() == "Click the place to copy from"
    speck = (SPECKS[0][0] / 256, SPECKS[0][1] / 320)  # a white speck, copied to where none is
    QTest.mouseClick(viewer, LEFT, pos=viewer.point_of(*speck).toPoint())
    assert section.source.text() == "Copies from the mark"
    viewer.brush_tool.set_radius(0.05)
    QTest.mouseClick(viewer, LEFT, pos=viewer.point_of(0.8, 0.4).toPoint())
    settled()
    (stroke,) = recipe(window).repair.strokes
    assert np.allclose(stroke.source, speck, atol=0.005)
    shown = source(window)
    row, column = round(0.8 * 256), round(0.4 * 320)
    there = np.s_[row - 6 : row + 7, column - 6 : column + 7]
    before = window.coloring.document.photo.pixels
    assert shown[there].max() > before[there].max() + 40
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(window.exports.saved):
        save(window)
    assert b"1 copied from another place" in read_photo(tmp_path / "out.png").metadata.xmp
    window.actions_by_name["keep-settings"].trigger()
    qtbot.waitUntil(lambda: (kept := read_sidecar(scan)) is not None and bool(kept.recipe.repair))
    assert read_sidecar(scan).recipe.repair.strokes == (stroke,)
    QTest.mouseClick(section.source, LEFT)
    assert viewer.brush_tool.source is None
    window.actions_by_name["undo"].trigger()
    settled()
    assert np.array_equal(source(window), before)


def test_strokes_are_not_applied_to_all(qtbot, window, scan, section, settled, tmp_path):
    other = tmp_path / "other.png"
    write_photo(other, photo(sky(), channels=3).pixels)
    QTest.mouseClick(section.more, LEFT)
    window.viewer.brush_tool.stroked.emit(Stroke(((0.5, 0.5),), 0.01))
    settled()
    assert section.more.isChecked()
    QTest.mouseClick(section.steps[Stage.TONE].check, LEFT, pos=QPoint(6, 8))
    settled()
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(other))
    first, second = window.album.items
    settled()
    window.filmstrip.setCurrentRow(0)
    qtbot.waitUntil(lambda: window.coloring.document.item is first)
    settled()
    window.actions_by_name["apply-to-all"].trigger()
    assert second.recipe.tone is not None
    assert second.recipe.repair is None or second.recipe.repair.strokes == ()


def test_looking_can_be_stopped(qtbot, window, scan, section):
    QTest.mouseClick(section.automatic, LEFT)
    assert not section.automatic.isEnabled()
    window.restoring.cancel(window.restoring.activity.job)
    qtbot.waitUntil(section.automatic.isEnabled)
    assert recipe(window).repair is None


def test_a_faded_photo_is_restored_and_keeps_its_own_colors(
    qtbot, window, section, settled, tmp_path, monkeypatch
):
    path = tmp_path / "slide.png"
    write_photo(path, FADED)
    with qtbot.waitSignal(window.coloring.coloring_failed):
        drop(window, files(path))
    button = window.messages._action
    assert button.text() == "Bring its colors back"
    QTest.mouseClick(button, LEFT)
    settled()
    assert recipe(window).coloring is None
    assert recipe(window).revival is not None
    assert "left: cyan" in section.steps[Stage.REVIVAL].note.text()
    before, after = (one.astype(float).mean(axis=(0, 1)) for one in (FADED, source(window)))
    assert np.ptp(after) < np.ptp(before)  # less of a cast
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(window.exports.saved):
        save(window)
    assert np.array_equal(read_photo(tmp_path / "out.png").pixels, source(window))
    assert b"revival" in read_photo(tmp_path / "out.png").metadata.xmp


def test_a_photo_in_color_can_be_colored_anew_after_all(qtbot, window, scan, section, settled):
    window.coloring.document.is_in_color = True
    QTest.mouseClick(section.more, LEFT)
    QTest.mouseClick(section.steps[Stage.TONE].check, LEFT, pos=QPoint(6, 8))
    settled()
    assert recipe(window).coloring is None
    window.troubles.recolor()
    settled()
    assert recipe(window).coloring is not None
    assert window.coloring.document.developed.seen is not None


def test_what_was_found_is_known_when_the_photo_is_shown_again(
    qtbot, restored, scan, section, settled, tmp_path, monkeypatch
):
    other = tmp_path / "other.png"
    write_photo(other, photo(sky(), channels=3).pixels)
    with qtbot.waitSignal(restored.coloring.photo_colored):
        drop(restored, files(other))
    settled()
    assert section.steps[Stage.REPAIR].note.text() == ""
    monkeypatch.setattr("engine.restoration.repairing.detect", None)
    with qtbot.waitSignal(restored.coloring.photo_colored):
        restored.filmstrip.setCurrentRow(0)
    settled()
    assert f"{len(SPECKS)} marks found" in section.steps[Stage.REPAIR].note.text()
    assert "of the tones used" in section.steps[Stage.TONE].note.text()
    assert recipe(restored).repair is not None


def test_noise_is_judged_at_the_photos_own_pixels(window, scan, section, settled):
    step = section.steps[Stage.DENOISE]
    assert step.scale.isHidden(), "the step is not taken"
    step.check.click()
    settled()
    window.viewer.set_zoom(0.37)
    assert step.scale.note.text() == "Seen at 37 %: grain and noise show at 1:1."
    assert not step.scale.isHidden()
    step.scale.to_pixels.click()
    assert window.viewer.zoom * window.viewer.devicePixelRatioF() == pytest.approx(1)
    assert step.scale.isHidden()


def menu_of(window, name):
    action = window.actions_by_name[name]
    return [menu for menu in window._menus._menus.values() if action in menu.actions()]


def test_what_the_brush_copies_is_chosen_by_the_menu_and_by_its_key(window, scan, section, settled):
    viewer, action = window.viewer, window.actions_by_name["choose-source"]
    assert menu_of(window, "choose-source") == menu_of(window, "heal")
    assert action.shortcut().toString() == "S"
    viewer.setFocus()
    QTest.keyClick(viewer, Qt.Key.Key_S)  # the brush comes in hand
    assert viewer.tool is viewer.brush_tool
    assert section.source.text() == "Click the place to copy from"
    QTest.mouseClick(viewer, LEFT, pos=viewer.point_of(0.3, 0.3).toPoint())
    assert section.source.text() == "Copies from the mark"
    action.trigger()
    assert viewer.brush_tool.source is None
    assert not viewer.brush_tool.chooses_source
    window.actions_by_name["protect"].trigger()
    action.trigger()
    assert not viewer.brush_tool.keeps
    assert viewer.brush_tool.chooses_source


@pytest.mark.parametrize(("column", "moves"), [(0.2, True), (0.8, False)])
def test_a_stroke_in_the_half_that_shows_the_original_moves_the_line(
    window, scan, settled, column, moves
):
    viewer = window.viewer
    window.actions_by_name["heal"].trigger()
    assert viewer.split == 0.5
    place = viewer.point_of(0.7, column).toPoint()
    QTest.mouseClick(viewer, LEFT, pos=place)
    assert len(recipe(window).repair.strokes) == 1
    assert viewer.split * viewer.width() < place.x()
    assert (viewer.split != 0.5) is moves
    settled()
    assert viewer.split * viewer.width() < place.x()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Delete])
def test_what_becomes_of_a_finding_is_seen_left_of_the_line_too(restored, settled, key):
    viewer, restoring = restored.viewer, restored.restoring
    viewer.setFocus()
    QTest.keyClick(restored, Qt.Key.Key_N)
    for _ in SPECKS:  # one in the left half
        row, column, *_ = restoring.findings.box_of(restoring.findings.looked_at)
        if viewer.point_of(row, column).x() < viewer.width() / 3:
            break
        QTest.keyClick(restored, Qt.Key.Key_N)
    assert viewer.split == 0.5  # who only looks sees the original
    left = viewer.point_of(row, column).x()
    assert left < viewer.width() / 3
    QTest.keyClick(viewer, key)
    assert viewer.split * viewer.width() < left
    settled()


def test_nothing_moves_where_all_of_the_result_is_seen(window, scan, settled):
    window.actions_by_name["compare-colored"].trigger()
    window.actions_by_name["heal"].trigger()
    viewer = window.viewer
    QTest.mouseClick(viewer, LEFT, pos=viewer.point_of(0.7, 0.2).toPoint())
    settled()
    assert viewer.split == 0.5


@pytest.fixture
def looked_at(window, monkeypatch):
    """The outlines of findings that are laid over the photo, each with the words beside it."""
    shown = []
    show = window.viewer.show_damage

    def remember(image, **how):
        shown.append((image, window.adjust.restore.steps[Stage.REPAIR].note.text()))
        show(image, **how)

    monkeypatch.setattr("engine.restoration.pixel_network.SIDE", 96)
    monkeypatch.setattr(window.viewer, "show_damage", remember)
    return shown


def test_findings_appear_while_the_photo_is_looked_at_first_those_in_view(
    window, scan, section, settled, looked_at
):
    window.viewer.set_zoom(8)
    window.viewer.look_at(SPECKS[1][0] / 256, SPECKS[1][1] / 320)
    settled()
    QTest.mouseClick(section.automatic, LEFT)
    settled()
    outlines = [image for image, _ in looked_at if image is not None]
    assert len(outlines) == 3 * 4 - 1
    speck = outlines[0].copy(SPECKS[1][1] - 9, SPECKS[1][0] - 9, 18, 18)
    assert not is_clear(speck)
    assert is_clear(outlines[0].copy(SPECKS[2][1] - 9, SPECKS[2][0] - 9, 18, 18))
    assert looked_at[-1][0] is None  # the repair is seen, and no outlines, as long as nobody asks
    assert f"{len(SPECKS)} marks found" in section.steps[Stage.REPAIR].note.text()


def is_clear(image):
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return not rows[:, 3 : image.width() * 4 : 4].any()


def test_a_look_that_is_stopped_leaves_nothing_behind(
    qtbot, window, scan, section, settled, looked_at, monkeypatch
):
    glimpsed, propose = window.restoring._glimpsed, restore_tasks.propose
    goes_on = threading.Event()

    def stopping(found):
        glimpsed.emit(found)
        assert goes_on.wait(PATIENCE)  # the next tile is not begun before the user has answered

    monkeypatch.setattr(
        "desktop.jobs.restore_tasks.propose",
        lambda photo, damage, seen, _show: propose(photo, damage, seen, stopping),
    )
    QTest.mouseClick(section.automatic, LEFT)
    qtbot.waitUntil(lambda: bool(looked_at))
    assert looked_at[0][0] is not None
    window.activity.cancel.click()
    goes_on.set()
    settled()
    assert looked_at[-1][0] is None
    assert section.steps[Stage.REPAIR].note.text() == ""
    assert recipe(window).repair is None


def test_a_slider_of_what_was_found_is_seen_before_anything_is_repaired(
    qtbot, restored, section, settled
):
    QTest.mouseClick(section.steps[Stage.TONE].check, LEFT, pos=QPoint(6, 8))
    settled()
    original, repaired = picture(restored, "before"), restored.previews._visible.restored
    colored = restored.previews._visible.after
    restored.coloring._rest.setInterval(NEVER)  # the hand may move on

    def is_live(drawing):
        return drawing.scene.is_live

    with qtbot.waitSignal(restored.previews.drawn, check_params_cb=is_live) as seen:
        section.rows["largest"].box.setValue(1)
    (drawing,) = seen.args
    row, column = SPECKS[0]
    before, after = (rgb_from_qimage(one)[row, column] for one in (colored, drawing.after))
    assert after.max() > before.max() + 40
    assert not drawing.is_exact
    qtbot.waitUntil(lambda: restored.previews._visible.is_exact)
    shown = restored.previews._visible
    assert is_live(shown)
    assert shown.restored[row, column].max() > repaired[row, column].max() + 40
    assert np.array_equal(shown.restored[row, column], original[row, column])
    assert not restored.coloring.activities
    restored.coloring._rest.setInterval(0)
    settled()
    visible = restored.previews._visible
    assert not visible.scene.is_live
    assert np.array_equal(visible.restored, restored.coloring.document.photo.pixels)
