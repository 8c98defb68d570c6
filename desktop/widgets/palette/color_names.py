"""Words for colors, as people use them: brown is a dark orange, and navy a dark blue."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from desktop.texts.language import QT_TRANSLATE_NOOP
from engine.photo.one_color import Ab, chroma, lab_from_rgb

_LIGHTNESS_WEIGHT = 0.55
"""What a difference in lightness counts where one in a or b counts 1: names tell it coarsely."""
_CHROMA_WEIGHT = 0.03
"""How much less a difference counts for each unit of chroma, nearly as in CIE94."""
USUAL_LIGHTNESS = 62.0
"""Of a color that is to be named before it is known where it lies."""

# Chosen by eye, several of each: what is nearest to one of them has its name. The well-known
# colors of tests/desktop/editing/test_color_names.py are not among them.
_EXAMPLES = (
    (QT_TRANSLATE_NOOP("ColorNames", "black"), "000000 161616 241f1c 1c2024"),
    (QT_TRANSLATE_NOOP("ColorNames", "dark gray"), "404040 505050 343434"),
    (QT_TRANSLATE_NOOP("ColorNames", "gray"), "808080 6a6a6a 979797"),
    (QT_TRANSLATE_NOOP("ColorNames", "light gray"), "c0c0c0 b0b0b0 d3d3d3"),
    (QT_TRANSLATE_NOOP("ColorNames", "white"), "ffffff f0f0f0 fafaf5"),
    (
        QT_TRANSLATE_NOOP("ColorNames", "brown"),
        "8b4513 7b4a2a 964b00 6f4e37 9a6a48 855e42",
    ),
    (QT_TRANSLATE_NOOP("ColorNames", "dark brown"), "3b2314 4a2c1a 2e1f15 4d392e"),
    (QT_TRANSLATE_NOOP("ColorNames", "gray-brown"), "9a8c7c 8c7f72 7a6f64 665c52 564c44"),
    (QT_TRANSLATE_NOOP("ColorNames", "tan"), "d2b48c c8a57a b8946a ae8c64"),
    (QT_TRANSLATE_NOOP("ColorNames", "beige"), "f5f5dc e8dcc0 dcd0b0 d8ccb4 c8bca6"),
    (QT_TRANSLATE_NOOP("ColorNames", "cream"), "fffdd0 fff5e0 fbf0cf"),
    (QT_TRANSLATE_NOOP("ColorNames", "skin tone"), "e0ac8a c29682 d9a58b f1c7ad edb99b b58068"),
    (QT_TRANSLATE_NOOP("ColorNames", "khaki"), "c3b091 a8a078 8f8b66 bdb76b b5a882"),
    (QT_TRANSLATE_NOOP("ColorNames", "olive"), "808000 6b6b2f 556b2f 4b5320 7a7a3a 6b8e23"),
    (QT_TRANSLATE_NOOP("ColorNames", "navy"), "000080 1b2a49 14213d 1f2a44 22304f 00008b 191970"),
    (QT_TRANSLATE_NOOP("ColorNames", "blue"), "0000ff 1f4fb4 2a52be 4169e1 3a6ea5 4682b4 1e90ff"),
    (
        QT_TRANSLATE_NOOP("ColorNames", "light blue"),
        "9090f0 7f86e0 add8e6 a7c7e7 b0c4de 87ceeb 8fb4dc",
    ),
    (QT_TRANSLATE_NOOP("ColorNames", "blue-gray"), "708090 5f7185 8a9aab 4d5a68 6c7b8b"),
    (QT_TRANSLATE_NOOP("ColorNames", "turquoise"), "40e0d0 00ced1 30c5c5 7fdcd4 00ffff"),
    (QT_TRANSLATE_NOOP("ColorNames", "teal"), "008080 1f6f6f 367588 2a5f5f"),
    (QT_TRANSLATE_NOOP("ColorNames", "green"), "008000 228b22 3a8a4a 5aa05a 00ff00 2e8b57 32cd32"),
    (QT_TRANSLATE_NOOP("ColorNames", "dark green"), "006400 013220 1f3d2b 2f4a34 355e3b"),
    (QT_TRANSLATE_NOOP("ColorNames", "light green"), "90ee90 98fb98 a8d8a0 b5e2b0 b8c8ac"),
    (QT_TRANSLATE_NOOP("ColorNames", "gray-green"), "8a9a84 9caf88 6f7f6a 4d5d53 5e6b5a"),
    (QT_TRANSLATE_NOOP("ColorNames", "yellow"), "ffff00 ffe135 f7d000 fff176 f0e68c"),
    (QT_TRANSLATE_NOOP("ColorNames", "gold"), "ffd700 d4af37 c99a2e e1ad01 daa520 b8902f"),
    (QT_TRANSLATE_NOOP("ColorNames", "ochre"), "cc7722 b8772a c68a3c"),
    (QT_TRANSLATE_NOOP("ColorNames", "orange"), "ffa500 ff8c00 ed7d31 f28c28 ff7518"),
    (QT_TRANSLATE_NOOP("ColorNames", "rust"), "b7410e 9c4a1a a44a20"),
    (QT_TRANSLATE_NOOP("ColorNames", "red"), "ff0000 dc143c c8102e b22222 d9381e"),
    (QT_TRANSLATE_NOOP("ColorNames", "dark red"), "8b0000 800020 800000 6d1a1a 722f37"),
    (QT_TRANSLATE_NOOP("ColorNames", "pink"), "ffc0cb ff69b4 f4a6b8 e75480 ffb6c1 d8a0a8"),
    (QT_TRANSLATE_NOOP("ColorNames", "salmon"), "fa8072 ff7f50 e9967a f08a70"),
    (QT_TRANSLATE_NOOP("ColorNames", "magenta"), "ff00ff c71585 d100a0"),
    (
        QT_TRANSLATE_NOOP("ColorNames", "purple"),
        "800080 6a0dad 663399 7b3f8c 4b0082 301934 8a2be2",
    ),
    (QT_TRANSLATE_NOOP("ColorNames", "lavender"), "c3b1e1 b57edc d8bfd8 e6e6fa 9f8fc8"),
)
"""A name, and sRGB colors that have it."""


def color_name(ab: Ab, lightness: float = USUAL_LIGHTNESS) -> str:
    """Return what people call a color.

    Args:
        ab: Its a and b.
        lightness: L, 0 to 100, of the place where it is seen.
    """
    return QCoreApplication.translate("ColorNames", source_name(ab, lightness))


@lru_cache(maxsize=1024)
def source_name(ab: Ab, lightness: float) -> str:
    """Return the same in English, as translators know it."""

    def distance(example: tuple[str, float, Ab]) -> float:
        _, other_lightness, other = example
        scale = 1 + _CHROMA_WEIGHT * (chroma(ab) + chroma(other)) / 2
        apart = ((ab[0] - other[0]) ** 2 + (ab[1] - other[1]) ** 2) / scale**2
        return (_LIGHTNESS_WEIGHT * (lightness - other_lightness)) ** 2 + apart

    return min(_examples(), key=distance)[0]


@lru_cache(maxsize=1)
def _examples() -> tuple[tuple[str, float, Ab], ...]:
    return tuple(
        (name, *lab_from_rgb((int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16))))
        for name, codes in _EXAMPLES
        for code in codes.split()
    )
