"""JPEG files that people have: what viewers show is read, and what stands in them is kept."""

import hashlib
import io
import re
import struct

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from engine.errors import ImageError, ImageProblem
from engine.files import xmp
from engine.files.image_io import output_suffix, read_photo
from engine.photo.photo import ReadLoss
from tests.photo_files import exif_bytes, scene

ADOBE_RGB = bytes(imagecodecs.cms_profile("adobergb"))
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
HEADS = {"exif": b"Exif\0\0", "xmp": b"http://ns.adobe.com/xap/1.0/\0"}
EXTENSION = b"http://ns.adobe.com/xmp/extension/\0"


def jpeg(pixels=None, **options):
    pixels = scene(1)[..., 0] if pixels is None else pixels
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=90, **options)
    return file.getvalue()


def segment(marker, content):
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def with_segments(content, *segments):
    return content[:2] + b"".join(segments) + content[2:]


def packet(properties):
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}"><rdf:Description'
        ' rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        f' xmlns:xmpNote="http://ns.adobe.com/xmp/note/" {properties}/></rdf:RDF></x:xmpmeta>'
    )


def read(tmp_path, content, name="photo.jpg", **options):
    path = tmp_path / name
    path.write_bytes(content)
    return read_photo(path, **options)


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_rows": 1}])
@pytest.mark.parametrize("ending", [b"", b"\xff", b"\0" * 300, b"\n"])
def test_a_jpeg_that_lacks_only_its_end_is_read(tmp_path, options, ending):
    whole = jpeg(scene(3, 8, 96, 128), **options)
    photo = read(tmp_path, whole[:-2] + ending)
    np.testing.assert_array_equal(photo.pixels, read(tmp_path, whole).pixels)
    small = read(tmp_path, whole[:-2] + ending, least_side=24)
    assert small.size == (24, 32)


@pytest.mark.parametrize("lacking", [12, 200, 2000])
@pytest.mark.parametrize("options", [{}, {"progressive": True}])
def test_a_jpeg_that_lacks_pixels_is_told(tmp_path, lacking, options):
    pixels = np.random.default_rng(1).integers(0, 256, (96, 128), np.uint8)
    with pytest.raises(ImageError) as caught:
        read(tmp_path, jpeg(pixels, **options)[:-lacking])
    assert str(caught.value).endswith("is damaged or incomplete.")


CUT = [
    {},
    {"subsampling": "4:2:0"},
    {"optimize": True},
    {"restart_marker_rows": 1},
    {"restart_marker_blocks": 3},
    {"progressive": True},
]


def cut(content, share):
    """Leave out what comes behind a share of the pixels, as of a copy that was mended."""
    start = content.index(b"\xff\xda")
    length = len(content) - start
    if b"\xff\xc2" in content:  # rows are missing only if the first scan is cut
        length = content.index(b"\xff\xda", start + 2) - start
    return content[: start + 20 + int(share * (length - 30))] + b"\xff\xd9"


@pytest.mark.parametrize("least_side", [None, 24])
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("options", CUT)
def test_a_jpeg_that_ends_too_early_is_told_though_it_has_an_end(
    tmp_path, options, mode, least_side
):
    pixels = np.random.default_rng(1).integers(0, 256, (96, 128, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).convert(mode).save(file, "JPEG", quality=90, **options)
    content = file.getvalue()
    read(tmp_path, content, least_side=least_side)
    restarts = [found.start() for found in re.finditer(rb"\xff[\xd0-\xd7]", content)]
    whole_intervals = [content[:place] + b"\xff\xd9" for place in restarts[1:4]]
    for damaged in [cut(content, share) for share in (0.1, 0.5, 0.95)] + whole_intervals:
        with pytest.raises(ImageError) as caught:
            read(tmp_path, damaged, least_side=least_side)
        assert caught.value.problem is ImageProblem.DAMAGED


def test_twelve_bits_that_end_too_early_are_told(tmp_path):
    pixels = np.random.default_rng(1).integers(0, 4096, (96, 128), np.uint16)
    content = imagecodecs.jpeg8_encode(pixels, level=90, bitspersample=12)
    with pytest.raises(ImageError) as caught:
        read(tmp_path, cut(content, 0.5))
    assert caught.value.problem is ImageProblem.DAMAGED


@pytest.mark.parametrize("options", CUT)
@pytest.mark.parametrize("behind", [b"", jpeg(), b"a video" * 99])
def test_a_picture_that_ends_in_middle_gray_is_whole(tmp_path, options, behind):
    pixels = scene(3, 8, 96, 128)
    pixels[-24:, -24:] = 128
    content = jpeg(pixels, **options)
    assert (read(tmp_path, content + behind).pixels[-1, -1] == 128).all()


@pytest.mark.parametrize("channels", [1, 3])
def test_twelve_bits_are_kept(tmp_path, channels):
    pixels = np.squeeze(scene(channels, 12, 48, 64))
    content = imagecodecs.jpeg8_encode(pixels, level=100, bitspersample=12, subsampling="444")
    photo = read(tmp_path, content)
    assert photo.bits == 16
    truth = pixels.reshape(48, 64, -1) * (65535 / 4095)
    assert np.abs(photo.pixels - truth).max() < 65535 / 100
    np.testing.assert_array_equal(read(tmp_path, content[:-2]).pixels, photo.pixels)
    with pytest.raises(ImageError) as caught:
        read(tmp_path, content[:-60])
    assert caught.value.problem is ImageProblem.DAMAGED


@pytest.mark.parametrize("bits", [8, 12, 16])
def test_lossless_jpeg_is_read(tmp_path, bits):
    pixels = scene(1, bits)[..., 0]
    content = imagecodecs.jpeg8_encode(pixels, bitspersample=bits, lossless=True)
    truth = np.round(pixels * ((255 if bits == 8 else 65535) / ((1 << bits) - 1)))
    assert np.abs(read(tmp_path, content).pixels[..., 0] - truth).max() <= 1


@pytest.mark.parametrize(("marker", "name"), [(0xC5, "hierarchical JPEG"), (0xF7, "JPEG-LS")])
def test_a_kind_of_jpeg_that_is_not_read_is_named(tmp_path, marker, name):
    whole = jpeg()
    content = whole.replace(b"\xff\xc0", bytes((0xFF, marker)))
    with pytest.raises(ImageError) as caught:
        read(tmp_path, content)
    assert caught.value.problem is ImageProblem.UNSUPPORTED_COMPRESSION
    assert caught.value.detail == name


def numbered(number, count, part):
    return segment(0xE2, b"ICC_PROFILE\0" + bytes((number, count)) + part)


HALVES = (ADOBE_RGB[:300], ADOBE_RGB[300:])


@pytest.mark.parametrize(
    "parts",
    [
        [(1, 1, ADOBE_RGB)],
        [(1, 1, ADOBE_RGB), (1, 1, ADOBE_RGB)],
        [(1, 2, HALVES[0]), (2, 2, HALVES[1])],
        [(2, 2, HALVES[1]), (1, 2, HALVES[0])],
        [(0, 2, HALVES[0]), (1, 2, HALVES[1])],
        [(1, 1, HALVES[0]), (2, 1, HALVES[1])],
        [(1, 1, HALVES[0]), (1, 1, HALVES[1])],
    ],
)
def test_a_profile_in_parts_is_put_together(tmp_path, parts):
    photo = read(tmp_path, with_segments(jpeg(scene(3)), *(numbered(*part) for part in parts)))
    assert photo.metadata.icc == ADOBE_RGB
    assert photo.reductions == ()


@pytest.mark.parametrize("parts", [[(1, 2, HALVES[0])], [(2, 2, HALVES[1])]])
def test_a_profile_that_lacks_a_part_is_told(tmp_path, parts):
    photo = read(tmp_path, with_segments(jpeg(scene(3)), *(numbered(*part) for part in parts)))
    assert photo.metadata.icc == b""
    assert photo.reductions == (ReadLoss.PROFILE,)


def extended(length=150_000):
    """Return the main segment, the parts of its extension, and the extension."""
    properties = 'photoshop:City="Vienna" photoshop:History="' + "x" * length + '"'
    whole = packet(properties).encode()
    guid = hashlib.md5(whole).hexdigest().upper()
    main = packet(f'xmpNote:HasExtendedXMP="{guid}"').encode()
    parts = [
        segment(
            0xE1,
            EXTENSION + guid.encode() + struct.pack(">II", len(whole), start)
            + whole[start : start + 65_000],
        )
        for start in range(0, len(whole), 65_000)
    ]  # fmt: skip
    return segment(0xE1, HEADS["xmp"] + main), parts


FOREIGN = segment(0xE1, EXTENSION + b"0" * 32 + struct.pack(">II", 9, 0) + b"<stale/>\n")


@pytest.mark.parametrize("order", ["forward", "backward", "before", "foreign", "twice"])
def test_extended_xmp_is_put_together_in_any_order(tmp_path, order):
    main, parts = extended()
    segments = {
        "forward": [main, *parts],
        "backward": [main, *parts[::-1]],
        "before": [*parts, main],
        "foreign": [main, FOREIGN, *parts],
        "twice": [main, *parts, *parts],
    }[order]
    photo = read(tmp_path, with_segments(jpeg(), *segments))
    rdf = xmp.parse(photo.metadata.xmp)
    photoshop = "http://ns.adobe.com/photoshop/1.0/"
    assert xmp.text_of(rdf, photoshop, "City") == "Vienna"
    assert len(xmp.text_of(rdf, photoshop, "History")) == 150_000
    assert b"HasExtendedXMP" not in photo.metadata.xmp
    assert photo.reductions == ()


def test_extended_xmp_that_lacks_a_part_is_told(tmp_path):
    main, parts = extended()
    photo = read(tmp_path, with_segments(jpeg(), main, *parts[1:]))
    assert photo.reductions == (ReadLoss.METADATA,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-16", "utf-32-le"])
@pytest.mark.parametrize("declared", [False, True])
def test_xmp_is_read_in_any_encoding(tmp_path, encoding, declared):
    head = f'<?xml version="1.0" encoding="{encoding}"?>' if declared else ""
    text = f"{head}<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>\n"
    text += packet('photoshop:City="Wien, Österreich"') + "\n<?xpacket end='w'?>"
    content = with_segments(jpeg(), segment(0xE1, HEADS["xmp"] + text.encode(encoding)))
    photo = read(tmp_path, content)
    assert photo.reductions == ()
    rdf = xmp.parse(photo.metadata.xmp)
    assert xmp.text_of(rdf, "http://ns.adobe.com/photoshop/1.0/", "City") == "Wien, Österreich"
    assert "Österreich".encode() in photo.metadata.xmp


def resource(kind, content):
    padding = b"\0" * (len(content) % 2)
    return b"8BIM" + struct.pack(">HHI", kind, 0, len(content)) + content + padding


RECORDS = b"\x1c\x02\x78" + struct.pack(">H", 14) + b"Market, Vienna"
CONTINUED = resource(0x03EA, bytes(400)) + resource(0x0404, RECORDS)


@pytest.mark.parametrize(
    "pieces",
    [
        [CONTINUED],
        [CONTINUED[:320], CONTINUED[320:]],
        [CONTINUED[:-9], CONTINUED[-9:]],
        [CONTINUED[:100], CONTINUED[100:200], CONTINUED[200:]],
        [resource(0x03EA, bytes(400)) + b"\0", resource(0x0404, RECORDS)],
    ],
)
def test_iptc_goes_on_in_the_next_segment(tmp_path, pieces):
    segments = [segment(0xED, b"Photoshop 3.0\0" + piece) for piece in pieces]
    photo = read(tmp_path, with_segments(jpeg(), *segments))
    assert photo.metadata.iptc == RECORDS
    assert photo.reductions == ()


def test_exif_goes_on_in_the_next_segment_but_another_one_does_not_count(tmp_path):
    exif = exif_bytes(6, x10E="Grandmother")
    split = [segment(0xE1, HEADS["exif"] + part) for part in (exif[6:30], exif[30:])]
    assert b"Grandmother" in read(tmp_path, with_segments(jpeg(), *split)).metadata.exif
    again = [segment(0xE1, exif), segment(0xE1, exif_bytes(3))]
    photo = read(tmp_path, with_segments(jpeg(), *again))
    assert photo.size == (32, 24)
    assert len(photo.metadata.exif) == len(exif) - 6


@pytest.mark.parametrize("unit", [0, 1, 2])
def test_the_resolution_is_what_the_file_says(tmp_path, unit):
    content = jpeg()
    place = content.index(b"JFIF\0") + 7
    content = content[:place] + struct.pack(">BHH", unit, 300, 200) + content[place + 5 :]
    exif = with_segments(content, segment(0xE1, exif_bytes(1)))
    expected = {0: None, 1: (300, 200), 2: (762, 508)}[unit]
    assert read(tmp_path, exif).metadata.dpi == expected


def test_two_dead_bytes_between_segments_do_no_harm(tmp_path):
    content = jpeg(comment=b"Anna")
    place = content.index(b"\xff\xfe")
    photo = read(tmp_path, content[:place] + b"\0\0\xff\xff" + content[place:])
    assert b"Anna" in photo.metadata.xmp


@pytest.mark.parametrize("suffix", [".jfif", ".jpe", ".JPE", ".Jfif"])
def test_other_endings_of_jpeg_stay(tmp_path, suffix):
    assert output_suffix(f"photo{suffix}") == suffix
    assert read(tmp_path, jpeg(), f"photo{suffix}").size == (24, 32)


MALFORMED = [
    segment(0xE0, b"JFIF\0\1"),
    segment(0xED, b"Photoshop 3.0\0" + b"8BIM\4"),
    segment(0xED, b"Photoshop 3.0\0" + b"8BIM\4\4\0\0\0\0"),
    segment(0xEE, b"Adobe"),
    segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\xff\xff"),
    segment(0xE1, b"Exif\0\0"),
    segment(0xE2, b"MPF\0II*\0\x08\0\0\0\xff\xff"),
    segment(0xE2, b"ICC_PROFILE\0"),
    segment(0xE2, b"FPXR\0"),
    segment(0xE5, b""),
]


@pytest.mark.parametrize("malformed", MALFORMED)
@pytest.mark.parametrize("kind", ["8 bits", "without end", "12 bits"])
def test_a_malformed_segment_refuses_no_photo(tmp_path, malformed, kind):
    content = jpeg()
    if kind == "12 bits":
        content = imagecodecs.jpeg8_encode(scene(1, 12)[..., 0], bitspersample=12)
    plain = read(tmp_path, content).pixels
    content = content[:-2] if kind == "without end" else content
    np.testing.assert_array_equal(read(tmp_path, with_segments(content, malformed)).pixels, plain)


def test_the_colors_of_adobe_and_jfif_stay_as_they_are(tmp_path):
    cmyk = io.BytesIO()
    Image.fromarray(scene(3)).convert("CMYK").save(cmyk, "JPEG", quality=95)
    rgb = io.BytesIO()
    Image.fromarray(scene(3)).save(rgb, "JPEG", quality=98, keep_rgb=True)
    for content in (cmyk.getvalue(), rgb.getvalue()):
        photo = read(tmp_path, content)
        assert np.abs(photo.pixels.astype(int) - scene(3)).max() <= 24


def test_a_jpeg_too_small_for_its_picture_is_told(tmp_path):
    content = bytearray(jpeg())
    frame = content.index(b"\xff\xc0")
    content[frame + 5 : frame + 9] = struct.pack(">HH", 60_000, 3_000)
    with pytest.raises(ImageError) as caught:
        read(tmp_path, bytes(content))
    assert caught.value.problem is ImageProblem.DAMAGED


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"optimize": True}])
def test_a_jpeg_of_one_tone_is_small_and_whole(tmp_path, options):
    photo = read(tmp_path, jpeg(np.full((2000, 3000), 90, np.uint8), **options))
    assert photo.size == (2000, 3000)
