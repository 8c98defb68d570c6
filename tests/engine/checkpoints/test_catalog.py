import pytest
import torch

from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import (
    CHECKPOINTS,
    SAMPLE_PHOTO,
    bundled_checkpoints,
    bundled_models,
    bundled_network,
    find_model,
)
from engine.coloring.colorize import encode, with_vividness
from engine.device import choose_device
from engine.errors import CatalogError, DeviceUnavailableError, UnknownModelError
from engine.files.image_io import read_photo
from engine.models.tasks import COLOR
from engine.recipe.hint import Hint
from engine.recipe.stages import Coloring
from tests.tiny import CPU


@pytest.mark.checkpoint
@pytest.mark.parametrize("entry", bundled_models(), ids=lambda e: e.name)
def test_bundled_models_are_what_the_manifest_says(entry):
    assert entry.is_intact()
    provenance = checkpoint.load(entry.path, CPU).header.provenance
    assert provenance["steps"] > 0
    assert provenance["data"]["photos"] > 0
    assert (CHECKPOINTS / f"{entry.name}.md").is_file(), "a model card"


NETWORKS = [entry for entry in bundled_checkpoints(CHECKPOINTS) if entry.task != COLOR]


@pytest.mark.checkpoint
@pytest.mark.parametrize("entry", NETWORKS, ids=lambda e: e.name)
def test_bundled_networks_are_what_the_manifest_says(entry):
    assert entry.is_intact()
    model = checkpoint.load(entry.path, CPU, entry.task)
    assert model.header.provenance["steps"] > 0
    assert bundled_network(entry.task) == entry.path, "one for each task"
    assert (CHECKPOINTS / f"{entry.name}.md").is_file(), "a model card"


def test_a_task_that_no_network_is_bundled_for_has_none():
    assert bundled_network("portraits") is None


def test_every_checkpoint_in_the_folder_is_in_the_manifest():
    listed = {entry.path for entry in bundled_checkpoints(CHECKPOINTS)}
    assert set(CHECKPOINTS.glob("*.safetensors")) == listed


def test_networks_that_do_not_color_are_no_models():
    assert all(entry.task == COLOR for entry in bundled_models())
    assert "defects" not in [entry.name for entry in bundled_models()]


def test_models_are_found_by_name_by_path_or_by_default(tiny_models):
    assert find_model().name == "reddish.safetensors"
    assert find_model("greenish") == tiny_models / "greenish.safetensors"
    assert find_model(str(tiny_models / "greenish.safetensors")).name == "greenish.safetensors"
    with pytest.raises(UnknownModelError, match="known models: reddish, greenish"):
        find_model("bluish")


def test_an_altered_checkpoint_is_noticed(tiny_models):
    entry = bundled_models()[0]
    assert entry.is_intact()
    content = bytearray(entry.path.read_bytes())
    content[-1] ^= 1
    entry.path.write_bytes(content)
    assert not entry.is_intact()


@pytest.mark.parametrize(
    "manifest", [None, "", "checkpoint = []", "not toml [", "checkpoint = [1]"]
)
def test_a_missing_or_damaged_list_of_models_is_told(tiny_models, manifest):
    path = tiny_models / "MANIFEST.toml"
    path.unlink()
    if manifest is not None:
        path.write_text(manifest)
    with pytest.raises(CatalogError, match="list of models"):
        find_model()
    assert find_model(str(tiny_models / "greenish.safetensors")).exists()


def test_devices_are_chosen_by_name_and_never_replaced():
    assert choose_device("cpu").name == "cpu"
    assert choose_device("auto").name in {"cuda:0", "mps", "cpu"}
    with pytest.raises(DeviceUnavailableError, match=r"available: .*cpu"):
        choose_device("cuda:99")


@pytest.mark.checkpoint
@pytest.mark.parametrize("name", ["kolorit", "kolorit-fast"])
def test_more_vividness_gives_livelier_colors(name):
    model = checkpoint.load(find_model(name), CPU)
    encoding = encode(model, read_photo(SAMPLE_PHOTO))
    looks = [
        with_vividness(encoding, Coloring(vividness=vividness)) for vividness in (0.5, 1.0, 2.0)
    ]
    calm, own, lively = (float(look.ab.norm(dim=0).mean()) for look in looks)
    assert calm < own < lively


@pytest.mark.checkpoint
@pytest.mark.parametrize("name", ["kolorit", "kolorit-fast"])
def test_a_color_that_is_set_is_seen_though_it_is_rare(name):
    """Logit adjustment is for guesses: what a person has said is none."""
    model = checkpoint.load(find_model(name), CPU)
    photo = read_photo(SAMPLE_PHOTO)
    for ab in ((50.0, 45.0), (28.0, -56.0), (-33.0, 27.0)):
        said = torch.tensor(ab)
        encoding = encode(model, photo, hints=[Hint(0.6, 0.3, ab)])
        _, height, width = encoding.ab.shape
        shown = encoding.ab[:, int(0.6 * height), int(0.3 * width)]
        assert torch.nn.functional.cosine_similarity(shown, said, dim=0) > 0.9
        assert shown.norm() > 0.5 * said.norm()
