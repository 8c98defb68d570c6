import numpy as np
import pytest
import torch

from engine.checkpoints.checkpoint import Model
from engine.checkpoints.header import Contract, Header
from engine.models.revival import (
    RevivalConfig,
    density_from_rgb,
    revived_density,
    rgb_from_density,
)
from engine.photo.photo import Photo
from engine.restoration import reviving
from engine.restoration.fading import LEAST_CHANGE, LEAST_HELP, propose_revival
from engine.restoration.revival import Revival, apply_revival, revival_of
from engine.restoration.reviving import revive
from tests.pictures import PHOTOS, toned
from tests.tiny import CPU, tiny_pixel_model


class Says(torch.nn.Module):
    """Says the same of each photo, or the next of what it was given."""

    def __init__(self, *answers):
        super().__init__()
        self.answers = list(answers)

    def forward(self, rgb):
        assert rgb.shape == (1, 3, 96, 96)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return torch.tensor([answer])


def answer(gain=1.8, error=3.0, odds=6.0):
    return [gain, 0, 0, 0, 1, 0, 0, 0, 1.3, 0, 0, 0, float(np.log(error)), odds]


def model(*answers):
    real = tiny_pixel_model("revival", "revival", overlap=None)
    header = Header(real.header.arch, {}, real.header.task, Contract(16, None), {})
    return Model(Says(*answers), header, CPU)


@pytest.fixture
def bundled(monkeypatch):
    def use(*answers):
        monkeypatch.setattr(reviving, "bundled_network", lambda _task: model(*answers))

    return use


COFFEE = Photo(PHOTOS["coffee"])


def test_a_photo_that_is_surely_faded_is_revived_and_it_is_said_why():
    proposal = propose_revival(COFFEE, model(answer()))
    assert proposal.revival.matrix[0][0] == pytest.approx(1.8)
    assert proposal.estimate.error == pytest.approx(3)
    assert proposal.estimate.help > LEAST_HELP
    assert "cyan 55%" in proposal.why
    assert "ΔE 3" in proposal.why


@pytest.mark.parametrize("said", [answer(odds=1.0), answer(gain=1.01)[:8] + [1.0] + [0] * 5])
def test_a_photo_that_is_not_surely_faded_or_hardly_would_change_is_left_alone(said):
    proposal = propose_revival(COFFEE, model(said))
    assert proposal.revival.does_nothing
    assert "left alone" in proposal.why
    assert proposal.estimate.help < LEAST_HELP or proposal.estimate.change < LEAST_CHANGE


@pytest.mark.parametrize("paper", [(255, 255, 255), (245, 232, 205), (250, 200, 190)])
def test_a_print_that_never_had_colors_is_left_alone_whatever_its_tone(paper):
    for pixels in (PHOTOS["coffee"][..., :1], toned(PHOTOS["coffee"], (45, 30, 18), paper)):
        proposal = propose_revival(Photo(pixels), model(answer()))
        assert proposal.revival.does_nothing
        assert "black and white" in proposal.why
        assert proposal.estimate is None


def test_photos_of_a_roll_are_told_together_and_gray_ones_do_not_count():
    roll = [Photo(PHOTOS["rocket"]), Photo(PHOTOS["chelsea"][..., :1])]
    answers = model(answer(1.4, error=2.0), answer(1.8, error=2.0))
    proposal = propose_revival(COFFEE, answers, roll=roll)
    assert proposal.revival.matrix[0][0] == pytest.approx(1.6)
    assert "told from 2 photos" in proposal.why
    doubted = model(answer(1.4), answer(1.4, odds=-6.0))
    assert propose_revival(COFFEE, doubted, roll=roll).revival.does_nothing


def test_the_account_has_the_numbers_and_the_xmp_those_of_what_was_done(bundled):
    bundled(answer(2.0))
    revived = revive(COFFEE)
    expected = apply_revival(COFFEE.pixels, revived.proposal.revival)
    assert np.array_equal(revived.photo.pixels, expected)
    assert revived.account["done"]
    assert revived.account["settings"]["dyes_left"]["cyan"] == pytest.approx(0.5, abs=0.02)
    assert "matrix 2.000 0.000 0.000" in revived.sentences[0]
    assert "noise up to 2.0 times" in revived.remarks[0]
    bundled(answer(odds=-2.0))
    left = revive(COFFEE)
    assert left.photo is COFFEE
    assert not left.account["done"]
    assert left.account["settings"]["matrix"][0][0] == 1.8
    assert left.sentences == left.remarks == ()


def test_a_fresh_network_proposes_nothing():
    proposal = propose_revival(COFFEE, tiny_pixel_model("revival", "revival", overlap=None))
    assert proposal.estimate.revival == Revival()
    assert proposal.estimate.change == 0


def test_network_and_engine_revive_alike():
    numbers = np.array([1.5, 0.1, 0, -0.1, 1.2, 0.05, 0, 0.1, 1.3, -0.02, 0.03, -0.1], np.float32)
    pixels = PHOTOS["rocket"]
    rgb = torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255
    matrix, offset = (
        torch.from_numpy(numbers[:9]).view(1, 3, 3),
        torch.from_numpy(numbers[9:])[None],
    )
    revived = rgb_from_density(revived_density(density_from_rgb(rgb), matrix, offset))
    expected = revived[0].permute(1, 2, 0).mul(255).round().numpy()
    assert np.abs(apply_revival(pixels, revival_of(numbers)) - expected).max() <= 1


@pytest.mark.parametrize("wrong", [{"widths": []}, {"widths": [0]}, {"rounds": 0}, {"hidden": "9"}])
def test_a_network_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match="widths"):
        RevivalConfig(**wrong)
