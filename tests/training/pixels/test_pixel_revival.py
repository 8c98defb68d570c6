import numpy as np
import pytest
import torch
from PIL import Image
from skimage.color import deltaE_ciede94

from engine.checkpoints import checkpoint
from engine.models.revival import RevivalConfig as NetworkConfig
from engine.models.revival import RevivalNetwork, revived_density
from engine.photo.color import rgb_to_lab
from tests.pictures import PHOTOS
from tests.tiny import tiny_pixel_model
from training import evaluate_revival
from training.degradation.degrade import Dice
from training.degradation.fading import FADINGS, Dyes, draw_dyes, fade, random_fading
from training.pixels import revival
from training.pixels.revival import RevivalConfig, RevivalTask, color_difference
from training.pixels.task import Sources


def photos():
    pieces = [photo[:128, :128] for photo in PHOTOS.values()]
    return torch.from_numpy(np.stack(pieces)).permute(0, 3, 1, 2).float() / 255


def dice(count=4, seed=0):
    return Dice(torch.Generator().manual_seed(seed), count)


@pytest.mark.parametrize("name", FADINGS)
def test_photos_fade_and_the_matrix_undoes_it(name):
    rgb, drawn = photos(), draw_dyes(FADINGS[name], dice())
    faded = fade(rgb, drawn)
    assert (color_difference(rgb_to_lab(faded), rgb_to_lab(rgb)) > 4).all()
    thinned = drawn.absorptions @ (drawn.kept[:, :, None] * torch.linalg.inv(drawn.absorptions))
    inverse = torch.linalg.inv(thinned)
    offset = -(inverse @ drawn.stain[:, :, None])[..., 0]
    density = revived_density(revival.density_from_rgb(faded), inverse, offset)
    revived = revival.rgb_from_linear(torch.pow(10.0, -density.clamp(0, 3)))
    assert color_difference(rgb_to_lab(revived), rgb_to_lab(rgb)).max() < 0.6


def test_dyes_that_are_all_left_change_nothing():
    rgb, drawn = photos(), draw_dyes(FADINGS["pink slide"], dice())
    whole = Dyes(drawn.absorptions, torch.ones(4, 3), torch.zeros(4, 3))
    assert (fade(rgb, whole) - rgb).abs().max() < 0.015  # black is lifted to density 3


def test_a_share_of_the_photos_fades_and_the_others_stay_as_they_are():
    rgb = photos().repeat(16, 1, 1, 1)
    made = random_fading(rgb, dice(64), share=0.5)
    assert 20 <= made.is_faded.sum() <= 44
    change = (made.shown - made.truth).abs().mean(dim=(1, 2, 3))
    assert change[~made.is_faded].max() == 0
    assert change[made.is_faded].median() > 0.08
    assert made.shown.min() >= 0
    assert made.shown.max() <= 1
    assert torch.equal(random_fading(rgb, dice(64), share=0.5).shown, made.shown)


def test_the_color_difference_is_that_of_the_standard():
    one, other = (rgb_to_lab(photos()[k : k + 1]) for k in (0, 1))
    expected = deltaE_ciede94(*(lab[0].permute(1, 2, 0).numpy() for lab in (one, other))).mean()
    assert color_difference(other, one)[0] == pytest.approx(float(expected), rel=0.01)


@pytest.fixture
def task(tmp_path):
    for name, photo in PHOTOS.items():
        for part in range(20):  # some are kept for validation and watching
            place = 6 * part
            Image.fromarray(photo[place : place + 100, place : place + 120]).save(
                tmp_path / f"{name}{part}.png"
            )
    sources = Sources(tmp_path, tmp_path, torch.device("cpu"), 8, 1)
    return RevivalTask(RevivalConfig(side=32), sources)


def network():
    torch.manual_seed(0)
    return RevivalNetwork(NetworkConfig(widths=[8, 16], hidden=16), 3, 14)


def test_a_batch_is_a_function_of_its_step(task):
    one, again, other, watched = (
        task.batch(step, watched=watched)["shown"]
        for step, watched in ((2, False), (2, False), (3, False), (2, True))
    )
    assert torch.equal(one, again)
    assert one.shape == (8, 3, 32, 32)
    assert not torch.equal(one, other)
    assert not torch.equal(one, watched)


def test_steps_bring_the_colors_nearer(task):
    learner, batch = network(), task.batch(0)
    optimizer = torch.optim.Adam(learner.parameters(), 3e-3)
    before = task.losses(learner, batch)
    for _ in range(40):
        loss = task.losses(learner, batch)["loss"]
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    after = task.losses(learner, batch)
    assert set(after) == {"loss", "faded", "unfaded", "doubt", "harm"}
    assert after["faded"] < 0.8 * before["faded"]
    assert after["doubt"] < before["doubt"]
    assert after["harm"] < before["harm"]


def test_a_network_that_proposes_nothing_is_measured_as_what_it_is(task, tmp_path, capsys):
    model = tiny_pixel_model("revival", "revival", overlap=None)
    path = tmp_path / "tiny.safetensors"
    checkpoint.save(path, model.network.state_dict(), model.header)
    evaluate_revival.main([str(tmp_path), "--model", str(path), "--count", "2", "--unfaded", "2"])
    pink, dark, light, unfaded, _ = capsys.readouterr().out.strip().split("\n")
    for line in (pink, dark, light):
        shown, revived = (
            line.split(f"{what} ")[1].split(",")[0] for what in ("as it is", "revived")
        )
        assert abs(float(shown.split()[0]) - float(revived.split()[0])) < 0.5  # black is lifted
        assert "0 of 2 revived" in line
    assert "0 of 2 touched" in unfaded


def test_without_color_photos_there_is_nothing_to_learn(tmp_path):
    with pytest.raises(ValueError, match="color photos"):
        RevivalTask(RevivalConfig(), Sources(tmp_path, None, torch.device("cpu"), 8, 1))
