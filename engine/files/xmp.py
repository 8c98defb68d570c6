"""XMP packets: read with a parser that expands nothing, changed where needed, kept otherwise.

References:
    ISO 16684-1:2019 (XMP); Adobe, "XMP Specification Part 3", 1.1.3 (JPEG, extended XMP).
"""

from __future__ import annotations

import hashlib
import re

from lxml import etree

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
META = "adobe:ns:meta/"
TIFF = "http://ns.adobe.com/tiff/1.0/"
NOTE = "http://ns.adobe.com/xmp/note/"

_HEAD = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = b'\n<?xpacket end="w"?>'
_MAX_BYTES = 16 << 20
_NOTE_LENGTH = 400
"""Bytes that naming an extension takes."""
_DECLARATIONS = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def parse(packet: bytes) -> etree._Element:
    """Return the ``rdf:RDF`` element of a packet.

    Raises:
        ValueError: If it is no XMP, declares types or entities, or is over 16 MiB.
    """
    content = packet.strip(b"\0 \r\n\t")
    if len(content) > _MAX_BYTES or _DECLARATIONS.search(_text(content)):
        msg = "the XMP declares entities or is too large"
        raise ValueError(msg)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        msg = "the XMP is no well-formed XML"
        raise ValueError(msg) from error
    rdf = root if root.tag == f"{{{RDF}}}RDF" else root.find(f"{{{RDF}}}RDF")
    if rdf is None:
        msg = "the XMP holds no RDF"
        raise ValueError(msg)
    return rdf


def serialize(rdf: etree._Element) -> bytes:
    """Return a packet around an ``rdf:RDF`` element."""
    root = rdf.getparent()
    if root is None:
        root = _meta(rdf)
    return _HEAD + bytes(etree.tostring(root, encoding="utf-8")) + _TAIL


def empty() -> etree._Element:
    """Return an ``rdf:RDF`` element that says nothing yet."""
    return etree.Element(f"{{{RDF}}}RDF", nsmap={"rdf": RDF})


def remove(rdf: etree._Element, namespace: str, name: str) -> None:
    """Remove a property wherever it stands, as an attribute or an element."""
    key = f"{{{namespace}}}{name}"
    for description in rdf.findall(f"{{{RDF}}}Description"):
        description.attrib.pop(key, None)
        for element in description.findall(key):
            description.remove(element)


def upright(packet: bytes) -> bytes:
    """Return a packet that asks for no turn and brings no thumbnail of the gray photo.

    Raises:
        ValueError: If it is malformed.
    """
    rdf = parse(packet)
    asked = (b"Orientation" in packet, b"Thumbnails" in packet, b"HasExtendedXMP" in packet)
    if not any(asked):
        return packet
    remove(rdf, TIFF, "Orientation")
    remove(rdf, "http://ns.adobe.com/xap/1.0/", "Thumbnails")
    remove(rdf, NOTE, "HasExtendedXMP")
    return serialize(rdf)


def joined(packet: bytes, extension: bytes) -> bytes:
    """Return a JPEG's packet together with what did not fit into its first segment."""
    if not extension:
        return packet
    try:
        rdf, more = parse(packet), parse(extension)
    except ValueError:
        return packet
    rdf.extend(more)
    return serialize(rdf)


def split(packet: bytes, limit: int) -> tuple[bytes, bytes]:
    """Return a packet of at most ``limit`` bytes, and an extension with what did not fit.

    The largest properties move to the extension, whose digest the packet then names.

    Raises:
        ValueError: If the packet is malformed or cannot be made to fit.
    """
    if len(packet) <= limit:
        return packet, b""
    main, rest = parse(packet), empty()
    elements = [e for d in main.findall(f"{{{RDF}}}Description") for e in d]
    for element in sorted(elements, key=lambda e: -len(etree.tostring(e))):
        if len(serialize(main)) <= limit - _NOTE_LENGTH:
            break
        description = etree.SubElement(rest, f"{{{RDF}}}Description")
        description.set(f"{{{RDF}}}about", "")
        description.append(element)
    extension = b"" if not len(rest) else bytes(etree.tostring(_meta(rest), encoding="utf-8"))
    if extension:
        note = etree.SubElement(main, f"{{{RDF}}}Description", nsmap={"xmpNote": NOTE})
        note.set(f"{{{RDF}}}about", "")
        note.set(f"{{{NOTE}}}HasExtendedXMP", digest(extension))
    packet = serialize(main)
    if len(packet) > limit:
        msg = "the XMP is too long"
        raise ValueError(msg)
    return packet, extension


def digest(extension: bytes) -> str:
    """Return the name by which a packet refers to its extension."""
    return hashlib.md5(extension, usedforsecurity=False).hexdigest().upper()


def _meta(rdf: etree._Element) -> etree._Element:
    root = etree.Element(f"{{{META}}}xmpmeta", nsmap={"x": META})
    root.append(rdf)
    return root


def _text(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    # nulls would hide a declaration in UTF-16 without a mark
    return content.replace(b"\0", b"").decode("utf-8", errors="replace")
