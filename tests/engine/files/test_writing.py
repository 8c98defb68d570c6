"""What goes into a file comes out of it, through our reader and through other programs'."""

import json
import shutil
import struct
import subprocess
import threading
import tracemalloc
from dataclasses import replace

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from engine.cancel import Cancelled, CancelToken
from engine.errors import ImageError, ImageProblem
from engine.files import xmp
from engine.files.content import WriteLoss, WriteOptions
from engine.files.exif import orientation_of
from engine.files.ifd import EXIF, Entry, first_directory, place_of, read_directory, with_children
from engine.files.image_io import read_photo, write_photo
from engine.files.png import writing as png_writing
from engine.files.profiles import srgb_profile
from engine.photo.metadata import Metadata
from tests import profiles
from tests.photo_files import MAKERS, as_tiff, exif_bytes, scene
from tests.pictures import PHOTOS

EXIFTOOL = pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
IMAGEMAGICK = pytest.mark.skipif(shutil.which("identify") is None, reason="no ImageMagick")
TIFFINFO = pytest.mark.skipif(shutil.which("tiffinfo") is None, reason="tiffinfo is not installed")

IPTC = b"\x1c\x02\x78\x00\x0dMarket square\x1c\x02\x50\x00\x07A. Name"
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:source>Box 17</dc:source>'
    b"</rdf:Description></rdf:RDF></x:xmpmeta>"
)
METADATA = Metadata(
    exif=exif_bytes(x010F="Scanner", x8298="City archive").removeprefix(b"Exif\0\0"),
    iptc=IPTC,
    xmp=XMP,
    icc=b"",
    dpi=(600.0, 600.0),
)
FORMATS = [".jpg", ".png", ".tif", ".webp"]


def exiftool(path):
    command = ["exiftool", "-json", "-a", "-G1", "-n", str(path)]
    result = subprocess.run(command, capture_output=True, check=True)
    return json.loads(result.stdout)[0]


def scan_with_everything(path):
    """A scan as an archive keeps it: all that exiftool can put into a gray TIFF."""
    values = scene(1, 16, 48, 64)
    as_tiff(path, values, iccprofile=profiles.DOT_GAIN_20, resolution=(600, 600), compression="lzw")
    tags = {
        "IPTC:Caption-Abstract": "Market square, 1911",
        "IPTC:By-line": "A. Photographer",
        "EXIF:Make": "Scanner",
        "EXIF:Copyright": "City archive",
        "ExifIFD:DateTimeOriginal": "1911:05:06 12:00:00",
        "GPS:GPSLatitude": "48.2",
        "GPS:GPSLatitudeRef": "N",
        "XMP-dc:Source": "Box 17",
        "XMP-tiff:Orientation#": "6",
        "IFD0:Orientation#": "6",
    }
    arguments = [f"-{tag}={value}" for tag, value in tags.items()]
    command = ["exiftool", "-q", "-overwrite_original", *arguments, str(path)]
    subprocess.run(command, check=True)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("suffix", FORMATS)
def test_metadata_and_pixels_come_back(tmp_path, suffix, bits):
    path = tmp_path / f"photo{suffix}"
    losses = write_photo(path, scene(3, bits), WriteOptions(metadata=METADATA))
    photo = read_photo(path)
    deep = bits == 16 and suffix in (".png", ".tif")
    assert photo.bits == (16 if deep else 8)
    expected = {WriteLoss.DEPTH} if bits == 16 and not deep else set()
    assert set(losses) == expected | ({WriteLoss.IPTC} if suffix == ".webp" else set())
    assert xmp.parse(photo.metadata.xmp).find(".//{*}source").text == "Box 17"
    assert photo.metadata.iptc == (b"" if suffix == ".webp" else IPTC)
    assert b"City archive" in photo.metadata.exif
    assert len(photo.metadata.icc) > 128
    assert photo.metadata.dpi == pytest.approx((600, 600), abs=0.02)
    if suffix in (".png", ".tif"):
        np.testing.assert_array_equal(photo.pixels, scene(3, bits))


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("suffix", FORMATS)
def test_transparency_is_kept_where_the_format_can(tmp_path, suffix, bits):
    pixels = scene(3, bits)
    alpha = np.ascontiguousarray(pixels[..., 0])
    path = tmp_path / f"cutout{suffix}"
    losses = write_photo(path, pixels, WriteOptions(alpha=alpha))
    photo = read_photo(path)
    if suffix == ".jpg":
        assert WriteLoss.ALPHA in losses
        assert photo.alpha is None
        assert photo.pixels[:, 0].min() > 245  # white shines through
    else:
        stored = alpha if photo.bits == bits else alpha / 257
        assert np.abs(photo.alpha - stored).max() <= 0.5


def test_the_profile_of_the_photo_is_kept_when_asked(tmp_path):
    source, target = tmp_path / "adobe.tif", tmp_path / "out.tif"
    MAKERS["adobe.tif"](source)
    photo = read_photo(source)
    options = WriteOptions(metadata=photo.metadata, keep_profile=True)
    assert write_photo(target, photo.pixels, options) == ()
    back = read_photo(target)
    assert back.metadata.icc == profiles.ADOBE_RGB
    assert np.abs(back.pixels.astype(int) - photo.pixels).max() <= 12
    MAKERS["dot-gain.tif"](source)
    options = WriteOptions(metadata=read_photo(source).metadata, keep_profile=True)
    assert write_photo(target, photo.pixels, options, overwrite=True) == (WriteLoss.PROFILE,)


def test_orientation_is_applied_once_and_the_thumbnail_is_gone(tmp_path):
    source, target = tmp_path / "turned.jpg", tmp_path / "out.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769).update({0xA002: 64, 0xA003: 48, 0x927C: b"maker's notes"})
    thumbnail = b"\xff\xd8thumbnail\xff\xd9"
    content = bytearray(exif.tobytes().removeprefix(b"Exif\0\0"))
    order = "little" if content[:2] == b"II" else "big"
    first = int.from_bytes(content[4:8], order)
    link = first + 2 + 12 * int.from_bytes(content[first : first + 2], order)
    content[link : link + 4] = len(content).to_bytes(4, order)
    start = len(content) + 2 + 24 + 4
    content += (2).to_bytes(2, order)
    for tag, value in ((513, start), (514, len(thumbnail))):
        content += tag.to_bytes(2, order) + (4).to_bytes(2, order)
        content += (1).to_bytes(4, order) + value.to_bytes(4, order)
    content += bytes(4) + thumbnail
    image = Image.fromarray(scene(3, 8, 48, 64))
    image.save(source, exif=b"Exif\0\0" + bytes(content), dpi=(300, 150))
    photo = read_photo(source)
    assert photo.size == (64, 48)
    write_photo(target, photo.pixels, WriteOptions(metadata=photo.metadata))
    back = read_photo(target)
    assert back.size == (64, 48)
    assert orientation_of(back.metadata.exif) == 1
    assert b"thumbnail" not in back.metadata.exif
    assert b"maker's notes" in back.metadata.exif
    assert back.metadata.dpi == (150, 300)
    with Image.open(target) as image:
        details = image.getexif().get_ifd(0x8769)
    assert (details[0xA002], details[0xA003]) == (48, 64)


def test_xmp_longer_than_a_segment_of_jpeg_is_kept_whole(tmp_path):
    text = "".join(chr(97 + i % 26) for i in range(150_000)).encode()
    packet = XMP.replace(b"</dc:source>", b"</dc:source><dc:rights>" + text + b"</dc:rights>")
    path = tmp_path / "long.jpg"
    options = WriteOptions(metadata=replace(METADATA, xmp=packet))
    assert write_photo(path, scene(3), options) == ()
    rdf = xmp.parse(read_photo(path).metadata.xmp)
    assert rdf.find(".//{*}rights").text.encode() == text
    assert rdf.find(".//{*}source").text == "Box 17"


def test_damaged_metadata_are_left_out_and_told(tmp_path):
    path = tmp_path / "damaged.jpg"
    options = WriteOptions(metadata=replace(METADATA, exif=b"II*\0\xff\xff\xff\xff"))
    assert write_photo(path, scene(3), options) == (WriteLoss.EXIF,)
    Image.fromarray(scene(3)).save(path, xmp=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    photo = read_photo(path)
    assert photo.metadata.xmp == b""
    assert [reduction.name for reduction in photo.reductions] == ["METADATA"]


NOT_HELD = {
    ".jpg": [(65_535.0, 72.0), (72.0, 0.4)],
    ".png": [(6e7, 72.0), (72.0, 0.01)],
    ".tif": [(1.09e10, 72.0), (72.0, 1e-10)],
    ".webp": [(5e6, 72.0), (72.0, 1e-4)],
}
NOWHERE = [(float("inf"), 72.0), (float("nan"), 72.0), (-72.0, 72.0), (1e308, 5e-324)]


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_resolution_that_a_format_cannot_hold_is_left_out_and_told(tmp_path, suffix):
    path = tmp_path / f"photo{suffix}"
    for dpi in NOT_HELD[suffix] + NOWHERE:
        options = WriteOptions(metadata=Metadata(dpi=dpi))
        assert write_photo(path, scene(3), options, overwrite=True) == (WriteLoss.RESOLUTION,)
        unknown = (72, 72) if suffix == ".tif" else None  # TIFF must say something
        assert read_photo(path).metadata.dpi == unknown


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("dpi", [(1.0, 60_000.0), (75.5, 1200.25)])
def test_a_resolution_that_it_can_hold_comes_back(tmp_path, suffix, dpi):
    path = tmp_path / f"photo{suffix}"
    assert write_photo(path, scene(3), WriteOptions(metadata=Metadata(dpi=dpi))) == ()
    assert read_photo(path).metadata.dpi == pytest.approx(dpi, abs=0.5)


def test_of_tags_that_are_there_several_times_a_tiff_gets_the_first(tmp_path):
    titles = [Entry(270, 2, 4, b"%03d" % n + b"\0") for n in range(1990)]
    dates = [Entry(36867, 2, 4, b"%03d" % n + b"\0") for n in range(1990)]
    odd = [Entry(271, 16, 1, bytes(8)), Entry(272, 13, 1, bytes(4))]
    exif = with_children(titles + odd, ((EXIF, dates),), "<")
    path = tmp_path / "photo.tif"
    assert write_photo(path, scene(3), WriteOptions(metadata=Metadata(exif=exif))) == ()
    photo = read_photo(path)
    assert photo.reductions == ()
    back = read_directory(photo.metadata.exif, first_directory(photo.metadata.exif))
    assert [e.value for e in back.entries if e.tag == 270] == [b"000\0"]
    details = read_directory(photo.metadata.exif, place_of(back.get(EXIF), "<"))
    assert [e.value for e in details.entries] == [b"000\0"]
    assert {271, 272} & {e.tag for e in back.entries} == {272}  # BigTIFF's types are not classic


def test_a_profile_of_more_parts_than_a_jpeg_counts_is_not_kept(tmp_path):
    long = profiles.ADOBE_RGB + bytes(255 * 65_519)
    long = struct.pack(">I", len(long)) + long[4:]
    options = WriteOptions(metadata=Metadata(icc=long), keep_profile=True)
    assert write_photo(tmp_path / "a.jpg", scene(3), options) == (WriteLoss.PROFILE,)
    assert read_photo(tmp_path / "a.jpg").metadata.icc == srgb_profile()


@EXIFTOOL
@pytest.mark.parametrize("suffix", FORMATS)
def test_exiftool_finds_what_it_put_in(tmp_path, suffix):
    source, target = tmp_path / "scan.tif", tmp_path / f"out{suffix}"
    scan_with_everything(source)
    photo = read_photo(source)
    assert photo.size == (64, 48)
    write_photo(target, np.repeat(photo.pixels, 3, axis=2), WriteOptions(metadata=photo.metadata))
    found = exiftool(target)
    assert found["IFD0:Make"] == "Scanner"
    assert found["IFD0:Copyright"] == "City archive"
    assert found["ExifIFD:DateTimeOriginal"] == "1911:05:06 12:00:00"
    assert found["Composite:GPSLatitude"] == pytest.approx(48.2)
    assert found["XMP-dc:Source"] == "Box 17"
    assert found.get("IFD0:Orientation", 1) == 1
    assert found.get("XMP-tiff:Orientation", 1) == 1
    assert "ICC_Profile:ProfileDescription" in found or "ICC-header:ProfileVersion" in found
    if suffix == ".png":
        assert found["PNG-pHYs:PixelsPerUnitX"] == 23622
    else:
        assert found["IFD0:XResolution"] == 600
    if suffix != ".webp":
        assert found["IPTC:Caption-Abstract"] == "Market square, 1911"
        assert found["IPTC:By-line"] == "A. Photographer"
    problems = [value for key, value in found.items() if key.endswith((":Warning", ":Error"))]
    assert problems == []


@IMAGEMAGICK
@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("bits", [8, 16])
def test_imagemagick_sees_the_same_pixels(tmp_path, suffix, bits):
    path = tmp_path / f"photo{suffix}"
    write_photo(path, scene(3, bits), WriteOptions(metadata=METADATA, compression="zip"))
    shown = subprocess.run(
        ["stream", "-map", "rgb", "-storage-type", "short", str(path), "-"],
        capture_output=True,
        check=True,
    ).stdout
    seen = np.frombuffer(shown, np.uint16).reshape(24, 32, 3).astype(int)
    truth = scene(3, bits).astype(int) * (257 if bits == 8 else 1)
    error = np.abs(seen - truth).mean()
    assert error == 0 if suffix in (".png", ".tif") else error < 3 * 257


@TIFFINFO
@pytest.mark.parametrize("compression", ["lzw", "zip"])
def test_tiffinfo_finds_no_fault(tmp_path, compression):
    path = tmp_path / "photo.tif"
    write_photo(path, scene(3, 16), WriteOptions(metadata=METADATA, compression=compression))
    result = subprocess.run(["tiffinfo", "-D", str(path)], capture_output=True, check=True)
    text = result.stdout.decode()
    assert "Bits/Sample: 16" in text
    assert "Resolution: 600, 600 pixels/inch" in text
    assert ("LZW" if compression == "lzw" else "AdobeDeflate") in text
    assert b"rror" not in result.stderr


@pytest.mark.parametrize(
    "name", ["Großmutter.tif", "бабушка.tif", "祖母 👵.tif", "x" * 200 + ".tif"]
)
def test_any_name_will_do_for_tiff_too(tmp_path, name):
    write_photo(tmp_path / name, scene(3, 16), WriteOptions(metadata=METADATA))
    np.testing.assert_array_equal(read_photo(tmp_path / name).pixels, scene(3, 16))


def test_a_name_too_long_is_told(tmp_path):
    with pytest.raises(ImageError) as caught:
        write_photo(tmp_path / f"{'я' * 200}.tif", scene(3))
    assert caught.value.problem is ImageProblem.UNWRITABLE


def test_two_writes_give_the_same_bytes(tmp_path):
    for name in ("a.tif", "b.tif"):
        write_photo(tmp_path / name, scene(3, 16), WriteOptions(metadata=METADATA))
    assert (tmp_path / "a.tif").read_bytes() == (tmp_path / "b.tif").read_bytes()


@pytest.mark.parametrize("quality", [0, 101])
def test_a_quality_out_of_range_is_a_caller_bug(quality):
    with pytest.raises(ValueError, match="quality"):
        WriteOptions(quality=quality)


class StopsLater(CancelToken):
    """Is cancelled by the fourth who looks."""

    checks = 0

    def check(self):
        self.checks += 1
        if self.checks == 4:
            self.cancel()
        super().check()


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_a_large_file_is_stopped_on_the_way(tmp_path, suffix):
    threads = threading.active_count()
    for _ in range(5):
        token = StopsLater()
        with pytest.raises(Cancelled):
            write_photo(
                tmp_path / f"out{suffix}", np.zeros((3000, 3000, 3), np.uint16), token=token
            )
        assert token.checks == 4  # and not again when all is written
        assert threading.active_count() == threads  # nothing goes on behind the caller's back
        assert list(tmp_path.iterdir()) == []


def test_who_cancels_a_png_waits_for_a_megabyte_at_most(tmp_path):
    pixels = np.zeros((1000, 3000, 3), np.uint16)
    token = StopsLater()
    token.checks = 5  # never
    write_photo(tmp_path / "out.png", pixels, token=token)
    assert token.checks - 5 > pixels.nbytes >> 20


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_what_is_written_is_never_in_memory_as_a_whole(tmp_path, suffix):
    noise = np.random.default_rng(0).integers(0, 1 << 16, (1500, 2000, 3), np.uint16)
    path = tmp_path / f"out{suffix}"
    tracemalloc.start()
    try:
        write_photo(path, noise, WriteOptions(alpha=noise[..., 0]))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > noise.nbytes  # noise does not shrink
    assert peak < noise.nbytes


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("size", [(1, 1), (1, 40), (40, 1), (37, 53)])
def test_a_png_written_in_many_pieces_is_what_libpng_reads(
    tmp_path, monkeypatch, bits, channels, size
):
    monkeypatch.setattr(png_writing, "_BYTES_AT_A_TIME", 700)  # a row or a few
    photo = np.dstack([PHOTOS["coffee"]] * 2)[: size[0], : size[1], :channels]
    photo[20:, ::2], photo[20:, 1::2] = 1, 255  # stripes: each row is best told by that above
    pixels = photo if bits == 8 else photo.astype(np.uint16) * 211
    alpha = np.ascontiguousarray(pixels[..., 3]) if channels == 4 else None
    rgb = np.ascontiguousarray(pixels[..., :3])
    write_photo(tmp_path / "a.png", rgb, WriteOptions(alpha=alpha))
    read = imagecodecs.png_decode((tmp_path / "a.png").read_bytes())
    np.testing.assert_array_equal(read, pixels)


@pytest.mark.parametrize("bits", [8, 16])
def test_a_png_is_hardly_larger_than_that_of_libpng(tmp_path, bits):
    photo = PHOTOS["astronaut"]
    pixels = photo if bits == 8 else photo.astype(np.uint16) * 257
    write_photo(tmp_path / "a.png", pixels)
    assert (tmp_path / "a.png").stat().st_size < 1.05 * len(imagecodecs.png_encode(pixels, level=3))


@pytest.mark.parametrize("dpi", [2e9, 0.0, -300.0, float("inf"), float("nan")])
def test_a_png_leaves_out_a_resolution_that_it_has_no_number_for(tmp_path, dpi):
    write_photo(tmp_path / "a.png", scene(3), WriteOptions(metadata=Metadata(dpi=(dpi, 300.0))))
    assert read_photo(tmp_path / "a.png").metadata.dpi is None
