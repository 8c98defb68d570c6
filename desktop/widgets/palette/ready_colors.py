"""Colors that photographs often need: skin, hair, wood and uniforms.

The two of skin that are named after the ColorChecker are its patches "dark skin" and "light skin",
sRGB as D. Pascale publishes them ("RGB coordinates of the Macbeth ColorChecker", BabelColor, 2006);
all others were chosen by eye. They are starting points: a photo keeps its own lightness, and light
and dye make other colors of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.texts.language import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class ReadyColor:
    """A color with a name of the context ``ReadyColors``."""

    name: str
    lightness: float
    """L at which such things are often seen; only for showing it."""
    ab: tuple[float, float]


GROUPS: tuple[tuple[str, tuple[ReadyColor, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("ReadyColors", "Skin"),
        (
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "fair skin"), 78, (11.0, 13.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "rosy skin"), 72, (20.0, 14.0)),
            # the chart's light skin
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "light skin"), 65.7, (13.7, 16.9)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "olive skin"), 62, (9.0, 22.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "tanned skin"), 55, (16.0, 25.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "brown skin"), 46, (14.0, 22.0)),
            # the chart's dark skin
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "dark skin"), 38.0, (11.8, 13.7)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "lips"), 50, (30.0, 14.0)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("ReadyColors", "Hair"),
        (
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "light blond hair"), 78, (3.0, 24.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "golden blond hair"), 65, (7.0, 33.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "red hair"), 48, (26.0, 36.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "auburn hair"), 35, (20.0, 20.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "light brown hair"), 45, (8.0, 20.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "dark brown hair"), 25, (7.0, 11.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "black hair"), 14, (1.0, 1.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "gray hair"), 68, (0.0, 2.0)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("ReadyColors", "Wood"),
        (
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "birch"), 80, (4.0, 20.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "pine"), 72, (8.0, 32.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "oak"), 60, (9.0, 28.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "cherry"), 48, (20.0, 28.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "mahogany"), 34, (24.0, 22.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "walnut"), 34, (9.0, 16.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "ebony"), 18, (2.0, 3.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "weathered wood"), 58, (1.0, 6.0)),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("ReadyColors", "Uniforms"),
        (
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "khaki drill"), 68, (2.0, 22.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "brown khaki"), 42, (5.0, 20.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "olive drab"), 36, (-2.0, 18.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "field gray"), 42, (-6.0, 5.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "horizon blue"), 62, (-3.0, -14.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "air force blue"), 40, (-1.0, -14.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "navy blue"), 18, (3.0, -16.0)),
            ReadyColor(QT_TRANSLATE_NOOP("ReadyColors", "scarlet"), 42, (52.0, 34.0)),
        ),
    ),
)
"""Of each kind as many as there are places for them in the palette, or fewer."""
MOST_READY = 8
