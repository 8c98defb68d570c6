from dataclasses import replace

import numpy as np
import pytest

from engine.cancel import Cancelled, CancelToken
from engine.checkpoints import checkpoint
from engine.coloring.colorize import compose as compose_encoding
from engine.coloring.colorize import encode, render, with_vividness
from engine.coloring.colorize import render_photo as render_encoding
from engine.develop import compose, develop, render_photo, supported
from engine.errors import UnsupportedByModelError
from engine.photo.photo import Photo, Window, view
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Coloring, Grade
from tests.tiny import CPU, gray_pixels, save_tiny_checkpoint, save_tiny_kolorit


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    folder = tmp_path_factory.mktemp("models")
    flagship = checkpoint.load(save_tiny_kolorit(folder / "flagship.safetensors"), CPU)
    plain = checkpoint.load(save_tiny_checkpoint(folder / "plain.safetensors"), CPU)
    return {"": flagship, "plain": plain}.__getitem__


@pytest.fixture
def photo():
    return Photo(gray_pixels(60, 80))


def test_the_default_recipe_gives_the_pixels_of_encode_and_render(models, photo):
    developed = develop(photo, Recipe(), models)
    encoding = encode(models(""), photo)
    grade = Grade()
    assert np.array_equal(render_photo(developed), render_encoding(encoding, grade))
    window = Window.whole(photo.size)
    pixels = view(photo, window, (30, 40))
    ours = render(compose(developed, window, pixels), grade)
    assert np.array_equal(ours, render(compose_encoding(encoding, window, pixels), grade))


def test_every_setting_of_a_recipe_gives_the_pixels_of_its_step(models, photo):
    hints, grade = (Hint(0.5, 0.5, (40.0, 20.0)),), Grade(0.7, 0.2)
    recipe = Recipe(coloring=Coloring(size=48, hints=hints, vividness=2.0), grade=grade)
    encoding = with_vividness(
        encode(models(""), photo, size=48, hints=hints), Coloring(vividness=2.0)
    )
    ours = render_photo(develop(photo, recipe, models), bits=16)
    assert np.array_equal(ours, render_encoding(encoding, grade, bits=16))


def test_only_what_differs_is_done_again(models, photo):
    first = develop(photo, Recipe(), models)
    graded = develop(photo, Recipe(grade=Grade(0.5)), models, earlier=first)
    assert graded.encoding is first.encoding
    livelier = develop(photo, Recipe(coloring=Coloring(vividness=2.0)), models, earlier=first)
    assert livelier.seen is first.seen
    assert livelier.encoding is not first.encoding
    hinted = Recipe(coloring=Coloring(hints=(Hint(0.5, 0.5, (40.0, 20.0)),)))
    assert develop(photo, hinted, models, earlier=first).seen is not first.seen
    other = develop(photo, Recipe(coloring=Coloring(model="plain")), models, earlier=first)
    assert other.seen is not first.seen
    assert other.model is models("plain")
    elsewhere = develop(Photo(gray_pixels(60, 80, seed=1)), Recipe(), models, earlier=first)
    assert elsewhere.seen is not first.seen


@pytest.mark.parametrize("asked", [{"vividness": 2.0}, {"hints": (Hint(0.5, 0.5, (40.0, 20.0)),)}])
def test_what_a_model_cannot_do_is_refused_and_can_be_left_out(models, photo, asked):
    recipe = Recipe(coloring=Coloring(model="plain", size=48, **asked), grade=Grade(0.5))
    with pytest.raises(UnsupportedByModelError):
        develop(photo, recipe, models)
    left = supported(recipe, models("plain"))
    assert left == Recipe(coloring=Coloring(model="plain", size=48), grade=Grade(0.5))
    develop(photo, left, models)
    assert supported(replace(recipe, coloring=Coloring(**asked)), models("")).coloring == Coloring(
        **asked
    )


@pytest.mark.parametrize("bits", [8, 16])
def test_a_photo_that_keeps_its_colors_is_not_touched(models, bits):
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 2**bits, (40, 50, 3)).astype(np.uint8 if bits == 8 else np.uint16)
    photo = Photo(pixels)
    developed = develop(photo, Recipe(coloring=None), models)
    assert developed.encoding is None
    assert np.array_equal(render_photo(developed), pixels)
    paler = render_photo(develop(photo, Recipe(coloring=None, grade=Grade(0.0)), models))
    spread = paler.max(axis=2).astype(int) - paler.min(axis=2)
    assert spread.max() <= 2 ** (bits - 8)  # one of 256 levels
    assert paler.dtype == pixels.dtype
    assert supported(Recipe(coloring=None), models("")) == Recipe(coloring=None)


def test_developing_can_be_cancelled(models, photo):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        develop(photo, Recipe(), models, token=token)
    own = develop(Photo(gray_pixels(20, 20)), Recipe(coloring=None, grade=Grade(0.5)), models)
    with pytest.raises(Cancelled):
        render_photo(own, token)
