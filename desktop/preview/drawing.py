"""Pictures for the screen: what they depend on, and the tasks that draw them.

As in :mod:`desktop.jobs.engine_tasks`, a task captures values, and torch is imported inside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.jobs.engine_tasks import developed_look
from desktop.platform.qimage import qimage_from_rgb
from engine.memory import memory_errors
from engine.photo.photo import Photo, Window, view

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from desktop.jobs.engine_tasks import Report
    from desktop.jobs.job import Task
    from desktop.preview.keyframes import Keyframes
    from desktop.state.document import Look
    from engine.cancel import CancelToken
    from engine.coloring.colorize import Encoding, Frame
    from engine.develop import Developed
    from engine.photo.photo import Size


@dataclass(frozen=True)
class Scene:
    """Everything a picture on the screen depends on."""

    photo: Photo
    encoding: Encoding | None
    """None until the network has seen the photo."""
    look: Look
    window: Window
    """The part of the photo that is drawn."""
    size: Size
    """In device pixels."""

    def shares_colors_with(self, other: Scene) -> bool:
        """Whether the two differ neither in what the network said nor in its vividness."""
        return self.encoding is other.encoding and self.look.vividness == other.look.vividness

    def shares_view_with(self, other: Scene) -> bool:
        """Whether the two show the same part of the same photo, in whatever colors."""
        return self.photo is other.photo and (self.window, self.size) == (other.window, other.size)

    def shares_frame_with(self, other: Scene) -> bool:
        """Whether only the render settings differ."""
        return self.shares_colors_with(other) and self.shares_view_with(other)


@dataclass(frozen=True, eq=False)
class Drawing:
    """A scene as the screen shows it."""

    scene: Scene
    pixels: NDArray[np.uint8]
    """The photo's own, at the size of the screen, kept for other colors of the same view."""
    before: QImage
    after: QImage | None = None
    """None until the photo is colored."""
    frame: Frame | None = None
    """Kept so that the next settings need no more than a render."""
    lively: Developed | None = None
    """The photo at the scene's vividness, before its grade: panning need not make it again."""
    keys: Keyframes | None = None
    """Of the slider that moved last, if that was in this view."""
    is_exact: bool = True
    """Whether it was rendered, not mixed of keyframes."""

    @property
    def pictures(self) -> tuple[Window, QImage, QImage | None]:
        """What the viewer needs: the window, before and after."""
        return self.scene.window, self.before, self.after


def draw(scene: Scene, last: Drawing | None) -> Task[Drawing]:
    """Make the task that draws a scene, from what still fits of the last drawing."""
    seen = last if last is not None and last.scene.shares_view_with(scene) else None
    keys = seen.keys if seen is not None and seen.scene.encoding is scene.encoding else None

    @memory_errors("cpu")
    def task(token: CancelToken, _report: Report) -> Drawing:
        if seen is None:
            pixels = view(scene.photo, scene.window, scene.size)
            plain = Drawing(scene, pixels, qimage_from_rgb(pixels))
            token.check()
        else:
            plain = Drawing(scene, seen.pixels, seen.before)
        if scene.encoding is None:
            return plain
        rgb, frame, lively = _rendered(scene, plain.pixels, last)
        return replace(plain, after=qimage_from_rgb(rgb), frame=frame, lively=lively, keys=keys)

    return task


def drag(scene: Scene, last: Drawing, keys: Keyframes) -> Task[Drawing]:
    """Make the task that draws a scene soon, mixed of keyframes; it makes those that are missing.

    Args:
        scene: Of the view and the encoding of the last drawing.
        last: The last drawing.
        keys: They fit the scene's look.
    """

    @memory_errors("cpu")
    def task(token: CancelToken, _report: Report) -> Drawing:
        made = keys
        for position in keys.missing_around(scene.look):
            made = _with_key(made, position, last, scene.look)
            token.check()
        keeps_frame = scene.shares_frame_with(last.scene)
        return replace(
            last,
            scene=scene,
            after=qimage_from_rgb(made.mixed(scene.look)),
            frame=last.frame if keeps_frame else None,
            lively=last.lively if keeps_frame else None,
            keys=made,
            is_exact=made.is_exact(scene.look),
        )

    return task


def add_key(last: Drawing, keys: Keyframes, position: int) -> Task[Keyframes]:
    """Make the task that makes one more keyframe of what was drawn; returns all of them."""

    @memory_errors("cpu")
    def task(_token: CancelToken, _report: Report) -> Keyframes:
        return _with_key(keys, position, last, last.scene.look)

    return task


def _with_key(keys: Keyframes, position: int, last: Drawing, here: Look) -> Keyframes:
    """Render a keyframe, from what still fits of a drawing of the same view."""
    scene = replace(last.scene, look=keys.slider.at(keys.look, position))
    return keys.with_render(position, _rendered(scene, last.pixels, last)[0], here)


def _rendered(
    scene: Scene, pixels: NDArray[np.uint8], last: Drawing | None
) -> tuple[NDArray[np.uint8], Frame, Developed]:
    """Return a colored scene's pixels, and what can be kept for the next one."""
    from engine.coloring.colorize import render  # noqa: PLC0415 - imports torch
    from engine.develop import compose  # noqa: PLC0415 - imports torch

    assert scene.encoding is not None
    lively = last.lively if last is not None and last.scene.shares_colors_with(scene) else None
    frame = last.frame if last is not None and last.scene.shares_frame_with(scene) else None
    lively = lively or developed_look(scene.encoding, scene.look)
    if frame is None:
        frame = compose(lively, scene.window, pixels)
    return render(frame, scene.look.settings), frame, lively
