"""What the tests of batches share."""

import json
from pathlib import Path

import numpy as np
from PIL import Image

from engine.batch.job import BatchJob, ColorSettings, Rules
from engine.batch.records.folder import plan_batch
from engine.batch.running.pipeline import Pipeline
from engine.batch.running.run import BatchRun, Finished
from engine.checkpoints import checkpoint
from tests.tiny import CPU


def save_gray(path, seed=0, size=(24, 32)):
    path.parent.mkdir(parents=True, exist_ok=True)
    noise = np.random.default_rng(seed).integers(40, 215, size, dtype=np.uint8)
    Image.fromarray(noise).save(path)
    return path


def job_for(base, model, *, settings=None, **rules):
    """A job from base/in to base/out."""
    settings = ColorSettings(model=str(model), device="cpu", **(settings or {}))
    return BatchJob((base / "in",), base / "out", Rules(**rules), settings, "2026-01-02")


def pipeline_for(job, workers=2):
    return Pipeline(checkpoint.load(Path(job.settings.model), CPU), workers=workers)


def color_all(job, *, control=None):
    """Plan and run; return outcomes by input path below in/, and the run's counts."""
    folder = plan_batch(job)
    with BatchRun(folder, pipeline_for(job), control=control) as run:
        return outcomes_of(run, job), run.counts()


def outcomes_of(run, job):
    events = [event for event in run if isinstance(event, Finished)]
    assert len({event.source for event in events}) == len(events)
    return {e.source.relative_to(job.sources[0]).as_posix(): e.outcome for e in events}


def results(target):
    """The files below a target folder, without the batch's own."""
    return {
        path.relative_to(target).as_posix()
        for path in target.rglob("*")
        if path.is_file() and ".kolorit-batch" not in path.parts
    }


def journal_lines(target):
    text = (target / ".kolorit-batch" / "journal.jsonl").read_text()
    assert text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


def ends(target):
    """How often each photo ended, by the journal."""
    numbers = [line["n"] for line in journal_lines(target) if "n" in line]
    return {n: numbers.count(n) for n in numbers}
