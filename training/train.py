"""Train a colorization network.

    python -m training.train training/recipes/streets.toml runs/streets --data PHOTOS optim.lr=1e-4

PHOTOS is a folder with a manifest and zip shards, any folder of photos, or one photo. RUN receives
``model.safetensors`` for the app, ``log.jsonl``, ``curves.png``, ``sheet-STEP.png`` and
``run_state.pt``, from which the same command goes on.
"""

from __future__ import annotations

import argparse
import dataclasses
import math
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from engine import checkpoint
from engine.checkpoint import Header, Model
from engine.color import rgb_to_lab
from engine.device import choose_device
from engine.errors import EngineError
from engine.models.kolorit import Kolorit
from engine.models.registry import ARCHITECTURES
from training import run_state
from training.config import OptimConfig, RunConfig, load_config
from training.crops import batch_indices, crop_batch
from training.curves import save_curves
from training.datasets import PhotoStore, load_photos
from training.ema import Ema
from training.log import Log, read_log
from training.objectives import make_objective
from training.quality import color, measure
from training.sheets import save_sheet
from training.trunks import load_mobilenet_v2

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from torch import Tensor

    from engine.device import Device

    # step -> sRGB in [0, 1], (B, 3, H, W), on the training device
    BatchSource = Callable[[int], Tensor]
    # (step, averaged network) -> figures for the log
    Evaluation = Callable[[int, nn.Module], Mapping[str, float]]

_EVALUATED_PHOTOS = 64
_SHEET_PHOTOS = 8


def train(
    config: RunConfig,
    batches: BatchSource,
    run_dir: Path,
    device: Device,
    evaluate: Evaluation,
    *,
    trunk: Path | None = None,
) -> Ema:
    """Run or resume a training run to its end.

    Args:
        config: Decides the result together with ``batches``.
        batches: Gives the photos of a step; asked for each step in order; the
            rebalanced loss counts the colors of the first ones beforehand.
        run_dir: Keeps ``run_state.pt`` and ``log.jsonl``.
        device: Where the network trains.
        evaluate: Called every ``config.evaluate_every`` steps and at the end.
        trunk: Pretrained weights to start from, for architectures with a trunk.

    Returns:
        The averaged network.

    Raises:
        FloatingPointError: If the gradients overflow.
        ValueError: If the loss or the trunk does not suit the architecture.
    """
    run = _Run.fresh(config, device, trunk)
    ab_scale = ARCHITECTURES[config.model.arch].ab_scale
    objective = make_objective(config, run.network, ab_scale, batches)
    run_state.resume(run_dir / "run_state.pt", run.parts)
    autocast = partial(
        torch.autocast, device.name.split(":")[0], torch.bfloat16, config.precision == "bf16"
    )
    with Log(config, run_dir / "log.jsonl", run.progress) as log:
        while (done := share_done(config, run.progress)) < 1:
            started = time.perf_counter()
            set_learning_rate(run.optimizer, learning_rate(config, run.progress.step, done))
            lightness, ab = split_lab(batches(run.progress.step))
            with autocast():
                loss = objective(run.network, lightness, ab)
            run.optimizer.zero_grad(set_to_none=True)
            loss.backward()
            norm = nn.utils.clip_grad_norm_(run.network.parameters(), config.optim.grad_clip)
            if not norm.isfinite():  # the last run state is still good
                msg = f"the gradients are not finite at step {run.progress.step}"
                raise FloatingPointError(msg)
            run.optimizer.step()
            run.ema.update(run.network)
            run.progress.step += 1
            run.progress.seconds += time.perf_counter() - started

            ended = share_done(config, run.progress) >= 1
            log.advance(loss, ended=ended)
            if run.progress.step % config.save_every == 0 or ended:
                run_state.save(run_dir / "run_state.pt", run.parts)
            if run.progress.step % config.evaluate_every == 0 or ended:
                log.write(evaluate(run.progress.step, run.ema.network))
                save_curves(run_dir / "log.jsonl", run_dir / "curves.png")
    return run.ema


@dataclass(frozen=True)
class _Run:
    """What changes while a run goes on."""

    network: nn.Module
    ema: Ema
    optimizer: torch.optim.Optimizer
    progress: run_state.Progress

    @classmethod
    def fresh(cls, config: RunConfig, device: Device, trunk: Path | None) -> _Run:
        torch.manual_seed(config.seed)
        network = ARCHITECTURES[config.model.arch].build(config.model.config)
        initialize(network)
        if trunk is not None:
            if not isinstance(network, Kolorit):
                msg = f"{config.model.arch} has no trunk to load {trunk} into"
                raise ValueError(msg)
            load_mobilenet_v2(network.trunk, trunk)
        network = network.to(device.name).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        ema = Ema(network, config.optim.ema_decay)
        return cls(network, ema, make_optimizer(network, config.optim), run_state.Progress())

    @property
    def parts(self) -> dict[str, run_state.Stateful]:
        return {
            "progress": self.progress,
            "network": self.network,
            "ema": self.ema,
            "optimizer": self.optimizer,
        }


def make_optimizer(network: nn.Module, config: OptimConfig) -> torch.optim.Optimizer:
    """Return AdamW with two groups: a pretrained trunk, if there is one, and the rest."""
    named = list(network.named_parameters())
    groups = [
        {
            "params": [p for name, p in named if name.startswith("trunk.")],
            "factor": config.trunk_lr,
        },
        {"params": [p for name, p in named if not name.startswith("trunk.")], "factor": 1.0},
    ]
    return torch.optim.AdamW(
        [group for group in groups if group["params"]],
        betas=(0.9, config.beta2),
        weight_decay=config.weight_decay,
    )


def initialize(network: nn.Module) -> None:
    """Draw fresh convolution weights for ReLU networks; the output layer starts near gray.

    References:
        He et al., "Delving deep into rectifiers", 2015.
    """
    convolutions = [module for module in network.modules() if isinstance(module, nn.Conv2d)]
    for module in convolutions:
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    with torch.no_grad():
        convolutions[-1].weight.mul_(0.1)


def split_lab(rgb: Tensor) -> tuple[Tensor, Tensor]:
    """Split photos into what the network sees and what it should say.

    Args:
        rgb: (B, 3, H, W), sRGB in [0, 1].

    Returns:
        ``L / 50 - 1``, (B, 1, H, W), and ab, (B, 2, H, W).
    """
    lab = rgb_to_lab(rgb)
    lightness = (lab[:, :1] / 50 - 1).contiguous(memory_format=torch.channels_last)
    return lightness, lab[:, 1:]


def share_done(config: RunConfig, progress: run_state.Progress) -> float:
    """Return the part of the run that is over, in [0, 1]: by steps or minutes, what ends first."""
    by_steps = progress.step / config.steps if config.steps else 0.0
    by_time = progress.seconds / (60 * config.minutes) if config.minutes else 0.0
    return min(1.0, max(by_steps, by_time))


def learning_rate(config: RunConfig, step: int, done: float) -> float:
    """Return the rate of a step: linear warmup, then a half cosine over the share done."""
    warmup = min(1.0, (step + 1) / max(1, config.optim.warmup_steps))
    return config.optim.lr * warmup * 0.5 * (1 + math.cos(math.pi * done))


def set_learning_rate(optimizer: torch.optim.Optimizer, rate: float) -> None:
    """Use this rate from the next update on."""
    for group in optimizer.param_groups:
        group["lr"] = rate * group["factor"]


class Evaluator:
    """Measures the averaged network on validation photos and shows what it does."""

    def __init__(
        self, config: RunConfig, photos: PhotoStore, run_dir: Path, device: Device
    ) -> None:
        self._config = config
        self._photos = [photos.photo(index) for index in range(len(photos))]
        self._run_dir = run_dir
        self._device = device

    def __call__(self, step: int, network: nn.Module) -> Mapping[str, float]:
        """Return figures for the log; write a sheet."""
        model = Model(network, header_of(self._config, {}), self._device)
        colorings = list(color(model, self._photos))
        rows = [(c.truth, c.gray, c.colored) for c in colorings[:_SHEET_PHOTOS]]
        save_sheet(self._run_dir / f"sheet-{step:06d}.png", rows)
        colored = measure((c.colored, c.truth) for c in colorings)
        gray = measure((c.gray, c.truth) for c in colorings)
        return {
            "psnr": colored.psnr,
            "psnr_gray": gray.psnr,
            "ciede2000": colored.ciede2000,
            "colorfulness_ratio": colored.colorfulness_ratio,
        }


def header_of(config: RunConfig, provenance: Mapping[str, Any]) -> Header:
    """Return the checkpoint header of a run."""
    model = config.model
    return Header(ARCHITECTURES[model.arch], model.config, model.input_size, provenance)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line, train, and write the inference checkpoint."""
    parser = argparse.ArgumentParser(
        prog="python -m training.train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("recipe", type=Path, help="a TOML file, see training/recipes")
    parser.add_argument("run", type=Path, help="folder to create, or to resume from")
    parser.add_argument("--data", type=Path, required=True, help="shards, a folder or a photo")
    parser.add_argument("--trunk", type=Path, help="pretrained MobileNetV2 weights to start from")
    parser.add_argument("--device", default="auto", help="auto, cuda, mps or cpu")
    parser.add_argument("override", nargs="*", help="section.key=value")
    args = parser.parse_intermixed_args(arguments)  # settings may stand anywhere
    try:
        _run(args)
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))


def _run(args: argparse.Namespace) -> None:
    config = load_config(args.recipe, args.override)
    device = choose_device(args.device)
    print(f"training on {device.name} ({device.description})")
    photos = load_photos(args.data, "train", config.data, limit=config.data.limit)
    held_out = load_photos(args.data, "val", config.data, limit=_EVALUATED_PHOTOS)
    run_state.claim_folder(args.run, {"config": identity(config), "photos": photos.digest})
    print(f"{len(photos)} training photos, {len(held_out)} watched photos")
    evaluator = Evaluator(config, held_out, args.run, device)
    batches = _batches(config, photos.to(torch.device(device.name)))
    ema = train(config, batches, args.run, device, evaluator, trunk=args.trunk)
    provenance = _provenance(args.recipe.stem, config, photos, args.run / "log.jsonl")
    provenance["trunk"] = args.trunk.name if args.trunk is not None else None
    checkpoint.save(
        args.run / "model.safetensors", ema.network.state_dict(), header_of(config, provenance)
    )
    print(f"wrote {args.run / 'model.safetensors'}")


def identity(config: RunConfig) -> dict[str, Any]:
    """Return the settings that must not change when a run is resumed."""
    free = ("steps", "minutes", "save_every", "evaluate_every")
    return {key: value for key, value in dataclasses.asdict(config).items() if key not in free}


def _batches(config: RunConfig, photos: PhotoStore) -> BatchSource:
    def batch(step: int) -> Tensor:
        generator = torch.Generator().manual_seed(hash((config.seed, step)))
        indices = batch_indices(config.seed, step, config.batch_size, len(photos))
        return crop_batch(photos, indices, config.data, generator)

    return batch


def _provenance(recipe: str, config: RunConfig, photos: PhotoStore, log: Path) -> dict[str, Any]:
    last = read_log(log)[-1]
    return {
        "recipe": recipe,
        "config": dataclasses.asdict(config),
        "data": {"photos": len(photos), "names_sha256": photos.digest},
        "steps": last.pop("step"),
        "minutes": round(last.pop("seconds") / 60, 1),
        "watched_photos": last,
    }


if __name__ == "__main__":
    main()
