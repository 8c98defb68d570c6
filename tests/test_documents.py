"""What the documents lead to is there, and what lies beside them is shown."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = ("docs", "resources", "packaging", "benchmarks", "training", ".github")
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(path for name in OURS for path in (ROOT / name).rglob("*.md"))]
)
_PICTURES = (".jpg", ".png", ".svg")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`[^`\n]*`")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def prose(document):
    """A document's text without what is code."""
    return _CODE.sub("", _FENCED.sub("", document.read_text(encoding="utf-8")))


def anchors(document):
    """The names by which GitHub links to a document's headings."""
    text = _FENCED.sub("", document.read_text(encoding="utf-8"))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(text))
    return {heading.replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_to_something_that_is_there(document):
    for link in _LINK.findall(prose(document)):
        if "://" in link or link.startswith("mailto:"):
            continue
        name, _, anchor = link.partition("#")
        target = (document.parent / name) if name else document
        assert target.exists(), link
        assert ROOT in (target.resolve(), *target.resolve().parents), link
        if anchor:
            assert anchor in anchors(target), link


def test_no_picture_lies_there_that_no_document_shows():
    shown = {
        (document.parent / link).resolve()
        for document in DOCUMENTS
        for link in _LINK.findall(prose(document))
    }
    pictures = {path.resolve() for path in (ROOT / "docs").rglob("*.*") if path.suffix in _PICTURES}
    assert pictures
    assert pictures - shown == set()
