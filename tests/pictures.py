"""Real photos, and what else people keep among theirs."""

import io

import numpy as np
from PIL import Image
from skimage.data import astronaut, chelsea, coffee, rocket

from engine.opencv import cv2
from engine.photo.picture_kind import classify_pixels

PHOTOS = {"astronaut": astronaut(), "chelsea": chelsea(), "coffee": coffee(), "rocket": rocket()}


def gray_of(rgb):
    return np.repeat(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)


def toned(rgb, dark, light):
    shade = gray_of(rgb) / 255
    return np.round(np.array(dark) * (1 - shade) + np.array(light) * shade).astype(np.uint8)


def in_doubt():
    """A photo paled until nobody can say whether it ever had colors."""
    gray = gray_of(PHOTOS["coffee"]).astype(float)
    for share in np.linspace(0, 1, 201):
        pale = np.round(gray + (PHOTOS["coffee"] - gray) * share).astype(np.uint8)
        if classify_pixels(pale).in_doubt:
            return pale
    raise AssertionError


def faded_slide():
    """A slide of which a quarter of the cyan dye is left."""
    density = -np.log10(np.clip((PHOTOS["astronaut"] / 255) ** 2.2, 1e-3, 1))
    light = 10 ** -(density * (0.25, 0.8, 0.5) + (0.05, 0.02, 0.2))
    return np.rint(255 * light ** (1 / 2.2)).astype(np.uint8)


def drawing(height=200, width=300):
    canvas = np.full((height, width, 3), (250, 240, 200), np.uint8)
    cv2.circle(canvas, (90, 90), 60, (200, 40, 40), -1, cv2.LINE_AA)
    cv2.rectangle(canvas, (150, 60), (270, 170), (40, 80, 200), -1)
    cv2.putText(canvas, "Kolorit", (40, 190), cv2.FONT_HERSHEY_SIMPLEX, 1.5, (0, 0, 0), 4)
    return canvas


def as_jpeg(rgb, quality=85):
    content = io.BytesIO()
    Image.fromarray(rgb).save(content, "JPEG", quality=quality)
    return np.array(Image.open(content))
