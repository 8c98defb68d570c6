"""Use a bundle as a stranger would, and compare what it saves with what the sources save.

python packaging/try_bundle.py dist/kolorit [--pictures FOLDER]

Run as root on Linux with Xvfb, openbox, xdotool and ImageMagick. The bundle is copied to a folder
that nobody may write to, and started by another user without a home, environment or Python.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from engine.checkpoints.catalog import SAMPLE_PHOTO
from engine.cli.__main__ import main as cli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DISPLAY, _SCREEN = ":87", "1280x840x24"
_NOBODY = 65534
_PATIENCE = 90
_MAX_DIFFERENCE = 1
"""In eight bits: libraries built differently round differently."""


def main() -> int:
    """Start, color, save, compare, look for what should not be there; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--pictures", type=Path, help="where pictures of the screen go")
    args = parser.parse_args()
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kolorit-")))
        place.chmod(0o755)
        program = _install(args.bundle, place)
        photo, saved, expected = _desk(place)
        stack.enter_context(_screen())
        begun = time.perf_counter()
        app = stack.enter_context(_started([program / "kolorit", photo]))
        _until(lambda: _window("Kolorit"), "a window")
        print(f"window after {time.perf_counter() - begun:.1f} s")
        _until(lambda: _window(f"{photo.name} – Kolorit"), "the photo")
        dialog = _until(_save_dialog, "the save dialog")
        print(f"colored and ready to save after {time.perf_counter() - begun:.1f} s")
        _picture(args.pictures, "save")
        _xdotool("type", "--window", dialog, "--delay", "20", str(saved))
        _xdotool("key", "--window", dialog, "Return")
        _until(lambda: saved.is_file() and _window(f"{photo.name} – Kolorit"), "the saved file")
        _picture(args.pictures, "saved")
        cli(["colorize", str(photo), "-o", str(expected)])
        found = _difference(saved, expected)
        print(f"largest difference from the sources' result: {found} of 255")
        assert app.poll() is None, "the app has ended"
        return 0 if found <= _MAX_DIFFERENCE else 1


def _install(bundle: Path, place: Path) -> Path:
    program = place / "program"
    shutil.copytree(bundle, program, symlinks=True)
    subprocess.run(["chmod", "-R", "a-w,a+rX", program], check=True)
    return program


def _desk(place: Path) -> tuple[Path, Path, Path]:
    desk = place / "desk"
    desk.mkdir()
    desk.chmod(0o777)
    photo = desk / "great-grandmother.png"
    Image.open(SAMPLE_PHOTO).convert("L").save(photo)
    return photo, desk / "colored.png", place / "expected.png"


@contextmanager
def _screen() -> Iterator[None]:
    os.environ["DISPLAY"] = _DISPLAY
    server = subprocess.Popen(
        ["Xvfb", _DISPLAY, "-screen", "0", _SCREEN, "-ac"], stderr=subprocess.DEVNULL
    )
    try:
        _until(lambda: Path(f"/tmp/.X11-unix/X{_DISPLAY[1:]}").exists(), "the X server")  # noqa: S108
        manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
        try:
            yield
        finally:
            manager.terminate()
            manager.wait()
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _started(command: list[Path]) -> Iterator[subprocess.Popen[bytes]]:
    environment = {"DISPLAY": _DISPLAY, "PATH": "/nowhere"}
    app = subprocess.Popen(
        command, env=environment, user=_NOBODY, group=_NOBODY, extra_groups=[], cwd="/"
    )
    try:
        yield app
    finally:
        app.terminate()
        app.wait()


def _save_dialog() -> str:
    """Press Ctrl+S, which does something once the photo is colored; return the dialog's window."""
    _xdotool("key", "ctrl+s")
    return _window("Save the colored photo")


def _until(condition: Callable[[], object], what: str) -> str:
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        result = condition()
        if result:
            return str(result)
        time.sleep(0.2)
    _picture(Path(), "failed")
    sys.exit(f"{what} did not come within {_PATIENCE} s; see bundle-failed.png")


def _window(title: str) -> str:
    return _xdotool("search", "--onlyvisible", "--name", title).partition("\n")[0]


def _xdotool(*arguments: str) -> str:
    command = ["xdotool", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def _picture(folder: Path | None, name: str) -> None:
    if folder is not None:
        time.sleep(1.5)  # the window has been painted
        target = folder / f"bundle-{name}.png"
        subprocess.run(["import", "-window", "root", "-colors", "128", target], check=True)


def _difference(one: Path, other: Path) -> int:
    pixels = [np.asarray(Image.open(path).convert("RGB"), dtype=np.int16) for path in (one, other)]
    assert pixels[0].shape == pixels[1].shape
    return int(np.abs(pixels[0] - pixels[1]).max())


if __name__ == "__main__":
    sys.exit(main())
