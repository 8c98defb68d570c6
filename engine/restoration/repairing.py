"""From a photo to the repaired photo, with what was found and what was done.

The one place that knows the order: faces, damage, strokes, fill, copies, proof.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from engine.files.orientation import turn_to
from engine.photo.turns import AS_READ, Turn, Turning
from engine.restoration.copying import area_of, copied, copies_of
from engine.restoration.defects.painting import paint
from engine.restoration.detection import Watch, detect
from engine.restoration.faces import delicate_windows, find_faces
from engine.restoration.inpainting import FillSettings, changed_outside, fill, grown
from engine.restoration.networks import bundled_network
from engine.restoration.selection import WHAT_IS_LIKELY, Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.photo.photo import Photo, Pixels
    from engine.recipe.stroke import Stroke
    from engine.restoration.detection import Detection
    from engine.restoration.faces import Face
    from engine.restoration.inpainting import Filled

    Mask = NDArray[np.bool_]

MUCH = 0.12
"""Share of a photo from which a mask had better be looked at by a person."""
_LOOKING, _FILLING = 0.6, 0.95
"""Shares of the time after which looking, and filling, are done."""


@dataclass(frozen=True, eq=False)
class RepairSettings:
    """What the user can choose about a repair."""

    selection: Selection = WHAT_IS_LIKELY
    """Which of what is found counts as damage."""
    mask: Mask | None = None
    """(H, W), what the user says is damaged; then nothing is looked for."""
    grain: bool = True
    """Whether fills get the grain of their surroundings."""
    finds: bool = True
    """Whether damage is looked for; else only what strokes mark is filled."""
    strokes: tuple[Stroke, ...] = ()
    """What the user marked, or protected, over what was found."""
    is_draft: bool = False
    """Whether only what is quick is done, to be shown at once: smooth surfaces and grain."""


@dataclass(frozen=True, eq=False)
class Damage:
    """What was found in a photo by looking at it, whatever is then chosen of it."""

    faces: tuple[Face, ...]
    """Likely ones, in whose eyes and mouths a finding must be surer."""
    detection: Detection | None
    """None if nothing was looked for."""
    turned: Turn = AS_READ
    """How the photo lies in which places are meant, see :attr:`engine.photo.photo.Photo.turned`."""

    def lying_as(self, photo: Photo) -> Damage:
        """Return the same findings where they are in the photo as it lies now."""
        if self.turned == photo.turned:
            return self
        back = Turning(photo.size, photo.turned, self.turned)
        way = Turning(back.turned_size, self.turned, photo.turned)
        faces = tuple(face.turned(way) for face in self.faces)
        detection = None if self.detection is None else self.detection.turned(way)
        return Damage(faces, detection, photo.turned)


@dataclass(frozen=True, eq=False)
class Repaired:
    """A photo after repair, and an account of it."""

    original: Photo
    settings: RepairSettings
    filled: Filled
    damage: Damage
    found: Mapping[str, int]
    """How many findings there were of each kind; empty if nothing was looked for."""
    network: str
    """Which network said what wide holes look like; empty if none was asked."""
    changed_outside: int
    """Samples outside the mask that differ from the photo's, counted: 0."""
    pixels: Pixels
    """With the fills, and with what strokes copy from elsewhere."""
    copies: int = 0
    """Strokes that copy from elsewhere, as far as nothing lies over them."""

    @cached_property
    def photo(self) -> Photo:
        """With the repaired pixels; the photo itself if there was nothing to repair."""
        if not self.mask.any():
            return self.original
        return replace(self.original, pixels=self.pixels)

    @property
    def mask(self) -> Mask:
        """(H, W), where pixels may have changed."""
        return self.filled.mask

    @property
    def invented(self) -> Mask:
        """(H, W), what was made up, because the hole was wide or over an eye or a mouth."""
        return self.filled.invented

    @property
    def holes(self) -> int:
        """How many there are."""
        return self.filled.holes

    @property
    def by_network(self) -> int:
        """Holes whose large forms a network said; never one that reaches into a face."""
        return self.filled.by_network

    @property
    def faces(self) -> int:
        """How many likely faces there are."""
        return len(self.damage.faces)

    @property
    def per_mille_repaired(self) -> float:
        """Of the photo's pixels, all those in the mask."""
        return float(self.mask.mean()) * 1000

    @property
    def per_mille_invented(self) -> float:
        """Of the photo's pixels, those that were made up."""
        return float(self.invented.mean()) * 1000

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know before trusting the result, in sentences."""
        remarks = []
        if self.mask.mean() > MUCH:
            remarks.append(
                f"{self.mask.mean():.0%} of the picture is marked as damaged; look at the mask"
            )
        if self.invented.any():
            remarks.append(
                f"{self.per_mille_invented:.1f} per mille of the picture was invented, because "
                "holes were wide or over an eye or a mouth"
            )
        return tuple(remarks)


def find_damage(
    photo: Photo,
    *,
    looks: bool = True,
    watch: Watch | None = None,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Damage:
    """Return what looks like damage in a photo, and its likely faces.

    The photo is looked at as it was read, so that its findings stay the same when it is turned.

    Args:
        photo: 8 or 16 bits, gray or color.
        looks: Whether damage is looked for; faces are in any case.
        watch: Who looks on; what is found does not depend on it.
        token: Checked before each tile.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
    """
    as_read = turn_to(photo, AS_READ)
    faces = find_faces(as_read)
    found = None
    if looks:
        delicate = delicate_windows(faces)
        onlooker = None if watch is None else _turned_watch(watch, photo, as_read)
        found = detect(as_read, delicate=delicate, watch=onlooker, token=token, report=report)
    return Damage(faces, found).lying_as(photo)


def _turned_watch(watch: Watch, photo: Photo, as_read: Photo) -> Watch:
    """Return a watch of a photo for the photo as it was read."""
    there = Turning(photo.size, photo.turned, as_read.turned)
    back = Turning(as_read.size, as_read.turned, photo.turned)
    return Watch(there.window(watch.window), lambda found: watch.found(found.turned(back)))


def repair(
    photo: Photo,
    settings: RepairSettings | None = None,
    *,
    damage: Damage | None = None,
    earlier: Repaired | None = None,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Repaired:
    """Find damage, fill it, and count what changed where nothing should have.

    Args:
        photo: 8 or 16 bits, gray or color; its alpha stays as it is.
        settings: What the user chose.
        damage: What was found in the same photo before, so that it is not looked for again.
        earlier: What other settings made of the same photo: holes that see no difference are not
            filled again. The result is the same.
        token: Checked before each tile and each hole.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
        ValueError: If the mask is of another size than the photo, or covers all of it.
    """
    settings = settings or RepairSettings()
    if earlier is not None:
        damage = damage or earlier.damage
    looking = _part(report, 0, _LOOKING)
    damage = _found(photo, settings, damage, token, looking)
    marked, protected = _marked(photo, settings, damage)
    copies = copies_of(settings.strokes, photo.size)
    network = None if settings.is_draft else bundled_network("fill")
    how = FillSettings(
        delicate_windows(damage.faces),
        settings.grain,
        texture=not settings.is_draft,
        network=network,
        faces=tuple(face.window for face in damage.faces),
        protected=protected,
        copied=area_of(copies, photo.size),
    )
    filling = _part(report, _LOOKING, _FILLING)
    before = earlier.filled if earlier is not None and _fills_alike(earlier, settings) else None
    filled = fill(photo.pixels, marked, how, earlier=before, token=token, report=filling)
    pixels = copied(filled.pixels, filled.mask, copies)
    outside = changed_outside(photo.pixels, pixels, filled.mask)
    identity = network.identity if network is not None and filled.by_network else ""
    found = _kinds(damage, settings)
    return Repaired(photo, settings, filled, damage, found, identity, outside, pixels, len(copies))


def _fills_alike(earlier: Repaired, settings: RepairSettings) -> bool:
    """Whether holes are filled as before, but for where they are.

    A draft may go on from what is better.
    """
    is_as_good = settings.is_draft or not earlier.settings.is_draft
    return is_as_good and earlier.settings.grain == settings.grain


def marked(photo: Photo, settings: RepairSettings, token: CancelToken | None = None) -> Mask:
    """Return where a repair would change pixels, without repairing: for other programs.

    Raises:
        Cancelled: If ``token`` was set.
    """
    damage = _found(photo, settings, None, token, None)
    damaged, protected = _marked(photo, settings, damage)
    return grown(damaged) & ~protected


def _found(
    photo: Photo,
    settings: RepairSettings,
    known: Damage | None,
    token: CancelToken | None,
    report: Callable[[float], None] | None,
) -> Damage:
    """Return what is known of the damage, looked for as far as the settings ask for it."""
    looks = settings.mask is None and settings.finds
    if known is not None and (known.detection is not None or not looks):
        return known.lying_as(photo)
    return find_damage(photo, looks=looks, token=token, report=report)


def _marked(photo: Photo, settings: RepairSettings, damage: Damage) -> tuple[Mask, Mask]:
    """Return what counts as damage, and what is protected."""
    if settings.mask is not None:
        before = settings.mask
    elif settings.finds and damage.detection is not None:
        before = damage.detection.mask(settings.selection)
    else:
        before = np.zeros(photo.size, bool)
    return paint(before, settings.strokes)


def _kinds(damage: Damage, settings: RepairSettings) -> Mapping[str, int]:
    if settings.mask is not None or not settings.finds or damage.detection is None:
        return {}
    findings = damage.detection.findings(settings.selection)
    return dict(Counter(finding.kind.value for finding in findings))


def _part(
    report: Callable[[float], None] | None, start: float, end: float
) -> Callable[[float], None] | None:
    """Return a report of a stage's own progress as part of the whole."""
    if report is None:
        return None
    return lambda share: report(start + share * (end - start))
