"""How far colored photos are from real ones as a group: the Fréchet distance of deep features.

References:
    Heusel et al., "GANs trained by a two time-scale update rule converge to a local Nash
    equilibrium", 2017 (FID). Here the features are those of ResNet-50 v2 at stride 16, averaged
    over a photo of 192 x 192 pixels, so the figures compare only with one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
import torch
from tqdm import tqdm

from engine.color import planes_from_pixels
from engine.models.resnet50_v2 import ResNet50V2
from training.trunks import load_trunk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_SIDE = 192
_BATCH = 16
_STRIDE = 16


class FeatureExtractor:
    """Turns color photos into deep features."""

    def __init__(self, trunk: Path, device: str) -> None:
        network = ResNet50V2(channels=3)
        load_trunk(network, trunk)
        self._network = network.eval().to(device)
        self._device = device

    @torch.inference_mode()
    def __call__(self, photos: Sequence[NDArray[np.uint8]]) -> NDArray[np.float64]:
        """Return features, (N, 1024), of photos, (H, W, 3) each."""
        rows = []
        for start in tqdm(range(0, len(photos), _BATCH), desc="features", mininterval=2):
            squares = [
                cv2.resize(photo, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
                for photo in photos[start : start + _BATCH]
            ]
            rgb = torch.stack([planes_from_pixels(square.astype(np.uint8)) for square in squares])
            features = self._network(rgb.to(self._device) * 2 - 1)[_STRIDE]
            rows.append(features.relu().mean(dim=(2, 3)).double().cpu().numpy())
        return np.concatenate(rows)


def frechet_distance(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Return the Fréchet distance between Gaussians fitted to two sets of features, (N, C)."""
    shift = float(np.square(first.mean(0) - second.mean(0)).sum())
    root = _square_root(np.cov(first, rowvar=False))
    product = root @ np.cov(second, rowvar=False) @ root
    spectrum = np.linalg.eigvalsh(product).clip(min=0)
    spread = np.var(first, axis=0, ddof=1).sum() + np.var(second, axis=0, ddof=1).sum()
    return shift + float(spread - 2 * np.sqrt(spectrum).sum())


def _square_root(matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    values, vectors = np.linalg.eigh(matrix)
    rooted: NDArray[np.float64] = (vectors * np.sqrt(values.clip(min=0))) @ vectors.T
    return rooted
