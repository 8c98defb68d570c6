"""Networks that map pixels, applied to whole photos: in tiles, padded as their contract says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional as F

from engine.device import device_failures
from engine.memory import memory_errors
from engine.restoration.tiles import SIDE, TileRun

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Pixels

    MakePlanes = Callable[[Tensor], Tensor]
    """From (1, C, h, w) samples as they are in the photo, 0 to 1, to (1, inputs, h, w)."""


def apply(model: Model, planes: Tensor) -> Tensor:
    """Run a network once, in float32: shorter floats have fewer levels than a photo.

    Args:
        model: Whose contract and task say what it takes and gives.
        planes: (B, inputs, H, W), any size; mirrored at the lower and right edge up to a multiple
            of what the network asks for, and cut again.

    Returns:
        (B, outputs, H, W) of float32 on the CPU; (B, outputs) if it sees the picture as a whole.

    Raises:
        DeviceMemoryError: If the device has no room for it.
        DeviceFailureError: If the device is a graphics card that stopped working.
    """
    height, width = planes.shape[2:]
    step = model.contract.multiple_of
    with (
        device_failures(model.device),
        memory_errors(model.device.name),
        torch.inference_mode(),
    ):
        padded = F.pad(
            planes.to(model.device.name), (0, -width % step, 0, -height % step), mode="reflect"
        )
        padded = padded.contiguous(memory_format=torch.channels_last)
        return model.network(padded)[..., :height, :width].float().cpu()  # type: ignore[no-any-return]


def tile_run(
    model: Model,
    pixels: Pixels,
    make_planes: MakePlanes,
    *,
    reach: int = 0,
    with_planes: bool = False,
    token: CancelToken | None = None,
) -> TileRun[np.uint8 | np.uint16, np.float32]:
    """Return a run over a photo whose results are (h, w, outputs) of float32.

    Sides and overlaps of tiles are multiples of what networks ask for, so that tiles agree with the
    whole.

    Args:
        model: Of a network that may be shown tiles.
        pixels: (H, W, C) of 8 or 16 bits.
        make_planes: What the network is shown of a tile; called on its device.
        reach: Pixels around a pixel that its planes depend on; a multiple of ``multiple_of``.
        with_planes: Whether what the network was shown follows after its outputs.
        token: Checked before each tile.

    Raises:
        ValueError: If the network must see pictures as a whole.
    """
    overlap = model.tile_overlap

    def mapped(tile: Pixels) -> NDArray[np.float32]:
        with memory_errors(model.device.name), torch.inference_mode():
            planes = make_planes(_samples(tile).to(model.device.name))
        height, width = planes.shape[2:]
        result = apply(model, planes[:, :, reach : height - reach, reach : width - reach])
        result = F.pad(result, (reach,) * 4)
        results = torch.cat((result, planes.cpu()), dim=1) if with_planes else result
        return results[0].permute(1, 2, 0).numpy()

    return TileRun(mapped, pixels, SIDE, overlap + reach, token)


def _samples(tile: Pixels) -> Tensor:
    """Return (h, w, C) samples of 8 or 16 bits as (1, C, h, w), 0 to 1."""
    planes = tile.astype(np.float32) / np.float32(np.iinfo(tile.dtype).max)
    return torch.from_numpy(planes).permute(2, 0, 1)[None]
