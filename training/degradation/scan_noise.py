"""Makes a noisy scan of a clean photo: what the denoiser learns from, and is measured with.

In the order of a photo's life: a soft lens, faded tones, the film's grain or a sensor's noise, the
rest of a printing screen, and JPEG once or twice. What a lens or fading did is in the truth too:
it is the photo's own. All of it is batched, on the photos' device, each photo with a mixture of
its own.

References:
    The levels are of 255. Grain is noise blurred by 0.35 to 1.3 pixels: on scans of film it is
    clumped, and what is made for white noise hardly removes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from training.constants import constant
from training.degradation.degrade import Dice, blur
from training.degradation.jpeg import BLOCK, CHROMINANCE, compressed

if TYPE_CHECKING:
    from torch import Tensor

_CALMEST, _LOWEST_OF_CHI = 0.1, 0.85
"""The share of the blocks that tell the noise, and what chance makes the median of theirs of the
true deviation, as in the engine."""
_UNCOMPRESSED = 101.0
"""Stands for a quality where there is none."""

_LUMA = (
    (0.299, 0.587, 0.114),
    (-0.168736, -0.331264, 0.5),
    (0.5, -0.418688, -0.081312),
)
"""ITU-T T.871: luma and the two differences of color, of red, green and blue."""


@dataclass(frozen=True)
class ScanNoiseConfig:
    """How often things happen to a scan, and how much."""

    gray: float = 0.6
    """Share of the photos without color."""
    soft: float = 0.4
    """Share that a lens has blurred, by up to 1.2 pixels."""
    faded: float = 0.3
    """Share whose blacks are up to 25 % light, or whose whites are up to 25 % dark."""
    calm: float = 0.15
    """Share without noise."""
    clumped: float = 0.6
    """Share of the noise that is grain; the rest is white."""
    least_noise: float = 1.5
    most_noise: float = 48.0
    """Levels, deviation."""
    screened: float = 0.05
    """Share of prints with dots of which something is left."""
    compressed: float = 0.5
    """Share that is JPEG."""
    twice: float = 0.4
    """Share of these that was JPEG before."""
    misjudged: float = 0.2
    """Deviation, in logarithms, of the noise level that is told from the true one."""
    quality_off: float = 4.0
    """Deviation of the quality of the JPEG that is told from the true one."""


@dataclass(frozen=True)
class NoisyScan:
    """A batch before and after."""

    seen: Tensor
    """(B, 3, H, W): luma, 0 to 1, and the differences of color, -0.5 to 0.5."""
    noise: Tensor
    """(B, 1, 1, 1): its deviation in the unit of luma, as it is told."""
    strength: Tensor
    """(B, 1, 1, 1): 1 less the quality of the JPEG over 100, as it is told."""
    truth: Tensor
    """As what is seen."""


@torch.no_grad()
def noisy_scan(rgb: Tensor, config: ScanNoiseConfig, generator: torch.Generator) -> NoisyScan:
    """Return scans of photos, some clean, and what the network is told of them.

    Args:
        rgb: (B, 3, H, W), sRGB in [0, 1].
        config: What happens to them.
        generator: On the device of ``rgb``; the result is a function of its state.
    """
    dice = Dice(generator, rgb.shape[0])
    truth = _colors(rgb, config, dice)
    worn = truth + _noise(truth, config, dice)
    worn[:, :1] = _screened(worn[:, :1], config, dice)
    jpeg = _Jpeg.drawn(config, dice)
    seen = jpeg.of(_clipped(worn))
    noise = seen[:, :1] - jpeg.of(truth[:, :1])  # what JPEG has left of it
    level = noise_level(noise, seen[:, :1]) * (config.misjudged * dice.normal()).exp()
    misjudged = jpeg.quality + config.quality_off * dice.normal()
    strength = strength_of_quality(misjudged) * (jpeg.quality <= 100)
    return NoisyScan(_eight_bits(seen), level, strength, truth)


def luma_and_chroma(rgb: Tensor) -> Tensor:
    """Return luma and differences of color, (B, 3, H, W), of rgb of the same shape."""
    return F.conv2d(rgb, constant(_LUMA, rgb.device)[..., None, None])


def strength_of_quality(quality: Tensor) -> Tensor:
    """Return what the network is told of a quality of JPEG, 1 to 100: 0.99 to 0."""
    return (1 - quality / 100).clamp(0, 1)


def noise_level(noise: Tensor, seen: Tensor) -> Tensor:
    """Return the deviation of noise, (B, 1, 1, 1), as it is measured where there is nothing else.

    As ``noise_level`` of ``engine.restoration.spoilage.noise`` does it in a whole photo: of blocks
    of 8 × 8 pixels in which nothing is clipped the calmest count, and what is constant or a slope
    in a block does not, so that of clumped noise a part is missed.

    Args:
        noise: (B, 1, H, W), H and W at least 8.
        seen: (B, 1, H, W), 0 to 1, what it is in.
    """
    y, x = torch.meshgrid(*[torch.arange(BLOCK, device=noise.device) - 3.5] * 2, indexing="ij")
    planes = torch.stack((torch.ones_like(x), x, y)).to(noise.dtype).flatten(1)
    planes = planes / planes.norm(dim=1, keepdim=True)  # (3, 64)
    blocks, seen = _blocks(noise), _blocks(seen)
    rest = blocks - (blocks @ planes.T) @ planes
    deviations = (rest.square().sum(2) / (BLOCK**2 - 3)).sqrt()  # (B, n)
    clipped = (seen.amin(2) <= 0) | (seen.amax(2) >= 1)
    mostly = clipped.float().mean(1, keepdim=True) > 1 - _CALMEST
    calmest = deviations.masked_fill(clipped & ~mostly, torch.inf).sort(dim=1).values
    counted = torch.where(mostly, calmest.shape[1], (~clipped).sum(1, keepdim=True))
    middle = (counted * (_CALMEST / 2)).long()
    level: Tensor = calmest.gather(1, middle) / _LOWEST_OF_CHI
    return level.view(-1, 1, 1, 1)


def _blocks(plane: Tensor) -> Tensor:
    """Return (B, blocks, 64) of (B, 1, H, W)."""
    H, W = (side // BLOCK * BLOCK for side in plane.shape[-2:])
    return F.pixel_unshuffle(plane[..., :H, :W], BLOCK).flatten(2).transpose(1, 2)


def _colors(rgb: Tensor, config: ScanNoiseConfig, dice: Dice) -> Tensor:
    """Return what is true of the photos: soft, faded or gray, but without noise."""
    colors = luma_and_chroma(rgb)
    colors[:, 1:] *= dice.uniform(0, 1) >= config.gray
    soft = dice.strength(config.soft, 1.2)
    colors = blur(colors, soft)
    faded = dice.uniform(0, 1) < config.faded
    black, white = dice.uniform(0, 0.25) * faded, 1 - dice.uniform(0, 0.25) * faded
    colors *= white - black
    colors[:, :1] += black
    return colors


def _noise(truth: Tensor, config: ScanNoiseConfig, dice: Dice) -> Tensor:
    """Return noise for each plane, that of colors blotchier and weaker, none for gray photos."""
    H, W = truth.shape[-2:]
    low, high = config.least_noise / 255, config.most_noise / 255
    level = low + (high - low) * dice.uniform(0, 1) ** 2
    level = level * (dice.uniform(0, 1) >= config.calm)
    sigma = dice.uniform(0.35, 1.3) * (dice.uniform(0, 1) < config.clumped)
    luma = truth[:, :1]
    by_tone = 1 - dice.uniform(0, 1) * (1 - 4 * luma * (1 - luma)).clamp(0, 1) * 0.5
    noises = [_even(blur(dice.noise(H, W), sigma)) * level * by_tone]
    is_colored = (truth[:, 1:].abs().amax(dim=(1, 2, 3), keepdim=True) > 0).to(truth.dtype)
    share = dice.uniform(0, 1.2) * is_colored
    wider = sigma + dice.uniform(0, 0.7)
    noises += [_even(blur(dice.noise(H, W), wider)) * level * share for _ in range(2)]
    return torch.cat(noises, dim=1)


def _even(noise: Tensor) -> Tensor:
    """Return noise of deviation 1."""
    return noise / noise.std(dim=(2, 3), keepdim=True).clamp(min=1e-3)


def _screened(luma: Tensor, config: ScanNoiseConfig, dice: Dice) -> Tensor:
    """Add what is left of a printing screen at 45° after its peaks were taken out."""
    H, W = luma.shape[-2:]
    y = torch.arange(H, device=luma.device, dtype=luma.dtype)[:, None]
    x = torch.arange(W, device=luma.device, dtype=luma.dtype)
    wave, phase = 4.44 / dice.uniform(2.5, 6), dice.uniform(0, 6.28)
    dots = torch.cos(wave * (x + y) + phase) + torch.cos(wave * (x - y) + phase)
    return luma + dice.strength(config.screened, 0.04) * dots


@dataclass(frozen=True)
class _Jpeg:
    """How a batch is compressed, twice; blocks of all photos start at the same place."""

    before: Tensor
    """(B, 1, 1, 1), quality of the first time; above 100 there is none."""
    quality: Tensor
    """(B, 1, 1, 1), quality of the second time; above 100 there is none."""
    grids: tuple[int, ...]
    """Rows and columns before the first block, of the first and of the second time."""

    @classmethod
    def drawn(cls, config: ScanNoiseConfig, dice: Dice) -> _Jpeg:
        is_jpeg = dice.uniform(0, 1) < config.compressed
        is_twice = is_jpeg & (dice.uniform(0, 1) < config.twice)
        quality = torch.where(is_jpeg, dice.uniform(10, 95), _UNCOMPRESSED)
        before = torch.where(is_twice, dice.uniform(30, 95), _UNCOMPRESSED)
        chance = torch.Generator().manual_seed(dice.generator.initial_seed())
        grids = torch.randint(BLOCK, (4,), generator=chance)  # not asking a GPU, which would wait
        return cls(before, quality, tuple(grids.tolist()))

    def of(self, colors: Tensor) -> Tensor:
        """Return photos, or their luma, those that are compressed with what that does to them."""
        for quality, grid in ((self.before, self.grids[:2]), (self.quality, self.grids[2:])):
            coded = _as_jpeg(colors, quality.clamp(max=100), *grid)
            colors = torch.where(quality <= 100, coded, colors)
        return colors


def _as_jpeg(colors: Tensor, quality: Tensor, top: int, left: int) -> Tensor:
    """Return photos as JPEG rounds them, colors at half the size, after some rows and columns."""
    H, W = colors.shape[-2:]
    even = F.pad(colors, (left, (W + left) % 2, top, (H + top) % 2), mode="replicate")
    luma = compressed(even[:, :1], quality)
    if colors.shape[1] == 1:
        return luma[..., top : top + H, left : left + W]
    half = F.avg_pool2d(even[:, 1:], 2).split(1, dim=1)
    coded = torch.cat(
        [compressed(plane + 0.5, quality, CHROMINANCE) - 0.5 for plane in half], dim=1
    )
    chroma = F.interpolate(coded, scale_factor=2, mode="bilinear")
    return torch.cat((luma, chroma), dim=1)[..., top : top + H, left : left + W]


def _clipped(colors: Tensor) -> Tensor:
    return torch.cat((colors[:, :1].clamp(0, 1), colors[:, 1:].clamp(-0.5, 0.5)), dim=1)


def _eight_bits(colors: Tensor) -> Tensor:
    return _clipped(colors).mul(255).round().div(255)
