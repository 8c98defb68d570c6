"""What others may have laid down where the app looks on its own."""

import os
import stat
import sys

import pytest

from desktop.photos.session import CrashedSessions
from engine.errors import ImageError
from engine.recipe.sidecar import Kept, read_sidecar, sidecar_path, write_sidecar
from engine.recipe.stages import Grade
from engine.small_files import read_small, write_small
from tests.desktop.recipes import recipe_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")

KEPT = Kept(recipe_of(Grade(0.5)))


def pipe(path):
    os.mkfifo(path)


def device(path):
    os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))  # /dev/zero never ends


def huge(path):
    with path.open("wb") as file:
        file.truncate(1 << 40)


def link(path):
    other = path.with_name("elsewhere")
    other.write_text('{"look": {"strength": 0.5}, "photos": [{"path": "/"}]}')
    path.symlink_to(other)


def link_to_nothing(path):
    path.symlink_to(path.with_name("nothing"))


TRAPS = [pipe, huge, link, link_to_nothing, os.mkdir]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    TRAPS.append(device)


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.png"
    path.write_bytes(b"a photo")
    return path


@pytest.mark.parametrize("lay", TRAPS)
def test_a_sidecar_that_is_no_file_is_no_look(photo, lay, caplog):
    lay(sidecar_path(photo))
    assert read_sidecar(photo) is None
    assert "holds no settings" in caplog.text


@pytest.mark.parametrize("lay", TRAPS)
@pytest.mark.parametrize("ending", [".json", ".lock"])
def test_a_journal_that_is_no_file_is_no_session(qapp, tmp_path, lay, ending):
    if ending == ".lock":
        (tmp_path / "left.json").write_text('{"photos": [{"path": "/"}]}')
    lay(tmp_path / f"left{ending}")
    assert CrashedSessions(tmp_path).find() == ()


@pytest.mark.parametrize("lay", [pipe, huge, link, link_to_nothing])
def test_a_look_is_kept_in_the_place_of_whatever_has_the_name(photo, lay):
    lay(sidecar_path(photo))
    held = {path: path.read_bytes() for path in photo.parent.glob("elsewhere")}
    write_sidecar(photo, KEPT)
    assert read_sidecar(photo) == KEPT
    assert not sidecar_path(photo).is_symlink()
    assert not (photo.parent / "nothing").exists()
    assert held == {path: path.read_bytes() for path in photo.parent.glob("elsewhere")}


def test_a_folder_of_that_name_is_told(photo):
    sidecar_path(photo).mkdir()
    with pytest.raises(ImageError):
        write_sidecar(photo, KEPT)
    assert sorted(photo.parent.iterdir()) == [photo, sidecar_path(photo)]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o444, 0o755])
def test_a_look_is_as_private_as_its_photo(photo, mode):
    photo.chmod(mode)
    write_sidecar(photo, KEPT)
    assert stat.S_IMODE(sidecar_path(photo).stat().st_mode) == mode & 0o666 | 0o600


def test_what_is_written_goes_through_its_handle_alone(tmp_path, monkeypatch):
    """Whoever shares the folder may put a link in the place of what is being written."""
    original = tmp_path / "original"
    original.write_text("an original")
    fsync = os.fsync

    def swapped(handle):
        (partial,) = tmp_path.glob("*.partial")
        partial.unlink()
        partial.symlink_to(original)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", swapped)
    write_small(tmp_path / "look.json", "a look")
    assert original.read_text() == "an original"


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    (tmp_path / "look.json").write_text("an old look")

    def full(_handle):
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_small(tmp_path / "look.json", "a look")
    assert [path.name for path in tmp_path.iterdir()] == ["look.json"]
    assert read_small(tmp_path / "look.json", 100) == b"an old look"
