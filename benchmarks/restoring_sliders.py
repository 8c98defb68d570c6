"""How soon the picture follows the sliders of restoring, and how long what is sharp takes.

    python benchmarks/restoring_sliders.py [--megapixels 24]

The sample photo, enlarged, with grain and a thousand specks, seen as a whole in 1280 × 800 pixels.
A slider is moved to 60 places, as a hand does; each time what the screen shows at once is drawn,
at half that size, in colors of its own. Times are of the engine alone: the median, and what 19 in
20 stay below, in frames of 1/60 s; and how many times as long the restoration itself takes.
"""

from __future__ import annotations

import argparse
import os
import time
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from brush import dusty

from engine.coloring.colorize import lab_from_pixels, render
from engine.develop import Frame
from engine.photo.photo import Window, fit, resize, view
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Denoise, Grade, Repair
from engine.restoration.live import live, live_views
from engine.restoration.restoring import restore

if TYPE_CHECKING:
    from collections.abc import Callable

_FRAME = 1 / 60
_MOVES = 60
_SCREEN = (800, 1280)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megapixels", type=float, default=24)
    args = parser.parse_args()
    photo, _ = dusty(args.megapixels)
    recipe = Recipe(repair=Repair(), denoise=Denoise(), coloring=None)
    started = time.perf_counter()
    restored = restore(photo, recipe)
    print(f"{photo.size[1]} x {photo.size[0]}: restored in {time.perf_counter() - started:.1f} s")
    window, size = Window.whole(photo.size), fit(photo.size, _SCREEN)
    views = live_views(restored, window, view(photo, window, size))

    def shown(repair: Repair, denoise: Denoise) -> None:
        nonlocal views
        pixels, views = live(views, repair, denoise)
        lab = lab_from_pixels(resize(pixels, (size[0] // 2, size[1] // 2)))
        render(Frame(lab[:1], lab[1:]), Grade(0.9))

    places = (1 - np.cos(np.linspace(0, np.pi, _MOVES))) / 2
    for name in ("sensitivity", "noise", "grain"):
        times = [timed(partial(shown, *moved(name, at))) for at in places.tolist()]
        repair, denoise = moved(name, 0.9)
        wanted = Recipe(repair=repair, denoise=denoise, coloring=None)
        sharp = timed(partial(restore, photo, wanted, earlier=restored))
        half, most = np.percentile(times, (50, 95))
        print(
            f"{name:12} {half / _FRAME:5.1f} frames, 19 in 20 below {most / _FRAME:5.1f}; "
            f"sharp takes {sharp / half:5.0f} times as long ({sharp:.1f} s)"
        )
    print(f"load {os.getloadavg()[0]:.1f}")


def moved(name: str, at: float) -> tuple[Repair, Denoise]:
    """Return the settings when a slider stands somewhere, 0 to 1."""
    return {
        "sensitivity": (Repair(at), Denoise()),
        "noise": (Repair(), Denoise(at)),
        "grain": (Repair(), Denoise(1.0, at)),
    }[name]


def timed(act: Callable[[], object]) -> float:
    """Return how long something takes, in seconds."""
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
