"""What the engine thread is asked to do.

Each function captures values and returns a task. Whatever imports torch is imported inside the
task, so on the engine thread: the window is open by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop.jobs.reading import read_or_take
from desktop.platform.presence import is_named
from desktop.platform.qimage import (
    qimage_from_bytes,
    rgb_from_qimage,
)
from desktop.state.recipes import as_seen, drawn_as
from engine.checkpoints.catalog import find_model
from engine.errors import NewerSettingsError
from engine.files.orientation import turn_to
from engine.photo.photo import Photo
from engine.recipe.sidecar import read_sidecar, sidecar_path, write_sidecar
from engine.recipe.stages import Orientation

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.jobs.job import Task
    from desktop.jobs.reading import Prepared
    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.coloring.colorize import Encoding
    from engine.coloring.suggestions import Choice, Suggestion
    from engine.develop import Developed
    from engine.photo.one_color import Ab
    from engine.recipe.hint import Hint
    from engine.recipe.recipe import Recipe
    from engine.recipe.sidecar import Kept
    from engine.restoration.repairing import Damage

    Report = Callable[[float], None]
    Loaded = Sequence[Model]
    """Models in memory: first the one chosen for all photos."""


@dataclass(frozen=True, eq=False)
class Offer:
    """What a user who clicked on a place can choose from."""

    suggestion: Suggestion
    recent: tuple[Choice, ...]
    """Colors chosen before, as they would look here."""


@dataclass(frozen=True, eq=False)
class Opened:
    """A photo read."""

    photo: Photo
    kept: Kept | None = None
    """What was kept beside it on another day."""
    sha256: str = ""
    """Of its file, if it has one."""
    refused: NewerSettingsError | None = None
    """Why what is kept beside it was not taken."""
    kept_is_lost: bool = False
    """Whether something is kept beside it that cannot be read."""
    damage: Damage | None = None
    """What was found in it when it was looked at before; None if it was not."""


@dataclass(frozen=True, eq=False)
class Colored:
    """What became of a photo."""

    developed: Developed
    in_doubt: bool = False
    """Whether the photo may have been in color already."""


def load_model(name: str, device: str) -> Task[Model]:
    """Make the task that loads a bundled model, the default one for an empty name."""

    def task(_token: CancelToken, _report: Report) -> Model:
        from engine.checkpoints import checkpoint  # noqa: PLC0415 - imports torch
        from engine.device import choose_device  # noqa: PLC0415 - imports torch

        return checkpoint.load(find_model(name or None), choose_device(device))

    return task


def open_photo(
    path: Path,
    page: int | None,
    orientation: Orientation | None = None,
    prepared: Prepared | None = None,
) -> Task[Opened]:
    """Make the task that reads a photo, and what is kept beside it, which may name the page.

    The file may have other pages than when its page was chosen: then it is the largest.

    Args:
        path: Its file.
        page: From 1; None is what is kept, or the largest.
        orientation: How it is to lie; None is as what is kept beside it says.
        prepared: What was read of it before, which counts while its file is the same.
    """

    def task(token: CancelToken, _report: Report) -> Opened:
        kept, refused = None, None
        try:
            kept = read_sidecar(path)
        except NewerSettingsError as error:
            refused = error
        number = kept.page if page is None and kept is not None else page
        photo, digest = read_or_take(path, number, token, prepared)
        usual = Orientation() if kept is None else kept.recipe.orientation
        photo = turn_to(photo, (orientation or usual).turn)
        is_lost = kept is None and refused is None and is_named(sidecar_path(path))
        return Opened(photo, kept, digest, refused, is_lost)

    return task


def open_image(image: QImage | bytes) -> Task[Opened]:
    """Make the task that turns a picture from the clipboard, or its file's bytes, into a photo."""

    def task(_token: CancelToken, _report: Report) -> Opened:
        decoded = qimage_from_bytes(image) if isinstance(image, bytes) else image
        return Opened(Photo(rgb_from_qimage(decoded)))

    return task


def keep(photo: Path, kept: Kept) -> Task[Path]:
    """Make the task that keeps a recipe beside its photo; returns the file."""

    def task(_token: CancelToken, _report: Report) -> Path:
        return write_sidecar(photo, kept)

    return task


def colorize(
    loaded: Loaded,
    photo: Photo,
    recipe: Recipe,
    earlier: Developed | None = None,
    damage: Damage | None = None,
    *,
    recolor: bool,
) -> Task[Colored]:
    """Make the task that develops a photo; a network that takes no hints is given none.

    Args:
        loaded: Models that need not be loaded again.
        photo: The photo.
        recipe: What was decided; vividness and grade are applied when it is drawn.
        earlier: What was made of the photo before: that it may be colored is known then.
        damage: What was found in it before; it is not looked for again.
        recolor: Whether a photo that is in color already is colored too.
    """
    known = recolor or recipe.coloring is None or (earlier is not None and earlier.seen is not None)

    def task(token: CancelToken, report: Report) -> Colored:
        from engine.develop import looked_at  # noqa: PLC0415 - imports torch
        from engine.photo.picture_kind import require_colorless  # noqa: PLC0415 - imports torch

        model = () if recipe.coloring is None else (model_for(recipe.coloring.model, loaded),)
        in_doubt = not known and require_colorless(photo).in_doubt
        plain = as_seen(recipe)
        before = earlier if damage is None else looked_at(photo, damage, earlier)
        developed = develop_photo(model, photo, plain, token, before, report)
        return Colored(developed, in_doubt)

    return task


def model_for(name: str, loaded: Loaded) -> Model:
    """Return a model, loaded if it has to be; for an empty name the one chosen for all photos.

    Raises:
        EngineError: If it cannot be loaded.
    """
    if found := model_among(loaded, name):
        return found
    from engine.checkpoints import checkpoint  # noqa: PLC0415 - imports torch

    return checkpoint.load(find_model(name), loaded[0].device)


def model_among(loaded: Loaded, name: str) -> Model | None:
    """Return a model by name, the first for an empty one, if it is in memory."""
    return next((model for model in loaded if name in ("", model.name)), None)


def develop_photo(
    loaded: Loaded,
    photo: Photo,
    recipe: Recipe,
    token: CancelToken,
    earlier: Developed | None = None,
    report: Report | None = None,
) -> Developed:
    """Develop a photo, without what its model cannot do, whose controls are off.

    Args:
        loaded: Models that need not be loaded again.
        photo: It is colored whether it has colors or not.
        recipe: What was decided.
        token: Checked between steps.
        earlier: What another recipe made of the photo: only what differs is done again.
        report: Called with the share of the restoring that is done, in [0, 1].
    """
    from engine.develop import develop, supported  # noqa: PLC0415 - imports torch

    if recipe.coloring is not None:
        model = model_for(recipe.coloring.model, loaded)
        loaded, recipe = (model,), supported(recipe, model)
    models = partial(model_for, loaded=loaded)
    return develop(photo, recipe, models, earlier=earlier, token=token, report=report)


def redraw(developed: Developed, recipe: Recipe, token: CancelToken) -> Developed:
    """Return a developed photo as another recipe draws it; no network is asked."""
    model = () if developed.model is None else (developed.model,)
    drawn = drawn_as(developed.recipe, recipe)
    return develop_photo(model, developed.photo, drawn, token, developed)


def offer_colors(
    encoding: Encoding, row: float, column: float, recent: tuple[Ab, ...]
) -> Task[Offer]:
    """Make the task that finds out what a place may look like."""

    def task(_token: CancelToken, _report: Report) -> Offer:
        from engine.coloring.suggestions import (  # noqa: PLC0415 - imports torch
            Choice,
            rgb_of,
            suggest,
        )

        suggestion = suggest(encoding, row, column)
        again = (Choice(ab, rgb_of(suggestion.lightness, ab), 0.0) for ab in recent)
        return Offer(suggestion, tuple(again))

    return task


@dataclass(frozen=True)
class Outline:
    """Closed lines of (row, column), 0 to 1 in the photo."""

    lines: tuple[tuple[tuple[float, float], ...], ...]


def outline_reach(encoding: Encoding, hints: tuple[Hint, ...], index: int) -> Task[Outline]:
    """Make the task that finds out how far a hint reaches."""

    def task(_token: CancelToken, _report: Report) -> Outline:
        from engine.coloring import suggestions  # noqa: PLC0415 - imports torch

        return Outline(suggestions.outline_reach(encoding, hints, index))

    return task
