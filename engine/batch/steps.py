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
from engine.batch.critique import critique
from engine.batch.failures import attempt_of_error
from engine.batch.job import Colored
from engine.batch.outcome import IN_COLOR, Flag, Outcome, State
from engine.batch.outcome_json import attempt_to_json
from engine.batch.placing import put_in_place
from engine.catalog import find_model
from engine.checkpoint import load
from engine.colorize import compose, encode, render, with_vividness
from engine.device import choose_device
from engine.photo import Window, fit, view
from engine.render_settings import RenderSettings

if TYPE_CHECKING:
    from engine.batch.job import ColorSettings
    from engine.batch.outcome import Attempt, Task
    from engine.cancel import CancelToken
    from engine.checkpoint import Model
    from engine.colorize import Encoding
    from engine.photo import Photo

THUMBNAIL = (144, 144)
"""Height and width that each half of a thumbnail fits into."""


@dataclass(frozen=True, eq=False)
class Decoded:
    """A photo read."""

    task: Task
    photo: Photo
    is_colored: bool
    seconds: float
    in_doubt: bool = False
    """Whether the photo, though it is to be colored, may have had colors worth keeping."""


@dataclass(frozen=True, eq=False)
class Colorized:
    """A photo the network has seen."""

    decoded: Decoded
    encoding: Encoding | None
    """None for a photo that is to be copied."""
    seconds: float


def decode(task: Task, token: CancelToken | None = None) -> Decoded | Outcome:
    """Read a photo; one in color already may end here.

    Raises:
        Cancelled: If the token was set.
        ImageError: If it cannot be read.
        DeviceMemoryError: If there is not enough memory.
    """
    started = time.perf_counter()
    photo = photos.read(task.source, token)
    picture = None if task.colored is Colored.COLOR else photos.picture_of(photo)
    is_colored = picture is not None and picture.has_color
    seconds = time.perf_counter() - started
    if is_colored and task.colored is Colored.SKIP:
        return Outcome(task.n, State.SKIPPED, None, IN_COLOR, seconds, photo.size)
    return Decoded(task, photo, is_colored, seconds, picture is not None and picture.in_doubt)


def color(model: Model, decoded: Decoded) -> Colorized:
    """Show a photo to the network.

    Raises:
        DeviceMemoryError: If there is not enough memory.
    """
    if decoded.is_colored:
        return Colorized(decoded, None, 0.0)
    started = time.perf_counter()
    encoding = encode(model, decoded.photo, size=decoded.task.settings.size)
    return Colorized(decoded, encoding, time.perf_counter() - started)


def finish(colorized: Colorized) -> Outcome:
    """Render, write and judge a photo.

    Raises:
        ImageError, OSError: If the disk refuses.
        UnsupportedByModelError: If the model knows no vividness.
        DeviceMemoryError: If there is not enough memory.
    """
    started = time.perf_counter()
    decoded, encoding = colorized.decoded, colorized.encoding
    task, photo = decoded.task, decoded.photo
    notes = tuple(reduction.value for reduction in photo.reductions)
    outcome = Outcome(task.n, State.COPIED, task.target, IN_COLOR, size=photo.size)
    if encoding is None:
        photos.copy(task.source, photo, task.partial)
    else:
        if task.settings.vividness != 1:
            encoding = with_vividness(encoding, task.settings.vividness)
        how = task.settings
        settings = RenderSettings(how.strength, how.warmth)
        notes += photos.write(
            task.partial,
            encoding,
            settings,
            bits=how.bits,
            quality=how.quality,
            keep_times=how.keep_times,
        )
        doubt, flags = critique(encoding, task.settings.strength)
        flags += (Flag.MAYBE_IN_COLOR,) * decoded.in_doubt
        picture = thumbnail(encoding, settings)
        outcome = replace(
            outcome, state=State.DONE, reason="", doubt=doubt, flags=flags, thumbnail=picture
        )
    output = put_in_place(task)
    seconds = decoded.seconds + colorized.seconds + time.perf_counter() - started
    return replace(outcome, notes=notes, seconds=seconds, output=output)


def perform(task: Task) -> Attempt:
    """Do a whole photo with the model of this process; never raises for a photo's own failure.

    This is what other processes and machines do; see :func:`perform_elsewhere`.
    """
    started = time.perf_counter()
    try:
        decoded = decode(task)
        if isinstance(decoded, Outcome):
            return decoded
        return finish(color(_MODELS.model(task.settings), decoded))
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


def thumbnail(encoding: Encoding, settings: RenderSettings) -> bytes:
    """Return a WebP of the photo before and after, side by side."""
    whole = Window.whole(encoding.photo.size)
    before = view(encoding.photo, whole, fit(encoding.photo.size, THUMBNAIL))
    after = render(compose(encoding, whole, before), settings)
    pair = np.concatenate((before, after), axis=1)
    content = io.BytesIO()
    Image.fromarray(pair).save(content, "WEBP", quality=60, method=2)
    return content.getvalue()


class _LoadedModel:
    """The one model of a process; a worker with several threads loads it once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._key: tuple[str | None, str] | None = None
        self._model: Model | None = None

    def model(self, settings: ColorSettings) -> Model:
        key = (settings.model, settings.device)
        with self._lock:
            if self._model is None or self._key != key:
                self._model, self._key = load_model(settings), key
            return self._model


_MODELS = _LoadedModel()
