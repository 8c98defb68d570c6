import contextlib
import errno
import os
import struct
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image, ImageCms

from engine.errors import ImageError, ImageProblem
from engine.files import image_io
from engine.files.image_io import check_writable, read_photo, write_photo
from engine.opencv import cv2
from engine.photo.photo import ReadLoss
from tests.tiny import gray_pixels


def smooth(height=24, width=32):
    y, x = np.mgrid[0:height, 0:width]
    return np.stack((x * 255 // width, y * 255 // height, (x + y) * 2), axis=2).astype(np.uint8)


def problem_of(call, *arguments, **options):
    with pytest.raises(ImageError) as caught:
        call(*arguments, **options)
    assert str(arguments[0]) in str(caught.value)
    return caught.value.problem


@pytest.mark.parametrize("suffix", image_io.SUFFIXES)
def test_every_format_comes_back(tmp_path, suffix):
    path = tmp_path / f"photo{suffix.upper()}"
    write_photo(path, smooth())
    error = np.abs(read_photo(path).rgb.astype(int) - smooth()).mean()
    assert error == 0 if suffix in (".png", ".tif", ".tiff") else error < 3


@pytest.mark.parametrize("name", ["Großmutter.png", "бабушка.png", "祖母 👵.png", "a b'c\"d.png"])
def test_any_name_will_do(tmp_path, name):
    write_photo(tmp_path / name, smooth())
    np.testing.assert_array_equal(read_photo(tmp_path / name).rgb, smooth())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_are_read_upright(tmp_path, orientation):
    undo = {
        1: lambda a: a,
        2: np.fliplr,
        3: lambda a: np.rot90(a, 2),
        4: np.flipud,
        5: lambda a: np.swapaxes(a, 0, 1),
        6: lambda a: np.rot90(a, 1),
        7: lambda a: np.swapaxes(np.rot90(a, 2), 0, 1),
        8: lambda a: np.rot90(a, -1),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "turned.png"
    Image.fromarray(np.ascontiguousarray(undo(smooth()))).save(path, exif=exif)
    np.testing.assert_array_equal(read_photo(path).rgb, smooth())


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "CMYK"])
def test_every_usual_mode_is_read(tmp_path, mode):
    path = tmp_path / "photo.tif"
    Image.fromarray(smooth()).convert(mode).save(path)
    photo = read_photo(path)
    assert photo.rgb.shape == (24, 32, 3)
    assert photo.reductions == ()


def test_sixteen_bits_stay_sixteen_bits(tmp_path):
    path = tmp_path / "deep.tif"
    gray = np.linspace(0, 65535, 24 * 32).reshape(24, 32).astype(np.uint16)
    Image.fromarray(gray).save(path)
    photo = read_photo(path)
    np.testing.assert_array_equal(photo.pixels[..., 0], gray)
    assert photo.reductions == ()
    assert np.abs(photo.rgb[..., 0] - gray / 257).max() <= 0.5


def test_transparency_is_kept_and_shown_on_white(tmp_path):
    path = tmp_path / "cutout.png"
    Image.new("RGBA", (2, 2), (0, 0, 0, 51)).save(path)
    photo = read_photo(path)
    assert (photo.alpha == 51).all()
    assert (photo.pixels == 0).all()
    assert (photo.rgb == 204).all()
    assert photo.reductions == ()


def test_twelve_bits_are_white_at_their_own_maximum(tmp_path):
    path = tmp_path / "twelve.tif"
    Image.fromarray(np.full((4, 4), 65_535, np.uint16)).save(path)
    content = bytearray(path.read_bytes())
    # the BitsPerSample entry: tag 258, type SHORT, count 1, value 16
    entry = content.index(struct.pack("<HHIH", 258, 3, 1, 16))
    content[entry + 8 : entry + 10] = struct.pack("<H", 12)  # all ones are white in any width
    path.write_bytes(content)
    assert read_photo(path).pixels.min() == 65_535


def test_deep_white_is_zero_is_not_a_negative(tmp_path):
    path = tmp_path / "white-is-zero.tif"
    values = np.full((4, 4), 65_000, np.uint16)
    Image.fromarray(values).save(path)
    content = bytearray(path.read_bytes())
    entry = content.index(struct.pack("<HHIH", 262, 3, 1, 1))
    content[entry + 8 : entry + 10] = struct.pack("<H", 0)
    path.write_bytes(content)
    assert read_photo(path).rgb.max() < 5


@pytest.mark.parametrize("value", [np.int32(200), np.float32(1e6)])
def test_pixels_of_unknown_meaning_are_refused(tmp_path, value):
    path = tmp_path / "strange.tif"
    Image.fromarray(np.full((4, 4), value)).save(path)
    assert problem_of(read_photo, path) is ImageProblem.UNSUPPORTED_DEPTH


def test_deep_color_is_kept_and_further_pages_are_said(tmp_path):
    deep = tmp_path / "deep.png"
    pixels = np.arange(48, dtype=np.uint16).reshape(4, 4, 3) * 1000
    cv2.imwrite(str(deep), pixels[..., ::-1])
    photo = read_photo(deep)
    assert photo.reductions == ()
    np.testing.assert_array_equal(photo.pixels, pixels)
    pages = tmp_path / "pages.tif"
    first, second = Image.new("L", (4, 4), 10), Image.new("L", (4, 4), 20)
    first.save(pages, save_all=True, append_images=[second])
    photo = read_photo(pages)
    assert photo.reductions == (ReadLoss.PAGES,)
    assert photo.rgb.max() == 10


def test_an_opaque_alpha_channel_loses_nothing(tmp_path):
    path = tmp_path / "opaque.png"
    Image.new("RGBA", (2, 2), (9, 9, 9, 255)).save(path)
    photo = read_photo(path)
    assert photo.reductions == ()
    assert photo.alpha is None


def test_color_profiles_are_honored(tmp_path):
    path = tmp_path / "profiled.png"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (2, 2), (128, 128, 128)).save(path, icc_profile=srgb)
    assert np.abs(read_photo(path).rgb.astype(int) - 128).max() <= 1
    Image.new("RGB", (2, 2), (128, 128, 128)).save(path, icc_profile=b"nonsense")
    assert (read_photo(path).rgb == 128).all()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_is_no_regular_file_is_neither_read_nor_replaced(tmp_path):
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    assert problem_of(read_photo, pipe) is ImageProblem.UNKNOWN_FORMAT
    for overwrite in (False, True):
        with pytest.raises(ImageError):
            write_photo(pipe, gray_pixels(8, 9), overwrite=overwrite)
    assert pipe.is_fifo()


def test_bad_files_are_told_apart(tmp_path, gray_jpeg):
    text = tmp_path / "text.jpg"
    text.write_text("this is no photo")
    assert problem_of(read_photo, text) is ImageProblem.UNKNOWN_FORMAT
    empty = tmp_path / "empty.jpg"
    empty.touch()
    assert problem_of(read_photo, empty) is ImageProblem.EMPTY
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(gray_jpeg.read_bytes()[:-300])
    assert problem_of(read_photo, cut) is ImageProblem.DAMAGED
    assert problem_of(read_photo, tmp_path) is ImageProblem.FOLDER
    assert problem_of(read_photo, tmp_path / "nowhere.jpg") is ImageProblem.MISSING


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # Pillow tells what it skips
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif"])
def test_any_truncation_and_any_flipped_byte_is_told_or_survived(tmp_path, suffix):
    whole, broken = tmp_path / f"whole{suffix}", tmp_path / f"broken{suffix}"
    exif = Image.Exif()
    exif.update({0x0112: 6, 0x010F: "maker", 0x011A: 300.0, 0x8298: "owner"})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.fromarray(smooth()).save(whole, exif=exif, icc_profile=profile)
    content = whole.read_bytes()
    random = np.random.default_rng(0)
    for _ in range(150):
        damaged = bytearray(content[: random.integers(1, len(content) + 1)])
        damaged[random.integers(len(damaged))] ^= 1 << random.integers(8)
        broken.write_bytes(damaged)
        with contextlib.suppress(ImageError):  # anything else would fail this test
            assert read_photo(broken).rgb.ndim == 3


def test_too_many_pixels_are_refused_before_decoding(tmp_path, monkeypatch):
    path = tmp_path / "big.png"
    write_photo(path, smooth())
    monkeypatch.setattr(image_io, "MAX_PIXELS", 24 * 32 - 1)
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("it was decoded"))
    assert problem_of(read_photo, path) is ImageProblem.TOO_LARGE


@pytest.fixture
def users_folder(tmp_path):
    """A folder of somebody whom permissions bind; root, who may do everything, becomes nobody."""
    if os.geteuid() != 0:
        yield tmp_path
        return
    nobody = 65534
    with tempfile.TemporaryDirectory() as folder:  # no way leads nobody to tmp_path
        os.chown(folder, nobody, nobody)
        os.setresuid(nobody, nobody, 0)
        try:
            yield Path(folder)
        finally:
            os.setresuid(0, 0, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX")
def test_missing_permission_is_told(users_folder):
    photo = users_folder / "photo.png"
    write_photo(photo, smooth())
    photo.chmod(0)
    assert problem_of(read_photo, photo) is ImageProblem.FORBIDDEN
    users_folder.chmod(0o500)
    new = users_folder / "new.png"
    assert problem_of(write_photo, new, smooth()) is ImageProblem.WRITE_FORBIDDEN
    users_folder.chmod(0o700)


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.EACCES, ImageProblem.WRITE_FORBIDDEN),
        (errno.ENOSPC, ImageProblem.DISK_FULL),
        (errno.EIO, ImageProblem.UNWRITABLE),
    ],
)
def test_what_the_system_refuses_is_told(tmp_path, monkeypatch, number, problem):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert problem_of(write_photo, tmp_path / "new.png", smooth()) is problem


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "photo.jpg"
    write_photo(path, smooth())
    before = path.read_bytes()

    def half_written(self, target, **_):
        target.write(b"half")
        raise OSError(errno.ENOSPC, "disk full")

    monkeypatch.setattr(Image.Image, "save", half_written)
    assert problem_of(write_photo, path, smooth(), overwrite=True) is ImageProblem.DISK_FULL
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_existing_files_and_originals_are_protected(tmp_path):
    path = tmp_path / "photo.png"
    write_photo(path, smooth())
    assert problem_of(write_photo, path, gray_pixels(2, 2)) is ImageProblem.WRITE_EXISTS
    write_photo(path, gray_pixels(2, 2), overwrite=True)
    assert read_photo(path).size == (2, 2)
    link = tmp_path / "link.png"
    link.symlink_to(path)
    assert (
        problem_of(check_writable, link, overwrite=True, originals=[path])
        is ImageProblem.WRITE_IS_INPUT
    )
    on_a_lost_disk = tmp_path / ("ы" * 200)
    assert check_writable(path, overwrite=True, originals=[on_a_lost_disk]) == "PNG"


def test_formats_that_cannot_hold_the_picture_are_told(tmp_path):
    strip = gray_pixels(1, 16_384)
    assert problem_of(write_photo, tmp_path / "a.webp", strip) is ImageProblem.WRITE_TOO_LARGE
    write_photo(tmp_path / "a.jpg", strip)
    assert problem_of(write_photo, tmp_path / "a.gif", strip) is ImageProblem.WRITE_FORMAT


def test_new_files_have_the_permissions_of_any_other_new_file(tmp_path):
    write_photo(tmp_path / "photo.png", smooth())
    (tmp_path / "plain").touch()
    assert (tmp_path / "photo.png").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_small_copy_of_a_jpeg_may_be_decoded_smaller_but_not_below_what_was_asked(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    path = tmp_path / "photo.jpg"
    Image.fromarray(smooth(320, 400)).save(path, quality=95, exif=exif)
    whole = read_photo(path)
    assert whole.rgb.shape == (400, 320, 3)
    for least_side, expected in ((40, (50, 40)), (41, (100, 80)), (160, (200, 160)), (900, None)):
        small = read_photo(path, least_side=least_side)
        assert small.rgb.shape[:2] == (expected or (400, 320))
        assert small.reductions == ()
        truth = cv2.resize(whole.rgb, small.rgb.shape[1::-1], interpolation=cv2.INTER_AREA)
        assert np.abs(small.rgb.astype(int) - truth).mean() < 3
    png = tmp_path / "photo.png"
    write_photo(png, smooth(320, 400))
    np.testing.assert_array_equal(read_photo(png, least_side=40).rgb, smooth(320, 400))


def test_the_size_is_known_without_decoding(tmp_path, monkeypatch):
    path = tmp_path / "cut off.png"
    write_photo(path, gray_pixels(200, 300))
    path.write_bytes(path.read_bytes()[:1000])
    assert image_io.photo_size(path) == (200, 300)
    assert problem_of(read_photo, path) is ImageProblem.DAMAGED
    monkeypatch.setattr(image_io, "MAX_PIXELS", 200 * 300 - 1)
    assert problem_of(image_io.photo_size, path) is ImageProblem.TOO_LARGE
    assert problem_of(image_io.photo_size, tmp_path) is ImageProblem.FOLDER


def test_channels_of_different_depth_are_told(tmp_path):
    path = tmp_path / "uneven.tif"
    tifffile.imwrite(path, np.zeros((8, 8, 3), np.uint8), photometric="rgb")
    with tifffile.TiffFile(path) as file:
        place = file.pages[0].tags["BitsPerSample"].valueoffset
    content = bytearray(path.read_bytes())
    struct.pack_into("<3H", content, place, 5, 6, 5)
    path.write_bytes(content)
    with pytest.raises(ImageError, match="3 samples of 5, 6, 5 bits") as caught:
        read_photo(path)
    assert caught.value.problem is ImageProblem.UNSUPPORTED_DEPTH
