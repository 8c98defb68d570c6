"""What came of a batch: each photo counted once, and what can be done about those left out."""

import re

import pytest
from PySide6.QtCore import Qt

from desktop.widgets.batch.batch_progress import BatchProgress
from engine.batch.job import Colored
from engine.batch.outcome import Flag, Outcome, State
from engine.batch.planning.estimate import Estimate
from engine.batch.records.results import Result
from engine.batch.running.run import Counts
from engine.files.image_io import read_photo, write_photo
from tests.desktop.batch.gestures import run, save_in_color
from tests.tiny import gray_pixels


@pytest.fixture
def mixed(scans):
    """Three to color, one of them with a result already; one in color, one that is no photo."""
    save_in_color(scans / "red.png")
    out = scans.with_name("scans-color")
    out.mkdir()
    write_photo(out / "b.png", gray_pixels(20, 30))
    return scans


def texts(dialog):
    items = dialog.progress.results.list
    return [items.item(row).text() for row in range(items.count())]


def select(dialog, *names):
    items = dialog.progress.results.list
    items.clearSelection()
    for row in range(items.count()):
        if items.item(row).text().split("\n")[0] in names:
            items.item(row).setSelected(True)


def color_anyway(qtbot, dialog):
    with qtbot.waitSignal(dialog._worker.ended) as ended:
        qtbot.mouseClick(dialog.progress.results.color, Qt.MouseButton.LeftButton)
    return ended.args[0]


def has_picture(dialog, name):
    items = dialog.progress.results.list
    (item,) = (
        items.item(row) for row in range(items.count()) if items.item(row).text().startswith(name)
    )
    image = item.icon().pixmap(items.iconSize()).toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).alpha() > 0


@pytest.mark.parametrize("colored", [Colored.SKIP, Colored.COPY])
def test_each_photo_is_counted_once(qtbot, dialog, mixed, colored):
    dialog.form.source.show_path(mixed)
    dialog.form.colored.setCurrentIndex(dialog.form.colored.findData(colored))
    run(qtbot, dialog)
    line = dialog.progress.counts.text().splitlines()[0]
    in_color = "1 in color already" if colored is Colored.SKIP else "1 copied"
    words = line.removeprefix("5 of 5: ").split(", ")
    assert sorted(words) == sorted(["2 colored", in_color, "1 skipped", "1 failed"])
    assert sum(int(re.match(r"\d+", word)[0]) for word in words) == 5


def test_photos_that_were_skipped_have_pictures(qtbot, dialog, mixed):
    dialog.form.source.show_path(mixed)
    run(qtbot, dialog)
    assert texts(dialog)[0].startswith("bad.jpg\n")
    assert "b.png\n“b.png” has a result already." in texts(dialog)
    assert "red.png\n“red.png” is a color photo." in texts(dialog)
    assert has_picture(dialog, "red.png")
    qtbot.waitUntil(lambda: has_picture(dialog, "b.png"))  # read when its row is seen
    assert not has_picture(dialog, "bad.jpg")


def test_skipped_photos_are_colored_anyway_and_nothing_is_replaced(qtbot, dialog, mixed):
    dialog.form.source.show_path(mixed)
    run(qtbot, dialog)
    out = mixed.with_name("scans-color")
    before = (out / "b.png").read_bytes()
    results = dialog.progress.results
    assert not results.color.isEnabled()
    select(dialog, "bad.jpg")
    assert not results.color.isEnabled()  # it cannot be read
    select(dialog, "red.png", "b.png", "bad.jpg")
    counts = color_anyway(qtbot, dialog)
    assert (counts.done, counts.skipped, counts.failed, counts.in_color) == (4, 0, 1, 0)
    assert (out / "b.png").read_bytes() == before
    for name in ("red.png", "b-2.png"):
        rgb = read_photo(out / name).rgb.astype(int)
        assert (rgb[..., 0] - rgb[..., 1]).mean() > 10
    assert texts(dialog)[0].startswith("bad.jpg\n")
    assert not any("already" in text or "is a color photo" in text for text in texts(dialog))
    assert dialog.progress.title.text().endswith("failed: “bad.jpg”.")


def test_one_of_those_skipped_is_colored_and_the_others_stay_skipped(qtbot, dialog, mixed):
    dialog.form.source.show_path(mixed)
    run(qtbot, dialog)
    select(dialog, "red.png")
    counts = color_anyway(qtbot, dialog)
    assert (counts.done, counts.skipped) == (3, 1)
    assert not (mixed.with_name("scans-color") / "b-2.png").exists()


def test_a_batch_with_nothing_to_see_to_shows_its_last_photo(qtbot, dialog, scans):
    (scans / "bad.jpg").unlink()
    dialog.form.source.show_path(scans)
    run(qtbot, dialog)
    flagged = texts(dialog)
    assert dialog.progress.results.isHidden() == (not flagged)
    assert dialog.progress.now.isHidden() == bool(flagged)


def test_why_somebody_should_look_is_said_in_words(dialog, tmp_path):
    outcome = Outcome(1, State.DONE, tmp_path / "a.png", doubt=0.6, flags=(Flag.CAST,))
    dialog.results.show([Result(tmp_path / "a.png", tmp_path / "a.png", outcome)])
    assert texts(dialog) == ["a.png\none color over everything; uncertainty: high"]


def counts(done, total):
    return Counts(total, done, 0, 0, 0, 0, total - done)


def test_the_time_left_is_said_once_it_is_known_and_no_rate(qtbot, monkeypatch):
    """Nothing at first, and nothing absurd when each photo takes minutes."""
    progress = BatchProgress()
    qtbot.addWidget(progress)
    now = iter(range(0, 10_000, 120))
    monkeypatch.setattr("desktop.widgets.batch.batch_progress.time.monotonic", lambda: next(now))
    said = []
    for done in range(1, 6):
        outcome = Outcome(done, State.DONE)
        progress.show_outcome(lambda: "name", outcome, counts(done, 5))
        said.append(progress.pace.text())
    assert said == ["", "", "About 4 min left", "About 2 min left", ""]


def test_what_is_left_to_do_decides_what_is_needed(qtbot):
    progress = BatchProgress()
    qtbot.addWidget(progress)
    progress.show_estimate(Estimate(100, 0, 100 << 20, 1 << 40, 6000.0), 1)
    assert "1.0 MiB needed" in progress.needs.text()
    assert progress.needs.text().endswith("It will take about 60 s.")
