"""OpenCV without the video decoders, linear algebra and OpenSSL that its wheel links to.

The app calls four image functions, which need none of them. Libraries that name the same symbols
and do nothing take their places: 80 MB less, and no old OpenSSL to worry about.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict
from pathlib import Path, PurePath

Table = list[tuple[str, str, str]]

_FOLDER = "opencv_python_headless.libs"
_USER = "cv2.abi3.so"
_BODY = "__builtin_trap();"
"""Whoever calls what is not there, stops there."""


def hollowed(table: Table, folder: Path) -> Table:
    """Put empty libraries, made in ``folder``, in place of OpenCV's; Linux's linker is needed."""
    if not sys.platform.startswith("linux"):
        return table
    user = next(source for name, source, _ in table if PurePath(name).name == _USER)
    needed, undefined = _needed(user), {name.partition("@")[0] for name in _symbols(user, "-u")}
    left = []
    for name, source, kind in table:
        if _FOLDER not in f"{name} {source}":
            left.append((name, source, kind))
        elif kind != "SYMLINK" and PurePath(name).name in needed:
            left.append((name, _hollow(source, undefined, folder), kind))
    return left


def _hollow(source: str, undefined: set[str], folder: Path) -> str:
    names = defaultdict(set)
    for symbol in _symbols(source, "--defined-only"):
        name, _, version = symbol.replace("@@", "@").partition("@")
        if name in undefined and name != version:
            names[version].add(name)
    folder.mkdir(parents=True, exist_ok=True)
    hollow = folder / Path(source).name
    code, versions = hollow.with_suffix(".c"), hollow.with_suffix(".map")
    every = sorted(name for group in names.values() for name in group)
    code.write_text("".join(f"void {name}(void) {{ {_BODY} }}\n" for name in every))
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
