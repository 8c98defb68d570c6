import numpy as np
from skimage.data import coffee

from training.data import photo_cuts


def test_small_photos_are_not_enlarged():
    small = np.ascontiguousarray(coffee()[:50, :70])
    np.testing.assert_array_equal(photo_cuts.fit(small, 64), small)
    assert photo_cuts.fit(small[:, :51], 64).shape == (50, 51, 3)
    assert photo_cuts.fit(np.ascontiguousarray(coffee()[:50]), 64).shape == (50, 75, 3)


def test_random_squares_are_a_function_of_the_seed():
    first, again, other = (photo_cuts.random_squares(coffee(), 64, 4, seed) for seed in (1, 1, 2))
    assert {square.shape for square in first} == {(64, 64, 3)}
    assert len({square.tobytes() for square in first + other}) == 8
    np.testing.assert_array_equal(first, again)
