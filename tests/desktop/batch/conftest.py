"""A folder of scans, and the dialog that colors folders."""

import pytest

from engine.files.image_io import write_photo
from tests.tiny import gray_pixels


@pytest.fixture
def scans(tmp_path):
    folder = tmp_path / "scans"
    (folder / "1920").mkdir(parents=True)
    for name in ("a.png", "b.png", "1920/ä ☂.png"):
        write_photo(folder / name, gray_pixels(20, 30))
    (folder / "bad.jpg").write_bytes(b"no photo")
    (folder / "Thumbs.db").write_bytes(b"junk")
    return folder


@pytest.fixture
def dialog(window):
    window.actions_by_name["batch"].trigger()
    yield window.batches.dialog
    window.batches.close()
