"""Figures of models as the lines of a table; columns that nobody measured are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from training.evaluation.hinting import HINT_COUNTS, MOST_OBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from training.evaluation.bench import HintPropagation, Row
    from training.evaluation.quality import Figure


def cells(rows: Iterable[Row]) -> list[list[str]]:
    """Return the titles, then a line a row."""
    lines = [_line(row) for row in rows]
    titles = [title for title in lines[0] if any(line[title] for line in lines)]
    return [titles, *([line[title] for title in titles] for line in lines)]


def table(rows: Iterable[Row]) -> str:
    """Lay the figures out in Markdown."""
    titles, *lines = cells(rows)
    separator = ["---"] * len(titles)
    return "\n".join("| " + " | ".join(line) + " |" for line in (titles, separator, *lines))


def _line(row: Row) -> dict[str, str]:
    quality = row.quality
    hinted = row.hinted_psnr or {}
    return {
        "model": row.model,
        "input": row.input,
        "photos": str(quality.photos),
        "PSNR (dB)": _number(quality.psnr),
        "ΔE00": _number(quality.ciede2000),
        "Δab": _number(quality.ab_distance),
        "colorfulness / truth": _number(quality.colorfulness_ratio),
        "Fréchet distance": _number(row.frechet_distance, 4),
        "skin hue errors": _percent(quality.skin_hue_errors),
        "desaturated skin": _percent(quality.desaturated_skin),
        "skin hue errors, faces": _percent(row.hue_errors_of_faces),
        "desaturated faces": _percent(row.desaturated_faces),
        "skin hue errors, bodies": _percent(row.hue_errors_of_bodies),
        "desaturated bodies": _percent(row.desaturated_bodies),
        **{f"{count} hints": _number(hinted.get(count)) for count in HINT_COUNTS},
        **_hint_propagation("flat", row.flat),
        **_hint_propagation("textured", row.textured),
        f"{MOST_OBJECTS} hints hold": _percent(row.holding.kept if row.holding else None),
        "all of them": _percent(row.holding.all_kept if row.holding else None),
    }


def _hint_propagation(kind: str, found: HintPropagation | None) -> dict[str, str]:
    return {
        f"{kind}: one hint moves": _percent(found.moved if found else None),
        f"{kind}: spill": _percent(found.spilt if found else None),
        f"{kind}: ΔE00 at the hint": _number(found.infidelity if found else None),
        f"{kind}: idle hint changes": _percent(found.reset if found else None),
    }


def _number(figure: Figure | None, digits: int = 2) -> str:
    if figure is None:
        return ""
    return f"{figure.value:.{digits}f} ± {(figure.high - figure.low) / 2:.{digits}f}"


def _percent(figure: Figure | None) -> str:
    return "" if figure is None else f"{figure.value:.1%} ({figure.low:.1%}–{figure.high:.1%})"
