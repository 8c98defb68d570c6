"""How others name the weights of the classifiers: one entry a layer, in our networks' order.

PyTorch names are those of timm and of Cadene's pretrained-models, whose classifier heads and
counters :func:`training.convert_classifier.read_weights` makes alike. Of a Keras file it names a
weight by its layer and its place there, ``block1_conv1[0]``, and numbers layers that Keras named
by itself from 1, in their order: a session that built other networks before counts on.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Layout = Callable[[], Iterator["Layer"]]

_TENSORFLOW_EPS = 1e-3
_PYTORCH_EPS = 1e-5
_MIDDLE = range(4, 12)
"""Blocks of Xception's middle flow, as PyTorch counts them."""
_STEM = ("conv2d_1a", "conv2d_2a", "conv2d_2b", "conv2d_3b", "conv2d_4a")
_BRANCHES = {"repeat": (0, 2, 3), "repeat_1": (0, 3), "repeat_2": (0, 3), "block8": (0, 3)}
"""Convolutions in each branch of the residual blocks; 0 is one that stands alone."""


class Norm(NamedTuple):
    """Keys of a batch norm that follows a layer."""

    scale: str | None
    """None if it is 1, as in TF-Slim's networks."""
    shift: str
    mean: str
    variance: str
    eps: float


class Layer(NamedTuple):
    """Keys of a convolution or a linear layer."""

    weight: str
    bias: str | None = None
    norm: Norm | None = None


def mobilenet_v2() -> Iterator[Layer]:
    """Name the layers in the file of the training data: norms are folded there."""
    for name in (*(f"conv.{index}" for index in range(51)), "last", "head"):
        yield _biased(name)


def xception() -> Iterator[Layer]:
    """Name Xception's layers as PyTorch does."""
    norm = _pytorch_norm
    yield Layer("conv1.weight", norm=norm("bn1", _PYTORCH_EPS))
    yield Layer("conv2.weight", norm=norm("bn2", _PYTORCH_EPS))
    for block in range(1, 13):
        # block 1 starts without ReLU, so what follows stands one place earlier
        first = 0 if block == 1 else 1
        places = range(first, first + (9 if block in _MIDDLE else 6), 3)
        for place in places:
            rep = f"block{block}.rep"
            yield from _separable(f"{rep}.{place}", norm(f"{rep}.{place + 1}", _PYTORCH_EPS))
        if block not in _MIDDLE:
            yield Layer(
                f"block{block}.skip.weight", norm=norm(f"block{block}.skipbn", _PYTORCH_EPS)
            )
    for index in (3, 4):
        yield from _separable(f"conv{index}", norm(f"bn{index}", _PYTORCH_EPS))
    yield _biased("fc")


def xception_keras() -> Iterator[Layer]:
    """Name Xception's layers as Keras does; the strided 1x1 convolutions have no names there."""
    for index in (1, 2):
        name = f"block1_conv{index}"
        yield Layer(f"{name}[0]", norm=_keras_norm(f"{name}_bn"))
    unnamed = count(1)
    for block in range(2, 15):
        for index in range(1, 4 if block - 1 in _MIDDLE else 3):
            name = f"block{block}_sepconv{index}"
            yield Layer(f"{name}[0]")
            yield Layer(f"{name}[1]", norm=_keras_norm(f"{name}_bn"))
        if block - 1 not in _MIDDLE and block < 14:
            number = next(unnamed)
            yield Layer(f"conv2d_{number}[0]", norm=_keras_norm(f"batch_normalization_{number}"))
    yield Layer("predictions[0]", "predictions[1]")


def inception_resnet_v2() -> Iterator[Layer]:
    """Name Inception-ResNet-v2's layers as PyTorch does."""
    for name in _STEM:
        yield _basic(name)
    yield from _branches("mixed_5b", (0, 2, 3))
    yield _basic("mixed_5b.branch3.1")  # after its pooling
    for index in range(10):
        yield from _residual(f"repeat.{index}", _BRANCHES["repeat"])
    yield from _branches("mixed_6a", (0, 3))
    for index in range(20):
        yield from _residual(f"repeat_1.{index}", _BRANCHES["repeat_1"])
    yield from _branches("mixed_7a", (2, 2, 3))
    for index in range(9):
        yield from _residual(f"repeat_2.{index}", _BRANCHES["repeat_2"])
    yield from _residual("block8", _BRANCHES["block8"])
    yield _basic("conv2d_7b")
    yield _biased("fc")


def inception_resnet_v2_keras() -> Iterator[Layer]:
    """Name Inception-ResNet-v2's layers as Keras does, which leaves most without a name."""
    unnamed = count(1)

    def convolutions(number: int) -> Iterator[Layer]:
        for _ in range(number):
            index = next(unnamed)
            norm = _keras_norm(f"batch_normalization_{index}", scaled=False)
            yield Layer(f"conv2d_{index}[0]", norm=norm)

    stages = ((5 + 7, "block35", 6, 10), (4, "block17", 4, 20), (7, "block8", 4, 10))
    for before, block, inside, repetitions in stages:
        yield from convolutions(before)
        for index in range(1, repetitions + 1):
            yield from convolutions(inside)
            yield Layer(f"{block}_{index}_conv[0]", f"{block}_{index}_conv[1]")
    yield Layer("conv_7b[0]", norm=_keras_norm("conv_7b_bn", scaled=False))
    yield Layer("predictions[0]", "predictions[1]")


PYTORCH: Mapping[str, Layout] = {
    "mobilenet_v2": mobilenet_v2,
    "xception": xception,
    "inception_resnet_v2": inception_resnet_v2,
}
KERAS: Mapping[str, Layout] = {
    "xception": xception_keras,
    "inception_resnet_v2": inception_resnet_v2_keras,
}


def _biased(name: str) -> Layer:
    return Layer(f"{name}.weight", f"{name}.bias")


def _separable(name: str, norm: Norm) -> Iterator[Layer]:
    yield Layer(f"{name}.conv1.weight")
    yield Layer(f"{name}.pointwise.weight", norm=norm)


def _basic(name: str) -> Layer:
    return Layer(f"{name}.conv.weight", norm=_pytorch_norm(f"{name}.bn", _TENSORFLOW_EPS))


def _branches(name: str, lengths: tuple[int, ...]) -> Iterator[Layer]:
    for branch, length in enumerate(lengths):
        if length == 0:
            yield _basic(f"{name}.branch{branch}")
        for index in range(length):
            yield _basic(f"{name}.branch{branch}.{index}")


def _residual(name: str, lengths: tuple[int, ...]) -> Iterator[Layer]:
    yield from _branches(name, lengths)
    yield _biased(f"{name}.conv2d")


def _pytorch_norm(name: str, eps: float) -> Norm:
    statistics = f"{name}.running_mean", f"{name}.running_var"
    return Norm(f"{name}.weight", f"{name}.bias", *statistics, eps)


def _keras_norm(name: str, *, scaled: bool = True) -> Norm:
    first = 1 if scaled else 0
    shift, mean, variance = (f"{name}[{first + place}]" for place in range(3))
    return Norm(f"{name}[0]" if scaled else None, shift, mean, variance, _TENSORFLOW_EPS)
