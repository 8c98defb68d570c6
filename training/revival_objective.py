"""What the revival network learns: to bring colors near the truth, and to know when it does.

References:
    CIE 116-1995 (ΔE94): color differences that count less in vivid colors, and can be derived.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.color import rgb_from_linear, rgb_to_lab
from engine.models.revival import density_from_rgb, revived_density

if TYPE_CHECKING:
    from torch import Tensor

    from engine.models.revival import RevivalNetwork
    from training.fading import FadedPhotos

_LAST_SHARE = 0.6
"""Of the loss, what the last look counts; the others share the rest."""
_BRIGHTEST, _DARKEST = -0.3, 4.0
"""Densities beyond white and black that are still told apart, so that the loss leads back."""
_LEAST_ERROR = 0.5
_DOUBT_WEIGHT, _HELP_WEIGHT = 0.3, 1.0


def revival_loss(network: RevivalNetwork, photos: FadedPhotos) -> dict[str, Tensor]:
    """Return the loss of a batch, and of what it is made up."""
    shown = density_from_rgb(photos.shown)
    truth = rgb_to_lab(photos.truth)
    before = color_difference(rgb_to_lab(photos.shown), truth)
    looks = network.looks(photos.shown)
    errors = []
    for look in looks:
        density = revived_density(shown, look.matrix, look.offset).clamp(_BRIGHTEST, _DARKEST)
        revived = rgb_to_lab(rgb_from_linear(torch.pow(10.0, -density)))
        errors.append(color_difference(revived, truth))
    last, final = looks[-1], errors[-1]
    early = torch.stack(errors[:-1] or errors).mean()
    color = _LAST_SHARE * final.mean() + (1 - _LAST_SHARE) * early
    doubt = (last.log_error - final.detach().add(_LEAST_ERROR).log()).abs().mean()
    helps = (final.detach() < before).float()
    harm = F.binary_cross_entropy_with_logits(last.helps, helps)
    return {
        "loss": color + _DOUBT_WEIGHT * doubt + _HELP_WEIGHT * harm,
        "faded": _mean_of(final.detach(), photos.is_faded),
        "unfaded": _mean_of(final.detach(), ~photos.is_faded),
        "doubt": doubt.detach(),
        "harm": harm.detach(),
    }


def color_difference(one: Tensor, truth: Tensor) -> Tensor:
    """Return the mean ΔE94 of each picture in Lab, (B, 3, H, W), to the truth, (B,)."""
    chroma = truth[:, 1:].square().sum(dim=1).add(1e-6).sqrt()
    other = one[:, 1:].square().sum(dim=1).add(1e-6).sqrt()
    lighter, redder, yellower = (one - truth).unbind(1)
    in_chroma = other - chroma
    in_hue = (redder.square() + yellower.square() - in_chroma.square()).clamp(min=0)
    weighed = (in_chroma / (1 + 0.045 * chroma)).square()
    weighed = weighed + in_hue / (1 + 0.015 * chroma).square() + lighter.square()
    return weighed.add(1e-4).sqrt().mean(dim=(1, 2))


def _mean_of(values: Tensor, chosen: Tensor) -> Tensor:
    return (values * chosen).sum() / chosen.sum().clamp(min=1)
