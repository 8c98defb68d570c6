"""Convert a pretrained ImageNet classifier to a file that ``training.weights.classifiers`` loads.

    python -m training.convert_classifier SOURCE NAME -o OUT.safetensors

SOURCE is a Keras file (.h5, needs h5py), a PyTorch file (.pth) or a .safetensors file, with the
names that Keras, timm or Cadene's pretrained-models give; NAME is what it holds: xception,
inception_resnet_v2, or mobilenet_v2 as in the training data.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from pickle import UnpicklingError  # noqa: TID251 - what torch raises of a file that is none
from typing import TYPE_CHECKING, Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file

from engine.atomic_write import atomic_path
from engine.models.classifiers.classifier import CLASSIFIERS
from training.weights.classifiers import CLASSIFIER_KEY, translated
from training.weights.weight_name_maps import KERAS, PYTORCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from torch import Tensor

_KERAS_SUFFIXES = (".h5", ".hdf5")
_HEADS = ("last_linear", "classif")
"""What is ``fc`` elsewhere."""
_UNNAMED = {"conv": "conv2d", "batch": "batch_normalization"}
_UNNAMED_LAYER = re.compile(r"(conv|batch)(?:2d|olution2d|_?normalization)(?:_(\d+))?")


def convert(source: Path, name: str) -> dict[str, Tensor]:
    """Return the weights of our network ``name``, float16, from a file of another's.

    Raises:
        ValueError: If the file cannot be read, or a weight is missing, unknown, of another shape,
            or not finite as float16.
    """
    layouts = KERAS if source.suffix in _KERAS_SUFFIXES else PYTORCH
    if name not in layouts:
        msg = f"{name} is not known of {source.suffix} files; known: {', '.join(layouts)}"
        raise ValueError(msg)
    with torch.device("meta"):
        network = CLASSIFIERS[name].network()
    weights = translated(network, layouts[name](), read_weights(source))
    return {key: _half(key, weight) for key, weight in weights.items()}


def read_weights(path: Path) -> dict[str, Tensor]:
    """Read another's weights by the names of :mod:`training.weights.weight_name_maps`.

    Raises:
        ValueError: If the file is not of a known kind, or damaged.
    """
    if path.suffix in _KERAS_SUFFIXES:
        return _read_keras(path)
    try:
        if path.suffix == ".safetensors":
            weights = load_file(path)
        elif path.suffix == ".pth":
            weights = torch.load(  # noqa: TID251 - a foreign file, read weights-only
                path, map_location="cpu", weights_only=True
            )
        else:
            msg = f"{path} is none of .h5, .pth and .safetensors"
            raise ValueError(msg)
        return dict(_pytorch_names(weights))
    except (SafetensorError, UnpicklingError, RuntimeError, AttributeError, EOFError) as error:
        msg = f"{path} holds no weights: {error}"
        raise ValueError(msg) from error


def _pytorch_names(weights: Mapping[str, Tensor]) -> Iterable[tuple[str, Tensor]]:
    for name, tensor in weights.items():
        if name.endswith(".num_batches_tracked"):
            continue  # a counter of training
        prefix, dot, leaf = name.rpartition(".")
        key = f"fc.{leaf}" if prefix in _HEADS else prefix + dot + leaf
        # an early port of Xception stores 1x1 kernels as matrices
        squashed = key.endswith("pointwise.weight") and tensor.ndim == 2
        yield key, tensor[:, :, None, None] if squashed else tensor


def _read_keras(path: Path) -> dict[str, Tensor]:
    try:
        import h5py  # noqa: PLC0415 - needed for nothing else, and not installed by default
    except ImportError as error:
        msg = f"reading {path} needs h5py: pip install h5py"
        raise ValueError(msg) from error
    try:
        with h5py.File(path, "r") as file:
            root = file.get("model_weights", file)  # a whole model, or its weights alone
            return dict(_keras_names(root))
    except (OSError, KeyError) as error:
        msg = f"{path} holds no Keras weights: {error}"
        raise ValueError(msg) from error


def _keras_names(root: Any) -> Iterable[tuple[str, Tensor]]:
    """Yield ``layer[place]`` and the weight, in PyTorch's order of axes."""
    layers = [_text(name) for name in root.attrs["layer_names"]]
    renamed = _numbered_from_one(layers)
    for layer in layers:
        group = root[layer]
        for place, name in enumerate(group.attrs["weight_names"]):
            array = torch.from_numpy(group[_text(name)][()])
            yield f"{renamed.get(layer, layer)}[{place}]", _pytorch_axes(array)


def _numbered_from_one(layers: Iterable[str]) -> dict[str, str]:
    """Return new names of the layers that Keras named: 1, 2, ... for each kind."""
    found: dict[str, list[tuple[int, str]]] = {kind: [] for kind in _UNNAMED}
    for layer in layers:
        if match := _UNNAMED_LAYER.fullmatch(layer):
            found[match[1]].append((int(match[2] or 0), layer))
    return {
        layer: f"{_UNNAMED[kind]}_{rank}"
        for kind, numbered in found.items()
        for rank, (_, layer) in enumerate(sorted(numbered), start=1)
    }


def _pytorch_axes(array: Tensor) -> Tensor:
    if array.ndim == 4 and array.shape[3] == 1:  # of each channel alone: (H, W, C, 1)
        return array.permute(2, 3, 0, 1)
    if array.ndim == 4:  # (H, W, in, out)
        return array.permute(3, 2, 0, 1)
    return array.T if array.ndim == 2 else array


def _text(name: str | bytes) -> str:
    return name.decode() if isinstance(name, bytes) else name


def _half(key: str, weight: Tensor) -> Tensor:
    half = weight.half().contiguous()
    if not bool(half.isfinite().all()):
        msg = f"{key} is not finite as float16"
        raise ValueError(msg)
    return half


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and convert one file."""
    parser = argparse.ArgumentParser(
        prog="python -m training.convert_classifier",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("name", choices=sorted(CLASSIFIERS))
    parser.add_argument("-o", "--output", type=Path, required=True)
    args = parser.parse_args(arguments)
    try:
        weights = convert(args.source, args.name)
        with atomic_path(args.output) as beside:
            save_file(weights, beside, metadata={CLASSIFIER_KEY: args.name})
    except (OSError, ValueError) as error:
        parser.error(str(error))
    print(f"wrote {args.output}: {args.output.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
