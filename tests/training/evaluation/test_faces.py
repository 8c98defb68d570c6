import numpy as np
import pytest
from skimage import data

from training.evaluation.faces import body_skin, face_skin, skin_faults_of
from training.evaluation.metrics import is_skin_toned, lab

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
        faults = skin_faults_of([output, nothing[0]], [skin, nothing[1]])
        assert [fault.value for fault in faults] == pytest.approx(expected, abs=0.02)
    with pytest.raises(ValueError, match="no faces"):
        skin_faults_of([nothing[0]], [nothing[1]])


def test_skin_beyond_the_face_has_the_color_of_the_face():
    with_hand = PORTRAIT.copy()
    face = face_skin(with_hand)
    tone = np.median(with_hand[face], axis=0).astype(np.uint8)
    with_hand[220:240, 20:60] = tone
    with_hand[220:240, 80:120] = (70, 90, 200)
    hand = body_skin(with_hand, face)
    assert hand[222:238, 22:58].all()
    assert not hand[220:240, 80:120].any()
    assert not (hand & face).any()
    assert not body_skin(with_hand, np.zeros_like(face)).any()
