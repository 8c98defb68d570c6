"""What the engine thread is asked to do.

Each function captures values and returns a task. Whatever imports torch is imported inside the
task, so on the engine thread: the window is open by then.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from desktop.presence import is_named
from desktop.qimage import (
    qimage_from_bytes,
    qimage_from_rgb,
    qimage_from_rgba,
    rgb_from_qimage,
)
from desktop.sidecar import read_sidecar, sidecar_path, write_sidecar
from engine.catalog import find_model
from engine.errors import ImageError, ImageProblem
from engine.files.problems import reading
from engine.image_io import read_photo
from engine.photo import Photo, Window, fit, view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from desktop.document import Look
    from desktop.engine_thread import Task
    from engine.cancel import CancelToken
    from engine.checkpoint import Model
    from engine.colorize import Encoding
    from engine.hint_values import Hint
    from engine.suggestions import Ab, Choice, Place, Suggestion

    Report = Callable[[float], None]
    Loaded = Sequence[Model]
    """Models in memory: first the one chosen for all photos."""

_THUMB_SIDE, _THUMB_PASS = 256, 160
"""Longer side of a thumbnail in pixels, and short side at which the network sees it."""
PLANE_SIDE = 192
"""Of the picture of all colors, in pixels."""
_DOUBT_COLOR = (255, 176, 0)
_DOUBT_FROM, _DOUBT_TO = 0.5, 0.8
"""Doubt below the first is not shown, above the second at most opacity."""
_STRIPE = 12


@dataclass(frozen=True, eq=False)
class Offer:
    """What a user who clicked on a place can choose from."""

    suggestion: Suggestion
    plane: QImage
    """All colors of the place's lightness, see :func:`engine.suggestions.color_plane`."""
    recent: tuple[Choice, ...]
    """Colors chosen before, as they would look here."""


@dataclass(frozen=True, eq=False)
class DoubtLayer:
    """What lies over the photo where the network was unsure."""

    image: QImage
    places: tuple[Place, ...]


@dataclass(frozen=True, eq=False)
class Opened:
    """A photo read."""

    photo: Photo
    look: Look | None = None
    """Kept beside it on another day."""
    sha256: str = ""
    """Of its file, if it has one."""
    look_is_lost: bool = False
    """Whether a look was kept beside it that cannot be read."""


@dataclass(frozen=True, eq=False)
class Colored:
    """What became of a photo, and whose work it is."""

    encoding: Encoding
    model: Model
    in_doubt: bool = False
    """Whether the photo may have been in color already."""


def load_model(name: str, device: str) -> Task:
    """Make the task that loads a bundled model, the default one for an empty name."""

    def task(_token: CancelToken, _report: Report) -> Model:
        from engine import checkpoint  # noqa: PLC0415 - imports torch
        from engine.device import choose_device  # noqa: PLC0415 - imports torch

        return checkpoint.load(find_model(name or None), choose_device(device))

    return task


def open_photo(path: Path, page: int | None) -> Task:
    """Make the task that reads a photo, and the look kept beside it, which may name the page.

    The file may have other pages than when its page was chosen: then it is the largest.
    """

    def task(token: CancelToken, _report: Report) -> Opened:
        kept = read_sidecar(path)
        number = kept.page if page is None and kept is not None else page
        photo = _read_page(path, number, token)
        with reading(path), path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Opened(photo, kept, digest, kept is None and is_named(sidecar_path(path)))

    return task


def _read_page(path: Path, page: int | None, token: CancelToken) -> Photo:
    try:
        return read_photo(path, page=page, token=token)
    except ImageError as error:
        if error.problem is not ImageProblem.NO_PAGE:
            raise
        return read_photo(path, token=token)


def open_image(image: QImage | bytes) -> Task:
    """Make the task that turns a picture from the clipboard, or its file's bytes, into a photo."""

    def task(_token: CancelToken, _report: Report) -> Opened:
        decoded = qimage_from_bytes(image) if isinstance(image, bytes) else image
        return Opened(Photo(rgb_from_qimage(decoded)))

    return task


def keep_look(photo: Path, look: Look) -> Task:
    """Make the task that keeps a look beside its photo; returns the file."""
    return lambda _token, _report: write_sidecar(photo, look)


def make_thumbnail(loaded: Loaded, source: Photo | Path, look: Look, *, recolor: bool) -> Task:
    """Make the task that colors a small copy of a photo; one in color is shown as it is."""

    def read(path: Path, token: CancelToken) -> Photo:
        return read_photo(path, least_side=_THUMB_SIDE, page=look.page, token=token)

    def task(token: CancelToken, _report: Report) -> QImage:
        from engine.colorize import render_photo  # noqa: PLC0415 - imports torch
        from engine.picture_kind import COLORLESS, classify  # noqa: PLC0415 - imports torch

        photo = source if isinstance(source, Photo) else read(source, token)
        token.check()
        small = fit(photo.size, (_THUMB_SIDE, _THUMB_SIDE))
        tiny = Photo(view(photo, Window.whole(photo.size), small))
        if not recolor and classify(tiny).kind not in COLORLESS:
            return qimage_from_rgb(tiny.rgb)
        model = model_for(look.model, loaded)
        small_pass = replace(look, size=min(model.input_size, _THUMB_PASS))
        encoding = encoded(model, tiny, small_pass, (token, True))
        return qimage_from_rgb(
            render_photo(lively_encoding(encoding, look), look.settings, token, bits=8)
        )

    return task


def make_candidates(loaded: Loaded, photo: Photo, looks: tuple[Look, ...]) -> Task:
    """Make the task that shows a small copy of a photo with several looks; returns pictures.

    Models that have to be loaded for it are forgotten when it ends.
    """

    def task(token: CancelToken, report: Report) -> tuple[QImage, ...]:
        from engine.colorize import render_photo  # noqa: PLC0415 - imports torch

        models = {name: model_for(name, loaded) for name in {look.model for look in looks}}
        largest = max(look.size or models[look.model].input_size for look in looks)
        height, width = photo.size
        scale = min(1.0, largest / min(height, width))
        size = (max(1, round(height * scale)), max(1, round(width * scale)))
        small = Photo(view(photo, Window.whole(photo.size), size))
        seen: dict[tuple[object, ...], Encoding] = {}
        pictures = []
        for done, look in enumerate(looks):
            asked = look.model, look.size, look.hints
            if asked not in seen:  # vividness needs no pass of its own
                seen[asked] = encoded(models[look.model], small, look, (token, True))
            lively = lively_encoding(seen[asked], look)
            pictures.append(qimage_from_rgb(render_photo(lively, look.settings, token, bits=8)))
            report((done + 1) / len(looks))  # lets a preview come in between
        return tuple(pictures)

    return task


def colorize(
    loaded: Loaded, photo: Photo, look: Look, earlier: Encoding | None = None, *, recolor: bool
) -> Task:
    """Make the task that runs the network; a network that takes no hints is given none.

    Args:
        loaded: Models that need not be loaded again.
        photo: The photo.
        look: Says which model, which hints, and the size at which the network sees the photo.
        earlier: What a network made of the photo before: that it may be colored is known then.
        recolor: Whether a photo that is in color already is colored too.
    """
    known = recolor or earlier is not None

    def task(token: CancelToken, _report: Report) -> Colored:
        from engine.picture_kind import require_colorless  # noqa: PLC0415 - imports torch

        model = model_for(look.model, loaded)
        in_doubt = not known and require_colorless(photo).in_doubt
        return Colored(encoded(model, photo, look, (token, True), earlier), model, in_doubt)

    return task


def model_for(name: str, loaded: Loaded) -> Model:
    """Return a model, loaded if it has to be; for an empty name the one chosen for all photos.

    Raises:
        EngineError: If it cannot be loaded.
    """
    if found := model_among(loaded, name):
        return found
    from engine import checkpoint  # noqa: PLC0415 - imports torch

    return checkpoint.load(find_model(name), loaded[0].device)


def model_among(loaded: Loaded, name: str) -> Model | None:
    """Return a model by name, the first for an empty one, if it is in memory."""
    return next((model for model in loaded if name in ("", model.name)), None)


def encoded(
    model: Model,
    photo: Photo,
    look: Look,
    how: tuple[CancelToken, bool],
    earlier: Encoding | None = None,
) -> Encoding:
    """Run the network; ``how`` is who may stop it, and whether a photo in color is colored too."""
    from engine.colorize import encode  # noqa: PLC0415 - imports torch
    from engine.picture_kind import require_colorless  # noqa: PLC0415 - imports torch

    token, recolor = how
    if not recolor:
        require_colorless(photo)
    hints = look.hints if model.takes_hints else ()
    return encode(model, photo, size=look.size, hints=hints, earlier=earlier, token=token)


def offer_colors(encoding: Encoding, row: float, column: float, recent: tuple[Ab, ...]) -> Task:
    """Make the task that finds out what a place may look like."""

    def task(_token: CancelToken, _report: Report) -> Offer:
        from engine.suggestions import (  # noqa: PLC0415 - imports torch
            Choice,
            color_plane,
            rgb_of,
            suggest,
        )

        suggestion = suggest(encoding, row, column)
        plane = qimage_from_rgba(color_plane(suggestion.lightness, PLANE_SIDE))
        again = (Choice(ab, rgb_of(suggestion.lightness, ab), 0.0) for ab in recent)
        return Offer(suggestion, plane, tuple(again))

    return task


@dataclass(frozen=True)
class Outline:
    """Closed lines of (row, column), 0 to 1 in the photo."""

    lines: tuple[tuple[tuple[float, float], ...], ...]


def outline_reach(encoding: Encoding, hints: tuple[Hint, ...], index: int) -> Task:
    """Make the task that finds out how far a hint reaches."""

    def task(_token: CancelToken, _report: Report) -> Outline:
        from engine import suggestions  # noqa: PLC0415 - imports torch

        return Outline(suggestions.outline_reach(encoding, hints, index))

    return task


def map_doubt(encoding: Encoding) -> Task:
    """Make the task that shows where the network was unsure."""

    def task(_token: CancelToken, _report: Report) -> DoubtLayer:
        from engine import suggestions  # noqa: PLC0415 - imports torch

        found = suggestions.map_doubt(encoding)
        return DoubtLayer(qimage_from_rgba(_hatched(found.doubt)), found.places)

    return task


def _hatched(doubt: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Hatch what is doubtful: a tint would look like one more color of the photo.

    Args:
        doubt: (h, w), 0 to 255.

    Returns:
        (2 h, 2 w, 4), sRGB and opacity.
    """
    share = (doubt.astype(np.float32) / 255 - _DOUBT_FROM) / (_DOUBT_TO - _DOUBT_FROM)
    opacity = share.clip(0, 1).repeat(2, axis=0).repeat(2, axis=1)
    y, x = np.indices(opacity.shape)
    stripe = (x + y) % _STRIPE < _STRIPE // 3
    rgba = np.empty((*opacity.shape, 4), np.uint8)
    rgba[..., :3] = _DOUBT_COLOR
    rgba[..., 3] = opacity * stripe * 255
    return rgba


def lively_encoding(encoding: Encoding, look: Look) -> Encoding:
    """Return the encoding at the look's vividness, which only a distribution can give."""
    if look.vividness == 1 or encoding.distribution is None:
        return encoding
    from engine.colorize import with_vividness  # noqa: PLC0415 - imports torch

    return with_vividness(encoding, look.vividness)
