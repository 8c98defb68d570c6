import pytest
import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F

from engine.models.classifiers.classifier import CLASSIFIERS, Classifier
from engine.models.classifiers.xception import ShrinkingBlock
from training.weights.classifiers import load_classifier


def meta(name):
    with torch.device("meta"):
        return CLASSIFIERS[name].network()


def count(network):
    return sum(parameter.numel() for parameter in network.parameters())


def normed_channels(network):
    """Channels that a batch norm followed in the published network: its shift is our bias."""
    return sum(
        module.out_channels
        for name, module in network.named_modules()
        if isinstance(module, nn.Conv2d) and module.bias is not None and "widen" not in name
    )


OTHER_INPUTS = 2 * 9 * 32
"""Weights of the first convolution for the two inputs that are folded into the one."""


def test_xception_has_its_published_size():
    network = meta("xception")
    assert normed_channels(network) == 27_264
    # folding took scale, mean and variance, and left the shift as a bias
    assert count(network) + OTHER_INPUTS + 3 * 27_264 == 22_910_480
    # of which mean and variance are not trained
    assert count(network) + OTHER_INPUTS + 27_264 == 22_855_952


def test_inception_resnet_v2_has_its_published_size():
    network = meta("inception_resnet_v2")
    assert normed_channels(network) == 30_272
    # its norms have no scale: folding took mean and variance alone
    assert count(network) + OTHER_INPUTS + 2 * 30_272 == 55_873_736
    assert count(network) + OTHER_INPUTS == 55_813_192


def test_mobilenet_v2_has_its_published_size():
    network = meta("mobilenet_v2")
    # 3,538,984 in Keras with batch norms; without the background class, here as there
    assert count(network) + OTHER_INPUTS + 3 * normed_channels(network) == 3_538_984


@pytest.mark.parametrize(
    ("name", "size", "shape"),
    [
        ("mobilenet_v2", 224, (320, 7, 7)),
        ("xception", 299, (2048, 10, 10)),
        ("inception_resnet_v2", 299, (1536, 8, 8)),
    ],
)
def test_the_last_features_have_their_published_shape(name, size, shape):
    assert CLASSIFIERS[name].input_size == size
    network = meta(name)
    part = {"mobilenet_v2": "trunk", "xception": "exit", "inception_resnet_v2": "last"}[name]
    seen = []
    network.get_submodule(part).register_forward_hook(lambda *hook: seen.append(hook[2]))
    assert network(torch.zeros(1, 1, size, size, device="meta")).shape == (1, 1000)
    features = seen[0][32] if name == "mobilenet_v2" else seen[0]
    assert features.shape[1:] == shape


@pytest.mark.parametrize("name", CLASSIFIERS)
def test_photos_of_any_size_are_classified(name):
    with torch.device("meta"):
        classifier = Classifier(name)
        assert classifier(torch.zeros(2, 1, 31, 200)).shape == (2, 1000)


def test_a_classifier_stays_as_it_is():
    with torch.device("meta"):
        classifier = Classifier("xception")
    around = nn.Sequential(classifier).train()
    assert around.training
    assert not any(module.training for module in classifier.modules())
    assert not any(parameter.requires_grad for parameter in classifier.parameters())


def test_pooling_pads_like_its_origin():
    block = ShrinkingBlock(1, (1, 1))
    for convolution in (block.project, block.first.pointwise, block.second.pointwise):
        nn.init.zeros_(convolution.bias)
    nn.init.zeros_(block.project.weight)
    for layer in (block.first, block.second):
        nn.init.dirac_(layer.depthwise.weight)
        nn.init.ones_(layer.pointwise.weight)
    ramp = torch.arange(6.0).expand(1, 1, 6, 6)
    assert block(ramp)[0, 0, 0].tolist() == [2, 4, 5]  # padded at the end
    assert block(ramp[..., :5, :5])[0, 0, 0].tolist() == [1, 3, 4]  # and on both sides


SETTINGS = ((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2))
SETTINGS += ((6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1))


def blocks():
    """Input, hidden and output width, and stride, of each of MobileNetV2's blocks."""
    width = 32
    for expansion, out, repetitions, first in SETTINGS:
        for index in range(repetitions):
            yield width, width * expansion, out, first if index == 0 else 1
            width = out


def random_mobilenet():
    """Weights as the training data name them."""
    shapes = [(32, 3, 3, 3)]
    for width, hidden, out, _ in blocks():
        shapes += [(hidden, width, 1, 1)] if hidden != width else []
        shapes += [(hidden, 1, 3, 3), (out, hidden, 1, 1)]
    named = {f"conv.{index}": shape for index, shape in enumerate(shapes)}
    named |= {"last": (1280, 320, 1, 1), "head": (1001, 1280)}
    generator = torch.Generator().manual_seed(0)
    weights = {}
    for name, shape in named.items():
        fan_in = torch.Size(shape[1:]).numel()
        weight = torch.randn(shape, generator=generator) * (2 / fan_in) ** 0.5
        weights[f"{name}.weight"] = weight.half()
        weights[f"{name}.bias"] = torch.randn(shape[0], generator=generator).div(10).half()
    return weights


def reference_logits(weights, rgb):
    """MobileNetV2 as the paper describes it, of (1, 3, 224, 224) in [0, 1]: 1001 logits."""
    weights = {name: tensor.float() for name, tensor in weights.items()}
    index = 0

    def convolve(x, stride=1, groups=1):
        nonlocal index
        name, index = f"conv.{index}", index + 1
        weight = weights[f"{name}.weight"]
        if weight.shape[2] == 3:  # TensorFlow's "same"
            x = F.pad(x, (0, 1, 0, 1) if stride == 2 else (1, 1, 1, 1))
        return F.conv2d(x, weight, weights[f"{name}.bias"], stride, groups=groups)

    x = convolve(rgb * 2 - 1, stride=2).clamp(0, 6)
    for width, hidden, out, stride in blocks():
        y = convolve(x).clamp(0, 6) if hidden != width else x
        y = convolve(convolve(y, stride, groups=hidden).clamp(0, 6))
        x = x + y if stride == 1 and width == out else y
    x = F.conv2d(x, weights["last.weight"], weights["last.bias"]).clamp(0, 6)
    return F.linear(x.mean((2, 3)), weights["head.weight"], weights["head.bias"])


def test_the_pretrained_classifier_says_what_the_full_network_says(tmp_path):
    weights = random_mobilenet()
    save_file(weights, tmp_path / "mobilenet_v2.safetensors")
    classifier = Classifier("mobilenet_v2")
    load_classifier(classifier, tmp_path / "mobilenet_v2.safetensors")
    gray = torch.rand(1, 1, 224, 224, generator=torch.Generator().manual_seed(1))
    expected = reference_logits(weights, gray.expand(1, 3, 224, 224))[:, 1:]  # no background
    assert expected.std() > 0.1
    torch.testing.assert_close(classifier(gray), expected, atol=1e-3, rtol=1e-3)


def test_another_file_is_refused(tmp_path):
    weights = random_mobilenet()
    path = tmp_path / "x.safetensors"
    with torch.device("meta"):
        classifier = Classifier("mobilenet_v2")
    for changes, message in (
        ({"conv.7.bias": None}, r"conv\.7\.bias is missing"),
        ({"extra": torch.zeros(1)}, "unknown weights: extra"),
        ({"last.bias": torch.zeros(3)}, r"last\.bias has shape \[3\], expected \[1280\]"),
    ):
        changed = {k: v for k, v in (weights | changes).items() if v is not None}
        save_file(changed, path)
        with pytest.raises(ValueError, match=message):
            load_classifier(classifier, path)
    path.write_bytes(b"no weights at all")
    with pytest.raises(ValueError, match="does not fit"):
        load_classifier(classifier, path)
