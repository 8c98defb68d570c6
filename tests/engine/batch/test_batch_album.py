"""Colors that are kept beside one photo of a batch, used for the same things in others."""

import csv
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from engine.batch.job import Conflict
from engine.batch.records.folder import plan_batch
from engine.batch.records.report import write_report
from engine.batch.running.album_colors import AlbumColors
from engine.batch.running.pipeline import Pipeline
from engine.batch.running.run import BatchRun
from engine.checkpoints import checkpoint
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Coloring
from tests.engine.album.scenes import frame, scene
from tests.engine.batch.batching import job_for, outcomes_of
from tests.tiny import CPU

HINT = Hint(0.5, 0.5, (-50.0, 50.0), reach=0.6)


@pytest.fixture
def base(tmp_path):
    views = {
        "one.png": frame(scene()),
        "two.png": frame(scene(), top=112, left=134),
        "else.png": frame(scene(4)),
    }
    (tmp_path / "in").mkdir()
    for name, pixels in views.items():
        gray = pixels.mean(axis=-1).astype(np.uint8)
        Image.fromarray(gray).save(tmp_path / "in" / name)
    keep(tmp_path, "one.png", HINT)
    return tmp_path


def keep(base, name, *hints):
    write_sidecar(base / "in" / name, Kept(Recipe(coloring=Coloring(hints=hints))))


def colored(base, model, **rules):
    """Run a batch; return its folder and outcomes by name."""
    job = job_for(base, model, **rules)
    folder = plan_batch(job, anew=True)
    pipeline = Pipeline(checkpoint.load(model, CPU), album=AlbumColors.of(folder))
    with BatchRun(folder, pipeline) as run:
        return folder, outcomes_of(run, job)


def greens(base, name):
    """How much greener than red a result is."""
    rgb = np.asarray(Image.open(base / "out" / name).convert("RGB"), np.float64)
    return (rgb[..., 1] - rgb[..., 0]).mean()


def test_a_frame_of_the_scene_gets_the_color_and_the_report_says_from_where(base, tiny_kolorit):
    colored(base, tiny_kolorit)
    before = {name: greens(base, name) for name in ("two.png", "else.png")}
    folder, outcomes = colored(base, tiny_kolorit, album=True, conflict=Conflict.OVERWRITE)
    taken = {name: outcome.taken_from for name, outcome in outcomes.items()}
    assert taken == {"one.png": (), "two.png": ("one.png",), "else.png": ()}
    assert greens(base, "two.png") > before["two.png"] + 5
    assert greens(base, "else.png") == before["else.png"]
    table, page = write_report(folder)
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines()))
    notes = {row["input"].rsplit("/", 1)[-1]: row["notes"] for row in rows}
    assert notes["two.png"] == "colors of “one.png” were taken over"
    assert '"a":["one.png"]' in page.read_text()


def test_nothing_is_taken_over_unasked_or_without_what_is_kept(base, tiny_kolorit):
    assert colored(base, tiny_kolorit)[1]["two.png"].taken_from == ()
    rules = {"album": True, "sidecars": False, "conflict": Conflict.OVERWRITE}
    assert colored(base, tiny_kolorit, **rules)[1]["two.png"].taken_from == ()


def test_what_a_person_has_set_stays_and_what_was_taken_over_teaches_nobody(base, tiny_kolorit):
    own = Hint(84 / 192, 114 / 256, (0.0, -30.0))
    keep(base, "two.png", own)
    outcomes = colored(base, tiny_kolorit, album=True)[1]
    assert [outcome.taken_from for outcome in outcomes.values()] == [(), (), ()]
    keep(base, "one.png", replace(HINT, taken_over=True))
    keep(base, "two.png")
    outcomes = colored(base, tiny_kolorit, album=True, conflict=Conflict.OVERWRITE)[1]
    assert [outcome.taken_from for outcome in outcomes.values()] == [(), (), ()]


def test_a_photo_with_colors_that_cannot_be_read_holds_up_no_other(base, tiny_kolorit):
    (base / "in" / "one.png").write_bytes(b"no photo")
    outcomes = colored(base, tiny_kolorit, album=True)[1]
    assert {name: outcome.state.value for name, outcome in outcomes.items()} == {
        "one.png": "failed",
        "two.png": "done",
        "else.png": "done",
    }
