"""What a Linux desktop is told about the app."""

import configparser
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeDatabase

from desktop.texts.language import LANGUAGES
from engine.files.image_io import READABLE_SUFFIXES

_ENTRY = Path(__file__).parents[3] / "packaging" / "kolorit.desktop"


@pytest.fixture
def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read_string(_ENTRY.read_text(encoding="utf-8"))
    return parser["Desktop Entry"]


def test_every_format_that_is_read_can_be_opened_with_kolorit(entry):
    by_name = QMimeDatabase.MatchMode.MatchExtension
    types = {
        suffix: QMimeDatabase().mimeTypeForFile(f"photo{suffix}", by_name)
        for suffix in READABLE_SUFFIXES
    }
    known = {suffix: kind.name() for suffix, kind in types.items() if not kind.isDefault()}
    offered = set(entry["MimeType"].rstrip(";").split(";"))
    assert {suffix: name for suffix, name in known.items() if name not in offered} == {}
    assert len(known) >= len(READABLE_SUFFIXES) - 2  # Qt knows no SRW and no HIF


def test_the_window_belongs_to_the_entry(entry):
    assert entry["Icon"] == entry["StartupWMClass"] == _ENTRY.stem
    assert entry["Exec"] == "kolorit %F"  # several photos at once


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_the_menu_of_the_desktop_says_what_kolorit_is_in_every_language(entry, code):
    for name in ("GenericName", "Comment", "Keywords"):
        assert entry[f"{name}[{code}]"] != entry[name]
    assert entry[f"Keywords[{code}]"].endswith(";")
