import numpy as np
import pytest
from skimage import data

from training.faces import face_faults, face_skin
from training.metrics import is_skin_toned, lab

PORTRAIT = data.astronaut()[::2, ::2]
"""A face at rows 30 to 100 and columns 80 to 145, a flag, and an orange suit."""


def test_only_the_skin_of_the_face_is_found():
    skin = face_skin(PORTRAIT)
    rows, columns = np.nonzero(skin)
    assert 20 <= rows.min() < rows.max() <= 110
    assert 70 <= columns.min() < columns.max() <= 155
    assert skin.sum() > 1000
    assert not (skin & ~is_skin_toned(lab(PORTRAIT))).any()
    assert is_skin_toned(lab(PORTRAIT)).sum() > 1.5 * skin.sum()  # the suit is no face


@pytest.mark.parametrize("picture", [data.coffee()[::4, ::4], np.zeros((8, 300, 3), np.uint8)])
def test_where_there_is_no_face_none_is_found(picture):
    assert not face_skin(picture).any()


def test_faults_are_shares_of_the_skin_of_faces():
    skin = face_skin(PORTRAIT)
    green, gray = PORTRAIT.copy(), PORTRAIT.copy()
    top = skin & (np.cumsum(skin, axis=None).reshape(skin.shape) <= skin.sum() // 4)
    green[top] = (40, 120, 40)
    gray[top] = 128
    nothing = np.zeros((2, 2, 3), np.uint8), np.zeros((2, 2), bool)
    for output, expected in ((PORTRAIT, (0, 0)), (green, (0.25, 0)), (gray, (0, 0.25))):
        faults = face_faults([output, nothing[0]], [skin, nothing[1]])
        assert [fault.value for fault in faults] == pytest.approx(expected, abs=0.02)
    with pytest.raises(ValueError, match="no faces"):
        face_faults([nothing[0]], [nothing[1]])
