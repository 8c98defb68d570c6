"""What the engine thread is asked to do with a photo that is finished: files and pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop.jobs.engine_tasks import develop_photo, redraw
from desktop.jobs.reading import read_page
from desktop.platform.presence import digest_of, is_there
from desktop.platform.qimage import qimage_from_rgb
from desktop.state.document import unused
from desktop.state.recipes import for_another_page, with_own_sliders
from engine.errors import ImageError, ImageProblem
from engine.files.content import WriteOptions
from engine.files.image_io import check_writable, write_photo
from engine.files.problems import writing
from engine.files.provenance import with_provenance
from engine.photo.metadata import Metadata
from engine.recipe.sidecar import Result, note_result, read_sidecar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QImage

    from desktop.jobs.job import Task
    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.develop import Developed
    from engine.photo.photo import Photo
    from engine.recipe.sidecar import Kept

    Report = Callable[[float], None]


_NAMES_TRIED = 10
"""Each of them taken by somebody else in the seconds since it was free."""


@dataclass(frozen=True)
class FileChoices:
    """What the user wants of every file."""

    quality: int = 95
    """Of JPEG and WebP, 1 to 100."""
    provenance: bool = True
    """Whether it says that its colors are synthetic."""
    replaces: bool = True
    """Whether the user agreed to replace the file of that name; else, another name is found."""
    originals: tuple[Path, ...] = ()
    """Photos that nothing is written over, whatever the user agreed to."""
    ours: tuple[Result, ...] = ()
    """Earlier results, which are replaced unless somebody else has changed them."""


@dataclass(frozen=True, eq=False)
class Subject:
    """A photo that shall become a file or a picture, with what the user decided about it."""

    kept: Kept
    """Its recipe and its page."""
    developed: Developed | None = None
    """What needs only be drawn with this recipe; else the photo is developed first."""
    loaded: Sequence[Model] = ()
    """Models in memory: the first is the one chosen for all photos."""
    source: Photo | Path | None = None
    beside: Path | None = None
    """The photo's file: what is kept beside it, if anything, is to name what it was saved as."""
    may_have_sidecar: bool = False
    """Whether a recipe kept beside the photo counts: the photo was never shown."""
    own_sliders: frozenset[str] = frozenset()
    """Those of that recipe that do not count."""


def save(subject: Subject, path: Path, choices: FileChoices) -> Task[Result]:
    """Make the task that renders the whole photo and writes it; returns what was written.

    Whether a name is free is known only when it is written: others may write there too.
    """

    def task(token: CancelToken, report: Report) -> Result:
        from engine.saving import (  # noqa: PLC0415 - imports torch
            Progress,
            SaveOptions,
            save_developed,
        )

        replaces = _is_to_be_replaced(path, choices)
        developed = _finished(subject, token)
        options = SaveOptions(
            quality=choices.quality, provenance=choices.provenance, originals=choices.originals
        )
        progress = Progress(token, report)

        replaces = replaces or _is_ours(path, choices)  # looked at last: others write there too

        def write(target: Path) -> None:
            _check_target(target, developed, choices, replaces=replaces)
            save_developed(target, developed, options, overwrite=replaces, progress=progress)

        written = _written(path, write, replaces=replaces)
        result = Result(written, digest_of(written))
        if subject.beside is not None:
            note_result(subject.beside, result)
        return result

    return task


def _is_to_be_replaced(path: Path, choices: FileChoices) -> bool:
    """Whether there is a file that the user agreed to replace, and not one that comes later."""
    return choices.replaces and is_there(path)


def _is_ours(path: Path, choices: FileChoices) -> bool:
    """Whether a file is still what an earlier save has written."""
    return any(ours.path == path and ours.sha256 == digest_of(path) for ours in choices.ours)


def _written(path: Path, write: Callable[[Path], None], *, replaces: bool) -> Path:
    """Write a file, under another name if that is taken and not to be replaced; return the path."""
    for _ in range(_NAMES_TRIED):
        target = path if replaces else unused(path)
        try:
            write(target)
        except ImageError as error:
            if replaces or error.problem is not ImageProblem.WRITE_EXISTS:
                raise
        else:
            return target
    raise ImageError(path, ImageProblem.WRITE_EXISTS)


def save_apart(subject: Subject, path: Path, choices: FileChoices) -> Task[Path]:
    """Make the task that does the same in a folder that it makes first."""
    write = save(replace(subject, beside=None), path, choices)

    def task(token: CancelToken, report: Report) -> Path:
        with writing(path):
            path.parent.mkdir(exist_ok=True)
        return write(token, report).path

    return task


def _finished(subject: Subject, token: CancelToken) -> Developed:
    """Return what is left to render, after whatever has to be done before."""
    from engine.photo.picture_kind import require_colorless  # noqa: PLC0415 - imports torch

    kept, photo = subject.kept, subject.source
    recipe = kept.recipe
    if subject.developed is not None:
        return redraw(subject.developed, recipe, token)
    assert photo is not None
    if isinstance(photo, Path):
        kept = _kept_of(photo, subject)
        recipe, photo = kept.recipe, read_page(photo, kept.page, token)
        if kept.page not in (None, photo.page):
            recipe = for_another_page(recipe)
    token.check()
    if recipe.coloring is not None and not kept.recolor:
        require_colorless(photo)
    return develop_photo(subject.loaded, photo, recipe, token)


def _kept_of(photo: Path, subject: Subject) -> Kept:
    """Return what was decided about a photo that was perhaps never shown."""
    beside = read_sidecar(photo) if subject.may_have_sidecar else None
    if beside is None:
        return subject.kept
    recipe = with_own_sliders(beside.recipe, subject.kept.recipe, subject.own_sliders)
    return replace(beside, recipe=recipe)


def _check_target(
    path: Path, developed: Developed, choices: FileChoices, *, replaces: bool
) -> None:
    own = developed.photo.path
    originals = choices.originals if own is None else (own, *choices.originals)
    check_writable(path, overwrite=replaces or choices.replaces, originals=originals)


def render_picture(subject: Subject) -> Task[QImage]:
    """Make the task that renders the whole photo for the clipboard."""

    def task(token: CancelToken, report: Report) -> QImage:
        from engine.develop import render_photo  # noqa: PLC0415 - imports torch

        return qimage_from_rgb(render_photo(_finished(subject, token), token, report, bits=8))

    return task


def save_comparison(subject: Subject, path: Path, choices: FileChoices) -> Task[Path]:
    """Make the task that writes before and after side by side, in 8 bits; returns the path."""

    def task(token: CancelToken, report: Report) -> Path:
        from engine.cropping import cut_photo  # noqa: PLC0415 - beside the next
        from engine.develop import render_photo  # noqa: PLC0415 - imports torch
        from engine.saving import provenance_now  # noqa: PLC0415 - imports torch

        replaces = _is_to_be_replaced(path, choices)
        developed = _finished(subject, token)
        after = render_photo(developed, token, report, bits=8)
        before = cut_photo(developed.photo, developed.frame).rgb
        gap = np.full((len(after), max(1, after.shape[1] // 50), 3), 255, np.uint8)
        rgb = np.concatenate((before, gap, after), axis=1)
        done = provenance_now(developed) if choices.provenance else ()
        said = Metadata(xmp=with_provenance(b"", *done)) if done else Metadata()
        options = WriteOptions(
            quality=choices.quality,
            metadata=said,
            original=developed.photo.path,
            originals=choices.originals,
        )

        def write(target: Path) -> None:
            _check_target(target, developed, choices, replaces=replaces)
            write_photo(target, rgb, options, overwrite=replaces, token=token)

        return _written(path, write, replaces=replaces)

    return task
