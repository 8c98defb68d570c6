"""Colors are called what people call them."""

import pytest

from desktop.widgets.palette.color_names import color_name, source_name
from desktop.widgets.palette.ready_colors import GROUPS, MOST_READY
from desktop.widgets.palette.tone import tone_note
from engine.photo.one_color import lab_from_rgb

WELL_KNOWN = {  # CSS Color 4 where it names them, else as shops and schoolbooks do
    "black hair": ("1c1815", "black"),
    "charcoal": ("3c3f41", "dark gray"),
    "CSS dimgray": ("696969", "gray"),
    "CSS silver": ("c4c4c4", "light gray"),
    "CSS ivory": ("fffff0", "cream"),
    "CSS snow": ("fffafa", "white"),
    "chocolate bar": ("5a3522", "dark brown"),
    "saddle": ("8a4a1e", "brown"),
    "sepia": ("704214", "brown"),
    "CSS dark skin of a chart": ("735244", "brown"),
    "coffee beans": ("3a241b", "dark brown"),
    "CSS burlywood": ("deb887", "tan"),
    "camel coat": ("c19a6b", "tan"),
    "light skin of a chart": ("c29682", "skin tone"),
    "CSS peachpuff": ("ffdab9", "skin tone"),
    "sand": ("e0d4b8", "beige"),
    "army khaki": ("b3a57e", "khaki"),
    "US olive drab": ("4f4a2f", "olive"),
    "CSS olivedrab": ("6b8e23", "olive"),
    "CSS midnightblue": ("1c1c68", "navy"),
    "navy cloth": ("1d2540", "navy"),
    "denim": ("1560bd", "blue"),
    "cobalt": ("0047ab", "blue"),
    "CSS skyblue": ("8acceb", "light blue"),
    "horizon blue": ("7b9cc4", "light blue"),
    "periwinkle": ("8e94ec", "light blue"),
    "CSS slategray": ("6e7f92", "blue-gray"),
    "CSS mediumturquoise": ("48d1cc", "turquoise"),
    "petrol": ("005f6a", "teal"),
    "grass": ("4f8f3a", "green"),
    "CSS seagreen": ("2e8b57", "green"),
    "fir": ("1e4030", "dark green"),
    "mint": ("98ff98", "light green"),
    "field gray": ("4d5d53", "gray-green"),
    "lemon": ("fff44f", "yellow"),
    "brass": ("b5963a", "gold"),
    "CSS darkorange": ("ff8a10", "orange"),
    "brick": ("8f3a2c", "rust"),
    "CSS firebrick": ("b82424", "red"),
    "fire engine": ("ce2029", "red"),
    "wine": ("701f2e", "dark red"),
    "CSS hotpink": ("ff69b4", "pink"),
    "rose": ("f2a0b0", "pink"),
    "CSS coral": ("ff7f50", "salmon"),
    "CSS mediumvioletred": ("c71585", "magenta"),
    "CSS indigo": ("4b0082", "purple"),
    "plum": ("6b2a6b", "purple"),
    "lilac": ("c8a2c8", "lavender"),
}


@pytest.mark.parametrize(("code", "name"), WELL_KNOWN.values(), ids=WELL_KNOWN)
def test_well_known_colors_have_their_names(code, name):
    lightness, ab = lab_from_rgb(tuple(bytes.fromhex(code)))
    assert source_name(ab, lightness) == name


def test_a_name_depends_on_lightness():
    orange = (24.0, 40.0)
    assert [source_name(orange, lightness) for lightness in (25, 40)] == ["brown", "brown"]
    assert source_name((2.0, -18.0), 16) == "navy"
    assert source_name((0.0, -18.0), 75) == "light blue"
    assert [source_name((0.0, 0.0), each) for each in (5, 30, 52, 75, 98)] == [
        "black",
        "dark gray",
        "gray",
        "light gray",
        "white",
    ]


def test_without_a_place_a_color_has_a_name_too():
    assert color_name((0.0, 0.0)) == "gray"


@pytest.mark.parametrize(
    ("lightness", "ab", "note"),
    [
        (92, (40.0, -80.0), "This tone is too light for a strong blue."),
        (90, (60.0, 45.0), "This tone is too light for a strong red."),
        (12, (-5.0, 70.0), "This tone is too dark for a strong yellow."),
        (42, (40.0, -80.0), ""),
        (92, (2.0, -6.0), ""),
        (60, (0.0, 0.0), ""),
    ],
)
def test_a_tone_that_cannot_be_so_strong_says_so(lightness, ab, note):
    assert tone_note(lightness, ab) == note


def test_ready_colors_are_possible_and_have_room():
    for _, colors in GROUPS:
        assert 0 < len(colors) <= MOST_READY
        assert len({color.name for color in colors}) == len(colors)
    skin = {color.name: color for color in GROUPS[0][1]}
    for name, rgb in (("light skin", (194, 150, 130)), ("dark skin", (115, 82, 68))):
        lightness, ab = lab_from_rgb(rgb)  # the ColorChecker's, as published
        assert skin[name].lightness == pytest.approx(lightness, abs=0.1)
        assert skin[name].ab == pytest.approx(ab, abs=0.1)
