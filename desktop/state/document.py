"""The open photo and what the user made of it. Plain Python, no Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.platform.presence import is_there, names_in
from engine.batch.planning.naming import fitted, free_name
from engine.files.image_io import SUFFIXES
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept
from engine.recipe.stages import Coloring, Grade

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from engine.checkpoints.checkpoint import Model
    from engine.coloring.colorize import Encoding
    from engine.errors import NewerSettingsError
    from engine.photo.photo import Photo
    from engine.recipe.hint import Hint


@dataclass(frozen=True)
class Look:
    """Everything the user decided about a photo: what undo goes back to, but for the page."""

    settings: Grade = field(default_factory=Grade)
    vividness: float = 1.0
    size: int | None = None
    """Short side in pixels at which the network sees the photo; None is the model's own."""
    hints: tuple[Hint, ...] = ()
    model: str = ""
    """Name of the bundled model that colors this photo; empty is the one chosen for all."""
    page: int | None = None
    """Of the photo's file, from 1; None is the largest."""

    def is_seen_like(self, other: Look) -> bool:
        """Whether the same network would be asked the same."""
        return (self.model, self.size, self.hints) == (other.model, other.size, other.hints)

    def is_drawn_like(self, other: Look) -> bool:
        """Whether what the network said would be shown the same."""
        return (self.settings, self.vividness) == (other.settings, other.vividness)

    def for_page(self, page: int) -> Look:
        """Return the look for another page than the one it names: hints are places in that one."""
        is_another = self.page not in (None, page)
        return replace(self, page=page, hints=()) if is_another else self

    @property
    def recipe(self) -> Recipe:
        """The same as the engine takes it; the page stands beside it."""
        coloring = Coloring(self.model, self.size, self.hints, self.vividness)
        return Recipe(coloring=coloring, grade=self.settings)

    @property
    def kept(self) -> Kept:
        """The same as files hold it."""
        return Kept(self.recipe, self.page)

    @staticmethod
    def of(kept: Kept) -> Look:
        """Return what a file held, see :attr:`kept`.

        Raises:
            ValueError: If the photo shall keep its own colors, which the window cannot show yet.
        """
        coloring = kept.recipe.coloring
        if coloring is None:
            msg = "photos that keep their own colors are not shown yet"
            raise ValueError(msg)
        seen = coloring.vividness, coloring.size, coloring.hints, coloring.model
        return Look(kept.recipe.grade, *seen, kept.page)

    def with_recipe(self, recipe: Recipe) -> Look:
        """Return what another recipe makes of this page.

        Raises:
            ValueError: If the photo shall keep its own colors, which the window cannot show yet.
        """
        return Look.of(Kept(recipe, self.page))

    def with_sliders_of(self, other: Look) -> Look:
        """Return this look as another's sliders make it; set colors, model and page stay."""
        return replace(self, settings=other.settings, vividness=other.vividness, size=other.size)


@dataclass
class Document:
    """One open photo."""

    photo: Photo
    look: Look = field(default_factory=Look)
    sha256: str = ""
    """Of the photo's file; empty if it has none."""
    look_is_lost: bool = False
    """Whether a look was kept beside it that cannot be read."""
    encoding: Encoding | None = None
    """None until the network has seen the photo; while a change of hints is under way, the last."""
    encoded_look: Look | None = None
    """The look for which the network saw it."""
    model: Model | None = None
    """Whose encoding it is."""
    recolor: bool = False
    """Whether colors that the photo has already may be replaced."""
    refused: NewerSettingsError | None = None
    """Why what is kept beside it was not taken."""

    @property
    def is_up_to_date(self) -> bool:
        """Whether the encoding is what the network makes of the look as it is now."""
        seen = self.encoded_look
        return self.encoding is not None and seen is not None and seen.is_seen_like(self.look)

    @property
    def title(self) -> str:
        """The file's name; empty for a pasted picture."""
        return self.photo.path.name if self.photo.path else ""

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
        original = self.photo.path or pictures / "photo.png"
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
