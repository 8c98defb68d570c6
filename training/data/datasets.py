"""Photos for training: zip shards with a manifest, any folder, or one file.

Everything is decoded once into memory, as uint8, at the size training needs.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import torch
from PIL import Image, ImageOps
from tqdm import tqdm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from torch import Tensor

    from training.config import DataConfig

_MANIFEST = "manifest.csv"
_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"}
_ASPECT = 1.5
"""Longer photos are cropped to this in the middle, so that all fit one tensor."""
_WATCH_SHARE = 90
"""Of the training photos of shards, one in so many is not trained on but watched meanwhile."""
_FOLDER_VAL_SHARE = 40
"""Of a plain folder, one photo in so many is kept for validation, and as many are watched: those
whose names have the lowest hashes."""


@dataclass(frozen=True)
class PhotoSource:
    """One photo that can be decoded."""

    name: str
    """Unique in its data set; decides the order."""
    read: Callable[[], bytes]


@dataclass(frozen=True)
class PhotoStore:
    """Decoded photos in one tensor; portraits are stored lying, so that all share a canvas."""

    canvas: Tensor
    """(N, 3, S, 1.5 S) uint8 sRGB, each photo in the top left corner."""
    sizes: Tensor
    """(N, 2) int64, on the CPU, height and width of the upright photo."""
    transposed: Tensor
    """(N,) bool, on the CPU, whether rows and columns of the photo are swapped on the canvas."""
    digest: str
    """SHA-256 of the photos' names in order: which data this was."""

    def __len__(self) -> int:
        """Return the number of photos."""
        return self.canvas.shape[0]

    def photo(self, index: int) -> np.ndarray:
        """Return one upright photo, (H, W, 3) uint8."""
        height, width = self.sizes[index].tolist()
        if self.transposed[index]:
            return self.canvas[index, :, :width, :height].permute(2, 1, 0).contiguous().numpy()
        return self.canvas[index, :, :height, :width].permute(1, 2, 0).contiguous().numpy()

    def to(self, device: torch.device) -> PhotoStore:
        """Return the store with its photos on ``device``; sizes stay where crops are drawn."""
        return PhotoStore(self.canvas.to(device), self.sizes, self.transposed, self.digest)


def load_photos(data: Path, split: str, config: DataConfig, *, limit: int = 0) -> PhotoStore:
    """Decode the photos of one split.

    Args:
        data: A folder with a manifest and zip shards, a folder of photos, or one photo, which
            is then both splits.
        split: ``train``, ``val``, or ``watch``: training photos kept back to watch a run and to
            choose settings by, which ``val`` must not be used for; of shards also ``left-out``:
            all photos of the sources that ``config`` leaves out of training.
        config: Size and filters.
        limit: Keep at most so many photos, 0 for all.

    Raises:
        ValueError: If there is no photo, or one cannot be read.
    """
    sources = sorted(_find(data, split, config), key=lambda source: source.name)
    sources = sources[:limit] if limit else sources
    if not sources:
        msg = f"no {split} photos in {data}"
        raise ValueError(msg)
    return _decode_all(sources, config.store_size)


def _find(data: Path, split: str, config: DataConfig) -> Iterable[PhotoSource]:
    if data.is_file():
        return [PhotoSource(data.name, data.read_bytes)]
    if (data / _MANIFEST).exists():
        return _find_in_shards(data, split, config)
    return _find_in_folder(data, split)


def _find_in_shards(data: Path, split: str, config: DataConfig) -> Iterator[PhotoSource]:
    archives: dict[str, zipfile.ZipFile] = {}
    for row in _rows(data / _MANIFEST, split, config):
        wanted = (not config.licenses or row["licence"] in config.licenses) and (
            not config.sources or row["source"] in config.sources
        )
        shard = data / row["shard"]
        if not wanted or not shard.exists():  # a borrowed machine may hold only some shards
            continue
        if row["shard"] not in archives:
            archives[row["shard"]] = zipfile.ZipFile(shard)
        archive, member = archives[row["shard"]], f"{row['id']}.webp"
        yield PhotoSource(row["id"], partial(archive.read, member))


def _rows(manifest: Path, split: str, config: DataConfig) -> Iterator[dict[str, str]]:
    with manifest.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if split == "val":
        yield from (row for row in rows if row["split"] == "val")
        return
    trained = [row for row in rows if row["split"] == "train"]
    if split == "left-out":
        yield from (row for row in trained if row["source"] in config.left_out)
        return
    # of the whole manifest, so that filters and missing shards do not change who is watched
    by_hash = sorted(_hash(row["id"]) for row in trained)
    watched = set(by_hash[: max(1, len(trained) // _WATCH_SHARE)])
    kept = (row for row in trained if row["source"] not in config.left_out)
    of_split = [row for row in kept if (_hash(row["id"]) in watched) == (split == "watch")]
    yield from _limited(of_split, config.source_limit) if split == "train" else of_split


def _limited(rows: Iterable[dict[str, str]], limit: int) -> Iterator[dict[str, str]]:
    """Keep at most so many photos of a source, those with the lowest hashes; 0 for all."""
    by_source: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_source.setdefault(row["source"], []).append(row)
    for of_source in by_source.values():
        yield from sorted(of_source, key=lambda row: _hash(row["id"]))[: limit or None]


def _find_in_folder(data: Path, split: str) -> Iterator[PhotoSource]:
    photos = [path for path in data.rglob("*") if path.suffix.lower() in _SUFFIXES]
    by_hash = sorted(photos, key=lambda path: _hash(path.relative_to(data).as_posix()))
    few = max(1, len(photos) // _FOLDER_VAL_SHARE)
    held_out = dict.fromkeys(by_hash[:few], "val") | dict.fromkeys(by_hash[few : 2 * few], "watch")
    for path in photos:
        if held_out.get(path, "train") == split:
            yield PhotoSource(path.relative_to(data).as_posix(), path.read_bytes)


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def _decode_all(sources: Sequence[PhotoSource], size: int) -> PhotoStore:
    long_side = round(size * _ASPECT)
    canvas = torch.zeros(len(sources), 3, size, long_side, dtype=torch.uint8)
    sizes = torch.zeros(len(sources), 2, dtype=torch.int64)
    transposed = torch.zeros(len(sources), dtype=torch.bool)

    def decode(index: int) -> None:
        try:
            rgb = _decode(sources[index].read(), size, long_side)
        except (OSError, ValueError, SyntaxError) as error:
            msg = f"{sources[index].name} cannot be read: {error}"
            raise ValueError(msg) from error
        height, width, _ = rgb.shape
        sizes[index] = torch.tensor((height, width))
        planes = torch.from_numpy(rgb).permute(2, 0, 1)  # (3, H, W)
        if height > width:
            transposed[index] = True
            planes = planes.transpose(1, 2)
        canvas[index, :, : planes.shape[1], : planes.shape[2]] = planes

    with ThreadPoolExecutor() as pool:
        jobs = pool.map(decode, range(len(sources)))
        for _ in tqdm(jobs, total=len(sources), desc="decoding", unit="photo", mininterval=2):
            pass
    names = "\n".join(source.name for source in sources)
    return PhotoStore(canvas, sizes, transposed, hashlib.sha256(names.encode()).hexdigest())


def _decode(content: bytes, size: int, long_side: int) -> np.ndarray:
    image: Image.Image = Image.open(io.BytesIO(content))
    image = ImageOps.exif_transpose(image).convert("RGB")
    scale = min(1.0, size / min(image.size))
    width, height = (max(1, round(side * scale)) for side in image.size)
    image = image.resize((width, height), Image.Resampling.LANCZOS)
    # a side that is still too long loses its ends, never its proportions
    cut_x, cut_y = max(0, width - long_side) // 2, max(0, height - long_side) // 2
    box = (cut_x, cut_y, cut_x + min(width, long_side), cut_y + min(height, long_side))
    return np.array(image.crop(box))
