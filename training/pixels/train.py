"""Train a network that maps pixels to pixels: detection, fill, denoising and the like.

    python -m training.pixels.train training/recipes/defects.toml RUN --data DAMAGE --photos PHOTOS

DAMAGE is the folder with shapes of damage and sharp photos, PHOTOS shards or a folder of small
photos, for tasks that use them. RUN receives ``model.safetensors`` for the app, ``log.jsonl`` and
``run_state.pt``, from which the same command goes on.
"""

from __future__ import annotations

import argparse
import dataclasses
import math
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from engine.checkpoints import pixel_checkpoint
from engine.checkpoints.pixel_checkpoint import Contract, PixelHeader
from engine.device import choose_device
from engine.errors import EngineError
from engine.models.pixel_registry import PIXEL_ARCHITECTURES, TASKS
from training import parts
from training.config import build_settings, read_settings
from training.loop import run_state
from training.loop.ema import Ema
from training.loop.log import Log, read_log
from training.loop.optimizer import learning_rate, make_optimizer, set_learning_rate, share_done
from training.pixels.config import PixelRunConfig
from training.pixels.task import Sources
from training.pixels.tasks import TRAINED_TASKS
from training.weights.starting import initialize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from torch import Tensor

    from engine.device import Device
    from training.loop.run_state import Progress, Stateful
    from training.pixels.task import PixelTask

    Delivery = Callable[[nn.Module, Progress], None]

_CHECK_EVERY = 25
"""Steps between looks at the losses and at whether the gradients are finite."""


def train(
    config: PixelRunConfig,
    task: PixelTask,
    folder: Path,
    device: Device,
    *,
    start: Path | None = None,
    deliver: Delivery = lambda _network, _progress: None,
) -> Ema:
    """Run or resume a training run to its end.

    Args:
        config: Decides the result together with ``task``.
        task: Makes the batch of each step, and its losses.
        folder: Where the run keeps ``run_state.pt`` and ``log.jsonl``.
        device: Where the network trains.
        start: A checkpoint whose weights it starts with: a warm restart; fresh ones by default.
        deliver: Called with the averaged network whenever the run state is saved.

    Returns:
        The averaged network.

    Raises:
        CheckpointError: If ``start`` cannot be read.
        FloatingPointError: If the gradients overflow; the last run state is still good then.
        ValueError: If ``start`` holds another network.
    """
    run = Run.fresh(config, device, start)
    run_state.resume(folder / "run_state.pt", run.parts)
    with Log(config, folder / "log.jsonl", run.progress) as log:
        while (done := share_done(config, run.progress)) < 1:
            started = time.perf_counter()
            set_learning_rate(run.optimizer, learning_rate(config, run.progress.step, done))
            batch = task.batch(run.progress.step)
            ready = time.perf_counter()
            losses = _learn(config, run, task, batch, device)
            looks = (run.progress.step + 1) % _CHECK_EVERY == 0  # a GPU is waited for then
            figures = _sound(losses, run.progress) if looks else None
            seconds = time.perf_counter() - started
            run.progress.count(config.batch_size, ready - started, seconds)

            ended = share_done(config, run.progress) >= 1
            saves = run.progress.step % config.save_every == 0 or ended
            if saves or looks:
                log.write(figures or _sound(losses, run.progress))
            log.advance()
            if run.progress.step % config.evaluate_every == 0 or ended:
                log.write(_watch(config, run.ema.network, task, device))
            if saves:
                run_state.save(folder / "run_state.pt", run.parts)
                deliver(run.ema.network, run.progress)
    return run.ema


@dataclass(frozen=True)
class Run:
    """What changes while a run goes on."""

    network: nn.Module
    ema: Ema
    optimizer: torch.optim.Optimizer
    progress: Progress

    @classmethod
    def fresh(cls, config: PixelRunConfig, device: Device, start: Path | None) -> Run:
        """Return a run before its first step; its weights are a function of the seed."""
        torch.manual_seed(config.seed)
        arch = PIXEL_ARCHITECTURES[config.model.arch]
        network = arch.build(config.model.config, TASKS[config.task])
        initialize(network)
        if start is not None:
            _restart(network, start)
        network = network.to(device.name).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        ema = Ema(network, config.optim.ema_decay)
        optimizer = make_optimizer(network, config.optim)
        return cls(network, ema, optimizer, run_state.Progress())

    @property
    def parts(self) -> dict[str, Stateful]:
        """What is saved, and restored to go on."""
        return {
            "progress": self.progress,
            "network": self.network,
            "ema": self.ema,
            "optimizer": self.optimizer,
        }


def _learn(
    config: PixelRunConfig,
    run: Run,
    task: PixelTask,
    batch: Mapping[str, Tensor],
    device: Device,
) -> dict[str, Tensor]:
    """Update the network; return the losses, and the norm of its gradients as ``gradient``."""
    run.network.train()
    with _autocast(config, device):
        losses = task.losses(run.network, batch)
    run.optimizer.zero_grad(set_to_none=True)
    losses["loss"].backward()
    norm = nn.utils.clip_grad_norm_(run.network.parameters(), config.optim.grad_clip)
    run.optimizer.step()
    run.ema.update(run.network)
    return {name: value.detach() for name, value in losses.items()} | {"gradient": norm}


@torch.no_grad()
def _watch(
    config: PixelRunConfig, network: nn.Module, task: PixelTask, device: Device
) -> dict[str, float]:
    """Return the mean figures of a network on watched batches, each as ``watched …``."""
    totals: defaultdict[str, float] = defaultdict(float)
    for number in range(config.watched_batches):
        batch = task.batch(number, watched=True)
        with _autocast(config, device):
            losses = task.losses(network, batch)
        for name, value in losses.items():
            totals[f"watched {name}"] += float(value) / config.watched_batches
    return dict(totals)


def _autocast(config: PixelRunConfig, device: Device) -> torch.autocast:
    return torch.autocast(device.name.split(":")[0], torch.bfloat16, config.precision == "bf16")


def _sound(losses: Mapping[str, Tensor], progress: Progress) -> dict[str, float]:
    figures = {name: float(value) for name, value in losses.items()}
    if not all(map(math.isfinite, figures.values())):
        msg = f"the gradients are not finite at step {progress.step}"
        raise FloatingPointError(msg)
    return figures


def _restart(network: nn.Module, path: Path) -> None:
    known = pixel_checkpoint.load(path, choose_device("cpu"), folded=False).network.state_dict()
    try:
        network.load_state_dict(known, strict=True)
    except RuntimeError as error:
        msg = f"{path} holds another network: {error}"
        raise ValueError(msg) from error


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line, train, and write the checkpoint."""
    parser = argparse.ArgumentParser(
        prog="python -m training.pixels.train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("recipe", type=Path, help="a TOML file, see training/recipes")
    parser.add_argument("run", type=Path, help="folder to create, or to resume from")
    parser.add_argument("--data", type=Path, required=True, help="shapes and sharp photos")
    parser.add_argument("--photos", type=Path, help="small photos: shards or a folder")
    parser.add_argument("--init", type=Path, help="checkpoint to start from: a warm restart")
    parser.add_argument("--budget", type=float, help="minutes: the schedule shrinks to them")
    parser.add_argument("--parts", type=Path, help="write the averaged weights here in parts too")
    parser.add_argument("--device", default="auto", help="auto, cuda, mps or cpu")
    parser.add_argument("override", nargs="*", help="section.key=value")
    args = parser.parse_intermixed_args(arguments)  # settings may stand anywhere
    try:
        _run(args, choose_device(args.device))
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))


def _run(args: argparse.Namespace, device: Device) -> None:
    budget = [] if args.budget is None else [f"minutes={args.budget}"]
    config = read_settings(PixelRunConfig, args.recipe, [*args.override, *budget])
    kind = TRAINED_TASKS.get(config.task)
    if kind is None:
        msg = f"unknown task {config.task!r}; known: {', '.join(TRAINED_TASKS)}"
        raise ValueError(msg)
    run_state.claim_folder(args.run, {"config": _identity(config)})
    print(f"training on {device.name} ({device.description})")
    settings = build_settings(kind.settings, config.data, "data.")
    where = torch.device(device.name)
    sources = Sources(args.data, args.photos, where, config.batch_size, config.seed)
    deliver = partial(_deliver, args, config)
    train(config, kind.make(settings, sources), args.run, device, start=args.init, deliver=deliver)
    print(f"wrote {args.run / 'model.safetensors'}")


def _deliver(
    args: argparse.Namespace, config: PixelRunConfig, network: nn.Module, progress: Progress
) -> None:
    path = args.run / "model.safetensors"
    pixel_checkpoint.save(path, network.state_dict(), _header(args, config, network, progress))
    if args.parts is not None:
        parts.split(path, args.parts)


def _header(
    args: argparse.Namespace, config: PixelRunConfig, network: nn.Module, progress: Progress
) -> PixelHeader:
    evaluations = [
        record for record in read_log(args.run / "log.jsonl") if "watched loss" in record
    ]
    provenance: dict[str, Any] = {
        "recipe": args.recipe.stem,
        "config": dataclasses.asdict(config),
        "data": [path.name for path in (args.data, args.photos) if path is not None],
        "start": None if args.init is None else args.init.name,
        "steps": progress.step,
        "minutes": round(progress.seconds / 60, 1),
        "watched": evaluations[-1] if evaluations else None,
    }
    assert isinstance(network.multiple_of, int)
    overlap = None if config.model.overlap < 0 else config.model.overlap
    contract = Contract(network.multiple_of, overlap)
    arch = PIXEL_ARCHITECTURES[config.model.arch]
    return PixelHeader(arch, config.model.config, TASKS[config.task], contract, provenance)


def _identity(config: PixelRunConfig) -> dict[str, Any]:
    """Return the settings that must not change when a run is resumed."""
    free = ("steps", "minutes", "save_every", "evaluate_every", "watched_batches")
    return {key: value for key, value in dataclasses.asdict(config).items() if key not in free}


if __name__ == "__main__":
    main()
