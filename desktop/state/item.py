"""An open photo: the one owner of what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.state.recipes import coloring_of, for_another_page, unedited, with_own_sliders
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage, QUndoStack

    from desktop.state.sight import Sight
    from engine.errors import EngineError
    from engine.photo.photo import Photo
    from engine.recipe.sidecar import Result
    from engine.restoration.proposing import Proposal
    from engine.restoration.repairing import Damage


THUMB_SIDE = 256
"""Longer side of a thumbnail in pixels; only a photo that is smaller has a smaller one."""


class State(Enum):
    """What has become of a photo."""

    WAITING = auto()
    COLORING = auto()
    DONE = auto()
    FAILED = auto()


@dataclass(eq=False)
class Item:
    """An open photo: where it comes from and what the user made of it."""

    id: int
    path: Path | None
    stack: QUndoStack
    """Its steps; belongs to the album, so that no other thread's garbage collection ends it."""
    photo: Photo | None = None
    """A pasted picture: there is no file to read it from again."""
    recipe: Recipe = field(default_factory=Recipe)
    """What was decided; changed in steps by :class:`desktop.state.history.History`."""
    page: int | None = None
    """Of its file, from 1; None is the largest."""
    part: int = 0
    """Which of several prints on a scan it is, from 1; 0 is all of the file."""
    recolor: bool = False
    """Whether colors that the photo has already may be replaced."""
    sha256: str = ""
    """Of the file, as it was when the recipe was made; empty if that is not known."""
    was_shown: bool = False
    """Whether a recipe kept beside it has been read."""
    own_sliders: frozenset[str] = frozenset()
    """Those it got before that, which count more; see :func:`recipes.with_own_sliders`."""
    saved: Kept | None = None
    """Recipe and page as they were when it was last saved."""
    result: Result | None = None
    """What it was saved as last, which the next save updates."""
    saved_look: tuple[Recipe, int | None] | None = None
    """The same when its picture was last saved."""
    flagged: bool = False
    """Whether the user wants to find it again."""
    state: State = State.WAITING
    error: EngineError | None = None
    """Why it failed."""
    damage: Damage | None = None
    """What was found when it was looked at, whatever is then chosen of it."""
    proposal: Proposal | None = None
    """What it needs before it is colored; None until somebody asks."""
    sight: Sight | None = None
    """What of it is looked at; None for all that is shown of it, and where it lies otherwise."""
    thumbnail: QImage | None = None
    thumbnail_before: QImage | None = None
    """The same part of the photo as it is in its file."""
    thumbnail_basis: object = None
    """What the thumbnail was made of; another basis wants another thumbnail."""

    @property
    def name(self) -> str:
        """What it is called: its file's name, numbered if it is one of several prints.

        Empty for a pasted picture.
        """
        if self.path is None:
            return ""
        return f"{self.path.stem}-{self.part}{self.path.suffix}" if self.part else self.path.name

    @property
    def source(self) -> Photo | Path:
        """What the photo can be had from."""
        source = self.photo or self.path
        assert source is not None
        return source

    @property
    def kept(self) -> Kept:
        """Recipe and page as files hold them."""
        return Kept(self.recipe, self.page, self.recolor, self.result)

    @property
    def is_edited(self) -> bool:
        """Whether anything was decided about it."""
        return self.recipe != unedited(self.recipe, is_part=bool(self.part))

    @property
    def is_saved(self) -> bool:
        """Whether its picture has been saved as it is now."""
        return self.saved_look == (self.recipe, self.page)

    @property
    def marks(self) -> tuple[str, ...]:
        """What can be said about it at a glance."""
        said = {"edited": self.is_edited, "saved": self.is_saved, "flagged": self.flagged}
        return tuple(mark for mark, holds in said.items() if holds)

    @property
    def has_unsaved_work(self) -> bool:
        """Whether closing would lose what the user decided."""
        before = self.saved or Kept(page=self.page)
        return (self.recipe, self.page) != (before.recipe, before.page)

    @property
    def has_unsaved_colors(self) -> bool:
        """Whether turning to another page would lose them: they belong to this one."""
        return bool(coloring_of(self.recipe).hints) and self.has_unsaved_work

    def take_kept(self, kept: Kept) -> None:
        """Take what is kept beside it, but for the sliders that it got meanwhile."""
        self.recipe = with_own_sliders(kept.recipe, self.recipe, self.own_sliders)
        self.page, self.saved = kept.page, kept
        self.recolor, self.result = self.recolor or kept.recolor, self.result or kept.result

    def take_remembered(self, kept: Kept, sha256: str, *, is_saved: bool) -> None:
        """Take what was decided about it in an earlier session.

        That counts, and not what lies beside the photo.

        Args:
            kept: What was decided.
            sha256: Of the file as it was then; empty if it had not been read.
            is_saved: Whether that is saved.
        """
        self.recipe, self.page, self.sha256 = kept.recipe, kept.page, sha256
        self.recolor, self.result = kept.recolor, kept.result
        self.saved = kept if is_saved else None
        self.saved_look = (kept.recipe, kept.page) if is_saved and kept.result else None
        self.was_shown = bool(sha256) or kept != Kept()
        self.stack.clear()  # its steps led elsewhere

    def forget_findings(self) -> None:
        """Look at the picture anew when that is wanted: it is another one."""
        self.damage = self.proposal = None

    def turn_to(self, page: int) -> None:
        """Go on with another page: the sliders stay, all else was the last page's."""
        self.recipe, self.page = for_another_page(self.recipe), page
        self.saved = self.result = self.sight = None
        self.thumbnail = self.thumbnail_before = None
        self.forget_findings()
        self.stack.clear()
