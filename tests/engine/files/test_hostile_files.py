"""Small files that ask for much get what a photo may have, or one sentence."""

import mmap
import struct
import subprocess
import sys
import zlib

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from engine.cancel import Cancelled, CancelToken
from engine.errors import ImageError, ImageProblem
from engine.files import xmp
from engine.files.file_bytes import count_in
from engine.files.ifd import read_directory
from engine.files.image_io import read_photo
from engine.files.pieces import Pieces
from engine.files.png import chunks as png_chunks
from engine.files.profiles import bands, to_srgb
from engine.files.tiff import bands as tiff_bands
from engine.files.tiff import pages as tiff_pages
from tests import hostile_files, photo_files, profiles
from tests.photo_files import as_tiff, png_chunk, scene

TOLD = {
    "tables.tif": "is damaged",
    "strips.tif": "its strips overlap",
    "chain.tif": "is damaged",
}
"""What is refused; the others are read."""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel for the peak of memory")
@pytest.mark.parametrize("name", sorted(hostile_files.MAKERS))
def test_memory_stays_bounded(tmp_path, name):
    if name.endswith(".heic"):
        pytest.importorskip("pillow_heif")
    path = tmp_path / name
    hostile_files.MAKERS[name](path)
    assert path.stat().st_size < 15_000_000
    outcome, peak, _ = hostile_files.cost(path)
    assert TOLD.get(name, "read") in outcome
    assert peak <= hostile_files.MOST_MIB.get(name, hostile_files.USUAL_MIB)


class Counting(CancelToken):
    """Is cancelled at the check of a number."""

    def __init__(self, last=None):
        super().__init__()
        self.checks = 0
        self._last = last

    def check(self):
        self.checks += 1
        if self.checks == self._last:
            self.cancel()
        super().check()


def _photo(path, height=1500, width=1200):
    noise = np.random.default_rng(0).integers(0, 256, (height, width, 3), np.uint8)
    deep = noise.astype(np.uint16) << 8
    match path.name:
        case "strips.tif":
            as_tiff(path, deep, compression="zlib", rowsperstrip=8)
        case "tiles.tif":
            as_tiff(path, deep, compression="lzw", tile=(64, 64))
        case "profile.tif":
            as_tiff(path, deep, iccprofile=profiles.ADOBE_RGB)
        case "deep.png":
            path.write_bytes(imagecodecs.png_encode(deep))
        case _:
            Image.fromarray(noise).save(path)


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("strips.tif", 3),
        ("tiles.tif", 3),
        ("profile.tif", 3),
        ("deep.png", 50),
        ("photo.png", 50),
        ("photo.jpg", 10),
        ("photo.bmp", 10),
        ("photo.webp", 2),
    ],
)
def test_a_cancel_stops_reading_wherever_it_is(tmp_path, monkeypatch, name, least):
    monkeypatch.setattr(tiff_bands, "_BAND_BYTES", 1 << 21)
    path = tmp_path / name
    _photo(path)
    whole = Counting()
    read_photo(path, token=whole)
    assert whole.checks >= least
    for last in (1, whole.checks // 2, whole.checks):
        token = Counting(last)
        with pytest.raises(Cancelled):
            read_photo(path, token=token)
        assert token.checks == last


def test_a_token_stops_one_read_and_no_later_one(tmp_path):
    path = tmp_path / "photo.png"
    Image.fromarray(scene(3)).save(path)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        read_photo(path, token=token)
    assert read_photo(path).size == (24, 32)


@pytest.mark.parametrize("name", sorted({*photo_files.MAKERS, "gray.bmp", "palette.bmp"}))
def test_no_file_is_mapped(tmp_path, monkeypatch, name):
    """Who shortens a mapped file ends the program."""
    path = tmp_path / name
    if name in photo_files.MAKERS:
        photo_files.MAKERS[name](path)
    else:
        image = Image.fromarray(scene(1)[..., 0])
        (image if name == "gray.bmp" else image.convert("P")).save(path)
    monkeypatch.setattr(mmap, "mmap", lambda *_, **__: pytest.fail("it was mapped"))
    read_photo(path)


SHRINKS = """
import sys
from pathlib import Path
import imagecodecs
from engine.errors import ImageError
from engine.files.tiff import bands as tiff_bands
from engine.files.image_io import read_photo
path = Path(sys.argv[1])
tiff_bands._BAND_BYTES = 1000
decode = imagecodecs.tiff_decode
def shrinking(content, **options):
    with path.open("r+b") as file:
        file.truncate(10)
    return decode(content, **options)
imagecodecs.tiff_decode = shrinking
try:
    read_photo(path)
except ImageError as error:
    print(error.problem.name)
"""


@pytest.mark.parametrize("fields", [{}, {"tile": (16, 16)}])
def test_a_scan_that_shrinks_while_it_is_read_is_told(tmp_path, fields):
    path = tmp_path / "scan.tif"
    rows = {} if fields else {"rowsperstrip": 8}
    as_tiff(path, scene(3, 16, 240, 320), compression="zlib", **fields, **rows)
    command = [sys.executable, "-c", SHRINKS, str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout.strip()) == (0, "DAMAGED")


@pytest.mark.parametrize("name", [n for n in photo_files.MAKERS if n.endswith(".tif")])
def test_bands_make_the_same_picture(tmp_path, monkeypatch, name):
    path = tmp_path / name
    photo_files.MAKERS[name](path)
    whole = read_photo(path).pixels
    monkeypatch.setattr(tiff_bands, "_BAND_BYTES", 100)
    np.testing.assert_array_equal(read_photo(path).pixels, whole)


def test_a_page_costs_nothing_of_the_others(tmp_path, monkeypatch):
    """Of a hundred pages, one is decoded, and no more than that is read for it."""
    path = tmp_path / "album.tif"
    noise = np.random.default_rng(0).integers(0, 256, (100, 100, 100), np.uint8)
    as_tiff(path, noise, photometric="minisblack", compression="zlib")
    given = []
    decode = tiff_bands.imagecodecs.tiff_decode
    monkeypatch.setattr(
        tiff_bands.imagecodecs,
        "tiff_decode",
        lambda content: given.append(len(content)) or decode(content),
    )
    np.testing.assert_array_equal(read_photo(path, page=40).pixels[..., 0], noise[39])
    assert sum(given) < path.stat().st_size / 50


def test_a_circle_of_pages_ends(tmp_path):
    path = tmp_path / "circle.tif"
    as_tiff(path, scene(1)[..., 0])
    content = bytearray(path.read_bytes())
    (place,) = struct.unpack_from("<I", content, 4)
    (count,) = struct.unpack_from("<H", content, place)
    struct.pack_into("<I", content, place + 2 + 12 * count, place)
    path.write_bytes(content)
    photo = read_photo(path)
    assert (photo.pages, photo.reductions) == (1, ())


def test_scans_add_up(tmp_path, monkeypatch):
    path = tmp_path / "jpeg-in.tif"
    photo_files.MAKERS[path.name](path)
    monkeypatch.setattr("engine.files.tiff.guards._MAX_SCANNED_PIXELS", 24 * 32 - 1)
    with pytest.raises(ImageError) as caught:
        read_photo(path)
    assert caught.value.problem is ImageProblem.TOO_LARGE


def test_numbers_of_all_pages_add_up(tmp_path, monkeypatch):
    path = tmp_path / "pages.tif"
    photo_files.MAKERS[path.name](path)
    assert read_photo(path).pages == 3
    monkeypatch.setattr(tiff_pages, "_MAX_ALL_NUMBERS", 20)
    assert read_photo(path).pages == 1


def test_values_of_a_directory_add_up():
    """Two thousand values that are the same megabyte."""
    fields = b"".join(struct.pack("<HHII", 50_000 + n, 7, 1 << 20, 30_000) for n in range(2000))
    content = b"II*\0\x08\0\0\0" + struct.pack("<H", 2000) + fields
    content = content.ljust(30_000 + (1 << 20), b"\0")
    with pytest.raises(ValueError, match="too large values"):
        read_directory(content, 8)
    assert read_directory(content, 8, only=(1,)).entries == ()


def test_long_xmp_is_split_in_linear_time(monkeypatch):
    """What is serialized in all is some times the packet, however many properties it has."""
    written = []
    write = xmp.etree.tostring

    def counted(*arguments, **options):
        out = write(*arguments, **options)
        written.append(len(out))
        return out

    monkeypatch.setattr(xmp.etree, "tostring", counted)
    spaces = b"".join(b' xmlns:s%d="http://s/%d"' % (n, n) for n in range(1000))
    for declared in (b"", spaces):
        properties = b"".join(b"<p:k%d>0123456789</p:k%d>" % (n, n) for n in range(16_000))
        packet = (
            b'<rdf:RDF xmlns:rdf="%s"%s xmlns:p="http://p/"><rdf:Description rdf:about="">%s'
            b"</rdf:Description></rdf:RDF>" % (xmp.RDF.encode(), declared, properties)
        )
        written.clear()
        main, extension = xmp.split(packet, 60_000)
        assert len(main) <= 60_000
        assert (main + extension).count(b"0123456789") == 16_000
        assert sum(written) < 10 * len(packet)


def test_a_profile_of_many_megabytes_is_not_used():
    profile = bytearray(profiles.ADOBE_RGB.ljust((16 << 20) + 1, b"\0"))
    struct.pack_into(">I", profile, 0, len(profile))
    with pytest.raises(ValueError, match="color profile"):
        to_srgb(scene(3), bytes(profile))


def test_bands_are_small_whatever_the_shape():
    for shape in ((1, 5_000_000), (5_000_000, 1), (3000, 2000), (2, 2_500_000)):
        seen = np.zeros(shape, np.uint8)
        for band in bands(seen):
            assert seen[band].size <= 1 << 20
            seen[band] += 1
        assert (seen == 1).all()


def test_a_range_of_floats_beyond_numbers_is_not_believed(tmp_path):
    path = tmp_path / "float.tif"
    tags = [(340, 12, 1, -1.7e308, True), (341, 12, 1, 1.7e308, True)]
    as_tiff(path, scene(1, 16).astype(np.float32) / 65535, extratags=tags)
    np.testing.assert_array_equal(read_photo(path).pixels, scene(1, 16))


def test_marks_are_counted_across_pieces(tmp_path, monkeypatch):
    monkeypatch.setattr("engine.files.file_bytes._PIECE", 7)
    content = b"\xff\xda" * 3 + b"....\xff" + b"\xda" * 5 + b"\xff" * 9
    (tmp_path / "marks").write_bytes(content)
    assert count_in(tmp_path / "marks", b"\xff\xda") == content.count(b"\xff\xda")


def test_pixels_in_a_hundred_thousand_pieces_are_read_piece_by_piece(tmp_path, monkeypatch):
    """Finding a piece takes as many steps as its number has digits."""
    path = tmp_path / "pieces.png"
    hostile_files.MAKERS["pieces.png"](path)
    with path.open("rb") as file:
        found = png_chunks.read_chunks(file)
        assert len(found.pieces) > 100_000
        whole = Pieces(file, found.pieces)
        monkeypatch.setattr(whole, "_pieces", _Counted(found.pieces))
        assert len(whole.read(2 << 20)) > 0
        assert whole._pieces.taken <= 2
    assert read_photo(path).size == (390, 400)


class _Counted(list):
    """Counts the elements that are looked at."""

    taken = 0

    def __getitem__(self, index):
        self.taken += 1
        return super().__getitem__(index)

    def __iter__(self):
        for element in super().__iter__():
            self.taken += 1
            yield element


def test_texts_that_unpack_to_gigabytes_are_left_out_and_told(tmp_path):
    packed = zlib.compress(bytes(1 << 20) * 80, 9)
    path = tmp_path / "text.png"
    Image.fromarray(scene(3)).save(path)
    content = path.read_bytes()
    path.write_bytes(content[:33] + png_chunk(b"zTXt", b"k\0\0" + packed) + content[33:])
    photo = read_photo(path)
    assert [reduction.name for reduction in photo.reductions] == ["METADATA"]


def test_a_raw_file_is_not_mapped(tmp_path, monkeypatch):
    pytest.importorskip("rawpy")
    photo_files.flat_dng(tmp_path / "flat.dng")
    monkeypatch.setattr(mmap, "mmap", lambda *_, **__: pytest.fail("it was mapped"))
    assert read_photo(tmp_path / "flat.dng").bits == 16
