"""What is done to pictures by the batch does to each what the known tools do to one."""

import io

import numpy as np
import pytest
import torch
from PIL import Image
from skimage.data import camera

from engine.opencv import cv2
from training.degradation.film import as_jpeg, in_eight_bits, with_grain
from training.degradation.gaussian import blurred

PICTURE = torch.from_numpy(camera()[100:228, 100:228].copy())[None, None].float() / 255


def seeded():
    return torch.Generator().manual_seed(0)


def test_each_picture_is_blurred_by_its_own_gaussian():
    deviations = torch.tensor([0.0, 0.7, 2.0])
    results = blurred(PICTURE.expand(3, -1, -1, -1), deviations)
    assert torch.allclose(results[0], PICTURE[0], atol=1e-6)
    for result, deviation in zip(results[1:], deviations[1:], strict=True):
        expected = cv2.GaussianBlur(PICTURE[0, 0].numpy(), (13, 13), float(deviation))
        assert np.allclose(result[0].numpy(), expected, atol=1e-4)


@pytest.mark.parametrize("quality", [20, 50, 75, 95])
def test_what_jpeg_leaves_is_what_libjpeg_leaves(quality):
    file = io.BytesIO()
    Image.fromarray((PICTURE[0, 0].numpy() * 255).astype(np.uint8)).save(
        file, "JPEG", quality=quality
    )
    with Image.open(file) as image:
        expected = np.array(image).astype(float)
    ours = as_jpeg(PICTURE, torch.tensor([float(quality)]))[0, 0].numpy() * 255
    # libjpeg computes with integers: between two steps it may take the other
    assert np.abs(ours - expected).mean() < 0.25
    assert np.abs(ours - camera()[100:228, 100:228]).mean() > 1


def test_grain_has_its_strength_and_leaves_the_mean_alone():
    gray = torch.full((2, 1, 128, 128), 0.5)
    grainy = with_grain(gray, torch.tensor([3.0, 9.0]), torch.tensor([0.3, 1.2]), seeded())
    deviations = (grainy - gray).std(dim=(1, 2, 3)) * 255
    assert torch.allclose(deviations, torch.tensor([3.0, 9.0]), rtol=0.02)  # at mid gray
    assert (grainy - gray).mean().abs() < 1 / 255
    neighbors = [
        np.corrcoef(one[0, :, 1:].flatten(), one[0, :, :-1].flatten())[0, 1] for one in grainy
    ]
    assert neighbors[0] < 0.1 < 0.7 < neighbors[1]


def test_eight_bits_are_whole_levels():
    levels = in_eight_bits(torch.tensor([-0.2, 0.1234, 1.7])) * 255
    assert torch.allclose(levels, torch.tensor([0.0, 31.0, 255.0]))
