"""Carry out a recipe: restore a photo, color it, and draw what becomes of it.

The desktop, the command line and batches all develop photos here, so they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, overload

import numpy as np

from engine.cancel import CancelToken
from engine.coloring import colorize
from engine.coloring.colorize import Frame, encode, lab_from_pixels, render_into, with_vividness
from engine.cropping import cut
from engine.errors import ModelFeature, UnsupportedByModelError
from engine.files.orientation import turn_to
from engine.files.profiles import bands
from engine.memory import memory_errors
from engine.photo.photo import Window, in_eight_bits, in_sixteen_bits
from engine.recipe.crop_frame import frame_of
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Coloring, Grade

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.checkpoints.checkpoint import Model
    from engine.coloring.colorize import Encoding
    from engine.photo.photo import Photo, Pixels
    from engine.recipe.crop_frame import CropFrame
    from engine.restoration.repairing import Damage
    from engine.restoration.restoring import Restored

    Models = Callable[[str], Model]
    """Returns a model by name; an empty name is the one chosen for all photos."""


@dataclass(frozen=True, eq=False)
class Developed:
    """A photo and what its recipe made of it, before it is drawn. Any thread may hold it."""

    photo: Photo
    """As it was read, but as its recipe's orientation has it: what is shown as "before"."""
    recipe: Recipe
    restored: Restored | None
    """What the stages before coloring made of it; None if the recipe has none."""
    model: Model | None
    """What colored it; None if it keeps its own colors."""
    seen: Encoding | None
    """What the network said, at its own vividness."""
    encoding: Encoding | None
    """The same at the recipe's vividness; None if the photo keeps its own colors."""

    @property
    def source(self) -> Photo:
        """The photo whose pixels are drawn: restored, not yet colored."""
        return self.photo if self.restored is None else self.restored.photo

    @property
    def frame(self) -> CropFrame:
        """The part of the photo that is shown and saved."""
        return frame_of(self.recipe.crop, self.photo.size)


def develop(
    photo: Photo,
    recipe: Recipe,
    models: Models,
    *,
    earlier: Developed | None = None,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Developed:
    """Carry out a recipe up to its grade, which is applied when the photo is drawn, as its crop is.

    Args:
        photo: As it was read, or as :func:`engine.files.orientation.turn_to` has turned it since;
            it is turned as the recipe wants it if it is not yet.
        recipe: What was decided.
        models: Asked for the model that the recipe names.
        earlier: What another recipe made of the same photo, turned like this: only what differs
            is done again.
        token: Checked between steps.
        report: Called with the share of the restoring that is done, in [0, 1].

    Raises:
        UnsupportedByModelError: If the model takes no hints or knows no vividness, and the recipe
            has some; :func:`supported` leaves them out.
        Cancelled: If ``token`` was set.
        EngineError: If the model cannot be loaded, or the device has not enough memory.
    """
    token = token or CancelToken()
    coloring, photo = recipe.coloring, turn_to(photo, recipe.orientation.turn)
    before = earlier if earlier is not None and earlier.photo is photo else None
    model = None if coloring is None else models(coloring.model)
    if coloring is not None and model is not None:
        _require_supported(coloring, model)
    restored = _restored(photo, recipe, before, token, report)
    if coloring is None or model is None:
        return Developed(photo, recipe, restored, None, None, None)
    source = photo if restored is None else restored.photo
    if before is not None and before.source is not source:
        before = None
    seen = _seen_before(model, coloring, before)
    if seen is None:
        token.check()
        other = None if before is None else before.seen
        seen = encode(
            model, source, size=coloring.size, hints=coloring.hints, earlier=other, token=token
        )
    token.check()
    return replace(developed_from(seen, recipe, model), photo=photo, restored=restored)


def _restored(
    photo: Photo,
    recipe: Recipe,
    earlier: Developed | None,
    token: CancelToken,
    report: Callable[[float], None] | None,
) -> Restored | None:
    """Carry out what comes before coloring; what was found before is kept for another time."""
    before = None if earlier is None else earlier.restored
    if not recipe.restores:
        return None if before is None else replace(before, steps=())
    # its libraries take their time, and most photos need none of it
    from engine.restoration.restoring import restore  # noqa: PLC0415 - see above

    restored = restore(photo, recipe, earlier=before, token=token, report=report)
    if report is not None:
        report(1.0)
    return restored


def looked_at(photo: Photo, damage: Damage, earlier: Developed | None) -> Developed:
    """Return an ``earlier`` for :func:`develop`, so that damage is not looked for again.

    Args:
        photo: The one that was looked at.
        damage: What was found.
        earlier: What was made of it before, if anything was.
    """
    from engine.restoration.restoring import Known, Restored  # noqa: PLC0415 - see _restored

    if earlier is None or earlier.photo is not photo:
        earlier = Developed(photo, Recipe(coloring=None), None, None, None, None)
    if earlier.restored is not None:
        return earlier
    known = Known(damage=damage.lying_as(photo))
    return replace(earlier, restored=Restored(photo, (), known=known))


def developed_from(seen: Encoding, recipe: Recipe, model: Model | None = None) -> Developed:
    """Carry out what is left of a recipe when a network has seen the photo.

    Args:
        seen: What the network said, at its own vividness.
        recipe: The one for which it was asked, as far as that matters to the network.
        model: Whose network it was, if :func:`develop` is to go on from here.

    Raises:
        UnsupportedByModelError: If the network knows no vividness, and the recipe has one.
        DeviceMemoryError: If there is not enough memory.
    """
    coloring = recipe.coloring
    encoding = seen
    if coloring is not None and coloring != coloring.as_seen:
        encoding = with_vividness(seen, coloring)
    return Developed(seen.photo, recipe, None, model, seen, encoding)


def _require_supported(coloring: Coloring, model: Model) -> None:
    """Refuse what the model cannot do before the network is asked, which takes its time."""
    if coloring.hints and not model.takes_hints:
        raise UnsupportedByModelError(ModelFeature.HINTS)
    if coloring != coloring.as_seen and not model.has_distribution:
        raise UnsupportedByModelError(ModelFeature.DISTRIBUTION)


def _seen_before(model: Model, coloring: Coloring, earlier: Developed | None) -> Encoding | None:
    """Return what the same network said when it was asked the same."""
    if earlier is None or earlier.model is not model or earlier.recipe.coloring is None:
        return None
    return earlier.seen if coloring.is_seen_like(earlier.recipe.coloring) else None


def supported(recipe: Recipe, model: Model) -> Recipe:
    """Return a recipe without what a model cannot do, for whoever disables those controls."""
    coloring = recipe.coloring
    if coloring is None:
        return recipe
    if not model.takes_hints:
        coloring = replace(coloring, hints=())
    if not model.has_distribution:
        coloring = coloring.as_seen
    return replace(recipe, coloring=coloring)


def compose(developed: Developed, window: Window, pixels: Pixels) -> Frame:
    """Return a window of the photo as it is before the grade.

    Args:
        developed: From :func:`develop`.
        window: A part of the photo.
        pixels: (H, W, 1 or 3), what ``developed.source`` has there, at any size and depth.
    """
    if developed.encoding is not None:
        return colorize.compose(developed.encoding, window, pixels)
    lab = lab_from_pixels(_three_channels(pixels))
    return Frame(lab[:1], lab[1:])


@overload
def render_photo(
    developed: Developed,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
    *,
    bits: Literal[8],
) -> NDArray[np.uint8]: ...


@overload
def render_photo(
    developed: Developed,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
    *,
    bits: int | None = None,
) -> Pixels: ...


def render_photo(
    developed: Developed,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
    *,
    bits: int | None = None,
) -> Pixels:
    """Draw the photo as it is cropped, at its own size, in bands, so that memory stays bounded.

    Args:
        developed: From :func:`develop`.
        token: Checked between bands.
        report: Called with the share done, in [0, 1].
        bits: Per channel, 8 or 16; the photo's own by default.

    Returns:
        (H, W, 3), of ``developed.frame``, sRGB, uint8 or uint16; the pixels of
        ``developed.source``, bit for bit, where nothing else is changed and it is not straightened.

    Raises:
        Cancelled: If ``token`` was set.
        DeviceMemoryError: If there is not enough memory.
    """
    if not developed.frame.covers(developed.photo.size):
        return _render_crop(developed, token, report, bits)
    if developed.encoding is not None:
        grade = developed.recipe.grade
        return colorize.render_photo(developed.encoding, grade, token, report, bits=bits)
    return _render_own_colors(developed, token or CancelToken(), report, bits)


def _render_crop(
    developed: Developed,
    token: CancelToken | None,
    report: Callable[[float], None] | None,
    bits: int | None,
) -> Pixels:
    """Draw only what the crop shows, in pieces."""
    frame, source = developed.frame, developed.source
    kind = np.uint16 if (bits or source.bits) == 16 else np.uint8
    with memory_errors("cpu"):
        out = np.full((*frame.size, 3), np.iinfo(kind).max, kind)

        def read(window: Window) -> Pixels:
            return _drawn(developed, window, is_deep=kind == np.uint16)

        cut(read, source.size, frame, out, token=token, report=report)
    return out


def _drawn(developed: Developed, window: Window, *, is_deep: bool) -> Pixels:
    """Return (H, W, 3), a window of the photo at its own size, as it is saved."""
    rows = slice(window.top, window.top + window.height)
    own = developed.source.pixels[rows, window.left : window.left + window.width]
    grade = developed.recipe.grade
    if developed.encoding is None and grade == Grade():
        return _three_channels(in_sixteen_bits(own) if is_deep else in_eight_bits(own))
    out = np.empty((*window.size, 3), np.uint16 if is_deep else np.uint8)
    render_into(out, compose(developed, window, own), grade)
    return out


def _render_own_colors(
    developed: Developed,
    token: CancelToken,
    report: Callable[[float], None] | None,
    bits: int | None,
) -> Pixels:
    photo, grade = developed.source, developed.recipe.grade
    own = photo.pixels
    is_deep = (bits or photo.bits) == 16
    with memory_errors("cpu"):
        if grade == Grade():
            return _three_channels(in_sixteen_bits(own) if is_deep else in_eight_bits(own)).copy()
        out = np.empty((*photo.size, 3), np.uint16 if is_deep else np.uint8)
        for band in bands(own):
            token.check()
            piece = np.empty_like(out[band], order="C")
            render_into(piece, compose(developed, Window.whole(photo.size), own[band]), grade)
            out[band] = piece
            if report is not None:
                report(band[0].stop / len(out))
    return out


def _three_channels(pixels: Pixels) -> Pixels:
    return pixels if pixels.shape[2] == 3 else np.repeat(pixels, 3, axis=2)
