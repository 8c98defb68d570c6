"""What a photo needs before it is colored, and why: looked at once, decided by a person.

No step is proposed that would change nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.cancel import CancelToken
from engine.files.orientation import turn_to
from engine.photo.turns import AS_READ
from engine.recipe.recipe import RESTORING, Stage, with_stages
from engine.restoration.denoising import examine
from engine.restoration.fading import propose_revival
from engine.restoration.networks import bundled_network
from engine.restoration.repairing import find_damage
from engine.restoration.selection import WHAT_IS_LIKELY, Selection
from engine.restoration.tone import propose_levels

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.photo.photo import Photo
    from engine.recipe.recipe import Recipe
    from engine.restoration.denoising import Condition
    from engine.restoration.detection import Watch
    from engine.restoration.fading import RevivalProposal
    from engine.restoration.repairing import Damage
    from engine.restoration.tone import ToneProposal

_LOOKING = 0.9
"""Share of the time after which damage is found."""


@dataclass(frozen=True, eq=False)
class Proposal:
    """What was seen in a photo."""

    damage: Damage
    condition: Condition
    revival: RevivalProposal
    tone: ToneProposal

    def found(self, selection: Selection = WHAT_IS_LIKELY) -> int:
        """Return how many findings count as damage."""
        detection = self.damage.detection
        return 0 if detection is None else int(detection.chosen(selection).sum())

    @property
    def needed(self) -> tuple[Stage, ...]:
        """The stages that would change something, in their order."""
        needs = {
            Stage.REPAIR: self.found() > 0,
            Stage.DENOISE: bool(self.condition.reasons),
            Stage.REVIVAL: not self.revival.revival.does_nothing,
            Stage.TONE: not self.tone.levels.does_nothing,
        }
        return tuple(stage for stage in RESTORING if needs[stage])

    def applied_to(self, recipe: Recipe) -> Recipe:
        """Return a recipe that also takes the stages that are needed; its own stay as they are."""
        return with_stages(recipe, self.needed)


def propose(
    photo: Photo,
    *,
    damage: Damage | None = None,
    watch: Watch | None = None,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Proposal:
    """Look at a photo, as it was read, for everything that could be done to it.

    Args:
        photo: 8 or 16 bits, gray or color.
        damage: What was found in it before, so that it is not looked for again.
        watch: Who looks on while damage is looked for.
        token: Checked between tiles.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
        EngineError: If a network is missing or damaged, or memory runs out.
    """
    token = token or CancelToken()
    if damage is None or damage.detection is None:
        looking = None if report is None else lambda share: report(_LOOKING * share)
        damage = find_damage(photo, watch=watch, token=token, report=looking)
    damage = damage.lying_as(photo)
    as_read = turn_to(photo, AS_READ)
    token.check()
    condition = examine(as_read)
    token.check()
    revival = propose_revival(as_read, bundled_network("revival"))
    token.check()
    detection = damage.detection
    mask = None if detection is None else detection.mask()
    return Proposal(damage, condition, revival, propose_levels(photo.pixels, mask))
