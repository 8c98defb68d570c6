"""Compare ways to make colors of a network's distributions, at one colorfulness, on watched photos.

    python -m training.fit_decoding RUN/model.safetensors --data PHOTOS 0.6,0.4 0.6,0.6 0.8,0.6

For each temperature and logit adjustment, the gain is found at which the photos are as colorful as
asked for, and a row of figures is printed: only at one colorfulness do figures of colors compare.
The network sees each photo once. Validation photos are not looked at.
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from engine.checkpoints import checkpoint
from engine.device import choose_device
from engine.errors import EngineError
from engine.models.kolorit import Kolorit, Prediction
from engine.photo.color import rgb_to_lab
from training.config import DataConfig
from training.data.datasets import load_photos
from training.evaluation.quality import color, measure
from training.losses.losses import rebalanced_cross_entropy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from engine.checkpoints.checkpoint import Model
    from engine.models.decoding import Decoding
    from training.evaluation.bench import Photos
    from training.evaluation.quality import Quality

_ROUNDS = 4
_NEAR = 0.008
"""Of the colorfulness asked for."""
_STEEPNESS = 1.15
"""How much faster than colorfulness the gain has to change."""
_FIRST_GAIN = 1.4


class Remembering(Kolorit):
    """A network that is asked the same again and again, and answers from memory."""

    def predict(self, lightness: Tensor, hints: Tensor | None = None) -> Prediction:
        """Return what it said the first time, rounded to float16; hints are not looked at."""
        known: dict[bytes, Prediction] = self.__dict__.setdefault("known", {})
        key = lightness.contiguous().numpy().tobytes()
        if key not in known:
            said = super().predict(lightness, hints)
            known[key] = Prediction(*(plane.half() for plane in said))
        return Prediction(*(plane.float() for plane in known[key]))


def at_colorfulness(
    model: Model, photos: Photos, how: Decoding, wanted: float
) -> tuple[float, Quality]:
    """Return the gain at which photos are as colorful as wanted, and how good they are then.

    Args:
        model: A :class:`Kolorit`; its decoding is changed.
        photos: (H, W, 3) each, whose colors are known.
        how: All but the gain.
        wanted: Mean colorfulness over that of the truth.
    """
    gain = _FIRST_GAIN
    for _ in range(_ROUNDS):
        model.network.decoding = dataclasses.replace(how, gain=gain)  # type: ignore[assignment]
        quality = measure((each.colored, each.truth) for each in color(model, photos))
        reached = quality.colorfulness_ratio.value
        if abs(reached - wanted) <= _NEAR:
            break
        gain *= (wanted / reached) ** _STEEPNESS
    return gain, quality


@torch.inference_mode()
def entropy(model: Model, photos: Photos) -> float:
    """Return the mean cross-entropy of true colors in nats, all colors weighing the same."""
    network = model.network
    assert isinstance(network, Kolorit)
    total = 0.0
    for photo in photos:
        side = min(photo.shape[:2]) // 32 * 32
        square = torch.from_numpy(photo[:side, :side].copy()).permute(2, 0, 1)[None].float() / 255
        lab = rgb_to_lab(square)
        said = network.predict(lab[:, :1] / 50 - 1)
        fair = said.logits - network.log_rarity.view(1, -1, 1, 1)  # as if no color had weighed more
        ones = torch.ones_like(network.log_rarity)
        total += float(rebalanced_cross_entropy(fair, lab[:, 1:], network.bins, ones))
    return total / len(photos)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and print a row a decoding."""
    parser = argparse.ArgumentParser(
        prog="python -m training.fit_decoding",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("decodings", nargs="+", metavar="TEMPERATURE,ADJUSTMENT")
    parser.add_argument("--data", type=Path, required=True, help="shards, a folder or a photo")
    parser.add_argument("--left-out", nargs="+", default=[], metavar="SOURCE")
    parser.add_argument("--limit", type=int, default=60, help="use at most so many photos")
    parser.add_argument("--colorfulness", type=float, default=0.9, help="mean over that of truth")
    args = parser.parse_intermixed_args(arguments)
    try:
        _fit(args)
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))


def _fit(args: argparse.Namespace) -> None:
    config = DataConfig(store_size=192, left_out=args.left_out)
    store = load_photos(args.data, "watch", config, limit=args.limit)
    photos = [store.photo(index) for index in range(len(store))]
    model = checkpoint.load(args.checkpoint, choose_device("cpu"))
    if not isinstance(model.network, Kolorit):
        msg = f"{args.checkpoint.name} holds no network that predicts distributions"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    print(f"{args.checkpoint.stem}: cross-entropy {entropy(model, photos):.3f} nats", flush=True)
    model.network.__class__ = Remembering
    for pair in args.decodings:
        temperature, adjustment = map(float, pair.split(","))
        how = dataclasses.replace(
            model.network.decoding, temperature=temperature, logit_adjustment=adjustment
        )
        gain, quality = at_colorfulness(model, photos, how, args.colorfulness)
        print(
            f"temperature {temperature:g}, logit adjustment {adjustment:g}, gain {gain:.2f}: "
            f"{quality.psnr.value:.2f} dB at {quality.colorfulness_ratio.value:.2f}, "
            f"ΔE00 {quality.ciede2000.value:.2f}, Δab {quality.ab_distance.value:.2f}, "
            f"skin hue errors {quality.skin_hue_errors.value:.1%}, "
            f"desaturated skin {quality.desaturated_skin.value:.1%}",
            flush=True,
        )


if __name__ == "__main__":
    main()
