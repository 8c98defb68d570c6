"""Pictures for the screen: what they depend on, and the tasks that draw them.

As in :mod:`desktop.jobs.engine_tasks`, a task captures values, and torch is imported inside it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.jobs.engine_tasks import redraw
from desktop.jobs.restore_tasks import with_draft
from desktop.platform.qimage import qimage_from_rgb
from desktop.state.recipes import restores_alike, with_restoring_of
from engine.memory import memory_errors
from engine.photo.photo import Photo, Window, in_eight_bits, view
from engine.recipe.recipe import Stage, first_difference

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from desktop.jobs.engine_tasks import Report
    from desktop.jobs.job import Task
    from desktop.preview.keyframes import Keyframes
    from engine.cancel import CancelToken
    from engine.coloring.colorize import Frame
    from engine.develop import Developed
    from engine.photo.photo import Pixels, Size
    from engine.recipe.recipe import Recipe
    from engine.recipe.stages import Repair
    from engine.restoration.live import LiveViews


@dataclass(frozen=True)
class Scene:
    """Everything a picture on the screen depends on."""

    photo: Photo
    developed: Developed | None
    """What is drawn; None until the photo is developed: then it is shown as it is."""
    recipe: Recipe
    """What :func:`desktop.state.recipes.shown_as` makes of what is wanted."""
    window: Window
    """The part of the photo that is drawn."""
    size: Size
    """In device pixels."""
    draft: Repair | None = None
    """Of which the photo shows already, roughly, what is being done; None if nothing is."""
    compared: Stage | None = None
    """Which step alone makes the difference between before and after; None for all that is done."""

    @property
    def is_live(self) -> bool:
        """Whether restoring has other settings than the photo, which are yet to be done to it."""
        developed = self.developed
        return developed is not None and not restores_alike(self.recipe, developed.recipe)

    def shares_photo_with(self, other: Scene) -> bool:
        """Whether the two show what was made of the same photo, at whatever settings."""
        shows_same = (self.draft, self.compared) == (other.draft, other.compared)
        return self.developed is other.developed and shows_same

    def shares_colors_with(self, other: Scene) -> bool:
        """Whether the two differ in nothing that comes before the grade."""
        difference = first_difference(self.recipe, other.recipe)
        return self.shares_photo_with(other) and difference in (None, Stage.GRADE)

    def shares_view_with(self, other: Scene) -> bool:
        """Whether the two show the same part of the same photo, in whatever colors."""
        return self.photo is other.photo and (self.window, self.size) == (other.window, other.size)

    def shares_frame_with(self, other: Scene) -> bool:
        """Whether only the grade differs."""
        return self.shares_colors_with(other) and self.shares_view_with(other)


@dataclass(frozen=True, eq=False)
class Drawing:
    """A scene as the screen shows it."""

    scene: Scene
    pixels: NDArray[np.uint8]
    """The photo's own, at the size of the screen, kept for other colors of the same view."""
    restored: NDArray[np.uint8]
    """What is colored: the same after restoration, as :attr:`restored_as` has it."""
    restored_as: Recipe
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
    views: LiveViews | None = None
    """Of the steps of restoring, in this view; None if there are none."""

    @property
    def pictures(self) -> tuple[Window, QImage, QImage | None]:
        """What the viewer needs: the window, before and after."""
        return self.scene.window, self.before, self.after


def draw(scene: Scene, last: Drawing | None) -> Task[Drawing]:
    """Make the task that draws a scene, from what still fits of the last drawing."""
    seen = last if last is not None and last.scene.shares_view_with(scene) else None
    is_same = seen is not None and seen.scene.shares_photo_with(scene)

    @memory_errors("cpu")
    def task(token: CancelToken, _report: Report) -> Drawing:
        if seen is None:
            pixels = view(scene.photo, scene.window, scene.size)
            plain = Drawing(scene, pixels, pixels, scene.recipe, qimage_from_rgb(pixels))
            token.check()
        else:
            kept, drawn_as = seen.restored, seen.restored_as
            plain = Drawing(scene, seen.pixels, kept, drawn_as, _before(scene, seen))
        if scene.developed is None:
            return plain
        lively = _lively(scene, last, token)
        sides = _sides(scene, lively)
        if sides is not None:
            before, restored = sides
            token.check()
            rgb = _colored(scene, before, lively)
            plain = replace(plain, before=qimage_from_rgb(rgb), restored=in_eight_bits(restored))
        elif seen is not None and is_same:
            restored = _restored_again(scene, seen)
            plain = replace(plain, restored=restored, keys=seen.keys, views=seen.views)
        else:
            plain = _restored(scene, plain, lively)
        plain = replace(plain, restored_as=scene.recipe)
        rgb, frame = _rendered(scene, plain.restored, last, lively)
        return replace(plain, after=qimage_from_rgb(rgb), frame=frame, lively=lively)

    return task


def drag(scene: Scene, last: Drawing, keys: Keyframes) -> Task[Drawing]:
    """Make the task that draws a scene soon, mixed of keyframes; it makes those that are missing.

    Args:
        scene: Of the view and of what the last drawing drew.
        last: The last drawing.
        keys: They fit the scene's recipe.
    """

    @memory_errors("cpu")
    def task(token: CancelToken, _report: Report) -> Drawing:
        made = keys
        for position in keys.missing_around(scene.recipe):
            made = _with_key(made, position, last, scene.recipe, token)
            token.check()
        return replace(
            last,
            scene=scene,
            after=qimage_from_rgb(made.mixed(scene.recipe, last.views)),
            frame=last.frame if scene.shares_frame_with(last.scene) else None,
            lively=last.lively if _colors_alike(last.scene, scene) else None,
            keys=made,
            is_exact=made.is_exact(scene.recipe),
        )

    return task


def add_key(last: Drawing, keys: Keyframes, position: int) -> Task[Keyframes]:
    """Make the task that makes one more keyframe of what was drawn; returns all of them."""

    @memory_errors("cpu")
    def task(token: CancelToken, _report: Report) -> Keyframes:
        return _with_key(keys, position, last, last.scene.recipe, token)

    return task


def _with_key(
    keys: Keyframes, position: int, last: Drawing, here: Recipe, token: CancelToken
) -> Keyframes:
    """Render a keyframe, from what still fits of a drawing of the same view."""
    scene = replace(last.scene, recipe=keys.slider.at(keys.recipe, position))
    lively = _lively(scene, last, token)
    restored = _restored_again(scene, last)
    return keys.with_render(position, _rendered(scene, restored, last, lively)[0], here)


def _lively(scene: Scene, last: Drawing | None, token: CancelToken) -> Developed:
    """Return the photo of a scene at its vividness, and with the strokes drawn last."""
    assert scene.developed is not None
    known = None if last is None else last.lively
    if last is not None and known is not None and _colors_alike(last.scene, scene):
        return known
    lively = redraw(scene.developed, scene.recipe, token)
    return lively if scene.draft is None else with_draft(lively, scene.draft)


def _colors_alike(one: Scene, other: Scene) -> bool:
    """Whether a photo has the same colors in two scenes, which other settings of restoring keep."""
    recipe = with_restoring_of(one.recipe, other.recipe)
    return replace(one, recipe=recipe).shares_colors_with(other)


def _before(scene: Scene, seen: Drawing) -> QImage:
    """Return what another drawing of the same view shows on the left, as far as that still holds.

    While a stroke is drafted, the left side of a step stays as it was.
    """
    if seen.scene.compared is None or (scene.draft and seen.scene.compared is scene.compared):
        return seen.before
    return qimage_from_rgb(seen.pixels)


def _sides(scene: Scene, developed: Developed) -> tuple[Pixels, Pixels] | None:
    """Return a view before and after the step that is compared, both with what follows it.

    Of what follows, only what can be done to a part of a photo is: noise stays on both sides.
    None if the step is not taken.
    """
    restored = developed.restored
    if restored is None or scene.compared is None:
        return None
    steps = restored.steps
    index = next((n for n, step in enumerate(steps) if step.stage is scene.compared), None)
    if index is None:
        return None
    photos = (steps[index - 1].photo if index else restored.original, steps[index].photo)
    before: Pixels
    after: Pixels
    before, after = (view(photo, scene.window, scene.size) for photo in photos)
    for step in steps[index + 1 :]:
        if step.again is not None:
            before, after = step.again(before), step.again(after)
    return before, after


def _colored(scene: Scene, pixels: Pixels, lively: Developed) -> NDArray[np.uint8]:
    """Return other pixels of a scene in its colors."""
    from engine.coloring.colorize import render  # noqa: PLC0415 - imports torch
    from engine.develop import compose  # noqa: PLC0415 - imports torch

    return render(compose(lively, scene.window, pixels), scene.recipe.grade)


def _restored(scene: Scene, plain: Drawing, developed: Developed) -> Drawing:
    """Return a drawing with what is colored: the photo's own pixels where nothing restores it."""
    restored = developed.restored
    if restored is not None and restored.steps:
        from engine.restoration.live import LiveViews, live  # noqa: PLC0415 - imports torch

        views = LiveViews(restored, scene.window, plain.pixels)
        return replace(plain, restored=live(views, scene.recipe), views=views)
    if developed.source is scene.photo:
        return replace(plain, restored=plain.pixels)
    return replace(plain, restored=view(developed.source, scene.window, scene.size))


def _restored_again(scene: Scene, last: Drawing) -> NDArray[np.uint8]:
    """Return what is colored in another scene of the same view of what was made of the photo."""
    if last.views is None or restores_alike(scene.recipe, last.restored_as):
        return last.restored
    from engine.restoration.live import live  # noqa: PLC0415 - imports torch

    return live(last.views, scene.recipe)


def _rendered(
    scene: Scene, restored: NDArray[np.uint8], last: Drawing | None, lively: Developed
) -> tuple[NDArray[np.uint8], Frame]:
    """Return a colored scene's pixels, and what can be kept for the next one."""
    from engine.coloring.colorize import render  # noqa: PLC0415 - imports torch
    from engine.develop import compose  # noqa: PLC0415 - imports torch

    frame = last.frame if last is not None and last.scene.shares_frame_with(scene) else None
    if frame is None:
        frame = compose(lively, scene.window, restored)
    return render(frame, scene.recipe.grade), frame
