import pytest

from engine.console import complain, printable, say

HOSTILE = {
    "\x1b]0;owned\x07.jpg": r"\x1b]0;owned\x07.jpg",  # sets a window's title
    "\x9b2J.jpg": r"\x9b2J.jpg",  # clears the screen, in one byte of Latin-1
    "a\nkolorit-cli: all is well": r"a\nkolorit-cli: all is well",
    "a\rb\tc\x7f": r"a\rb\tc\x7f",
    "photo\u202egpj.exe": r"photo\u202egpj.exe",  # shown as photoexe.jpg
    "a\u2066b\u2069\u200f": r"a\u2066b\u2069\u200f",
    "a\u2028b\u2029": r"a\u2028b\u2029",
    "caf\udce9.jpg": r"caf\udce9.jpg",  # a byte that is no UTF-8
    "\U000e0041": r"\U000e0041",
}
PLAIN = [
    "",
    "scan 001.tif",
    "Großmutter – “1920”.jpg",
    "祖母\u3000写真.jpg",
    "עברית.png",
    "می\u200cخواهم.jpg",
    "👩\u200d👧.webp",
    r"C:\new\x1b.jpg",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_would_steer_a_terminal_is_shown_instead(name):
    assert printable(name) == HOSTILE[name]


@pytest.mark.parametrize("name", PLAIN)
def test_names_that_people_give_are_printed_as_they_are(name):
    assert printable(name) == name


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_a_command_says_is_one_harmless_line(name, capsys):
    say(f"“{name}” is told")
    complain(f"“{name}” is damaged")
    told = capsys.readouterr()
    assert told.out == f"“{HOSTILE[name]}” is told\n"
    assert told.err == f"kolorit-cli: “{HOSTILE[name]}” is damaged\n"
