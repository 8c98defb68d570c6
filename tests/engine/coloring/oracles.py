"""Colors by scikit-image, to check ours against."""

import numpy as np
from skimage.color import rgb2lab


def lab_of(rgb):
    """L, a and b of one sRGB color, 0 to 255 each."""
    return rgb2lab(np.asarray(rgb, np.float64).reshape(1, 1, 3) / 255)[0, 0]
