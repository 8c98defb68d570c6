import numpy as np
import pytest
from PIL import Image

from training.config import DataConfig
from training.data.datasets import load_photos

CONFIG = DataConfig(store_size=64)


def test_shards_are_split_and_filtered_by_their_manifest(shards):
    assert len(load_photos(shards, "train", CONFIG)) == 9
    assert len(load_photos(shards, "watch", CONFIG)) == 1
    assert len(load_photos(shards, "val", CONFIG)) == 2
    open_only = DataConfig(store_size=64, licenses=["open"])
    found = [len(load_photos(shards, split, open_only)) for split in ("train", "val")]
    assert found == [5, 1]
    assert len(load_photos(shards, "train", CONFIG, limit=3)) == 3
    with pytest.raises(ValueError, match="no train photos"):
        load_photos(shards, "train", DataConfig(sources=["elsewhere"]))


def test_sources_can_be_left_out_and_limited(shards):
    without = DataConfig(store_size=64, left_out=["there"])
    assert len(load_photos(shards, "left-out", without)) == 3
    of_here = load_photos(shards, "train", DataConfig(store_size=64, sources=["here"]))
    assert load_photos(shards, "train", without).digest == of_here.digest
    limited = load_photos(shards, "train", DataConfig(store_size=64, source_limit=2))
    assert len(limited) == 4
    assert len(load_photos(shards, "val", without)) == 2


def test_missing_shards_are_left_out(shards, tmp_path):
    for name in ("manifest.csv", "photos-00.zip"):
        (tmp_path / name).write_bytes((shards / name).read_bytes())
    every = sum(len(load_photos(tmp_path, split, CONFIG)) for split in ("train", "val"))
    assert every in (5, 6)  # the watched photo may be in either shard


def test_a_folder_is_split_by_name_the_same_way_every_time(tmp_path):
    for index in range(80):
        Image.new("RGB", (8, 8)).save(tmp_path / f"{index}.png")
    (tmp_path / "notes.txt").write_text("not a photo")
    splits = ("train", "watch", "val")
    train, watch, val = (load_photos(tmp_path, split, CONFIG) for split in splits)
    assert (len(train), len(watch), len(val)) == (76, 2, 2)
    assert len({train.digest, watch.digest, val.digest}) == 3
    assert load_photos(tmp_path, "val", CONFIG).digest == val.digest != train.digest


def test_photos_come_back_upright_and_in_order(photo_folder):
    store = load_photos(photo_folder, "train", CONFIG)
    paths = sorted(photo_folder.iterdir(), key=lambda p: p.name)
    shapes = set()
    for index in range(len(store)):
        photo = store.photo(index)
        assert min(photo.shape[:2]) <= 64
        shapes.add(photo.shape[0] > photo.shape[1])
    assert shapes == {True, False}  # portraits and landscapes
    truth = np.asarray(Image.open(paths[0]).resize(store.photo(0).shape[1::-1]))
    assert np.abs(store.photo(0).astype(int) - truth).mean() < 5


def test_one_photo_is_both_splits(photo_folder):
    photo = photo_folder / "photo-1.png"
    assert len(load_photos(photo, "train", CONFIG)) == len(load_photos(photo, "val", CONFIG)) == 1
