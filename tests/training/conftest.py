import csv
import io
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
