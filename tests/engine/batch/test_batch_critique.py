import numpy as np
import pytest
import torch

from engine.batch.outcome import Flag
from engine.batch.running.critique import LIMITS, critique, flags_of, measure
from engine.batch.running.steps import _flags_of, notes_of
from engine.coloring.colorize import encode, fit_colors
from engine.coloring.distribution import Distribution, Palette
from engine.files.image_io import read_photo
from engine.models.decoding import Decoding
from engine.photo.photo import Photo
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Grade, Repair
from engine.restoration.restoring import Known, restore

SKIN, GRAY, BLUE, GREEN = (15.0, 18.0), (0.0, 0.0), (5.0, -25.0), (-25.0, 20.0)


def picture(*patches, background=GREEN, lightness=150):
    """A photo of one lightness; patches are (rows, columns, ab, lightness or None)."""
    gray = np.full((96, 128, 3), lightness, np.uint8)
    ab = torch.tensor(background).view(2, 1, 1).repeat(1, 96, 128)
    for rows, columns, color, shade in patches:
        ab[:, rows, columns] = torch.tensor(color).view(2, 1, 1)
        if shade is not None:
            gray[rows, columns] = shade
    return fit_colors(Photo(gray), ab)


def others(encoding):
    """The flags but that of patches, which a photo of one lightness has wherever colors meet."""
    return tuple(flag for flag in critique(encoding, Grade())[1] if flag is not Flag.PATCHES)


FACE = (slice(10, 50), slice(20, 60), SKIN, None)
ARM = (slice(50, 70), slice(20, 60))


@pytest.mark.parametrize(
    ("arm", "flags"),
    [
        (SKIN, ()),
        (GRAY, (Flag.GRAY_SKIN,)),
        (BLUE, (Flag.ODD_SKIN,)),
        (GREEN, ()),
    ],
)
def test_a_limb_beside_skin(arm, flags):
    assert others(picture(FACE, (*ARM, arm, None))) == flags


def test_a_gray_wall_is_no_limb():
    away = (slice(70, 96), slice(90, 128), GRAY, None)  # not beside skin
    darker = (*ARM, GRAY, 60)  # beside it, but not as light: a sleeve
    for patch in (away, darker):
        assert others(picture(FACE, patch)) == ()
    alone = critique(picture((*ARM, GRAY, None)), Grade())[1]
    assert Flag.GRAY_SKIN not in alone  # nobody there


@pytest.mark.parametrize(
    ("shade", "is_flagged"),
    [(None, True), (60, False)],  # without and with an edge of the photo around the patch
)
def test_patches_are_colors_that_change_without_an_edge(shade, is_flagged):
    sleeves = [
        (slice(8, 88), slice(left, left + 14), (35.0, 15.0), shade) for left in (10, 44, 78, 108)
    ]
    found = critique(picture(*sleeves, background=(2.0, 2.0)), Grade())[1]
    assert (Flag.PATCHES in found) == is_flagged


def test_gray_skin_that_was_asked_for_is_no_mistake():
    encoding = picture(FACE, (*ARM, GRAY, None))
    assert Flag.GRAY_SKIN in critique(encoding, Grade())[1]
    assert critique(encoding, Grade(0.0))[1] == ()


def test_a_cast_is_one_color_over_all():
    assert critique(picture(background=(30.0, 15.0)), Grade())[1] == (Flag.CAST,)
    many = [
        (slice(0, 96), slice(i * 32, i * 32 + 32), ab, None)
        for i, ab in enumerate(((40.0, 10.0), (-30.0, 20.0), (10.0, -40.0), (0.0, 45.0)))
    ]
    assert others(picture(*many)) == ()
    assert critique(picture(background=(3.0, 1.0)), Grade())[1] == ()


def test_large_doubtful_areas():
    bins = torch.tensor([[10.0 * i, 10.0 * j] for i in range(-4, 5) for j in range(-4, 5)])
    palette = Palette(bins, torch.zeros(len(bins)), Decoding(1.0))
    sure = torch.zeros(len(bins), 24, 32)
    sure[40] = 30.0
    shares = torch.zeros(9, 16, 24, 32)
    shares[4] = 1.0
    half = sure.clone()
    half[:, :, 16:] = 0  # every color is as likely
    photo = Photo(np.full((96, 128, 3), 150, np.uint8))

    def judged(logits):
        distribution = Distribution(logits.half(), shares.half(), palette, (96, 128))
        return critique(fit_colors(photo, distribution.colors(), distribution), Grade())

    doubt, flags = judged(sure)
    assert doubt < 0.01
    assert flags == ()
    doubt, flags = judged(half)
    assert doubt == pytest.approx(0.5, abs=0.05)
    assert flags == (Flag.DOUBTFUL,)


def test_models_without_a_distribution_know_no_doubt(model, gray_jpeg):
    measures = measure(encode(model, read_photo(gray_jpeg)), Grade())
    assert measures.doubt is None
    assert measures.doubtful == 0
    assert flags_of(LIMITS) == ()  # a limit itself is still fine


def test_the_smallest_photo_can_be_judged():
    encoding = fit_colors(Photo(np.full((1, 1, 3), 150, np.uint8)), torch.full((2, 1, 1), 17.0))
    assert critique(encoding, Grade())[1] == ()


def test_much_that_was_repaired_or_invented_is_to_be_looked_at():
    photo = Photo(np.full((200, 300, 1), 120, np.uint8))
    small, large = np.zeros((200, 300), bool), np.zeros((200, 300), bool)
    small[50:52, 50:52] = True
    large[20:120, 20:200] = True
    for mask, flags in ((small, ()), (large, (Flag.MUCH_REPAIRED, Flag.INVENTED))):
        restored = restore(photo, Recipe(repair=Repair()), known=Known(mask=mask))
        assert _flags_of(restored) == flags
        assert "the mask marks" in notes_of(restored)[0]
