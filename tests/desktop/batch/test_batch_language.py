"""A batch speaks the window's language, and so does its report; its table is for programs."""

import csv

from desktop.texts.language import use_language
from tests.desktop.batch.gestures import run, save_in_color


def test_the_report_follows_the_language_of_the_window(qtbot, qapp, dialog, scans):
    save_in_color(scans / "red.png")
    use_language(qapp, "de")
    dialog.form.source.show_path(scans)
    _, report = run(qtbot, dialog)
    text = report.read_text("utf-8")
    assert '<html lang="de">' in text
    rows = [dialog.progress.results.list.item(row).text() for row in range(2)]
    for text_of_row in rows:
        _, sentence = text_of_row.split("\n")
        assert "”" not in sentence  # a German sentence has other quotes
    assert "is in color already" not in text
    with report.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as file:
        table = {row["input"].rpartition("/")[2]: row for row in csv.DictReader(file)}
    assert table["red.png"]["state"] == "skipped"
    assert table["red.png"]["reason"] == "is in color already"
