"""Say in a photo's XMP that its colors are synthetic, and what made them.

References:
    IPTC NewsCodes, Digital Source Type; IPTC Photo Metadata Standard 2023.2,
    ``Iptc4xmpExt:DigitalSourceType``; ISO 16684-1:2019, ``xmpMM:History``.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from lxml import etree

from engine.files import xmp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

logger = logging.getLogger(__name__)

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
"""A photo, of which a part was made by a trained model."""

ENHANCED = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced"
"""A photo that an algorithm corrected, without a trained model that makes pictures."""

EDITED = "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits"
"""A photo that a person changed, without anything being made up."""

_NOT_IN_XML = re.compile(r"[^\t\n\r -\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""Control characters, which the name of a model's file may hold."""
_TRAINED = "rainedAlgorithmicMedia"
"""In every word of IPTC's for pictures that a trained model made or took part in."""
_IPTC_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_MEDIA = "http://ns.adobe.com/xap/1.0/mm/"
_EVENT = "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"
_DESCRIPTION, _ABOUT = f"{{{xmp.RDF}}}Description", f"{{{xmp.RDF}}}about"
_SEQUENCE, _ITEM = f"{{{xmp.RDF}}}Seq", f"{{{xmp.RDF}}}li"


@dataclass(frozen=True)
class Provenance:
    """What made the colors of a photo."""

    model: str
    """The checkpoint's name."""
    sha256: str
    """Of the checkpoint's file."""
    size: int
    """Short side in pixels at which the network saw the photo."""
    settings: tuple[tuple[str, float], ...] = ()
    """Names and values of the sliders that decided the colors, in the order of the program."""
    hints: int = 0
    """How many colors a person placed."""
    taken_over: int = 0
    """How many colors were taken over from other photos."""
    is_restored: bool = False
    """Whether the photo was changed before it was colored."""
    when: datetime | None = None

    @property
    def source_type(self) -> str:
        """IPTC's word for how such a picture comes about."""
        return SOURCE_TYPE

    @property
    def parameters(self) -> str:
        """All of it in one line."""
        hints = f"{self.hints} color hint{'' if self.hints == 1 else 's'} by a person"
        if self.taken_over:
            hints += f", {self.taken_over} taken over from other photos"
        settings = "".join(f"{name} {value:g}, " for name, value in self.settings)
        lightness = "lightness of the restored photo" if self.is_restored else "lightness"
        return (
            f"colors synthesized by model {self.model} (sha256 {self.sha256}) at {self.size} "
            f"pixels; {settings}{hints}; {lightness} kept"
        )


@dataclass(frozen=True)
class RestorationProvenance:
    """What was done to restore a photo."""

    steps: tuple[str, ...]
    """What each step did, with its settings and how much of the picture it changed."""
    made_by_model: bool = False
    """Whether a trained model made a part of the picture, as where it filled a hole."""
    when: datetime | None = None

    @property
    def source_type(self) -> str:
        """IPTC's word for how such a picture comes about."""
        return SOURCE_TYPE if self.made_by_model else ENHANCED

    @property
    def parameters(self) -> str:
        """All of it in one line."""
        return f"restored: {'; '.join(self.steps)}"


@dataclass(frozen=True)
class GeometryProvenance:
    """How a photo was turned and what of it is shown."""

    steps: tuple[str, ...]
    """Each turn and cut, in its order."""
    when: datetime | None = None

    @property
    def source_type(self) -> str:
        """IPTC's word for how such a picture comes about."""
        return EDITED

    @property
    def parameters(self) -> str:
        """All of it in one line."""
        return f"geometry: {'; '.join(self.steps)}"


def software_version() -> str:
    """Return the version of this installation; empty where it runs from a bare copy."""
    try:
        return metadata.version("kolorit")
    except metadata.PackageNotFoundError:
        return ""


Done = Provenance | RestorationProvenance | GeometryProvenance


def source_type_of(done: Sequence[Done], earlier: str = "") -> str:
    """Return IPTC's word for a photo after all that was done to it.

    That a trained model made a part of it stays true, whatever is done to it later; and a photo is
    what it was before when it has only been turned or cropped.

    Args:
        done: In its order; something.
        earlier: The word that the photo had before; empty if it had none.
    """
    for word in (earlier, *(one.source_type for one in done)):
        if _TRAINED in word:
            return word
    changes = [one for one in done if not isinstance(one, GeometryProvenance)]
    return changes[-1].source_type if changes else earlier or EDITED


def with_provenance(packet: bytes, *done: Done) -> bytes:
    """Return an XMP packet that also says how the photo was restored and colored.

    Args:
        packet: The photo's own, everything in it is kept; empty if it has none. One that is
            malformed gives way to a new one.
        done: In its order, at least one; replaces an earlier source type, and follows what is in
            the history.
    """
    try:
        rdf = xmp.parse(packet) if packet else xmp.empty()
    except ValueError as error:
        logger.warning("the photo's XMP is replaced: %s", error)
        rdf = xmp.empty()
    earlier = xmp.text_of(rdf, _IPTC_EXT, "DigitalSourceType")
    xmp.remove(rdf, _IPTC_EXT, "DigitalSourceType")
    description = etree.SubElement(
        rdf, _DESCRIPTION, nsmap={"Iptc4xmpExt": _IPTC_EXT, "xmpMM": _MEDIA, "stEvt": _EVENT}
    )
    description.set(_ABOUT, _about(rdf))
    source_type = etree.SubElement(description, f"{{{_IPTC_EXT}}}DigitalSourceType")
    source_type.text = source_type_of(done, earlier)
    history = _history(rdf, description)
    history.extend(_event(one) for one in done)
    return xmp.serialize(rdf)


def _about(rdf: etree._Element) -> str:
    """Return what the packet's descriptions are about: all must name the same."""
    first = rdf.find(_DESCRIPTION)
    return "" if first is None else str(first.get(_ABOUT) or "")


def _history(rdf: etree._Element, description: etree._Element) -> etree._Element:
    """Return the list of events, made if there is none."""
    listed: etree._Element | None = rdf.find(f"{_DESCRIPTION}/{{{_MEDIA}}}History/{_SEQUENCE}")
    if listed is not None:
        return listed
    xmp.remove(rdf, _MEDIA, "History")
    history = etree.SubElement(description, f"{{{_MEDIA}}}History")
    return etree.SubElement(history, _SEQUENCE)


def _event(provenance: Done) -> etree._Element:
    item = etree.Element(_ITEM, nsmap={"stEvt": _EVENT})
    item.set(f"{{{xmp.RDF}}}parseType", "Resource")
    fields = {
        "action": "edited",
        "changed": "/content",
        "parameters": provenance.parameters,
        "softwareAgent": f"Kolorit {software_version()}".strip(),
    }
    if provenance.when is not None:
        fields["when"] = provenance.when.isoformat(timespec="seconds")
    for name, value in fields.items():
        etree.SubElement(item, f"{{{_EVENT}}}{name}").text = _NOT_IN_XML.sub(
            "\N{REPLACEMENT CHARACTER}", value
        )
    return item
