"""What of PyInstaller's tables goes into the bundle.

A table is a list of (name in the bundle, source file, kind).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from fnmatch import fnmatch
from importlib import metadata
from pathlib import Path, PurePath

from PyInstaller.depend.bindepend import get_imports

Table = list[tuple[str, str, str]]

_STRIPPED = ("libtorch_*.so", "libpython3*.so*", "*.cpython-3*-linux-gnu.so")
"""A fifth of torch is its symbol table. Wheels that auditwheel has changed break when stripped."""
_KEPT_METADATA = ("METADATA", "licenses/*", "sboms/*", "LICEN*", "NOTICE*", "COPYING*")


def wanted(table: Table, unwanted: list[str]) -> Table:
    """Leave out what a pattern names, then the system's libraries that nobody needs any more."""
    kept = [
        entry
        for entry in table
        if not any(fnmatch(PurePath(entry[0]).as_posix(), pattern) for pattern in unwanted)
    ]
    needs = {source: _needs(source) for _, source, kind in kept if kind in ("BINARY", "EXTENSION")}
    while True:
        needed = {name for _, source, _ in kept for name in needs.get(source, ())}
        left = [entry for entry in kept if not _is_from_system(entry) or entry[0] in needed]
        if len(left) == len(kept):
            return left
        kept = left


def stripped(table: Table, folder: Path) -> Table:
    """Put copies without symbols, made in ``folder``, in place of what is worth it."""
    if not sys.platform.startswith("linux"):
        return table
    shutil.rmtree(folder, ignore_errors=True)
    return [
        (name, _strip(source, folder / name) if _is_worth_stripping(name) else source, kind)
        for name, source, kind in table
    ]


def metadata_of(table: Table, *, own: str) -> Table:
    """Return the metadata and licenses of every distribution that ships something."""
    tops = {PurePath(name.replace(".", "/")).parts[0] for name, _, _ in table}
    owners = metadata.packages_distributions()
    names = {owner for top in tops for owner in owners.get(top, ())} | {own}
    files = []
    for name in sorted(names):
        for file in metadata.files(name) or ():
            inside = file.relative_to(file.parts[0]).as_posix()
            if file.parts[0].endswith(".dist-info") and any(
                fnmatch(inside, pattern) for pattern in _KEPT_METADATA
            ):
                files.append((str(file), str(file.locate()), "DATA"))
    return files


def _needs(source: str) -> frozenset[str]:
    return frozenset(PurePath(name).name for name, _ in get_imports(source))


def _is_from_system(entry: tuple[str, str, str]) -> bool:
    name, _, kind = entry
    is_loaded_by_name = name.startswith("libpython")
    is_linux = sys.platform.startswith("linux")
    return is_linux and kind == "BINARY" and "/" not in name and not is_loaded_by_name


def _is_worth_stripping(name: str) -> bool:
    is_own = "numpy" not in name and "/" in name
    return any(fnmatch(PurePath(name).name, pattern) for pattern in _STRIPPED) and (
        is_own or name.startswith("libpython")
    )


def _strip(source: str, copy: Path) -> str:
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, copy)
    subprocess.run(["strip", "--strip-unneeded", copy], check=True)
    return str(copy)
