import numpy as np
import pytest

from desktop.platform.qimage import rgb_from_qimage
from desktop.preview.keyframes import SLIDERS
from desktop.preview.preview import PreviewController
from desktop.state.document import Document
from desktop.state.item import Item
from engine.coloring.colorize import render
from engine.develop import develop
from engine.errors import DeviceMemoryError
from engine.photo.photo import Photo, Window
from engine.recipe.stages import Grade
from tests.desktop.recipes import recipe_of
from tests.tiny import gray_pixels


def strong(strength):
    return recipe_of(Grade(strength))


def document_of(pixels):
    photo = Photo(pixels)
    return Document(Item(1, None, None, photo), photo)


@pytest.fixture
def previews(engine):
    return PreviewController(engine)


@pytest.fixture
def document(model):
    document = document_of(gray_pixels(40, 60))
    see(document, model)
    return document


def see(document, model):
    document.developed = develop(document.photo, document.recipe, lambda _name: model)


def test_the_picture_follows_a_hand_that_never_rests(qtbot, engine, previews, document, gate):
    """What is being drawn is shown; of what was asked for meanwhile, only the newest is drawn."""
    busy, shown = gate(), []
    previews.drawn.connect(lambda drawing: shown.append(drawing.scene.recipe.grade.strength))
    previews.set_document(document)
    engine.submit(busy)
    previews.set_view(Window(0, 0, 40, 60), (40, 60))
    for percent in range(1, 100):
        document.item.recipe = strong(percent / 100)
        previews.refresh()
    busy.release.set()
    qtbot.waitUntil(lambda: len(shown) == 2)
    assert shown == [1.0, 0.99]


def test_new_settings_reuse_the_frame_and_a_new_window_does_not(qtbot, previews, document):
    previews.set_document(document)
    with qtbot.waitSignal(previews.drawn) as first:
        previews.set_view(Window(0, 0, 40, 60), (20, 30))
    document.item.recipe = strong(0.3)
    with qtbot.waitSignal(previews.drawn) as second:
        previews.refresh()
    assert second.args[0].frame is first.args[0].frame
    assert second.args[0].before is first.args[0].before
    with qtbot.waitSignal(previews.drawn) as third:
        previews.set_view(Window(5, 5, 10, 10), (10, 10))
    assert third.args[0].frame is not first.args[0].frame


def test_behind_a_zoomed_view_the_whole_photo_is_kept_in_step(qtbot, previews, document):
    shown = []
    previews.drawn.connect(lambda drawing: shown.append(drawing.scene))
    previews.set_document(document)
    with qtbot.waitSignals([previews.drawn] * 2):  # and not a moment longer: keyframes come next
        previews.set_view(Window(5, 5, 10, 10), (10, 10))
    document.item.recipe = strong(0.5)
    previews.refresh()
    qtbot.waitUntil(lambda: len(shown) == 4)
    assert [scene.window for scene in shown] == [Window(5, 5, 10, 10), Window(0, 0, 40, 60)] * 2
    assert [scene.recipe.grade.strength for scene in shown] == [1.0, 1.0, 0.5, 0.5]


def test_a_drawing_of_another_photo_is_not_shown(qtbot, engine, previews, document, gate, model):
    busy, shown = gate(), []
    previews.drawn.connect(shown.append)
    previews.set_document(document)
    engine.submit(busy)
    previews.set_view(Window(0, 0, 40, 60), (40, 60))
    other = document_of(gray_pixels(20, 20))
    previews.set_document(other)
    previews.set_view(Window(0, 0, 20, 20), (20, 20))
    busy.release.set()
    qtbot.waitUntil(lambda: bool(shown))
    assert [drawing.scene.photo for drawing in shown] == [other.photo]


def test_a_small_picture_of_the_whole_is_replaced_behind_a_zoomed_view(qtbot, previews, document):
    shown = []
    previews.drawn.connect(lambda drawing: shown.append((drawing.scene.window, drawing.scene.size)))
    previews.set_document(document)
    with qtbot.waitSignal(previews.drawn):
        previews.set_view(Window(0, 0, 40, 60), (10, 15))
    previews.set_view(Window(5, 5, 10, 10), (10, 10))
    qtbot.waitUntil(lambda: len(shown) == 3)
    assert shown[1:] == [(Window(5, 5, 10, 10), (10, 10)), (Window(0, 0, 40, 60), (40, 60))]


@pytest.fixture
def rested(qtbot, previews, document):
    """Previews that have had time to make keyframes."""
    previews.set_document(document)
    previews.set_view(Window(0, 0, 40, 60), (40, 60))
    qtbot.waitUntil(lambda: len(getattr(keys_of(previews), "renders", ())) == 9)
    return previews


NEVER = 10**9
"""Milliseconds after which a hand rests that the test lets rest when it wants to."""


def keys_of(previews):
    return previews._visible and previews._visible.keys


def test_a_dragged_slider_renders_nothing_until_the_hand_rests(
    qtbot, rested, document, monkeypatch
):
    rendered = []

    def counted(frame, settings):
        rendered.append(settings.strength)
        return render(frame, settings)

    monkeypatch.setattr("engine.coloring.colorize.render", counted)
    rested._rest.setInterval(NEVER)
    for strength in (0.9, 0.6, 0.45):
        document.item.recipe = strong(strength)
        with qtbot.waitSignal(rested.drawn) as drawn:
            rested.refresh()
        assert not drawn.args[0].is_exact
        assert rendered == []
    mixed = rgb_from_qimage(drawn.args[0].after).astype(int)
    with qtbot.waitSignal(rested.drawn) as drawn:
        rested._rest.setInterval(0)
    exact = rgb_from_qimage(drawn.args[0].after)
    assert drawn.args[0].is_exact
    assert rendered == [0.45]
    assert np.array_equal(exact, render(drawn.args[0].frame, Grade(0.45)))
    assert np.abs(mixed - exact).max() <= 2


def test_a_slider_without_keyframes_is_rendered_at_first_and_then_mixed(qtbot, rested, document):
    exact = []
    rested._rest.setInterval(NEVER)
    for warmth in (0.1, 0.15, 0.2):
        document.item.recipe = recipe_of(Grade(1.0, warmth))
        with qtbot.waitSignal(rested.drawn) as drawn:
            rested.refresh()
        exact.append(drawn.args[0].is_exact)
    assert exact == [True, False, False]
    assert sorted(keys_of(rested).renders) == [0, 1]


def test_keyframes_of_other_colors_are_not_mixed(qtbot, rested, document, model):
    see(document, model)
    document.item.recipe = strong(0.6)
    with qtbot.waitSignal(rested.drawn) as drawn:
        rested.refresh()
    assert drawn.args[0].is_exact
    assert drawn.args[0].keys is None


def test_keyframes_are_made_unseen(qtbot, previews, document):
    shown = []
    previews.drawn.connect(shown.append)
    previews.set_document(document)
    previews.set_view(Window(0, 0, 40, 60), (40, 60))
    qtbot.waitUntil(lambda: len(getattr(keys_of(previews), "renders", ())) == 9)
    assert len(shown) == 1


def test_a_slider_that_a_hand_takes_has_keyframes_before_it_moves(qtbot, rested, document):
    rested.take_hold("warmth")
    qtbot.waitUntil(lambda: keys_of(rested).slider is SLIDERS["warmth"])
    qtbot.waitUntil(lambda: len(keys_of(rested).renders) == 9)
    rested._rest.setInterval(NEVER)
    document.item.recipe = recipe_of(Grade(1.0, 0.1))
    with qtbot.waitSignal(rested.drawn) as drawn:
        rested.refresh()
    assert not drawn.args[0].is_exact


@pytest.mark.parametrize("name", ["size", "sensitivity"])
def test_what_cannot_be_mixed_keeps_the_keyframes_there_are(rested, name):
    before = keys_of(rested)
    rested.take_hold(name)
    assert keys_of(rested) is before


def exhausted(*_arguments):
    """Do what a library does without memory."""
    raise MemoryError


def broken(*_arguments):
    """Have a bug."""
    raise ZeroDivisionError


def test_a_drawing_that_fails_is_told_once_and_begun_again_when_something_changes(
    qtbot, previews, document, monkeypatch
):
    tries, told = [], []
    previews.failed.connect(told.append)
    monkeypatch.setattr(
        "engine.coloring.colorize.render", lambda *_: tries.append(1) or exhausted()
    )
    previews._rest.setInterval(NEVER)
    previews.set_document(document)
    with qtbot.waitSignal(previews.failed):
        previews.set_view(Window(0, 0, 40, 60), (40, 60))
    assert isinstance(told[0], DeviceMemoryError)
    with qtbot.waitSignal(previews._rest.timeout):
        previews._rest.setInterval(0)
    previews.refresh()
    assert len(tries) == len(told) == 1
    assert previews._job.has_ended
    monkeypatch.setattr("engine.coloring.colorize.render", render)
    document.item.recipe = strong(0.5)
    with qtbot.waitSignal(previews.drawn):
        previews.refresh()


def test_a_drawing_that_crashes_is_not_begun_again(qtbot, engine, previews, document, monkeypatch):
    bugs = []
    engine.crashed.connect(bugs.append)
    monkeypatch.setattr("engine.coloring.colorize.render", broken)
    previews._rest.setInterval(NEVER)
    previews.set_document(document)
    with qtbot.waitSignal(engine.crashed):
        previews.set_view(Window(0, 0, 40, 60), (40, 60))
    with qtbot.waitSignal(previews._rest.timeout):
        previews._rest.setInterval(0)
    assert previews._job.has_ended
    assert len(bugs) == 1


def test_what_changed_while_a_drawing_failed_is_drawn(
    qtbot, engine, previews, document, gate, monkeypatch
):
    busy = gate()
    engine.submit(busy)
    monkeypatch.setattr(
        "engine.coloring.colorize.render",
        lambda frame, settings: exhausted() if settings.strength == 1 else render(frame, settings),
    )
    previews.set_document(document)
    previews.set_view(Window(0, 0, 40, 60), (40, 60))
    document.item.recipe = strong(0.5)
    previews.refresh()
    with qtbot.waitSignals([previews.failed, previews.drawn]):
        busy.release.set()


def test_a_drawing_that_fails_is_told_in_the_window(qtbot, opened, monkeypatch):
    monkeypatch.setattr("engine.coloring.colorize.render", exhausted)
    with qtbot.waitSignal(opened.previews.failed):
        opened.viewer.zoom_in()
    assert "not enough memory" in opened.messages.text
