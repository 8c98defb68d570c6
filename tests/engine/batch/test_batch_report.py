import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from engine.batch.outcome import Flag, Outcome, State, Uncertainty
from engine.batch.records.folder import BatchFolder, plan_batch
from engine.batch.records.journal import Journal
from engine.batch.records.report import _harmless, write_report
from engine.batch.records.report_words import ReportWords
from engine.batch.running.run import BatchRun
from tests.engine.batch.batching import job_for, outcomes_of, pipeline_for, save_gray
from tests.pictures import PHOTOS
from tests.threads import PATIENCE

HOSTILE = (
    "<img src=x onerror=document.title='hacked'>.png",
    "<script>document.title='hacked'<\u2215script>.png",
    "]<!--<script>.png",
    "&lt;b&gt;.png",
    "=1+1.png",
    "+cmd.png",
    "@SCRIPT@.png",
    "-2.png",
    '"quoted" and\nbroken.png',
    "javascript:alert(1).png",
    "100% #1?.png",
    os.fsdecode(b"caf\xe9.png"),
)
needs_posix_names = pytest.mark.skipif(sys.platform == "win32", reason="names Windows forbids")


@pytest.fixture
def hostile(tmp_path, tiny_kolorit):
    """A finished batch of photos with hostile names in a folder with one."""
    base = tmp_path / "<b>&@ROWS@"
    for index, name in enumerate(HOSTILE):
        save_gray(base / "in" / name, index)
    (base / "in" / "</bad".replace("/", "\u2044")).with_suffix(".png").write_bytes(b"x")
    (base / "in" / "zero.png").touch()
    job = job_for(base, tiny_kolorit)
    with BatchRun(plan_batch(job), pipeline_for(job)) as run:
        outcomes_of(run, job)
    return BatchFolder(job.target)


def made_up(base, model, count, flagged=()):
    """A batch with a journal as if it had been run."""
    for index in range(count):
        path = base / "in" / f"{index:05}.png"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    job = job_for(base, model)
    folder = plan_batch(job)
    journal = Journal(folder.journal, folder.thumbnails)
    content = io.BytesIO()
    Image.new("RGB", (20, 10), "peru").save(content, "WEBP")
    picture = content.getvalue()
    for n in range(1, count + 1):
        flags = (Flag.CAST, Flag.ODD_SKIN) if n in flagged else ()
        target = job.target / f"{n - 1:05}.png"
        journal.end([Outcome(n, State.DONE, target, "", 0.5, (10, 10), 0.25, flags, (), picture)])
    journal.close()
    return folder


@needs_posix_names
def test_the_table_has_every_photo_and_no_formula(hostile):
    table, _ = write_report(hostile)
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(HOSTILE) + 2
    states = [row["state"] for row in rows]
    assert (states.count("done"), states.count("failed"), states.count("skipped")) == (12, 1, 1)
    for row in rows:
        assert row["reason"] or row["output"].endswith(".png")
        if row["state"] == "done":
            assert (row["model"], row["height"], row["width"]) == ("tiny-kolorit", "24", "32")
            assert 0 < float(row["doubt"]) < 1
            assert float(row["seconds"]) >= 0


@pytest.mark.parametrize("begins", ["=1+1", "+1", "-1", "@x", " =1+1", '"=1', "＝1", "'=1"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "\n", "\r"])
def test_no_cell_begins_like_a_formula_whatever_the_list_separator(begins, separator):
    """Read as a spreadsheet would that takes the separator of its own language."""
    table = io.StringIO()
    csv.writer(table).writerow([_harmless(f"a{separator}{begins}.png"), _harmless(begins), "x"])
    for delimiter in (",", ";", "\t", "|"):
        for row in csv.reader(io.StringIO(table.getvalue(), newline=""), delimiter=delimiter):
            for cell in row:
                assert not cell.lstrip(' "\n').startswith(tuple("=+-@＝＋－＠\t\r")), cell


def test_what_is_no_formula_stays():
    for text in ("scan-1.png", "a=b.png", "x+1, y", "one; two", "C:\\photos\\a.png", -1):
        assert _harmless(text) == text


def test_a_cell_has_no_control_characters():
    assert _harmless("a\x1b[2J\u202eb\nc") == r"a\x1b[2J\u202eb\nc"


def test_a_report_replaces_no_file_of_the_users(tmp_path, tiny_kolorit):
    save_gray(tmp_path / "in" / "a.png")
    folder = plan_batch(job_for(tmp_path, tiny_kolorit))
    (tmp_path / "out" / "report.html").write_text("my own report")
    first = write_report(folder)
    assert [path.name for path in first] == ["report-2.csv", "report-2.html"]
    assert write_report(folder) == first  # which was ours
    first[0].write_text("the user's notes")
    assert [path.name for path in write_report(folder)] == ["report-3.csv", "report-3.html"]
    assert (tmp_path / "out" / "report.html").read_text() == "my own report"
    assert first[0].read_text() == "the user's notes"
    left = {path.name for path in (tmp_path / "out").rglob("*") if "partial" in path.name}
    assert left == set()


@needs_posix_names
def test_the_page_cannot_be_broken_out_of(hostile):
    _, page = write_report(hostile)
    text = page.read_text(encoding="utf-8")
    assert text.count("<script") == 3
    assert text.count("</script>") == 3
    assert "<img" not in text
    assert "<b>&" not in text
    assert re.search(r"(src|href)=[\"']?https?:", text) is None
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    assert policy.startswith("default-src 'none'; img-src data:; ")
    assert "unsafe" not in policy


def test_a_report_of_a_batch_that_has_not_begun(tmp_path, tiny_kolorit):
    save_gray(tmp_path / "in" / "a.png")
    table, _ = write_report(plan_batch(job_for(tmp_path, tiny_kolorit)))
    assert ",open," in table.read_text(encoding="utf-8-sig")


def test_thumbnails_are_bounded_and_flagged_photos_come_first(tmp_path, tiny_kolorit):
    folder = made_up(tmp_path, tiny_kolorit, 300, flagged={250, 299})
    _, page = write_report(folder, max_thumbnails=10)
    rows = [line for line in page.read_text().splitlines() if line.startswith('{"i"')]
    assert len(rows) == 300
    with_picture = [number for number, row in enumerate(rows, 1) if '"x":' in row]
    assert with_picture == [1, 2, 3, 4, 5, 6, 7, 8, 250, 299]


def rows_of(page):
    lines = [line.rstrip(",") for line in page.read_text("utf-8").splitlines()]
    return [json.loads(line) for line in lines if line.startswith('{"i"')]


def test_each_photo_is_of_one_kind_and_those_left_out_have_pictures(tmp_path, tiny_kolorit):
    save_gray(tmp_path / "in" / "a.png")
    save_gray(tmp_path / "in" / "there.png")
    save_gray(tmp_path / "out" / "there.png")
    Image.fromarray(PHOTOS["astronaut"][:64, :64]).save(tmp_path / "in" / "red.png")
    (tmp_path / "in" / "bad.png").write_bytes(b"x")
    job = job_for(tmp_path, tiny_kolorit)
    with BatchRun(plan_batch(job), pipeline_for(job)) as run:
        outcomes_of(run, job)
        counts = run.counts()
    assert (counts.left_in_color, counts.skipped_otherwise) == (1, 1)
    _, page = write_report(BatchFolder(job.target))
    rows = {Path(row["i"]).name: row for row in rows_of(page)}
    kinds = {name: row["s"] for name, row in rows.items()}
    wanted = {"a.png": "done", "bad.png": "failed", "red.png": "in-color", "there.png": "skipped"}
    assert kinds == wanted
    assert {name for name, row in rows.items() if "x" in row} == {"a.png", "red.png", "there.png"}


def test_the_page_speaks_another_language_and_the_table_does_not(tmp_path, tiny_kolorit):
    folder = made_up(tmp_path, tiny_kolorit, 2, flagged={1})
    words = ReportWords(
        language="de",
        model="Modell: %1",
        flags={flag: f"<{flag.name.lower()}>" for flag in Flag},
        uncertainty=dict.fromkeys(Uncertainty, "sicher & gut"),
    )
    table, page = write_report(folder, words=words)
    text = page.read_text("utf-8")
    assert '<html lang="de">' in text
    assert "Modell: tiny-kolorit" in text
    row, _ = rows_of(page)
    assert row["f"] == ["<cast>", "<odd_skin>"]
    assert row["d"] == "sicher & gut"
    assert "<cast>" not in text  # it could end the script
    assert "color cast; blue or purple skin" in table.read_text(encoding="utf-8-sig")


@pytest.fixture
def browse(tmp_path):
    """Open a page in a real browser; return its DOM once its script has run."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("Chromium is not installed")

    def dump(address):
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
        options = ["--enable-logging=stderr", f"--user-data-dir={tmp_path / 'profile'}"]
        result = subprocess.run(
            [*command, *options, address], capture_output=True, timeout=PATIENCE, check=True
        )
        console = [line for line in result.stderr.decode().splitlines() if "CONSOLE" in line]
        assert console == []  # neither errors nor violations of the policy
        return result.stdout.decode()

    return dump


@pytest.mark.slow
@needs_posix_names
def test_the_page_in_a_browser(hostile, browse):
    _, page = write_report(hostile)
    dom = browse(page.as_uri())
    assert dom.count("<article") == len(HOSTILE) + 2
    assert "<title>Kolorit: out</title>" in dom
    assert len(re.findall(r'<img class="" src="data:image/webp;base64,', dom)) == dom.count("<img")
    assert dom.count("<img") == len(HOSTILE)
    assert "&lt;img src=x onerror" in dom
    assert 'href="./javascript%3Aalert%281%29.png"' in dom
    assert ">failed 1</button>" in dom
    assert "uncertainty: " in dom
    assert re.search(r"doubt \d", dom) is None
    assert browse(page.as_uri() + "#failed").count("<article") == 1
    assert browse(page.as_uri() + "#constructor").count("<article") == len(HOSTILE) + 2


@pytest.mark.slow
def test_a_long_report_is_shown_in_pages(tmp_path, tiny_kolorit, browse):
    _, page = write_report(made_up(tmp_path, tiny_kolorit, 450, flagged=range(400, 430)))
    dom = browse(page.as_uri())
    assert dom.count("<article") == 100
    assert "1–100 of 450" in dom
    assert browse(page.as_uri() + "#flagged").count("<article") == 30
