import numpy as np
import pytest

from engine.opencv import cv2
from tests.pictures import PHOTOS, as_jpeg
from training.data.duplicates import MOST_BITS, DuplicateIndex, fingerprint


@pytest.mark.parametrize("name", PHOTOS)
def test_a_fingerprint_survives_resizing_recompression_and_brightening(name):
    photo = PHOTOS[name]
    height, width, _ = photo.shape
    for copy in (
        cv2.resize(photo, (width // 2, height // 2), interpolation=cv2.INTER_AREA),
        cv2.resize(photo, (width * 2, height * 2)),
        as_jpeg(photo, 20),
        np.clip(photo * 1.1 + 5, 0, 255).astype(np.uint8),
    ):
        assert (fingerprint(photo) ^ fingerprint(copy)).bit_count() <= MOST_BITS
    for other in PHOTOS.keys() - {name}:
        assert (fingerprint(photo) ^ fingerprint(PHOTOS[other])).bit_count() > 2 * MOST_BITS


def test_the_index_finds_the_nearest_of_many():
    index = DuplicateIndex()
    assert index.nearest(0) is None
    values = [int(v) for v in np.random.default_rng(0).integers(0, 2**64, 3000, dtype=np.uint64)]
    for number, value in enumerate(values):
        index.add(value, str(number))
    assert index.nearest(values[2777]) == (0, "2777")
    assert index.nearest(values[5] ^ 0b101 ^ (1 << 63)) == (3, "5")
