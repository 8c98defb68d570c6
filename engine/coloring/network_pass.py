"""One pass of a network over a small photo: pixels and hints in, colors out, on the CPU."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.coloring.distribution import Distribution, Palette, Pins, asked_change
from engine.coloring.hints import hint_planes, hint_square
from engine.coloring.reach import Likeness, reach_weights
from engine.device import autocast
from engine.errors import CheckpointError, ModelFeature, UnsupportedByModelError
from engine.models.decoding import discount_known_colors
from engine.models.kolorit import Kolorit, Prediction
from engine.opencv import cv2
from engine.recipe.hint import NATURAL_REACH, Hint, MeanColorHint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from engine.checkpoints.checkpoint import Model
    from engine.recipe.hint import AnyHint


_SAME, _OTHER = 3.0, 15.0
"""A hint that asks for a change in ab of less than the first is meant to change nothing, though a
network that is told of it paints its object more evenly; from the second on it is followed all the
way."""
_LARGEST = 6e4
"""What float16 can hold, for logits that no sane network has."""
_FURTHEST = 1000.0
"""From gray, in ab: sRGB has no color beyond 134, and beyond this arithmetic loses lightness."""
_RAREST = 100.0
"""Logarithm of a weight in training."""


@dataclass(frozen=True, eq=False)
class Seen:
    """What a network said of a photo, without hints and with some: what need not be asked again."""

    model: Model
    casts: tuple[MeanColorHint, ...]
    plain: Distribution
    """Without hints."""
    ab: Tensor
    """(2, H, W), its colors."""
    likeness: Likeness
    hints: tuple[Hint, ...] = ()
    """Of one and the same reach."""
    hinted: Tensor | None = None
    """(Q, h, w), float16, with these hints."""


@dataclass(frozen=True, eq=False)
class NetworkPass:
    """What a network said."""

    ab: Tensor
    """(2, H, W)."""
    distribution: Distribution | None = None
    """Of networks that predict one."""
    seen: Seen | None = None
    """Likewise."""


def run_network(
    model: Model, lightness: Tensor, hints: Sequence[AnyHint] = (), seen: Seen | None = None
) -> NetworkPass:
    """Show a photo's L, (1, H, W) of any size, to a network.

    Args:
        model: The model.
        lightness: L of the photo.
        hints: Colors that a person has set.
        seen: What a network said of the same L before; of the same network it spares passes: all
            of them if only the reach of hints has changed.

    Raises:
        UnsupportedByModelError: If there are hints and the network takes none.
        CheckpointError: If its weights, though finite, give colors that no photo can have.
    """
    if hints and not model.takes_hints:
        raise UnsupportedByModelError(ModelFeature.HINTS)
    size = (lightness.shape[1], lightness.shape[2])
    if not isinstance(network := model.network, Kolorit):
        plane = _normalized(model, lightness)
        with _autocast(model, plane):
            ab = network(plane)[0].float().cpu()
        ab = ab * model.contract.output_scale
        return NetworkPass(_sane(model, ab[:, : size[0], : size[1]]))
    seen = _look(model, lightness, hints, seen)
    points = [hint for hint in hints if isinstance(hint, Hint)]
    if not points:
        return NetworkPass(seen.ab, seen.plain, seen)
    distribution = _blended(seen, _pins(seen, points, lightness))
    return NetworkPass(_sane(model, distribution.colors()), distribution, seen)


def _look(model: Model, lightness: Tensor, hints: Sequence[AnyHint], seen: Seen | None) -> Seen:
    """Ask the network what is not known yet."""
    casts = tuple(hint for hint in hints if isinstance(hint, MeanColorHint))
    if seen is None or seen.model is not model or seen.casts != casts:
        seen = _unhinted(model, lightness, casts)
    points = tuple(h.by_hand(reach=NATURAL_REACH) for h in hints if isinstance(h, Hint))
    if points and points != seen.hints:
        logits = _stored(_predict(model, lightness, hints).logits)
        _require_within(model, 1.1 * _LARGEST, logits)  # rounded on some devices
        seen = replace(seen, hints=points, hinted=logits)
    return seen


def _normalized(model: Model, lightness: Tensor) -> Tensor:
    """Return L as networks take it, (1, 1, H, W), padded to what they take."""
    H, W = lightness.shape[-2:]
    step = model.contract.multiple_of
    plane = lightness[0].numpy()
    # OpenCV reflects as often as it must, so a photo narrower than the padding is fine
    padded = cv2.copyMakeBorder(plane, 0, -H % step, 0, -W % step, cv2.BORDER_REFLECT_101)
    return torch.from_numpy(padded).div(50).sub(1)[None, None].to(model.device.name)


def _predict(model: Model, lightness: Tensor, hints: Sequence[AnyHint]) -> Prediction:
    network = model.network
    assert isinstance(network, Kolorit)
    H, W = lightness.shape[-2:]
    step, planes = model.contract.multiple_of, None
    if hints:
        painted = F.pad(hint_planes(hints, (H, W)), (0, -W % step, 0, -H % step))
        painted[:2] /= network.decoding.gain  # what the network repeats will be multiplied by it
        planes = painted[None].to(model.device.name)
    plane = _normalized(model, lightness)
    with _autocast(model, plane):
        return network.predict(plane, planes)


def _autocast(model: Model, plane: Tensor) -> torch.autocast:
    """Return the context for a plane, (1, 1, H, W), that is padded to what the network takes."""
    return autocast(model.device, one_column=plane.shape[-1] <= model.contract.multiple_of)


def _sane(model: Model, ab: Tensor) -> Tensor:
    _require_within(model, _FURTHEST, ab)
    return ab


def _require_within(model: Model, most: float, values: Tensor) -> None:
    low, high = values.aminmax()  # of which one is NaN if any value is
    if not -most <= float(low) <= float(high) <= most:
        raise CheckpointError(Path(model.name), "it gives colors that no photo can have")


def _unhinted(model: Model, lightness: Tensor, casts: tuple[MeanColorHint, ...]) -> Seen:
    network = model.network
    assert isinstance(network, Kolorit)
    prediction = _predict(model, lightness, casts)
    plain = Distribution(
        _stored(prediction.logits),
        prediction.shares[0].half().cpu(),
        Palette(network.bins.cpu(), network.log_rarity.cpu(), network.decoding),
        (lightness.shape[1], lightness.shape[2]),
    )
    _require_within(model, 1.1 * _LARGEST, plain.logits)
    _require_within(model, 1.1, plain.shares)
    _require_within(model, _RAREST, plain.palette.log_class_weights)
    _require_within(model, _FURTHEST, plain.palette.bins)  # colors are means of these
    likeness = Likeness.of(prediction.coarse[0].cpu(), prediction.fine[0].cpu())
    return Seen(model, casts, plain, _sane(model, plain.colors()), likeness)


def _stored(logits: Tensor) -> Tensor:
    """Return (1, Q, h, w) as it is kept, (Q, h, w)."""
    return logits[0].clamp(-_LARGEST, _LARGEST).half().cpu()


def _pins(seen: Seen, hints: Sequence[Hint], lightness: Tensor) -> Pins:
    """Return where hints are, how far they reach, and how much they ask for."""
    plain = seen.plain
    cells = (plain.logits.shape[1], plain.logits.shape[2])
    squares = tuple(hint_square(hint, plain.size) for hint in hints)
    colors = torch.tensor([hint.ab for hint in hints], dtype=torch.float32)
    weights = reach_weights(seen.likeness, hints, plain.size, cells)
    far = [
        asked_change(lightness[:, *square], seen.ab[:, *square], color).norm()
        for square, color in zip(squares, colors, strict=True)
    ]
    return Pins(
        colors, squares, weights, ((torch.stack(far) - _SAME) / (_OTHER - _SAME)).clamp(0, 1)
    )


def _blended(seen: Seen, pins: Pins) -> Distribution:
    """Show what hints change no farther than they reach."""
    assert seen.hinted is not None
    plain = seen.plain
    rarity, how = plain.palette.log_class_weights, plain.palette.decoding
    # colors that a person has set are not rare where they are meant
    usual = discount_known_colors(rarity, plain.palette.bins, pins.colors / how.gain)
    hinted = seen.hinted.float() + (how.logit_adjustment * (rarity - usual)).view(-1, 1, 1)
    share = (pins.weights * pins.novelty.view(-1, 1, 1)).sum(dim=0)
    logits = _stored(torch.lerp(plain.logits.float(), hinted, share)[None])
    return replace(plain, logits=logits, pins=pins)
