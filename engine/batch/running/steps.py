"""The steps of one photo: decode, color, write. Each can run in a thread of its own."""

from __future__ import annotations

import io
import threading
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from engine.batch import photos
from engine.batch.job import Colored
from engine.batch.outcome import IN_COLOR, Flag, Outcome, State
from engine.batch.outcome_json import attempt_to_json
from engine.batch.recipes import judged, kept_for
from engine.batch.records.placing import put_in_place
from engine.batch.running.critique import critique
from engine.batch.running.failures import attempt_of_error
from engine.batch.running.repaired_places import picture_of_repairs
from engine.checkpoints.catalog import find_model
from engine.checkpoints.checkpoint import load
from engine.checkpoints.loaded_models import LoadedModels
from engine.coloring.colorize import render
from engine.cropping import cut_pixels
from engine.develop import compose, develop
from engine.device import choose_device
from engine.photo.photo import Window, fit, view
from engine.recipe.crop_frame import frame_of, size_for
from engine.restoration.faces import find_faces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.batch.job import ColorSettings
    from engine.batch.outcome import Attempt, Task
    from engine.batch.running.album_colors import AlbumColors
    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.develop import Developed, Models
    from engine.photo.photo import Photo
    from engine.recipe.recipe import Recipe
    from engine.restoration.restoring import Restored

_OF_SKIN = frozenset({Flag.GRAY_SKIN, Flag.ODD_SKIN})
THUMBNAIL = (144, 144)
"""Height and width that each half of a thumbnail fits into."""


@dataclass(frozen=True, eq=False)
class Decoded:
    """A photo read."""

    task: Task
    photo: Photo
    recipe: Recipe
    is_colored: bool
    seconds: float
    in_doubt: bool = False
    """Whether the photo, though it is to be colored, may have had colors worth keeping."""
    notes: tuple[str, ...] = ()
    """For the report."""


@dataclass(frozen=True, eq=False)
class Colorized:
    """A photo the network has seen."""

    decoded: Decoded
    developed: Developed | None
    """None for a photo that is to be copied."""
    seconds: float
    taken_from: tuple[str, ...] = ()
    """Names of the photos that colors were taken over from."""


def decode(task: Task, token: CancelToken | None = None) -> Decoded | Outcome:
    """Read a photo; one in color already may end here.

    Raises:
        Cancelled: If the token was set.
        ImageError: If it cannot be read.
        DeviceMemoryError: If there is not enough memory.
    """
    started = time.perf_counter()
    kept, notes = kept_for(task.source, task.settings, sidecars=task.sidecars)
    photo = photos.read(task.source, token, kept.page)
    picture = judged(photo, kept, task.colored)
    is_colored = picture is not None and picture.has_color
    seconds = time.perf_counter() - started
    if is_colored and task.colored is Colored.SKIP:
        seen = picture_of_photo(photo)
        return Outcome(task.n, State.SKIPPED, None, IN_COLOR, seconds, photo.size, thumbnail=seen)
    in_doubt = picture is not None and picture.in_doubt
    notes = (*(reduction.value for reduction in photo.reductions), *notes)
    return Decoded(task, photo, kept.recipe, is_colored, seconds, in_doubt, notes)


def color(models: Models, decoded: Decoded, album: AlbumColors | None = None) -> Colorized:
    """Show a photo to the network that its recipe names.

    Args:
        models: Asked for that model.
        decoded: The photo.
        album: Knows the colors of other photos, if those are wanted.

    Raises:
        UnsupportedByModelError: If the model cannot do what its recipe wants.
        UnknownModelError, CheckpointError: If there is no such model.
        DeviceMemoryError: If there is not enough memory.
    """
    if decoded.is_colored:
        return Colorized(decoded, None, 0.0)
    started = time.perf_counter()
    developed = develop(decoded.photo, decoded.recipe, models)
    taken_from: tuple[str, ...] = ()
    if album is not None:
        developed, taken_from = album.agreed(models, developed, decoded.task.source)
    return Colorized(decoded, developed, time.perf_counter() - started, taken_from)


def finish(colorized: Colorized) -> Outcome:
    """Render, write and judge a photo.

    Raises:
        ImageError, OSError: If the disk refuses.
        DeviceMemoryError: If there is not enough memory.
    """
    started = time.perf_counter()
    decoded, developed = colorized.decoded, colorized.developed
    task, photo, notes = decoded.task, decoded.photo, decoded.notes
    outcome = Outcome(task.n, State.COPIED, task.target, IN_COLOR, size=photo.size)
    if developed is None:
        outcome = replace(outcome, thumbnail=picture_of_photo(photo))
        photos.copy(task.source, photo, task.partial)
    else:
        how = task.settings
        notes += photos.write(
            task.partial,
            developed,
            bits=how.bits,
            quality=how.quality,
            keep_times=how.keep_times,
        )
        doubt, flags = _judged(developed)
        flags += (Flag.MAYBE_IN_COLOR,) * decoded.in_doubt
        if developed.restored is not None:
            flags += _flags_of(developed.restored)
            notes += notes_of(developed.restored)
        notes += tuple(f"colors of “{name}” were taken over" for name in colorized.taken_from)
        outcome = replace(
            outcome,
            state=State.DONE,
            reason="",
            doubt=doubt,
            flags=flags,
            thumbnail=thumbnail(developed),
            repairs=picture_of_repairs(developed) if flags else b"",
            taken_from=colorized.taken_from,
        )
    output = put_in_place(task)
    seconds = decoded.seconds + colorized.seconds + time.perf_counter() - started
    return replace(outcome, notes=notes, seconds=seconds, output=output)


def _judged(developed: Developed) -> tuple[float | None, tuple[Flag, ...]]:
    """Return what :func:`critique` says; nothing about colors that are the photo's own."""
    if developed.encoding is None:
        return None, ()
    doubt, flags = critique(developed.encoding, developed.recipe.grade)
    # rust and sunsets have the color of skin, and nobody is there
    if _OF_SKIN.intersection(flags) and not find_faces(developed.photo):
        flags = tuple(flag for flag in flags if flag not in _OF_SKIN)
    return doubt, flags


def _flags_of(restored: Restored) -> tuple[Flag, ...]:
    """Return why somebody should look at what was restored."""
    raised = {
        Flag.MUCH_REPAIRED: restored.is_much_repaired,
        Flag.INVENTED: bool(restored.invented.any()),
    }
    return tuple(flag for flag, is_raised in raised.items() if is_raised)


def notes_of(restored: Restored) -> tuple[str, ...]:
    """Return what was done to a photo before it was colored, for the report."""
    done = (step for step in restored.steps if step.did_something)
    return tuple(f"{step.stage.value}: {step.account['why']}" for step in done)


def perform(task: Task) -> Attempt:
    """Do a whole photo with the model of this process; never raises for a photo's own failure.

    This is what other processes and machines do; see :func:`perform_elsewhere`.
    """
    started = time.perf_counter()
    try:
        decoded = decode(task)
        if isinstance(decoded, Outcome):
            return decoded
        return finish(color(_MODELS.models(task.settings), decoded))
    except Exception as error:  # noqa: BLE001 - one photo must not stop the others
        return attempt_of_error(task, error, time.perf_counter() - started)


def perform_elsewhere(task: Task) -> bytes:
    """Do a whole photo on another machine, and answer in JSON: no object of theirs comes back."""
    return attempt_to_json(perform(task))


def load_model(settings: ColorSettings) -> Model:
    """Load the model of a job.

    Raises:
        UnknownModelError, CheckpointError, DeviceUnavailableError: If that cannot be.
    """
    return load(find_model(settings.model), choose_device(settings.device))


def thumbnail(developed: Developed) -> bytes:
    """Return a WebP of the photo before and after, side by side."""
    photo = developed.photo
    whole = Window.whole(photo.size)
    crop = developed.recipe.crop
    small = size_for(crop, photo.size, THUMBNAIL)
    before = view(photo, whole, small)
    restored = view(developed.source, whole, small)
    after = render(compose(developed, whole, restored), developed.recipe.grade)
    frame = frame_of(crop, small)
    return _webp(np.concatenate([cut_pixels(side, frame) for side in (before, after)], axis=1))


def picture_of_photo(photo: Photo) -> bytes:
    """Return a WebP of a photo that is not colored, as it is."""
    return _webp(view(photo, Window.whole(photo.size), fit(photo.size, THUMBNAIL)))


def _webp(rgb: NDArray[np.uint8]) -> bytes:
    content = io.BytesIO()
    Image.fromarray(rgb).save(content, "WEBP", quality=60, method=2)
    return content.getvalue()


class _Loaded:
    """The models of a process; a worker with several threads loads them once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._key: tuple[str | None, str] | None = None
        self._models: LoadedModels | None = None

    def models(self, settings: ColorSettings) -> LoadedModels:
        key = (settings.model, settings.device)
        with self._lock:
            if self._models is None or self._key != key:
                self._models, self._key = LoadedModels(load_model(settings)), key
            return self._models


_MODELS = _Loaded()
