"""Names are data: no terminal obeys them."""

import argparse
import json
import struct
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cli import doctor
from engine.cli.__main__ import main as cli
from engine.console import PrintableParser, printable, say
from engine.files.image_io import write_photo
from tests.tiny import gray_pixels

HOSTILE = "a\x1b]0;owned\x07\x9b2J\rb\n\u202egnp.png"


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "L", "Zs"])))
def test_nothing_is_left_that_a_terminal_obeys(text):
    shown = printable(text)
    left = {unicodedata.category(char) for char in shown if char not in "\u200c\u200d"}
    assert left.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert len(shown) >= len(text)


@pytest.mark.parametrize(
    "name", ["scan 1.jpg", "grüße ☂.png", "می‌خواهم.jpg", "family 👨‍👩‍👧.png", "a\u00a0b"]
)
def test_names_of_people_stay_as_they_are(name):
    assert printable(name) == name


def test_what_is_not_shown_is_seen():
    assert printable("a\x1bb\nc\u202ed\udcfc") == r"a\x1bb\nc\u202ed\udcfc"


def test_a_line_stays_one_line(capsys):
    say(HOSTILE)
    assert capsys.readouterr().out == r"a\x1b]0;owned\x07\x9b2J\rb\n\u202egnp.png" + "\n"


def test_arguments_are_quoted_as_data(capsys):
    parser = PrintableParser(prog="kolorit-cli")
    with pytest.raises(SystemExit):
        parser.parse_args([f"--{HOSTILE}"])
    assert all(line.isprintable() for line in capsys.readouterr().err.splitlines())
    assert isinstance(parser, argparse.ArgumentParser)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_no_command_hands_a_name_to_the_terminal(tmp_path, checkpoint_path):
    photo, damaged = tmp_path / HOSTILE, tmp_path / f"damaged{HOSTILE}"
    write_photo(photo, gray_pixels(20, 30))
    damaged.write_bytes(photo.read_bytes()[:60])
    model = tmp_path / f"{HOSTILE}.safetensors"
    header = json.dumps({HOSTILE: {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}).encode()
    model.write_bytes(struct.pack("<Q", len(header)) + header + bytes(4))
    common = [
        sys.executable,
        "-m",
        "engine.cli",
        "-v",
        "colorize",
        "-o",
        str(tmp_path / "out"),
    ]
    for arguments in (
        [photo, damaged, "--model", checkpoint_path],
        [photo, "--model", model],
        [photo, "--model", HOSTILE],
        [tmp_path / f"{HOSTILE}gone", "--model", checkpoint_path],
        [photo, f"--{HOSTILE}"],
    ):
        command = [*common, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, check=False)
        said = (done.stdout + done.stderr).decode()
        assert r"\x1b]0;owned" in said
        assert "Traceback" not in said
        assert all(line.isprintable() for line in said.splitlines())


def test_the_doctor_quotes_what_is_broken(monkeypatch, capsys):
    def examine():
        yield doctor.Finding(good=False, text=f"model x: {HOSTILE}")

    monkeypatch.setattr(doctor, "examine", examine)
    assert cli(["doctor"]) == 1
    assert capsys.readouterr().out.splitlines()[0].isprintable()
