"""How long torch's threads should spin while they wait, alone and beside other programs.

    python benchmarks/waiting.py

Each row is a program of its own, since the policy is read when torch is imported; rows take turns,
so that a slow moment of the machine hits them alike. Medians in milliseconds; ratios are to
the first row of a load, the libraries' own way.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys

_ROUNDS = 5
_WORK = """
import statistics, sys, time
import numpy as np
from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import find_model
from engine.coloring.colorize import encode, render_photo
from engine.device import choose_device
from engine.photo.photo import Photo
from engine.recipe.stages import Grade

model = checkpoint.load(find_model(None), choose_device("cpu"))
photo = Photo(np.random.default_rng(0).integers(0, 256, (1000, 1500, 1), dtype=np.uint8))
times = []
for turn in range(9):
    started = time.perf_counter()
    encoding = encode(model, photo)
    seen = time.perf_counter()
    render_photo(encoding, Grade())
    if turn:
        times.append((seen - started, time.perf_counter() - seen))
for column in zip(*times):
    print(statistics.median(column) * 1000)
"""
_POLICIES = {
    "as the library does": {},
    "2000 spins (ours)": {"GOMP_SPINCOUNT": "2000"},
    "asleep at once": {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "0"},
}
_BUSY = "while True: pass"


def measure(policy: dict[str, str]) -> tuple[float, float]:
    """Return the milliseconds of an encoding and of a rendering."""
    # an environment of its own: policies set around this program do not count
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("OMP_", "GOMP_", "KMP_"))}
    command = [sys.executable, "-c", _WORK]
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        command, env=plain | policy, check=True, capture_output=True, text=True
    )
    first, second = map(float, done.stdout.split())
    return first, second


def main() -> None:
    """Print one row a policy and load."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    args = parser.parse_args()
    print("| beside it | threads wait | encode (ms) | render (ms) | encode, render: ratio |")
    print("|---|---|---|---|---|")
    for busy in (0, 2, 5):
        programs = [
            subprocess.Popen([sys.executable, "-c", _BUSY])  # noqa: S603 - the same
            for _ in range(busy)
        ]
        try:
            rounds = [
                {name: measure(policy) for name, policy in _POLICIES.items()}
                for _ in range(args.rounds)
            ]
        finally:
            for program in programs:
                program.kill()
                program.wait()
        before = (1.0, 1.0)
        for index, name in enumerate(_POLICIES):
            times = [statistics.median(r[name][part] for r in rounds) for part in (0, 1)]
            ratio = "" if index == 0 else f"{times[0] / before[0]:.2f}, {times[1] / before[1]:.2f}"
            print(f"| {busy} programs | {name} | {times[0]:.0f} | {times[1]:.0f} | {ratio} |")
            before = (times[0], times[1]) if index == 0 else before


if __name__ == "__main__":
    main()
