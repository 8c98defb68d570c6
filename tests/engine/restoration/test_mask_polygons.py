import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from engine.errors import ImageError
from engine.restoration import mask_polygons
from engine.restoration.mask_files import read_mask, write_mask

SQUARE = [[0.25, 0.25], [0.75, 0.25], [0.75, 0.75], [0.25, 0.75]]


def written(tmp_path, tree):
    path = tmp_path / "mask.json"
    path.write_text(tree if isinstance(tree, str) else json.dumps(tree), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("masks")


@given(arrays.arrays(bool, st.tuples(st.integers(1, 24), st.integers(1, 24))))
def test_any_mask_survives_being_written_as_polygons(folder, mask):
    path = folder / "mask.json"
    write_mask(path, mask, overwrite=True)
    assert np.array_equal(read_mask(path, mask.shape), mask)


def test_rings_within_rings_stay_rings(tmp_path):
    y, x = np.mgrid[:101, :151]
    mask = np.hypot(y - 50, x - 75) // 9 % 2 == 0
    write_mask(tmp_path / "mask.json", mask)
    assert np.array_equal(read_mask(tmp_path / "mask.json", mask.shape), mask)


def test_polygons_are_those_of_the_photo_at_any_size(tmp_path):
    path = written(tmp_path, {"format": 1, "polygons": [{"points": SQUARE}]})
    for size in ((40, 80), (400, 200)):
        mask = read_mask(path, size)
        assert mask.mean() == pytest.approx(0.25, abs=0.05)
        assert mask[size[0] // 2, size[1] // 2]
        assert not mask[0, 0]


def test_a_point_at_the_edge_is_in_the_photo(tmp_path):
    path = written(
        tmp_path, {"format": 1, "polygons": [{"points": [[0, 0]]}, {"points": [[1, 1]]}]}
    )
    mask = read_mask(path, (3, 4))
    assert np.argwhere(mask).tolist() == [[0, 0], [2, 3]]


@pytest.mark.parametrize(
    ("tree", "says"),
    [
        ([], "the file is not an object"),
        ({"polygons": []}, "no format number"),
        ({"format": True, "polygons": []}, "no format number"),
        ({"format": 2, "polygons": []}, "newer version"),
        ({"format": 1}, "polygons are no list"),
        ({"format": 1, "polygons": [], "size": 3}, "the file is not an object"),
        ({"format": 1, "polygons": [{"points": SQUARE, "x": 1}]}, "polygon 1 is not an object"),
        ({"format": 1, "polygons": [{"points": []}]}, "polygon 1 has no points"),
        ({"format": 1, "polygons": [{"points": SQUARE, "hole": 1}]}, "neither true nor false"),
        ({"format": 1, "polygons": [{"points": [[0.5]]}]}, "not an x and a y"),
        ({"format": 1, "polygons": [{"points": [[0.5, 1.5]]}]}, "not an x and a y"),
        ({"format": 1, "polygons": [{"points": [[0.5, True]]}]}, "not an x and a y"),
        ('{"format": 1, "polygons": [{"points": [[0.5, NaN]]}]}', "NaN is no number"),
        ('{"format": 1, "polygons": [{"points": [[0.5, 1e999]]}]}', "not an x and a y"),
        ("[" * 100_000, "no file of polygons"),
        ("no json", "no file of polygons"),
    ],
)
def test_what_is_not_just_polygons_is_refused_and_it_says_why(tmp_path, tree, says):
    with pytest.raises(ValueError, match=says):
        read_mask(written(tmp_path, tree), (30, 40))


def test_a_missing_file_and_one_too_large_are_refused(tmp_path, monkeypatch):
    with pytest.raises(ValueError, match="cannot be read: No such file"):
        read_mask(tmp_path / "mask.json", (30, 40))
    monkeypatch.setattr(mask_polygons, "_MOST_BYTES", 20)
    with pytest.raises(ValueError, match="it is too large"):
        read_mask(written(tmp_path, {"format": 1, "polygons": []}), (30, 40))
    with pytest.raises(ImageError, match="better a picture"):
        write_mask(tmp_path / "other.json", np.eye(9, dtype=bool))
    assert not (tmp_path / "other.json").exists()
