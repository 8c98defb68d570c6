"""Wheels without the libraries that they link to and the app never calls.

OpenCV's four functions that are used need no video decoders, linear algebra or OpenSSL; who only
reads HEIC needs no x265, which is under the GPL. Libraries that name the same symbols and do
nothing take their places: 100 MB less, and no old OpenSSL to worry about.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from fnmatch import fnmatch
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Table = list[tuple[str, str, str]]

_STOP, _NOTHING = "__builtin_trap();", "return 0;"
_HOLLOW = (
    ("cv2.abi3.so", "opencv_python_headless.libs/*", _STOP),
    ("libheif-*", "*libx265-*", _NOTHING),  # it asks for its encoders when it is loaded
)
"""Who links, what is not called, and what happens to whoever calls it."""


def hollowed(table: Table, folder: Path) -> Table:
    """Put empty libraries, made in ``folder``, in place of those; Linux's linker is needed."""
    if sys.platform.startswith("linux"):
        for user, victims, body in _HOLLOW:
            table = _without(table, user, victims, partial(_hollow, folder=folder, body=body))
    return table


def _without(
    table: Table, user: str, victims: str, hollow: Callable[[str, set[str]], str]
) -> Table:
    file = next(s for name, s, kind in table if kind != "SYMLINK" and fnmatch(_last(name), user))
    needed, undefined = _needed(file), {name.partition("@")[0] for name in _symbols(file, "-u")}
    left = []
    for name, source, kind in table:
        target = source if kind == "SYMLINK" else name
        if not fnmatch(PurePath(target).as_posix(), victims):
            left.append((name, source, kind))
        elif kind != "SYMLINK" and _last(name) in needed:
            left.append((name, hollow(source, undefined), kind))
    return left


def _last(name: str) -> str:
    return PurePath(name).name


def _hollow(source: str, undefined: set[str], *, folder: Path, body: str) -> str:
    names = defaultdict(set)
    for symbol in _symbols(source, "--defined-only"):
        name, _, version = symbol.replace("@@", "@").partition("@")
        if name in undefined and name != version:
            names[version].add(name)
    folder.mkdir(parents=True, exist_ok=True)
    hollow = folder / Path(source).name
    code, versions = hollow.with_suffix(".c"), hollow.with_suffix(".map")
    every = sorted(name for group in names.values() for name in group)
    code.write_text("".join(f"long {name}(void) {{ {body} }}\n" for name in every))
    versions.write_text("".join(_version(version, group) for version, group in names.items()))
    link = (
        "-shared",
        "-nostdlib",
        f"-Wl,-soname,{hollow.name}",
        f"-Wl,--version-script={versions}",
    )
    subprocess.run(["cc", "-w", "-fno-builtin", *link, "-s", "-o", hollow, code], check=True)
    return str(hollow)


def _version(version: str, names: set[str]) -> str:
    return f"{version} {{ global: {'; '.join(sorted(names))}; }};\n"


def _symbols(library: str, which: str) -> list[str]:
    return [line.split()[-1] for line in _said("nm", "-D", which, library).splitlines()]


def _needed(library: str) -> set[str]:
    lines = _said("readelf", "-d", library).splitlines()
    return {line.partition("[")[2].rstrip("]") for line in lines if "(NEEDED)" in line}


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
