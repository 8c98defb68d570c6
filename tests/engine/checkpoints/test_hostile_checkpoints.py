"""Checkpoints whose numbers, names or sizes nobody can mean."""

import hashlib
import json
import threading
import tracemalloc

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from engine.checkpoints import checkpoint, stored_networks, stored_tensors
from engine.coloring.colorize import encode, render_photo, with_vividness
from engine.errors import CheckpointError
from engine.photo.photo import Photo
from engine.recipe.stages import Coloring, Grade
from engine.saving import lightness_error
from tests.tiny import CPU, gray_pixels, save_tiny_checkpoint


def changed(path, change):
    """Write a checkpoint anew after ``change(tensors)``."""
    with safe_open(path, framework="pt") as file:
        metadata = file.metadata()
    tensors = load_file(path)
    change(tensors)
    save_file(tensors, path, metadata=metadata)


@pytest.mark.parametrize("kind", [torch.bool, torch.int64, torch.uint8, torch.float64])
def test_every_tensor_is_stored_as_the_format_says(tiny_kolorit, kind):
    names = [name for name in load_file(tiny_kolorit) if name.endswith("running_mean")]

    def change(tensors):
        tensors[names[0]] = tensors[names[0]].to(kind)

    changed(tiny_kolorit, change)
    with pytest.raises(CheckpointError, match=f"{names[0]} is stored as"):
        checkpoint.load(tiny_kolorit, CPU)


def test_a_counter_is_no_fraction_and_a_scale_no_whole_number(tiny_kolorit, tmp_path):
    counter = next(name for name in load_file(tiny_kolorit) if name.endswith("num_batches_tracked"))
    content = tiny_kolorit.read_bytes()
    changed(tiny_kolorit, lambda tensors: tensors.update({counter: torch.tensor(1.0)}))
    with pytest.raises(CheckpointError, match=f"{counter} is stored as F32"):
        checkpoint.load(tiny_kolorit, CPU)
    tiny_kolorit.write_bytes(content)

    def as_steps(tensors):
        tensors["bins"] = torch.ones(tensors["bins"].shape, dtype=torch.int8)
        tensors["bins:scale"] = torch.ones(len(tensors["bins"]), dtype=torch.int64)

    changed(tiny_kolorit, as_steps)
    with pytest.raises(CheckpointError, match="bins:scale is stored as I64"):
        checkpoint.load(tiny_kolorit, CPU)


def test_a_scale_may_not_make_weights_infinite(tiny_kolorit):
    def change(tensors):
        tensors["bins"] = torch.ones(tensors["bins"].shape, dtype=torch.int8)
        tensors["bins:scale"] = torch.full((len(tensors["bins"]),), 3e38)

    changed(tiny_kolorit, change)
    with pytest.raises(CheckpointError, match="not finite"):
        checkpoint.load(tiny_kolorit, CPU)


@pytest.mark.parametrize("value", [3e38, 1e6])
def test_huge_weights_cost_no_lightness_and_no_color_is_infinite(
    checkpoint_path, tiny_kolorit, value
):
    """Either the pass is refused in one sentence, or the photo keeps its lightness."""
    photo = Photo(gray_pixels(40, 40))
    told = 0
    for path, number in ((checkpoint_path, 3), (tiny_kolorit, 5)):
        content = path.read_bytes()
        names = [n for n, t in load_file(path).items() if t.is_floating_point() and "var" not in n]
        for name in names[:: max(1, len(names) // number)]:
            changed(
                path,
                lambda tensors, name=name: tensors.update(
                    {name: torch.full(tensors[name].shape, value)}
                ),
            )
            told += _told_or_true(checkpoint.load(path, CPU), photo)
            path.write_bytes(content)
    assert told > 0 or value < 1e38


def _told_or_true(model, photo):
    try:
        encoding = encode(model, photo)
        encodings = [encoding]
        if encoding.distribution is not None:
            encodings += [
                with_vividness(encoding, Coloring(vividness=0.5)),
                with_vividness(encoding, Coloring(vividness=2)),
            ]
    except CheckpointError:
        return 1
    for made in encodings:
        assert torch.isfinite(made.ab).all()
        pixels = render_photo(made, Grade(strength=2))
        assert lightness_error(photo, pixels).greatest < 1
    return 0


@pytest.mark.parametrize("name", ["bins", "log_rarity"])
def test_so_are_colors_and_rarities_that_none_has(tiny_kolorit, name):
    changed(tiny_kolorit, lambda tensors: tensors[name].fill_(5e4))
    model = checkpoint.load(tiny_kolorit, CPU)
    with pytest.raises(CheckpointError, match="colors that no photo can have"):
        encode(model, Photo(gray_pixels(40, 40)))


def test_the_hash_is_of_what_was_read(checkpoint_path, tmp_path, monkeypatch):
    """A file that is replaced while it loads: weights and hash are of one and the same."""
    whole, other = checkpoint_path.read_bytes(), tmp_path / "other.safetensors"
    save_tiny_checkpoint(other, ab=(-0.3, 0.3))
    read = stored_tensors._read

    def swapped(path, most):
        content = read(path, most)
        other.replace(checkpoint_path)
        return content

    monkeypatch.setattr(stored_tensors, "_read", swapped)
    model = checkpoint.load(checkpoint_path, CPU)
    assert model.sha256 == hashlib.sha256(whole).hexdigest()
    assert checkpoint_path.read_bytes() != whole
    last = [name for name in model.network.state_dict() if name.endswith("bias")][-1]
    torch.testing.assert_close(model.network.state_dict()[last], torch.tensor((0.3, -0.15)))


def test_a_file_that_shrinks_while_it_loads_is_told(checkpoint_path):
    """Mapped, it would end the program."""
    stop = threading.Event()
    whole = checkpoint_path.read_bytes()

    def shrink():
        while not stop.is_set():
            checkpoint_path.write_bytes(whole[:1000])
            checkpoint_path.write_bytes(whole)

    thread = threading.Thread(target=shrink)
    thread.start()
    try:
        outcomes = {_loads(checkpoint_path) for _ in range(40)}
    finally:
        stop.set()
        thread.join()
    assert outcomes <= {True, False}
    checkpoint_path.write_bytes(whole)
    assert _loads(checkpoint_path)


def _loads(path):
    try:
        checkpoint.load(path, CPU)
    except CheckpointError:
        return False
    return True


def test_twenty_thousand_tensors_make_one_sentence(checkpoint_path):
    extra = {f"extra-{'x' * 80}-{index}": torch.zeros(1) for index in range(20_000)}
    changed(checkpoint_path, lambda tensors: tensors.update(extra))
    with pytest.raises(
        CheckpointError, match=r"unknown tensors: extra-.* and 19999 more"
    ) as caught:
        checkpoint.load(checkpoint_path, CPU)
    assert len(str(caught.value)) < 1000


def test_names_of_megabytes_make_one_sentence(checkpoint_path):
    with safe_open(checkpoint_path, framework="pt") as file:
        entry = json.loads(file.metadata()["kolorit"])
    tensors = load_file(checkpoint_path)
    for odd in ({"arch": "a" * 10**6}, {"format": "f" * 10**6}, {"config": {"c" * 10**6: 1}}):
        save_file(tensors, checkpoint_path, metadata={"kolorit": json.dumps(entry | odd)})
        with pytest.raises(CheckpointError) as caught:
            checkpoint.load(checkpoint_path, CPU)
        assert len(str(caught.value)) < 1000
        assert "\n" not in str(caught.value)


def test_more_weights_than_fit_are_refused_before_they_are_unpacked(checkpoint_path, monkeypatch):
    monkeypatch.setattr(stored_tensors, "MAX_WEIGHTS", 100)
    monkeypatch.setattr(stored_networks, "deserialize", lambda _: pytest.fail("it was unpacked"))
    with pytest.raises(CheckpointError, match="more than 100 weights"):
        checkpoint.load(checkpoint_path, CPU)


@pytest.mark.parametrize(
    "header",
    [
        [],
        {"a": 1},
        {"a": {"dtype": "F32"}},
        {"a": {"dtype": "F32", "shape": 3}},
        {"__metadata__": 3},
    ],
)
def test_malformed_headers_are_told(tmp_path, header):
    content = json.dumps(header).encode()
    path = tmp_path / "odd.safetensors"
    path.write_bytes(len(content).to_bytes(8, "little") + content + bytes(64))
    for read in (checkpoint.read_header, lambda path: checkpoint.load(path, CPU)):
        with pytest.raises(CheckpointError):
            read(path)


def test_a_pass_of_a_sane_network_is_not_refused(model, tiny_kolorit):
    photo = Photo(np.zeros((40, 40, 1), np.uint8))
    for sane in (model, checkpoint.load(tiny_kolorit, CPU)):
        assert torch.isfinite(encode(sane, photo).ab).all()


def test_room_is_taken_for_what_is_there_and_not_for_what_may_be(checkpoint_path):
    """Where memory is limited, a small model needs a little of it."""
    checkpoint.load(checkpoint_path, CPU)  # imports take room of their own
    tracemalloc.start()
    try:
        checkpoint.load(checkpoint_path, CPU)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < stored_tensors.MAX_BYTES / 16
