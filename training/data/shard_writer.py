"""Zip shards that are complete or absent: photos wait in a folder until a shard is full.

A photo that waits is a file of its own without an ending, so nothing takes it for part of a data
set. A shard is written beside and renamed; only then do its photos stop waiting. So a process may
be killed at any point, and what was stored is either in a finished shard or still waits.
"""

from __future__ import annotations

import os
import re
import zipfile
from typing import TYPE_CHECKING

from engine.atomic_write import atomic_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from training.data.journal import Kept, StoredPhoto

_SHARD = re.compile(r"photos-(\d+)\.zip")
_WAITING = "waiting"


class ShardWriter:
    """Owns the shards in a folder and the photos that wait for one."""

    def __init__(self, folder: Path, capacity: int) -> None:
        self._folder = folder
        self._capacity = capacity
        self._waiting_folder = folder / _WAITING
        self._waiting: list[str] = []
        names = [path.name for path in folder.iterdir()]
        self._finished = {name: int(m[1]) for name in names if (m := _SHARD.fullmatch(name))}

    @property
    def open_shard(self) -> str:
        """Name of the shard that is being filled."""
        return f"photos-{max(self._finished.values(), default=-1) + 1:02}.zip"

    def recover(self, kept: Kept) -> bool:
        """Return whether photos of an earlier run are still there; count on those that wait."""
        if kept.shard in self._finished:
            return True
        there = kept.shard == self.open_shard and all(self._waits(p) for p in kept.photos)
        if there:
            self._waiting += [photo.id for photo in kept.photos]
        return there

    def tidy(self) -> None:
        """Delete what no shard will take; to be called once all that is there is recovered."""
        if self._waiting_folder.exists():
            wanted = set(self._waiting)
            for path in self._waiting_folder.iterdir():
                if path.name not in wanted:
                    path.unlink()

    def store(self, photos: Iterable[tuple[str, bytes]]) -> None:
        """Let photos, given by id and content, wait for the open shard."""
        self._waiting_folder.mkdir(exist_ok=True)
        for photo_id, content in photos:
            (self._waiting_folder / photo_id).write_bytes(content)
            self._waiting.append(photo_id)

    @property
    def is_full(self) -> bool:
        """Whether as many photos wait as a shard shall hold."""
        return len(self._waiting) >= self._capacity

    def finish_shard(self) -> None:
        """Make the open shard of all photos that wait."""
        if not self._waiting:
            return
        name = self.open_shard
        paths = {photo_id: self._waiting_folder / photo_id for photo_id in self._waiting}
        with atomic_path(self._folder / name) as beside, beside.open("wb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
                for photo_id, path in paths.items():
                    archive.writestr(f"{photo_id}.webp", path.read_bytes())
            file.flush()
            os.fsync(file.fileno())
        self._finished[name] = int(name.removeprefix("photos-").removesuffix(".zip"))
        self._waiting = []
        for path in paths.values():
            path.unlink()

    def close(self) -> None:
        """Finish the last shard, full or not."""
        self.finish_shard()
        self.tidy()
        if self._waiting_folder.exists():
            self._waiting_folder.rmdir()

    def _waits(self, photo: StoredPhoto) -> bool:
        path = self._waiting_folder / photo.id
        return path.exists() and path.stat().st_size == photo.bytes
