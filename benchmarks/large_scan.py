"""What a large scan takes: peak memory and time of the command line, from file to file.

    python benchmarks/large_scan.py --megapixels 100

The scan is a gray 16-bit TIFF with grain. On Linux and macOS.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import tifffile

_KIB_PER_GB = 1e9 / (1024 if sys.platform != "darwin" else 1)
_ROWS = 500


def write_scan(path: Path, megapixels: float) -> None:
    """Write a square scan, strip by strip, uncompressed."""
    side = round((megapixels * 1e6) ** 0.5 / _ROWS) * _ROWS
    random = np.random.default_rng(0)
    x = np.sin(np.arange(side) / 900)

    def strips() -> object:
        for top in range(0, side, _ROWS):
            y = np.cos(np.arange(top, top + _ROWS) / 700)[:, None]
            grain = random.integers(0, 2000, (_ROWS, side))
            yield ((x * y + 1) * 30_000 + grain).astype(np.uint16)

    with tifffile.TiffWriter(path) as writer:
        writer.write(
            strips(),
            shape=(side, side),
            dtype=np.uint16,
            rowsperstrip=_ROWS,
            photometric="minisblack",
            resolution=(600, 600),
            metadata=None,
        )


def main() -> None:
    """Print one line per format."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megapixels", type=float, default=100)
    parser.add_argument("--suffix", default=".tif", help="of the output")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scan, colored = Path(folder, "scan.tif"), Path(folder, f"colored{args.suffix}")
        write_scan(scan, args.megapixels)
        command = [sys.executable, "-m", "engine.cli", "colorize", scan, "-o", colored]
        started = time.perf_counter()
        subprocess.run([*map(str, command), "--report"], check=True)  # noqa: S603 - our own
        elapsed = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _KIB_PER_GB
    print(f"{args.megapixels:g} megapixels to {args.suffix}: {peak:.2f} GB, {elapsed:.0f} s")


if __name__ == "__main__":
    main()
