"""Foreign files of full shape, which cost nothing: each tensor is one number, repeated."""

import sys

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F

from engine.models.classifiers.classifier import CLASSIFIERS, Classifier
from training import convert_classifier
from training.weights.classifiers import load_classifier, translated
from training.weights.weight_name_maps import KERAS, PYTORCH


def constant(value, *shape):
    return torch.tensor(float(value)).expand(shape)


def network_of(name):
    with torch.device("meta"):
        return CLASSIFIERS[name].network()


def foreign(name, layouts=PYTORCH):
    """Weights of full shape; layer i is all i / 256 and its norm shifts by i."""
    weights = {}
    modules = [m for m in network_of(name).modules() if isinstance(m, nn.Conv2d | nn.Linear)]
    for index, (module, layer) in enumerate(zip(modules, layouts[name](), strict=True)):
        out, *rest = module.weight.shape
        if index == 0:
            rest[0] = 3
        weights[layer.weight] = constant(index / 256, out, *rest)
        if layer.bias is not None:
            weights[layer.bias] = constant(index, out)
        if layer.norm is not None:
            norm = layer.norm
            if norm.scale is not None:
                weights[norm.scale] = constant(2, out)
            weights[norm.shift] = constant(index, out)
            weights[norm.mean] = constant(0, out)
            weights[norm.variance] = constant(1 - norm.eps, out)
    return weights


@pytest.mark.parametrize("name", ["xception", "inception_resnet_v2"])
def test_public_names_are_those_of_timm_and_cadene(name):
    shapes = {key: list(tensor.shape) for key, tensor in foreign(name).items()}
    expected = {
        "xception": {
            "conv1.weight": [32, 3, 3, 3],
            "bn2.running_var": [64],
            "block1.rep.0.conv1.weight": [64, 1, 3, 3],
            "block1.rep.0.pointwise.weight": [128, 64, 1, 1],
            "block1.rep.4.bias": [128],
            "block2.rep.4.pointwise.weight": [256, 256, 1, 1],
            "block3.skip.weight": [728, 256, 1, 1],
            "block11.rep.8.running_mean": [728],
            "block12.rep.1.pointwise.weight": [728, 728, 1, 1],
            "block12.rep.4.pointwise.weight": [1024, 728, 1, 1],
            "block12.skipbn.weight": [1024],
            "conv4.pointwise.weight": [2048, 1536, 1, 1],
            "fc.weight": [1000, 2048],
        },
        "inception_resnet_v2": {
            "conv2d_1a.conv.weight": [32, 3, 3, 3],
            "conv2d_4a.bn.running_mean": [192],
            "mixed_5b.branch1.1.conv.weight": [64, 48, 5, 5],
            "mixed_5b.branch3.1.conv.weight": [64, 192, 1, 1],
            "repeat.9.branch2.2.conv.weight": [64, 48, 3, 3],
            "repeat.0.conv2d.bias": [320],
            "mixed_6a.branch0.conv.weight": [384, 320, 3, 3],
            "mixed_6a.branch1.2.bn.weight": [384],
            "repeat_1.19.branch1.1.conv.weight": [160, 128, 1, 7],
            "mixed_7a.branch2.1.conv.weight": [288, 256, 3, 3],
            "repeat_2.8.branch1.2.conv.weight": [256, 224, 3, 1],
            "block8.conv2d.weight": [2080, 448, 1, 1],
            "conv2d_7b.conv.weight": [1536, 2080, 1, 1],
            "fc.bias": [1000],
        },
    }[name]
    assert expected.items() <= shapes.items()
    # convolutions, four arrays for each norm, the biased layers of residual blocks, the head
    counts = {"xception": 74 + 4 * 40 + 2, "inception_resnet_v2": 204 + 4 * 204 + 2 * 40 + 2}
    assert len(shapes) == counts[name]


def test_every_layer_finds_its_place():
    ours = translated(network_of("xception"), PYTORCH["xception"](), foreign("xception"))
    # scale 2 times the weight, its three inputs summed; the shift stays
    assert ours["stem.0.bias"].unique().tolist() == [0]
    torch.testing.assert_close(ours["stem.2.weight"].unique(), torch.tensor([2 / 256]))
    assert ours["stem.2.bias"].unique().tolist() == [1]
    assert ours["blocks.0.first.depthwise.weight"].unique().tolist() == [2 / 256]
    assert ours["blocks.0.project.bias"].unique().tolist() == [6]
    assert ours["head.bias"].unique().tolist() == [len(list(PYTORCH["xception"]())) - 1]


def test_a_folded_norm_computes_what_convolution_and_norm_did():
    torch.manual_seed(0)
    weights = foreign("xception")
    weights["conv1.weight"] = torch.randn(32, 3, 3, 3)
    for leaf in ("weight", "bias", "running_mean", "running_var"):
        weights[f"bn1.{leaf}"] = torch.rand(32) + 0.1
    ours = translated(network_of("xception"), PYTORCH["xception"](), weights)
    arrays = (weights[f"bn1.{leaf}"] for leaf in ("running_mean", "running_var", "weight", "bias"))
    gray = torch.rand(1, 1, 9, 9)
    convolved = F.conv2d(gray.expand(1, 3, 9, 9), weights["conv1.weight"])
    expected = F.batch_norm(convolved, *arrays, eps=1e-5)
    actual = F.conv2d(gray, ours["stem.0.weight"], ours["stem.0.bias"])
    torch.testing.assert_close(actual, expected)


def save_pth(path, weights):
    torch.save(weights, path)  # a repeated number is stored once
    return path


def test_a_pytorch_file_becomes_a_classifier(tmp_path, capsys):
    weights = foreign("xception")
    weights["last_linear.weight"] = weights.pop("fc.weight")
    weights["last_linear.bias"] = weights.pop("fc.bias")
    weights["bn1.num_batches_tracked"] = torch.tensor(7)
    squashed = "block2.rep.1.pointwise.weight"
    weights[squashed] = weights[squashed][:, :, 0, 0]
    source = save_pth(tmp_path / "xception.pth", weights)
    target = tmp_path / "out.safetensors"
    convert_classifier.main([str(source), "xception", "-o", str(target)])
    assert "wrote" in capsys.readouterr().out
    with safe_open(target, framework="pt") as file:
        assert file.metadata() == {"kolorit-classifier": "xception"}
        assert {file.get_slice(key).get_dtype() for key in file.keys()} == {"F16"}  # noqa: SIM118
    classifier = Classifier("xception")
    load_classifier(classifier, target)
    assert classifier.network.stem[2].bias.unique().tolist() == [1]
    with pytest.raises(ValueError, match="does not fit MobileNetV2Classifier"):
        load_classifier(Classifier("mobilenet_v2"), target)


@pytest.mark.parametrize("classes", [1000, 1001])
def test_the_background_class_is_dropped(classes):
    weights = foreign("inception_resnet_v2")
    weights["fc.weight"] = torch.zeros(classes, 1536)
    weights["fc.bias"] = torch.arange(float(classes))
    layers = PYTORCH["inception_resnet_v2"]()
    ours = translated(network_of("inception_resnet_v2"), layers, weights)
    assert ours["head.bias"].tolist() == list(range(classes - 1000, classes))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"block5.rep.4.pointwise.weight": None}, "block5.rep.4.pointwise.weight is missing"),
        ({"bn3.running_var": None}, "bn3.running_var is missing"),
        ({"fc.bias": None}, "fc.bias is missing"),
        ({"block13.weight": constant(0, 3)}, "unknown weights: block13.weight"),
        ({"conv2.weight": constant(0, 64, 3, 3, 3)}, r"conv2.weight has shape \[64, 3, 3, 3\]"),
        ({"fc.weight": constant(0, 10, 2048)}, r"fc.weight has shape \[10, 2048\]"),
        ({"bn1.weight": constant(1e6, 32)}, "stem.0.weight is not finite"),
        ({"fc.bias": constant(float("nan"), 1000)}, "head.bias is not finite"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path, changes, message):
    weights = {k: v for k, v in (foreign("xception") | changes).items() if v is not None}
    weights["conv1.weight"] = constant(1, 32, 3, 3, 3)
    source = save_pth(tmp_path / "x.pth", weights)
    with pytest.raises(ValueError, match=message):
        convert_classifier.convert(source, "xception")


def test_what_holds_no_weights_is_refused(tmp_path, capsys):
    (tmp_path / "x.pth").write_bytes(b"not a file of weights")
    (tmp_path / "x.safetensors").write_bytes(b"neither")
    (tmp_path / "x.h5").write_bytes(b"nor this")
    (tmp_path / "x.zip").write_bytes(b"")
    save_pth(tmp_path / "list.pth", [1, 2])
    for file in ("x.pth", "x.safetensors", "x.zip", "list.pth", "missing.pth"):
        with pytest.raises((ValueError, OSError)):
            convert_classifier.convert(tmp_path / file, "xception")
    with pytest.raises(SystemExit):
        convert_classifier.main([str(tmp_path / "x.pth"), "xception", "-o", str(tmp_path / "out")])
    assert "holds no weights" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    with pytest.raises(ValueError, match="known: xception, inception_resnet_v2"):
        convert_classifier.convert(tmp_path / "x.h5", "mobilenet_v2")


def test_a_safetensors_file_is_read_by_the_same_names(tmp_path):
    weights = {"last_linear.bias": torch.ones(3), "bn1.num_batches_tracked": torch.tensor(1)}
    save_file(weights | {"conv1.weight": torch.zeros(2)}, tmp_path / "x.safetensors")
    assert set(convert_classifier.read_weights(tmp_path / "x.safetensors")) == {
        "fc.bias",
        "conv1.weight",
    }


def test_a_missing_h5py_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "h5py", None)
    with pytest.raises(ValueError, match="pip install h5py"):
        convert_classifier.convert(tmp_path / "x.h5", "xception")


def keras_axes(tensor):
    if tensor.ndim == 4 and tensor.shape[1] == 1 and tensor.shape[0] > 1:  # each channel alone
        return tensor.permute(2, 3, 0, 1)
    return tensor.permute(*reversed(range(2, tensor.ndim)), 1, 0) if tensor.ndim > 1 else tensor


@pytest.fixture
def save_keras(tmp_path):
    """Writes weights, named ``layer[place]``, as Keras does, with its counters at ``offset``."""
    h5py = pytest.importorskip("h5py")

    def save(weights, offset, *, whole_model=False):
        path = tmp_path / "x.h5"
        with h5py.File(path, "w") as file:
            root = file.create_group("model_weights") if whole_model else file
            layers = {}
            for key, tensor in weights.items():
                layer = keras_name(key.partition("[")[0], offset)
                layers.setdefault(layer, []).append(tensor)
            root.attrs["layer_names"] = ["input_1", *layers]
            root.create_group("input_1").attrs["weight_names"] = np.array([], "S1")
            for layer, tensors in layers.items():
                group = root.create_group(layer)
                names = [f"{layer}/array_{place}:0" for place in range(len(tensors))]
                group.attrs["weight_names"] = [name.encode() for name in names]
                for name, tensor in zip(names, tensors, strict=True):
                    shape, value = tuple(keras_axes(tensor).shape), float(tensor.flatten()[0])
                    # a chunked array that was never written has no size
                    group.create_dataset(name, shape, "f4", chunks=True, fillvalue=value)
        return path

    return save


def keras_name(layer, offset):
    kind, _, number = layer.rpartition("_")
    if kind not in ("conv2d", "batch_normalization"):
        return layer
    index = int(number) - 1 + offset
    return f"{kind}_{index}" if index else kind


def by_place(weights):
    """Order the arrays of each layer; layers keep their order."""
    layers = {key.partition("[")[0]: None for key in weights}
    return {
        key: weights[key]
        for layer in layers
        for key in sorted(k for k in weights if k.partition("[")[0] == layer)
    }


@pytest.mark.parametrize("offset", [0, 95])
def test_a_keras_file_is_read_by_order_where_it_has_no_names(save_keras, offset):
    path = save_keras(by_place(foreign("xception", KERAS)), offset, whole_model=offset > 0)
    weights = convert_classifier.read_weights(path)
    shapes = {key: list(tensor.shape) for key, tensor in weights.items()}
    expected = {
        "block1_conv1[0]": [32, 3, 3, 3],
        "block2_sepconv1[0]": [64, 1, 3, 3],
        "block2_sepconv1[1]": [128, 64, 1, 1],
        "block12_sepconv3_bn[3]": [728],
        "conv2d_4[0]": [1024, 728, 1, 1],
        "block14_sepconv2[1]": [2048, 1536, 1, 1],
        "predictions[0]": [1000, 2048],
    }
    assert expected.items() <= shapes.items()
    ours = translated(network_of("xception"), KERAS["xception"](), weights)
    assert ours["stem.2.bias"].unique().tolist() == [1]
    assert ours["blocks.0.project.bias"].unique().tolist() == [6]


def test_keras_layers_are_those_of_pytorch():
    for name, layout in KERAS.items():
        theirs = translated(network_of(name), layout(), foreign(name, KERAS))
        same = translated(network_of(name), PYTORCH[name](), foreign(name))
        for key, tensor in same.items():
            doubled = 2 if name == "inception_resnet_v2" and "widen" not in key else 1
            factor = doubled if key.endswith("weight") and "head" not in key else 1
            assert tensor.shape == theirs[key].shape
            torch.testing.assert_close(tensor.flatten()[0], factor * theirs[key].flatten()[0])


def test_keras_names_are_the_published_ones():
    keys = foreign("inception_resnet_v2", KERAS)
    shapes = {key: list(tensor.shape) for key, tensor in keys.items()}
    expected = {
        "conv2d_12[0]": [64, 192, 1, 1],
        "block35_10_conv[1]": [320],
        "batch_normalization_203[2]": [256],
        "conv2d_203[0]": [256, 224, 3, 1],
        "block8_10_conv[0]": [2080, 448, 1, 1],
        "conv_7b_bn[0]": [1536],
        "predictions[1]": [1000],
    }
    assert expected.items() <= shapes.items()
    assert "conv2d_204[0]" not in shapes
    assert "batch_normalization_1[3]" not in shapes  # no scale


def test_a_damaged_keras_file_is_refused(tmp_path):
    pytest.importorskip("h5py")
    (tmp_path / "x.h5").write_bytes(b"not HDF5")
    with pytest.raises(ValueError, match="holds no Keras weights"):
        convert_classifier.convert(tmp_path / "x.h5", "xception")
