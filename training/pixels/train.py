"""Train a network that maps pixels to pixels: detection, fill, denoising and the like.

    python -m training.pixels.train training/recipes/defects.toml RUN --data DAMAGE --photos PHOTOS

DAMAGE is the folder with shapes of damage and sharp photos, PHOTOS shards or a folder of small
photos, for tasks that use them. RUN receives ``model.safetensors`` for the app, ``log.jsonl`` and
``run_state.pt``, from which the same command goes on.
"""

from __future__ import annotations

import dataclasses
import math
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from torch import nn

from engine.checkpoints import checkpoint
from engine.checkpoints.header import Contract, Header
from engine.device import choose_device
from engine.models.registry import PIXEL_ARCHITECTURES
from engine.models.tasks import TASKS
from training.config import build_settings, read_settings
from training.loop import run_state
from training.loop.command import (
    make_parser,
    overrides,
    provenance,
    release,
    released,
    run_command,
)
from training.loop.ema import Ema
from training.loop.log import Log
from training.loop.optimizer import learning_rate, make_optimizer, set_learning_rate, share_done
from training.pixels.config import PixelRunConfig
from training.pixels.echo import Echoed
from training.pixels.task import Sources
from training.pixels.tasks import TRAINED_TASKS
from training.weights.initialization import initialize

if TYPE_CHECKING:
    import argparse
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
            _restart(network, start, config.task)
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


def _restart(network: nn.Module, path: Path, task: str) -> None:
    cpu = choose_device("cpu")
    known = checkpoint.load(path, cpu, task, folded=False).network.state_dict()
    try:
        network.load_state_dict(known, strict=True)
    except RuntimeError as error:
        msg = f"{path} holds another network: {error}"
        raise ValueError(msg) from error


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line, train, and write the checkpoint."""
    parser = make_parser("training.pixels.train", __doc__, data="shapes and sharp photos")
    parser.add_argument("--photos", type=Path, help="small photos: shards or a folder")
    run_command(parser, arguments, _command)


def _command(args: argparse.Namespace) -> None:
    device = choose_device(args.device)
    config = read_settings(PixelRunConfig, args.recipe, overrides(args))
    kind = TRAINED_TASKS.get(config.task)
    if kind is None:
        msg = f"unknown task {config.task!r}; known: {', '.join(TRAINED_TASKS)}"
        raise ValueError(msg)
    run_state.claim_folder(args.run, {"config": _identity(config)})
    print(f"training on {device.name} ({device.description})")
    settings = build_settings(kind.settings, config.data, "data.")
    where = torch.device(device.name)
    sources = Sources(args.data, args.photos, where, config.batch_size, config.seed)
    origin = {
        "data": [path.name for path in (args.data, args.photos) if path is not None],
        "start": None if args.init is None else args.init.name,
    }

    def deliver(network: nn.Module, progress: Progress) -> None:
        told = provenance(args, config, progress, "watched loss") | origin
        release(args, network, header_of(config, network, told))

    task = kind.make(settings, sources)
    if config.echo > 1:
        task = Echoed(task, sources, config.echo, config.kept)
    train(config, task, args.run, device, start=args.init, deliver=deliver)
    print(f"wrote {released(args)}")


def header_of(config: PixelRunConfig, network: nn.Module, provenance: Mapping[str, Any]) -> Header:
    """Return the checkpoint header of a run."""
    assert isinstance(network.multiple_of, int)
    overlap = None if config.model.overlap < 0 else config.model.overlap
    contract = Contract(network.multiple_of, overlap)
    arch, task = PIXEL_ARCHITECTURES[config.model.arch], TASKS[config.task]
    return Header(arch, config.model.config, task, contract, provenance)


def _identity(config: PixelRunConfig) -> dict[str, Any]:
    """Return the settings that must not change when a run is resumed."""
    free = ("steps", "minutes", "save_every", "evaluate_every", "watched_batches")
    return {key: value for key, value in dataclasses.asdict(config).items() if key not in free}


if __name__ == "__main__":
    main()
