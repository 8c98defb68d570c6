"""How outputs are called: ``{stem} {parent} {model} {date} {n}``, shortened to what disks take."""

from __future__ import annotations

import os
import re
import string
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from engine.batch.photos import output_suffix
from engine.checkpoints.catalog import find_model

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path, PurePath

    from engine.batch.job import BatchJob

FIELDS = ("stem", "parent", "model", "date", "n")
"""Variables of a template: the input's name without ending, its folder's name, the model, the day
the batch was made, and the photo's number in it, from 1; ``{n:04}`` pads with zeros."""

_MAX_BYTES = 255
"""Of a file name, on all common disks."""
_FORBIDDEN = re.compile(r'[\x00-\x1f/\\:*?"<>|]')
_PADDING = re.compile(r"0?[1-9]?")


class TemplateProblem(Enum):
    """Why a template names no files; the value is for the command line."""

    EMPTY = "is empty"
    BRACES = "has braces that do not match"
    UNKNOWN_FIELD = f"has a variable that is none of {', '.join(FIELDS)}"
    FORMAT = "has a format other than a width, as in {n:04}"
    FORBIDDEN = 'has one of the characters / \\ : * ? " < > |'


class TemplateError(ValueError):
    """A template names no files."""

    def __init__(self, template: str, problem: TemplateProblem) -> None:
        super().__init__(template, problem)
        self.template = template
        self.problem = problem

    def __str__(self) -> str:
        return f"the name template “{self.template}” {self.problem.value}"


@dataclass(frozen=True)
class Naming:
    """Names the outputs of one job."""

    template: str
    format: str | None
    model: str
    date: str

    def __post_init__(self) -> None:
        """Refuse a template that names no files, as a ``TemplateError``."""
        check_template(self.template)

    def name(self, source: PurePath, n: int, copy: int = 1) -> str:
        """Return the file name for a photo.

        Args:
            source: The photo's path.
            n: Its number, from 1.
            copy: From 2 on, a number that tells it from another of the same name.
        """
        values = {"parent": _safe(source.parent.name), "model": self.model, "date": self.date}
        stem = self.template.format(stem=source.stem, n=n, **values)
        ending = self.format or output_suffix(source.name)
        return fitted(stem, f"-{copy}{ending}" if copy > 1 else ending)


def naming_of(job: BatchJob) -> Naming:
    """Return how a job names its outputs.

    Raises:
        TemplateError: If its template names no files.
        UnknownModelError: If there is no such model.
    """
    model = find_model(job.settings.model).stem
    return Naming(job.rules.name, job.rules.format, _safe(model), job.day)


def check_template(template: str) -> None:
    """Raise ``TemplateError`` if a template names no files."""
    try:
        parts = list(string.Formatter().parse(template))
    except ValueError as error:
        raise TemplateError(template, TemplateProblem.BRACES) from error
    if not template.strip(" ."):
        raise TemplateError(template, TemplateProblem.EMPTY)
    for literal, name, spec, conversion in parts:
        if _FORBIDDEN.search(literal):
            raise TemplateError(template, TemplateProblem.FORBIDDEN)
        if name is not None and name not in FIELDS:
            raise TemplateError(template, TemplateProblem.UNKNOWN_FIELD)
        is_width = not spec or (name == "n" and _PADDING.fullmatch(spec) is not None)
        if conversion or not is_width:
            raise TemplateError(template, TemplateProblem.FORMAT)


def free_name(named: Callable[[int], str], is_free: Callable[[str], bool]) -> str:
    """Return the first of a photo's possible names that is free.

    Args:
        named: Gives the name for copy 1, 2, 3 and so on.
        is_free: Whether a name may be used.
    """
    copy = 1
    while not is_free(name := named(copy)):
        copy += 1
    return name


def example(job: BatchJob, source: Path | None = None) -> str:
    """Return what a photo of the job would be called, for a dialog that shows it as one types.

    Raises:
        TemplateError: If the template names no files.
        UnknownModelError: If there is no such model.
    """
    source = source or job.sources[0] / "grandma.jpg"
    return naming_of(job).name(source, 1)


def _safe(text: str) -> str:
    return _FORBIDDEN.sub("_", text)


def fitted(stem: str, ending: str) -> str:
    """Shorten a stem until the name has no more bytes than a disk takes."""
    room = _MAX_BYTES - len(os.fsencode(ending))
    while len(os.fsencode(stem)) > room:
        stem = stem[:-1]
    return stem + ending
