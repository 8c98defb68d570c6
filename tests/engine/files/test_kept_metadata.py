"""What stands in files beside pixels is kept, or that it is not is told; what got stale is gone."""

import io
import struct
import zlib

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from engine.files import xmp
from engine.files.captions import Caption, readable, with_captions
from engine.files.content import WriteOptions
from engine.files.exif import orientation_of
from engine.files.image_io import read_photo, write_photo
from engine.photo.photo import ReadLoss
from tests.photo_files import as_tiff, png_chunk, scene

DC = "http://purl.org/dc/elements/1.1/"
EXIF = "http://ns.adobe.com/exif/1.0/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
NAMESPACES = {
    "dc": DC,
    "exif": EXIF,
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "GCamera": "http://ns.google.com/photos/1.0/camera/",
    "Container": "http://ns.google.com/photos/1.0/container/",
    "Item": "http://ns.google.com/photos/1.0/container/item/",
    "hdrgm": "http://ns.adobe.com/hdr-gain-map/1.0/",
}


def packet(attributes="", elements=""):
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    text = (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}"><rdf:Description'
        f' rdf:about="" {names} {attributes}>{elements}</rdf:Description></rdf:RDF></x:xmpmeta>'
    )
    return text.encode()


def text_of(content, namespace, name):
    return xmp.text_of(xmp.parse(content), namespace, name)


def jpeg(**options):
    file = io.BytesIO()
    Image.fromarray(scene(1)[..., 0]).save(file, "JPEG", quality=95, **options)
    return file.getvalue()


def png(*chunks):
    content = bytes(imagecodecs.png_encode(scene(1)))
    return content[:-12] + b"".join(chunks) + content[-12:]


def read(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return read_photo(path)


@pytest.mark.parametrize(
    ("comment", "text"),
    [
        (b"Grandmother Anna, 1911", "Grandmother Anna, 1911"),
        ("Großmutter, Вена".encode(), "Großmutter, Вена"),
        ("Großmutter".encode("latin-1"), "Großmutter"),
        (b"Anna\0", "Anna"),
        (b"A & B <1911> \x1b[31m", "A & B <1911> [31m"),
    ],
)
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_the_comment_of_a_jpeg_is_in_every_output(tmp_path, comment, text, suffix):
    photo = read(tmp_path, "photo.jpg", jpeg(comment=comment))
    assert photo.reductions == ()
    out = tmp_path / f"out{suffix}"
    write_photo(out, scene(3), WriteOptions(metadata=photo.metadata))
    assert text_of(read_photo(out).metadata.xmp, DC, "description") == text


PNG_TEXTS = [
    (b"tEXt", b"Description\0Market square", DC, "description", "Market square"),
    (b"zTXt", b"Title\0\0PACKED", DC, "title", "Market square"),
    (b"iTXt", "Author\0\0\0de\0Fotograf\0Jürgen Вагнер".encode(), DC, "creator", "Jürgen Вагнер"),
    (b"iTXt", b"Copyright\0\1\0\0\0PACKED", DC, "rights", "Market square"),
    (b"tEXt", b"Comment\0Anna", DC, "description", "Anna"),
    (b"tEXt", b"Source\0Scanner", DC, "source", "Scanner"),
    (b"tEXt", b"Software\0GIMP", NAMESPACES["xmp"], "CreatorTool", "GIMP"),
    (b"tEXt", b"Location\0Vienna", EXIF, "UserComment", "Location: Vienna"),
    (b"tEXt", "Title\0Großmutter, Вена".encode(), DC, "title", "Großmutter, Вена"),
    (b"tEXt", b"Warning\0\xe9", EXIF, "UserComment", "Warning: é"),
]


@pytest.mark.parametrize(("kind", "value", "namespace", "name", "text"), PNG_TEXTS)
def test_the_texts_of_a_png_are_kept(tmp_path, kind, value, namespace, name, text):
    value = value.replace(b"PACKED", zlib.compress(b"Market square"))
    photo = read(tmp_path, "photo.png", png(png_chunk(kind, value)))
    assert text_of(photo.metadata.xmp, namespace, name) == text
    assert photo.reductions == ()


def test_what_is_said_already_stays_and_captions_stand_beside_it():
    listed = '<rdf:Alt><rdf:li xml:lang="x-default">Anna</rdf:li></rdf:Alt>'
    description = f"<dc:description>{listed}</dc:description>"
    before = packet('dc:source="Album" exif:UserComment="Old"', description)
    assert (
        with_captions(before, [Caption("Comment", "Anna "), Caption("Source", "Album")]) == before
    )
    assert with_captions(before, [Caption("date:create", "2020")]) == before
    more = [Caption("Comment", "Berta"), Caption("Title", "Market"), Caption("Place", "Wien")]
    after = with_captions(before, more)
    assert text_of(after, DC, "description") == "Anna"
    assert text_of(after, DC, "title") == "Market"
    assert text_of(after, EXIF, "UserComment") == "Old\nBerta\nPlace: Wien"
    assert with_captions(after, more[:2]).count(b"Market") == 1


def test_captions_that_are_no_captions_do_no_harm():
    assert with_captions(b"", [Caption("", "\0"), Caption("x", "  ")]) == b""
    odd = with_captions(b"", [Caption('a"><b', "\ufffe\ud800]]>&"), Caption("\x1b", "B")])
    assert text_of(odd, EXIF, "UserComment") == 'a"><b: ]]>&\n: B'
    with pytest.raises(ValueError, match="too long"):
        with_captions(b"", [Caption("Comment", "x" * 2_000_000)])
    assert readable(b"\xff") == "ÿ"


def test_captions_that_are_too_long_are_told(tmp_path):
    photo = read(tmp_path, "photo.png", png(png_chunk(b"tEXt", b"Title\0" + b"x" * 2_000_000)))
    assert photo.reductions == (ReadLoss.METADATA,)


STALE = packet(
    'photoshop:ICCProfile="Dot Gain 20%" photoshop:ColorMode="1" photoshop:City="Wien"'
    ' tiff:ImageWidth="32" tiff:Make="Agfa" tiff:PhotometricInterpretation="1"'
    ' exif:ColorSpace="65535"'
    ' GCamera:MotionPhoto="1" GCamera:MicroVideoOffset="9" hdrgm:Version="1.0"'
    ' dc:format="image/tiff"',
    "<Container:Directory><rdf:Seq><rdf:li/></rdf:Seq></Container:Directory>"
    "<exif:PixelXDimension>32</exif:PixelXDimension><xmp:Thumbnails/><xmp:Rating>4</xmp:Rating>",
)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
def test_what_was_true_of_the_old_file_only_is_gone(tmp_path, suffix):
    path = tmp_path / f"photo{suffix}"
    if suffix == ".jpg":
        path.write_bytes(jpeg(xmp=STALE))
    elif suffix == ".png":
        path.write_bytes(png(png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + STALE)))
    else:
        as_tiff(path, scene(1), extratags=[(700, 1, len(STALE), STALE, True)])
    kept = read_photo(path).metadata.xmp
    for name in (
        *(b"Dot Gain", b"ColorMode", b"ImageWidth", b"Photometric", b"ColorSpace", b"Version"),
        *(b"MotionPhoto", b"MicroVideo", b"Directory", b"PixelX", b"Thumbnails", b"image/tiff"),
    ):
        assert name not in kept, name
    for name in (b"Wien", b"Agfa", b"Rating"):
        assert name in kept, name


def test_a_packet_in_which_nothing_is_stale_stays_as_it_is():
    current = packet('photoshop:City="Wien"', "<xmp:Rating>4</xmp:Rating>") + b"   "
    assert xmp.upright(current) == current


@pytest.mark.parametrize(
    "content",
    [packet('tiff:Orientation="6"'), packet("", "<tiff:Orientation>6</tiff:Orientation>")],
)
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_orientation_in_xmp_alone_turns_the_photo(tmp_path, content, suffix):
    path = tmp_path / f"photo{suffix}"
    if suffix == ".jpg":
        path.write_bytes(jpeg(xmp=content, dpi=(300, 200)))
    elif suffix == ".png":
        path.write_bytes(png(png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + content)))
    elif suffix == ".tif":
        as_tiff(path, scene(1), extratags=[(700, 1, len(content), content, True)])
    else:
        Image.fromarray(scene(3)).save(path, lossless=True, xmp=content)
    photo = read_photo(path)
    truth = np.rot90(scene(3 if suffix == ".webp" else 1), -1)
    assert photo.size == (32, 24)
    assert np.abs(photo.pixels.astype(int) - truth).max() <= (8 if suffix == ".jpg" else 0)
    assert b"Orientation" not in photo.metadata.xmp
    if suffix == ".jpg":
        assert photo.metadata.dpi == (200, 300)


def test_orientation_in_exif_counts_before_that_in_xmp(tmp_path):
    exif = exif_with(3, 1, b"\1\0")
    content = jpeg(exif=b"Exif\0\0" + exif, xmp=packet('tiff:Orientation="6"'))
    assert read(tmp_path, "photo.jpg", content).size == (24, 32)


def exif_with(kind, count, value, order="<"):
    """EXIF that says nothing but how the photo is turned."""
    head = {"<": b"II*\0", ">": b"MM\0*"}[order] + struct.pack(f"{order}IH", 8, 1)
    behind = 8 + 2 + 12 + 4
    if len(value) <= 4:
        return (
            head + struct.pack(f"{order}HHI", 274, kind, count) + value.ljust(4, b"\0") + bytes(4)
        )
    return head + struct.pack(f"{order}HHII", 274, kind, count, behind) + bytes(4) + value


def numbers(order):
    return {
        "byte": (1, 1, b"\6"),
        "text": (2, 2, b"6\0"),
        "short": (3, 1, struct.pack(f"{order}H", 6)),
        "two shorts": (3, 2, struct.pack(f"{order}2H", 6, 1)),
        "long": (4, 1, struct.pack(f"{order}I", 6)),
        "rational": (5, 1, struct.pack(f"{order}2I", 12, 2)),
        "signed byte": (6, 1, b"\6"),
        "undefined": (7, 1, b"\6"),
        "signed short": (8, 1, struct.pack(f"{order}h", 6)),
        "signed long": (9, 1, struct.pack(f"{order}i", 6)),
    }


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("name", numbers("<"))
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_orientation_of_any_type_turns_the_photo_once(tmp_path, order, name, suffix):
    exif = exif_with(*numbers(order)[name], order)
    path = tmp_path / f"photo{suffix}"
    if suffix == ".jpg":
        path.write_bytes(jpeg(exif=b"Exif\0\0" + exif))
    elif suffix == ".png":
        path.write_bytes(png(png_chunk(b"eXIf", exif)))
    else:
        Image.fromarray(scene(3)).save(path, lossless=True, exif=exif)
    photo = read_photo(path)
    assert photo.size == (32, 24)
    assert orientation_of(photo.metadata.exif) == 1
    out = tmp_path / f"out{suffix}"
    write_photo(
        out, np.repeat(photo.pixels[..., :1], 3, axis=2), WriteOptions(metadata=photo.metadata)
    )
    assert read_photo(out).size == (32, 24)


@pytest.mark.parametrize(
    "value",
    [(3, 1, b"\0\0"), (3, 1, b"\x09\0"), (5, 1, bytes(8)), (2, 4, b"six\0"), (12, 1, bytes(8))],
)
def test_an_orientation_that_is_none_turns_nothing(tmp_path, value):
    photo = read(tmp_path, "photo.jpg", jpeg(exif=b"Exif\0\0" + exif_with(*value)))
    assert photo.size == (24, 32)
