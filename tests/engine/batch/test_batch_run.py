import errno
import io
import os
import shutil
import threading

import numpy as np
import pytest
from PIL import Image

from engine.batch import photos
from engine.batch.job import Colored, Conflict
from engine.batch.outcome import FileIdentity, Flag, Outcome, State
from engine.batch.records.claims import read_claim, write_claim
from engine.batch.records.folder import BatchFolder, plan_batch
from engine.batch.records.journal import Journal, read_progress
from engine.batch.records.placing import identity_at
from engine.batch.running import pipeline
from engine.batch.running.control import Control
from engine.batch.running.pipeline import Pipeline, PixelBudget
from engine.batch.running.run import BatchRun, Continued, Finished, Paused
from engine.checkpoints import checkpoint
from engine.errors import BatchError, BatchProblem, ImageProblem
from engine.files.image_io import read_photo
from engine.recipe.controls import BY_NAME
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Crop, Orientation
from tests.engine.batch.batching import (
    color_all,
    ends,
    job_for,
    journal_lines,
    outcomes_of,
    pipeline_for,
    results,
    save_gray,
)
from tests.pictures import PHOTOS, in_doubt
from tests.threads import PATIENCE
from tests.tiny import CPU


def test_a_messy_folder_ten_levels_deep(tmp_path, tiny_kolorit):
    """Five in a hundred files are bad; none of the others is lost."""
    source, good = tmp_path / "in", set()
    for index in range(95):
        depth = index % 11
        folder = "/".join(f"уровень {level}" for level in range(depth))
        good.add(f"{folder}/фото {index} 🎞.jpg".lstrip("/"))
    good |= {
        "long/" + "n" * 196 + ".png",
        "long/" + "ю" * 120 + ".webp",
        "same/a.jpg",
        "same/a.tif",
    }
    for index, name in enumerate(sorted(good)):
        save_gray(source / name, index)
    raw = os.fsdecode(b"caf\xe9.jpg")  # a name that is no Unicode
    save_gray(source / "x.jpg").rename(source / raw)
    whole = (source / "same/a.jpg").read_bytes()
    bad = {"bad/text.jpg": b"no photo", "bad/cut.jpg": whole[: len(whole) // 2], "bad/0.png": b""}
    for name, content in bad.items():
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_bytes(content)
    (source / "bad/loop").symlink_to(source)
    (source / "bad/gone.tif").symlink_to(source / "nowhere.tif")
    (source / "Thumbs.db").write_bytes(b"x")

    outcomes, counts = color_all(job_for(tmp_path, tiny_kolorit, format=".jpg"))

    assert set(outcomes) == good | {raw} | set(bad) | {"bad/gone.tif"}
    states = {name: outcome.state for name, outcome in outcomes.items()}
    assert {name for name, state in states.items() if state is State.DONE} == good | {raw}
    reasons = {n: outcomes[n].reason for n in outcomes if states[n] is not State.DONE}
    assert reasons["bad/text.jpg"] == ImageProblem.UNKNOWN_FORMAT.value
    assert reasons["bad/cut.jpg"].startswith(ImageProblem.DAMAGED.value)
    assert reasons["bad/0.png"] == ImageProblem.EMPTY.value
    assert reasons["bad/gone.tif"] == ImageProblem.MISSING.value
    written = results(tmp_path / "out")
    assert len(written) == len(good) + 1 == counts.done
    assert {"same/a.jpg", "same/a-2.jpg", "уровень 0/уровень 1/фото 2 🎞.jpg"} <= written
    assert (counts.failed, counts.skipped, counts.remaining) == (3, 1, 0)
    for name, outcome in outcomes.items():
        if outcome.state is State.DONE:
            assert outcome.target.suffix == ".jpg"
            assert photos.read(outcome.target).size == photos.read(source / name).size


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_not_called_an_empty_photo(tmp_path, tiny_kolorit):
    (tmp_path / "in").mkdir()
    os.mkfifo(tmp_path / "in" / "a.jpg")
    outcomes, _ = color_all(job_for(tmp_path, tiny_kolorit))
    assert outcomes["a.jpg"].state is State.FAILED
    assert outcomes["a.jpg"].reason.endswith("(it is no regular file)")


def test_results_tell_doubt_size_time_and_a_thumbnail(tmp_path, tiny_kolorit):
    deep = tmp_path / "in" / "deep.tif"
    deep.parent.mkdir()
    Image.fromarray(np.full((40, 60), 30_000, np.uint16)).save(deep)
    outcomes, _ = color_all(job_for(tmp_path, tiny_kolorit))
    outcome = outcomes["deep.tif"]
    assert outcome.size == (40, 60)
    assert 0 < outcome.doubt < 1
    assert outcome.seconds > 0
    assert outcome.notes == ()
    assert read_photo(tmp_path / "out" / "deep.tif").bits == 16
    assert outcome.thumbnail.startswith(b"RIFF")


def test_settings_reach_the_pixels(tmp_path, tiny_kolorit):
    save_gray(tmp_path / "in" / "a.png", size=(80, 90))
    written = set()
    for name, value in (("strength", 1.0), ("strength", 0.0), ("vividness", 3.0), ("size", 40)):
        recipe = BY_NAME[name].write(Recipe(), value)
        job = job_for(tmp_path, tiny_kolorit, settings={"recipe": recipe})
        color_all(job)
        written.add((tmp_path / "out" / "a.png").read_bytes())
        shutil.rmtree(tmp_path / "out")
    assert len(written) == 4


@pytest.mark.parametrize(
    ("colored", "state"), [("skip", State.SKIPPED), ("copy", State.COPIED), ("color", State.DONE)]
)
def test_photos_in_color_already(tmp_path, tiny_kolorit, colored, state):
    (tmp_path / "in").mkdir()
    Image.fromarray(PHOTOS["astronaut"]).resize((64, 64)).save(tmp_path / "in" / "a.jpg")
    job = job_for(tmp_path, tiny_kolorit, colored=Colored(colored))
    outcomes, _ = color_all(job)
    assert outcomes["a.jpg"].state is state
    assert results(tmp_path / "out") == ({"a.jpg"} if state is not State.SKIPPED else set())
    if state is State.COPIED:
        copied = (tmp_path / "out" / "a.jpg").read_bytes()
        assert copied == (tmp_path / "in" / "a.jpg").read_bytes()
        shutil.rmtree(tmp_path / "out")
        color_all(job_for(tmp_path, tiny_kolorit, colored=Colored.COPY, format=".png"))
        with Image.open(tmp_path / "out" / "a.png") as image:
            assert image.format == "PNG"


def test_a_photo_in_color_whose_colors_are_to_be_replaced_is_colored(tmp_path, tiny_kolorit):
    (tmp_path / "in").mkdir()
    Image.fromarray(PHOTOS["astronaut"]).resize((64, 64)).save(tmp_path / "in" / "a.jpg")
    write_sidecar(tmp_path / "in" / "a.jpg", Kept(recolor=True))
    outcomes, _ = color_all(job_for(tmp_path, tiny_kolorit, colored=Colored.SKIP))
    assert outcomes["a.jpg"].state is State.DONE


def test_a_photo_in_doubt_is_colored_and_flagged(tmp_path, tiny_kolorit):
    (tmp_path / "in").mkdir()
    Image.fromarray(in_doubt()).save(tmp_path / "in" / "a.png")
    job = job_for(tmp_path, tiny_kolorit, colored=Colored.SKIP)
    outcomes, _ = color_all(job)
    assert outcomes["a.png"].state is State.DONE
    assert Flag.MAYBE_IN_COLOR in outcomes["a.png"].flags


def test_an_input_is_never_replaced(tmp_path, tiny_kolorit):
    """The results go to a folder around the photos, and one of them is a link to its own output."""
    save_gray(tmp_path / "in" / "in" / "a.jpg")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "in").symlink_to(tmp_path / "in" / "in")
    content = (tmp_path / "in" / "in" / "a.jpg").read_bytes()
    outcomes, _ = color_all(job_for(tmp_path, tiny_kolorit, conflict=Conflict.OVERWRITE))
    assert outcomes["in/a.jpg"].state is State.FAILED
    assert "never overwritten" in outcomes["in/a.jpg"].reason
    assert (tmp_path / "in" / "in" / "a.jpg").read_bytes() == content


@pytest.mark.parametrize(
    ("conflict", "names"),
    [("skip", {"a.png", "b.png"}), ("unique", {"a.png", "a-2.png", "b.png"})],
)
def test_a_file_that_appears_after_planning_stays(tmp_path, tiny_kolorit, conflict, names):
    for name in ("a.png", "b.png"):
        save_gray(tmp_path / "in" / name)
    job = job_for(tmp_path, tiny_kolorit, conflict=Conflict(conflict))
    folder = plan_batch(job)
    (tmp_path / "out" / "a.png").write_bytes(b"precious")
    with BatchRun(folder, pipeline_for(job)) as run:
        assert outcomes_of(run, job)["b.png"].state is State.DONE
    assert results(tmp_path / "out") == names
    assert (tmp_path / "out" / "a.png").read_bytes() == b"precious"


def test_stopping_and_going_on(tmp_path, tiny_kolorit):
    names = {f"{index:02}.png" for index in range(40)}
    for name in names:
        save_gray(tmp_path / "in" / name)
    job = job_for(tmp_path, tiny_kolorit)
    folder, control = plan_batch(job), Control()
    with BatchRun(folder, pipeline_for(job), control=control) as run:
        for event in run:
            assert isinstance(event, Finished)
            control.stop()
        first = run.counts()
    assert 0 < first.done < 20
    assert first.done + first.remaining == 40
    with pytest.raises(BatchError) as error:
        plan_batch(job)
    assert error.value.problem is BatchProblem.UNFINISHED
    with BatchRun(folder, pipeline_for(job)) as run:
        assert len(outcomes_of(run, job)) == first.remaining
        assert run.counts().done == 40
    assert results(tmp_path / "out") == names
    assert set(ends(tmp_path / "out").values()) == {1}


def test_many_planned_skips_do_not_make_a_batch_look_finished(tmp_path, tiny_kolorit):
    for index in range(20):
        save_gray(tmp_path / "in" / f"{index:02}.png")
    for index in range(40):
        (tmp_path / "in" / f"empty-{index:02}.png").touch()
    job, control = job_for(tmp_path, tiny_kolorit), Control()
    with BatchRun(plan_batch(job), pipeline_for(job), control=control) as run:
        for _ in run:
            control.stop()
        assert 0 < run.counts().done < 20
    with pytest.raises(BatchError) as error:
        plan_batch(job)
    assert error.value.problem is BatchProblem.UNFINISHED


def test_a_run_that_nobody_watches_any_more_ends(tmp_path, tiny_kolorit):
    for index in range(8):
        save_gray(tmp_path / "in" / f"{index}.png")
    job = job_for(tmp_path, tiny_kolorit)
    narrow = Pipeline(checkpoint.load(tiny_kolorit, CPU), pixels_in_flight=24 * 32)
    with BatchRun(plan_batch(job), narrow) as run:
        events = iter(run)
        next(events)
        ended = threading.Thread(target=events.close, daemon=True)
        ended.start()
        ended.join(PATIENCE)
        assert not ended.is_alive()
    with BatchRun(BatchFolder(job.target), pipeline_for(job)) as run:
        outcomes_of(run, job)
        assert run.counts().done == 8


def test_pausing_from_another_thread(tmp_path, tiny_kolorit):
    for index in range(20):
        save_gray(tmp_path / "in" / f"{index}.png")
    job = job_for(tmp_path, tiny_kolorit)
    control, kinds = Control(), []
    with BatchRun(plan_batch(job), pipeline_for(job), control=control) as run:
        for event in run:
            kinds.append(type(event))
            if len(kinds) == 1:
                control.pause()
            if isinstance(event, Paused):
                assert event.condition is None
                threading.Thread(target=control.go_on, daemon=True).start()
        assert run.counts().done == 20
    pause = kinds.index(Paused)
    assert kinds[pause + 1] is Continued
    assert set(kinds[:pause] + kinds[pause + 2 :]) == {Finished}


def test_failed_photos_can_be_tried_again(tmp_path, tiny_kolorit):
    save_gray(tmp_path / "in" / "good.png")
    late = tmp_path / "in" / "late.png"
    late.write_bytes(b"still being copied")
    job = job_for(tmp_path, tiny_kolorit)
    _, counts = color_all(job)
    assert counts.failed == 1
    save_gray(late)
    with BatchRun(BatchFolder(job.target), pipeline_for(job)) as run:
        assert list(run) == []  # nothing unless asked
    with BatchRun(BatchFolder(job.target), pipeline_for(job)) as run:
        assert run.retry_failed() == 1
        assert outcomes_of(run, job)["late.png"].state is State.DONE
        assert run.counts().failed == 0
    assert results(tmp_path / "out") == {"good.png", "late.png"}


def test_a_bug_that_one_photo_finds_is_recorded_and_logged(
    tmp_path, tiny_kolorit, monkeypatch, caplog
):
    for name in ("a.png", "b.png", "c.png", "d.png"):
        save_gray(tmp_path / "in" / name)
    real = {"decode": pipeline.decode, "color": pipeline.color, "finish": pipeline.finish}
    for bad, step in (("a.png", "decode"), ("b.png", "color"), ("c.png", "finish")):

        def broken(*args, bad=bad, step=step):
            value = args[1] if step == "color" else args[0]
            task = getattr(value, "task", value)
            task = getattr(getattr(value, "decoded", None), "task", task)
            if task.source.name == bad:
                raise ZeroDivisionError("no colors")
            return real[step](*args)

        monkeypatch.setattr(pipeline, step, broken)
    outcomes, counts = color_all(job_for(tmp_path, tiny_kolorit))
    assert (counts.done, counts.failed) == (1, 3)
    assert "ZeroDivisionError: no colors" in outcomes["b.png"].reason
    assert caplog.text.count("Traceback") == 3


def test_two_batches_do_not_write_to_one_folder(tmp_path, tiny_kolorit):
    save_gray(tmp_path / "in" / "a.png")
    job = job_for(tmp_path, tiny_kolorit)
    folder = plan_batch(job)
    with BatchRun(folder, pipeline_for(job)), pytest.raises(BatchError) as error:
        BatchRun(folder, pipeline_for(job))
    assert error.value.problem is BatchProblem.IN_USE


def test_a_journal_survives_a_torn_line(tmp_path):
    path, thumbnails = tmp_path / "j", tmp_path / "t"
    journal = Journal(path, thumbnails)
    journal.begin([(1, tmp_path / "a"), (2, tmp_path / "b")])
    flags = (Flag.CAST,)
    journal.end([Outcome(1, State.DONE, tmp_path / "a", size=(2, 3), flags=flags, thumbnail=b"x")])
    journal.close()
    whole = path.read_bytes()
    for cut in range(1, 120, 7):
        path.write_bytes(whole + whole.splitlines(keepends=True)[1][:cut])
        progress = read_progress(path, 2)
        assert (progress.state(1), progress.state(2)) == (State.DONE, None)
        assert progress.begun == {2: tmp_path / "b"}
        assert (progress.flagged, progress.remaining) == (1, 1)
        Journal(path, thumbnails).close()
        assert path.read_bytes() == whole


def test_what_a_crash_left_is_cleared_away_and_done_again(tmp_path, tiny_kolorit):
    """An output that was renamed but not noted is written anew under its name, not a second one."""
    for name in ("a.png", "b.png"):
        save_gray(tmp_path / "in" / name)
    job = job_for(tmp_path, tiny_kolorit, conflict=Conflict.UNIQUE)
    folder = plan_batch(job)
    journal = Journal(folder.journal, folder.thumbnails)
    journal.begin([(1, job.target / "a.png")])
    journal.close()
    (job.target / "a.png").write_bytes(b"from before the crash")
    folder.partial.mkdir()
    write_claim(folder.partial / "1.claim", (identity_at(job.target / "a.png"),))
    (folder.partial / "1.png").write_bytes(b"half")
    (folder.path / ".plan-x.partial").write_bytes(b"half")
    with BatchRun(folder, pipeline_for(job)) as run:
        assert len(outcomes_of(run, job)) == 2
    assert results(job.target) == {"a.png", "b.png"}
    assert photos.read(job.target / "a.png").size == (24, 32)
    assert list(folder.partial.iterdir()) == []
    assert list(folder.path.glob(".*")) == []
    assert "begun" in journal_lines(job.target)[0]


def test_an_earlier_claim_stays_until_the_next_one_is_whole(tmp_path, monkeypatch):
    claim, output = tmp_path / "1.claim", tmp_path / "a.png"
    output.write_bytes(b"made before a crash")
    made = (identity_at(output),)
    write_claim(claim, made)

    def die(_):
        raise OSError(errno.EIO, "the power went")

    with monkeypatch.context() as crash:
        crash.setattr(os, "fsync", die)
        with pytest.raises(OSError, match="power"):
            write_claim(claim, (*made, FileIdentity(1, 2, 3)))
    assert read_claim(claim) == made


def test_what_failed_after_a_crash_still_owns_what_it_made_before(tmp_path, tiny_kolorit):
    """Tried again, it replaces that, and makes no second one."""
    save_gray(tmp_path / "in" / "a.png")
    job = job_for(tmp_path, tiny_kolorit, conflict=Conflict.UNIQUE)
    folder = plan_batch(job)
    save_gray(job.target / "a.png")
    folder.partial.mkdir()
    write_claim(folder.partial / "1.claim", (identity_at(job.target / "a.png"),))
    whole = (tmp_path / "in" / "a.png").read_bytes()
    (tmp_path / "in" / "a.png").write_bytes(whole[: len(whole) // 2])
    with BatchRun(folder, pipeline_for(job)) as run:
        assert [one.state for one in outcomes_of(run, job).values()] == [State.FAILED]
    (tmp_path / "in" / "a.png").write_bytes(whole)
    with BatchRun(folder, pipeline_for(job)) as run:
        assert run.retry_failed() == 1
        assert [one.state for one in outcomes_of(run, job).values()] == [State.DONE]
    assert results(job.target) == {"a.png"}
    assert list(folder.partial.iterdir()) == []


class ToldCondition(threading.Condition):
    """Tells when somebody waits for it."""

    def __init__(self):
        super().__init__()
        self.waits = threading.Event()

    def wait(self, timeout=None):
        self.waits.set()
        return super().wait(timeout)


def test_large_photos_wait_for_one_another():
    budget = PixelBudget(100)
    budget._changed = changed = ToldCondition()
    budget.acquire(1, 500)  # larger than all: alone, but not refused
    assert not changed.waits.is_set()
    entered = threading.Event()

    def second():
        budget.acquire(2, 60)
        entered.set()
        changed.waits.set()  # so that this test ends if it did not wait

    thread = threading.Thread(target=second)
    thread.start()
    assert changed.waits.wait(PATIENCE)
    assert not entered.is_set()
    budget.release(1)
    assert entered.wait(PATIENCE)
    thread.join()
    budget.acquire(3, 40)


def test_a_photo_is_turned_and_cropped_as_the_window_has_kept_it(tmp_path, tiny_kolorit):
    save_gray(tmp_path / "in" / "a.png", size=(60, 90))
    save_gray(tmp_path / "in" / "b.png", size=(60, 90))
    recipe = Recipe(orientation=Orientation(3), crop=Crop(height=0.5))
    write_sidecar(tmp_path / "in" / "a.png", Kept(recipe))
    outcomes, _ = color_all(job_for(tmp_path, tiny_kolorit))
    assert read_photo(tmp_path / "out" / "a.png").size == (45, 60)
    assert read_photo(tmp_path / "out" / "b.png").size == (60, 90)
    with Image.open(io.BytesIO(outcomes["a.png"].thumbnail)) as pair:
        assert (pair.height, pair.width) == (45, 120)  # before and after, both as they are shown
