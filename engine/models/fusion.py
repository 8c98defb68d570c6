"""Colorizers that know what a photo shows: encoder, frozen classifier, fusion, decoder.

Photos-colorization, ColorED and Auto-colorization-for-greyscale-images share this idea of
Iizuka et al., "Let there be color!", SIGGRAPH 2016, with a ready-made classifier; they differ in
their layers and in which classifier they chose.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from engine.models.classifiers.classifier import CLASSES, CLASSIFIERS, Classifier
from engine.models.heads import check_head
from engine.models.layer_list import convolutions, scaled
from engine.photo.color import gray_from_lightness

if TYPE_CHECKING:
    from collections.abc import Mapping

_FEATURES = 256
"""Width of what every published encoder returns."""


@dataclass(frozen=True)
class Layout:
    """The layers of a published variant, as :func:`~engine.models.layer_list.convolutions` reads.

    Every encoder halves the size three times and ends with 256 channels; every decoder doubles it
    three times.
    """

    encoder: str
    decoder: str
    mixes: bool = True
    """Whether a 1x1 convolution follows the concatenation of features and classes."""


LAYOUTS: Mapping[str, Layout] = {
    # Photos-colorization; there 224 px, so a grid of 28 x 28, and Xception
    "photos": Layout(
        "64/2 128 128/2 256 256/2 512 512 256",
        "256 128 up 64 64 up 32 ab up",
    ),
    # ColorED; 256 px and Inception-ResNet-v2. Published: three blocks of two convolutions, the
    # first of which has stride 2 and doubles the width, up to 512, then one to 256; no layer
    # between concatenation and decoder. The decoder is published as symmetric, ending with 16
    # channels at half the size: mirrored blocks, in which the second convolution halves the width
    "colored": Layout(
        "128/2 128 256/2 256 512/2 512 256",
        "128 64 up 64 32 up 32 16 ab up",
        mixes=False,
    ),
    # Auto-colorization's "final" and the "full" of colorization black & white photos; 256 px and
    # Inception-ResNet-v2. The encoder is published by its result alone, 32 x 32 x 256: the one
    # of Photos-colorization has it
    "final": Layout(
        "64/2 128 128/2 256 256/2 512 512 256",
        "128 up 64 up 32 16 ab up",
    ),
}


@dataclass(frozen=True)
class FusionConfig:
    """Hyperparameters of :class:`Fusion`."""

    layout: str = "final"
    """``photos``, ``colored`` or ``final``, see :data:`LAYOUTS`."""
    classifier: str = "mobilenet_v2"
    """``xception`` and ``inception_resnet_v2`` were published; the smaller ``mobilenet_v2`` keeps
    a checkpoint, which holds its classifier, at 20 MB (10 in eight bits)."""
    width: float = 1.0
    """Multiplies every hidden width outside the classifier; tests use less than 1."""

    head: str = "ab"
    """``ab`` as published, or ``bins``, see ``heads.py``."""

    def __post_init__(self) -> None:
        """Refuse what no network can be built from."""
        check_head(self.head)
        for key, known in (("layout", LAYOUTS), ("classifier", CLASSIFIERS)):
            if getattr(self, key) not in known:
                msg = f"{key} is one of {', '.join(known)}, got {getattr(self, key)!r}"
                raise ValueError(msg)


class Fusion(nn.Module):
    """Predicts ab from L and from what the photo shows."""

    def __init__(self, config: FusionConfig) -> None:
        super().__init__()
        layout = LAYOUTS[config.layout]
        features = scaled(_FEATURES, config.width)
        self.encoder = convolutions(1, layout.encoder, config.width)
        self.classifier = Classifier(config.classifier)
        self.fusion = ClassFusion(features, mixes=layout.mixes)
        self.decoder = convolutions(
            self.fusion.out_channels, layout.decoder, config.width, config.head
        )

    def forward(self, lightness: Tensor, logits: Tensor | None = None) -> Tensor:
        """Predict ab.

        Args:
            lightness: (B, 1, H, W), ``L / 50 - 1``; H and W multiples of 8.
            logits: (B, 1000), what :meth:`classify` says of it, if that is known already.

        Returns:
            (B, 2, H, W), ``ab / 128``, in [-1, 1].
        """
        features = self.encoder(lightness)  # (B, C, H / 8, W / 8)
        if logits is None:
            logits = self.classify(lightness)
        # Keras's classifiers, which the published systems used as they come, end with a softmax
        ab: Tensor = self.decoder(self.fusion(features, logits.softmax(dim=1)))
        return ab

    def classify(self, lightness: Tensor) -> Tensor:
        """Return the frozen classifier's logits, (B, 1000), for what :meth:`forward` takes."""
        logits: Tensor = self.classifier(gray_from_lightness(50 * (lightness + 1)))
        return logits


class ClassFusion(nn.Module):
    """Tells every position what the whole photo shows."""

    def __init__(self, width: int, *, mixes: bool) -> None:
        super().__init__()
        joined = width + CLASSES
        self.mix = nn.Sequential(nn.Conv2d(joined, width, 1), nn.ReLU()) if mixes else nn.Identity()
        self.out_channels = width if mixes else joined

    def forward(self, features: Tensor, classes: Tensor) -> Tensor:
        """Map (B, width, H, W) and (B, 1000) to (B, out_channels, H, W)."""
        B, _, H, W = features.shape
        everywhere = classes[:, :, None, None].expand(B, CLASSES, H, W)
        fused: Tensor = self.mix(torch.cat((features, everywhere), dim=1))
        return fused
