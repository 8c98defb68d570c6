import pytest
import torch

from engine.models.fusion import LAYOUTS, ClassFusion, Fusion, FusionConfig
from engine.models.layer_list import convolutions
from engine.photo.color import gray_from_lightness, lightness_from_rgb
from training.weights.initialization import initialize

WIDTH = 1 / 16


def small(layout="final"):
    torch.manual_seed(0)
    network = Fusion(FusionConfig(layout=layout, width=WIDTH))
    initialize(network)
    return network


def expected_count(channels, widths):
    """Weights and biases of 3x3 convolutions of these widths."""
    return sum(9 * i * o + o for i, o in zip([channels, *widths[:-1]], widths, strict=True))


def count(module):
    return sum(parameter.numel() for parameter in module.parameters())


@pytest.mark.parametrize(
    ("layout", "encoder", "fused", "decoder"),
    [
        ("photos", [64, 128, 128, 256, 256, 512, 512, 256], 256, [256, 128, 64, 64, 32, 2]),
        ("colored", [128, 128, 256, 256, 512, 512, 256], 1256, [128, 64, 64, 32, 32, 16, 2]),
        ("final", [64, 128, 128, 256, 256, 512, 512, 256], 256, [128, 64, 32, 16, 2]),
    ],
)
def test_the_parts_have_their_published_sizes(layout, encoder, fused, decoder):
    with torch.device("meta"):
        network = Fusion(FusionConfig(layout=layout))
    assert count(network.encoder) == expected_count(1, encoder)
    assert count(network.fusion) == (1256 * 256 + 256 if fused == 256 else 0)
    assert count(network.decoder) == expected_count(fused, decoder)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_shapes_are_the_published_ones(layout):
    with torch.device("meta"):
        network = Fusion(FusionConfig(layout=layout))
        side = 224 if layout == "photos" else 256
        features = network.encoder(torch.zeros(1, 1, side, side))
        assert features.shape == (1, 256, side // 8, side // 8)
        fused = network.fusion(features, torch.zeros(1, 1000))
        before_tanh = network.decoder[:-3](fused)
        assert before_tanh.shape[2:] == (side // 2, side // 2)
        assert before_tanh.shape[1] == (32 if layout == "photos" else 16)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_color_is_predicted_at_any_multiple_of_eight(layout):
    network = small(layout)
    with torch.inference_mode():
        ab = network(torch.rand(2, 1, 24, 40) * 2 - 1)
    assert ab.shape == (2, 2, 24, 40)
    assert ab.abs().max() < 1


def test_the_classes_reach_every_position():
    fuse = ClassFusion(3, mixes=False)
    features, classes = torch.randn(2, 3, 4, 5), torch.randn(2, 1000)
    fused = fuse(features, classes)
    assert torch.equal(fused[:, :3], features)
    assert torch.equal(fused[:, 3:, 0, 0], classes)
    assert torch.equal(fused[:, 3:, 3, 4], classes)


def test_colors_depend_on_what_the_classifier_says():
    network = small()
    lightness = torch.rand(1, 1, 16, 16)
    with torch.inference_mode():
        before = network(lightness)
        network.classifier.network.head.bias[281] = 100
        assert not torch.allclose(network(lightness), before)


def test_training_leaves_the_classifier_as_it_is():
    network = small()
    network.train()
    assert network.training
    assert network.decoder.training
    assert not any(module.training for module in network.classifier.modules())
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    optimizer = torch.optim.AdamW(network.parameters(), lr=0.1, weight_decay=0.1)
    network(torch.rand(1, 1, 16, 16)).square().sum().backward()
    optimizer.step()
    for name, tensor in network.state_dict().items():
        frozen = name.startswith("classifier.")
        assert torch.equal(tensor, before[name]) or not frozen, name
    assert all(p.grad is not None for p in network.encoder.parameters())
    assert all(p.grad is None for p in network.classifier.parameters())


def test_the_classifier_is_part_of_the_checkpoint():
    parts = {name.split(".")[0] for name in small().state_dict()}
    assert parts == {"encoder", "classifier", "fusion", "decoder"}


@pytest.mark.parametrize("wrong", [{"layout": "alpha"}, {"classifier": "vgg19"}])
def test_unknown_parts_are_refused(wrong):
    with pytest.raises(ValueError, match="is one of"):
        FusionConfig(**wrong)


def test_the_classifier_sees_the_gray_of_the_photo():
    gray = torch.linspace(0, 1, 256).view(1, 1, 16, 16)
    seen = gray_from_lightness(lightness_from_rgb(gray.expand(1, 3, 16, 16)))
    torch.testing.assert_close(seen, gray, atol=1e-5, rtol=0)


def test_a_layer_list_is_read_in_order():
    stack = convolutions(1, "8/2 4 up ab", factor=0.5)
    kinds = [type(module).__name__ for module in stack]
    assert kinds == ["Conv2d", "ReLU", "Conv2d", "ReLU", "Upsample", "Conv2d", "Tanh"]
    shapes = [(m.in_channels, m.out_channels, m.stride) for m in stack if hasattr(m, "stride")]
    assert shapes == [(1, 4, (2, 2)), (4, 2, (1, 1)), (2, 2, (1, 1))]
