"""Makes a clean color photo look like an old black-and-white one: what the network learns from.

The order is that of a photo's life: the film's response to color, the lens, the negative's tones,
a century of fading, grain, dust and scratches, and at last a scanner's JPEG. Everything runs
batched on the photos' device, and every photo gets its own mixture.

References:
    Film responses after the classes of Mees, "The theory of the photographic process", 1942:
    blue-sensitive, orthochromatic (blind to red) and panchromatic emulsions; the shares are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.photo.color import lightness_from_luminance, linear_from_rgb
from training.degradation.gaussian import blurred
from training.degradation.jpeg import compressed

if TYPE_CHECKING:
    from torch import Tensor

_FILMS = (
    (0.55, (0.30, 0.40, 0.30), 0.35),
    (0.30, (0.05, 0.55, 0.40), 0.30),
    (0.15, (0.02, 0.15, 0.83), 0.20),
)
"""Share of the photos, response to linear red, green and blue, and its spread in log units."""
_SCRATCHES = 3


@dataclass(frozen=True)
class Dice:
    """Random numbers for a batch, one draw a photo, on the photos' device."""

    generator: torch.Generator
    count: int

    def uniform(self, low: float, high: float) -> Tensor:
        """Return (B, 1, 1, 1) in [low, high)."""
        draw = torch.rand(
            (self.count, 1, 1, 1), generator=self.generator, device=self.generator.device
        )
        return low + (high - low) * draw

    def strength(self, share: float, high: float) -> Tensor:
        """Return (B, 1, 1, 1): 0 for most photos, for a ``share`` of them up to ``high``."""
        return self.uniform(0, high) * (self.uniform(0, 1) < share)

    def normal(self) -> Tensor:
        """Return (B, 1, 1, 1), normally distributed, sigma 1."""
        return self.noise(1, 1)

    def noise(self, height: int, width: int) -> Tensor:
        """Return (B, 1, height, width), normally distributed, sigma 1."""
        shape = (self.count, 1, height, width)
        return torch.randn(shape, generator=self.generator, device=self.generator.device)


@torch.no_grad()
def degrade(rgb: Tensor, generator: torch.Generator) -> Tensor:
    """Return what a scan of an old print of these scenes could look like.

    Args:
        rgb: (B, 3, H, W), sRGB in [0, 1].
        generator: On the device of ``rgb``; the result is a function of its state.

    Returns:
        L in [0, 100], (B, 1, H, W).
    """
    dice = Dice(generator, rgb.shape[0])
    luminance = expose(linear_from_rgb(rgb), dice)
    luminance = halo(luminance, dice)
    tone = lightness_from_luminance(luminance) / 100
    tone = blur(tone, dice.strength(0.4, 1.2))
    tone = develop(tone, dice)
    tone = fade(tone, dice)
    tone = add_grain(tone, dice)
    tone = add_dust(tone, dice)
    tone = add_scratches(tone, dice)
    tone = compress(tone.clamp(0, 1), dice)
    return tone.clamp(0, 1).mul(255).round().div(255).mul(100)  # scans have 8 bits


@torch.no_grad()
def film(rgb: Tensor, generator: torch.Generator) -> Tensor:
    """Return a fresh negative's view of these scenes: response, exposure and contrast alone.

    Arguments and result are those of :func:`degrade`.
    """
    dice = Dice(generator, rgb.shape[0])
    tone = lightness_from_luminance(expose(linear_from_rgb(rgb), dice)) / 100
    return develop(tone, dice).clamp(0, 1).mul(100)


def expose(linear: Tensor, dice: Dice) -> Tensor:
    """Return the light, (B, 1, H, W), that a random film sees of linear RGB, (B, 3, H, W)."""
    kind = dice.uniform(0, 1)
    response = linear.new_zeros(linear.shape[0], 3, 1, 1)
    least = 0.0
    for share, colors, spread in _FILMS:
        chosen = (kind >= least) & (kind < least + share)
        jitter = torch.cat([dice.uniform(-spread, spread) for _ in colors], dim=1).exp()
        response = response + chosen * linear.new_tensor(colors).view(1, 3, 1, 1) * jitter
        least += share
    response = response / response.sum(dim=1, keepdim=True)
    light = (linear * response).sum(dim=1, keepdim=True)
    return (light * dice.uniform(-0.35, 0.35).exp()).clamp(0, 1)


def halo(luminance: Tensor, dice: Dice) -> Tensor:
    """Let bright light spill over, as it does where a film's base reflects it (halation)."""
    bright = (luminance - 0.6).clamp(min=0)
    H, W = luminance.shape[-2:]
    small = F.adaptive_avg_pool2d(bright, (max(1, H // 4), max(1, W // 4)))
    spilled = blur(small, torch.ones_like(luminance[:, :, :1, :1]))
    wide = F.interpolate(spilled, (H, W), mode="bilinear")
    return luminance + dice.strength(0.3, 0.8) * wide


def blur(image: Tensor, sigma: Tensor) -> Tensor:
    """Blur each photo, (B, C, H, W), by a Gaussian of its own sigma, (B, 1, 1, 1), in pixels."""
    return blurred(image, sigma.flatten())


def develop(tone: Tensor, dice: Dice) -> Tensor:
    """Bend the tones: a gamma, then an S-curve around a random middle gray."""
    bent = tone.clamp(min=1e-4) ** dice.uniform(-0.4, 0.4).exp()
    contrast, middle = dice.strength(0.7, 5.0) + 0.01, dice.uniform(0.35, 0.65)
    low, high = torch.sigmoid(-contrast * middle), torch.sigmoid(contrast * (1 - middle))
    return (torch.sigmoid(contrast * (bent - middle)) - low) / (high - low)


def fade(tone: Tensor, dice: Dice) -> Tensor:
    """Lift the blacks, gray the whites, unevenly over the print, and darken its corners."""
    black, white = dice.strength(0.6, 0.3), 1 - dice.strength(0.5, 0.3)
    stains = F.interpolate(dice.noise(3, 3), tone.shape[-2:], mode="bicubic")
    y = torch.linspace(-1, 1, tone.shape[-2], device=tone.device)[:, None]
    x = torch.linspace(-1, 1, tone.shape[-1], device=tone.device)
    corners = (x**2 + y**2) / 2
    shade = 1 + dice.strength(0.4, 0.12) * stains - dice.strength(0.4, 0.5) * corners
    return (black + (white - black) * tone) * shade


def add_grain(tone: Tensor, dice: Dice) -> Tensor:
    """Add grain, coarser or finer, strongest in the middle tones."""
    sharp = dice.noise(*tone.shape[-2:])
    clumped = blur(sharp, dice.uniform(0.2, 1.0))
    clumped = clumped / clumped.std(dim=(2, 3), keepdim=True).clamp(min=1e-3)
    visible = 0.3 + 2.8 * (tone * (1 - tone)).clamp(min=0)
    return tone + dice.strength(0.6, 0.05) * visible * clumped


def add_dust(tone: Tensor, dice: Dice) -> Tensor:
    """Scatter bright and dark specks of a few pixels."""
    field = blur(dice.noise(*tone.shape[-2:]), dice.uniform(0.6, 1.2))
    field = field / field.std(dim=(2, 3), keepdim=True).clamp(min=1e-3)
    least = 3.2 + 3 * (dice.uniform(0, 1) > 0.4)  # beyond six sigma there is no dust at all
    opaque = ((field.abs() - least) * 4).clamp(0, 1)
    return torch.lerp(tone, (field > 0).to(tone.dtype), opaque)


def add_scratches(tone: Tensor, dice: Dice) -> Tensor:
    """Draw thin, straight, mostly upright scratches that fade in and out."""
    y = torch.linspace(0, 1, tone.shape[-2], device=tone.device)[:, None] * tone.shape[-2]
    x = torch.linspace(0, 1, tone.shape[-1], device=tone.device) * tone.shape[-1]
    for _ in range(_SCRATCHES):
        slope = dice.uniform(-0.5, 0.5) ** 3 * 8
        start = dice.uniform(-0.2, 1.2) * tone.shape[-1]
        distance = (x - start - slope * y).abs() / (1 + slope**2) ** 0.5
        along = F.interpolate(dice.noise(5, 1), (tone.shape[-2], 1), mode="bilinear")
        width = dice.uniform(0.4, 1.2)
        opaque = (1 - distance / width).clamp(0, 1) * along.clamp(0, 1) * dice.strength(0.2, 1)
        tone = torch.lerp(tone, (dice.uniform(0, 1) < 0.7).to(tone.dtype), opaque)
    return tone


def compress(tone: Tensor, dice: Dice) -> Tensor:
    """Round the tones as JPEG does, at a random quality, for a part of the photos."""
    restored = compressed(tone, dice.uniform(30, 95))
    return torch.where(dice.uniform(0, 1) < 0.5, restored, tone)
