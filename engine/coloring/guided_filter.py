"""Edge-aware enlargement of coarse planes, guided by a fine one.

References:
    He, Sun, Tang, "Guided image filtering", PAMI 2013; He, Sun, "Fast guided filter", 2015,
    arXiv:1505.00996: the linear coefficients are found at low resolution, enlarged bilinearly
    and applied to the full-resolution guide.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Positions = NDArray[np.float64]


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


class WidePlanes:
    """Planes enlarged in one direction; the other follows, strip by strip."""

    def __init__(self, planes: Tensor, rows: Positions, columns: Positions) -> None:
        """Enlarge the rows of (C, h, w) planes.

        Args:
            planes: At coarse resolution.
            rows: (H,), all that will be asked for, in coarse pixels with centers at whole numbers.
            columns: (W,), where the fine columns lie, likewise.
        """
        height, width = planes.shape[-2:]
        self._last_row = height - 1
        inside = np.clip(rows, 0, self._last_row)
        self._first = int(inside.min())
        coarse = planes[:, self._first : int(inside.max()) + 2].numpy()
        columns = np.clip(columns, 0, width - 1)
        before = columns.astype(np.intp)
        left = coarse.take(before, axis=2)
        right = coarse.take((before + 1).clip(max=width - 1), axis=2)
        self._values = left + (right - left) * (columns - before).astype(np.float32)
        self._steps = np.diff(self._values, axis=1, append=self._values[:, -1:])

    def at(self, rows: Positions) -> NDArray[np.float32]:
        """Return (C, H, W) of some of the rows, (H,); edges are repeated outward."""
        rows = np.clip(rows, 0, self._last_row) - self._first
        before = rows.astype(np.intp)
        values: NDArray[np.float32] = self._values.take(before, axis=1)
        steps: NDArray[np.float32] = self._steps.take(before, axis=1)
        steps *= (rows - before).astype(np.float32)[:, None]
        values += steps
        return values


class WideField:
    """A linear field enlarged in one direction; the other follows, strip by strip."""

    def __init__(self, field: LinearField, rows: Positions, columns: Positions) -> None:
        """Enlarge the rows of a field; arguments are those of :class:`WidePlanes`."""
        self._planes = WidePlanes(torch.cat((field.slope, field.offset)), rows, columns)

    def apply(self, guide: NDArray[np.float32], rows: Positions) -> NDArray[np.float32]:
        """Predict values, (C, H, W), for some rows, (H, W) and (H,), of the fine guide."""
        values = self._planes.at(rows)
        slope, offset = values[: len(values) // 2], values[len(values) // 2 :]
        slope *= guide
        slope += offset
        return slope
