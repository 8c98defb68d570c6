"""Every file of the conformance set is read as what it shows, and told if it shows nothing."""

import sys
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
import tifffile

from engine.errors import ImageError, ImageProblem
from engine.files.image_io import photo_size, read_photo
from engine.photo.photo import ReadLoss
from tests.photo_files import MAKERS, as_tiff, flat_dng, png_chunk, scene

THROUGH_PROFILES = {"gray-gamma.tif", "dot-gain.tif", "adobe.tif", "prophoto.tif"}


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_the_file_is_read_as_what_it_shows(tmp_path, name):
    path = tmp_path / name
    truth = MAKERS[name](path)
    photo = read_photo(path)
    assert photo.pixels.shape == truth.shape
    assert photo.pixels.dtype == truth.dtype
    error = np.abs(photo.pixels.astype(int) - truth.astype(int)).max()
    # ten of 65535 is what the published matrices differ by; decoders of one format may differ by 1
    allowed = (
        40 if name in THROUGH_PROFILES else 1 if name.endswith((".jpg", ".avif", "key.png")) else 0
    )
    assert error <= allowed
    told = {"pages": (ReadLoss.PAGES,), "float": (ReadLoss.DEPTH,)}
    assert photo.reductions == told.get(name.removesuffix(".tif").split("-")[0], ())
    if "orientation" not in name:
        assert photo_size(path) == photo.size


def test_the_key_of_a_png_is_transparent(tmp_path):
    MAKERS["profile-and-key.png"](tmp_path / "key.png")
    alpha = read_photo(tmp_path / "key.png").alpha
    assert (alpha[:, 0] == 0).all()
    assert (alpha[:, 1:] == 255).all()


def test_the_largest_page_is_read_unless_another_is_asked_for(tmp_path):
    path = tmp_path / "pages.tif"
    MAKERS["pages.tif"](path)
    assert read_photo(path).reductions == (ReadLoss.PAGES,)
    chosen = read_photo(path, page=3)
    assert chosen.size == (12, 32)
    assert chosen.reductions == ()
    for page in (4, 0):
        with pytest.raises(ImageError) as caught:
            read_photo(path, page=page)
        assert caught.value.problem is ImageProblem.NO_PAGE


def test_a_reduced_copy_in_a_tiff_is_no_page_of_its_own(tmp_path):
    path = tmp_path / "copy.tif"
    with tifffile.TiffWriter(path) as writer:
        writer.write(scene(1)[..., 0], metadata=None)
        writer.write(scene(1, 8, 48)[..., 0], subfiletype=1, metadata=None)
    assert read_photo(path).size == (24, 32)


@pytest.mark.parametrize("kind", ["unassalpha", "assocalpha", "unspecified"])
def test_alpha_of_a_tiff_is_kept_and_other_channels_are_told(tmp_path, kind):
    pixels = scene(3, 16)
    alpha = np.full(pixels.shape[:2], 32768, np.uint16)
    stored = pixels // 2 if kind == "assocalpha" else pixels
    path = tmp_path / "alpha.tif"
    as_tiff(path, np.dstack((stored, alpha)), extrasamples=[kind])
    photo = read_photo(path)
    assert np.abs(photo.pixels.astype(int) - pixels).max() <= 2
    if kind == "unspecified":
        assert photo.alpha is None
        assert photo.reductions == (ReadLoss.CHANNELS,)
    else:
        np.testing.assert_array_equal(photo.alpha, alpha)


def test_cmyk_with_a_broken_profile_is_read_and_that_is_told(tmp_path):
    path = tmp_path / "cmyk.tif"
    inks = np.zeros((4, 4, 4), np.uint8)
    inks[..., 3] = 255
    as_tiff(path, inks, photometric="separated", iccprofile=b"no profile" * 30)
    photo = read_photo(path)
    assert (photo.pixels == 0).all()
    assert photo.reductions == (ReadLoss.PROFILE,)


def problem_of(path):
    with pytest.raises(ImageError) as caught:
        read_photo(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    return caught.value.problem


def patched(content, tag, value):
    """A little-endian TIFF whose entry of a tag says something else."""
    changed = bytearray(content)
    place = int.from_bytes(changed[4:8], "little")
    for start in range(
        place + 2, place + 2 + 12 * int.from_bytes(changed[place : place + 2], "little"), 12
    ):
        if int.from_bytes(changed[start : start + 2], "little") == tag:
            kind = int.from_bytes(changed[start + 2 : start + 4], "little")
            size = 2 if kind == 3 else 4
            changed[start + 8 : start + 8 + size] = value.to_bytes(size, "little")
            return bytes(changed)
    raise AssertionError(f"there is no tag {tag}")


def test_what_a_tiff_header_cannot_mean_is_told(tmp_path):
    path = tmp_path / "odd.tif"
    as_tiff(path, scene(1, 16, 64, 64), tile=(16, 16), compression="zlib")
    whole = path.read_bytes()
    for tag, value, problem in (
        (259, 50_000, ImageProblem.UNSUPPORTED_COMPRESSION),
        (262, 32_803, ImageProblem.UNSUPPORTED_DEPTH),
        (322, 65_520, ImageProblem.DAMAGED),
        (256, 60_000, ImageProblem.DAMAGED),
        (256, 0, ImageProblem.DAMAGED),
    ):
        path.write_bytes(patched(whole, tag, value))
        assert problem_of(path) is problem, tag
    path.write_bytes(patched(patched(whole, 256, 60_000), 257, 60_000))
    assert problem_of(path) is ImageProblem.TOO_LARGE
    wide = patched(patched(whole, 256, 14_000), 257, 14_000)
    path.write_bytes(patched(wide, 277, 8))  # 196 megapixels of eight channels
    assert problem_of(path) is ImageProblem.TOO_LARGE
    path.write_bytes(whole[:-20])
    assert problem_of(path) in (ImageProblem.DAMAGED, ImageProblem.UNKNOWN_FORMAT)


def test_a_chain_of_pages_without_end_is_no_trap(tmp_path):
    path = tmp_path / "ring.tif"
    as_tiff(path, scene(1))
    content = bytearray(path.read_bytes())
    place = int.from_bytes(content[4:8], "little")
    count = int.from_bytes(content[place : place + 2], "little")
    end = place + 2 + 12 * count
    content[end : end + 4] = place.to_bytes(4, "little")
    path.write_bytes(content)
    np.testing.assert_array_equal(read_photo(path).pixels, scene(1))


def test_a_jpeg_larger_than_its_strip_is_refused(tmp_path):
    path = tmp_path / "bomb.tif"
    MAKERS["jpeg-in.tif"](path)
    content = bytearray(path.read_bytes())
    frame = content.index(b"\xff\xc0")
    content[frame + 5 : frame + 9] = (60_000).to_bytes(2, "big") * 2
    path.write_bytes(content)
    assert problem_of(path) is ImageProblem.DAMAGED


def test_a_device_or_pipe_is_no_photo(tmp_path):
    assert problem_of(Path("/dev/null")) is ImageProblem.UNKNOWN_FORMAT


@pytest.mark.parametrize("name", ["photo.heic", "photo.dng"])
def test_formats_of_extras_name_them_where_they_are_missing(tmp_path, monkeypatch, name):
    for module in ("pillow_heif", "rawpy"):
        monkeypatch.setitem(sys.modules, module, None)
    path = tmp_path / name
    path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    assert problem_of(path) is ImageProblem.NEEDS_EXTRA


def test_heic_is_read_upright_at_its_depth(tmp_path):
    pillow_heif = pytest.importorskip("pillow_heif")
    path = tmp_path / "photo.heic"
    pixels = scene(3, 16, 64, 96)
    file = pillow_heif.from_bytes("RGB;16", (96, 64), pixels.tobytes())
    file.save(path, quality=-1, chroma=444)
    photo = read_photo(path)
    assert photo.bits == 16
    assert np.abs(photo.pixels.astype(int) - pixels).mean() < 700


def test_a_raw_file_is_developed_in_sixteen_bits(tmp_path):
    pytest.importorskip("rawpy")
    path = tmp_path / "flat.dng"
    flat_dng(path)
    photo = read_photo(path)
    assert photo.bits == 16
    assert photo.size == (64, 96)
    assert photo.pixels.min() > 5000


@pytest.mark.parametrize("bits", [10, 12])
def test_deep_avif_is_as_bright_as_it_was(tmp_path, bits):
    path = tmp_path / "dark.avif"
    dark = scene(3, bits) // 5  # whose values would fit fewer bits
    path.write_bytes(imagecodecs.avif_encode(dark, level=100, bitspersample=bits))
    photo = read_photo(path)
    assert photo.bits == 16
    truth = dark * (65535 / ((1 << bits) - 1))
    assert np.abs(photo.pixels - truth).max() < 100


@pytest.mark.parametrize("channels", [1, 3])
def test_the_key_of_a_deep_png_is_transparent(tmp_path, channels):
    path = tmp_path / "key.png"
    content = imagecodecs.png_encode(scene(channels, 16))
    key = png_chunk(b"tRNS", bytes(2 * channels))
    path.write_bytes(content[:33] + key + content[33:])
    photo = read_photo(path)
    np.testing.assert_array_equal(photo.pixels, scene(channels, 16))
    is_key = (photo.pixels == 0).all(axis=2)
    np.testing.assert_array_equal(photo.alpha == 0, is_key)


@pytest.mark.parametrize("name", ["gray-16.png", "lzw-16.tif", "progressive.jpg", "picture.avif"])
def test_a_file_that_was_cut_off_is_told(tmp_path, name):
    path = tmp_path / name
    MAKERS[name](path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3])
    assert problem_of(path) in (ImageProblem.DAMAGED, ImageProblem.UNKNOWN_FORMAT)


def test_a_path_of_more_than_260_characters_will_do(tmp_path):
    folder = tmp_path / ("a" * 120) / ("б" * 60) / ("c" * 120)
    folder.mkdir(parents=True)
    MAKERS["gray-16.tif"](folder / "photo.tif")
    np.testing.assert_array_equal(read_photo(folder / "photo.tif").pixels, scene(1, 16))


def test_a_jpeg_of_endless_scans_is_refused(tmp_path):
    path = tmp_path / "scans.jpg"
    MAKERS["progressive.jpg"](path)
    content = path.read_bytes()
    frame = content.index(b"\xff\xc2")
    huge = content[: frame + 5] + (14_000).to_bytes(2, "big") * 2 + content[frame + 9 :]
    scan = huge[huge.index(b"\xff\xda") : -2]
    path.write_bytes(huge[:-2] + scan * 30 + b"\xff\xd9")
    assert problem_of(path) is ImageProblem.TOO_LARGE
