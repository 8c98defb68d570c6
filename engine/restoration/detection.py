"""Find dust, hairs and scratches in a photo, each with how sure that is.

One pass over the photo, in tiles, gives components with a probability; what the user then asks
for, more or fewer of them, needs no other pass. The photo is only looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.photo.photo import Window
from engine.restoration.defects.components import LIKELY, LikelyPixels, components_of
from engine.restoration.defects.damage_planes import REACH, damage_planes, uncompressed
from engine.restoration.defects.likelihood import bundled, probability
from engine.restoration.networks import bundled_network
from engine.restoration.pixel_network import tile_run
from engine.restoration.selection import WHAT_IS_LIKELY, Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Photo, Size
    from engine.photo.turns import Turning
    from engine.restoration.defects.components import Components
    from engine.restoration.tiles import Tile

TASK = "defects"
"""What the network is trained for."""
_REC601 = (0.299, 0.587, 0.114)
_IN_FEATURES = 2.0
"""Log odds by which damage must be surer over eyes and mouths: a catchlight is no dust."""
_IN_LONG, _SHORT = np.log(4.0), np.log(64.0)
"""Log odds by which what is twice as long as this many pixels, or longer, must be surer in a photo
that is clean otherwise: whiskers, spokes and wires are as thin and even as a scratch."""
_SURE, _FEW, _A_MEGAPIXEL = np.log(9.0), 3, 2.0
"""Log odds of what is surely damage, and how much of that, at least and a megapixel, is short in a
photo that is not clean."""
_LONG, _THIN = 2.5, 6.0
"""A hair is so many times as long as wide, a scratch is so long for how straight it is."""


@dataclass(frozen=True, eq=False)
class Watch:
    """Somebody who looks on while a photo is looked at."""

    window: Window
    """What they see of it: that is looked at first."""
    found: Callable[[Detection], object]
    """Called with what has been found so far, after each tile but the last; it may yet be judged
    otherwise, by what else is found."""


class DamageKind(Enum):
    """What a component looks like by its shape; the value is for reports."""

    DUST = "dust"
    HAIR = "hair"
    SCRATCH = "scratch"


@dataclass(frozen=True)
class Finding:
    """A component that is taken for damage."""

    kind: DamageKind
    window: Window
    """Around all of its pixels."""
    area: int
    """Pixels."""
    contrast: float
    """Mean difference to its surroundings in units of the local noise."""
    probability: float
    bright: bool
    index: int
    """Its number among the components of its detection."""


@dataclass(frozen=True, eq=False)
class Detection:
    """All components of a photo, from hardly likely to sure."""

    components: Components
    probability: NDArray[np.float32]
    """Of each component that it is damage."""

    @property
    def size(self) -> Size:
        """Height and width of the photo."""
        return self.components.size

    def chosen(self, selection: Selection = WHAT_IS_LIKELY) -> NDArray[np.bool_]:
        """Return (N,), which components count as damage."""
        return selection.of_components(self.components, self.probability, self.size)

    def mask(self, selection: Selection = WHAT_IS_LIKELY) -> NDArray[np.bool_]:
        """Return (H, W), true on the pixels that count as damage."""
        mask = np.zeros(self.size, bool)
        mask.reshape(-1)[self.components.members(self.chosen(selection))] = True
        return mask

    def findings(self, selection: Selection = WHAT_IS_LIKELY) -> Iterator[Finding]:
        """Yield what counts as damage, in order of place in the photo as it was read."""
        for index in np.flatnonzero(self.chosen(selection)):
            yield self._finding(int(index))

    def in_doubt(self, selection: Selection = WHAT_IS_LIKELY) -> Iterator[Finding]:
        """Yield what does not count as damage, but would at the greatest sensitivity."""
        for index in np.flatnonzero(self.chosen(selection.at_most) & ~self.chosen(selection)):
            yield self._finding(int(index))

    def pixels(self, finding: Finding) -> NDArray[np.int64]:
        """Return (N, 2), row and column of each pixel of a finding of this detection."""
        places = self.components.pixels(finding.index)
        return np.stack(np.divmod(places, self.size[1]), axis=1)

    def least_sure(self, selection: Selection = WHAT_IS_LIKELY) -> Finding | None:
        """Return the finding that is least likely damage of those that count; None if none does."""
        chosen = np.flatnonzero(self.chosen(selection))
        if not len(chosen):
            return None
        return self._finding(int(chosen[np.argmin(self.probability[chosen])]))

    def turned(self, turning: Turning) -> Detection:
        """Return the same in the turned photo."""
        return replace(self, components=self.components.turned(turning))

    def _finding(self, index: int) -> Finding:
        components = self.components
        pixels = components.pixels(index)
        rows, columns = pixels // self.size[1], pixels % self.size[1]
        top, left = int(rows.min()), int(columns.min())
        return Finding(
            _kind(components, index),
            Window(top, left, int(rows.max()) - top + 1, int(columns.max()) - left + 1),
            len(pixels),
            float(uncompressed(components.feature("z20")[index])),
            float(self.probability[index]),
            bool(components.feature("bright")[index]),
            index,
        )


def detect(
    photo: Photo,
    *,
    delicate: Sequence[Window] = (),
    watch: Watch | None = None,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Detection:
    """Look for dust, hairs and scratches.

    Args:
        photo: Of any size; 8 or 16 bits, gray or color.
        delicate: Eyes and mouths, where a finding must be surer.
        watch: Who looks on; what is found does not depend on it.
        token: Checked before each tile.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
    """
    whole = photo.size[0] * photo.size[1] / 1e6

    def judged(components: Components, megapixels: float) -> Detection:
        log_odds = bundled().log_odds(components.features, megapixels)
        log_odds -= _IN_FEATURES * touching(components, delicate)
        doublings = (components.feature("length") - _SHORT) / np.log(2)
        specks = ((doublings < 0) & (log_odds >= _SURE)).sum()
        if specks < max(_FEW, _A_MEGAPIXEL * megapixels):
            log_odds -= (_IN_LONG * doublings.clip(0, 1)).astype(np.float32)
        return Detection(components, probability(log_odds))

    def tell(components: Components, share: float) -> None:
        assert watch is not None
        watch.found(judged(components, whole * share))

    onlooker = None if watch is None else Onlooker(watch.window, tell)
    components = find_components(photo, onlooker=onlooker, token=token, report=report)
    return judged(components, whole)


@dataclass(frozen=True, eq=False)
class Onlooker:
    """A :class:`Watch` that wants to know what has not been judged yet."""

    window: Window
    tell: Callable[[Components, float], None]
    """Called with what has been found, and the share of the photo that was looked at."""


def find_components(
    photo: Photo,
    *,
    model: Model | None = None,
    onlooker: Onlooker | None = None,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Components:
    """Return all that looks like damage pixel by pixel, not yet judged as a whole.

    Args:
        photo: Of any size; 8 or 16 bits, gray or color.
        model: For the task ``defects``; the bundled one by default.
        onlooker: Whose view is looked at first, and who is told after each tile but the last.
        token: Checked before each tile.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
    """
    run = tile_run(
        model or bundled_network(TASK),
        photo.pixels,
        lambda samples: damage_planes(_gray(samples)),
        reach=REACH,
        with_planes=True,
        token=token,
    )
    run.first = None if onlooker is None else onlooker.window
    found = []
    done, whole = 0, photo.size[0] * photo.size[1]
    for tile, planes in run:
        found.append(_likely(tile, planes, photo.size[1]))
        done += tile.core.height * tile.core.width
        if report is not None:
            report(done / whole)
        if onlooker is not None and done < whole:
            onlooker.tell(components_of(photo.size, _together(found)), done / whole)
    return components_of(photo.size, _together(found))


def touching(components: Components, windows: Sequence[Window]) -> NDArray[np.bool_]:
    """Return which components have pixels in any of some windows."""
    touches = np.zeros(len(components), bool)
    rows, columns = np.divmod(components.places, components.size[1])
    for window in windows:
        inside = (rows >= window.top) & (rows < window.top + window.height)
        inside &= (columns >= window.left) & (columns < window.left + window.width)
        owners = np.searchsorted(components.starts, np.flatnonzero(inside), side="right") - 1
        touches[owners] = True
    return touches


def _gray(samples: Tensor) -> Tensor:
    """Return the gray, (1, 1, h, w), of gray or color samples."""
    if samples.shape[1] == 1:
        return samples
    weights = torch.tensor(_REC601, device=samples.device).view(1, 3, 1, 1)
    return (samples * weights).sum(dim=1, keepdim=True)


def _likely(tile: Tile, planes: NDArray[np.float32], width: int) -> LikelyPixels:
    """Return the likely pixels of a tile's core; ``width`` is the photo's."""
    rows, columns = np.nonzero(planes[..., 0] >= LIKELY)
    places = (rows + tile.core.top) * width + columns + tile.core.left
    here = planes[rows, columns]
    return LikelyPixels(places.astype(np.int64, copy=False), here[:, 0], here[:, 1], here[:, 2:])


def _together(parts: Sequence[LikelyPixels]) -> LikelyPixels:
    """Return the pixels of all tiles in order."""
    places = np.concatenate([part.places for part in parts])
    order = np.argsort(places)
    return LikelyPixels(
        places[order],
        np.concatenate([part.log_odds for part in parts])[order],
        np.concatenate([part.gray for part in parts])[order],
        np.concatenate([part.differences for part in parts])[order],
    )


def _kind(components: Components, index: int) -> DamageKind:
    """Return what the shape says: long and straight, long and curled, or neither."""
    area, length, elongation = (
        float(np.exp(components.feature(name)[index])) for name in ("area", "length", "elongation")
    )
    if np.sqrt(elongation) >= _THIN:
        return DamageKind.SCRATCH
    return DamageKind.HAIR if length / np.sqrt(area) >= _LONG else DamageKind.DUST
