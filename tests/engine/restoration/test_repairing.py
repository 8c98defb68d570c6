import numpy as np
import pytest

from engine.photo.photo import Photo
from engine.restoration.accounts import repair_account, repair_sentence
from engine.restoration.faces import find_faces
from engine.restoration.inpainting import grown
from engine.restoration.mask_files import outlines, read_mask, write_mask
from engine.restoration.repairing import RepairSettings, marked, repair
from engine.restoration.selection import Selection
from tests.engine.restoration.test_detection import SPECKS, dusty, photo, sky
from tests.pictures import PHOTOS


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3])
def test_specks_are_gone_and_the_rest_is_bit_for_bit_the_photo(kind, channels):
    clean, damaged = photo(sky(), kind, channels), photo(dusty(sky()), kind, channels)
    repaired = repair(damaged)
    assert repaired.found == {"dust": len(SPECKS)}
    assert repaired.changed_outside == 0
    outside = ~repaired.mask
    assert np.array_equal(repaired.photo.pixels[outside], damaged.pixels[outside])
    error = np.abs(repaired.photo.pixels.astype(float) - clean.pixels) * 255 / np.iinfo(kind).max
    assert error.max() < 30  # a speck was 100 levels off, grain of 3 levels is 9 at most
    assert repaired.per_mille_invented == 0
    assert repaired.remarks == ()


def test_marks_of_the_other_shade_keep_every_bit_and_the_account_says_so():
    damaged = photo(dusty(sky()))
    settings = RepairSettings(Selection(largest=0.5, shade="dark"))
    repaired = repair(damaged, settings)
    assert repaired.photo is damaged
    assert repair_account(repaired, settings)["settings"]["shade"] == "dark"
    light = RepairSettings(Selection(largest=0.5, shade="light"))
    repaired = repair(damaged, light, earlier=repaired)
    assert repaired.found == {"dust": len(SPECKS)}
    assert np.array_equal(repaired.photo.pixels, repair(damaged).photo.pixels)
    sentence = repair_sentence(repaired, light)
    assert "sensitivity 0.5, up to 50.0% of the shorter side (only light marks)" in sentence


def test_a_photo_without_damage_comes_back_itself():
    undamaged = photo(sky())
    repaired = repair(undamaged)
    assert repaired.photo is undamaged
    assert repaired.found == {}
    assert repaired.holes == 0


def test_with_a_mask_nothing_is_looked_for():
    mask = np.zeros((256, 320), bool)
    mask[100:104, 100:104] = True
    damaged = photo(dusty(sky()))
    repaired = repair(damaged, RepairSettings(mask=mask))
    assert repaired.found == {}
    assert repaired.holes == 1
    assert np.array_equal(repaired.mask, grown(mask))
    assert np.array_equal(marked(damaged, RepairSettings(mask=mask)), repaired.mask)


def test_much_damage_and_wide_holes_are_remarked_on_and_repaired_all_the_same():
    mask = np.zeros((256, 320), bool)
    mask[60:200, 60:200] = True
    repaired = repair(photo(sky()), RepairSettings(mask=mask))
    assert repaired.per_mille_invented > 200
    assert any("marked as damaged" in remark for remark in repaired.remarks)
    assert any("invented" in remark for remark in repaired.remarks)
    assert repaired.changed_outside == 0


def test_what_is_filled_in_an_eye_is_invented():
    portrait = Photo(PHOTOS["astronaut"])
    eyes = find_faces(portrait)[0].eyes
    mask = np.zeros(portrait.size, bool)
    row, column = eyes.top + eyes.height // 2, eyes.left + eyes.width // 4
    mask[row : row + 3, column : column + 3] = True
    assert repair(portrait, RepairSettings(mask=mask)).per_mille_invented > 0


def test_the_face_and_eyes_of_a_portrait_are_found_where_they_are():
    face = find_faces(Photo(PHOTOS["astronaut"]))[0]
    box, eyes = face.window, face.eyes
    assert box.top < 100 < box.top + box.height
    assert box.left < 225 < box.left + box.width
    assert eyes.top < 110 < eyes.top + eyes.height


def test_progress_goes_up_to_nearly_all():
    shares = []
    repair(photo(dusty(sky())), report=shares.append)
    assert shares == sorted(shares)
    assert 0.9 < shares[-1] <= 1


def test_a_mask_survives_being_written_and_read(tmp_path):
    mask = np.random.default_rng(0).random((30, 40)) < 0.5
    write_mask(tmp_path / "mask.png", mask)
    assert np.array_equal(read_mask(tmp_path / "mask.png", (30, 40)), mask)
    with pytest.raises(ValueError, match="40 × 30 pixels, the photo 41 × 30"):
        read_mask(tmp_path / "mask.png", (30, 41))


def test_outlines_are_shares_of_the_picture():
    mask = np.zeros((100, 200), bool)
    mask[10:21, 40:61] = True
    (outline,) = outlines(mask)
    assert {tuple(point) for point in outline} == {
        (0.2025, 0.105),
        (0.2025, 0.205),
        (0.3025, 0.105),
        (0.3025, 0.205),
    }
