import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cancel import Cancelled, CancelToken
from engine.errors import DeviceMemoryError
from engine.opencv import cv2
from engine.photo.photo import Window
from engine.restoration.tiles import Tile, TileRun, map_tiles, tiles


@given(
    height=st.integers(1, 60),
    width=st.integers(1, 60),
    side=st.integers(1, 40),
    overlap=st.integers(0, 9),
)
def test_cores_cover_a_picture_once(height, width, side, overlap):
    seen = np.zeros((height, width), int)
    for tile in tiles((height, width), side=side, overlap=overlap):
        seen[tile.rows, tile.columns] += 1
    assert (seen == 1).all()


@given(
    height=st.integers(8, 50),
    width=st.integers(8, 50),
    side=st.integers(3, 30),
    kind=st.sampled_from([np.uint8, np.uint16, np.float32]),
)
def test_a_local_filter_gives_the_same_with_tiles_as_without(height, width, side, kind):
    picture = (np.random.default_rng(0).random((height, width, 3)) * 250).astype(kind)

    def filtered(tile):
        return cv2.medianBlur(np.ascontiguousarray(tile), 5)

    out = np.zeros_like(picture)
    map_tiles(TileRun(filtered, picture, side=side, overlap=2), out)
    padded = np.pad(picture, ((2, 2), (2, 2), (0, 0)), mode="reflect")
    assert np.array_equal(out, filtered(padded)[2:-2, 2:-2])


def test_beyond_the_edge_a_tile_sees_the_picture_mirrored_however_small_it_is():
    picture = np.arange(6).reshape(2, 3)
    read = Tile(Window(0, 0, 2, 3), 5).read(picture)
    assert np.array_equal(read, np.pad(picture, 5, mode="reflect"))
    assert (Tile(Window(0, 0, 1, 1), 4).read(np.full((1, 1), 7)) == 7).all()


def test_a_cancelled_token_stops_before_the_next_tile():
    token, calls = CancelToken(), []

    def once(tile):
        calls.append(tile.shape)
        token.cancel()
        return tile

    picture = np.zeros((8, 8), np.uint8)
    with pytest.raises(Cancelled):
        map_tiles(TileRun(once, picture, side=4, token=token), picture.copy())
    assert len(calls) == 1


def test_tiles_get_smaller_when_memory_runs_out_and_the_caller_learns_of_it():
    def hungry(tile):
        if tile.shape[0] > 300:
            raise MemoryError
        return tile + 1

    picture = np.zeros((700, 500), np.uint8)
    out = np.zeros_like(picture)
    run = TileRun(hungry, picture, side=1024)
    map_tiles(run, out)
    assert run.side == 256
    assert (out == 1).all()


def test_what_was_done_before_memory_ran_out_is_not_done_again():
    seen = np.zeros((800, 600), int)
    calls = []

    def runs_out_once(tile):
        calls.append(tile.shape)
        if len(calls) == 3:
            raise MemoryError
        return tile

    picture = np.zeros((800, 600), np.uint8)
    for tile, _ in TileRun(runs_out_once, picture, side=400, overlap=8):
        seen[tile.rows, tile.columns] += 1
    assert (seen == 1).all()
    assert calls[0] == (416, 416)
    assert calls[-1] == (216, 216)


def test_when_even_the_smallest_tile_is_too_large_that_is_told():
    def insatiable(tile):
        raise MemoryError

    picture = np.zeros((400, 400), np.uint8)
    with pytest.raises(DeviceMemoryError):
        map_tiles(TileRun(insatiable, picture), picture.copy())
