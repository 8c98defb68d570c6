"""From a photo to the repaired photo, with what was found and what was done.

The one place that knows the order: faces, damage, fill, proof.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.restoration.detection import DEFAULT_SENSITIVITY, detect
from engine.restoration.faces import delicate_windows, find_faces
from engine.restoration.inpainting import FillSettings, changed_outside, fill, grown
from engine.restoration.networks import bundled_network

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.photo.photo import Photo, Window
    from engine.restoration.detection import Detection

    Mask = NDArray[np.bool_]

MUCH = 0.12
"""Share of a photo from which a mask had better be looked at by a person."""
_LOOKING, _FILLING = 0.6, 0.95
"""Shares of the time after which looking, and filling, are done."""


@dataclass(frozen=True, eq=False)
class RepairSettings:
    """What the user can choose about a repair."""

    sensitivity: float = DEFAULT_SENSITIVITY
    """0 (only what is certain) to 1 (all that may well be damage)."""
    mask: Mask | None = None
    """(H, W), what the user says is damaged; then nothing is looked for."""
    grain: bool = True
    """Whether fills get the grain of their surroundings."""


@dataclass(frozen=True, eq=False)
class Repaired:
    """A photo after repair, and an account of it."""

    photo: Photo
    """With the repaired pixels; the photo itself if there was nothing to repair."""
    mask: Mask
    """(H, W), where pixels may have changed."""
    invented: Mask
    """(H, W), what was made up, because the hole was wide or over an eye or a mouth."""
    found: Mapping[str, int]
    """How many findings there were of each kind; empty if the mask was given."""
    holes: int
    by_network: int
    """Of the holes, those whose large forms a network said."""
    network: str
    """Which network that is; empty if none was asked."""
    faces: int
    """How many likely faces, in whose eyes and mouths a finding had to be surer."""
    changed_outside: int
    """Samples outside the mask that differ from the photo's, counted: 0."""

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
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> tuple[Detection, tuple[Window, ...]]:
    """Return what looks like damage in a photo, and its eyes and mouths.

    Raises:
        Cancelled: If ``token`` was set.
    """
    delicate = delicate_windows(find_faces(photo))
    return detect(photo, delicate=delicate, token=token, report=report), delicate


def repair(
    photo: Photo,
    settings: RepairSettings | None = None,
    *,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Repaired:
    """Find damage, fill it, and count what changed where nothing should have.

    Args:
        photo: 8 or 16 bits, gray or color; its alpha stays as it is.
        settings: What the user chose.
        token: Checked before each tile and each hole.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
        ValueError: If the mask is of another size than the photo, or covers all of it.
    """
    settings = settings or RepairSettings()
    found: Mapping[str, int] = {}
    if settings.mask is None:
        detection, delicate = find_damage(photo, token=token, report=_part(report, 0, _LOOKING))
        mask = detection.mask(settings.sensitivity)
        kinds = (finding.kind.value for finding in detection.findings(settings.sensitivity))
        found = dict(Counter(kinds))
    else:
        mask, delicate = settings.mask, delicate_windows(find_faces(photo))
    network = bundled_network("fill")
    filled = fill(
        photo.pixels,
        mask,
        FillSettings(delicate, settings.grain, network=network),
        token=token,
        report=_part(report, _LOOKING, _FILLING),
    )
    outside = changed_outside(photo.pixels, filled.pixels, filled.mask)
    repaired = replace(photo, pixels=filled.pixels) if filled.mask.any() else photo
    return Repaired(
        repaired,
        filled.mask,
        filled.invented,
        found,
        holes=filled.holes,
        by_network=filled.by_network,
        network=network.identity if filled.by_network else "",
        faces=len(delicate) // 2,
        changed_outside=outside,
    )


def marked(photo: Photo, settings: RepairSettings, token: CancelToken | None = None) -> Mask:
    """Return where a repair would change pixels, without repairing: for other programs.

    Raises:
        Cancelled: If ``token`` was set.
    """
    if settings.mask is not None:
        return grown(settings.mask)
    detection, _ = find_damage(photo, token=token)
    return grown(detection.mask(settings.sensitivity))


def _part(
    report: Callable[[float], None] | None, start: float, end: float
) -> Callable[[float], None] | None:
    """Return a report of a stage's own progress as part of the whole."""
    if report is None:
        return None
    return lambda share: report(start + share * (end - start))
