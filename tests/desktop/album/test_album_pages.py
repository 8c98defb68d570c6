"""What is remembered of other photos between two colors that are set."""

import os
from dataclasses import replace

import pytest

from desktop.jobs import album_pages
from desktop.jobs.album_pages import AlbumPages, Other
from desktop.jobs.album_tasks import Source, carry
from engine.album.changes import Change
from engine.cancel import CancelToken
from engine.checkpoints import checkpoint
from engine.coloring.colorize import encode
from engine.files.image_io import read_photo, write_photo
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept
from engine.recipe.stages import Orientation
from tests.desktop.album.album_photos import gray, write_album
from tests.engine.album.scenes import frame, scene
from tests.tiny import CPU

CHANGE = Change((), (Hint(0.5, 0.5, (10.0, 10.0)),))


@pytest.fixture
def model(tiny_kolorit):
    return checkpoint.load(tiny_kolorit, CPU)


@pytest.fixture
def paths(tmp_path):
    return write_album(tmp_path)


@pytest.fixture
def source(model, paths):
    return Source(encode(model, read_photo(paths[0])), model, "one.png", 1)


@pytest.fixture
def read(monkeypatch):
    """Names of the files that are read."""
    names, real = [], album_pages.read_page

    def reading(path, *rest):
        names.append(path.name)
        return real(path, *rest)

    monkeypatch.setattr(album_pages, "read_page", reading)
    return names


def carried(source, other, pages):
    return carry(source, CHANGE, other, pages)(CancelToken(), lambda _: None)


def other_of(path, number=2, **changes):
    return replace(Other(number, path, Kept(), was_read=True), **changes)


def test_a_photo_is_read_once_while_its_file_is_the_same(source, paths, read):
    pages, other = AlbumPages(), other_of(paths[1])
    first = carried(source, other, pages)
    assert carried(source, other, pages).hints == first.hints
    assert read == ["two.png"]
    write_photo(paths[1], gray(frame(scene(4))), overwrite=True)
    os.utime(paths[1], ns=(1, 1))
    assert carried(source, other, pages) is None
    assert read == ["two.png", "two.png"]


def test_a_photo_that_lies_another_way_is_read_anew(source, paths, read):
    pages, other = AlbumPages(), other_of(paths[1])
    (first,) = carried(source, other, pages).hints
    turned = replace(other, kept=Kept(Recipe(orientation=Orientation(mirrored=True))))
    (second,) = carried(source, turned, pages).hints
    assert second.column == pytest.approx(1 - first.column, abs=0.02)
    assert len(read) == 2


def test_only_the_last_ones_are_remembered_but_strangers_longer(source, paths, read):
    pages = AlbumPages(most=1)
    two, stranger = other_of(paths[1], 2), other_of(paths[2], 3)
    for other in (two, stranger, two, stranger):
        carried(source, other, pages)
    assert read == ["two.png", "else.png", "two.png"]
