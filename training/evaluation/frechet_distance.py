"""How far colored photos are from real ones as a group: the Fréchet distance of deep features.

References:
    Heusel et al., "GANs trained by a two time-scale update rule converge to a local Nash
    equilibrium", 2017 (FID). Here the features are those of ResNet-50 v2 at stride 16, averaged
    over a photo of 192 x 192 pixels, along the 64 principal directions of the true photos: a few
    hundred photos do not determine a covariance of 1024. So the figures compare only with one
    another, and only for the same number of photos.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from tqdm import tqdm

from engine.models.resnet50_v2 import ResNet50V2
from engine.opencv import cv2
from engine.photo.color import planes_from_pixels
from training.evaluation.quality import CONFIDENCE, Figure
from training.weights.backbones import load_backbone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_SIDE = 192
_BATCH = 16
_STRIDE = 16
_DIMENSIONS = 64
_RESAMPLES = 200


class FeatureExtractor:
    """Turns color photos into deep features."""

    def __init__(self, backbone: Path, device: str) -> None:
        network = ResNet50V2(channels=3)
        load_backbone(network, backbone)
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


class FrechetDistance:
    """Measures how far groups of colored photos are from the same photos' true colors."""

    def __init__(self, extractor: FeatureExtractor, truths: Sequence[NDArray[np.uint8]]) -> None:
        """Look at the true photos once.

        Raises:
            ValueError: If there are too few photos for a covariance.
        """
        if len(truths) <= _DIMENSIONS:
            msg = f"the Fréchet distance needs more than {_DIMENSIONS} photos, got {len(truths)}"
            raise ValueError(msg)
        self._extractor = extractor
        features = extractor(truths)
        self._mean = features.mean(axis=0)
        _, _, directions = np.linalg.svd(features - self._mean, full_matrices=False)
        self._directions = directions[:_DIMENSIONS].T
        self._truth = self._project(features)

    def __call__(self, photos: Sequence[NDArray[np.uint8]]) -> Figure:
        """Return the Fréchet distance of colored photos, in the order of the true ones."""
        colored = self._project(self._extractor(photos))
        rng = np.random.default_rng(0)
        draws = rng.integers(len(colored), size=(_RESAMPLES, len(colored)))
        varied = [frechet_distance(colored[draw], self._truth[draw]) for draw in draws]
        value = frechet_distance(colored, self._truth)
        low, high = np.percentile(varied, CONFIDENCE)
        return Figure(value, float(low), float(high))

    def _project(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        projected: NDArray[np.float64] = (features - self._mean) @ self._directions
        return projected


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
