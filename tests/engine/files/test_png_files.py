"""PNG files that people have: a chunk that no pixel needs refuses no photo."""

import struct
import zlib

import imagecodecs
import numpy as np
import pytest

from engine.errors import ImageError
from engine.files.image_io import photo_size, read_photo
from engine.photo.photo import ReadLoss
from tests.photo_files import exif_bytes, png_chunk, scene

SRGB = bytes(imagecodecs.cms_profile("srgb"))
EXIF = exif_bytes(6, x10E="Grandmother")
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    b'syntax-ns#"><rdf:Description rdf:about="" xmlns:photoshop="http://ns.adobe.com/photoshop/'
    b'1.0/" photoshop:City="Vienna"/></rdf:RDF></x:xmpmeta>'
)
RECORDS = b"\x1c\x02\x78" + struct.pack(">H", 6) + b"Vienna"


def png(bits=8, channels=1):
    return bytes(imagecodecs.png_encode(scene(channels, bits)))


def in_front(content, *chunks):
    return content[:33] + b"".join(chunks) + content[33:]


def behind(content, *chunks):
    return content[:-12] + b"".join(chunks) + content[-12:]


def broken(chunk):
    return chunk[:-1] + bytes((chunk[-1] ^ 1,))


def read(tmp_path, content):
    path = tmp_path / "photo.png"
    path.write_bytes(content)
    photo = read_photo(path)
    assert photo_size(path) in (photo.size, photo.size[::-1])
    return photo


def raw_profile(name, content):
    digits = content.hex()
    lines = "\n".join(digits[start : start + 72] for start in range(0, len(digits), 72))
    text = f"\n{name}\n{len(content):8}\n{lines}\n".encode()
    return png_chunk(b"zTXt", f"Raw profile type {name}".encode() + b"\0\0" + zlib.compress(text))


METADATA = [
    broken(png_chunk(b"tEXt", b"Title\0x")),
    broken(png_chunk(b"eXIf", EXIF[6:])),
    png_chunk(b"tEXt", b"no keyword"),
    png_chunk(b"zTXt", b"Title\0\0no zlib"),
    png_chunk(b"zTXt", b"Title\0\0" + zlib.compress(b"x" * 999)[:-9]),
    png_chunk(b"zTXt", b"Title\0\0" + zlib.compress(bytes(80 << 20), 9)),
    png_chunk(b"iTXt", b"Title\0\1\0\0\0no zlib"),
    png_chunk(b"iTXt", b"Title\0"),
    png_chunk(b"pHYs", b"\0\0"),
    png_chunk(b"tRNS", b"\0"),
    png_chunk(b"acTL", b"\0"),
]
SILENT = [
    png_chunk(b"gAMA", b"\0"),
    png_chunk(b"cHRM", b"\0\0"),
    png_chunk(b"sRGB", b""),
    png_chunk(b"sBIT", b"\x63"),
    png_chunk(b"tIME", b""),
    broken(png_chunk(b"vpAg", b"\0" * 9)),
]
PROFILES = [
    png_chunk(b"iCCP", b"x\0\1" + zlib.compress(b"y" * 200)),
    png_chunk(b"iCCP", b"x\0\0no zlib"),
    png_chunk(b"iCCP", b"x"),
    png_chunk(b"iCCP", b"x\0\0" + zlib.compress(b"y" * 200)),
    broken(png_chunk(b"iCCP", b"x\0\0" + zlib.compress(SRGB))),
]


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("place", [in_front, behind])
@pytest.mark.parametrize(
    ("chunk", "told"),
    [(chunk, (ReadLoss.METADATA,)) for chunk in METADATA]
    + [(chunk, ()) for chunk in SILENT]
    + [(chunk, (ReadLoss.PROFILE,)) for chunk in PROFILES],
)
def test_a_bad_chunk_costs_only_what_it_says(tmp_path, capfd, bits, place, chunk, told):
    photo = read(tmp_path, place(png(bits), chunk))
    np.testing.assert_array_equal(photo.pixels, scene(1, bits))
    assert photo.reductions == told
    assert photo.alpha is None
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("bits", [8, 16])
def test_what_is_cut_off_behind_the_pixels_costs_no_pixel(tmp_path, bits):
    content = png(bits)
    np.testing.assert_array_equal(read(tmp_path, content[:-12]).pixels, scene(1, bits))
    cut = content[:-12] + png_chunk(b"tEXt", b"Title\0Market")[:-3]
    photo = read(tmp_path, cut)
    np.testing.assert_array_equal(photo.pixels, scene(1, bits))
    assert photo.reductions == (ReadLoss.METADATA,)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("left", [20, 60, 800])
def test_a_png_that_lacks_pixels_is_told(tmp_path, bits, left):
    noise = np.random.default_rng(1).integers(0, 1 << bits, (24, 32)).astype(scene(1, bits).dtype)
    content = bytes(imagecodecs.png_encode(noise))
    path = tmp_path / "photo.png"
    path.write_bytes(content[:left])
    with pytest.raises(ImageError) as caught:
        read_photo(path)
    assert str(caught.value).endswith("is damaged or incomplete.")


def test_a_large_profile_is_used(tmp_path):
    adobe = bytes(imagecodecs.cms_profile("adobergb"))
    chunks = [
        png_chunk(b"iCCP", b"x\0\0" + zlib.compress(adobe + bytes(more))) for more in (0, 1_200_000)
    ]
    plain, photo = (read(tmp_path, in_front(png(8, 3), chunk)) for chunk in chunks)
    assert photo.reductions == ()
    assert (photo.pixels != scene(3)).any()
    np.testing.assert_array_equal(photo.pixels, plain.pixels)


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("place", [in_front, behind])
@pytest.mark.parametrize(
    "chunk",
    [
        png_chunk(b"eXIf", EXIF[6:]),
        png_chunk(b"eXIf", EXIF),
        raw_profile("exif", EXIF),
        raw_profile("APP1", EXIF),
    ],
)
def test_exif_turns_the_photo_wherever_it_stands(tmp_path, bits, place, chunk):
    photo = read(tmp_path, place(png(bits), chunk))
    assert photo.size == (32, 24)
    np.testing.assert_array_equal(photo.pixels, np.rot90(scene(1, bits), -1))
    assert b"Grandmother" in photo.metadata.exif


@pytest.mark.parametrize("name", ["xmp", "APP1"])
def test_xmp_in_a_text_is_kept(tmp_path, name):
    head = b"http://ns.adobe.com/xap/1.0/\0" if name == "APP1" else b""
    photo = read(tmp_path, behind(png(), raw_profile(name, head + XMP)))
    assert b"Vienna" in photo.metadata.xmp


@pytest.mark.parametrize("name", ["iptc", "8bim"])
def test_iptc_in_a_text_is_kept(tmp_path, name):
    resources = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(RECORDS)) + RECORDS + b"\0"
    for content in (resources, b"Photoshop 3.0\0" + resources):
        assert read(tmp_path, behind(png(), raw_profile(name, content))).metadata.iptc == RECORDS


def test_a_profile_in_a_text_is_used(tmp_path):
    profile = bytes(imagecodecs.cms_profile("adobergb"))
    photo = read(tmp_path, behind(png(8, 3), raw_profile("icc", profile)))
    assert photo.metadata.icc == profile


def test_a_raw_profile_that_is_none_is_told(tmp_path):
    for text in (b"exif", b"exif 9 zz", b"exif 9 00"):
        chunk = png_chunk(b"tEXt", b"Raw profile type exif\0" + text)
        assert read(tmp_path, behind(png(), chunk)).reductions == (ReadLoss.METADATA,)


def test_of_an_animation_the_first_picture_is_read_and_that_is_told(tmp_path):
    photo = read(tmp_path, in_front(png(), png_chunk(b"acTL", struct.pack(">II", 2, 0))))
    assert photo.reductions == (ReadLoss.PAGES,)


def test_pixels_in_many_chunks_with_others_between_are_read(tmp_path):
    content = png()
    place = content.index(b"IDAT") - 4
    length = int.from_bytes(content[place : place + 4], "big")
    pixels = content[place + 8 : place + 8 + length]
    pieces = [png_chunk(b"IDAT", pixels[start : start + 20]) for start in range(0, length, 20)]
    split = content[:place] + png_chunk(b"zzZz", b"").join(pieces) + content[-12:]
    joined = content[:place] + b"".join(pieces) + content[-12:]
    np.testing.assert_array_equal(read(tmp_path, joined).pixels, scene(1))
    np.testing.assert_array_equal(read(tmp_path, split).pixels, scene(1))
