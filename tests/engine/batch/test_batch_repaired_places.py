"""Pictures of repaired places in a batch's report."""

import base64
import io
import json

import numpy as np
import pytest
from PIL import Image

from engine.batch.outcome import Flag, Outcome
from engine.batch.records import report
from engine.batch.records.folder import BatchFolder, plan_batch
from engine.batch.records.report import write_report
from engine.batch.running.repaired_places import (
    MOST,
    SIDE,
    picture_of_repairs,
    repaired_windows,
)
from engine.batch.running.run import BatchRun
from engine.develop import Developed
from engine.files.image_io import write_photo
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Repair
from engine.recipe.stroke import Stroke
from engine.restoration.restoring import Known, restore
from tests.engine.batch.batching import job_for, outcomes_of, pipeline_for
from tests.engine.batch.test_batch_report import made_up
from tests.engine.restoration.test_detection import SPECKS, dusty, photo, sky

PLAIN = Recipe(coloring=None)


def holes(*windows):
    mask = np.zeros((256, 320), bool)
    for row, column, side in windows:
        mask[row : row + side, column : column + side] = True
    return mask


def restored(plane, **known):
    return restore(
        photo(plane, channels=3), Recipe(coloring=None, repair=Repair()), known=Known(**known)
    )


def contains(window, row, column):
    return 0 <= row - window.top < window.height and 0 <= column - window.left < window.width


def test_the_largest_repairs_are_shown_and_no_place_twice():
    mask = holes(
        (20, 20, 3), (30, 200, 24), (200, 100, 12), (203, 118, 10), (200, 280, 4), (120, 20, 5)
    )
    windows = repaired_windows(restored(sky(), mask=mask))
    assert len(windows) == MOST
    assert contains(windows[0], 42, 212)
    assert contains(windows[1], 206, 106)
    assert contains(windows[2], 122, 22)
    assert all(window.size == (64, 64) for window in windows)


def test_the_finding_that_was_least_sure_is_among_them():
    found = restored(dusty(sky()))
    detection = found.damage.detection
    findings = list(detection.findings())
    unsure = min(findings, key=lambda one: one.probability)
    assert detection.least_sure() == unsure
    windows = repaired_windows(found)
    assert len(windows) == MOST < len(SPECKS)
    middle = unsure.window.top + 3, unsure.window.left + 3
    assert any(contains(window, *middle) for window in windows)


def test_places_are_shown_before_and_after_in_a_small_picture():
    plane = dusty(sky())
    done = restored(plane)
    developed = Developed(done.original, PLAIN, done, None, None, None)
    content = picture_of_repairs(developed)
    assert len(content) < 20_000
    picture = np.asarray(Image.open(io.BytesIO(content)))
    assert picture.shape == (MOST * SIDE + (MOST - 1) * 4, 2 * SIDE + 4, 3)
    before, after = picture[:SIDE, :SIDE], picture[:SIDE, -SIDE:]
    assert before.max() > 230  # a speck
    assert after.max() < 210
    untouched = restored(sky())
    nothing = Developed(untouched.original, PLAIN, untouched, None, None, None)
    assert picture_of_repairs(nothing) == b""
    assert picture_of_repairs(Developed(done.original, PLAIN, None, None, None, None)) == b""


@pytest.mark.parametrize("size", [(1, 1), (5, 300), (40, 40)])
def test_small_photos_have_small_places(size):
    mask = np.zeros(size, bool)
    mask[: (size[0] + 1) // 2, : size[1] // 2] = True
    plane = np.full(size, 120.0)
    done = restored(plane, mask=mask)
    for window in repaired_windows(done):
        assert window.height == window.width <= min(size)


def rows_of(page):
    lines = page.read_text(encoding="utf-8").splitlines()
    return [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"i"')]


def test_the_report_shows_where_a_photo_to_be_looked_at_was_repaired(tmp_path, tiny_kolorit):
    folder = tmp_path / "in"
    folder.mkdir()
    strokes = {"wide.png": Stroke(((0.5, 0.5),), 0.2), "small.png": Stroke(((0.5, 0.5),), 0.01)}
    for name, stroke in strokes.items():
        write_photo(folder / name, photo(sky(), channels=3).pixels)
        repair = Repair(finds=False, strokes=(stroke,))
        write_sidecar(folder / name, Kept(Recipe(repair=repair, coloring=None)))
    job = job_for(tmp_path, tiny_kolorit)
    with BatchRun(plan_batch(job), pipeline_for(job)) as run:
        outcomes_of(run, job)
    _, page = write_report(BatchFolder(job.target))
    rows = {row["i"].rpartition("/")[2]: row for row in rows_of(page)}
    assert Flag.INVENTED.value in rows["wide.png"]["f"]
    picture = Image.open(io.BytesIO(base64.b64decode(rows["wide.png"]["y"])))
    assert picture.format == "WEBP"
    assert picture.size == (2 * SIDE + 4, SIDE)
    assert rows["small.png"]["f"] == []
    assert "y" not in rows["small.png"]
    assert "Repaired places, before and after:" in page.read_text(encoding="utf-8")


def test_the_pictures_of_repairs_are_bounded(tmp_path, tiny_kolorit, monkeypatch):
    def with_repairs(*args):
        return Outcome(*args, repairs=b"RIFF of repairs")

    monkeypatch.setattr("tests.engine.batch.test_batch_report.Outcome", with_repairs)
    monkeypatch.setattr(report, "MAX_REPAIRS", 3)
    folder = made_up(tmp_path, tiny_kolorit, 8, flagged={7})
    _, page = write_report(folder, max_thumbnails=6)
    shown = [number for number, row in enumerate(rows_of(page), 1) if "y" in row]
    assert shown == [1, 2, 3]
