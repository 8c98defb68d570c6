import json
import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image

from engine.batch.job import Conflict
from engine.batch.outcome import Blocked, BlockingCondition
from engine.batch.records.folder import BatchFolder
from engine.batch.running import pipeline
from engine.cli import batch_command as command
from engine.cli.__main__ import main
from engine.cli.batch_console import amount, duration
from tests.engine.batch.batching import ends, results, save_gray
from tests.pictures import PHOTOS
from tests.threads import PATIENCE

pytestmark = pytest.mark.usefixtures("tiny_models")


@pytest.fixture
def folder(tmp_path):
    for index, name in enumerate(("a.jpg", "b.tif", "sub/a.jpg")):
        save_gray(tmp_path / "in" / name, index)
    return tmp_path


def run(base, *options):
    try:
        return main(["batch", str(base / "in"), str(base / "out"), "--device", "cpu", *options])
    except SystemExit as stop:  # argparse leaves this way
        return stop.code


def test_a_folder_by_default(folder, capsys):
    assert run(folder) == 0
    assert results(folder / "out") == {"a.jpg", "b.tif", "sub/a.jpg"}
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].startswith("3 photos, 3 to do; all results take about 0 MiB, ")
    assert sum(" -> " in line for line in printed) == 3
    assert printed[-1].startswith("3 colored")
    assert "\r" not in "".join(printed)


def test_an_album_is_asked_for_and_needs_what_is_kept_beside_photos(folder, capsys):
    assert run(folder, "--album") == 0
    assert BatchFolder(folder / "out").read_job().rules.album
    for other in (["--ignore-sidecars"], ["--dask", "tcp://nowhere:1"]):
        assert run(folder, "--album", "--restart", *other) == 2
        assert "--album" in capsys.readouterr().err


def test_rules_reach_the_batch(folder):
    options = ["--name", "{parent}-{stem}-{model}-{n:02}", "--format", "png", "--exclude", "b.*"]
    assert run(folder, *options, "--include", "*.jpg", "--workers", "1") == 0
    assert results(folder / "out") == {"in-a-reddish-01.png", "sub/sub-a-reddish-02.png"}
    options = ["--restart", "--no-recursive", "--conflict", "unique", "--size", "40"]
    assert run(folder, *options, "--model", "greenish", "--name", "in-a-reddish-01") == 0
    assert {"in-a-reddish-01.jpg", "in-a-reddish-01.tif"} < results(folder / "out")
    assert BatchFolder(folder / "out").read_job().rules.conflict is Conflict.UNIQUE


@pytest.mark.parametrize("option", ["--resume", "--retry-failed"])
def test_results_that_were_deleted_are_told_and_made_by_a_new_batch(folder, capsys, option):
    """Who deleted one may not want it: a batch that goes on does not bring it back unasked."""
    assert run(folder) == 0
    assert run(folder, option) == 0
    assert "no longer there" not in capsys.readouterr().err
    (folder / "out" / "a.jpg").unlink()
    assert run(folder, option) == 0
    assert "1 result of this batch is no longer there" in capsys.readouterr().err
    assert results(folder / "out") == {"b.tif", "sub/a.jpg"}
    (folder / "out" / "b.tif").unlink()
    assert run(folder, option) == 0
    assert "2 results of this batch are no longer there" in capsys.readouterr().err
    assert run(folder) == 0
    assert results(folder / "out") == {"a.jpg", "b.tif", "sub/a.jpg"}


def test_failures_are_told_and_tried_again(folder, capsys):
    (folder / "in" / "bad.png").write_text("no photo")
    assert run(folder) == 1
    assert "bad.png” is not a photo" in capsys.readouterr().out
    save_gray(folder / "in" / "bad.png")
    assert run(folder, "--resume") == 1
    assert "bad.png" not in results(folder / "out")
    assert run(folder, "--retry-failed") == 0
    assert "bad.png" in results(folder / "out")


def test_json_lines(folder, capsys):
    (folder / "in" / "bad.png").write_text("no photo")
    assert run(folder, "--json") == 1
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events] == ["begins", *["photo"] * 4, "ended"]
    assert events[0]["estimate"]["photos"] == 4
    assert events[0]["estimate"]["seconds"] > 0
    by_name = {Path(event["input"]).name: event for event in events[1:-1]}
    assert by_name["bad.png"]["state"] == "failed"
    assert by_name["b.tif"]["output"] == str(folder / "out" / "b.tif")
    assert events[-1]["counts"]["done"] == 3


def test_a_dry_run_writes_nothing(folder, capsys):
    assert run(folder, "--dry-run", "--name", "{n:03}", "--format", "webp") == 0
    assert not (folder / "out").exists()
    printed = capsys.readouterr().out
    assert f"{folder / 'in' / 'sub' / 'a.jpg'} -> {folder / 'out' / 'sub' / '003.webp'}" in printed
    assert "are free; about 0 s" in printed
    assert run(folder, "--dry-run", "--json") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["begins", *["planned"] * 3]


def test_reports_are_written(folder, capsys):
    assert run(folder, "--report") == 0
    assert {"report.html", "report.csv"} < results(folder / "out")
    assert "report.html" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        ("--name", "{x}"),
        ("--format", "gif"),
        ("--conflict", "maybe"),
        ("--strength", "3"),
        ("--workers", "0"),
        ("--model", "nobody"),
        ("--device", "abacus"),
        ("--retry-failed",),
        ("--resume", "--restart"),
        ("--dask", "tcp://127.0.0.1:1"),
    ],
)
def test_usage_errors_end_with_two_and_one_sentence(folder, options, capsys, monkeypatch):
    monkeypatch.setattr("engine.batch.running.cluster._PATIENCE", 0.2)
    assert run(folder, *options) == 2
    error = capsys.readouterr().err
    assert error
    assert "Traceback" not in error
    assert results(folder / "out") == set()


def test_folders_that_cannot_be_meant(folder, capsys):
    source, target = str(folder / "in"), str(folder / "out")
    assert main(["batch", source, source]) == 2
    assert "is the folder with the photos" in capsys.readouterr().err
    assert main(["batch", f"{source}-gone", target]) == 2
    assert "does not exist" in capsys.readouterr().err
    (folder / "file").write_text("x")
    assert main(["batch", source, str(folder / "file")]) == 2
    assert "cannot be written to" in capsys.readouterr().err


def block(monkeypatch, condition):
    """Let every photo meet a blocking condition."""
    real = pipeline.Pipeline.perform
    monkeypatch.setattr(
        pipeline.Pipeline,
        "perform",
        lambda self, tasks, record: (Blocked(task, condition) for task in tasks),
    )
    return lambda: monkeypatch.setattr(pipeline.Pipeline, "perform", real)


def test_a_blocking_condition_ends_the_run_cleanly(folder, capsys, monkeypatch):
    unblock = block(monkeypatch, BlockingCondition.DISK_FULL)
    assert run(folder, "--json") == 3
    captured = capsys.readouterr()
    assert "disk with the results is full" in captured.err
    assert "--resume" in captured.err
    assert '"obstacle": "DISK_FULL"' in captured.out
    unblock()
    assert run(folder) == 2
    assert "--resume goes on, --restart begins anew" in capsys.readouterr().err
    assert run(folder, "--resume", "--strength", "0.5") == 2
    assert "other rules (--strength: 1.0)" in capsys.readouterr().err
    assert run(folder, "--resume", "--strength", "1") == 0
    assert results(folder / "out") == {"a.jpg", "b.tif", "sub/a.jpg"}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
@pytest.mark.parametrize("count", [1, 2])
def test_control_c_stops_cleanly_and_twice_at_once(tmp_path, checkpoint_path, count):
    for index in range(60):
        save_gray(tmp_path / "in" / f"{index:02}-{'long name ' * 15}.png", index)
    command = [sys.executable, "-m", "engine.cli", "batch", tmp_path / "in", tmp_path / "out"]
    environment = os.environ | {"OMP_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1"}
    options = ["--model", checkpoint_path, "--device", "cpu"]
    with subprocess.Popen(
        [*command, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pipesize=4096,  # holds a dozen names: it cannot run ahead until the signal is sent
        text=True,
        env=environment,
    ) as process:
        for line in process.stdout:
            if " -> " in line:
                break
        process.send_signal(signal.SIGINT)
        assert "once more stops at once" in process.stderr.readline()
        if count == 2:
            process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert "Traceback" not in error
    done = len(results(tmp_path / "out"))
    assert 0 < done < 60
    if count == 1:
        assert "--resume goes on" in error
        assert done == len(ends(tmp_path / "out"))  # every output is noted
    assert run_resumed(command, options, environment) == 0
    assert len(results(tmp_path / "out")) == 60
    assert set(ends(tmp_path / "out").values()) == {1}


def run_resumed(command, options, environment):
    again = [*command, *options, "--resume"]
    return subprocess.run(again, capture_output=True, env=environment, check=False).returncode


def test_a_terminal_gets_one_line_that_moves(folder, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("engine.cli.batch_console._REFRESH", 0.0)
    (folder / "in" / "bad.png").write_text("no photo")
    for index in range(4):
        save_gray(folder / "in" / f"more-{index}.png", index)
    assert run(folder) == 1
    printed = capsys.readouterr().out
    assert " of 8" in printed
    assert re.search(r"  about \d+ s left", printed)
    assert "minute" not in printed
    assert " -> " not in printed
    assert "bad.png” is not a photo" in printed
    assert printed.rpartition("\x1b[K")[2].startswith("7 colored")


@pytest.mark.parametrize("is_terminal", [False, True])
@pytest.mark.parametrize("colored", ["skip", "copy"])
def test_photos_in_color_are_counted_and_named(folder, capsys, monkeypatch, is_terminal, colored):
    """None is left out in silence: it may be a print that only looks like one in color."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal, raising=False)
    for index in range(25):
        Image.fromarray(PHOTOS["astronaut"][:64, index : index + 64]).save(
            folder / "in" / f"red-{index:02}.png"
        )
    assert run(folder, "--report", "--colored", colored) == 0
    printed = capsys.readouterr().out
    lines = printed.replace("\r\x1b[K", "\n").splitlines()
    named = [line for line in lines if "red-" in line and "in color already" in line]
    assert len(named) == (20 if is_terminal else 25)
    assert lines[-1].startswith("25 photos are in color already")
    assert "--report" in lines[-1]
    assert "--colored color" in lines[-1]
    page = (folder / "out" / "report.html").read_text()
    assert page.count('"r":"is in color already"') == 25
    with (folder / "out" / "report.csv").open(encoding="utf-8-sig") as table:
        assert sum("is in color already" in line for line in table) == 25


@pytest.mark.skipif(sys.platform == "win32", reason="names Windows forbids")
@pytest.mark.parametrize("is_terminal", [False, True])
def test_names_do_not_steer_the_terminal(folder, capsys, monkeypatch, is_terminal):
    monkeypatch.setattr("sys.stdout.isatty", lambda: is_terminal, raising=False)
    hostile = "\x1b]0;owned\x07\u202e\nkolorit-cli: all is well"
    (folder / "in" / f"{hostile}.png").write_text("no photo")
    save_gray(folder / "in" / f"{hostile}-good.png")
    assert run(folder) == 1
    assert run(folder, "--dry-run") == 0
    assert run(folder, "--resume", "--json") == 1
    told = capsys.readouterr()
    for text in (told.out.replace("\r\x1b[K", ""), told.err):
        assert not {"\x1b", "\x07", "\u202e", "\r"} & set(text)
        assert "\nkolorit-cli: all is well" not in text
    assert r"\x1b]0;owned\x07\u202e\nkolorit-cli: all is well.png" in told.out


def test_a_restart_beside_a_run_is_refused(folder, capsys, monkeypatch):
    """Between planning and running nobody else may plan."""
    codes = []
    real = command._runner

    @contextmanager
    def late(*args):
        codes.append(run(folder, "--restart"))
        codes.append(run(folder, "--resume"))
        with real(*args) as runner:
            yield runner

    monkeypatch.setattr(command, "_runner", late)
    assert run(folder) == 0
    assert codes == [2, 2]
    assert capsys.readouterr().err.count("is being written to by another batch") == 2
    assert set(ends(folder / "out").values()) == {1}


def test_times_are_kept_if_asked_for(folder):
    os.utime(folder / "in" / "a.jpg", (1_000_000_000, 1_100_000_000))
    assert run(folder, "--keep-times") == 0
    assert (folder / "out" / "a.jpg").stat().st_mtime == 1_100_000_000


def test_times_and_amounts_as_people_say_them():
    assert [duration(s) for s in (5, 89, 600, 3600 * 5 + 120)] == [
        "5 s",
        "89 s",
        "10 min",
        "5 h 02 min",
    ]
    assert [amount(b) for b in (3 << 20, 5 << 30)] == ["3 MiB", "5.0 GiB"]
