"""Color scikit-image's sample photos with the bundled models, for the model cards.

python docs/card_pictures.py kolorit kolorit-fast

Rows are photos; columns are the original, its lightness, then a column a model.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
from PIL import Image
from skimage import data

from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import find_model
from engine.coloring.colorize import encode, render_photo
from engine.device import choose_device
from engine.opencv import cv2
from engine.photo.photo import Photo
from engine.recipe.stages import Grade
from training.evaluation.sheets import save_sheet

_SAMPLES = ("astronaut", "coffee", "chelsea", "rocket")
_HEIGHT = 320
_IMAGES = Path(__file__).parent / "images"


def main(names: list[str]) -> None:
    """Write ``docs/images/samples.jpg``."""
    models = [checkpoint.load(find_model(name), choose_device("cpu")) for name in names]
    rows = []
    for sample in _SAMPLES:
        truth = np.ascontiguousarray(getattr(data, sample)()[..., :3])
        width = round(truth.shape[1] * _HEIGHT / truth.shape[0])
        photo = Photo(cv2.resize(truth, (width, _HEIGHT), interpolation=cv2.INTER_AREA))
        encodings = [encode(model, photo) for model in models]
        colored = [render_photo(encoding, Grade()) for encoding in encodings]
        rows.append([photo.rgb, render_photo(encodings[0], Grade(0.0)), *colored])
    _IMAGES.mkdir(exist_ok=True)
    save_sheet(_IMAGES / "samples.png", rows)
    with Image.open(_IMAGES / "samples.png") as sheet:
        sheet.save(_IMAGES / "samples.jpg", quality=88)
    (_IMAGES / "samples.png").unlink()


if __name__ == "__main__":
    main(sys.argv[1:] or ["kolorit"])
