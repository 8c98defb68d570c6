"""Photos a minute, peak memory and how long the network waited, for batches of several sizes.

    python benchmarks/batch.py PHOTOS --counts 200 2000
    python benchmarks/batch.py PHOTOS --counts 100 --dask 1 2

PHOTOS is a folder of shards with a manifest.csv; its training photos are made gray and written as
JPEG, each at the size it has, or enlarged by --enlarge. Each batch runs in a process of its own, so
that the peak memory is that of one batch. With --dask, each batch runs on a local cluster of so
many worker processes instead, of one thread each, and memory is not measured.
"""

from __future__ import annotations

import argparse
import csv
import io
import multiprocessing
import resource
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from engine.batch.job import BatchJob, ColorSettings
from engine.batch.records.folder import plan_batch
from engine.batch.running.cluster import cluster_runner
from engine.batch.running.pipeline import Pipeline
from engine.batch.running.run import BatchRun, Finished
from engine.batch.running.steps import load_model
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Coloring

_KIB_PER_MIB = 1024 if sys.platform != "darwin" else 1024**2


@dataclass(frozen=True)
class Result:
    """What one batch took."""

    photos: int
    failed: int
    seconds: float
    """Of the run; loading the model is part of it only where a cluster's workers do that."""
    first: float
    """Seconds until the first photo was done."""
    waiting: float | None
    """Share of the time that the network waited."""
    peak: float
    """MiB."""


def make_photos(shards: Path, folder: Path, count: int, enlarge: float) -> None:
    """Write ``count`` gray JPEGs, spread over the training split, in folders of a hundred."""
    with (shards / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == "train"]
    for index, row in enumerate(rows[:: max(1, len(rows) // count)][:count]):
        with zipfile.ZipFile(shards / row["shard"]) as archive:
            image = Image.open(io.BytesIO(archive.read(f"{row['id']}.webp"))).convert("L")
        if enlarge != 1:
            image = image.resize((round(image.width * enlarge), round(image.height * enlarge)))
        path = folder / f"{index // 100:03}" / f"{row['id']}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        image.save(path, quality=90)


def run_here(job: BatchJob, workers: int) -> Result:
    """Run a batch as the app does."""
    pipeline = Pipeline(load_model(job.settings), workers=workers)
    with BatchRun(plan_batch(job), pipeline) as run:
        seconds, first = _time(run)
        counts = run.counts()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
    share = pipeline.meter.share_waiting
    return Result(counts.done, counts.failed, seconds, first, share, peak)


def run_on_cluster(job: BatchJob, workers: int) -> Result:
    """Run a batch on processes of this machine that act as a cluster."""
    from distributed.deploy.subprocess import SubprocessCluster  # noqa: PLC0415 - optional

    with (
        SubprocessCluster(n_workers=workers, threads_per_worker=1) as cluster,
        cluster_runner(cluster.scheduler_address) as runner,
        BatchRun(plan_batch(job), runner) as run,
    ):
        seconds, first = _time(run)
        counts = run.counts()
        return Result(counts.done, counts.failed, seconds, first, None, 0.0)


def _time(run: BatchRun) -> tuple[float, float]:
    started = time.perf_counter()
    first = 0.0
    for event in run:
        assert isinstance(event, Finished), "the batch was paused"
        first = first or time.perf_counter() - started
    return time.perf_counter() - started, first


def main() -> None:
    """Print one row a batch."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("photos", type=Path, metavar="PHOTOS")
    parser.add_argument("--counts", type=int, nargs="+", default=[200, 2000])
    parser.add_argument("--enlarge", type=float, default=1.0)
    parser.add_argument("--model")
    parser.add_argument("--size", type=int)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--workers", type=int, default=2, help="reading and writing threads each")
    parser.add_argument("--dask", type=int, nargs="+", metavar="PROCESSES")
    args = parser.parse_args()
    recipe = Recipe(coloring=Coloring(size=args.size))
    settings = ColorSettings(args.model, recipe, args.device)
    context = multiprocessing.get_context("spawn")
    print("| workers | photos | failed | seconds | a minute | first after | waited | peak MiB |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory(prefix="kolorit-batch-") as scratch:
        for count in args.counts:
            source = Path(scratch) / f"in-{count}"
            make_photos(args.photos, source, count, args.enlarge)
            for workers in args.dask or [args.workers]:
                target = Path(scratch) / f"out-{count}-{workers}"
                job = BatchJob((source,), target, settings=settings)
                if args.dask:
                    result = run_on_cluster(job, workers)
                else:
                    with context.Pool(1) as pool:
                        result = pool.apply(run_here, (job, workers))
                print(_row(workers, result), flush=True)


def _row(workers: int, result: Result) -> str:
    rate = result.photos / result.seconds * 60
    waited = "-" if result.waiting is None else f"{result.waiting:.1%}"
    return (
        f"| {workers} | {result.photos} | {result.failed} | {result.seconds:.1f} | {rate:.0f} "
        f"| {result.first:.1f} | {waited} | {result.peak:.0f} |"
    )


if __name__ == "__main__":
    main()
