"""From a double click to a window, and what importing torch does to it.

    python benchmarks/startup.py

Starts the app several times and prints medians: when the window was painted, when the model was
ready, and the longest time the window could not answer in between.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys

_PROBE = """
import json, sys, time
started = time.perf_counter()
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from desktop import __main__ as app
from desktop.app.main_window import MainWindow

seen = {"ticks": [started]}

class Probe(MainWindow):
    def start(self):
        seen["window"] = time.perf_counter() - started
        seen["torch before the window"] = "torch" in sys.modules
        self.coloring.model_loaded.connect(self.done)
        self.timer = QTimer(interval=2, timeout=lambda: seen["ticks"].append(time.perf_counter()))
        self.timer.start()
        super().start()

    def done(self, _model):
        seen["model"] = time.perf_counter() - started
        ticks = seen.pop("ticks")[1:]
        seen["longest stall"] = max(b - a for a, b in zip(ticks, ticks[1:]))
        print(json.dumps(seen), flush=True)
        QApplication.instance().quit()

app.MainWindow = Probe
app.main([])
"""


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeats", type=int, default=5)
    args = parser.parse_args()
    runs = [_run_once() for _ in range(args.repeats)]
    assert not any(run["torch before the window"] for run in runs)
    for key in ("window", "model", "longest stall"):
        print(f"{key}: {statistics.median(run[key] for run in runs):.2f} s")


def _run_once() -> dict[str, float]:
    result = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", _PROBE], capture_output=True, text=True, check=True
    )
    figures: dict[str, float] = json.loads(result.stdout.splitlines()[-1])
    return figures


if __name__ == "__main__":
    main()
