"""``kolorit-cli batch``: whole folders from the command line. Imports torch only to begin work."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from engine.batch.job import BatchJob, Colored, Conflict, job_to_json
from engine.batch.photos import SUFFIXES
from engine.batch.planning.naming import FIELDS, TemplateError, check_template
from engine.batch.records.folder import BatchFolder, Lock, check_job, plan_batch
from engine.batch.running.control import Control
from engine.checkpoints.catalog import find_model
from engine.cli.batch_options import job_of
from engine.cli.control_options import add_control_options
from engine.cli.recipe_options import add_recipe_options
from engine.cli.restoring_options import add_restore_option
from engine.console import OK, SOME_FAILED, USAGE, add_command, between, complain, named_path
from engine.endings import ENDINGS, answered, exit_code_of
from engine.errors import BatchError, BatchProblem, ClusterError
from engine.recipe.controls import BY_NAME
from engine.recipe.recipe import RESTORING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from engine.batch.planning.plan import Planned
    from engine.batch.running.pipeline import PhotoRunner
    from engine.batch.running.run import BatchRun, Counts
    from engine.checkpoints.checkpoint import Model
    from engine.cli.batch_console import Console

logger = logging.getLogger(__name__)

BLOCKED, INTERRUPTED = 3, 130
"""Exit codes besides those of all commands: stopped by a full disk or the like, and by the user.
After both ``--resume`` goes on."""

EXAMPLES = """examples:
  kolorit-cli batch scans colored
  kolorit-cli batch scans colored --resume              # goes on after a crash or Ctrl+C
  kolorit-cli batch scans colored --retry-failed --report
  kolorit-cli batch scans colored --include '*.tif' --exclude drafts --name '{parent}-{n:04}'
  kolorit-cli batch scans colored --dry-run             # names, room and time; writes nothing

exit codes:
  0  all photos done            2  the command cannot be meant    130  stopped by Ctrl+C
  1  some photos failed         3  stopped: disk full, folder gone; --resume goes on
"""
_NEGATED = {"recursive": "no_recursive", "sidecars": "ignore_sidecars"}
"""Options that turn a rule off."""
_TRIED = 3
"""Photos colored to estimate the time."""
_SHOWN = 10
"""Names that a dry run shows."""
_PATIENCE = 1.0
"""Seconds."""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    command = add_command(commands, "batch", "color whole folders", EXAMPLES)
    command.set_defaults(run=batch)
    _add_arguments(command)


def _add_arguments(command: argparse.ArgumentParser) -> None:
    """Declare the arguments; what is not given stays ``None``."""
    command.add_argument("source", type=named_path, metavar="IN", help="the folder with the photos")
    command.add_argument(
        "target", type=named_path, metavar="OUT", help="the folder for the results"
    )
    rules = command.add_argument_group("which photos, and their names")
    add = rules.add_argument
    add("--no-recursive", action="store_true", default=None, help="leave out folders within IN")
    add("--include", action="append", metavar="PATTERN", help="take only these, as '*.tif'")
    add("--exclude", action="append", metavar="PATTERN", help="leave these photos or folders out")
    variables = " ".join(f"{{{name}}}" for name in FIELDS)
    add("--name", metavar="TEMPLATE", help=f"names of the results: {variables}; default {{stem}}")
    add(
        "--conflict",
        choices=[conflict.value for conflict in Conflict],
        help="if a result is already there (default: skip); photos in IN are never replaced",
    )
    formats = ["same", *(suffix.lstrip(".") for suffix in SUFFIXES)]
    add("--format", choices=formats, help="default: same, that of each photo")
    add(
        "--colored",
        choices=[colored.value for colored in Colored],
        help="photos that are in color already (default: skip)",
    )
    add("--quality", type=between(int, 1, 100), help="of JPEG and WebP, default 95")
    add("--bits", type=int, choices=(8, 16), help="per channel; default: those of each photo")
    times = "give each result the time at which its photo was last changed; copies always have it"
    add("--keep-times", action="store_true", default=None, help=times)
    _add_coloring(command)
    _add_running(command)


def _add_coloring(command: argparse.ArgumentParser) -> None:
    add = command.add_argument_group("how they are colored").add_argument
    add("--model", help="a name from 'kolorit-cli models', or a .safetensors file")
    add_control_options(add)
    add_recipe_options(add)
    add_restore_option(add, crops=False)
    add(
        "--album",
        action="store_true",
        default=None,
        help="use colors that are kept beside some photos for the same things in the others, "
        "where they are surely the same",
    )
    add("--device", help="auto (default), cuda, mps or cpu")


def _add_running(command: argparse.ArgumentParser) -> None:
    add = command.add_argument_group("how it runs").add_argument
    add("--resume", action="store_true", help="go on where an earlier run stopped, or begin")
    add("--retry-failed", action="store_true", help="go on, and try failed photos again")
    add("--restart", action="store_true", help="give up an unfinished run and plan anew")
    add("--workers", type=between(int, 1, 64), default=2, help="threads that read, and that write")
    add("--dask", metavar="ADDRESS", help="spread photos over a Dask cluster (kolorit[cluster])")
    add("--dry-run", action="store_true", help="tell what would be done")
    add(
        "--report",
        action="store_true",
        help="write report.html and report.csv into OUT; files "
        "of these names that are not reports of this folder stay",
    )
    add("--json", action="store_true", help="tell everything as JSON, one object a line")


def batch(args: argparse.Namespace) -> int:
    """Color a folder of photos; return the exit code."""
    try:
        job = job_of(args)
        check_template(job.rules.name)
    except (TemplateError, ValueError) as error:
        return _refuse(str(error))
    find_model(job.settings.model)  # before a folder is searched for nothing
    if args.restart and (args.resume or args.retry_failed):
        return _refuse("--restart begins anew; it does not go with --resume or --retry-failed")
    if args.dry_run:
        return _dry_run(job, args)
    try:
        _check_beginning(args, job)
        # held until all is done, or another run could plan anew what this one works on
        with Lock(BatchFolder(job.target)) as lock:
            return _run(_planned(args, job, lock), args, lock)
    except BatchError as error:
        return _refuse(_with_way_out(error))
    except ClusterError as error:
        return _refuse(str(error))


def _check_beginning(args: argparse.Namespace, job: BatchJob) -> None:
    """Refuse what cannot be done before anything is made in the folder for the results."""
    check_job(job)
    if args.retry_failed and not BatchFolder(job.target).has_batch():
        raise BatchError(job.target, BatchProblem.NOTHING)


def _planned(args: argparse.Namespace, job: BatchJob, lock: Lock) -> BatchFolder:
    """Return the batch to run: the one that was begun, or a new one."""
    folder = BatchFolder(job.target)
    goes_on = args.resume or args.retry_failed
    if goes_on and folder.has_batch():
        _check_same(args, folder.read_job(), job)
        return folder
    return plan_batch(job, anew=args.restart, lock=lock)


def _check_same(args: argparse.Namespace, begun: BatchJob, asked: BatchJob) -> None:
    """Refuse to go on with rules that differ from those of the beginning; unnamed ones may."""
    if begun.sources != asked.sources:
        raise BatchError(asked.target, BatchProblem.OTHER_JOB, f"IN was {begun.sources[0]}")
    before, now = _by_option(begun), _by_option(asked)
    for option, value in now.items():
        is_named = getattr(args, option) is not None
        is_named |= option == "restore" and args.steps is not None
        by_recipe = args.recipe is not None and option in BY_NAME
        if (is_named or by_recipe) and value != before[option]:
            detail = f"--{option.replace('_', '-')}: {before[option]}"
            raise BatchError(asked.target, BatchProblem.OTHER_JOB, detail)


def _by_option(job: BatchJob) -> dict[str, object]:
    """Return what a job says by the name of the option that says it."""
    tree = job_to_json(job)
    settings = {name: value for name, value in tree["settings"].items() if name != "recipe"}
    rules = {_NEGATED.get(name, name): value for name, value in tree["rules"].items()}
    recipe = job.settings.recipe
    controls = {name: control.read(recipe) for name, control in BY_NAME.items()}
    steps = [stage.value for stage in RESTORING if getattr(recipe, stage.value) is not None]
    return {**rules, **settings, **controls, "restore": ",".join(steps)}


def _run(folder: BatchFolder, args: argparse.Namespace, lock: Lock) -> int:
    from engine.batch.planning.estimate import SAMPLE, estimate  # noqa: PLC0415 - after usage errors
    from engine.batch.running.run import BatchRun  # noqa: PLC0415 - after usage errors

    console = _console(args)
    control = Control()
    with (
        _runner(folder, args) as (runner, model),
        BatchRun(folder, runner, control=control, lock=lock) as run,
        _interruptible(run),
    ):
        if args.retry_failed:
            run.retry_failed()
        seconds = _tried(model, run.job, run.sample(_TRIED + 1)) if model is not None else []
        with closing(folder.open_plan()) as plan:
            needs = estimate(run.job, plan, seconds, run.sample(SAMPLE))
            console.begins(needs, run.counts())
        if args.resume or args.retry_failed:
            _tell_missing(folder)
        is_blocked = _follow(run, console)
        counts = run.counts()
    console.ended(counts)
    return _conclude(folder, args, counts, is_blocked=is_blocked)


def _tell_missing(folder: BatchFolder) -> None:
    from engine.batch.records.missing import count_missing  # noqa: PLC0415 - only now

    missing = count_missing(folder)
    if missing:
        are = "result of this batch is" if missing == 1 else "results of this batch are"
        complain(
            f"note: {missing} {are} no longer there and not made again; a batch without --resume, "
            "once this one has ended, makes them"
        )


def _conclude(
    folder: BatchFolder, args: argparse.Namespace, counts: Counts, *, is_blocked: bool
) -> int:
    """Write the report if one is wanted; return the exit code."""
    if args.report:
        from engine.batch.records.report import write_report  # noqa: PLC0415 - only now

        try:
            for path in write_report(folder):
                complain(f"wrote {path}")
        except OSError as error:
            complain(f"the report cannot be written: {error.strerror or error}")
            return BLOCKED
    if counts.remaining:
        complain("stopped; --resume goes on")
        return BLOCKED if is_blocked else INTERRUPTED
    return SOME_FAILED if counts.failed else OK


def _follow(run: BatchRun, console: Console) -> bool:
    """Tell every event; stop at a blocking condition, which nobody is here to remove."""
    from engine.batch.running.run import Paused  # noqa: PLC0415 - after usage errors
    from engine.cli.batch_console import condition_text  # noqa: PLC0415 - after usage errors

    is_blocked = False
    for event in run:
        console.happened(event, run.counts())
        if isinstance(event, Paused) and event.condition is not None:
            is_blocked = True
            complain(condition_text(event.condition, event.detail))
            run.control.stop()
    return is_blocked


def _console(args: argparse.Namespace) -> Console:
    from engine.cli.batch_console import (  # noqa: PLC0415 - after usage errors
        JsonConsole,
        PlainConsole,
        TerminalConsole,
    )

    if args.json:
        return JsonConsole()
    return TerminalConsole() if sys.stdout.isatty() else PlainConsole()


@contextmanager
def _runner(
    folder: BatchFolder, args: argparse.Namespace
) -> Iterator[tuple[PhotoRunner, Model | None]]:
    """Give what does the photos, and the model that does it, if that is on this machine."""
    if args.dask is not None:
        from engine.batch.running.cluster import cluster_runner  # noqa: PLC0415 - optional

        with cluster_runner(args.dask) as runner:
            yield runner, None
        return
    from engine.batch.running.album_colors import AlbumColors  # noqa: PLC0415 - imports torch
    from engine.batch.running.pipeline import Pipeline  # noqa: PLC0415 - imports torch
    from engine.batch.running.steps import load_model  # noqa: PLC0415 - imports torch

    model = load_model(folder.read_job().settings)
    yield Pipeline(model, workers=args.workers, album=AlbumColors.of(folder)), model


def _tried(model: Model, job: BatchJob, sample: Iterable[Planned]) -> list[float]:
    """Return the seconds that a few photos take; those that fail will be told in their turn."""
    from engine.batch.planning.preview import preview_photos  # noqa: PLC0415 - imports torch
    from engine.errors import EngineError  # noqa: PLC0415 - with the line above

    seconds: list[float] = []
    for planned in sample:
        try:
            tried = preview_photos(
                model, [planned.source], job.settings, sidecars=job.rules.sidecars
            )
            seconds += [preview.seconds for preview in tried]
        except EngineError as error:
            logger.info("not part of the estimate: %s", error)
    return seconds[1:] or seconds  # the first also warms up


def _dry_run(job: BatchJob, args: argparse.Namespace) -> int:
    """Tell what would be done; the plan is made elsewhere, so OUT need not exist."""
    from engine.batch.planning.estimate import estimate  # noqa: PLC0415 - after usage errors
    from engine.batch.planning.plan import Plan, make_plan  # noqa: PLC0415 - after usage errors
    from engine.batch.running.run import counts_of  # noqa: PLC0415 - after usage errors
    from engine.batch.running.steps import load_model  # noqa: PLC0415 - imports torch

    try:
        check_job(job)
    except BatchError as error:
        return _refuse(str(error))
    with TemporaryDirectory(prefix="kolorit-") as scratch:
        path = Path(scratch) / "plan.sqlite"
        make_plan(job, path)
        with closing(Plan(path, job.target)) as plan:
            sample = plan.sample(_TRIED + 1)
            seconds = _tried(load_model(job.settings), job, sample) if sample else []
            console = _console(args)
            console.begins(estimate(job, plan, seconds), counts_of(plan))
            for planned in islice(plan.photos(), None if args.json else _SHOWN):
                console.planned(planned)
    return OK


@contextmanager
def _interruptible(run: BatchRun) -> Iterator[None]:
    """Let the first Ctrl+C end the run after the photos in flight, and a second one at once.

    So does the end of the terminal or of the session: who asks for that does not wait long.
    """

    def leave(number: int) -> None:
        # in a thread, as this one may hold what it needs; without it, photos are suspected
        letting_go = threading.Thread(target=run.let_go, daemon=True)
        letting_go.start()
        letting_go.join(_PATIENCE)
        # outputs are renamed when whole, so there is nothing else to tidy up first
        os._exit(exit_code_of(number))

    def stop(number: int) -> None:
        if run.control.is_stopped:
            leave(number)
        run.control.stop()
        complain("stopping after the photos in flight; once more stops at once")

    with answered([signal.SIGINT], stop), answered(ENDINGS, leave):
        yield


def _with_way_out(error: BatchError) -> str:
    """Name the option that helps."""
    if error.problem is BatchProblem.UNFINISHED:
        return (
            f"“{error.folder}” holds an unfinished batch: --resume goes on, --restart begins anew."
        )
    if error.problem is BatchProblem.DAMAGED:
        return f"{error} --restart does so."
    return str(error)


def _refuse(text: str) -> int:
    complain(text)
    return USAGE
