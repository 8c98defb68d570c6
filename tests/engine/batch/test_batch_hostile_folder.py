"""What somebody who shares the disk may have prepared in the folder for the results."""

import json
import os
import random
import shutil
import sqlite3
import sys
from contextlib import closing

import pytest

from engine.batch.job import Conflict
from engine.batch.outcome import HAS_OUTPUT, State
from engine.batch.records.folder import BatchFolder, Lock, plan_batch
from engine.batch.records.journal import Journal
from engine.batch.records.report import write_report
from engine.batch.running.run import BatchRun
from engine.cli.__main__ import main
from engine.errors import BatchError, BatchProblem
from tests.engine.batch.batching import job_for, outcomes_of, pipeline_for, results, save_gray

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and owners of POSIX")


@pytest.fixture
def job(tmp_path, tiny_kolorit):
    for name in ("a.png", "b.png"):
        save_gray(tmp_path / "in" / name)
    (tmp_path / "precious.jpg").write_bytes(b"somebody's wedding")
    return job_for(tmp_path, tiny_kolorit)


@pytest.fixture
def precious(tmp_path):
    """A file outside that must stay what it is."""
    path = tmp_path / "precious.jpg"
    yield path
    assert path.read_bytes() == b"somebody's wedding"


def run_all(folder, job):
    with BatchRun(folder, pipeline_for(job)) as run:
        return outcomes_of(run, job)


def change_plan(folder, statement, *values):
    with closing(sqlite3.connect(folder.plan)) as database:
        database.execute(statement, values)
        database.commit()


OUTSIDE = [
    "../precious.jpg",
    "sub/../../precious.jpg",
    "/etc/kolorit-test.png",
    "..",
    "",
    ".",
    "a\0b.png",
]


@pytest.mark.parametrize("target", OUTSIDE)
def test_a_plan_cannot_write_outside(job, precious, target):
    folder = plan_batch(job)
    change_plan(folder, "UPDATE photo SET target = ? WHERE n = 2", os.fsencode(target))
    with pytest.raises(BatchError) as error:
        run_all(folder, job)
    assert error.value.problem is BatchProblem.DAMAGED
    assert results(job.target) <= {"a.png"}


@pytest.mark.parametrize(
    "source", ["/etc/hostname.png", "in/a.png", "{base}/in/../secret.png", "{base}/secret.png"]
)
def test_a_plan_cannot_have_other_photos_colored(job, tmp_path, source):
    """Their results would lie where others can read them."""
    save_gray(tmp_path / "secret.png")
    folder = plan_batch(job)
    source = os.fsencode(source.replace("{base}", str(tmp_path)))
    change_plan(folder, "UPDATE photo SET source = ? WHERE n = 1", source)
    with pytest.raises(BatchError) as error:
        run_all(folder, job)
    assert error.value.problem is BatchProblem.DAMAGED
    assert results(job.target) == set()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON photo BEGIN SELECT 1; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE more(x)",
        "UPDATE photo SET n = 7 WHERE n = 2",
        "UPDATE photo SET state = 'elsewhere' WHERE n = 2",
        "UPDATE photo SET source = 5 WHERE n = 2",
        "UPDATE photo SET target = NULL WHERE n = 2",
        "UPDATE photo SET reason = x'00' WHERE n = 2",
        "UPDATE photo SET bytes = 'many' WHERE n = 2",
    ],
)
def test_a_plan_has_the_tables_and_values_of_a_plan(job, statement):
    folder = plan_batch(job)
    change_plan(folder, statement)
    with pytest.raises(BatchError) as error:
        run_all(folder, job)
    assert error.value.problem is BatchProblem.DAMAGED


@pytest.mark.parametrize("conflict", list(Conflict))
def test_a_journal_cannot_have_other_files_replaced(
    job, precious, conflict, tmp_path, tiny_kolorit
):
    job = job_for(tmp_path, tiny_kolorit, conflict=conflict)
    folder = plan_batch(job)
    journal = Journal(folder.journal, folder.thumbnails)
    journal.begin([(1, precious), (2, job.target / ".." / "precious.jpg")])
    journal.close()
    outcomes = run_all(folder, job)
    assert {outcome.state for outcome in outcomes.values()} == {State.DONE}
    assert results(job.target) == {"a.png", "b.png"}


@pytest.mark.parametrize("name", ["job", "plan", "journal", "thumbnails", "lock", "reports"])
@pytest.mark.parametrize("how", ["link", "hard link"])
def test_a_link_in_place_of_a_file_touches_nothing_elsewhere(job, precious, name, how):
    folder = plan_batch(job)
    path = getattr(folder, name)
    path.unlink(missing_ok=True)
    if how == "link":
        path.symlink_to(precious)
    else:
        path.hardlink_to(precious)
    if name in ("lock", "reports"):  # made anew
        run_all(folder, job)
        write_report(folder)
        assert path.is_file()
        assert not path.is_symlink()
        return
    with pytest.raises(BatchError) as error:
        run_all(folder, job)
    assert error.value.problem in (BatchProblem.DAMAGED, BatchProblem.UNWRITABLE)
    assert run_all(plan_batch(job, anew=True), job)["a.png"].state is State.DONE


def test_folders_behind_links_are_not_entered(job, precious, tmp_path):
    folder = plan_batch(job)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "original.png").write_bytes(b"x")
    folder.partial.symlink_to(elsewhere)
    run_all(folder, job)
    assert [path.name for path in elsewhere.iterdir()] == ["original.png"]
    moved = tmp_path / "moved"
    folder.path.rename(moved)
    folder.path.symlink_to(moved)
    with pytest.raises(BatchError) as error:
        run_all(folder, job)
    assert error.value.problem is BatchProblem.UNWRITABLE
    assert "is a link" in str(error.value)


def test_results_do_not_go_through_links(tmp_path, tiny_kolorit):
    save_gray(tmp_path / "in" / "sub" / "a.png")
    save_gray(tmp_path / "in" / "b.png")
    private = tmp_path / "private"
    private.mkdir()
    job = job_for(tmp_path, tiny_kolorit)
    folder = plan_batch(job)
    (job.target / "sub").symlink_to(private)
    outcomes = run_all(folder, job)
    assert outcomes["b.png"].state is State.DONE
    assert "“sub” is a link" in outcomes["sub/a.png"].reason
    assert list(private.iterdir()) == []


def hot_journal(database, named):
    """A rollback journal that names a super-journal, which SQLite deletes as it plays it back."""
    name = os.fsencode(named)
    tail = len(name).to_bytes(4, "big") + (sum(name) & 0xFFFFFFFF).to_bytes(4, "big")
    magic = bytes.fromhex("d9d505f920a163d7")
    header = magic + (0).to_bytes(4, "big") * 2 + (0).to_bytes(4, "big")
    header += (512).to_bytes(4, "big") + (4096).to_bytes(4, "big")
    lock_page = (0x40000000 // 4096 + 1).to_bytes(4, "big")
    journal = database.with_name(f"{database.name}-journal")
    journal.write_bytes(header.ljust(512, b"\0") + lock_page + name + tail + magic)
    return journal


def test_a_prepared_journal_of_sqlite_deletes_nothing(job, precious):
    folder = plan_batch(job)
    for name in ("lock.sqlite", "plan.sqlite"):
        database = folder.path / name
        if not database.exists():
            shutil.copy(folder.plan, database)
        hot_journal(database, precious)
        database.with_name(f"{name}-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(28))
    before = {path: path.read_bytes() for path in folder.path.glob("*.sqlite*")}
    run_all(folder, job)
    write_report(folder)
    assert precious.exists()
    assert {path: path.read_bytes() for path in folder.path.glob("*.sqlite*")} == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
@pytest.mark.parametrize("name", ["job", "plan", "journal", "path"])
def test_what_belongs_to_somebody_else_is_not_used(job, name):
    folder = plan_batch(job)
    run_all(folder, job)
    os.chown(getattr(folder, name), 12345, -1)
    with pytest.raises(BatchError, match="belongs to somebody else"):
        BatchRun(folder, pipeline_for(job))


def test_the_folder_is_private(job):
    folder = plan_batch(job)
    folder.path.chmod(0o777)
    run_all(folder, job)
    assert folder.path.stat().st_mode & 0o777 == 0o700
    assert folder.partial.stat().st_mode & 0o777 == 0o700
    for path in (folder.journal, folder.thumbnails, folder.lock):
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_moved_folder_goes_on_where_it_is(job, tmp_path):
    folder = plan_batch(job)
    journal = Journal(folder.journal, folder.thumbnails)
    journal.begin([(1, job.target / "a.png")])
    journal.close()
    job.target.rename(tmp_path / "moved")
    run_all(BatchFolder(tmp_path / "moved"), job)
    assert results(tmp_path / "moved") == {"a.png", "b.png"}
    assert not job.target.exists()


def test_the_lock_is_held_by_one(job):
    folder = plan_batch(job)
    with Lock(folder) as lock, pytest.raises(BatchError) as error:
        plan_batch(job, anew=True)
    assert error.value.problem is BatchProblem.IN_USE
    with Lock(folder) as lock:
        plan_batch(job, anew=True, lock=lock)
        with BatchRun(folder, pipeline_for(job), lock=lock) as run:
            run.close()
            with pytest.raises(BatchError):
                Lock(folder)  # still the caller's
    Lock(folder).release()


def deep(kind):
    return b"[" * 200_000 if kind == "list" else b'{"rules":' * 100_000


@pytest.mark.usefixtures("tiny_models")
@pytest.mark.parametrize(
    "change",
    [
        {"settings": {"recipe": {"format": 2, "coloring": {"size": 5}}}},
        {"settings": {"recipe": {"format": 2, "coloring": {"size": True}}}},
        {"settings": {"recipe": {"format": 2, "coloring": {"size": 64.5}}}},
        {"settings": {"recipe": {"format": 2, "coloring": {"size": 10**400}}}},
        {"settings": {"recipe": {"format": 2, "grade": {"strength": float("nan")}}}},
        {"settings": {"recipe": {"format": 2, "grade": {"strength": float("inf")}}}},
        {"settings": {"recipe": {"format": 2, "grade": {"strength": True}}}},
        {"settings": {"recipe": {"format": 2, "grade": {"strength": "1"}}}},
        {"settings": {"recipe": {"format": 2, "grade": {"warmth": 1e308}}}},
        {"settings": {"recipe": {"format": 2, "coloring": {"vividness": -1}}}},
        {"settings": {"recipe": {"format": 2, "coloring": {"vividness": []}}}},
        {"settings": {"quality": 95.0}},
        {"settings": {"quality": 10**30}},
        {"settings": {"bits": 8.0}},
        {"settings": {"bits": True}},
        {"settings": {"model": 5}},
        {"settings": {"device": None}},
        {"settings": {"keep_times": 1}},
        {"rules": {"include": "*.png"}},
        {"rules": {"include": [1]}},
        {"rules": {"name": 5}},
        {"rules": {"recursive": 1}},
        {"rules": {"conflict": []}},
        {"rules": {"format": []}},
        {"sources": "/in"},
        {"sources": []},
        {"sources": ["/in\0"]},
        {"sources": ["in"]},
        {"target": 5},
        {"day": 5},
        {"day": "yesterday"},
    ],
)
def test_a_job_is_checked_value_by_value(tmp_path, capsys, change):
    save_gray(tmp_path / "in" / "a.png")
    arguments = ["batch", str(tmp_path / "in"), str(tmp_path / "out"), "--device", "cpu"]
    assert main(arguments) == 0
    folder = BatchFolder(tmp_path / "out")
    values = json.loads(folder.job.read_text())
    for key, value in change.items():
        values[key] = {**values[key], **value} if isinstance(value, dict) else value
    folder.job.write_text(json.dumps(values))
    capsys.readouterr()
    assert main([*arguments, "--resume"]) == 2
    error = capsys.readouterr().err
    assert "holds a batch whose plan is damaged" in error
    assert error.count("\n") == 1
    assert len(error) < 600


@pytest.mark.parametrize("kind", ["list", "object"])
def test_deep_nesting_is_told(job, kind):
    folder = plan_batch(job)
    folder.job.write_bytes(deep(kind))
    with pytest.raises(BatchError) as error:
        folder.read_job()
    assert error.value.problem is BatchProblem.DAMAGED
    folder = plan_batch(job, anew=True)
    folder.journal.write_bytes(deep(kind) + b"\n")
    folder.journal.chmod(0o600)
    assert run_all(folder, job)["a.png"].state is State.DONE


def flipped(content, choice):
    for _ in range(choice.randint(1, 40) if content else 0):
        content[choice.randrange(len(content))] = choice.randrange(256)
    return content


def put_a_folder(path):
    path.unlink()
    path.mkdir()
    (path / "x").touch()


def put_a_pipe(path):
    path.unlink()
    os.mkfifo(path)


DAMAGES = {
    "cut": lambda path, choice: os.truncate(path, choice.randrange(path.stat().st_size + 1)),
    "flipped": lambda path, choice: path.write_bytes(flipped(bytearray(path.read_bytes()), choice)),
    "swapped": lambda path, choice: shutil.copy(
        choice.choice(sorted(p for p in path.parent.glob("[jpr]*") if p.is_file() and p != path)),
        path,
    ),
    "folder": lambda path, _: put_a_folder(path),
    "pipe": lambda path, _: put_a_pipe(path),
    "gone": lambda path, _: path.unlink(),
    "zeros": lambda path, _: path.write_bytes(bytes(path.stat().st_size)),
    "noise": lambda path, choice: path.write_bytes(choice.randbytes(4000)),
}
FILES = ("job", "plan", "journal", "thumbnails", "lock", "reports")


@pytest.mark.usefixtures("tiny_models")
@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_folder_is_told_in_one_sentence(tmp_path, capsys, file, damage):
    """Never a traceback, never a wait without end, and all is well once it is begun anew."""
    for name in ("a.png", "b.png", "bad.png"):
        save_gray(tmp_path / "in" / name)
    (tmp_path / "in" / "bad.png").write_bytes(b"x")
    arguments = ["batch", str(tmp_path / "in"), str(tmp_path / "out"), "--device", "cpu"]
    assert main([*arguments, "--report"]) == 1
    folder = BatchFolder(tmp_path / "out")
    path = getattr(folder, file)
    DAMAGES[damage](path, random.Random(FILES.index(file)))
    capsys.readouterr()
    for options in (("--resume", "--report"), ("--retry-failed", "--report"), ()):
        code = main([*arguments, *options])
        told = capsys.readouterr().err
        assert code in (0, 1, 2)
        assert "Traceback" not in told
        if code == 2:
            assert told.count("\n") == 1
    code = main([*arguments, "--restart", "--report"])
    told = capsys.readouterr().err
    if (file, damage) == ("lock", "folder"):  # which may be somebody's
        assert "cannot be written to" in told
        return
    assert code == 1  # the bad photo
    assert {"a.png", "b.png"} < results(tmp_path / "out")


def test_a_photo_whose_line_is_lost_is_not_done_over_somebodys_file(job):
    folder = plan_batch(job)
    run_all(folder, job)
    folder.journal.write_bytes(b"")
    (job.target / "a.png").write_bytes(b"changed by the user")
    outcomes = run_all(folder, job)
    assert {outcome.reason for outcome in outcomes.values()} == {HAS_OUTPUT}
    assert (job.target / "a.png").read_bytes() == b"changed by the user"
