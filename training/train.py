"""Train a colorization network.

    python -m training.train training/recipes/streets.toml runs/streets --data PHOTOS optim.lr=1e-4

PHOTOS is a folder with a manifest and zip shards, any folder of photos, or one photo. RUN receives
``model.safetensors`` for the app, ``log.jsonl``, ``curves.png``, ``sheet-STEP.png`` and
``run_state.pt``, from which the same command goes on.
"""

from __future__ import annotations

import dataclasses
import hashlib
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from engine.device import choose_device
from training.config import RunConfig, load_config
from training.data.batches import make_batches
from training.data.datasets import load_photos
from training.loop import run_state
from training.loop.command import (
    make_parser,
    overrides,
    provenance,
    release,
    released,
    run_command,
)
from training.loop.curves import save_curves
from training.loop.log import Log
from training.loop.optimizer import learning_rate, set_learning_rate, share_done
from training.loop.report import save_report
from training.loop.train_state import Run, TrainState
from training.loop.validation_samples import WATCHED_PHOTOS, Evaluator, header_of
from training.parallel import DistributedContext, join_processes, local_device
from training.weights.initialization import InitialWeights

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence

    from torch import nn

    from engine.device import Device
    from training.data.batches import BatchSource
    from training.loop.ema import Ema

    # (step, averaged network) -> figures for the log
    Evaluation = Callable[[int, nn.Module], Mapping[str, float]]
    Delivery = Callable[[nn.Module, run_state.Progress], None]

_CHECK_EVERY = 10
"""Steps between looks at the losses and at whether the gradients are finite."""


def train(
    config: RunConfig,
    batches: BatchSource,
    watch: Watch,
    device: Device,
    *,
    initial: InitialWeights | None = None,
    context: DistributedContext | None = None,
) -> Ema:
    """Run or resume a training run to its end.

    Args:
        config: Decides the result together with ``batches``.
        batches: Gives the photos of a step; asked for each step in order; the
            rebalanced loss counts the colors of the first ones beforehand.
        watch: Where the run keeps ``run_state.pt`` and ``log.jsonl``, and who is told.
        device: Where the network trains.
        initial: Weights to start from; fresh ones by default.
        context: The processes that share the run; only this one by default.

    Returns:
        The averaged network.

    Raises:
        FloatingPointError: If the gradients overflow.
        ValueError: If the loss or the initial weights do not suit the architecture.
    """
    run = Run.fresh(config, device, initial or InitialWeights())
    state = TrainState(config, run, device, batches, context or DistributedContext())
    run_state.resume(watch.folder / "run_state.pt", run.parts)
    with Log(config, watch.log if state.context.leads else None, run.progress) as log:
        while (done := share_done(config, run.progress)) < 1:
            started = time.perf_counter()
            set_learning_rate(run.optimizer, learning_rate(config, run.progress.step, done))
            batch = batches(run.progress.step)
            ready = time.perf_counter()
            losses = state.train_step(batch, adversarial=done >= config.adversarial.after)
            run.progress.count(len(batch.ab), ready - started, time.perf_counter() - started)
            run.progress.seconds = state.context.agree(run.progress.seconds, device.name)

            ended = share_done(config, run.progress) >= 1
            saves = run.progress.step % config.save_every == 0 or ended
            if saves or run.progress.step % _CHECK_EVERY == 0:  # asking a GPU means waiting for it
                log.write(state.reduce_losses(losses))
            log.advance()
            if saves and state.context.leads:
                run_state.save(watch.folder / "run_state.pt", run.parts)
                watch.deliver(run.ema.network, run.progress)
            if (run.progress.step % config.evaluate_every == 0 or ended) and state.context.leads:
                log.write(watch.evaluate(run.progress.step, run.ema.network))
                save_curves(watch.log, watch.folder / "curves.png")
                save_report(watch.folder)
    if state.context.leads:
        watch.deliver(run.ema.network, run.progress)  # with the last figures
    return run.ema


@dataclass(frozen=True)
class Watch:
    """Where a run is kept, and who is told how it goes."""

    folder: Path
    evaluate: Evaluation
    """Called every ``config.evaluate_every`` steps and at the end."""
    deliver: Delivery = lambda _network, _progress: None
    """Called with the averaged network whenever the run state is saved."""

    @property
    def log(self) -> Path:
        """The run's log."""
        return self.folder / "log.jsonl"


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line, train, and write the inference checkpoint."""
    parser = make_parser("training.train", __doc__, data="shards, a folder or a photo")
    parser.add_argument(
        "--backbone", "--trunk", type=Path, help="pretrained backbone to start from"
    )
    parser.add_argument("--classifier", type=Path, help="pretrained classifier for the system")
    run_command(parser, arguments, _command)


def _command(args: argparse.Namespace) -> None:
    device = choose_device(local_device(args.device))
    with join_processes(device.name) as context:
        _run(args, device, context)


def _run(args: argparse.Namespace, device: Device, context: DistributedContext) -> None:
    config = load_config(args.recipe, overrides(args))
    print(f"training on {device.name} ({device.description})")
    photos = load_photos(args.data, "train", config.data, limit=config.data.limit)
    watched = load_photos(args.data, "watch", config.data, limit=WATCHED_PHOTOS)
    initial = InitialWeights(args.backbone, args.classifier, args.init)
    origin = {"start": {name: [path.name, _digest(path)] for name, path in initial.files.items()}}
    if context.leads:
        run_state.claim_folder(
            args.run, {"config": identity(config), "photos": photos.digest} | origin
        )
    print(f"{len(photos)} training photos, {len(watched)} watched photos")
    evaluator = Evaluator(config, watched, photos, args.run, device)
    batches = make_batches(config, photos.to(torch.device(device.name)), context)
    data = {"data": {"photos": len(photos), "names_sha256": photos.digest}}

    def deliver(network: nn.Module, progress: run_state.Progress) -> None:
        told = provenance(args, config, progress, "psnr") | data | origin
        release(args, network, header_of(config, told))

    watch = Watch(args.run, evaluator, deliver)
    train(config, batches, watch, device, initial=initial, context=context)
    if context.leads:
        print(f"wrote {released(args)}")


def identity(config: RunConfig) -> dict[str, Any]:
    """Return the settings that must not change when a run is resumed.

    Those at their defaults are left out, so that a new setting does not orphan earlier runs.
    """
    free = ("steps", "minutes", "save_every", "evaluate_every")
    changed = _without(dataclasses.asdict(config), dataclasses.asdict(RunConfig(steps=1)))
    return {key: value for key, value in changed.items() if key not in free}


def _without(tree: Mapping[str, Any], defaults: Mapping[str, Any]) -> dict[str, Any]:
    nested = {
        key: _without(value, defaults[key]) if isinstance(defaults.get(key), dict) else value
        for key, value in tree.items()
        if value != defaults.get(key)
    }
    return {key: value for key, value in nested.items() if value != {}}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
