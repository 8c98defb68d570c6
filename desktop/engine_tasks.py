"""What the engine thread is asked to do.

Each function captures values and returns a task. Whatever imports torch is imported inside the
task, so on the engine thread: the window is open by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.qimage import qimage_from_rgb, rgb_from_qimage
from engine.catalog import find_model
from engine.image_io import check_writable, read_photo
from engine.photo import Photo, view

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.engine_thread import Task
    from engine.cancel import CancelToken
    from engine.checkpoint import Model
    from engine.colorize import Encoding, Frame
    from engine.photo import Size, Window
    from engine.render_settings import RenderSettings

    Report = Callable[[float], None]


@dataclass(frozen=True, eq=False)
class Scene:
    """Everything a picture on the screen depends on."""

    photo: Photo
    encoding: Encoding | None
    """None until the network has seen the photo."""
    settings: RenderSettings
    window: Window
    """The part of the photo that is drawn."""
    size: Size
    """In device pixels."""

    def shares_frame_with(self, other: Scene) -> bool:
        """Whether only the render settings differ."""
        return (
            self.encoding is other.encoding
            and self.photo is other.photo
            and (self.window, self.size) == (other.window, other.size)
        )


@dataclass(frozen=True, eq=False)
class Drawing:
    """A scene as the screen shows it."""

    scene: Scene
    before: QImage
    after: QImage | None
    """None until the photo is colored."""
    frame: Frame | None
    """Kept so that the next settings need no more than a render."""


def load_model(name: str, device: str) -> Task:
    """Make the task that loads a bundled model, the default one for an empty name."""

    def task(_token: CancelToken, _report: Report) -> Model:
        from engine import checkpoint  # noqa: PLC0415 - imports torch
        from engine.device import choose_device  # noqa: PLC0415 - imports torch

        return checkpoint.load(find_model(name or None), choose_device(device))

    return task


def open_photo(path: Path) -> Task:
    """Make the task that reads a photo."""

    def task(_token: CancelToken, _report: Report) -> Photo:
        return read_photo(path)

    return task


def open_image(image: QImage) -> Task:
    """Make the task that turns a picture from the clipboard into a photo."""

    def task(_token: CancelToken, _report: Report) -> Photo:
        return Photo(rgb_from_qimage(image))

    return task


def colorize(model: Model, photo: Photo, size: int | None, *, recolor: bool) -> Task:
    """Make the task that runs the network.

    Args:
        model: The model.
        photo: The photo.
        size: At which the network sees it; None is the model's own.
        recolor: Whether a photo that is in color already is colored too.
    """

    def task(token: CancelToken, _report: Report) -> Encoding:
        from engine.colorize import encode  # noqa: PLC0415 - imports torch
        from engine.picture_kind import require_colorless  # noqa: PLC0415 - imports torch

        if not recolor:
            require_colorless(photo)

        return encode(model, photo, size=size, token=token)

    return task


def draw(scene: Scene, last: Drawing | None) -> Task:
    """Make the task that draws a scene, from the last drawing's frame if it still fits."""
    reusable = last if last is not None and last.scene.shares_frame_with(scene) else None

    def task(token: CancelToken, _report: Report) -> Drawing:
        if reusable is None:
            pixels = view(scene.photo, scene.window, scene.size)
            before, frame = qimage_from_rgb(pixels), None
            token.check()
        else:
            before, frame = reusable.before, reusable.frame
        if scene.encoding is None:
            return Drawing(scene, before, None, None)
        from engine.colorize import compose, render  # noqa: PLC0415 - imports torch

        if frame is None:
            frame = compose(scene.encoding, scene.window, pixels)
            token.check()
        return Drawing(scene, before, qimage_from_rgb(render(frame, scene.settings)), frame)

    return task


def save(encoding: Encoding, settings: RenderSettings, path: Path) -> Task:
    """Make the task that renders the whole photo and writes it; returns the path.

    The user has already agreed to replace an existing file, never the original.
    """

    def task(token: CancelToken, report: Report) -> Path:
        from engine.saving import Progress, save_colored  # noqa: PLC0415 - imports torch

        check_writable(
            path, overwrite=True, originals=[encoding.photo.path] if encoding.photo.path else []
        )
        progress = Progress(token, report)
        save_colored(path, encoding, settings, overwrite=True, progress=progress)
        return path

    return task
