"""A file that is not whole never gets its name, however little the system takes."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from engine.errors import ImageError, ImageProblem
from engine.files.content import WriteOptions
from engine.files.image_io import write_photo
from tests import full_disk
from tests.engine.files.test_writing import FORMATS, METADATA

resource = pytest.importorskip("resource", reason="Windows knows no limits to a file")


@pytest.fixture
def limit():
    """Limit what files may grow to: `write(2)` takes what fits, and refuses only the next time."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


def write(path):
    pixels = np.repeat(full_disk.noisy(), 3, axis=2)
    write_photo(path, pixels, WriteOptions(metadata=METADATA, quality=90))


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_is_whole_or_its_writing_fails(tmp_path, limit, suffix):
    path = tmp_path / f"photo{suffix}"
    write(path)
    expected = path.read_bytes()
    path.unlink()
    for size in [*range(0, len(expected), 4093), len(expected) - 1]:
        limit(size)
        with pytest.raises(ImageError) as caught:
            write(path)
        assert caught.value.problem is ImageProblem.UNWRITABLE
        assert caught.value.detail == os.strerror(errno.EFBIG).lower()
        assert list(tmp_path.iterdir()) == []
    limit(len(expected))
    write(path)
    assert path.read_bytes() == expected


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    ("number", "problem"),
    [(errno.ENOSPC, ImageProblem.DISK_FULL), (errno.EIO, ImageProblem.UNWRITABLE)],
)
def test_a_disk_that_refuses_in_the_end_is_told(tmp_path, monkeypatch, suffix, number, problem):
    def refuse(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ImageError) as caught:
        write(tmp_path / f"photo{suffix}")
    assert caught.value.problem is problem
    assert str(tmp_path / ".kolorit") not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def may_mount():
    if shutil.which("unshare") is None:
        return False
    asked = subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False)
    return asked.returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not may_mount(), reason="no disk of one's own can be mounted here")
def test_at_every_amount_of_free_room_a_file_is_whole_or_the_command_fails():
    root = Path(full_disk.__file__).parents[1]
    ended = subprocess.run(
        ["unshare", "-rm", sys.executable, full_disk.__file__],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(root)},
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.endswith("nothing went wrong\n")
