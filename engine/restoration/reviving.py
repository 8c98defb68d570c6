"""From a faded photo to the revived photo, with what was found and what was done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.restoration.fading import RevivalProposal, propose_revival
from engine.restoration.networks import bundled_network
from engine.restoration.revival import apply_revival

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.photo.photo import Photo
    from engine.recipe.stages import Revival as Settings
    from engine.restoration.revival import Revival

_NOISY = 1.8
"""Times that noise grows from which on it is said."""


@dataclass(frozen=True, eq=False)
class Revived:
    """A photo after revival, and an account of it."""

    photo: Photo
    """With its colors revived; the photo itself if it was left alone."""
    proposal: RevivalProposal
    whole: Revival
    """What brings the colors back as the dyes are estimated to have been."""
    network: str
    """Which network proposed it."""

    def revival_for(self, settings: Settings) -> Revival:
        """Return that of other settings."""
        return self.whole.by(settings.recovery)

    @property
    def account(self) -> dict[str, Any]:
        """What a report says of it, also of a revival that was found and not done."""
        found = self.proposal.estimate
        settings = {}
        if found is not None:
            done = found.revival if self.proposal.revival.does_nothing else self.proposal.revival
            names = ("cyan", "magenta", "yellow")
            settings = {
                "matrix": [[round(value, 4) for value in row] for row in done.matrix],
                "offset": [round(value, 4) for value in done.offset],
                "dyes_left": dict(zip(names, map(_rounded, found.revival.dyes_left), strict=True)),
                "probability_of_help": _rounded(found.help),
                "expected_error": _rounded(found.error),
                "noise_gain": _rounded(found.revival.noise_gain),
            }
        return {
            "step": "revival",
            "done": not self.proposal.revival.does_nothing,
            "why": self.proposal.why,
            "network": self.network,
            "settings": settings,
            "remarks": list(self.remarks),
        }

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of the result, in sentences."""
        gain = self.proposal.revival.noise_gain
        if gain < _NOISY:
            return ()
        return (
            f"thin dyes were strengthened, and grain and noise up to {gain:.1f} times with them",
        )

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was done, for the XMP, with the twelve numbers; none if nothing was."""
        revival = self.proposal.revival
        if revival.does_nothing:
            return ()
        cyan, magenta, yellow = revival.dyes_left
        rows = "; ".join(" ".join(f"{value:.3f}" for value in row) for row in revival.matrix)
        offset = " ".join(f"{value:.3f}" for value in revival.offset)
        dyes = f"cyan {cyan:.2f}, magenta {magenta:.2f}, yellow {yellow:.2f}"
        numbers = f"matrix {rows}, offset {offset}"
        done = (
            f"revival: faded colors brought back as estimated by {self.network}, dyes left {dyes}"
        )
        return (f"{done}; in optical density {numbers}",)


def revive(photo: Photo, roll: Sequence[Photo] = (), settings: Settings | None = None) -> Revived:
    """Bring back the colors of a photo if it is surely faded; leave all others alone.

    Args:
        photo: 8 or 16 bits, gray or color; its alpha stays as it is.
        roll: Other photos that faded alike.
        settings: How far; by default as the dyes are estimated to have been.

    Raises:
        CatalogError: If the app came without the network.
        CheckpointError: If the network is not the one that came with the app.
        DeviceMemoryError: If there is no room for the network's work.
    """
    model = bundled_network("revival")
    proposal = propose_revival(photo, model, roll=roll)
    whole = proposal.revival
    if settings is not None:
        proposal = replace(proposal, revival=whole.by(settings.recovery))
    if proposal.revival.does_nothing:
        return Revived(photo, proposal, whole, model.identity)
    pixels = apply_revival(photo.pixels, proposal.revival)
    return Revived(replace(photo, pixels=pixels), proposal, whole, model.identity)


def _rounded(value: float) -> float:
    return round(value, 2)
