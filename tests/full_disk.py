"""Write onto a disk with ever less room: every file is whole, or the command fails and says why.

    PYTHONPATH=. unshare -rm python tests/full_disk.py            on a tmpfs that only it can see
    PYTHONPATH=. python tests/full_disk.py --disk FOLDER          on a small disk mounted there

For each format, the disk is filled until nothing, one page, two pages … are free. What is neither
whole nor told is counted, and the exit code is 1. `write(2)` takes what there is room for and calls
that a success; encoders in C that do not look at how much it took leave cut files behind.
"""

import argparse
import contextlib
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from engine.atomic_write import atomic_path
from engine.checkpoints import checkpoint
from engine.cli.__main__ import main as cli
from engine.errors import EngineError
from engine.files.content import WriteOptions
from engine.files.image_io import write_photo
from tests.engine.files.test_writing import METADATA
from tests.tiny import CPU, save_tiny_checkpoint

PAGE = os.sysconf("SC_PAGE_SIZE")
SUFFIXES = (".jpg", ".png", ".tif", ".webp")


def noisy():
    """A gray picture that compresses badly: its files take some twenty pages."""
    return np.random.default_rng(0).integers(0, 256, (160, 200, 1), np.uint8)


def command_for(suffix, made):
    """Return what colors a photo into a file and says how that ended."""
    photo, model = made / f"photo{suffix}", made / "tiny.safetensors"
    pixels = np.repeat(noisy(), 3, axis=2)
    write_photo(photo, pixels, WriteOptions(metadata=METADATA, quality=90), overwrite=True)

    def write(target):
        how = ("--model", model, "--device", "cpu", "--no-provenance", "--quality", "90")
        arguments = [str(part) for part in ("colorize", photo, "-o", target, *how)]
        told = io.StringIO()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(told):
            code = cli(arguments)
        return None if code == 0 else told.getvalue()

    return write


def failing(function):
    """Make a function that returns the text of what another raises."""

    def write(target):
        try:
            function(target)
        except (EngineError, OSError) as error:
            return str(error)
        return None

    return write


def write_text(target):
    with atomic_path(target) as beside:
        beside.write_text("a look or a journal\n" * 2000, encoding="utf-8")


def kinds(made):
    """Return what writes each kind of file, by the name of the file."""
    model = checkpoint.load(save_tiny_checkpoint(made / "tiny.safetensors"), CPU)
    found = {f"photo{suffix}": command_for(suffix, made) for suffix in SUFFIXES}
    found["look.json"] = failing(write_text)
    found["model.safetensors"] = failing(
        lambda target: checkpoint.save(target, model.network.state_dict(), model.header)
    )
    return found


def free_pages(disk):
    """Return how many pages are free for whoever runs this; root may take the reserve, too."""
    found = os.statvfs(disk)
    return (found.f_bavail if os.geteuid() else found.f_bfree) * found.f_frsize // PAGE


def leave_free(disk, pages):
    """Fill a disk until so many pages are free."""
    with (
        contextlib.suppress(OSError),  # the disk needs the last pages for itself
        (disk / "filler").open("ab", buffering=0) as filler,
    ):
        while (free := free_pages(disk)) > pages:
            filler.write(bytes(PAGE * (free - pages)))
            os.fsync(filler.fileno())


def faults(disk, name, write):
    """Write a file at every amount of free room; yield what went wrong, and at last the counts."""
    whole = told = 0
    assert write(disk / name) is None, "the disk is too small"
    expected = (disk / name).read_bytes()
    (disk / name).unlink()
    for pages in range(len(expected) // PAGE + 12):
        leave_free(disk, pages)
        complaint = write(disk / name)
        left = {path.name for path in disk.iterdir()} - {"filler", "lost+found"}
        if complaint is None:
            whole += 1
            if left != {name} or (disk / name).read_bytes() != expected:
                yield f"{name}, {pages} pages free: not whole though nothing was told"
        else:
            told += 1
            if left or not any(word in complaint for word in ("full", "No space")):
                yield f"{name}, {pages} pages free: {sorted(left)} left, told: {complaint}"
        for path in disk.glob("*"):
            if path.name != "lost+found":
                path.unlink()
    if not (whole and told):
        yield f"{name}: {whole} whole, {told} told: this was no test"
    print(f"{name}: {whole} whole, {told} told", flush=True)


def main():
    """Sweep the free room for every kind of file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--disk", type=Path, help="where a small disk is mounted; emptied")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made, disk = Path(folder) / "made", args.disk or Path(folder) / "disk"
        made.mkdir()
        if args.disk is None:
            disk.mkdir()
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", disk], check=True)
        try:
            found = [
                fault for name, write in kinds(made).items() for fault in faults(disk, name, write)
            ]
        finally:
            if args.disk is None:
                subprocess.run(["umount", disk], check=True)
    print("\n".join(found) or "nothing went wrong")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
