import csv
import hashlib
import io
import json
import os
import shutil
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from skimage.data import astronaut, chelsea, coffee, rocket

from engine.opencv import cv2
from tests.pictures import PHOTOS, drawing, gray_of, toned
from training import prepare
from training.config import DataConfig
from training.data import shard_writer
from training.data.datasets import load_photos
from training.data.duplicates import MOST_BITS
from training.prepare import Options, main, summarize

SMALL = Options(size=64, min_size=48, val_share=4, shard_photos=5)


@pytest.fixture(autouse=True)
def _threads_as_before():
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def album(tmp_path_factory):
    """Sixteen different photos in nested folders."""
    folder = tmp_path_factory.mktemp("albums") / "album"
    for name, photo in PHOTOS.items():
        (folder / name).mkdir(parents=True)
        height, width, _ = photo.shape
        for index, (top, left) in enumerate(((0, 0), (0, 1), (1, 0), (1, 1))):
            quarter = photo[top * height // 2 :, left * width // 2 :][: height // 2, : width // 2]
            Image.fromarray(quarter).save(folder / name / f"{index}.jpg", quality=92)
    return folder


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def reasons(out):
    return {Path(row["path"]).name: row["reason"] for row in table(out / "rejected.csv")}


def stored(out):
    """Content of each photo by its id, as the manifest names them."""
    contents = {}
    for row in table(out / "manifest.csv"):
        with zipfile.ZipFile(out / row["shard"]) as archive:
            contents[row["id"]] = archive.read(f"{row['id']}.webp")
    return contents


def save(path, rgb, **options):
    Image.fromarray(np.ascontiguousarray(rgb)).save(path, **options)


def test_prepared_photos_are_what_training_reads(album, out, capsys):
    sizes = ["--size", "64", "--min-size", "48", "--val-share", "4", "--shard-photos", "5"]
    main([str(album), "-o", str(out), *sizes, "--license", "open", "--workers", "2"])
    said = capsys.readouterr().out
    assert "stored 16 pictures of 16 photos in 4 shards" in said
    assert sorted(p.name for p in out.glob("*")) == [
        "journal.jsonl",
        "manifest.csv",
        *(f"photos-{index:02}.zip" for index in range(4)),
        "rejected.csv",
    ]
    rows = table(out / "manifest.csv")
    assert list(rows[0]) == ["id", "shard", "split", "height", "width", "source", "licence"]
    assert {(row["source"], row["licence"]) for row in rows} == {("album", "open")}
    for row in rows:
        image = Image.open(io.BytesIO(stored(out)[row["id"]]))
        assert (image.format, image.mode) == ("WEBP", "RGB")
        assert image.size == (int(row["width"]), int(row["height"]))
        assert min(image.size) == 64
        assert max(image.size) <= 96
    config = DataConfig(store_size=64, licenses=["open"], sources=["album"])
    counts = [len(load_photos(out, split, config)) for split in ("train", "watch", "val")]
    assert sum(counts) == 16
    assert min(counts) >= 1


def test_every_reason_is_told_and_nothing_bad_stops_it(inbox, out, monkeypatch):
    photo = astronaut()
    save(inbox / "good.png", photo)
    save(inbox / "small.png", coffee()[:47, :300])
    save(inbox / "gray.jpg", gray_of(coffee()))
    save(inbox / "sepia.jpg", toned(coffee(), (60, 40, 20), (250, 230, 190)))
    save(inbox / "cyanotype.webp", toned(rocket(), (8, 28, 62), (236, 242, 240)))
    save(inbox / "drawing.png", drawing())
    (inbox / "cut off.png").write_bytes((inbox / "good.png").read_bytes()[:20_000])
    (inbox / "letter.jpg").write_text("Dear Grandmother,")
    (inbox / "phone.heic").write_bytes(b"\0\0\0\x18ftypheic")
    (inbox / "nowhere.jpg").symlink_to(inbox / "gone.jpg")
    monkeypatch.setattr("engine.files.image_io.MAX_PIXELS", 10**6)
    save(inbox / "bomb.png", np.zeros((1001, 1000, 3), np.uint8))
    photos = prepare.prepare([inbox], out, SMALL)
    assert reasons(out) == {
        "small.png": "too small",
        "gray.jpg": "gray",
        "sepia.jpg": "toned",
        "cyanotype.webp": "toned",
        "drawing.png": "clip-art",
        "cut off.png": "unreadable",
        "letter.jpg": "unreadable",
        "phone.heic": "unreadable",
        "nowhere.jpg": "unreadable",
        "bomb.png": "too large",
    }
    assert all(row["measure"] for row in table(out / "rejected.csv"))
    assert len(stored(out)) == 1
    assert "dropped 10 files" in summarize(photos)
    assert "4 unreadable" in summarize(photos)


def test_a_bomb_is_never_decoded(inbox, out, monkeypatch):
    monkeypatch.setattr("engine.files.image_io.MAX_PIXELS", 100)
    monkeypatch.setattr(prepare, "read_photo", lambda *_, **__: pytest.fail("decoded"))
    save(inbox / "bomb.png", coffee())
    prepare.prepare([inbox], out, SMALL)
    assert reasons(out) == {"bomb.png": "too large"}


def test_near_duplicates_are_kept_once(inbox, out):
    photo = Image.fromarray(coffee())
    photo.save(inbox / "original.png")
    shutil.copy(inbox / "original.png", inbox / "copy.png")
    photo.resize((300, 200)).save(inbox / "resized.png")
    photo.save(inbox / "recompressed.jpg", quality=30)
    photo.crop((6, 4, 594, 396)).save(inbox / "cropped.png")
    save(inbox / "another.png", chelsea())
    prepare.prepare([inbox], out, SMALL)
    assert len(stored(out)) == 2
    assert list(reasons(out).values()) == ["duplicate"] * 4
    bits = [int(row["measure"].split(" bits from ")[0]) for row in table(out / "rejected.csv")]
    assert 0 < max(bits) <= MOST_BITS


def test_junk_is_passed_over(inbox, out, capsys):
    save(inbox / "photo.jpg", coffee())
    names = ("Thumbs.db", ".DS_Store", "._photo.jpg", "notes.txt", ".hidden.jpg", "film.mp4")
    for name in names:
        (inbox / name).write_bytes(b"junk")
    (inbox / "empty.jpg").touch()
    for folder in (".thumbnails", "__MACOSX", "@eaDir"):
        (inbox / folder).mkdir()
        save(inbox / folder / "photo.jpg", chelsea())
    if hasattr(os, "mkfifo"):
        os.mkfifo(inbox / "endless.jpg")
    prepare.prepare([inbox], out, SMALL)
    assert len(stored(out)) == 1
    assert reasons(out) == {}
    ignored = len(names) + 1 + hasattr(os, "mkfifo")
    assert f"passed over {ignored} files" in capsys.readouterr().out


def test_hostile_names_are_names_like_any_other(tmp_path, out):
    folder = tmp_path / "a, \"b\"\n=cmd; 'ünïcode' 👵"
    folder.mkdir()
    names = [
        "two\nlines.png",
        "co,mma.PNG",
        '"quoted".png',
        "--out.png",
        "祖母 👵.png",
        "x.zip.png",
    ]
    for index, name in enumerate(names):
        save(folder / name, list(PHOTOS.values())[index % 4] if index < 4 else gray_of(coffee()))
    if sys.platform == "linux":
        save(folder / os.fsdecode(b"\xff\xfe.png"), gray_of(coffee()))  # not UTF-8
    prepare.prepare([folder], out, SMALL)
    assert len(stored(out)) == 4
    assert {row["source"] for row in table(out / "manifest.csv")} == {folder.name}
    told = [row["path"] for row in table(out / "rejected.csv")]
    assert str(folder.resolve() / "祖母 👵.png") in told
    assert len(told) == (3 if sys.platform == "linux" else 2)
    prepare.prepare([folder], out, SMALL)  # names come back from the journal as they were
    assert len(table(out / "rejected.csv")) == len(told)
    assert len(load_photos(out, "train", DataConfig(store_size=64))) >= 1


def test_inputs_are_never_touched(album, out):
    def state():
        return {
            path: (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
            for path in album.rglob("*.*")
        }

    before, listed = state(), sorted(album.rglob("*"))
    prepare.prepare([album], out, SMALL)
    assert state() == before
    assert sorted(album.rglob("*")) == listed


@pytest.fixture(scope="module")
def undisturbed(album, tmp_path_factory):
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    prepare.prepare([album], out, SMALL)
    return out


def same(out, other):
    assert stored(out) == stored(other)
    for name in ("manifest.csv", "rejected.csv"):
        assert (out / name).read_bytes() == (other / name).read_bytes()


@pytest.mark.parametrize("after", [0, 3, 7, 10])
def test_an_interrupted_run_goes_on_and_does_nothing_twice(
    album, out, undisturbed, monkeypatch, after
):
    looked_at, real = [], prepare.examine

    def counted(options, file):
        looked_at.append(file.path)
        return real(options, file)

    def dies(self, record):
        if len(self.done) >= after:
            raise KeyboardInterrupt
        append(self, record)

    monkeypatch.setattr(prepare, "examine", counted)
    append = prepare.PhotoSet._append
    with monkeypatch.context() as dying:
        dying.setattr(prepare.PhotoSet, "_append", dies)
        with pytest.raises(KeyboardInterrupt):
            prepare.prepare([album], out, SMALL)
    assert not (out / "manifest.csv").exists()  # what is unfinished is not read
    assert not list(out.rglob("*.webp"))
    finished = {path: path.stat().st_mtime_ns for path in out.glob("photos-*.zip")}
    assert len(finished) == after // SMALL.shard_photos
    looked_at.clear()
    prepare.prepare([album], out, SMALL)
    assert len(looked_at) == len(set(looked_at)) == 16 - after
    assert {path: path.stat().st_mtime_ns for path in finished} == finished
    same(out, undisturbed)


@pytest.mark.parametrize("call", ["before a shard is renamed", "before its photos are deleted"])
def test_no_half_shard_is_ever_read(album, out, undisturbed, monkeypatch, call):
    def dies(*_, **__):
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        if call == "before a shard is renamed":
            dying.setattr(shard_writer.os, "fsync", dies)
        else:
            dying.setattr(Path, "unlink", dies)
        with pytest.raises(KeyboardInterrupt):
            prepare.prepare([album], out, SMALL)
    assert len(list(out.glob("photos-*.zip"))) == (call != "before a shard is renamed")
    prepare.prepare([album], out, SMALL)
    same(out, undisturbed)
    assert not (out / "waiting").exists()


def test_a_torn_journal_and_lost_photos_are_made_good(album, out, undisturbed, monkeypatch):
    def dies(self, record):
        if len(self.done) >= 8:
            raise KeyboardInterrupt
        append(self, record)

    append = prepare.PhotoSet._append
    with monkeypatch.context() as dying:
        dying.setattr(prepare.PhotoSet, "_append", dies)
        with pytest.raises(KeyboardInterrupt):
            prepare.prepare([album], out, SMALL)
    journal = out / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-25])  # the power went
    last = json.loads(journal.read_text().splitlines()[-2])
    (out / "waiting" / last["photos"][0]["id"]).write_bytes(b"")
    prepare.prepare([album], out, SMALL)
    same(out, undisturbed)


def test_a_later_run_adds_what_is_new_in_shards_of_its_own(album, inbox, out):
    prepare.prepare([album / "chelsea", album / "coffee"], out, SMALL)
    before = {path: path.read_bytes() for path in out.glob("photos-*.zip")}
    prepare.prepare([album / "rocket", album / "coffee"], out, SMALL)
    assert {path: path.read_bytes() for path in before} == before
    sources = [row["source"] for row in table(out / "manifest.csv")]
    assert sorted(sources) == ["chelsea"] * 4 + ["coffee"] * 4 + ["rocket"] * 4
    assert reasons(out) == {}


def test_other_settings_need_another_folder(album, out):
    prepare.prepare([album / "coffee"], out, SMALL)
    with pytest.raises(ValueError, match="other settings"):
        prepare.prepare([album], out, Options(size=96, min_size=48))


def test_the_number_of_workers_changes_nothing(album, out, undisturbed):
    options = Options(size=64, min_size=48, val_share=4, shard_photos=5, workers=3)
    prepare.prepare([album], out, options)
    same(out, undisturbed)


def test_an_output_that_is_not_ours_is_refused(album, out):
    out.mkdir()
    (out / "letter.txt").write_text("mine")
    with pytest.raises(ValueError, match="holds something else"):
        prepare.prepare([album], out, SMALL)
    assert [path.name for path in out.iterdir()] == ["letter.txt"]


def test_folders_inside_one_another_are_refused(inbox, tmp_path, capsys):
    save(inbox / "photo.png", coffee())
    link = tmp_path / "link"
    link.symlink_to(inbox)
    for folders, target in (
        ([inbox], inbox),
        ([inbox], inbox / "out"),
        ([inbox], link / "out"),
        ([inbox], tmp_path),
        ([tmp_path, inbox], tmp_path.parent / "elsewhere"),
        ([inbox, link], tmp_path / "out"),
    ):
        with pytest.raises(ValueError, match="lie in one another"):
            prepare.prepare(folders, target, SMALL)
    with pytest.raises(SystemExit):
        main([str(inbox / "photo.png"), "-o", str(tmp_path / "out")])
    assert "is no folder" in capsys.readouterr().err
    assert [path.name for path in inbox.iterdir()] == ["photo.png"]


def test_photos_are_upright_and_never_longer_than_allowed(inbox, out):
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Image.fromarray(coffee())
    image.transpose(Image.Transpose.ROTATE_90).save(inbox / "turned.jpg", exif=exif, quality=95)
    save(inbox / "panorama.png", astronaut()[:100])
    prepare.prepare([inbox], out, SMALL)
    pictures = {
        Image.open(io.BytesIO(content)).size: np.array(Image.open(io.BytesIO(content)))
        for content in stored(out).values()
    }
    assert set(pictures) == {(96, 64)}
    sizes = [row for row in table(out / "manifest.csv") if row["width"] == "96"]
    assert len(sizes) == 2
    truth = np.array(image.resize((96, 64)))
    errors = [
        np.abs(np.array(Image.open(io.BytesIO(content))).astype(int) - truth).mean()
        for content in stored(out).values()
    ]
    assert min(errors) < 8  # a photo on its side would differ by 60


def test_random_squares_come_from_large_photos_and_share_their_split(inbox, tmp_path):
    save(inbox / "large.png", coffee())
    save(inbox / "larger.jpg", cv2.resize(chelsea(), None, fx=3, fy=3))
    save(inbox / "medium.png", astronaut()[:120, 150:280])
    options = Options(size=64, min_size=48, crops=3, val_share=2)
    for out in (tmp_path / "first", tmp_path / "second"):
        prepare.prepare([inbox], out, options)
    rows = table(tmp_path / "first" / "manifest.csv")
    assert len(rows) == 3 + 3 + 1
    splits = {}
    for row in rows:
        splits.setdefault(row["id"].split("-")[0], set()).add(row["split"])
    assert len(splits) == 3
    assert all(len(split) == 1 for split in splits.values())
    squares = [row for row in rows if (row["height"], row["width"]) == ("64", "64")]
    assert len(squares) == 6
    contents = stored(tmp_path / "first")
    assert len(set(contents.values())) == 7
    same(tmp_path / "first", tmp_path / "second")
