"""Measure how prints on drawn scans are found, and how photos that stand aslant are set straight.

    python -m training.evaluate_geometry DAMAGE_FOLDER [--photos PHOTOS]

The scans: one to four of the held-back sharp photos as prints of several sizes, half of them with a
white border, turned by up to 8 degrees, on white, gray and black beds with noise; and pairs that
touch. The photos: the sharp ones and small ones that training never saw, as they are and turned by
known angles, without a border; their own tilt, which nobody knows, counts as an error.
"""

from __future__ import annotations

import argparse
import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.photo.photo import Photo
from engine.restoration.geometry import find_prints
from engine.restoration.tilt import straightening
from training.config import DataConfig
from training.data import datasets
from training.data.damage import load_color_photos, load_photos

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.photo.photo import Pixels
    from engine.restoration.geometry import Print

    Plane = NDArray[np.uint8]

BEDS = {"white": 246.0, "gray": 128.0, "black": 10.0}
NOISES = (1.0, 3.0, 6.0)
"""Deviations, levels of 255."""
SIZE = (1200, 1600)
"""Height and width of a drawn scan."""
_SCANS = 4
"""Drawn for each bed, noise and number of prints."""
_NEAR = 0.02
"""Share of the scan's width within which middle and sides of a print have to be found."""
_TURNS = (1.0, 2.0, 3.0, 5.0, 7.0)
"""Degrees that photos are turned by, to both sides."""
_SEEN, _FAR = 0.5, 1.5
"""Degrees: what eyes begin to see, and what is plainly wrong."""


@dataclass(frozen=True)
class Laid:
    """A print as it was laid on a bed; pixels of the scan, degrees clockwise."""

    x: float
    y: float
    height: int
    width: int
    degrees: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=Path, help="small photos, of which some are held back")
    parser.add_argument("--count", type=int, default=300, help="of the small photos")
    args = parser.parse_args(arguments)
    report_prints(list(load_photos(args.folder, held_back=True)))
    report_tilt("sharp photos", list(load_color_photos(args.folder, held_back=True)))
    if args.photos is not None:
        store = datasets.load_photos(args.photos, "val", DataConfig(store_size=192))
        places = np.linspace(0, len(store) - 1, args.count).astype(int)
        report_tilt("small photos", [store.photo(int(index)) for index in places])


def report_prints(photos: Sequence[Plane]) -> None:
    """Print how many of the prints on drawn scans are found, and how exactly."""
    for bed, apart in itertools.product(BEDS, (True, False)):
        chance = np.random.default_rng(9)
        errors: list[float] = []
        laid, false, wrong = 0, 0, 0
        for noise, count, _ in itertools.product(NOISES, (1, 2, 3, 4), range(_SCANS)):
            if not apart and count != 2:
                continue
            prints = [photos[int(index)] for index in chance.integers(len(photos), size=count)]
            scan, truth = draw_scan(prints, BEDS[bed], noise, chance, apart=apart)
            found = find_prints(Photo(scan))
            matched = [_match(one, found) for one in truth]
            errors += [error for error in matched if error is not None]
            laid += count
            false += len(found) - sum(error is not None for error in matched)
            wrong += len(found) != count
        print(
            f"{bed} bed, {'apart' if apart else 'touching'}: {len(errors)} of {laid} prints found, "
            f"{false} false, {wrong} scans with another number; angle: median "
            f"{np.median(errors or [0]):.3f}°, worst {max(errors, default=0):.2f}°"
        )


def draw_scan(
    photos: Sequence[Plane],
    bed: float,
    noise: float,
    chance: np.random.Generator,
    *,
    apart: bool = True,
) -> tuple[Pixels, list[Laid]]:
    """Lay photos as prints on a bed of one tone.

    Args:
        photos: One to four, (H, W) each.
        bed: Its level, 0 to 255.
        noise: Deviation in levels.
        chance: The scan depends on its state alone.
        apart: Whether there is bed between them; else each touches the one before along an edge.

    Returns:
        The scan, (H, W, 1) uint8, and where its prints lie.
    """
    plane = np.full(SIZE, bed, np.float32)
    turn = float(chance.uniform(-8, 8))
    truth: list[Laid] = []
    for index, photo in enumerate(photos):
        height, width = (int(side) for side in chance.integers(300, 460, size=2))
        if apart:
            x = SIZE[1] * (0.27 + 0.46 * (index % 2)) + chance.uniform(-30, 30)
            y = SIZE[0] * (0.27 + 0.46 * (index // 2)) + chance.uniform(-20, 20)
            turn = float(chance.uniform(-8, 8))
        elif not truth:
            x, y = 0.33 * SIZE[1], 0.5 * SIZE[0]
        else:
            step, angle = (truth[-1].width + width) / 2, np.deg2rad(turn)
            x, y = truth[-1].x + step * np.cos(angle), truth[-1].y + step * np.sin(angle)
        truth.append(Laid(x, y, height, width, turn))
        _lay(plane, _print_of(photo, height, width, chance), truth[-1])
    plane += chance.normal(0, noise, SIZE)
    return np.clip(np.rint(plane), 0, 255).astype(np.uint8)[..., None], truth


def _print_of(
    photo: Plane, height: int, width: int, chance: np.random.Generator
) -> NDArray[np.float32]:
    """Return a photo as a print of this size, with a white border or without."""
    picture = cv2.resize(photo, (width, height), interpolation=cv2.INTER_AREA).astype(np.float32)
    picture = 24 + picture * (200 / 255)  # no paper is as black as a bed or as white as a lid
    if chance.random() < 0.5:
        border = round(0.04 * min(height, width))
        picture[:border] = picture[-border:] = 232
        picture[:, :border] = picture[:, -border:] = 232
    return picture


def _lay(plane: NDArray[np.float32], picture: NDArray[np.float32], laid: Laid) -> None:
    """Draw a print into a scan."""
    turn = cv2.getRotationMatrix2D(((laid.width - 1) / 2, (laid.height - 1) / 2), -laid.degrees, 1)
    turn[:, 2] += np.array((laid.x - (laid.width - 1) / 2, laid.y - (laid.height - 1) / 2))
    cover = cv2.warpAffine(np.ones_like(picture), turn, SIZE[::-1])
    plane += cv2.warpAffine(picture, turn, SIZE[::-1]) - plane * cover


def _match(laid: Laid, found: Sequence[Print]) -> float | None:
    """Return by how many degrees the print that lies there was misjudged; None if none does."""
    for one in found:
        middle = np.hypot(one.x * SIZE[1] - laid.x, one.y * SIZE[0] - laid.y)
        sides = max(abs(one.height - laid.height), abs(one.width - laid.width))
        if max(middle, sides) < _NEAR * SIZE[1]:
            return abs(one.degrees - laid.degrees)
    return None


def report_tilt(name: str, photos: Sequence[Pixels]) -> None:
    """Print for how many photos a turn is proposed, and how far it is from the known one."""
    chance = np.random.default_rng(4)
    straight = [straightening(Photo(photo)) for photo in photos]
    errors, own = [], []
    for (photo, before), sign in itertools.product(zip(photos, straight, strict=True), (-1, 1)):
        known = sign * float(chance.choice(_TURNS))
        said = straightening(Photo(turned_inside(photo, known)))
        if said is not None:
            errors.append(abs(said + known))
            own += [] if before is None else [abs(said + known - before)]
    touched = np.abs([0.0 if one is None else one for one in straight])
    print(
        f"{name}, turned: proposed for {len(errors)} of {2 * len(photos)}, error "
        f"{_spread(errors)}; of {len(own)} against what is said of the same photo as it is "
        f"{_spread(own)}; "
        f"as they are, turned by half a degree or more: {int((touched >= _SEEN).sum())} of "
        f"{len(photos)}, by 1° or more: {int((touched >= 2 * _SEEN).sum())}"
    )


def _spread(errors: Sequence[float]) -> str:
    far = sum(error > _FAR for error in errors)
    middle, most = np.quantile(errors or [0.0], [0.5, 0.95])
    return f"median {middle:.2f}°, 95 % below {most:.2f}°, {far} over {_FAR}°"


def turned_inside(photo: Pixels, degrees: float) -> Pixels:
    """Return what is left of a photo without corners when it is turned clockwise."""
    height, width = photo.shape[:2]
    cos, sin = np.cos(np.deg2rad(degrees)), abs(np.sin(np.deg2rad(degrees)))
    scale = min(width / (width * cos + height * sin), height / (height * cos + width * sin))
    size = int(width * scale) - 2, int(height * scale) - 2
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, 1.0)
    turn[:, 2] += np.array(((size[0] - width) / 2, (size[1] - height) / 2))
    turned = cv2.warpAffine(photo, turn, size, flags=cv2.INTER_CUBIC)
    return np.asarray(turned, photo.dtype).reshape(size[1], size[0], -1)


if __name__ == "__main__":
    main()
