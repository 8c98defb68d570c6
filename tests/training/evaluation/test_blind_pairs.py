import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from engine.checkpoints import checkpoint
from engine.device import choose_device
from training import blind_pairs
from training.blind_pairs import (
    Chooser,
    Count,
    count_choices,
    new_is_first,
    pairs,
    read_choices,
    sheet,
)
from training.evaluation.bench import Look


@pytest.mark.parametrize(
    ("new", "of", "low", "high"),
    [(65, 100, 0.553, 0.736), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0)],
)
def test_the_interval_is_wilsons(new, of, low, high):
    assert Count(new, of - new, 3).interval() == pytest.approx((low, high), abs=1e-3)


def test_nothing_chosen_says_nothing():
    assert Count(0, 0, 4).interval() == (0, 1)
    assert Count(0, 0, 4).share == 0.5


def test_a_choice_counts_for_the_checkpoint_that_stood_there():
    first = np.array([True, False, True, False])
    assert count_choices({1: 1, 2: 1, 3: 2, 4: 0}, first) == Count(new=1, old=2, neither=1)
    assert 30 < new_is_first(100, 3).sum() < 70
    assert np.array_equal(new_is_first(9, 5), new_is_first(9, 5))


def test_choices_are_read_and_what_is_not_chosen_yet_is_left_out():
    assert read_choices("# pair\n1 2\n2\n\n3 0 # alike\n", 3) == {1: 2, 3: 0}


@pytest.mark.parametrize("text", ["4 1", "0 1", "1 3", "1 x", "1 1 1", "1 1\n1 2"])
def test_a_line_that_cannot_be_meant_is_named(text):
    with pytest.raises(ValueError, match="expected a pair from 1 to 3"):
        read_choices(text, 3)


def test_each_pair_has_both_checkpoints_in_the_order_that_is_counted(tiny_models):
    photos = [np.full((40, 50, 3), shade, np.uint8) for shade in (60, 90, 120, 150, 180, 210)]
    device = choose_device("cpu")
    names = ("reddish", "greenish")  # old, new
    models = tuple(checkpoint.load(tiny_models / f"{n}.safetensors", device) for n in names)
    for pair, new_first in zip(pairs(models, photos, Look(), 1), new_is_first(6, 1), strict=True):
        redness = [float(picture[..., 0].mean() - picture[..., 1].mean()) for picture in pair]
        assert (redness[0] < redness[1]) == new_first


@pytest.mark.parametrize("shape", [(40, 90, 3), (90, 40, 3)])
def test_a_sheet_shows_both_apart(shape):
    laid = sheet((np.zeros(shape, np.uint8), np.full(shape, 255, np.uint8)))
    axis = 0 if shape[1] > shape[0] else 1
    along = laid.mean(axis=(1 - axis, 2))
    assert along[0] == 0
    assert along[-1] == 255
    assert (along == 128).sum() == 16


def test_keys_choose_and_a_second_start_goes_on(tmp_path):
    file = tmp_path / "choices.txt"
    file.write_text("1 2\n")
    shown = [(np.zeros((9, 9, 3), np.uint8),) * 2] * 3
    chooser = Chooser(Figure(), iter(shown), file, 3)
    for key in ("x", None, "1", "0"):
        chooser.choose(key)
    assert read_choices(file.read_text(), 3) == {1: 2, 2: 1, 3: 0}


def test_sheets_are_written_filled_in_and_counted(tiny_models, shards, tmp_path, capsys):
    names = [str(tiny_models / f"{name}.safetensors") for name in ("reddish", "greenish")]
    folder = tmp_path / "pairs"
    command = [*names, "--data", str(shards), "-o", str(folder), "--size", "48", "--seed", "4"]
    blind_pairs.main([*command, "--sheets"])
    with Image.open(folder / "pair-002.png") as picture:
        assert picture.height >= 500
    form = folder / "choices.txt"
    first = new_is_first(2, 4)
    form.write_text("".join(f"{n} {1 if is_new else 2}\n" for n, is_new in enumerate(first, 1)))
    blind_pairs.main([*command, "--sheets"])  # does not empty the form
    blind_pairs.main([*command, "--choices", str(form)])
    assert "NEW preferred in 2 of 2 pairs: 100.0% (34.2%–100.0%)" in capsys.readouterr().out


def test_a_checkpoint_that_is_none_is_one_sentence(shards, tmp_path, capsys):
    bad = tmp_path / "bad.safetensors"
    bad.write_bytes(b"no")
    with pytest.raises(SystemExit):
        blind_pairs.main([str(bad), str(bad), "--data", str(shards), "-o", str(tmp_path / "p")])
    assert "cannot be used" in capsys.readouterr().err
