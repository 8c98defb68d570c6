"""Train a colorization network.

    python -m training.train training/recipes/streets.toml runs/streets --data PHOTOS optim.lr=1e-4

PHOTOS is a folder with a manifest and zip shards, any folder of photos, or one photo. RUN receives
``model.safetensors`` for the app, ``log.jsonl``, ``curves.png``, ``sheet-STEP.png`` and
``run_state.pt``, from which the same command goes on.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import math
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from engine import checkpoint
from engine.device import choose_device
from engine.errors import EngineError
from engine.models.kolorit import Kolorit
from engine.models.registry import ARCHITECTURES
from training import parts, run_state
from training.batches import make_batches
from training.config import OptimConfig, RunConfig, load_config
from training.curves import save_curves
from training.datasets import load_photos
from training.ema import Ema
from training.log import Log, read_log
from training.objectives import make_objective
from training.report import save_report
from training.trunks import load_trunk
from training.watching import WATCHED_PHOTOS, Evaluator, header_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from torch import Tensor

    from engine.device import Device
    from training.batches import BatchSource

    # (step, averaged network) -> figures for the log
    Evaluation = Callable[[int, nn.Module], Mapping[str, float]]
    Delivery = Callable[[nn.Module, run_state.Progress], None]

_CHECK_EVERY = 10
"""Steps between looks at whether the gradients are finite."""


def train(
    config: RunConfig,
    batches: BatchSource,
    run_dir: Path,
    device: Device,
    watch: Watch,
    *,
    start: Start | None = None,
) -> Ema:
    """Run or resume a training run to its end.

    Args:
        config: Decides the result together with ``batches``.
        batches: Gives the photos of a step; asked for each step in order; the
            rebalanced loss counts the colors of the first ones beforehand.
        run_dir: Keeps ``run_state.pt`` and ``log.jsonl``.
        device: Where the network trains.
        watch: Told how the run goes.
        start: Weights to start from; fresh ones by default.

    Returns:
        The averaged network.

    Raises:
        FloatingPointError: If the gradients overflow.
        ValueError: If the loss or the start does not suit the architecture.
    """
    run = _Run.fresh(config, device, start or Start())
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
            batch = batches(run.progress.step)
            ready = time.perf_counter()
            with autocast():
                loss = objective(run.network, batch)
            norm = _update(run, loss, config.optim.grad_clip)
            run.progress.count(len(batch.ab), ready - started, time.perf_counter() - started)

            ended = share_done(config, run.progress) >= 1
            saves = run.progress.step % config.save_every == 0 or ended
            if saves or run.progress.step % _CHECK_EVERY == 0:  # asking a GPU means waiting for it
                _require_finite(norm, run.progress.step)
            log.advance(loss, ended=ended)
            if saves:
                run_state.save(run_dir / "run_state.pt", run.parts)
                watch.deliver(run.ema.network, run.progress)
            if run.progress.step % config.evaluate_every == 0 or ended:
                log.write(watch.evaluate(run.progress.step, run.ema.network))
                save_curves(run_dir / "log.jsonl", run_dir / "curves.png")
                save_report(run_dir)
    watch.deliver(run.ema.network, run.progress)  # with the last figures
    return run.ema


def _update(run: _Run, loss: Tensor, grad_clip: float) -> Tensor:
    """Take one optimizer step; return the norm of the gradients before clipping."""
    run.optimizer.zero_grad(set_to_none=True)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(run.network.parameters(), grad_clip)
    run.optimizer.step()
    run.ema.update(run.network)
    return norm


def _require_finite(norm: Tensor, step: int) -> None:
    if not norm.isfinite():  # the last run state is still good: nothing is saved unchecked
        msg = f"the gradients are not finite at step {step}"
        raise FloatingPointError(msg)


@dataclass(frozen=True)
class Watch:
    """Told how a run goes."""

    evaluate: Evaluation
    """Called every ``config.evaluate_every`` steps and at the end."""
    deliver: Delivery = lambda _network, _progress: None
    """Called with the averaged network whenever the run state is saved."""


@dataclass(frozen=True)
class Start:
    """What a run starts from."""

    trunk: Path | None = None
    """Pretrained weights, for architectures with a trunk."""
    checkpoint: Path | None = None
    """A whole network of the same configuration: a warm restart."""


@dataclass(frozen=True)
class _Run:
    """What changes while a run goes on."""

    network: nn.Module
    ema: Ema
    optimizer: torch.optim.Optimizer
    progress: run_state.Progress

    @classmethod
    def fresh(cls, config: RunConfig, device: Device, start: Start) -> _Run:
        torch.manual_seed(config.seed)
        network = ARCHITECTURES[config.model.arch].build(config.model.config)
        initialize(network)
        if start.trunk is not None:
            if not isinstance(network, Kolorit):
                msg = f"{config.model.arch} has no trunk to load {start.trunk} into"
                raise ValueError(msg)
            load_trunk(network.trunk, start.trunk)
        if start.checkpoint is not None:
            _restart(network, start.checkpoint)
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


def _restart(network: nn.Module, path: Path) -> None:
    known = checkpoint.load(path, choose_device("cpu")).network.state_dict()
    try:
        network.load_state_dict(known, strict=True)
    except RuntimeError as error:
        msg = f"{path} holds another network: {error}"
        raise ValueError(msg) from error


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
        fused=True,
    )


def initialize(network: nn.Module) -> None:
    """Draw fresh convolution weights for ReLU networks; the output layer starts near gray.

    Layers that start in a way of their own are subclasses of convolutions and are left alone.

    References:
        He et al., "Delving deep into rectifiers", 2015.
    """
    convolutions = [module for module in network.modules() if type(module) is nn.Conv2d]
    for module in convolutions:
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    with torch.no_grad():
        convolutions[-1].weight.mul_(0.1)


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
    parser.add_argument("--trunk", type=Path, help="pretrained trunk to start from")
    parser.add_argument("--init", type=Path, help="checkpoint to start from: a warm restart")
    parser.add_argument("--budget", type=float, help="minutes: the schedule shrinks to them")
    parser.add_argument("--parts", type=Path, help="write the averaged weights here in parts too")
    parser.add_argument("--device", default="auto", help="auto, cuda, mps or cpu")
    parser.add_argument("override", nargs="*", help="section.key=value")
    args = parser.parse_intermixed_args(arguments)  # settings may stand anywhere
    try:
        _run(args)
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))


def _run(args: argparse.Namespace) -> None:
    budget = [] if args.budget is None else [f"minutes={args.budget}"]
    config = load_config(args.recipe, [*args.override, *budget])
    device = choose_device(args.device)
    print(f"training on {device.name} ({device.description})")
    photos = load_photos(args.data, "train", config.data, limit=config.data.limit)
    watched = load_photos(args.data, "watch", config.data, limit=WATCHED_PHOTOS)
    start = Start(args.trunk, args.init)
    origin = {"trunk": _name(args.trunk), "init": _digest(args.init)}
    run_state.claim_folder(args.run, {"config": identity(config), "photos": photos.digest} | origin)
    print(f"{len(photos)} training photos, {len(watched)} watched photos")
    evaluator = Evaluator(config, watched, photos, args.run, device)
    batches = make_batches(config, photos.to(torch.device(device.name)))
    path = args.run / "model.safetensors"

    def deliver(network: nn.Module, progress: run_state.Progress) -> None:
        provenance = {
            "recipe": args.recipe.stem,
            "config": dataclasses.asdict(config),
            "data": {"photos": len(photos), "names_sha256": photos.digest},
            "steps": progress.step,
            "minutes": round(progress.seconds / 60, 1),
            "watched_photos": _last_evaluation(args.run / "log.jsonl"),
            **origin,
        }
        checkpoint.save(path, network.state_dict(), header_of(config, provenance))
        if args.parts is not None:
            parts.split(path, args.parts)

    train(config, batches, args.run, device, Watch(evaluator, deliver), start=start)
    print(f"wrote {path}")


def identity(config: RunConfig) -> dict[str, Any]:
    """Return the settings that must not change when a run is resumed."""
    free = ("steps", "minutes", "save_every", "evaluate_every")
    return {key: value for key, value in dataclasses.asdict(config).items() if key not in free}


def _name(path: Path | None) -> str | None:
    return None if path is None else path.name


def _digest(path: Path | None) -> str | None:
    return None if path is None else hashlib.sha256(path.read_bytes()).hexdigest()


def _last_evaluation(log: Path) -> dict[str, Any] | None:
    evaluations = [record for record in read_log(log) if "psnr" in record]
    return evaluations[-1] if evaluations else None


if __name__ == "__main__":
    main()
