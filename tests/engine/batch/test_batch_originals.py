"""No file that a batch did not make is ever replaced, whatever the rules."""

import os
import sys

import numpy as np
import pytest
from PIL import Image

from engine.batch.job import BatchJob, Colored, ColorSettings, Conflict, Rules
from engine.batch.outcome import HAS_OUTPUT, State
from engine.batch.records import placing
from engine.batch.records.folder import plan_batch
from engine.batch.records.journal import Journal
from engine.batch.running.run import BatchRun, Finished
from tests.engine.batch.batching import job_for, pipeline_for, results, save_gray

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def run_all(job, folder=None):
    folder = folder or plan_batch(job)
    with BatchRun(folder, pipeline_for(job)) as run:
        return {e.source.name: e.outcome for e in run if isinstance(e, Finished)}


def overwriting(source, target, model, **rules):
    settings = ColorSettings(model=str(model), device="cpu")
    return BatchJob(
        (source,), target, Rules(conflict=Conflict.OVERWRITE, **rules), settings, "2026-01-02"
    )


def changed_photo(path, seed):
    """Save a photo anew as editors do: beside, then renamed."""
    save_gray(path.with_name("x.png"), seed).rename(path)
    return path.read_bytes()


@pytest.mark.parametrize("conflict", ["skip", "unique"])
def test_going_on_replaces_no_file_that_came_meanwhile(tmp_path, tiny_kolorit, conflict):
    """The photos were noted as begun, then the process was killed; the user put files there."""
    names = [f"{index:02}.png" for index in range(13)]
    for index, name in enumerate(names):
        save_gray(tmp_path / "in" / name, index)
    job = job_for(tmp_path, tiny_kolorit, conflict=Conflict(conflict))
    folder = plan_batch(job)
    journal = Journal(folder.journal, folder.thumbnails)
    journal.begin((n, job.target / name) for n, name in enumerate(names, 1))
    journal.close()
    for name in names:
        (job.target / name).write_bytes(b"the user's")
    outcomes = run_all(job, folder)
    assert [(job.target / name).read_bytes() for name in names] == [b"the user's"] * 13
    if conflict == "skip":
        assert {outcome.reason for outcome in outcomes.values()} == {HAS_OUTPUT}
    else:
        assert len(results(job.target)) == 26


@pytest.mark.parametrize("changed", [False, True])
def test_an_output_of_a_killed_run_is_replaced_only_if_unchanged(
    tmp_path, tiny_kolorit, monkeypatch, changed
):
    save_gray(tmp_path / "in" / "a.png")
    job = job_for(tmp_path, tiny_kolorit)
    folder = plan_batch(job)
    with monkeypatch.context() as killing, BatchRun(folder, pipeline_for(job)) as run:
        # the output has its name, and nothing else could be told about it
        killing.setattr(BatchRun, "_record", lambda *_: None)
        killing.setattr(BatchRun, "_judge_alike", lambda *_: run.control.stop())
        list(run)
    mine = job.target / "a.png"
    before = mine.read_bytes()
    if changed:
        mine.write_bytes(b"touched up by the user")
    outcome = run_all(job, folder)["a.png"]
    if changed:
        assert outcome.reason == HAS_OUTPUT
        assert mine.read_bytes() == b"touched up by the user"
    else:
        assert outcome.state is State.DONE
        assert mine.stat().st_size == pytest.approx(len(before), rel=0.2)


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_comes_at_the_last_moment_stays(tmp_path, tiny_kolorit, monkeypatch, has_links):
    """Between the look at the name and the renaming there is no gap to lose a file in."""
    save_gray(tmp_path / "in" / "a.png")
    job = job_for(tmp_path, tiny_kolorit)
    real = placing.write_claim

    def late(*args):
        real(*args)
        (job.target / "a.png").write_bytes(b"the user's")

    monkeypatch.setattr(placing, "write_claim", late)
    if not has_links:
        refused = PermissionError(1, "Operation not permitted")
        monkeypatch.setattr("pathlib.Path.hardlink_to", lambda *_: (_ for _ in ()).throw(refused))
    assert run_all(job)["a.png"].reason == "already exists"
    assert (job.target / "a.png").read_bytes() == b"the user's"


def test_results_among_the_photos_replace_no_original(tmp_path, tiny_kolorit):
    """OUT lies in IN, and a photo of that name lies there."""
    save_gray(tmp_path / "in" / "a.png", 1)
    original = save_gray(tmp_path / "in" / "sub" / "a.png", 2).read_bytes()
    job = overwriting(tmp_path / "in", tmp_path / "in" / "sub", tiny_kolorit)
    outcome = run_all(job)["a.png"]
    assert outcome.state is State.FAILED
    assert "among the original photos" in outcome.reason
    assert (tmp_path / "in" / "sub" / "a.png").read_bytes() == original


def test_results_among_the_photos_can_be_made_anew(tmp_path, tiny_kolorit):
    """But not those that somebody has changed since."""
    for name in ("a.png", "b.png"):
        save_gray(tmp_path / "in" / name, 1)
    target = tmp_path / "in" / "colored"
    job = overwriting(tmp_path / "in", target, tiny_kolorit)
    for _ in range(3):
        first = run_all(job)
        assert {outcome.state for outcome in first.values()} == {State.DONE}
    (target / "b.png").write_bytes(b"touched up by the user")
    again = run_all(job)
    assert (again["a.png"].state, again["b.png"].state) == (State.DONE, State.FAILED)
    assert (target / "b.png").read_bytes() == b"touched up by the user"


@pytest.mark.parametrize("saved_anew", [False, True])
def test_an_original_that_the_rules_leave_out_stays(tmp_path, tiny_kolorit, saved_anew):
    """OUT is the folder around IN, so one photo's output has the name of one that is left out."""
    save_gray(tmp_path / "scans" / "scans" / "a.png", 1)
    original = save_gray(tmp_path / "scans" / "a.png", 2)
    job = overwriting(tmp_path / "scans", tmp_path, tiny_kolorit, include=("scans/*",))
    folder = plan_batch(job)
    content = changed_photo(original, 3) if saved_anew else original.read_bytes()
    outcomes = run_all(job, folder)
    assert {name: outcome.state for name, outcome in outcomes.items()} == {"a.png": State.FAILED}
    assert original.read_bytes() == content


@needs_links
@pytest.mark.parametrize("kind", ["link", "hard link", "folder link"])
@pytest.mark.parametrize("saved_anew", [False, True])
def test_what_links_in_the_source_folder_name_stays(tmp_path, tiny_kolorit, kind, saved_anew):
    """The photos of the album are links to OUT; one of them is excluded."""
    save_gray(tmp_path / "in" / "a.png", 1)
    original = save_gray(tmp_path / "out" / "a.png", 2)
    linked = tmp_path / "in" / "left-out.png"
    if kind == "link":
        linked.symlink_to(original)
    elif kind == "hard link":
        linked.hardlink_to(original)
    else:
        linked.symlink_to(tmp_path / "out")
    job = overwriting(tmp_path / "in", tmp_path / "out", tiny_kolorit, exclude=("left-out*",))
    folder = plan_batch(job)
    if saved_anew and kind == "folder link":
        changed_photo(original, 3)
    content = original.read_bytes()
    assert run_all(job, folder)["a.png"].state is State.FAILED
    assert original.read_bytes() == content


@needs_links
def test_a_photo_saved_anew_after_planning_stays(tmp_path, tiny_kolorit):
    """Its inode is another then."""
    original = save_gray(tmp_path / "in" / "in" / "a.png", 1)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "in").symlink_to(tmp_path / "in" / "in")
    job = overwriting(tmp_path / "in", tmp_path / "out", tiny_kolorit)
    folder = plan_batch(job)
    content = changed_photo(original, 3)
    assert run_all(job, folder)["a.png"].state is State.FAILED
    assert original.read_bytes() == content


def test_overwriting_replaces_what_is_no_original(tmp_path, tiny_kolorit):
    save_gray(tmp_path / "in" / "a.png", 1)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.png").write_bytes(b"an older result")
    job = overwriting(tmp_path / "in", tmp_path / "out", tiny_kolorit)
    assert run_all(job)["a.png"].state is State.DONE
    assert (tmp_path / "out" / "a.png").read_bytes() != b"an older result"


def test_overwriting_replaces_the_file_it_looked_at_and_no_later_one(
    tmp_path, tiny_kolorit, monkeypatch
):
    save_gray(tmp_path / "in" / "a.png", 1)
    (tmp_path / "out").mkdir()
    there = tmp_path / "out" / "a.png"
    there.write_bytes(b"an older result")
    real = placing.put_in_place

    def late(task):
        there.write_bytes(b"saved by the user just now")
        return real(task)

    monkeypatch.setattr("engine.batch.running.steps.put_in_place", late)
    job = overwriting(tmp_path / "in", tmp_path / "out", tiny_kolorit)
    assert run_all(job)["a.png"].reason == "already exists"
    assert there.read_bytes() == b"saved by the user just now"


@pytest.mark.parametrize("name", ["a.jfif", "b.jpe", "c.JFIF"])
def test_other_endings_of_jpeg_are_photos(tmp_path, tiny_kolorit, name):
    gray = np.random.default_rng(0).integers(40, 215, (24, 32), dtype=np.uint8)
    (tmp_path / "in").mkdir()
    Image.fromarray(gray).save(tmp_path / "in" / name, "JPEG")
    job = job_for(tmp_path, tiny_kolorit)
    assert run_all(job)[name].state is State.DONE
    assert results(job.target) == {name}
    assert (job.target / name).read_bytes().startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("keep_times", [False, True])
def test_times_are_kept_where_that_is_asked_for(tmp_path, tiny_kolorit, keep_times):
    photo = save_gray(tmp_path / "in" / "a.png")
    os.utime(photo, (1_000_000_000, 1_100_000_000))
    job = job_for(tmp_path, tiny_kolorit, settings={"keep_times": keep_times})
    run_all(job)
    is_old = (job.target / "a.png").stat().st_mtime == 1_100_000_000
    assert is_old is keep_times


@pytest.mark.parametrize("ending", [None, ".tif"])
def test_copies_keep_their_times_and_their_privacy(tmp_path, tiny_kolorit, ending):
    red = np.random.default_rng(0).integers(0, 255, (64, 64, 3), dtype=np.uint8)
    (tmp_path / "in").mkdir()
    Image.fromarray(red).save(tmp_path / "in" / "a.png")
    os.utime(tmp_path / "in" / "a.png", (1_000_000_000, 1_100_000_000))
    (tmp_path / "in" / "a.png").chmod(0o600)
    job = job_for(tmp_path, tiny_kolorit, colored=Colored.COPY, format=ending)
    outcome = run_all(job)["a.png"]
    assert outcome.state is State.COPIED
    assert outcome.target.stat().st_mtime == 1_100_000_000
    assert sys.platform == "win32" or outcome.target.stat().st_mode & 0o777 == 0o600
