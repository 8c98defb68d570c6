import csv
import io
import json
import zipfile

import numpy as np
import pytest
from PIL import Image
from skimage.data import astronaut, chelsea, coffee


def pictures():
    """A dozen different little photos, cut from scikit-image's own."""
    for photo in (astronaut(), chelsea(), coffee()):
        for top, left, height, width in (
            (0, 0, 300, 400),
            (40, 60, 250, 200),
            (9, 9, 200, 300),
            (0, 99, 280, 210),
        ):
            image = Image.fromarray(np.ascontiguousarray(photo[top:, left:][:height, :width]))
            image.thumbnail((96, 96))
            yield image


@pytest.fixture(scope="session")
def photo_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("photos")
    for index, image in enumerate(pictures()):
        image.save(folder / f"photo-{index}.png")
    return folder


@pytest.fixture(scope="session")
def shards(tmp_path_factory):
    """Two shards with a manifest, as training data comes: ten photos to train, two to validate."""
    folder = tmp_path_factory.mktemp("shards")
    rows = []
    for index, image in enumerate(pictures()):
        content = io.BytesIO()
        image.save(content, "WEBP", quality=90)
        shard, split = f"photos-{index % 2:02}.zip", "val" if index in (4, 9) else "train"
        with zipfile.ZipFile(folder / shard, "a") as archive:
            archive.writestr(f"{index:04x}.webp", content.getvalue())
        licence = "open" if index < 6 else "research"
        source = "here" if index % 3 else "there"
        rows.append((f"{index:04x}", shard, split, image.height, image.width, source, licence))
    with (folder / "manifest.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "shard", "split", "height", "width", "source", "licence"))
        writer.writerows(rows)
    return folder


@pytest.fixture(scope="session")
def damage_folder(tmp_path_factory):
    """Forty drawn outlines, four soft masks of each kind, and 32 sharp photos of 96 px."""
    folder = tmp_path_factory.mktemp("damage")
    chance = np.random.default_rng(0)
    outlines = [chance.integers(0, side, (5, 2)).tolist() for side in range(8, 48)]
    scan = {"artefacts": [{"label": "Dust", "points": points} for points in outlines]}
    (folder / "artefacts.json").write_text(json.dumps([scan]))
    with zipfile.ZipFile(folder / "overlays.zip", "w") as archive:
        for kind in ("hair", "hair-short", "lint", "scratches"):
            for index in range(4):
                mask = np.zeros((20, 60), np.uint8)
                mask[8 + index : 10 + index] = 200
                archive.writestr(f"{kind}/{index}.png", _encoded(mask, "PNG"))
    with zipfile.ZipFile(folder / "textures.zip", "w") as archive:
        for index, photo in enumerate((coffee(), astronaut())):
            for number in range(16):
                top, left = 96 * (number // 4), 96 * (number % 4)
                square = photo[top : top + 96, left : left + 96]
                archive.writestr(f"{index}-{number:02}.png", _encoded(square, "PNG"))
    return folder


@pytest.fixture(scope="session")
def small_photos(tmp_path_factory):
    """Eighty photos of 200 × 240 px."""
    folder = tmp_path_factory.mktemp("small-photos")
    for index in range(80):
        photo = (astronaut(), coffee())[index % 2]
        square = photo[2 * index : 2 * index + 200, index : index + 240]
        (folder / f"{index:02}.png").write_bytes(_encoded(square, "PNG"))
    return folder


def _encoded(pixels, kind):
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, kind)
    return file.getvalue()
