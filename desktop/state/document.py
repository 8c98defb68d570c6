"""The photo that is shown, and the names its colored versions get. Plain Python, no Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.platform.presence import is_there, names_in
from desktop.state.recipes import needs_pass
from engine.batch.planning.naming import fitted, free_name
from engine.files.image_io import SUFFIXES
from engine.recipe.crop_frame import frame_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from desktop.state.item import Item
    from engine.coloring.colorize import Encoding
    from engine.develop import Developed
    from engine.errors import NewerSettingsError
    from engine.photo.photo import Photo
    from engine.recipe.crop_frame import CropFrame
    from engine.recipe.recipe import Recipe


@dataclass
class Document:
    """The photo that is shown, and what was developed of it; what was decided is the item's."""

    item: Item
    photo: Photo
    refused: NewerSettingsError | None = None
    """Why what is kept beside it was not taken."""
    developed: Developed | None = None
    """None until that is done for the first time; while it is done anew, the last one."""
    is_in_color: bool = False
    """Whether it was not colored because it has colors of its own."""
    developed_for: Recipe | None = None
    """The recipe that was asked for; None if another model has been chosen since."""

    @property
    def recipe(self) -> Recipe:
        """What was decided; only :class:`desktop.state.history.History` changes it."""
        return self.item.recipe

    @property
    def encoding(self) -> Encoding | None:
        """What a network said of it; None if none was asked yet, or is to be."""
        return None if self.developed is None else self.developed.seen

    @property
    def is_up_to_date(self) -> bool:
        """Whether it needs only be drawn to show the recipe as it is now."""
        return self.developed_for is not None and not needs_pass(self.developed_for, self.recipe)

    @property
    def frame(self) -> CropFrame:
        """The part of the photo that is shown."""
        return frame_of(self.recipe.crop, self.photo.size)

    def with_own_colors(self, recipe: Recipe) -> Recipe:
        """Return a recipe without coloring if the photo was not colored as it is in color.

        So it can be saved for what else is done to it; who wanted its colors replaced still gets
        that.
        """
        if self.is_in_color and not self.item.recolor:
            return replace(recipe, coloring=None)
        return recipe

    @property
    def title(self) -> str:
        """The file's name, numbered for one of several prints; empty for a pasted picture."""
        return self.item.name

    def suggest_path(
        self,
        pictures: Path,
        folder: Path | None = None,
        suffix: str = "",
        *,
        taken: Collection[str] = (),
    ) -> Path:
        """Return a name that is free.

        Args:
            pictures: Where it goes if the photo has no file to lie beside.
            folder: Where it goes all the same, if any.
            suffix: Of the format that is wanted; empty for that of the photo.
            taken: Names that are promised already, see :func:`folded`.
        """
        return unused(self.usual_path(pictures, folder, suffix), taken)

    def usual_path(self, pictures: Path, folder: Path | None = None, suffix: str = "") -> Path:
        """Return the same, whether it is free or not."""
        path = self.photo.path
        original = pictures / "photo.png" if path is None else path.with_name(self.item.name)
        original = original if folder is None else folder / original.name
        other = ".jpg" if self.photo.bits == 8 else ".tif"  # for formats that are only read
        return colored_path(original, suffix=suffix, other=other)


def colored_path(original: Path, *, suffix: str = "", other: str = ".tif") -> Path:
    """Return the usual name beside a file for its colored version.

    Args:
        original: The file.
        suffix: The ending of the format that is wanted; empty to keep that of the file.
        other: The ending for formats that are only read.
    """
    if not suffix:
        suffix = original.suffix if original.suffix.lower() in SUFFIXES else other
    return original.with_name(fitted(original.stem, f"-color{suffix}"))


def free_paths(
    folder: Path, names: Iterable[str], taken: Collection[str], *, suffix: str = ""
) -> list[Path]:
    """Return names in a folder for the colored versions of files: none is there or taken.

    The folder is read once and no name is tried twice, also where all files are called alike.
    """
    used = {*taken, *(folded(folder / name) for name in names_in(folder))}
    copies: Counter[str] = Counter()
    found = []
    for name in names:
        path = colored_path(folder / name, suffix=suffix)
        usual = folded(path)
        copies[usual] += 1
        while folded(free := _numbered(path, copies[usual])) in used:
            copies[usual] += 1
        used.add(folded(free))
        found.append(free)
    return found


def unused(path: Path, taken: Collection[str] = ()) -> Path:
    """Return a path, with a number if there is such a file or it is promised to another."""

    def is_free(name: str) -> bool:
        other = path.with_name(name)
        return not is_there(other) and folded(other) not in taken

    return path.with_name(free_name(lambda copy: _numbered(path, copy).name, is_free))


def _numbered(path: Path, copy: int) -> Path:
    ending = f"-{copy}{path.suffix}" if copy > 1 else path.suffix
    return path.with_name(fitted(path.stem, ending))


def folded(path: Path) -> str:
    """Return what two paths have in common that may be one file: many disks ignore the case."""
    return str(path).casefold()
