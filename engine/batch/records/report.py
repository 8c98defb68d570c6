"""What became of a batch, for people: a table for spreadsheets and a page with thumbnails.

The page is one file that loads nothing and runs only its own script. All rows are in it; the
script shows a hundred at a time. Thumbnails would make it too large for a browser, so at most
``MAX_THUMBNAILS`` are embedded: those of flagged photos first, then of the others from the top.
Flagged photos that were repaired also show a few of the repaired places, at most ``MAX_REPAIRS``.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import html
import io
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from PIL import Image

from engine.atomic_write import atomic_path
from engine.batch import photos
from engine.batch.outcome import HAS_OUTPUT, IN_COLOR, FileIdentity, State, Uncertainty
from engine.batch.own_files import discard, is_within
from engine.batch.planning.naming import free_name
from engine.batch.records.claims import read_claim
from engine.batch.records.placing import identity_at, place
from engine.batch.records.report_page import PAGE, SCRIPT, STYLE
from engine.batch.records.report_words import ENGLISH
from engine.batch.records.results import illustrated, rows
from engine.console import printable
from engine.errors import BatchError, BatchProblem, EngineError

if TYPE_CHECKING:
    from engine.batch.outcome import Outcome
    from engine.batch.planning.plan import Planned
    from engine.batch.records.folder import BatchFolder
    from engine.batch.records.report_words import ReportWords

MAX_THUMBNAILS = 2_000
"""About 10 MB of page."""
_MOST_READ = 24
"""Photos with a result already that are read for their pictures: the batch has not read them."""
_PICTURE = (144, 144)
"""Height and width that each of the two fits into."""
MAX_REPAIRS = 1_000
"""Photos whose repaired places are embedded, about 10 MB."""
_COLUMNS = ("input", "output", "state", "seconds", "model", "height", "width", "doubt", "flags")
_ENDINGS = (".csv", ".html")
_REMEMBERED = 20
"""Earlier reports that are told from other files."""
_FORMULA = re.compile(r"""(^|[;,|\t\r\n])(?=[\s"']*[=+\-@\t\r＝＋－＠])""")
"""Where a cell may begin, whether the list separator is a comma, a semicolon, a bar or a tab,
followed by what would make a spreadsheet run it."""


def write_report(
    folder: BatchFolder, *, max_thumbnails: int = MAX_THUMBNAILS, words: ReportWords = ENGLISH
) -> tuple[Path, Path]:
    """Write ``report.csv`` and ``report.html`` beside the results; return their paths.

    The page says what it says in ``words``; the table, for programs, is always in English. Both
    replace earlier reports of this folder, and no other file: where there is one, or somebody has
    changed a report, they are called ``report-2`` and so on.

    Raises:
        BatchError: If there is no batch, or it is damaged.
        ImageError: If another file comes by that name meanwhile.
        OSError: If a file cannot be written.
    """
    known = read_claim(folder.reports)
    table, page = _names(folder, known)
    hidden = folder.path / table.name, folder.path / page.name
    try:
        with atomic_path(hidden[0]) as beside:
            _write_table(beside, folder)
        with atomic_path(hidden[1]) as beside:
            _write_page(beside, folder, max_thumbnails, words)
    except ValueError as error:  # a line of the journal that was read before is another now
        raise BatchError(folder.target, BatchProblem.DAMAGED, str(error)) from error
    if not known:
        discard(folder.reports)
    made = tuple(FileIdentity.of(path.lstat()) for path in hidden)
    with atomic_path(folder.reports) as beside:
        beside.write_text(json.dumps([*known[-_REMEMBERED:], *made]), encoding="ascii")
    for path, target in zip(hidden, (table, page), strict=True):
        place(path, target, known)
    return table, page


def _names(folder: BatchFolder, known: tuple[FileIdentity, ...]) -> tuple[Path, Path]:
    """Return the first names that are free, or those of reports that were written here."""

    def is_free(stem: str) -> bool:
        paths = (folder.target / f"{stem}{ending}" for ending in _ENDINGS)
        return all(not os.path.lexists(path) or identity_at(path) in known for path in paths)

    stem = free_name(lambda copy: "report" if copy == 1 else f"report-{copy}", is_free)
    table, page = (folder.target / f"{stem}{ending}" for ending in _ENDINGS)
    return table, page


def _write_table(path: Path, folder: BatchFolder) -> None:
    model = _model_name(folder)
    # the mark at the beginning tells spreadsheets that this is Unicode
    with path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow((*_COLUMNS, "reason", "notes"))
        for planned, outcome in rows(folder, set()):
            is_colored = outcome is not None and outcome.state is State.DONE
            fields = _common(outcome)
            height, width = outcome.size if outcome and outcome.size else ("", "")
            cells = (
                os.fspath(planned.source),
                fields["output"],
                fields["state"],
                f"{outcome.seconds:.2f}" if outcome else "",
                model if is_colored else "",
                height,
                width,
                fields["doubt"],
                "; ".join(fields["flags"]),
                fields["reason"],
                "; ".join(outcome.notes) if outcome else "",
            )
            writer.writerow(_harmless(cell) for cell in cells)


def _write_page(path: Path, folder: BatchFolder, max_thumbnails: int, words: ReportWords) -> None:
    head, rest = PAGE.split("ROWS")
    texts = {
        "TITLE": _printable(folder.target.name),
        "LANGUAGE": words.language,
        "MODEL": words.model.replace("%1", _model_name(folder)),
        "ABOUT": words.about,
        "SHOW": words.show,
        "SEARCH": words.search,
        "NO_SCRIPT": words.no_script,
        "PREVIOUS": words.previous,
        "NEXT": words.next,
    }
    names = {name: html.escape(text) for name, text in texts.items()} | {
        "WORDS": _script_safe(_words_of_script(words)),
        "STYLE_HASH": _hash_of(STYLE),
        "SCRIPT_HASH": _hash_of(SCRIPT),
        "STYLE": STYLE,
        "SCRIPT": SCRIPT,
    }
    # in one pass, so that what a name says is never taken for a place to fill
    head, rest = (re.sub(r"@(\w+)@", lambda found: names[found[1]], part) for part in (head, rest))
    with path.open("w", encoding="utf-8") as file:
        file.write(head)
        shown, left = 0, _MOST_READ
        for index, (planned, outcome) in enumerate(
            rows(folder, illustrated(folder, max_thumbnails))
        ):
            row = _page_row(folder, planned, outcome, words)
            if left and outcome is not None and outcome.reason == HAS_OUTPUT:
                left -= 1
                row |= _picture_of_skipped(planned)
            shown += "y" in row
            if shown > MAX_REPAIRS:
                row.pop("y", None)
            file.write(",\n" if index else "")
            file.write(_script_safe(row))
        file.write(rest)


def _words_of_script(words: ReportWords) -> dict[str, Any]:
    names = ("before_and_after", "not_embedded", "no_picture", "repairs", "color_anyway", "of")
    return {name: getattr(words, name) for name in (*names, "none")} | {"kinds": dict(words.kinds)}


def _picture_of_skipped(planned: Planned) -> dict[str, str]:
    """Return the picture of a photo that has a result already: it was not read by the batch."""
    try:
        pixels = photos.small(planned.source, _PICTURE, planned.target)
    except (EngineError, OSError):
        return {}
    content = io.BytesIO()
    Image.fromarray(pixels).save(content, "WEBP", quality=60, method=2)
    return {"x": base64.b64encode(content.getvalue()).decode()}


def _kind_of(outcome: Outcome | None) -> str:
    """Return the one kind of the page's that a photo is of."""
    if outcome is None:
        return "open"
    is_in_color = outcome.state is State.SKIPPED and outcome.reason == IN_COLOR
    return "in-color" if is_in_color else outcome.state.value


def _page_row(
    folder: BatchFolder, planned: Planned, outcome: Outcome | None, words: ReportWords
) -> dict[str, Any]:
    fields = _common(outcome)
    doubt = None if outcome is None else Uncertainty.of(outcome.doubt)
    reason = words.reason(planned.source.name, outcome) if outcome and outcome.reason else ""
    row: dict[str, Any] = {
        "i": _printable(os.fspath(planned.source)),
        "o": _printable(fields["output"]),
        "s": _kind_of(outcome),
        "f": [words.flags[flag] for flag in outcome.flags] if outcome else [],
        "r": _printable(reason),
        "n": [_printable(words.note(note)) for note in outcome.notes] if outcome else [],
        "a": [_printable(name) for name in outcome.taken_from] if outcome else [],
        "d": "" if doubt is None else words.uncertainty[doubt],
        "t": round(outcome.seconds, 2) if outcome else "",
        "p": f"{outcome.size[1]} × {outcome.size[0]}" if outcome and outcome.size else "",
    }
    if outcome is not None and outcome.target and is_within(outcome.target, folder.target):
        row["l"] = _link(outcome.target, folder.target)
    for name, picture in (
        () if outcome is None else (("x", outcome.thumbnail), ("y", outcome.repairs))
    ):
        if picture.startswith(b"RIFF"):
            row[name] = base64.b64encode(picture).decode()
    return row


def _common(outcome: Outcome | None) -> dict[str, Any]:
    if outcome is None:
        return {"state": "open", "output": "", "reason": "", "flags": [], "doubt": ""}
    return {
        "state": outcome.state.value,
        "output": "" if outcome.target is None else os.fspath(outcome.target),
        "reason": outcome.reason,
        "flags": [flag.value for flag in outcome.flags],
        "doubt": "" if outcome.doubt is None else round(outcome.doubt, 3),
    }


def _model_name(folder: BatchFolder) -> str:
    model = folder.read_job().settings.model
    return "default" if model is None else Path(model).stem


def _harmless(cell: object) -> object:
    """Keep a spreadsheet from taking text for a formula, whatever it takes for a separator."""
    if not isinstance(cell, str):
        return cell
    return printable(_FORMULA.sub(r"\1'", cell))


def _link(target: Path, folder: Path) -> str:
    """Return a relative address that can be nothing but a file beside the page."""
    relative = os.path.relpath(target, folder).replace(os.sep, "/")
    return "./" + quote(os.fsencode(relative))


def _script_safe(row: dict[str, Any]) -> str:
    """Return JSON that cannot end the element it stands in."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _printable(text: str) -> str:
    """Show the bytes of a name that are no Unicode."""
    return text.encode("utf-8", "backslashreplace").decode()


def _hash_of(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
