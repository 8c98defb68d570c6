import pytest
import torch

from engine.coloring.hints import MEAN_WEIGHT, hint_of_rgb, hint_planes
from engine.photo.color import AB_SCALE, rgb_to_lab
from engine.recipe.hint import Hint, MeanColorHint


def test_a_hint_is_a_square_of_its_color_at_its_place():
    planes = hint_planes([Hint(0.25, 0.75, (33.0, -11.0), radius=0.05)], (40, 80))
    ys, xs = planes[2].nonzero().unbind(1)
    assert (ys.min(), ys.max(), xs.min(), xs.max()) == (8, 12, 58, 62)
    torch.testing.assert_close(planes[:, 10, 60], torch.tensor((33 / AB_SCALE, -11 / AB_SCALE, 1)))
    assert not planes[:2, planes[2] == 0].any()


def test_later_hints_lie_over_earlier_ones():
    planes = hint_planes([Hint(0.5, 0.5, (9, 9)), Hint(0.5, 0.5, (0, 0))], (20, 20))
    assert planes[:, 10, 10].tolist() == [0, 0, 1]  # a hint of gray is a hint


@pytest.mark.parametrize("place", [(0, 0), (1, 1), (0, 1)])
def test_hints_at_the_edge_stay_in_the_photo(place):
    planes = hint_planes([Hint(*place, (9, 9), radius=0.2)], (20, 30))
    assert 0 < planes[2].sum() <= 81


@pytest.mark.parametrize("place", [(-0.1, 0.5), (0.5, 1.1), (float("nan"), 0.5)])
def test_a_place_outside_the_photo_is_refused(place):
    with pytest.raises(ValueError, match="lies in the photo"):
        Hint(*place, (0, 0))


@pytest.mark.parametrize("ab", [(float("nan"), 0), (0, 500)])
def test_a_color_that_is_none_is_refused(ab):
    with pytest.raises(ValueError, match="of gray"):
        Hint(0.5, 0.5, ab)
    with pytest.raises(ValueError, match="of gray"):
        MeanColorHint(ab)


def test_a_cast_is_everywhere_and_counts_less():
    planes = hint_planes([MeanColorHint((22.0, 11.0)), Hint(0.5, 0.5, (0, 0))], (20, 20))
    torch.testing.assert_close(
        planes[:, 0, 0], torch.tensor((22 / AB_SCALE, 11 / AB_SCALE, 1)) * MEAN_WEIGHT
    )
    assert planes[:, 10, 10].tolist() == [0, 0, 1]


def test_a_color_becomes_a_hint_without_its_lightness():
    _, a, b = rgb_to_lab(torch.tensor((32, 58, 112)).view(3, 1, 1) / 255).flatten().tolist()
    assert hint_of_rgb(0.1, 0.2, (32, 58, 112)).ab == pytest.approx((a, b), abs=1e-4)
