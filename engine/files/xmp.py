"""XMP packets: read with a parser that expands nothing, changed where needed, kept otherwise.

References:
    ISO 16684-1:2019 (XMP); Adobe, "XMP Specification Part 3", 1.1.3 (JPEG, extended XMP).
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
META = "adobe:ns:meta/"
TIFF = "http://ns.adobe.com/tiff/1.0/"
NOTE = "http://ns.adobe.com/xmp/note/"

_HEAD = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = b'\n<?xpacket end="w"?>'
_MAX_BYTES = 16 << 20
_NOTE_LENGTH = 400
"""Bytes that naming an extension takes."""
_STALE = {
    TIFF: frozenset(
        {
            *("Orientation", "ImageWidth", "ImageLength", "BitsPerSample", "SamplesPerPixel"),
            *("Compression", "PhotometricInterpretation", "PlanarConfiguration"),
            *("YCbCrSubSampling", "YCbCrPositioning", "NativeDigest"),
        }
    ),
    "http://ns.adobe.com/exif/1.0/": frozenset(
        {"ColorSpace", "PixelXDimension", "PixelYDimension", "NativeDigest"}
    ),
    "http://ns.adobe.com/photoshop/1.0/": frozenset({"ICCProfile", "ColorMode"}),
    "http://ns.adobe.com/xap/1.0/": frozenset({"Thumbnails"}),
    "http://purl.org/dc/elements/1.1/": frozenset({"format"}),
    NOTE: frozenset({"HasExtendedXMP"}),
    "http://ns.google.com/photos/1.0/camera/": frozenset(
        {
            *("MotionPhoto", "MotionPhotoVersion", "MotionPhotoPresentationTimestampUs"),
            *("MicroVideo", "MicroVideoVersion", "MicroVideoOffset"),
            "MicroVideoPresentationTimestampUs",
        }
    ),
}
"""Properties by namespace that are true only of the file that they were read from."""
_STALE_NAMESPACES = frozenset(
    {
        "http://ns.google.com/photos/1.0/container/",  # what lies behind the pixels, by length
        "http://ns.adobe.com/hdr-gain-map/1.0/",
    }
)
_ENCODINGS = (
    (b"\xff\xfe\0\0", 4, "utf-32-le"),
    (b"\0\0\xfe\xff", 4, "utf-32-be"),
    (b"\xff\xfe", 2, "utf-16-le"),
    (b"\xfe\xff", 2, "utf-16-be"),
    (b"<\0\0\0", 0, "utf-32-le"),
    (b"\0\0\0<\0", 0, "utf-32-be"),
    (b"<\0", 0, "utf-16-le"),
    (b"\0<\0", 0, "utf-16-be"),
)
"""How packets that are not in UTF-8 begin, and how many bytes of that are a mark."""
_ENCODING = re.compile(r"""^(<\?xml\b[^>]*?)\s+encoding\s*=\s*["'][^"']*["']""")
_DECLARATIONS = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def parse(packet: bytes) -> etree._Element:
    """Return the ``rdf:RDF`` element of a packet.

    Raises:
        ValueError: If it is no XMP, declares types or entities, or is over 16 MiB.
    """
    content = _in_utf8(packet).strip(b"\0 \r\n\t")
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


def has(rdf: etree._Element, namespace: str, name: str) -> bool:
    """Return whether there is such a property, as an attribute or an element."""
    key = f"{{{namespace}}}{name}"
    descriptions = rdf.findall(f"{{{RDF}}}Description")
    return any(key in d.attrib or d.find(key) is not None for d in descriptions)


def text_of(rdf: etree._Element, namespace: str, name: str) -> str:
    """Return a property's text, of several languages the first; empty if there is none."""
    key = f"{{{namespace}}}{name}"
    for description in rdf.findall(f"{{{RDF}}}Description"):
        element = description.find(key)
        text = description.get(key) if element is None else "".join(_first_text(element))
        if text:
            return str(text).strip()
    return ""


def about(rdf: etree._Element) -> str:
    """Return what the packet's descriptions are about: all must name the same."""
    first = rdf.find(f"{{{RDF}}}Description")
    return "" if first is None else str(first.get(f"{{{RDF}}}about") or "")


def orientation_of(packet: bytes) -> int | None:
    """Return the orientation, 1 to 8, None where there is none."""
    try:
        number = int(text_of(parse(packet), TIFF, "Orientation"))
    except ValueError:
        return None
    return number if 1 <= number <= 8 else None


def extension_name(packet: bytes) -> str:
    """Return the name of the extension that holds what did not fit, empty if there is none."""
    if b"HasExtendedXMP" not in _in_utf8(packet):
        return ""
    try:
        return text_of(parse(packet), NOTE, "HasExtendedXMP")
    except ValueError:
        return ""


def upright(packet: bytes) -> bytes:
    """Return a packet without what was true only of the file that it was read from.

    That is how the pixels were turned and stored, their profile, a thumbnail of the gray photo,
    and the film behind a motion photo.

    Raises:
        ValueError: If it is malformed.
    """
    rdf = parse(packet)
    is_stale = False
    for description in rdf.findall(f"{{{RDF}}}Description"):
        for key in [key for key in description.attrib if _is_stale(key)]:
            del description.attrib[key]
            is_stale = True
        for element in [e for e in description if isinstance(e.tag, str) and _is_stale(e.tag)]:
            description.remove(element)
            is_stale = True
    return serialize(rdf) if is_stale or _in_utf8(packet) != packet else packet


def joined(packet: bytes, extension: bytes) -> bytes:
    """Return a JPEG's packet together with what did not fit into its first segment.

    Raises:
        ValueError: If one of them is malformed.
    """
    if not extension:
        return packet
    rdf, more = parse(packet), parse(extension)
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
    description = etree.SubElement(rest, f"{{{RDF}}}Description")
    description.set(f"{{{RDF}}}about", about(main))
    movable = _by_length(main)
    while movable and (excess := len(serialize(main)) - (limit - _NOTE_LENGTH)) > 0:
        while movable and excess > 0:
            length, parent, key = movable.pop()
            _move(parent, key, description)
            excess -= length
    extension = bytes(etree.tostring(_meta(rest), encoding="utf-8"))
    note = etree.SubElement(main, f"{{{RDF}}}Description", nsmap={"xmpNote": NOTE})
    note.set(f"{{{RDF}}}about", about(main))
    note.set(f"{{{NOTE}}}HasExtendedXMP", digest(extension))
    packet = serialize(main)
    if len(packet) > limit:
        msg = "the XMP is too long"
        raise ValueError(msg)
    return packet, extension


def digest(extension: bytes) -> str:
    """Return the name by which a packet refers to its extension."""
    return hashlib.md5(extension, usedforsecurity=False).hexdigest().upper()


def _by_length(
    rdf: etree._Element,
) -> list[tuple[int, etree._Element, str | etree._Element]]:
    """Return all properties, the longest last: weight, description, its attribute or element."""
    found: list[tuple[int, etree._Element, str | etree._Element]] = []
    for description in rdf.findall(f"{{{RDF}}}Description"):
        found += [(_weight(e), description, e) for e in description]
        named = [key for key in description.attrib if not key.startswith(f"{{{RDF}}}")]
        found += [(len(description.get(key)), description, key) for key in named]
    return sorted(found, key=lambda one: one[0])


def _weight(element: etree._Element) -> int:
    """Return about how many bytes a property takes, rather less than more.

    To serialize it would repeat all namespaces of the packet, of which there may be thousands.
    """
    parts = [part for part in element.iter() if isinstance(part.tag, str)]
    texts = sum(len(part.text or "") + len(part.tail or "") for part in parts)
    return texts + sum(len(value) for part in parts for value in part.attrib.values())


def _move(parent: etree._Element, key: str | etree._Element, target: etree._Element) -> None:
    if isinstance(key, str):
        etree.SubElement(target, key).text = parent.attrib.pop(key)
    else:
        target.append(key)


def _meta(rdf: etree._Element) -> etree._Element:
    root = etree.Element(f"{{{META}}}xmpmeta", nsmap={"x": META})
    root.append(rdf)
    return root


def _is_stale(key: str) -> bool:
    namespace, _, name = key[1:].partition("}")
    names = _STALE.get(namespace, frozenset())
    return namespace in _STALE_NAMESPACES or name in names


def _first_text(element: etree._Element) -> Iterator[str]:
    item = element.find(f".//{{{RDF}}}li")
    yield (element if item is None else item).text or ""


def _in_utf8(packet: bytes) -> bytes:
    """Return a packet in UTF-8, whatever of Unicode it is in: only JPEG and TIFF ask for UTF-8.

    References:
        ISO 16684-1:2019, 7.1; W3C, XML 1.0, F.1 (guessing without a mark).
    """
    for start, skipped, encoding in _ENCODINGS:
        if packet.startswith(start):
            return _recoded(packet[skipped:], encoding)
    return packet


def _recoded(packet: bytes, encoding: str) -> bytes:
    return _ENCODING.sub(r"\1", packet.decode(encoding, errors="replace")).encode()


def _text(content: bytes) -> str:
    # nulls would hide a declaration from the search
    return content.replace(b"\0", b"").decode("utf-8", errors="replace")
