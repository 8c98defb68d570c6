"""TIFF files that people have: wrong lengths, odd samples, photos behind their previews."""

import io
import struct
import zlib

import imagecodecs
import numpy as np
import pytest
import tifffile
from PIL import Image

from engine.errors import ImageError, ImageProblem
from engine.files.image_io import read_photo
from engine.photo.photo import ReadLoss
from tests.photo_files import as_tiff, scene

GRAY = scene(1)[..., 0]
HEIGHT, WIDTH = GRAY.shape


def read(tmp_path, content, **options):
    path = tmp_path / "photo.tif"
    path.write_bytes(content)
    return read_photo(path, **options)


def tiff(data, *more, size=(HEIGHT, WIDTH), samples=1, photometric=1, bits=8, compression=1):
    """One strip in classic TIFF, little endian; more entries replace those that are there."""
    entries = {
        256: (3, 1, size[1]),
        257: (3, 1, size[0]),
        258: (3, samples, struct.pack(f"<{samples}H", *[bits] * samples)),
        259: (3, 1, compression),
        262: (3, 1, photometric),
        273: (4, 1, 0),
        277: (3, 1, samples),
        278: (3, 1, size[0]),
        279: (4, 1, len(data)),
    }
    entries |= {tag: (kind, count, value) for tag, kind, count, value in more}
    listed = sorted((tag, entry) for tag, entry in entries.items() if entry[0])
    behind = 8 + 2 + 12 * len(listed) + 4
    values = b""
    head = b"II*\0" + struct.pack("<IH", 8, len(listed))
    long = [value for _, (_, _, value) in listed if isinstance(value, bytes) and len(value) > 4]
    start = behind + sum(map(len, long))
    for tag, (kind, count, value) in listed:
        number = start if tag == 273 and value == 0 else value
        packed = number if isinstance(number, bytes) else struct.pack("<I", number)
        if len(packed) > 4:
            head += struct.pack("<HHII", tag, kind, count, behind + len(values))
            values += packed
        else:
            head += struct.pack("<HHI", tag, kind, count) + packed.ljust(4, b"\0")
    return head + bytes(4) + values + data


@pytest.mark.parametrize("count", [0, 1, 700, 100_000, 0xFFFFFFFF, None])
def test_a_plain_strip_is_as_long_as_its_pixels(tmp_path, count):
    content = tiff(GRAY.tobytes(), (279, 4 if count is not None else 0, 1, count or 0))
    np.testing.assert_array_equal(read(tmp_path, content).pixels[..., 0], GRAY)
    with pytest.raises(ImageError) as caught:
        read(tmp_path, content[:-1])
    assert caught.value.detail == "it ends before its pixels do"


def tag_values(content, *codes):
    """Return the place, the form and the number of the first of these tags."""
    with tifffile.TiffFile(io.BytesIO(content)) as file:
        tags = file.pages[0].tags
        tag = next(tags[code] for code in codes if code in tags)
        return tag.valueoffset, {3: "H", 4: "I", 16: "Q"}[tag.dtype], tag.count


def with_lengths(content, change):
    place, form, count = tag_values(content, 279, 325)
    size = struct.calcsize(form)
    lengths = struct.unpack_from(f"<{count}{form}", content, place)
    changed = [change(index, length) for index, length in enumerate(lengths)]
    changed = [min(length, (1 << 8 * size) - 1) for length in changed]
    return (
        content[:place] + struct.pack(f"<{count}{form}", *changed) + content[place + count * size :]
    )


CHANGES = {
    "none": lambda index, length: 0,
    "first": lambda index, length: length * bool(index),
    "large": lambda index, length: 0xFFFFFFFF,
    "last is large": lambda index, length: length + 1_000_000 * (index == 2),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("compression", ["lzw", "zlib", "packbits", None])
@pytest.mark.parametrize("bigtiff", [False, True])
@pytest.mark.parametrize("layout", [{"rowsperstrip": 16}, {"tile": (16, 16)}, {}])
def test_lengths_that_cannot_be_are_mended(tmp_path, change, compression, bigtiff, layout):
    noise = np.random.default_rng(2).integers(0, 256, (48, 16), np.uint8)
    path = tmp_path / "whole.tif"
    as_tiff(path, noise, compression=compression, bigtiff=bigtiff, **layout)
    photo = read(tmp_path, with_lengths(path.read_bytes(), CHANGES[change]))
    np.testing.assert_array_equal(photo.pixels[..., 0], noise)


@pytest.mark.parametrize("compression", ["lzw", "zlib", "packbits"])
def test_a_cut_strip_is_told_though_its_length_was_wrong(tmp_path, compression):
    noise = np.random.default_rng(2).integers(0, 256, (48, 16), np.uint8)
    path = tmp_path / "whole.tif"
    as_tiff(path, noise, compression=compression, rowsperstrip=16)
    for change in ("none", "large"):
        with pytest.raises(ImageError) as caught:
            read(tmp_path, with_lengths(path.read_bytes(), CHANGES[change])[:-40])
        assert caught.value.problem is ImageProblem.DAMAGED


@pytest.mark.parametrize("compression", [None, "zlib"])
@pytest.mark.parametrize("bits", [8, 16])
def test_the_photo_behind_its_preview_is_read(tmp_path, compression, bits):
    truth = scene(1, bits)[..., 0]
    path = tmp_path / "photo.tif"
    exif = [(315, 2, 5, b"Anna\0", True), (274, 3, 1, 6, True)]
    with tifffile.TiffWriter(path) as writer:
        writer.write(
            truth[::4, ::4], photometric="minisblack", subfiletype=1, subifds=1, metadata=None,
            extratags=exif, resolution=(72, 72),
        )  # fmt: skip
        writer.write(
            truth, photometric="minisblack", metadata=None, compression=compression,
            resolution=(600, 600), resolutionunit="inch",
        )  # fmt: skip
    photo = read_photo(path)
    np.testing.assert_array_equal(photo.pixels[..., 0], np.rot90(truth, -1))
    assert photo.reductions == ()
    assert b"Anna" in photo.metadata.exif
    assert photo.metadata.dpi == (600, 600)
    assert read_photo(path, page=1).size == (8, 6)


def test_reduced_copies_in_subifds_are_no_pages(tmp_path):
    path = tmp_path / "pyramid.tif"
    with tifffile.TiffWriter(path) as writer:
        writer.write(GRAY, photometric="minisblack", subifds=2, metadata=None)
        for step in (2, 4):
            writer.write(
                GRAY[::step, ::step], photometric="minisblack", subfiletype=1, metadata=None
            )
    photo = read_photo(path)
    np.testing.assert_array_equal(photo.pixels[..., 0], GRAY)
    assert (photo.reductions, photo.pages) == ((), 1)


def test_a_preview_behind_the_photo_is_not_told_as_a_page(tmp_path):
    path = tmp_path / "preview.tif"
    with tifffile.TiffWriter(path) as writer:
        writer.write(GRAY, photometric="minisblack", metadata=None)
        writer.write(GRAY[::4, ::4], photometric="minisblack", subfiletype=1, metadata=None)
    assert read_photo(path).reductions == ()


def ycbcr(rgb, across, down):
    """Return planes as TIFF stores them together: some Y, then one Cb and one Cr."""
    planes = np.array(Image.fromarray(rgb).convert("YCbCr"))
    high, wide = -(-rgb.shape[0] // down) * down, -(-rgb.shape[1] // across) * across
    more = ((0, high - rgb.shape[0]), (0, wide - rgb.shape[1]), (0, 0))
    planes = np.pad(planes, more, mode="edge").astype(float)
    blocks = planes.reshape(high // down, down, wide // across, across, 3)
    luma = blocks[..., 0].transpose(0, 2, 1, 3).reshape(-1, down * across)
    chroma = blocks[..., 1:].mean(axis=(1, 3)).reshape(-1, 2)
    return np.hstack((luma, chroma)).round().astype(np.uint8).tobytes()


@pytest.mark.parametrize("sub", [(1, 1), (2, 1), (1, 2), (2, 2), (4, 1), (4, 4)])
@pytest.mark.parametrize("size", [(24, 32), (23, 29)])
@pytest.mark.parametrize("compression", [1, 8])
@pytest.mark.parametrize("count", [None, 0])
def test_ycbcr_is_read_however_its_chroma_is_sampled(tmp_path, sub, size, compression, count):
    rgb = np.ascontiguousarray(scene(3, 8, *size) // 4 + 90)
    data = ycbcr(rgb, *sub)
    data = zlib.compress(data) if compression == 8 else data
    content = tiff(
        data,
        (530, 3, 2, struct.pack("<2H", *sub)),
        (279, 4, 1, len(data) if count is None else count),
        size=size, samples=3, photometric=6, compression=compression,
    )  # fmt: skip
    assert np.abs(read(tmp_path, content).pixels.astype(int) - rgb).max() <= 12


@pytest.mark.parametrize("layout", [{}, {"tile": (16, 16)}, {"rowsperstrip": 8}])
@pytest.mark.parametrize("compression", [None, "zlib", "lzw"])
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("bits", [8, 16])
def test_samples_of_no_kind_are_whole_numbers(tmp_path, layout, compression, channels, bits):
    path = tmp_path / "whole.tif"
    # tifffile writes no such tag: the next number stands in for it
    kinds = [(340, 3, channels, (4,) * channels, True)]
    as_tiff(path, scene(channels, bits), compression=compression, extratags=kinds, **layout)
    content = path.read_bytes().replace(struct.pack("<HH", 340, 3), struct.pack("<HH", 339, 3))
    assert tag_values(content, 339)[2] == channels
    np.testing.assert_array_equal(read(tmp_path, content).pixels, scene(channels, bits))


@pytest.mark.parametrize("compression", [1, 8])
@pytest.mark.parametrize("colors", [1, 3])
def test_a_sample_that_no_tag_explains_is_told(tmp_path, compression, colors):
    pixels = scene(colors)
    data = np.dstack((pixels, np.full((24, 32), 9, np.uint8))).tobytes()
    content = tiff(
        zlib.compress(data) if compression == 8 else data,
        samples=colors + 1, photometric=2 if colors == 3 else 1, compression=compression,
    )  # fmt: skip
    photo = read(tmp_path, content)
    np.testing.assert_array_equal(photo.pixels, pixels)
    assert photo.alpha is None
    assert photo.reductions == (ReadLoss.CHANNELS,)


def floats(white, kind=np.float32, **spots):
    pixels = (scene(1, 16, 96, 128)[..., 0] / 65535 * white).astype(kind)
    for index, value in enumerate(spots.values()):
        pixels[0, index] = value
    return pixels


@pytest.mark.parametrize("white", [1, 255, 65535])
@pytest.mark.parametrize("kind", [np.float32, np.float64])
@pytest.mark.parametrize(
    "spots", [{}, {"a": 1.05}, {"a": 40.0}, {"a": np.inf, "b": np.nan, "c": -3}]
)
def test_a_few_values_above_white_darken_nothing(tmp_path, white, kind, spots):
    pixels = floats(white, kind, **{name: value * white for name, value in spots.items()})
    path = tmp_path / "float.tif"
    as_tiff(path, pixels)
    photo = read_photo(path)
    assert np.abs(photo.pixels[1:].astype(int) - scene(1, 16, 96, 128)[1:]).max() <= 1
    if "a" in spots:
        assert photo.pixels[0, 0] == 65535


def test_highlights_of_linear_light_are_clipped(tmp_path):
    pixels = floats(1)
    pixels[:6] = 3
    as_tiff(tmp_path / "float.tif", pixels)
    photo = read_photo(tmp_path / "float.tif")
    assert (photo.pixels[:6] == 65535).all()
    assert np.abs(photo.pixels[6:].astype(int) - scene(1, 16, 96, 128)[6:]).max() <= 1


def lab_samples(lab, bits, *, is_icc):
    whole = 255 if bits == 8 else 65280 if is_icc else 65535
    step = 1 if bits == 8 else 256
    light = np.round(lab[..., :1] * whole / 100)
    chroma = np.round((lab[..., 1:] + (128 if is_icc else 0)) * step)
    mask = (1 << bits) - 1
    return (np.dstack((light, chroma)).astype(int) & mask).astype(f"u{bits // 8}")


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("photometric", [8, 9])
@pytest.mark.parametrize("compression", [1, 8])
def test_lab_is_read_as_the_color_it_is(tmp_path, bits, photometric, compression):
    color = pytest.importorskip("skimage.color")
    lab = np.dstack((scene(1) / 255 * 60 + 20, scene(3)[..., :2] / 255 * 60 - 30))
    lab = np.round(lab * (2.55, 1, 1)) / (2.55, 1, 1)  # what 8 bits hold
    xyz = color.lab2xyz(lab, illuminant="D50")
    truth = imagecodecs.cms_transform(
        xyz.astype(np.float64), imagecodecs.cms_profile("xyz"), imagecodecs.cms_profile("srgb"),
        colorspace="xyz", outcolorspace="rgb", outdtype="uint16", intent=1,
    )  # fmt: skip
    data = lab_samples(lab, bits, is_icc=photometric == 9).tobytes()
    content = tiff(
        zlib.compress(data) if compression == 8 else data,
        samples=3, photometric=photometric, bits=bits, compression=compression,
    )  # fmt: skip
    photo = read(tmp_path, content)
    assert photo.bits == bits
    error = np.abs(photo.pixels.astype(float) * (257 if bits == 8 else 1) - truth)
    assert error.max() < (200 if bits == 8 else 60)


def test_lightness_alone_is_gray(tmp_path):
    photo = read(tmp_path, tiff(GRAY.tobytes(), photometric=8))
    assert photo.pixels.shape == (24, 32, 1)
    assert photo.pixels[0, 0] == 0
    assert photo.pixels[0, -1] == 255
    assert photo.reductions == ()


@pytest.mark.parametrize(("photometric", "name"), [(32803, "CFA"), (32845, "LOGLUV"), (999, "999")])
def test_pixels_of_a_kind_that_is_not_read_are_named(tmp_path, photometric, name):
    with pytest.raises(ImageError) as caught:
        read(tmp_path, tiff(GRAY.tobytes(), photometric=photometric))
    assert caught.value.problem is ImageProblem.UNSUPPORTED_DEPTH
    assert caught.value.detail == name


@pytest.mark.parametrize(("bits", "photometric"), [(12, 1), (8, 8)])
def test_jpeg_inside_of_a_kind_that_is_not_read_is_named(tmp_path, bits, photometric):
    pixels = scene(3 if photometric == 8 else 1, bits)
    data = imagecodecs.jpeg8_encode(np.squeeze(pixels), bitspersample=bits)
    samples = pixels.shape[2]
    content = tiff(data, bits=bits, photometric=photometric, samples=samples, compression=7)
    with pytest.raises(ImageError, match=r"as JPEG\)\.$") as caught:
        read(tmp_path, content)
    assert caught.value.problem is ImageProblem.UNSUPPORTED_DEPTH


@pytest.mark.parametrize("channels", [1, 3])
def test_the_jpeg_of_old_tiff_is_read(tmp_path, channels):
    pixels = scene(channels)
    file = io.BytesIO()
    Image.fromarray(np.squeeze(pixels)).save(file, "JPEG", quality=98, subsampling=0)
    data = file.getvalue()
    content = tiff(
        data, (513, 4, 1, 0), (514, 4, 1, len(data)), (530, 3, 2, b"\1\0\1\0"),
        samples=channels, photometric=6 if channels == 3 else 1, compression=6,
    )  # fmt: skip
    place = struct.pack("<I", content.index(data))
    head = struct.pack("<HHI", 513, 4, 1)
    content = content.replace(head + bytes(4), head + place)
    assert np.abs(read(tmp_path, content).pixels.astype(int) - pixels).max() <= 6


@pytest.mark.parametrize("compression", ["jpeg", "group4"])
@pytest.mark.parametrize("change", CHANGES)
def test_lengths_are_mended_where_the_end_is_seen(tmp_path, compression, change):
    path = tmp_path / "whole.tif"
    image = Image.fromarray(scene(1, 8, 64, 96)[..., 0])
    image = image.point(lambda value: 255 * (value > 127)).convert("1")
    image = image if compression == "group4" else image.convert("L")
    image.save(path, compression=compression)
    whole = read_photo(path)
    photo = read(tmp_path, with_lengths(path.read_bytes(), CHANGES[change]))
    np.testing.assert_array_equal(photo.pixels, whole.pixels)


@pytest.mark.parametrize("compression", ["jpeg", "group4"])
def test_a_cut_strip_of_a_patient_decoder_is_told(tmp_path, compression):
    noise = np.random.default_rng(3).integers(0, 2, (64, 96)).astype(bool)
    if compression == "jpeg":
        file = io.BytesIO()
        Image.fromarray(noise).convert("L").save(file, "JPEG")
        data, rest = file.getvalue(), {"compression": 7}
    else:
        path = tmp_path / "whole.tif"
        Image.fromarray(noise).save(path, compression=compression)
        with tifffile.TiffFile(path) as file:
            page = file.pages[0]
            start = page.dataoffsets[0]
            data = path.read_bytes()[start : start + page.databytecounts[0]]
        rest = {"compression": 4, "bits": 1, "photometric": int(page.photometric)}
    count = len(data)
    for cut, length in ((0, count), (0, 0), (20, count), (20, 0), (20, 0xFFFFFFFF)):
        content = tiff(
            data[: count - cut], (279, 4, 1, length), size=(64, 96), **rest
        )  # fmt: skip
        if not cut:
            assert read(tmp_path, content).pixels.std() > 100
            continue
        with pytest.raises(ImageError) as caught:
            read(tmp_path, content)
        assert caught.value.problem is ImageProblem.DAMAGED


@pytest.mark.parametrize("kind", [1, 3, 4, 8, 9])
def test_orientation_is_a_number_of_any_type(tmp_path, kind):
    photo = read(tmp_path, tiff(GRAY.tobytes(), (274, kind, 1, 6)))
    np.testing.assert_array_equal(photo.pixels[..., 0], np.rot90(GRAY, -1))
