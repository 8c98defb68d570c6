"""Numbers that stay on a device once they are there.

Sending some makes the processor wait for all that a graphics card has still to do.
"""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor

Numbers = tuple[float, ...] | tuple[tuple[float, ...], ...]


@cache
def constant(values: Numbers, device: torch.device) -> Tensor:
    """Return float32 numbers as a tensor, the same one each time; nobody may change it."""
    return torch.tensor(values, dtype=torch.float32, device=device)
