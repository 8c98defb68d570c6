"""Feed damaged files to the reader: only an ImageError may come out, soon, and within memory.

    PYTHONPATH=. python tests/fuzz_files.py --minutes 5 [--seed 0] [--only .tif] [--keep FOLDER]

Every file of the conformance set, and one with all metadata in each format, is damaged: bytes and
bits changed, numbers set to their extremes, pieces cut, doubled, or taken from another file. Each
round runs in a process of its own with limited memory, so that a crash of a decoder is seen too.
What is not told by an ``ImageError`` is kept and counted, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import importlib.util
import multiprocessing
import random
import resource
import sys
import tempfile
import time
import traceback
from pathlib import Path

from engine.errors import DeviceMemoryError, ImageError
from engine.files.content import WriteOptions
from engine.files.image_io import photo_size, read_photo, write_photo
from tests.engine.files.test_writing import METADATA
from tests.photo_files import MAKERS, flat_dng, scene

ROUND = 200
MAX_SECONDS = 10
MAX_MEMORY = 6 << 30
"""Of address space: what a process maps, which is more than it uses."""
EXTREMES = (0, 1, 0x7F, 0x80, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)


def seeds(folder):
    """Write the files to damage; return their contents by name."""
    for name, make in MAKERS.items():
        if name != "strip.png":
            make(folder / name)
    for suffix in (".jpg", ".png", ".tif", ".webp"):
        write_photo(folder / f"all{suffix}", scene(3), WriteOptions(metadata=METADATA))
    write_photo(folder / "all-16.png", scene(3, 16), WriteOptions(metadata=METADATA))
    write_photo(folder / "all-16.tif", scene(3, 16), WriteOptions(metadata=METADATA))
    _heic(folder / "photo.heic")
    if importlib.util.find_spec("rawpy"):
        flat_dng(folder / "flat.dng")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _heic(path):
    try:
        import pillow_heif  # noqa: PLC0415 - an extra
    except ImportError:
        return
    pillow_heif.from_bytes("RGB", (32, 24), scene(3).tobytes()).save(path)


def damaged(content, others, chance):
    """Return content with one to eight damages, half of them near its beginning."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        if changed:
            reach = len(changed) if chance.random() < 0.5 else min(len(changed), 400)
            chance.choice(DAMAGES)(changed, chance.randrange(reach), others, chance)
    return bytes(changed)


def flip_bit(changed, place, others, chance):
    changed[place] ^= 1 << chance.randrange(8)


def set_byte(changed, place, others, chance):
    changed[place] = chance.randrange(256)


def set_extreme(changed, place, others, chance):
    size = chance.choice((2, 4))
    value = chance.choice(EXTREMES) & ((1 << 8 * size) - 1)
    changed[place : place + size] = value.to_bytes(size, chance.choice(("little", "big")))


def cut_off(changed, place, others, chance):
    del changed[chance.randrange(1, len(changed) + 1) :]


def cut_out(changed, place, others, chance):
    del changed[place : place + chance.randrange(1, 40)]


def repeat(changed, place, others, chance):
    changed[place:place] = changed[place : place + chance.randrange(1, 200)]


def paste(changed, place, others, chance):
    other = chance.choice(others)
    start = chance.randrange(len(other))
    piece = other[start : start + chance.randrange(1, 100)]
    changed[place : place + len(piece)] = piece


DAMAGES = (flip_bit, set_byte, set_extreme, cut_off, cut_out, repeat, paste)


def run_round(number, contents, names, folder, report):
    """Damage and read files; report counts, the slowest, and what went wrong."""
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    chance = random.Random(number)
    counts = {"read": 0, "told": 0, "memory": 0}
    others, slowest = list(contents.values()), 0.0
    for index in range(ROUND):
        name = chance.choice(names)
        path = folder / f"{number}-{index}-{name}"
        path.write_bytes(damaged(contents[name], others, chance))
        (folder / f"{number}-now").write_text(path.name)
        started = time.perf_counter()
        try:
            photo_size(path)
            read_photo(path)
            counts["read"] += 1
        except ImageError as error:
            counts["told"] += 1
            if "\n" in str(error):
                report.put(("failure", path.name, f"more than a sentence: {error}"))
        except DeviceMemoryError:
            counts["memory"] += 1
        except Exception:
            report.put(("failure", path.name, traceback.format_exc()))
            continue
        elapsed = time.perf_counter() - started
        slowest = max(slowest, elapsed)
        if elapsed > MAX_SECONDS:
            report.put(("failure", path.name, f"took {elapsed:.1f} s"))
            continue
        path.unlink()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    report.put(("round", counts, (slowest, peak)))


def main():
    """Damage files for some minutes; print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="", help="an ending, such as .tif")
    parser.add_argument("--keep", type=Path, help="where files stay that went wrong")
    args = parser.parse_args()
    folder = args.keep or Path(tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        contents = seeds(Path(made))
    names = [name for name in contents if name.endswith(args.only)]
    totals, failures, slowest, peak = {"read": 0, "told": 0, "memory": 0}, 0, 0.0, 0
    context = multiprocessing.get_context("fork")
    started, number = time.monotonic(), args.seed * 1_000_000
    while time.monotonic() - started < args.minutes * 60:
        number += 1
        report = context.SimpleQueue()
        arguments = (number, contents, names, folder, report)
        process = context.Process(target=run_round, args=arguments)
        process.start()
        process.join(ROUND * 3)
        if process.is_alive():
            process.kill()
            process.join()
        if process.exitcode:
            failures += 1
            now = (folder / f"{number}-now").read_text()
            print(f"FAILURE {now}: the process ended with {process.exitcode}", flush=True)
        (folder / f"{number}-now").unlink(missing_ok=True)
        while not report.empty():
            kind, what, detail = report.get()
            if kind == "failure":
                failures += 1
                print(f"FAILURE {what}:\n{detail}", flush=True)
                continue
            totals = {key: totals[key] + what[key] for key in totals}
            slowest, peak = max(slowest, detail[0]), max(peak, detail[1])
    minutes = (time.monotonic() - started) / 60
    print(
        f"{sum(totals.values()) + failures} files in {minutes:.1f} min: {totals['read']} read, "
        f"{totals['told']} told, {totals['memory']} without memory, {failures} failures; "
        f"slowest {slowest:.2f} s, peak {peak / 1024:.0f} MiB (kept in {folder})"
    )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
