import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from engine import atomic_write
from engine.atomic_write import ANYBODY, PRIVATE, Privacy, atomic_path, times_of
from tests.threads import PATIENCE

LONG_AGO = 1_000_000_000


def refuses(number):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.fixture(params=["with hard links", "without"])
def _disk(request, monkeypatch):
    """A disk that knows second names for a file, and one that does not, as FAT."""
    if request.param == "without":
        monkeypatch.setattr(os, "link", refuses(errno.EPERM))


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def write(path, text, **how):
    with atomic_path(path, **how) as beside:
        beside.write_text(text)


def test_a_file_is_replaced_when_it_is_whole(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with atomic_path(path) as beside:
        beside.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fail():
        with atomic_path(path) as beside:
            beside.write_text("ne")
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("replaces", [False, True])
def test_a_disk_that_fails_at_the_very_end_leaves_nothing(tmp_path, monkeypatch, replaces):
    monkeypatch.setattr(os, "fsync", refuses(errno.EIO))
    with pytest.raises(OSError, match="Input/output error"):
        write(tmp_path / "a.txt", "new", replaces=replaces)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("_disk")
def test_what_came_meanwhile_is_not_replaced(tmp_path):
    path = tmp_path / "a.txt"
    with pytest.raises(FileExistsError):
        write(path, "mine", replaces=False, last_check=lambda: path.write_text("yours"))
    assert path.read_text() == "yours"
    assert list(tmp_path.iterdir()) == [path]
    link = tmp_path / "b.txt"
    with pytest.raises(FileExistsError):
        write(link, "mine", replaces=False, last_check=lambda: link.symlink_to("nowhere"))
    assert link.is_symlink()


@pytest.mark.usefixtures("_disk")
def test_of_many_that_want_a_name_one_gets_it(tmp_path):
    ready = threading.Barrier(8, timeout=PATIENCE)

    def compete(path, text):
        try:
            write(path, text, replaces=False, last_check=ready.wait)
        except FileExistsError:
            return None
        return text

    with ThreadPoolExecutor(8) as threads:
        for number in range(20):
            path = tmp_path / f"{number}.txt"
            said = list(threads.map(lambda text, at=path: compete(at, text), "abcdefgh"))
            winners = [text for text in said if text is not None]
            assert winners == [path.read_text()]
    assert len(list(tmp_path.iterdir())) == 20


def test_a_name_that_was_taken_in_vain_is_given_back(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "link", refuses(errno.EPERM))
    monkeypatch.setattr("pathlib.Path.replace", refuses(errno.EIO))
    with pytest.raises(OSError, match="Input/output error"):
        write(tmp_path / "a.txt", "new", replaces=False)
    assert list(tmp_path.iterdir()) == []


def test_the_last_check_comes_when_the_file_is_safe_and_may_refuse(tmp_path):
    path = tmp_path / "a.txt"

    def refuse():
        assert not path.exists()
        assert [p.read_text() for p in tmp_path.iterdir()] == ["new"]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(path, "new", last_check=refuse)
    assert list(tmp_path.iterdir()) == []


_KILLED = """
import os, pathlib, signal, sys
from engine.atomic_write import atomic_path
with atomic_path(pathlib.Path(sys.argv[1]) / "a.txt") as beside:
    beside.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there, age alone tells")
def test_what_a_killed_process_left_is_removed_by_the_next_one_that_writes_there(tmp_path):
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".kolorit-")
    write(tmp_path / "b.txt", "whole")
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]


def test_what_others_write_and_what_only_looks_like_it_stays(tmp_path):
    machine = atomic_write._machine()
    others = ["f" * 8 if machine != "f" * 8 else "e" * 8, "1234", "12345678"]
    living = tmp_path / f".kolorit-{machine}-{os.getpid()}-abcdefgh.partial"
    elsewhere = tmp_path / f".kolorit-{others[0]}-1-abcdefgh.partial"
    alike = tmp_path / ".photo-abcdefgh.partial"
    folder = tmp_path / f".kolorit-{machine}-99999999-abcdefgh.partial"
    photo = tmp_path / "photo.jpg"
    linked = tmp_path / f".kolorit-{machine}-99999998-abcdefgh.partial"
    for path in (living, elsewhere, alike, photo):
        path.write_text("precious")
    folder.mkdir()
    linked.symlink_to(photo)
    before = set(tmp_path.iterdir())
    write(tmp_path / "b.txt", "whole")
    assert set(tmp_path.iterdir()) == before | {tmp_path / "b.txt"}
    assert photo.read_text() == "precious"


@pytest.mark.parametrize("machine", [None, "0" * 8])
def test_what_shall_be_as_old_as_its_original_is_not_taken_for_abandoned(tmp_path, machine):
    """Of another thread of this process, or of another computer on the same share."""
    machine = machine or atomic_write._machine()
    writing = tmp_path / f".kolorit-{machine}-{os.getpid()}-abcdefgh.partial"
    writing.write_text("whole, but not yet named")
    os.utime(writing, (LONG_AGO, LONG_AGO))
    write(tmp_path / "b.txt", "whole")
    assert writing.exists()


def test_what_was_begun_more_than_a_day_ago_is_removed_whoever_left_it(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic_write, "_ABANDONED", -1)  # no file can be made older than it is
    left = tmp_path / ".kolorit-00000000-1-abcdefgh.partial"
    left.write_text("half")
    os.utime(left, (LONG_AGO, LONG_AGO))
    write(tmp_path / "b.txt", "whole")
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are other permissions")
@pytest.mark.parametrize(
    ("original", "result"),
    [(0o600, 0o600), (0o640, 0o640), (0o644, 0o644), (0o666, 0o644), (0o400, 0o600), (0, 0o600)],
)
def test_nobody_may_read_the_result_who_may_not_read_the_original(
    tmp_path, monkeypatch, original, result
):
    monkeypatch.setattr(atomic_write, "_UMASK", 0o022)
    photo, path = tmp_path / "photo.jpg", tmp_path / "out.jpg"
    photo.touch(original)
    photo.chmod(original)
    seen = []
    with atomic_path(path, privacy=Privacy.of(photo)) as beside:
        seen.append(mode(beside))
    assert seen == [0o600]
    assert mode(path) == result
    path.chmod(0o644)
    write(path, "again", privacy=Privacy.of(photo))
    assert mode(path) == result


def test_another_group_gets_no_more_than_all_others():
    assert Privacy(0o640, 100).limit(0o644, 100) == 0o640
    assert Privacy(0o640, 100).limit(0o644, 200) == 0o600
    assert Privacy(0o644, 100).limit(0o664, 200) == 0o644
    assert ANYBODY.limit(0o644, 200) == 0o644


def test_of_an_original_that_is_gone_nobody_is_let_in(tmp_path):
    assert Privacy.of(tmp_path / "gone.jpg") == PRIVATE


def test_a_file_can_be_as_old_as_another(tmp_path):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.touch()
    os.utime(old, ns=(LONG_AGO * 10**9 + 1000, LONG_AGO * 10**9 + 123_456_000))
    times = times_of(old)
    write(new, "new", times=times)
    assert times_of(new)[1] == times[1] == LONG_AGO * 10**9 + 123_456_000


def test_a_disk_that_keeps_its_own_times_refuses_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "utime", refuses(errno.EPERM))
    write(tmp_path / "a.txt", "whole", times=(0, 0))
    assert (tmp_path / "a.txt").read_text() == "whole"
