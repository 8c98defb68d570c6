"""Pictures with holes, batched on the device: what the coarse fill network learns from.

Half-size photos show whole scenes, sharp ones how things look at full size; both are needed, as
holes of old scans are filled at the size at which they are some twenty pixels wide. Some pictures
are soft or grainy; what is to be said is the picture without the grain, which nobody can know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from training.config import DataConfig
from training.crops import batch_indices, crop_batch
from training.damage import load_photos as load_textures
from training.degrade import Dice, add_grain, blur
from training.holes import random_holes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from torch import Tensor

    from training.datasets import PhotoStore

_SEED_STRIDE = 1_000_003
_LUMA = (0.299, 0.587, 0.114)
"""ITU-R BT.601, as gray is made of color elsewhere."""
_TEXTURE_SHARE = 0.4
"""Of the pictures, how many are of the sharp photos, which are few."""
CROPS = DataConfig(store_size=192, zoom=0.15, nearest=0.7, rotation=4)
"""How squares are cut from whole scenes."""


@dataclass(frozen=True)
class HoledPictures:
    """Pictures with holes."""

    planes: Tensor
    """(B, 2, H, W), as the network takes them: the picture, 0 to 1, and its hole."""
    truth: Tensor
    """(B, 1, H, W), 0 to 1, without grain."""


def load_sharp(folder: Path) -> Tensor:
    """Return the sharp photos that may be learned from, (N, 1, 512, 512) uint8 gray."""
    photos = np.stack(list(load_textures(folder, held_back=False)))
    return torch.from_numpy(photos).unsqueeze(1)


def make_holed(
    photos: PhotoStore, sharp: Tensor, batch_size: int, side: int, seed: int
) -> Callable[[int], HoledPictures]:
    """Return a function from a step to its pictures, on the device of photos and sharp photos.

    Args:
        photos: Whole scenes in color.
        sharp: (N, 1, S, S) uint8 gray.
        batch_size: Pictures of a step.
        side: Of the pictures, in pixels.
        seed: Decides all pictures together with the step.
    """
    device = photos.canvas.device
    of_sharp = round(_TEXTURE_SHARE * batch_size)

    def batch(step: int) -> HoledPictures:
        number = (seed * _SEED_STRIDE + step) * _SEED_STRIDE
        generator = torch.Generator().manual_seed(number)
        there = torch.Generator(device).manual_seed(number + 1)
        indices = batch_indices(seed, step, batch_size - of_sharp, len(photos))
        rgb = crop_batch(photos, indices, side, CROPS, generator).rgb
        scenes = torch.einsum("c,bchw->bhw", rgb.new_tensor(_LUMA), rgb).unsqueeze(1)
        pieces = _pieces(sharp, of_sharp, side, generator)
        return holed(torch.cat((scenes, pieces)), Dice(there, batch_size))

    return batch


@torch.no_grad()
def holed(pictures: Tensor, dice: Dice) -> HoledPictures:
    """Soften some pictures, add grain to some, and cut a hole into each.

    Args:
        pictures: (B, 1, side, side), 0 to 1.
        dice: As many as there are pictures, on their device.
    """
    truth = blur(pictures, dice.strength(0.3, 1.2))
    grainy = add_grain(truth, dice).clamp(0, 1)
    shown = torch.where(dice.uniform(0, 1) < 0.5, grainy, truth)
    holes = random_holes(pictures.shape[-1], dice)
    return HoledPictures(torch.cat((shown * (1 - holes), holes), dim=1), truth)


def _pieces(sharp: Tensor, count: int, side: int, generator: torch.Generator) -> Tensor:
    """Return squares of sharp photos at full or half size, turned and mirrored."""
    pieces = []
    for index in torch.randint(len(sharp), (count,), generator=generator).tolist():
        draw = torch.rand(3, generator=generator)
        turns, scale = divmod(int(draw[2] * 16), 4)
        reach = 2 * side if scale == 0 and 2 * side <= sharp.shape[-1] else side
        top, left = (draw[:2] * (sharp.shape[-1] - reach + 1)).int().tolist()
        piece = sharp[index : index + 1, :, top : top + reach, left : left + reach].float()
        piece = piece if reach == side else torch.nn.functional.avg_pool2d(piece, 2)
        piece = piece.rot90(turns, (2, 3))
        pieces.append(piece if draw[0] < draw[1] else piece.flip(3))
    return torch.cat(pieces) / 255


def fill_loss(planes: Tensor, truth: Tensor, filled: Tensor) -> dict[str, Tensor]:
    """Return the loss of fills, and of what it is made up.

    Args:
        planes: (B, 2, H, W), as of :class:`HoledPictures`.
        truth: (B, 1, H, W), 0 to 1.
        filled: (B, 1, H, W), what the network said.

    Returns:
        ``loss``: the mean error in holes at four sizes and its root mean square, so that neither
        fine nor large forms are neglected; ``psnr`` in holes, in dB.
    """
    hole = planes[:, 1:]
    error = (filled - truth) * hole
    count = hole.sum(dim=(1, 2, 3)).clamp(min=1)
    squared = error.square().sum(dim=(1, 2, 3)) / count
    loss = squared.add(1e-6).sqrt().mean()
    coarse, area = error, 1.0
    for _ in range(4):
        loss = loss + (coarse.abs().sum(dim=(1, 2, 3)) * area / count).mean() / 4
        coarse, area = torch.nn.functional.avg_pool2d(coarse, 2), 4 * area
    has_hole = hole.sum(dim=(1, 2, 3)) > 0
    psnr = -10 * squared.detach().add(1e-6).log10()
    return {"loss": loss, "psnr": (psnr * has_hole).sum() / has_hole.sum().clamp(min=1)}
