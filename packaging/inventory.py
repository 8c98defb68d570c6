"""Say what a finished bundle is made of: its licenses, its parts and its files.

python packaging/inventory.py dist/kolorit

NOTICE.txt and sbom.cdx.json (CycloneDX 1.6) are written into the bundle; the list of its files,
with size and SHA-256, beside it as kolorit-contents.txt.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

if TYPE_CHECKING:
    from collections.abc import Iterator

_APP = "kolorit"
_SERIAL, _TIME = UUID(int=0), datetime.fromtimestamp(0, UTC)
"""Always the same: two builds of the same differ in nothing."""
_NOTICE = """Kolorit is under the MIT license. This bundle carries what follows, each under its own
license; where one came with a text, it lies in the folder that is named.

"""


def main() -> None:
    """Write the three files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    bundle: Path = parser.parse_args().bundle
    inside = bundle / "_internal"
    (bundle / "NOTICE.txt").write_text(_notice(inside), encoding="utf-8")
    bom = make_outputter(_bom(inside), OutputFormat.JSON, SchemaVersion.V1_6)
    (bundle / "sbom.cdx.json").write_text(bom.output_as_string(indent=1), encoding="utf-8")
    contents = "".join(f"{line}\n" for line in _contents(bundle))
    bundle.with_name(f"{bundle.name}-contents.txt").write_text(contents, encoding="utf-8")


def _license(part: metadata.Distribution) -> str:
    about = part.metadata
    short = about.get("License-Expression") or about.get("License") or ""
    if short and short != "UNKNOWN" and "\n" not in short:
        return short
    classes = (row for row in about.get_all("Classifier", ()) if row.startswith("License ::"))
    return ", ".join(row.rpartition(" :: ")[2] for row in classes) or "see its license file"


def _notice(inside: Path) -> str:
    rows = [f"Python {platform.python_version()}: PSF-2.0\n"]
    for folder, part in _parts(inside):
        rows.append(f"{part.name} {part.version}: {_license(part)}\n    _internal/{folder.name}\n")
        rows += [f"    with {name}\n" for name in _native(folder)]
    rows += [f"{path.name}: of the system it was built on\n" for path in _libraries(inside)]
    return _NOTICE + "".join(rows)


def _bom(inside: Path) -> Bom:
    bom = Bom(serial_number=_SERIAL)
    bom.metadata.timestamp = _TIME
    for folder, part in _parts(inside):
        component = Component(
            name=part.name,
            version=part.version,
            type=ComponentType.LIBRARY,
            bom_ref=part.name,
            purl=PackageURL("pypi", name=part.name.lower(), version=part.version),
            licenses=[LicenseFactory().make_from_string(_license(part))],
        )
        if part.name == _APP:
            component.type = ComponentType.APPLICATION
            bom.metadata.component = component
        else:
            bom.components.add(component)
            component.components = [
                Component(name=name, type=ComponentType.LIBRARY, bom_ref=f"{part.name}/{name}")
                for name in _native(folder)
            ]
    for path in _libraries(inside):
        digest = HashType(alg=HashAlgorithm.SHA_256, content=_sha256(path))
        bom.components.add(
            Component(name=path.name, type=ComponentType.FILE, bom_ref=path.name, hashes=[digest])
        )
    bom.register_dependency(bom.metadata.component, bom.components)
    return bom


def _parts(inside: Path) -> list[tuple[Path, metadata.Distribution]]:
    folders = sorted(inside.glob("*.dist-info"), key=lambda folder: folder.name.lower())
    return [(folder, metadata.Distribution.at(folder)) for folder in folders]


def _native(folder: Path) -> Iterator[str]:
    """Name the foreign libraries that a wheel says it carries."""
    names: set[str] = set()
    for path in folder.glob("sboms/*.json"):
        described: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        about = described.get("metadata", {}).get("component", {}).get("name")
        names |= {
            f"{part['name']} {part.get('version', '')}".strip()
            for part in described.get("components", ())
            if part["name"] != about
        }
    yield from sorted(names)


def _libraries(inside: Path) -> list[Path]:
    return sorted(path for path in inside.glob("lib*.so*") if not path.is_symlink())


def _contents(bundle: Path) -> Iterator[str]:
    for path in sorted(bundle.rglob("*")):
        name = path.relative_to(bundle).as_posix()
        if path.is_symlink():
            yield f"{name} -> {path.readlink().as_posix()}"
        elif path.is_file():
            yield f"{name} {path.stat().st_size} {_sha256(path)}"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main()
