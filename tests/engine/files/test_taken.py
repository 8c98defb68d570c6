"""When photos were taken, by what their files say."""

from datetime import datetime

import pytest
from PIL import ExifTags, Image

from engine.files.taken import taken_at

DATE = "1960:12:24 18:00:00"
SECONDS = datetime(1960, 12, 24, 18).astimezone().timestamp()


def save(path, date):
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = date
    exif[ExifTags.IFD.Exif] = exif.get_ifd(ExifTags.IFD.Exif)  # PNG and TIFF would write nothing
    Image.new("L", (8, 6)).save(path, exif=exif)
    return path


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tif", "avif"])
def test_a_photo_says_when_it_was_taken(tmp_path, suffix):
    assert taken_at(save(tmp_path / f"photo.{suffix}", DATE)) == SECONDS


@pytest.mark.parametrize("date", ["", "0000:00:00 00:00:00", "yesterday", "1960:12:24"])
def test_what_is_no_date_says_nothing(tmp_path, date):
    assert taken_at(save(tmp_path / "photo.jpg", date)) is None


def test_a_file_without_a_date_and_one_that_is_no_photo_say_nothing(tmp_path):
    Image.new("L", (8, 6)).save(tmp_path / "plain.tif")
    (tmp_path / "cut.jpg").write_bytes(save(tmp_path / "whole.jpg", DATE).read_bytes()[:40])
    (tmp_path / "text.jpg").write_text("no photo")
    for name in ("plain.tif", "cut.jpg", "text.jpg", "missing.png"):
        assert taken_at(tmp_path / name) is None
    assert taken_at(tmp_path) is None
