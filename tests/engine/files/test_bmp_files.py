"""BMP files that people have: channels lie where masks say."""

import struct

import numpy as np
import pytest

from engine.errors import ImageError, ImageProblem
from engine.files.image_io import read_photo
from tests.photo_files import scene


def bmp(values, masks, bits, header=40, compression=3, is_upside_down=True):
    rows = values[::-1] if is_upside_down else values
    stride = (values.shape[1] * bits // 8 + 3) // 4 * 4
    data = b"".join(row.tobytes().ljust(stride, b"\0") for row in rows)
    height = values.shape[0] if is_upside_down else -values.shape[0]
    head = struct.pack(
        "<IiiHHIIiiII", header, values.shape[1], height, 1, bits, compression, len(data),
        11811, 11811, 0, 0,
    )  # fmt: skip
    head += struct.pack(f"<{len(masks)}I", *masks)
    head = head.ljust(header, b"\0")
    start = 14 + len(head)
    return b"BM" + struct.pack("<IHHI", start + len(data), 0, 0, start) + head + data


LAYOUTS = [
    ((0xFF, 0xFF00, 0xFF0000), 32),
    ((0xFF00, 0xFF0000, 0xFF000000), 32),
    ((0xFF0000, 0xFF00, 0xFF), 32),
    ((0xFF0000, 0xFF, 0xFF00), 32),
    ((0xF00, 0xF0, 0xF), 16),
    ((0x7C00, 0x3E0, 0x1F), 16),
    ((0xF800, 0x7E0, 0x1F), 16),
    ((0x1F, 0x7E0, 0xF800), 16),
    ((0x3FF, 0xFFC00, 0x3FF00000), 32),
]


def packed(masks, bits):
    """Return pixels of all values that the masks hold, packed and as they are to be read."""
    kind = np.uint32 if bits == 32 else np.uint16
    deep = max(mask.bit_count() for mask in masks[:3]) > 8
    values, planes = np.zeros((23, 31), np.int64), []
    for plane, mask in zip(np.moveaxis(scene(3, 16, 23, 31), 2, 0), masks, strict=False):
        most = (1 << mask.bit_count()) - 1
        stored = np.round(plane * (most / 65535)).astype(np.int64)
        values |= stored * (mask & -mask)
        planes.append(np.round(stored * ((65535 if deep else 255) / most)))
    return values.astype(kind), np.dstack(planes)


@pytest.mark.parametrize(("masks", "bits"), LAYOUTS)
@pytest.mark.parametrize("header", [40, 52, 56, 108, 124])
@pytest.mark.parametrize("is_upside_down", [True, False])
def test_channels_lie_where_the_masks_of_a_bmp_say(tmp_path, masks, bits, header, is_upside_down):
    values, truth = packed(masks, bits)
    path = tmp_path / "photo.bmp"
    path.write_bytes(bmp(values, masks, bits, header, is_upside_down=is_upside_down))
    photo = read_photo(path)
    np.testing.assert_array_equal(photo.pixels, truth)
    assert photo.metadata.dpi == pytest.approx((300, 300), abs=0.1)
    path.write_bytes(path.read_bytes()[:-9])
    with pytest.raises(ImageError) as caught:
        read_photo(path)
    assert caught.value.problem is ImageProblem.DAMAGED


@pytest.mark.parametrize("alpha", [0, 128, 255])
def test_alpha_of_a_bmp_is_kept_unless_it_is_empty(tmp_path, alpha):
    masks = (0xFF, 0xFF00, 0xFF0000, 0xFF000000)
    values, truth = packed(masks, 32)
    path = tmp_path / "photo.bmp"
    path.write_bytes(bmp(values | np.uint32(alpha << 24), masks, 32, 124))
    photo = read_photo(path)
    np.testing.assert_array_equal(photo.pixels, truth)
    assert photo.alpha is None if alpha != 128 else (photo.alpha == 128).all()


def test_a_compressed_bmp_that_is_not_read_is_no_damaged_one(tmp_path):
    path = tmp_path / "photo.bmp"
    path.write_bytes(bmp(np.zeros((4, 4), np.uint32), (), 32, compression=4))
    with pytest.raises(ImageError) as caught:
        read_photo(path)
    assert caught.value.problem is ImageProblem.UNSUPPORTED_DEPTH
