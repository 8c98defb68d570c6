"""Edge-aware enlargement of coarse planes, guided by a fine one.

References:
    He, Sun, Tang, "Guided image filtering", PAMI 2013; He, Sun, "Fast guided filter", 2015,
    arXiv:1505.00996: the linear coefficients are found at low resolution, enlarged bilinearly
    and applied to the full-resolution guide.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F


@dataclass(frozen=True, eq=False)
class LinearField:
    """A local linear model ``value = slope * guide + offset``, one per coarse pixel."""

    slope: Tensor
    """(C, h, w)."""
    offset: Tensor
    """(C, h, w)."""


def fit_linear_field(guide: Tensor, values: Tensor, *, radius: int, epsilon: float) -> LinearField:
    """Fit, around every coarse pixel, the line that predicts the values from the guide.

    Args:
        guide: (1, h, w), any unit.
        values: (C, h, w).
        radius: Half the side of the square window, in coarse pixels.
        epsilon: Variance of the guide, in its unit squared, below which an area counts as flat.
    """
    if guide.shape[0] != 1 or guide.shape[1:] != values.shape[1:]:
        msg = f"expected guide (1, h, w) like {tuple(values.shape)}, got {tuple(guide.shape)}"
        raise ValueError(msg)

    def mean(planes: Tensor) -> Tensor:
        return F.avg_pool2d(
            planes[None], 2 * radius + 1, stride=1, padding=radius, count_include_pad=False
        )[0]

    mean_guide, mean_values = mean(guide), mean(values)
    variance = (mean(guide * guide) - mean_guide**2).clamp(min=0)
    covariance = mean(guide * values) - mean_guide * mean_values
    slope = covariance / (variance + epsilon)
    return LinearField(mean(slope), mean(mean_values - slope * mean_guide))


def apply_linear_field(field: LinearField, guide: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    """Predict values for a fine guide from the bilinearly enlarged field.

    Args:
        field: At coarse resolution.
        guide: (1, H, W), in the unit the field was fitted with.
        rows: (H,), where each fine row lies, in coarse pixels with centers at whole numbers.
        columns: (W,), likewise.

    Returns:
        (C, H, W).
    """
    slope = enlarge(field.slope, rows, columns)
    return enlarge(field.offset, rows, columns).addcmul_(slope, guide)


def enlarge(planes: Tensor, rows: Tensor, columns: Tensor) -> Tensor:
    """Interpolate (C, h, w) bilinearly at every (row, column); edges are repeated outward."""
    low, high = int(rows.min()), int(rows.max()) + 2  # only these coarse rows are touched
    low = min(max(low, 0), planes.shape[-2] - 1)
    planes = _interpolate(planes[..., low:high, :], columns, dim=-1)
    return _interpolate(planes, rows - low, dim=-2)


def _interpolate(planes: Tensor, positions: Tensor, dim: int) -> Tensor:
    last = planes.shape[dim] - 1
    positions = positions.clamp(0, last)
    before = positions.floor().long()
    weight = (positions - before).to(planes.dtype)
    if dim == -2:
        weight = weight[:, None]
    return torch.lerp(
        planes.index_select(dim, before),
        planes.index_select(dim, (before + 1).clamp(max=last)),
        weight,
    )
