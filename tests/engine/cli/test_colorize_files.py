"""What `kolorit-cli colorize` does to files: none is replaced, none shown, all are told of."""

import os
import stat
import struct

import numpy as np
import pytest
import tifffile

from engine.cli.__main__ import main
from engine.files import image_io
from engine.files.image_io import read_photo, write_photo
from tests.engine.files.test_writing import FORMATS
from tests.photo_files import as_tiff, scene
from tests.tiny import gray_pixels

pytestmark = pytest.mark.usefixtures("tiny_models")
LONG_AGO = 1_000_000_000


def run(*arguments):
    return main([str(argument) for argument in arguments])


def when_encoding(monkeypatch, suffix, happens):
    """Let something happen while a file is written, after its name was found to be free."""
    file_format = image_io.SUFFIXES[suffix]
    write = image_io._WRITERS[file_format]

    def late(*arguments):
        happens()
        write(*arguments)

    monkeypatch.setattr(image_io, "_WRITERS", image_io._WRITERS | {file_format: late})


def test_a_file_that_comes_while_a_photo_is_colored_is_not_replaced(
    tmp_path, gray_jpeg, monkeypatch, capsys
):
    out = tmp_path / "out.png"
    when_encoding(monkeypatch, ".png", lambda: out.write_bytes(b"precious"))
    assert run("colorize", gray_jpeg, "-o", out) == 1
    assert out.read_bytes() == b"precious"
    told = capsys.readouterr()
    assert "out.png” already exists" in told.err
    assert "->" not in told.out
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize("comes", ["rename", "hardlink_to", "symlink_to"])
def test_an_original_that_takes_the_name_meanwhile_is_not_replaced(
    tmp_path, gray_jpeg, monkeypatch, capsys, comes
):
    out, content = tmp_path / "out.jpg", gray_jpeg.read_bytes()

    def happens():
        if comes == "rename":
            gray_jpeg.rename(out)
            gray_jpeg.symlink_to(out)
        else:
            getattr(out, comes)(gray_jpeg)

    when_encoding(monkeypatch, ".jpg", happens)
    assert run("colorize", gray_jpeg, "-o", out, "--overwrite") == 1
    assert out.read_bytes() == content
    assert gray_jpeg.read_bytes() == content
    assert "never overwritten" in capsys.readouterr().err


def test_no_name_of_an_original_is_replaced(tmp_path, gray_jpeg, capsys):
    content = gray_jpeg.read_bytes()
    (tmp_path / "hard.jpg").hardlink_to(gray_jpeg)
    (tmp_path / "soft.jpg").symlink_to(gray_jpeg)
    for name in ("hard.jpg", "soft.jpg"):
        assert run("colorize", gray_jpeg, "-o", tmp_path / name, "--overwrite") == 1
        assert "never overwritten" in capsys.readouterr().err
        assert (tmp_path / name).read_bytes() == content
    # nor by whoever asks the engine without a word about originals
    photo = read_photo(gray_jpeg)
    options = image_io.WriteOptions(original=photo.path)
    with pytest.raises(image_io.ImageError, match="never overwritten"):
        write_photo(tmp_path / "hard.jpg", photo.rgb, options, overwrite=True)


@pytest.mark.skipif(os.name == "nt", reason="there are other permissions")
def test_a_private_photo_gives_a_private_result(tmp_path, gray_jpeg):
    gray_jpeg.chmod(0o600)
    for suffix in FORMATS:
        out = tmp_path / f"out{suffix}"
        assert run("colorize", gray_jpeg, "-o", out) == 0
        assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_the_times_of_the_photo_are_kept_when_asked(tmp_path, gray_jpeg, capsys):
    os.utime(gray_jpeg, (LONG_AGO, LONG_AGO))
    assert run("colorize", gray_jpeg, "-o", tmp_path / "new.png") == 0
    assert run("colorize", gray_jpeg, "-o", tmp_path / "old.png", "--keep-times") == 0
    assert (tmp_path / "new.png").stat().st_mtime > LONG_AGO
    assert (tmp_path / "old.png").stat().st_mtime == LONG_AGO


@pytest.mark.parametrize("error", [struct.error("'I' format requires"), RuntimeError("png_write")])
def test_what_an_encoder_does_not_take_is_told_and_the_others_are_colored(
    tmp_path, gray_jpeg, monkeypatch, capsys, error
):
    write_photo(tmp_path / "a.png", gray_pixels(8, 9))

    def refuse():
        raise error

    when_encoding(monkeypatch, ".png", refuse)
    assert run("colorize", tmp_path / "a.png", gray_jpeg, "-o", tmp_path / "out") == 1
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["ramp.jpg"]
    lines = [line for line in capsys.readouterr().err.splitlines() if "a.png”" in line]
    (told,) = (line for line in lines if line.startswith("kolorit-cli: "))
    assert "cannot be written in this format; choose another one." in told
    assert str(error) not in told


def test_a_fault_of_our_own_does_not_stop_the_others(tmp_path, gray_jpeg, monkeypatch, capsys):
    write_photo(tmp_path / "a.png", gray_pixels(8, 9))
    colored = []

    def classify(photo):
        colored.append(photo.path.name)
        if photo.path.name == "a.png":
            raise ZeroDivisionError
        return require(photo)

    from engine.photo.picture_kind import require_colorless as require  # noqa: PLC0415 - before the patch

    monkeypatch.setattr("engine.photo.picture_kind.require_colorless", classify)
    assert run("colorize", tmp_path / "a.png", gray_jpeg, "-o", tmp_path / "out") == 1
    assert colored == ["a.png", "ramp.jpg"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["ramp.jpg"]
    assert "a.png” was not colored, by a fault of Kolorit" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_resolution_that_no_number_holds_is_told_and_the_photo_colored(tmp_path, suffix, capsys):
    source, out = tmp_path / "scan.tif", tmp_path / f"out{suffix}"
    most = (4_294_967_295, 4_294_967_295)
    as_tiff(source, scene(1, 16), resolution=most, resolutionunit="CENTIMETER")
    assert read_photo(source).metadata.dpi[0] > 1e10
    assert run("colorize", source, "-o", out) == 0
    assert read_photo(out).size == (24, 32)
    is_told = "no place for a resolution like this" in capsys.readouterr().out
    assert is_told == (suffix == ".tif")  # elsewhere the EXIF still says it


def resolution_tags(path):
    with tifffile.TiffFile(path) as file:
        tags = file.pages[0].tags
        across, down = (tags[name].value for name in ("XResolution", "YResolution"))
        return across[0] / across[1], down[0] / down[1], int(tags["ResolutionUnit"].value)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, (72, 72, 2)),  # what EXIF says when nothing is known
        ({"resolution": (300, 200), "resolutionunit": "NONE"}, (300, 200, 1)),
        ({"resolution": (300, 200), "resolutionunit": "INCH"}, (300, 200, 2)),
        ({"resolution": (100, 200), "resolutionunit": "CENTIMETER"}, (254, 508, 2)),
    ],
)
def test_a_tiff_says_of_its_resolution_what_the_photo_said(tmp_path, fields, expected):
    source, out = tmp_path / "scan.tif", tmp_path / "out.tif"
    as_tiff(source, scene(1), **fields)
    assert run("colorize", source, "-o", out) == 0
    assert resolution_tags(out) == expected


def test_a_png_without_resolution_becomes_a_tiff_at_72_dots_per_inch(tmp_path):
    write_photo(tmp_path / "a.png", np.repeat(scene(1), 3, axis=2))
    assert run("colorize", tmp_path / "a.png", "-o", tmp_path / "out.tif") == 0
    assert resolution_tags(tmp_path / "out.tif") == (72, 72, 2)
