import numpy as np
import pytest
import torch

from training.config import DataConfig
from training.data.crops import batch_indices, crop_batch
from training.data.datasets import PhotoStore, load_photos

PLAIN = DataConfig(store_size=64, shift=False, flip=False)
LIVELY = DataConfig(store_size=64, rotation=30.0, shear=0.3, zoom=0.3)


@pytest.fixture(scope="module")
def store(photo_folder):
    return load_photos(photo_folder, "train", PLAIN)


def crops(store, config, seed=0):
    every = torch.arange(len(store))
    return crop_batch(store, every, 32, config, torch.Generator().manual_seed(seed)).rgb


def test_a_plain_crop_is_the_middle_square_of_the_upright_photo(store):
    for index, crop in enumerate(crops(store, PLAIN)):
        photo = store.photo(index)
        side = min(photo.shape[:2])
        top, left = (photo.shape[0] - side) // 2, (photo.shape[1] - side) // 2
        middle = photo[top : top + side, left : left + side].mean(axis=(0, 1)) / 255
        np.testing.assert_allclose(crop.mean(dim=(1, 2)), middle, atol=0.02)


def test_at_full_size_a_plain_crop_is_the_photo_itself(photo_folder):
    config = DataConfig(store_size=32, shift=False, flip=False)
    store = load_photos(photo_folder, "train", config)
    for index, crop in enumerate(crops(store, config)):
        photo = store.photo(index)
        extra = (photo.shape[0] - 32, photo.shape[1] - 32)
        if extra[0] % 2 or extra[1] % 2:
            continue  # the middle lies between pixels
        top, left = extra[0] // 2, extra[1] // 2
        exact = photo[top : top + 32, left : left + 32]
        np.testing.assert_allclose(crop.permute(1, 2, 0) * 255, exact, atol=0.01)


def ramp_store():
    """A photo whose red is x and whose green is y, 240 wide and 160 high."""
    y, x = torch.meshgrid(torch.arange(160.0), torch.arange(240.0), indexing="ij")
    canvas = torch.stack((x, y, torch.zeros_like(x))).to(torch.uint8)[None]
    return PhotoStore(canvas, torch.tensor([[160, 240]]), torch.tensor([False]), "ramp")


def maps_of(config, count=200):
    """Per crop: where its center lies, and how x and y change along its rows and columns."""
    store = ramp_store()
    every = torch.zeros(count, dtype=torch.int64)
    squares = crop_batch(store, every, 32, config, torch.Generator().manual_seed(1))
    crop = squares.rgb[:, :2] * 255
    middle = crop[:, :, 12:20, 12:20]  # away from reflected edges
    center = middle.mean(dim=(2, 3))
    along_rows = middle.diff(dim=3).mean(dim=(2, 3)) * 32
    along_columns = middle.diff(dim=2).mean(dim=(2, 3)) * 32
    return center, along_rows, along_columns


def test_rotation_turns_within_its_range():
    config = DataConfig(rotation=30.0, shift=False, flip=False)
    _, rows, _ = maps_of(config)
    angle = torch.rad2deg(torch.atan2(rows[:, 1], rows[:, 0]))
    assert angle.abs().max() <= 31
    assert angle.min() < -20
    assert angle.max() > 20


def test_zoom_changes_the_extent_within_its_range():
    _, rows, columns = maps_of(DataConfig(zoom=0.25, shift=False, flip=False))
    extent = rows.norm(dim=1) / 160
    assert 0.74 <= extent.min() < 0.85
    assert 1.15 < extent.max() <= 1.26
    torch.testing.assert_close(rows.norm(dim=1), columns.norm(dim=1), rtol=0.02, atol=1)


def test_shear_slants_the_columns_within_its_range():
    _, rows, columns = maps_of(DataConfig(shear=0.3, shift=False, flip=False))
    assert rows[:, 1].abs().max() < 1  # rows stay level
    slant = torch.atan2(columns[:, 0], columns[:, 1])
    assert 0.2 < slant.abs().max() <= 0.31


def test_shift_reaches_both_ends_of_the_photo():
    center, _, _ = maps_of(DataConfig(flip=False))
    assert center[:, 0].min() < 90
    assert center[:, 0].max() > 150
    assert (center[:, 1] - 80).abs().max() < 2  # no room across


def test_flips_mirror_half_of_the_photos(photo_folder):
    config = DataConfig(store_size=64, shift=False, flip=True)
    store = load_photos(photo_folder, "train", config)
    plain, flipped = crops(store, PLAIN), crops(store, config)
    same = [torch.allclose(a, b, atol=1e-4) for a, b in zip(plain, flipped, strict=True)]
    mirrored = [
        torch.allclose(a, b.flip(-1), atol=1e-4) for a, b in zip(plain, flipped, strict=True)
    ]
    assert all(s != m for s, m in zip(same, mirrored, strict=True))
    assert any(same)
    assert any(mirrored)


def test_augmentation_never_leaves_the_photo_and_never_changes_its_colors(photo_folder):
    store = load_photos(photo_folder, "train", LIVELY)
    for seed in range(5):
        for index, crop in enumerate(crops(store, LIVELY, seed)):
            photo = torch.from_numpy(store.photo(index)).permute(2, 0, 1) / 255
            low, high = photo.amin(dim=(1, 2)), photo.amax(dim=(1, 2))
            assert (crop.amin(dim=(1, 2)) >= low - 1e-4).all()  # black borders would be lower
            assert (crop.amax(dim=(1, 2)) <= high + 1e-4).all()


def test_crops_are_a_function_of_the_seed(store):
    assert torch.equal(crops(store, LIVELY, 3), crops(store, LIVELY, 3))
    assert not torch.equal(crops(store, LIVELY, 3), crops(store, LIVELY, 4))


def test_a_part_of_a_batch_is_made_as_in_the_whole(store):
    every, part = torch.arange(len(store)), slice(3, 7)
    made = [
        crop_batch(store, every, 32, LIVELY, torch.Generator().manual_seed(5), rows).rgb
        for rows in (slice(None), part)
    ]
    assert torch.equal(made[0][part], made[1])


def test_every_photo_is_seen_once_an_epoch_in_a_new_order():
    seen = torch.cat([batch_indices(0, step, 4, 10) for step in range(5)])
    assert sorted(seen[:10].tolist()) == sorted(seen[10:].tolist()) == list(range(10))
    assert seen[:10].tolist() != seen[10:].tolist()
    assert torch.equal(batch_indices(0, 2, 4, 10), seen[8:12])


def test_squashing_shows_the_whole_photo():
    center, rows, columns = maps_of(DataConfig(fit="squash", shift=False, flip=False), count=1)
    torch.testing.assert_close(center, torch.tensor([[119.5, 79.5]]), atol=0.5, rtol=0)
    torch.testing.assert_close(rows, torch.tensor([[240.0, 0]]), atol=4, rtol=0)
    torch.testing.assert_close(columns, torch.tensor([[0, 160.0]]), atol=4, rtol=0)


def test_a_letterbox_is_black_outside_the_photo_and_says_so():
    config = DataConfig(fit="letterbox", shift=False, flip=False)
    store = PhotoStore(
        torch.full((1, 3, 160, 240), 200, dtype=torch.uint8),
        torch.tensor([[160, 240]]),
        torch.tensor([False]),
        "flat",
    )
    squares = crop_batch(store, torch.zeros(1, dtype=torch.int64), 48, config, torch.Generator())
    assert squares.inside[0, 0].any(dim=1).sum() == 32  # two thirds of the rows
    assert squares.inside[0, 0, 24].all()
    assert (squares.rgb[:, :, 0] == 0).all()
    torch.testing.assert_close(squares.rgb[:, :, 24], torch.full((1, 3, 48), 200 / 255))


def test_a_letterboxed_portrait_has_its_bars_at_the_sides(photo_folder):
    config = DataConfig(store_size=64, fit="letterbox", shift=False, flip=False)
    store = load_photos(photo_folder, "train", config)
    every = torch.arange(len(store))
    squares = crop_batch(store, every, 32, config, torch.Generator())
    for inside, (height, width) in zip(squares.inside[:, 0], store.sizes.tolist(), strict=True):
        rows, columns = inside.any(dim=1).sum().item(), inside.any(dim=0).sum().item()
        assert rows / columns == pytest.approx(height / width, rel=0.1)
