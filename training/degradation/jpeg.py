"""What JPEG does to a plane, batched, on any device, each picture with a quality of its own.

References:
    ITU-T T.81, annexes A.3.3 (DCT) and K.1, K.2 (tables); the Independent JPEG Group's scale of
    qualities.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from training.constants import constant

if TYPE_CHECKING:
    from torch import Tensor

BLOCK = 8

# fmt: off
LUMINANCE = (
    16, 11, 10, 16, 24, 40, 51, 61,
    12, 12, 14, 19, 26, 58, 60, 55,
    14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62,
    18, 22, 37, 56, 68, 109, 103, 77,
    24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99,
)
"""ITU-T T.81, table K.1."""
CHROMINANCE = (
    17, 18, 24, 47, 99, 99, 99, 99,
    18, 21, 26, 66, 99, 99, 99, 99,
    24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
)
"""ITU-T T.81, table K.2."""
# fmt: on


def compressed(plane: Tensor, quality: Tensor, table: tuple[int, ...] = LUMINANCE) -> Tensor:
    """Return a plane as JPEG rounds it, of any size, its first block at the top left.

    Args:
        plane: (B, 1, H, W), of a range of 1; luma from 0 to 1, or a difference of color around 0.5.
        quality: (B, 1, 1, 1), 1 to 100.
        table: Steps of the 64 coefficients at quality 50, row by row.
    """
    H, W = plane.shape[-2:]
    padded = F.pad(plane * 255 - 128, (0, -W % BLOCK, 0, -H % BLOCK), mode="replicate")
    blocks = F.pixel_unshuffle(padded, BLOCK).movedim(1, -1)  # (B, h, w, 64)
    scale = torch.where(quality < 50, 50 / quality, 2 - quality / 50)
    step = (constant(table, plane.device) * scale + 0.5).floor().clamp(min=1)
    dct = _dct_of_blocks(plane.device)
    coded = (blocks @ dct.T / step).round() * step
    decoded = F.pixel_shuffle((coded @ dct).movedim(-1, 1), BLOCK)
    return (decoded[..., :H, :W] + 128) / 255


@cache
def _dct_of_blocks(device: torch.device) -> Tensor:
    """Return the orthonormal DCT-II of blocks of 8 × 8 samples, row by row, (64, 64)."""
    k = torch.arange(BLOCK, dtype=torch.float64)
    lines: Tensor = torch.cos(math.pi / BLOCK * (k + 0.5) * k[:, None]) / 2
    lines[0] /= math.sqrt(2)
    return torch.kron(lines, lines).float().to(device)
