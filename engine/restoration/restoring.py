"""From a photo to the restored photo, stage by stage, each with an account of what it did.

The one place that knows how the stages of a recipe that come before coloring are carried out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.cancel import CancelToken
from engine.recipe.recipe import RESTORING, Stage
from engine.restoration.accounts import (
    denoise_account,
    denoise_sentence,
    repair_account,
    repair_sentence,
    tone_account,
    tone_sentence,
)
from engine.restoration.denoising import TASK, Before, DenoiseSettings, denoise
from engine.restoration.drafting import drafted
from engine.restoration.networks import bundled_network
from engine.restoration.repairing import MUCH, Damage, RepairSettings, repair
from engine.restoration.revival import apply_revival
from engine.restoration.reviving import revive
from engine.restoration.selection import WHAT_MAY_BE, Selection
from engine.restoration.tone import apply_levels, tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from engine.photo.photo import Photo, Pixels
    from engine.recipe.recipe import Recipe
    from engine.recipe.stages import Denoise, Repair, Revival, Tone
    from engine.restoration.denoising import Clean
    from engine.restoration.drafting import Area
    from engine.restoration.repairing import Repaired

    Mask = NDArray[np.bool_]
    Report = Callable[[float], None]

_MOST_KEPT = 400_000_000
"""Bytes: what a network said of larger photos is not kept beside them."""


@dataclass(frozen=True, eq=False)
class Known:
    """What is known of one photo beside its recipe."""

    mask: Mask | None = None
    """(H, W), what is damaged; then nothing is looked for."""
    fill_grain: bool = True
    """Whether fills get the grain of their surroundings."""
    roll: tuple[Photo, ...] = ()
    """Other photos that faded alike."""
    noise: float | None = None
    """Levels of 255, deviation, 0 to 60; None is as measured."""
    quality: int | None = None
    """Of the JPEG that the photo was, 1 to 100, which is none; None is as measured."""
    damage: Damage | None = None
    """What was found when it was looked at before."""


@dataclass(frozen=True, eq=False)
class Step:
    """What one stage made of a photo."""

    stage: Stage
    settings: object
    """The recipe's."""
    photo: Photo
    """After it; the very same as before it if nothing was done."""
    account: Mapping[str, Any]
    """For reports, as JSON takes it: at least ``step``, ``done`` and ``why``."""
    sentence: str = ""
    """What was done, for the XMP; empty if nothing was."""
    made_by_model: bool = False
    """Whether a trained model made a part of the picture."""
    again: Callable[[Pixels], Pixels] | None = None
    """Does the same to any part of the photo; None if that takes a network."""
    with_settings: Callable[[Any], Callable[[Pixels], Pixels]] | None = None
    """Returns what does it with other settings; None if that takes a network."""

    @property
    def did_something(self) -> bool:
        """Whether the photo was changed."""
        return bool(self.account["done"])


@dataclass(frozen=True, eq=False)
class Restored:
    """A photo, and what the stages before coloring made of it."""

    original: Photo
    steps: tuple[Step, ...]
    repaired: Repaired | None = None
    """The last repair that was made of it, also if the recipe has no repair now."""
    known: Known = field(default_factory=Known)
    clean: Clean | None = None
    """What the network for noise said last, if it is small enough to be kept."""

    @property
    def damage(self) -> Damage | None:
        """What was found when the photo was looked at; None if it was not."""
        return self.known.damage if self.repaired is None else self.repaired.damage

    @property
    def mask(self) -> Mask:
        """(H, W), where a repair may have changed pixels."""
        return self._of_repair(lambda repaired: repaired.mask)

    @property
    def is_much_repaired(self) -> bool:
        """Whether so much was marked as damaged that a person had better look at it."""
        return float(self.mask.mean()) > MUCH

    @property
    def invented(self) -> Mask:
        """(H, W), the part of it that was made up."""
        return self._of_repair(lambda repaired: repaired.invented)

    def _of_repair(self, part: Callable[[Repaired], Mask]) -> Mask:
        is_repaired = any(step.stage is Stage.REPAIR for step in self.steps)
        if not is_repaired or self.repaired is None:
            return np.zeros(self.original.size, bool)
        return part(self.repaired)

    @property
    def photo(self) -> Photo:
        """The photo after all stages; the original itself if nothing was done."""
        return self.steps[-1].photo if self.steps else self.original

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was done, for the XMP."""
        return tuple(step.sentence for step in self.steps if step.sentence)

    @property
    def made_by_model(self) -> bool:
        """Whether a trained model made a part of the picture."""
        return any(step.made_by_model for step in self.steps)


def restore(
    photo: Photo,
    recipe: Recipe,
    *,
    known: Known | None = None,
    earlier: Restored | None = None,
    token: CancelToken | None = None,
    report: Report | None = None,
) -> Restored:
    """Carry out the stages of a recipe that come before coloring.

    Args:
        photo: As it was read; 8 or 16 bits, gray or color. Its alpha stays as it is.
        recipe: What was decided.
        known: What is known of this photo beside that.
        earlier: What another recipe made of the same photo: stages up to the first that differs
            are not done again, and damage is not looked for again.
        token: Checked between tiles and holes.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
        EngineError: If a network is missing or damaged, or memory runs out.
        ValueError: If the mask is of another size than the photo, or covers all of it.
    """
    known = known or (earlier.known if earlier is not None else Known())
    work = _Work(photo, known, token or CancelToken(), earlier)
    stages = [stage for stage in RESTORING if getattr(recipe, stage.value) is not None]
    for index, stage in enumerate(stages):
        work.token.check()
        work.report = _part(report, index, len(stages))
        work.take(stage, getattr(recipe, stage.value))
    return Restored(photo, tuple(work.steps), work.repaired, known, work.clean)


def draft(earlier: Restored, settings: Repair) -> Photo:
    """Return roughly what a photo will look like with other strokes: quick, to be shown at once.

    Where the repair differs, holes are filled without a network, and noise is left.

    Args:
        earlier: What was made of it without the last strokes.
        settings: Those of the repair now.

    Raises:
        ValueError: If nothing is left to fill holes from.
    """
    how = replace(_repair_settings(settings, earlier.known), is_draft=True)
    before = earlier.repaired
    local = drafted(earlier.original, before, how)
    if local is not None:
        return _with_drafted(earlier, *local)
    damage = earlier.damage or Damage((), None)
    done = repair(earlier.original, how, damage=damage, earlier=before)
    old = earlier.original.pixels if before is None else before.photo.pixels
    mask = done.mask if before is None else done.mask | before.mask
    touched = np.flatnonzero(mask)  # nothing else can differ, and a look at all of it takes long
    channels = old.shape[2]
    new, old = done.photo.pixels.reshape(-1, channels), old.reshape(-1, channels)
    differs = touched[(new[touched] != old[touched]).any(axis=1)]
    pixels, part = earlier.photo.pixels.copy(), new[differs][:, None]
    for step in earlier.steps:
        if step.again is not None:
            part = step.again(part)
    pixels.reshape(-1, pixels.shape[2])[differs] = part[:, 0]
    return replace(earlier.original, pixels=pixels)


def _with_drafted(earlier: Restored, drawn: Pixels, areas: tuple[Area, ...]) -> Photo:
    """Return a photo after all steps that can be done to a part, with strokes that were drafted."""
    before = earlier.original.pixels if earlier.repaired is None else earlier.repaired.pixels
    if earlier.photo.pixels is before:
        return replace(earlier.original, pixels=drawn)
    pixels = earlier.photo.pixels.copy()
    for rows, columns, covered in areas:
        part = drawn[rows, columns][covered][:, None]
        for step in earlier.steps:
            if step.again is not None:
                part = step.again(part)
        pixels[rows, columns][covered] = part[:, 0]
    return replace(earlier.original, pixels=pixels)


def _likely_damage(repaired: Repaired | None) -> Mask | None:
    """Return what is or may be damage, whatever was decided about it.

    One scratch that is left as it is, by hand or because it is not sure, must not change the tones
    of the whole photo.
    """
    if repaired is None or repaired.damage.detection is None:
        return None if repaired is None else repaired.mask
    return repaired.mask | repaired.damage.detection.mask(WHAT_MAY_BE)


def _repair_settings(settings: Repair, known: Known) -> RepairSettings:
    return RepairSettings(
        Selection.of(settings),
        known.mask,
        known.fill_grain,
        settings.finds,
        settings.strokes,
    )


class _Work:
    """A photo on its way through the stages."""

    def __init__(
        self, photo: Photo, known: Known, token: CancelToken, earlier: Restored | None
    ) -> None:
        is_same = earlier is not None and earlier.original is photo and earlier.known is known
        self.photo, self.known, self.token = photo, known, token
        self.steps: list[Step] = []
        self.report: Report | None = None
        self._earlier = earlier if is_same else None
        self.repaired = None if self._earlier is None else self._earlier.repaired
        self.clean = None if self._earlier is None else self._earlier.clean
        self._original = photo

    def take(self, stage: Stage, settings: Any) -> None:
        """Take a stage, or what it made of the same photo before."""
        step = self._same_as_before(stage, settings) or _TAKEN[stage](self, settings)
        self.steps.append(step)
        self.photo = step.photo

    def _same_as_before(self, stage: Stage, settings: object) -> Step | None:
        earlier, done = self._earlier, len(self.steps)
        if earlier is None or earlier.steps[:done] != tuple(self.steps):
            return None
        before = earlier.steps[done] if done < len(earlier.steps) else None
        if before is None or (before.stage, before.settings) != (stage, settings):
            return None
        return before

    def repair(self, settings: Repair) -> Step:
        """Fill what is damaged."""
        how = _repair_settings(settings, self.known)
        done = self.repaired = repair(
            self.photo,
            how,
            damage=self.known.damage,
            earlier=self.repaired,
            token=self.token,
            report=self.report,
        )
        sentence = repair_sentence(done, how) if done.mask.any() else ""
        account, is_by_model = repair_account(done, how), done.by_network > 0
        return Step(Stage.REPAIR, settings, done.photo, account, sentence, is_by_model)

    def denoise(self, settings: Denoise) -> Step:
        """Take out what a photo has too much of."""
        model = bundled_network(TASK, "auto")
        how = DenoiseSettings.of(settings, self.known.noise, self.known.quality)
        before = Before(self._original, self.clean)
        done = denoise(self.photo, model, how, before=before, token=self.token, report=self.report)
        if done.clean is not None and done.clean.pixels.nbytes <= _MOST_KEPT:
            self.clean = done.clean
        sentence = denoise_sentence(done, how, model) if done.did_something else ""
        account = denoise_account(done, how, model)
        return Step(Stage.DENOISE, settings, done.photo, account, sentence)

    def revive(self, settings: Revival) -> Step:
        """Bring back faded colors."""
        done = revive(self.photo, self.known.roll, settings)
        again = partial(apply_revival, revival=done.proposal.revival)
        sentence = " ".join(done.sentences)
        return Step(
            Stage.REVIVAL,
            settings,
            done.photo,
            done.account,
            sentence,
            again=again,
            with_settings=lambda other: partial(apply_revival, revival=done.revival_for(other)),
        )

    def tone(self, settings: Tone) -> Step:
        """Spread flat tones."""
        is_repaired = bool(self.steps) and self.steps[0].stage is Stage.REPAIR
        damage = _likely_damage(self.repaired) if is_repaired else None
        done = tone(self.photo, damage, settings)
        sentence = "" if done.levels.does_nothing else tone_sentence(done)
        return Step(
            Stage.TONE,
            settings,
            done.photo,
            tone_account(done),
            sentence,
            again=partial(apply_levels, levels=done.levels),
            with_settings=lambda other: partial(apply_levels, levels=done.levels_for(other)),
        )


_TAKEN: Mapping[Stage, Callable[[_Work, Any], Step]] = {
    Stage.REPAIR: _Work.repair,
    Stage.DENOISE: _Work.denoise,
    Stage.REVIVAL: _Work.revive,
    Stage.TONE: _Work.tone,
}


def _part(report: Report | None, index: int, count: int) -> Report | None:
    """Return a report of one stage's progress as part of all of them."""
    if report is None:
        return None
    return lambda share: report((index + share) / count)
