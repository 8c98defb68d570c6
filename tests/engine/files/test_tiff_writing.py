"""TIFF is encoded a few strips at a time."""

import numpy as np
import pytest
import tifffile

from engine.files.content import WriteOptions
from engine.files.image_io import write_photo
from engine.photo.metadata import Metadata


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("compression", ["lzw", "zip"])
@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("size", [(1, 1), (1, 4000), (900, 1), (337, 353)])
def test_a_tiff_written_in_strips_is_what_tifffile_reads(tmp_path, order, compression, bits, size):
    noise = np.random.default_rng(0).integers(0, 1 << bits, (*size, 4))
    pixels = noise.astype(np.uint8 if bits == 8 else np.uint16)
    exif = {"<": b"II*\0\x08\0\0\0", ">": b"MM\0*\0\0\0\x08"}[order] + bytes(6)
    options = WriteOptions(
        alpha=np.ascontiguousarray(pixels[..., 3]),
        metadata=Metadata(exif=exif),
        compression=compression,
    )
    write_photo(tmp_path / "a.tif", np.ascontiguousarray(pixels[..., :3]), options)
    with tifffile.TiffFile(tmp_path / "a.tif") as file:
        assert file.byteorder == order
        assert file.pages[0].extrasamples == (tifffile.EXTRASAMPLE.UNASSALPHA,)
        np.testing.assert_array_equal(file.asarray().reshape(pixels.shape), pixels)
