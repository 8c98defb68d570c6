"""A page that shows a run: its curves, its sheets from the newest to the first, its settings."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

from engine.atomic_write import atomic_path
from training.loop.log import read_log

if TYPE_CHECKING:
    from pathlib import Path

_PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 16px sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; }}
img {{ max-width: 100%; }}
pre {{ background: #f4f4f4; padding: 1em; overflow: auto; }}
</style>
<h1>{title}</h1>
<p>{summary}</p>
<img src="curves.png" alt="Curves of loss and quality">
<h2>Original, gray, colored</h2>
{sheets}
<h2>Settings</h2>
<pre>{settings}</pre>
</html>
"""
_SHEET = """<h3>Step {step}</h3>
<img src="{name}" alt="Photos at step {step}" loading="lazy">
"""


def save_report(run_dir: Path) -> None:
    """Write ``index.html`` beside the files of a run that it shows."""
    settings = run_dir / "run.json"
    names = sorted((path.name for path in run_dir.glob("sheet-*.png")), reverse=True)
    sheets = (_SHEET.format(step=int(name[6:-4]), name=name) for name in names)
    page = _PAGE.format(
        title=html.escape(run_dir.name),
        summary=html.escape(_summary(run_dir / "log.jsonl")),
        sheets="".join(sheets),
        settings=html.escape(settings.read_text(encoding="utf-8") if settings.exists() else ""),
    )
    with atomic_path(run_dir / "index.html") as beside:
        beside.write_text(page, encoding="utf-8")


def _summary(log: Path) -> str:
    records = read_log(log)
    if not records:
        return "No step is logged yet."
    last = records[-1]
    evaluations = [record for record in records if "psnr" in record]
    text = f"Step {last['step']}, {last['seconds'] / 60:.1f} minutes."
    return f"{text} Last measured: {json.dumps(evaluations[-1])}." if evaluations else text
