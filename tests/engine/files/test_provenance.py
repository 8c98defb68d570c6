import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from engine.files import xmp
from engine.files.provenance import (
    ENHANCED,
    SOURCE_TYPE,
    Provenance,
    RestorationProvenance,
    with_provenance,
)
from tests.engine.files.test_writing import XMP

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SETTINGS = (("strength", 0.8), ("vividness", 1.5), ("warmth", 0.2))
MADE = Provenance("kolorit", "ab" * 32, 256, SETTINGS, hints=1, when=WHEN)
ABOUT = b'rdf:about="uuid:17"'


def history(packet):
    return xmp.parse(packet).findall(".//{*}History/{*}Seq/{*}li")


def test_a_packet_says_what_made_the_colors():
    packet = with_provenance(b"", MADE)
    (event,) = history(packet)
    fields = {element.tag.split("}")[1]: element.text for element in event}
    assert fields["action"] == "edited"
    assert fields["softwareAgent"].startswith("Kolorit")
    assert fields["when"] == "2026-01-02T03:04:05+00:00"
    assert fields["parameters"] == (
        f"colors synthesized by model kolorit (sha256 {'ab' * 32}) at 256 pixels; strength 0.8, "
        "vividness 1.5, warmth 0.2, 1 color hint by a person; lightness kept"
    )
    assert xmp.parse(packet).find(".//{*}DigitalSourceType").text == SOURCE_TYPE
    assert SOURCE_TYPE.endswith("/compositeWithTrainedAlgorithmicMedia")


def test_what_was_in_the_packet_stays_and_the_history_goes_on():
    twice = with_provenance(with_provenance(XMP, MADE), MADE)
    assert len(history(twice)) == 2
    rdf = xmp.parse(twice)
    assert rdf.find(".//{*}source").text == "Box 17"
    assert len(rdf.findall(".//{*}DigitalSourceType")) == 1


def test_all_descriptions_are_about_the_same():
    packet = with_provenance(XMP.replace(b'rdf:about=""', ABOUT), MADE)
    assert packet.count(ABOUT) == 2


def test_a_source_type_given_as_an_attribute_gives_way():
    attribute = (
        b'rdf:about="" xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" '
        b'e:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm"'
    )
    packet = with_provenance(XMP.replace(b'rdf:about=""', attribute), MADE)
    assert b"negativeFilm" not in packet


@pytest.mark.parametrize(
    "hostile",
    [
        b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + XMP,
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x []><x/>'.encode("utf-16"),
        b"<x:xmpmeta",
        b"<a/>",
        b"\0\xff\xfe",
    ],
)
def test_what_is_no_xmp_or_declares_entities_is_refused_and_replaced(hostile):
    with pytest.raises(ValueError, match="XMP"):
        xmp.parse(hostile)
    assert len(history(with_provenance(hostile, MADE))) == 1


def test_a_packet_of_many_sizes_is_split_and_joined_again():
    for length in (10, 60_000, 70_000, 200_000):
        packet = XMP.replace(b"Box 17", b"y" * length)
        main, extension = xmp.split(packet, 65_000)
        assert len(main) <= 65_000
        assert bool(extension) == (length > 65_000)
        assert xmp.parse(xmp.joined(main, extension)).find(".//{*}source").text == "y" * length


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_reads_the_source_type_by_its_meaning(tmp_path):
    path = tmp_path / "packet.xmp"
    path.write_bytes(with_provenance(XMP, MADE))
    command = ["exiftool", "-s3", "-XMP-iptcExt:DigitalSourceType", "-XMP-xmpMM:HistoryAction"]
    result = subprocess.run([*command, str(path)], capture_output=True, check=True)
    assert result.stdout.decode().split() == [SOURCE_TYPE, "edited"]


def test_the_name_of_a_model_may_hold_what_xml_cannot():
    made_by = replace(MADE, model="my\x00\x1b\ud800model")
    packet = with_provenance(b"", made_by)
    assert "model my\N{REPLACEMENT CHARACTER}" in xmp.parse(packet).find(".//{*}parameters").text


def test_a_restored_photo_was_enhanced_by_an_algorithm():
    done = RestorationProvenance(("repair: 3 holes filled", "tone: levels"), when=WHEN)
    packet = with_provenance(XMP, done)
    rdf = xmp.parse(packet)
    assert rdf.find(".//{*}DigitalSourceType").text == ENHANCED
    assert b"restored: repair: 3 holes filled; tone: levels" in packet
    assert rdf.find(".//{*}source").text == "Box 17"


def test_that_a_trained_model_made_the_colors_stays_true_after_a_repair():
    colored = with_provenance(b"", MADE)
    packet = with_provenance(colored, RestorationProvenance(("repair: 1 hole filled",), when=WHEN))
    assert xmp.parse(packet).find(".//{*}DigitalSourceType").text == SOURCE_TYPE
    assert len(history(packet)) == 2


def test_a_hole_that_a_network_filled_makes_the_photo_a_composite():
    done = RestorationProvenance(("repair: 1 hole filled by a network",), made_by_model=True)
    assert xmp.parse(with_provenance(b"", done)).find(".//{*}DigitalSourceType").text == SOURCE_TYPE
