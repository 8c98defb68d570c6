"""Made-up scenes full of marks, and frames of them."""

import numpy as np

from engine.checkpoints import checkpoint
from engine.coloring.colorize import encode
from engine.opencv import cv2
from engine.photo.photo import Photo
from tests.tiny import CPU

COLORS = np.array([(176, 62, 48), (64, 120, 66), (58, 84, 160), (190, 170, 96)])


def scene(seed=0, height=192, width=256):
    """Colored patches of many sizes, with light and dark marks on them, (H, W, 3)."""
    rng = np.random.default_rng(seed)
    H, W = 2 * height, 2 * width
    kinds = cv2.GaussianBlur(rng.normal(size=(H, W, 4)).astype(np.float32), (0, 0), 40)
    rgb = COLORS[kinds.argmax(axis=-1)].astype(np.float32)
    marks = sum(
        cv2.GaussianBlur(rng.normal(size=(H, W)).astype(np.float32), (0, 0), size) * 40 * size
        for size in (3, 6, 12)
    )
    return (rgb + marks[..., None]).clip(0, 255).astype(np.uint8)


def frame(of, top=100, left=120, height=192, width=256, light=1.0, *, mirrored=False):
    """Return what a camera sees that looks there."""
    cut = (of[top : top + height, left : left + width] * light).clip(0, 255).astype(np.uint8)
    return np.ascontiguousarray(cut[:, ::-1] if mirrored else cut)


def seen(path, pixels, *hints):
    """Return a photo as the tiny network at a path sees it."""
    return encode(checkpoint.load(path, CPU), Photo(pixels), size=192, hints=hints)
