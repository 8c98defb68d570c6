"""What people wrote beside the pixels of a JPEG or PNG, moved to where every format keeps it: XMP.

References:
    W3C, PNG Specification (Third Edition), 11.3.3 (keywords); ISO 16684-1:2019, 8.3 to 8.5
    (Dublin Core, XMP basic, rights); CIPA DC-010-2012 (``exif:UserComment``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from engine.files import xmp

if TYPE_CHECKING:
    from collections.abc import Iterable

_DC = "http://purl.org/dc/elements/1.1/"
_XMP = "http://ns.adobe.com/xap/1.0/"
_EXIF = "http://ns.adobe.com/exif/1.0/"
_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
_PREFIXES = {"dc": _DC, "xmp": _XMP, "exif": _EXIF, "xmpRights": _RIGHTS, "rdf": xmp.RDF}
_HOMES = {
    "title": (_DC, "title", "Alt"),
    "author": (_DC, "creator", "Seq"),
    "description": (_DC, "description", "Alt"),
    "comment": (_DC, "description", "Alt"),
    "copyright": (_DC, "rights", "Alt"),
    "disclaimer": (_RIGHTS, "UsageTerms", "Alt"),
    "software": (_XMP, "CreatorTool", ""),
    "source": (_DC, "source", ""),
}
"""Namespace, name and kind of list of a property, by keyword."""
_NAMELESS = frozenset({"comment", "description"})
"""Keywords that say nothing that is not plain from the text."""
_OF_THE_FILE = ("date:", "Thumb::")
"""Of keywords that ImageMagick and thumbnailers write about the file, not the photo."""
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MAX_CHARACTERS = 1 << 20


@dataclass(frozen=True)
class Caption:
    """A text and what it is about."""

    keyword: str
    """As in PNG: Title, Author, Description, Comment, or anything."""
    text: str


def readable(text: bytes) -> str:
    """Decode a text that names no encoding, or by programs that name the wrong one.

    That is UTF-8, which other texts are hardly ever, else Latin-1.
    """
    try:
        return text.decode("utf-8")
    except UnicodeDecodeError:
        return text.decode("latin-1")


def with_captions(packet: bytes, captions: Iterable[Caption]) -> bytes:
    """Return an XMP packet that also says what the captions say, the same if it does already.

    A property that is there is not changed: its caption joins those that have no property of
    their own in ``exif:UserComment``.

    Args:
        packet: Well-formed, or empty.
        captions: Of any length, with any characters.

    Raises:
        ValueError: If the packet is malformed, or if they are over a million characters.
    """
    told = [(_cleaned(c.keyword), _cleaned(c.text)) for c in captions if _is_of_photo(c)]
    told = list(dict.fromkeys((keyword, text) for keyword, text in told if text))
    if not told:
        return packet
    if sum(len(keyword) + len(text) for keyword, text in told) > _MAX_CHARACTERS:
        msg = "the captions are too long"
        raise ValueError(msg)
    rdf = xmp.parse(packet) if packet else xmp.empty()
    known = {text.strip() for text in _texts(rdf)}
    told = [(keyword, text) for keyword, text in told if text not in known]
    if not told:
        return packet
    _add(rdf, told)
    return xmp.serialize(rdf)


def _add(rdf: etree._Element, told: list[tuple[str, str]]) -> None:
    description = etree.SubElement(rdf, f"{{{xmp.RDF}}}Description", nsmap=_PREFIXES)
    description.set(f"{{{xmp.RDF}}}about", xmp.about(rdf))
    others = []
    for keyword, text in told:
        home = _HOMES.get(keyword.lower())
        if home and not xmp.has(rdf, home[0], home[1]):
            _put(description, home, text)
        else:
            others.append(text if keyword.lower() in _NAMELESS else f"{keyword}: {text}")
    if others:
        earlier = xmp.text_of(rdf, _EXIF, "UserComment")
        xmp.remove(rdf, _EXIF, "UserComment")
        lines = "\n".join([earlier] * bool(earlier) + others)
        _put(description, (_EXIF, "UserComment", "Alt"), lines)


def _put(description: etree._Element, home: tuple[str, str, str], text: str) -> None:
    namespace, name, kind = home
    element = etree.SubElement(description, f"{{{namespace}}}{name}")
    if kind:
        listed = etree.SubElement(element, f"{{{xmp.RDF}}}{kind}")
        element = etree.SubElement(listed, f"{{{xmp.RDF}}}li")
    if kind == "Alt":
        element.set("{http://www.w3.org/XML/1998/namespace}lang", "x-default")
    element.text = text


def _texts(rdf: etree._Element) -> Iterable[str]:
    for element in rdf.iter():
        yield element.text or ""
        yield from element.attrib.values()


def _is_of_photo(caption: Caption) -> bool:
    return not caption.keyword.startswith(_OF_THE_FILE)


def _cleaned(text: str) -> str:
    return _ILLEGAL.sub("", text).strip()
