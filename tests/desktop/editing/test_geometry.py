"""Turning, mirroring and cropping a photo, as a user does it in the window."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from engine.cropping import cut_pixels
from engine.files.image_io import read_photo, write_photo
from engine.recipe.crop_frame import frame_of
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, read_sidecar
from engine.recipe.stages import Crop, Orientation
from tests.desktop.gestures import choose, colored, drop, files, save, show_photo, told
from tests.engine.restoration.test_geometry import print_of, scan_of
from tests.engine.restoration.test_tilt import sea
from tests.pictures import PHOTOS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def trigger(window, wait_until_idle):
    def run(name):
        window.actions_by_name[name].trigger()
        wait_until_idle()

    return run


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifier)


def drag(viewer, start, end):
    start, end = QPoint(round(start.x()), round(start.y())), QPoint(round(end.x()), round(end.y()))
    QTest.mousePress(viewer, LEFT, pos=start)
    QTest.mouseMove(viewer, (start + end) / 2)
    QTest.mouseMove(viewer, end)
    QTest.mouseRelease(viewer, LEFT, pos=end)


def recipe_of(window):
    return window.coloring.document.recipe


def shown_gray(window, row, column):
    """The lightness that is painted at a place of the photo, 0 to 255, before coloring."""
    viewer = window.viewer
    viewer.peek(is_on=True)
    picture = viewer.grab().toImage()
    viewer.peek(is_on=False)
    return picture.pixelColor(viewer.point_of(row, column).toPoint()).red()


@pytest.fixture
def marked(qtbot, window, marked_photo, wait_until_idle):
    with qtbot.waitSignal(window.previews.drawn, check_params_cb=colored):
        drop(window, files(marked_photo))
    wait_until_idle()
    return window


@pytest.mark.parametrize(
    ("name", "size", "place"),
    [
        ("rotate-right", (200, 120), (40 / 200, 95 / 120)),
        ("rotate-left", (200, 120), (160 / 200, 25 / 120)),
        ("mirror", (120, 200), (25 / 120, 160 / 200)),
    ],
)
def test_a_photo_is_turned_and_mirrored_and_turned_back(marked, trigger, name, size, place):
    trigger(name)
    assert marked.coloring.document.photo.size == size
    assert shown_gray(marked, *place) > 200
    assert shown_gray(marked, 1 - place[0], 1 - place[1]) < 60
    assert marked.coloring.document.developed is not None  # it was colored anew, as it lies now
    trigger("undo")
    assert recipe_of(marked) == Recipe()
    assert shown_gray(marked, 25 / 120, 40 / 200) > 200
    trigger("redo")
    assert marked.coloring.document.photo.size == size


def test_keys_turn_and_mirror(marked, wait_until_idle):
    control = Qt.KeyboardModifier.ControlModifier
    press(marked.viewer, Qt.Key.Key_BracketRight, control)
    wait_until_idle()
    assert recipe_of(marked).orientation == Orientation(1)
    press(marked.viewer, Qt.Key.Key_BracketLeft, control)
    press(marked.viewer, Qt.Key.Key_Left, control)
    wait_until_idle()
    assert recipe_of(marked).orientation == Orientation(3)
    assert marked.coloring.document.photo.turned == (3, False)
    press(marked.viewer, Qt.Key.Key_M)
    wait_until_idle()
    assert recipe_of(marked).orientation == Orientation(1, mirrored=True)


def test_what_is_saved_lies_as_it_is_shown(qtbot, marked, monkeypatch, tmp_path, trigger):
    trigger("rotate-right")
    choose(monkeypatch, tmp_path / "saved.png")
    with qtbot.waitSignal(marked.exports.saved):
        save(marked)
    written = read_photo(tmp_path / "saved.png")
    assert written.size == (200, 120)
    assert written.pixels[40, 95].min() > written.pixels[160, 25].max()


def test_a_turned_photo_is_still_turned_after_another_was_looked_at(
    qtbot, marked, trigger, gray_jpeg, wait_until_idle
):
    trigger("rotate-left")
    with qtbot.waitSignal(marked.coloring.photo_colored):
        drop(marked, files(gray_jpeg))
    wait_until_idle()
    show_photo(qtbot, marked, 0)
    wait_until_idle()
    assert marked.coloring.document.photo.size == (200, 120)
    assert shown_gray(marked, 160 / 200, 25 / 120) > 200


def test_how_a_photo_lies_is_kept_beside_it(qtbot, marked, marked_photo, trigger):
    trigger("rotate-left")
    with qtbot.waitSignal(marked.exports.saved):
        marked.actions_by_name["keep-settings"].trigger()
    assert read_sidecar(marked_photo) == Kept(Recipe(orientation=Orientation(3)))
    marked.actions_by_name["close-photo"].trigger()
    with qtbot.waitSignal(marked.coloring.photo_colored):
        drop(marked, files(marked_photo))
    assert marked.coloring.document.photo.size == (200, 120)


def test_the_strip_shows_how_the_photo_lies(marked, trigger, qtbot):
    item = marked.album.current
    qtbot.waitUntil(lambda: item.thumbnail is not None)
    assert item.thumbnail.width() > item.thumbnail.height()
    trigger("rotate-right")
    qtbot.waitUntil(lambda: item.thumbnail.width() < item.thumbnail.height())


def corner(viewer, index):
    """Where a corner of the crop rectangle lies in the widget: 0 upper left, 1 lower right."""
    frame, (height, width) = viewer.crop_tool.frame, viewer._view.photo
    place = (0, 0) if index == 0 else (frame.height, frame.width)
    y, x = frame.to_photo(*place)
    return viewer.point_of(y / height, x / width)


def test_a_corner_is_pulled_and_enter_crops(qtbot, marked, trigger, monkeypatch, tmp_path):
    viewer = marked.viewer
    trigger("crop")
    assert marked._workspace.crop_bar.isVisible()
    assert not viewer.has_split
    assert "Enter crops, Escape cancels" in viewer.accessibleDescription()
    assert shown_gray(marked, 25 / 120, 40 / 200) > 200
    drag(viewer, corner(viewer, 1), viewer.point_of(0.5, 0.4))
    press(viewer, Qt.Key.Key_Return)
    assert not marked._workspace.crop_bar.isVisible()
    frame = frame_of(recipe_of(marked).crop, (120, 200))
    assert frame.top_left == (0, 0)
    assert frame.size == pytest.approx((60, 80), abs=1)
    assert viewer._view.frame == frame
    assert viewer.has_split
    assert shown_gray(marked, 25 / 120, 40 / 200) > 200
    choose(monkeypatch, tmp_path / "saved.png")
    with qtbot.waitSignal(marked.exports.saved):
        save(marked)
    assert read_photo(tmp_path / "saved.png").size == frame.size
    trigger("undo")
    assert recipe_of(marked) == Recipe()
    assert viewer._view.is_whole


def test_escape_leaves_the_photo_as_it_was(marked, trigger):
    trigger("crop")
    drag(marked.viewer, corner(marked.viewer, 0), marked.viewer.point_of(0.5, 0.5))
    assert marked.viewer.crop_tool.crop != Crop()
    press(marked.viewer, Qt.Key.Key_Escape)
    assert recipe_of(marked) == Recipe()
    assert marked.viewer.tool is marked.viewer.look_tool
    assert not marked.actions_by_name["crop"].isChecked()
    assert not marked.actions_by_name["undo"].isEnabled()


def test_all_of_it_goes_by_keys(marked, wait_until_idle):
    viewer, shift = marked.viewer, Qt.KeyboardModifier.ShiftModifier
    press(viewer, Qt.Key.Key_R)
    tool = viewer.crop_tool
    for _ in range(10):
        press(viewer, Qt.Key.Key_Up, shift)
        press(viewer, Qt.Key.Key_Left, shift)
    before = tool.frame
    assert (before.height, before.width) == (110, 190)
    press(viewer, Qt.Key.Key_Down)
    press(viewer, Qt.Key.Key_Right)
    assert (tool.frame.y, tool.frame.x) == (before.y + 1, before.x + 1)
    for _ in range(5):
        press(viewer, Qt.Key.Key_BracketRight)
    assert tool.crop.degrees == pytest.approx(0.5)
    assert marked._workspace.crop_bar.box.value() == pytest.approx(0.5)
    press(viewer, Qt.Key.Key_Enter)
    assert recipe_of(marked).crop == tool.crop
    press(viewer, Qt.Key.Key_R)
    marked._workspace.crop_bar.reset.click()
    press(marked._workspace.crop_bar.box, Qt.Key.Key_Return)
    assert recipe_of(marked).crop == Crop()


def test_the_rectangle_stays_within_the_photo(marked, trigger):
    viewer = marked.viewer
    trigger("crop")
    marked._workspace.crop_bar.slider.setValue(80)
    tool, size = viewer.crop_tool, (120, 200)
    assert tool.crop.degrees == 8.0
    for index, place in ((0, (-0.5, -0.5)), (1, (1.4, 1.4))):
        drag(viewer, corner(viewer, index), viewer.point_of(*place))
        top, left, bottom, right = tool.frame.bounds(0, 0, *tool.frame.size)
        assert min(top, left) >= -0.1
        assert bottom <= size[0] + 0.1
        assert right <= size[1] + 0.1
    for _ in range(80):
        press(viewer, Qt.Key.Key_Right)
    assert tool.frame.bounds(0, 0, *tool.frame.size)[3] <= size[1] + 0.1


def test_straightening_to_and_fro_loses_nothing(marked, trigger):
    trigger("crop")
    slider = marked._workspace.crop_bar.slider
    for step in (30, 150, -40, 0):
        slider.setValue(step)
    assert marked.viewer.crop_tool.crop == Crop()


def test_a_drag_outside_turns_the_photo_with_the_hand(marked, trigger):
    viewer = marked.viewer
    trigger("crop")
    drag(viewer, corner(viewer, 1), viewer.point_of(0.6, 0.6))
    drag(viewer, viewer.point_of(0.3, 0.9), viewer.point_of(0.5, 0.9))  # clockwise, at the right
    assert viewer.crop_tool.crop.degrees > 1


def test_the_print_on_a_scan_is_found(qtbot, window, tmp_path, wait_until_idle, trigger):
    scan = scan_of([(print_of(size=(180, 250)), (330, 260), 6.0)], size=(520, 660))
    write_photo(tmp_path / "scan.png", np.repeat(scan, 3, axis=2))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(tmp_path / "scan.png"))
    wait_until_idle()
    trigger("crop")
    bar = window._workspace.crop_bar
    QTest.mouseClick(bar.automatic, LEFT)
    wait_until_idle()
    QTest.mouseClick(bar.apply, LEFT)
    crop = recipe_of(window).crop
    assert crop.degrees == pytest.approx(-6.0, abs=0.3)
    assert frame_of(crop, (520, 660)).size == pytest.approx((180, 250), abs=5)
    shown = cut_pixels(scan, frame_of(crop, (520, 660)))
    assert shown.max() < 225  # no bed is left


def test_a_photo_without_a_border_is_set_straight(
    qtbot, window, tmp_path, wait_until_idle, trigger
):
    write_photo(tmp_path / "sea.png", np.repeat(sea(3.0), 3, axis=2))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(tmp_path / "sea.png"))
    wait_until_idle()
    trigger("crop")
    bar = window._workspace.crop_bar
    QTest.mouseClick(bar.automatic, LEFT)
    wait_until_idle()
    assert bar.box.value() == pytest.approx(-3.0, abs=0.1)
    QTest.mouseClick(bar.apply, LEFT)
    crop = recipe_of(window).crop
    assert crop.degrees == pytest.approx(-3.0, abs=0.1)
    assert (crop.height, crop.width) == (1, 1)


def test_a_photo_without_a_bed_has_no_print_to_be_found(marked, trigger, wait_until_idle):
    trigger("crop")
    marked.viewer.crop_tool.begin(Crop(width=0.5))
    document = marked.coloring.document
    noise = np.random.default_rng(1).integers(0, 255, document.photo.pixels.shape, np.uint8)
    document.photo.pixels[...] = noise
    marked._workspace.crop_bar.automatic.click()
    wait_until_idle()
    assert "Found neither a print nor a tilt" in marked._workspace.crop_bar.found.text()
    assert marked.viewer.crop_tool.crop == Crop(width=0.5)


def test_sliders_for_all_leave_each_photo_as_it_lies(qtbot, marked, trigger, gray_jpeg):
    trigger("rotate-left")
    with qtbot.waitSignal(marked.coloring.photo_colored):
        drop(marked, files(gray_jpeg))
    trigger("mirror")
    marked.adjust.rows["strength"].value_changed.emit(50)
    trigger("apply-to-all")
    first, second = marked.album.items
    assert first.recipe.orientation == Orientation(3)
    assert second.recipe.orientation == Orientation(0, mirrored=True)


def test_another_photo_ends_cropping(qtbot, marked, trigger, gray_jpeg):
    trigger("crop")
    with qtbot.waitSignal(marked.coloring.photo_colored):
        drop(marked, files(gray_jpeg))
    told(qtbot, marked)
    assert marked.viewer.tool is marked.viewer.look_tool
    assert not marked._workspace.crop_bar.isVisible()
    assert recipe_of(marked) == Recipe()


def test_the_tool_of_before_is_in_hand_again(marked, trigger):
    trigger("heal")
    trigger("crop")
    assert not marked.actions_by_name["heal"].isChecked()
    press(marked.viewer, Qt.Key.Key_Escape)
    assert marked.viewer.tool is marked.viewer.brush_tool
    assert marked.actions_by_name["heal"].isChecked()


def test_enter_crops_also_while_a_finding_is_looked_at(marked, trigger):
    trigger("crop")
    keep = marked.actions_by_name["keep-finding"]
    keep.setEnabled(True)  # as it is while a finding is looked at
    marked.viewer.crop_tool.begin(Crop(width=0.5))
    press(marked.viewer, Qt.Key.Key_Return)
    assert recipe_of(marked).crop == Crop(width=0.5)


def test_a_photo_in_color_keeps_its_colors_and_can_be_saved_turned(
    qtbot, window, tmp_path, monkeypatch, wait_until_idle, trigger
):
    pixels = PHOTOS["coffee"][::2, ::2]
    write_photo(tmp_path / "color.png", pixels)
    with qtbot.waitSignal(window.coloring.coloring_failed):
        drop(window, files(tmp_path / "color.png"))
    wait_until_idle()
    trigger("rotate-right")
    assert recipe_of(window) == Recipe(orientation=Orientation(1), coloring=None)
    choose(monkeypatch, tmp_path / "saved.png")
    with qtbot.waitSignal(window.exports.saved):
        save(window)
    assert np.array_equal(read_photo(tmp_path / "saved.png").pixels, np.rot90(pixels, -1))


@pytest.mark.parametrize(
    ("key", "turns"),
    [
        (Qt.Key.Key_BracketRight, 1),
        (Qt.Key.Key_BracketLeft, 3),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Left, 3),
    ],
)
def test_with_ctrl_brackets_and_arrows_rotate_also_while_cropping(
    marked, trigger, wait_until_idle, key, turns
):
    trigger("crop")
    tool = marked.viewer.crop_tool
    tool.begin(Crop(2.0, row=0.4, column=0.3, height=0.5, width=0.4))
    press(marked.viewer, key, Qt.KeyboardModifier.ControlModifier)
    wait_until_idle()
    assert recipe_of(marked) == Recipe(orientation=Orientation(turns))
    assert marked.viewer.tool is tool  # what is being cropped goes on, turned along
    assert marked._workspace.crop_bar.isVisible()
    assert (tool.crop.degrees, tool.crop.height, tool.crop.width) == (2.0, 0.4, 0.5)
    assert (tool.crop.row, tool.crop.column) == pytest.approx(
        (0.3, 0.6) if turns == 1 else (0.7, 0.4)
    )
    press(marked.viewer, Qt.Key.Key_BracketRight)
    assert tool.crop.degrees == 2.1
    assert recipe_of(marked).orientation == Orientation(turns)


def test_brackets_rotate_with_ctrl_also_with_the_brush_in_hand(marked, trigger, wait_until_idle):
    trigger("heal")
    radius = marked.viewer.brush_tool.radius
    press(marked.viewer, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    wait_until_idle()
    assert recipe_of(marked).orientation == Orientation(1)
    assert marked.viewer.brush_tool.radius == radius
    press(marked.viewer, Qt.Key.Key_BracketRight)
    assert marked.viewer.brush_tool.radius > radius


def test_another_crop_asks_no_network_anew(marked, trigger, wait_until_idle):
    document = marked.coloring.document
    before = document.developed
    trigger("crop")
    marked.viewer.crop_tool.begin(Crop(3.0, width=0.5))
    press(marked.viewer, Qt.Key.Key_Return)
    wait_until_idle()
    assert recipe_of(marked).crop == Crop(3.0, width=0.5)
    assert document.is_up_to_date
    assert document.developed is before
