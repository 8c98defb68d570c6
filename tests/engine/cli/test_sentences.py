"""What is said about a file that cannot be read is one sentence of our own, and nothing else."""

import random
import re
import subprocess
import sys

import pytest

from engine.errors import ImageError, ImageProblem
from engine.files.image_io import read_photo
from tests.photo_files import MAKERS

OWN_WORDS = re.compile(
    r"|\d+ × \d+, the limit is \d+ megapixels"
    r"|it ends before its pixels do|it has another number of strips than it should"
    r"|a (tile|strip) is larger than (the picture|it should be)"
    r"|compression \d+, predictor \d+|\d+ samples of [\d, ]+ bits"
    r"|\d+ bits(, sample format \d+)?|the limit is [\d.]+ GB of pixels"
    r"|floating point far above 65535|\d+ scans|[A-Z_0-9]+|hierarchical JPEG|JPEG-LS"
    r"|\d+ bits as JPEG|L\*a\*b\* as JPEG"
    r"|arithmetic coding of lossless JPEG"
)
NAMES = sorted(set(MAKERS) - {"strip.png"})


def damaged(content, chance):
    """Return the content with a piece behind its name cut off, zeroed or exchanged for anything."""
    place = chance.randrange(36, min(len(content), chance.choice((200, 10**9))))
    piece = chance.choice((b"", bytes(40), chance.randbytes(6), b"\xff" * 4))
    return content[:place] + piece + content[place + len(piece) :] * bool(piece)


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_file_is_told_in_our_own_words(tmp_path, capfd, caplog, name):
    path = tmp_path / name
    MAKERS[name](path)
    content = path.read_bytes()
    chance = random.Random(name)
    told = []
    for _ in range(60):
        path.write_bytes(damaged(content, chance))
        try:
            read_photo(path)
        except ImageError as error:
            told.append(error)
    for error in told:
        assert OWN_WORDS.fullmatch(error.detail), error
        assert error.problem is not ImageProblem.UNKNOWN_FORMAT, error
        assert str(error).startswith(f"“{path}” ")
    assert len(told) > 5
    assert capfd.readouterr() == ("", "")
    assert {record.name.split(".")[0] for record in caplog.records} <= {"engine"}


def test_a_program_that_reads_a_damaged_file_prints_nothing(tmp_path):
    """Here no test's filters hide what libraries say."""
    path = tmp_path / "photo.jpg"
    MAKERS["progressive.jpg"](path)
    content = path.read_bytes()
    exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0\x1a\x01\x05\0\xff\0\0\0\0\0\1\0\x0e\x01"
    segment = b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
    path.write_bytes(content[:2] + segment + content[2:])
    code = (
        "import sys, pathlib, warnings; from engine.files.image_io import read_photo;"
        "warnings.warn_explicit('x', UserWarning, 'tifffile.py', 1, module='tifffile.tifffile');"
        "print(read_photo(pathlib.Path(sys.argv[1])).size)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert done.stdout == "(24, 32)\n"


def test_a_disk_that_cannot_be_read_is_told_without_its_path(tmp_path, monkeypatch):
    path = tmp_path / "photo.png"
    MAKERS["gray-16.png"](path)

    def broken(*_arguments, **_options):
        raise OSError(5, "Input/output error", str(path))

    monkeypatch.setattr(type(path), "open", broken)
    with pytest.raises(ImageError) as caught:
        read_photo(path)
    assert caught.value.problem is ImageProblem.UNREADABLE
    assert caught.value.detail == "input/output error"
