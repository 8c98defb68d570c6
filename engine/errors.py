"""What a user can meet and act on.

``str(error)`` is one clear English sentence, for the command line and the log; the desktop
translates by class and field. Misuse of the API raises ``ValueError`` or ``TypeError`` instead:
that is a bug in the caller.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 300
"""Characters of what a file or a setting says of itself, in a sentence."""


def brief(text: str) -> str:
    """Return words of unknown origin as one line of bounded length."""
    line = " ".join(text[: 4 * _LONGEST].split())
    cut = len(text) > 4 * _LONGEST or len(line) > _LONGEST
    return f"{line[: _LONGEST - 1]}…" if cut else line


class EngineError(Exception):
    """Base of every expected failure."""


class ImageProblem(Enum):
    """Why a photo cannot be read or written; the value completes the sentence “NAME …”."""

    MISSING = "does not exist"
    FOLDER = "is a folder, not a photo"
    EMPTY = "is empty (0 bytes)"
    UNKNOWN_FORMAT = "is not a photo in a format that this version reads"
    DAMAGED = "is damaged or incomplete"
    UNSUPPORTED_DEPTH = "has pixels of a kind this version does not read"
    UNSUPPORTED_COMPRESSION = "is compressed in a way this version does not read"
    NEEDS_EXTRA = "needs an optional part of Kolorit that is not installed: pip install"
    NO_PAGE = "has no such page"
    IN_COLOR = "is in color already; add --recolor to replace its colors"
    TOO_LARGE = "has more pixels than this version opens"
    FORBIDDEN = "cannot be read: permission denied"
    UNREADABLE = "cannot be read"
    WRITE_FORBIDDEN = "cannot be written: permission denied"
    WRITE_FORMAT = "cannot be written: choose a name ending in .jpg, .png, .webp or .tif"
    WRITE_TOO_LARGE = "cannot be written: the photo is too large for this file format"
    WRITE_REFUSED = "cannot be written in this format; choose another one"
    WRITE_EXISTS = "already exists"
    WRITE_IS_INPUT = "is the original photo, which is never overwritten"
    WRITE_NO_FOLDER = "cannot be written: its folder does not exist"
    DISK_FULL = "cannot be written: the disk is full"
    UNWRITABLE = "cannot be written"


FADED_COLOR = "faded color"
"""Detail of :attr:`ImageProblem.IN_COLOR`: the photo has colors, but its dyes have faded."""


class ImageError(EngineError):
    """A photo cannot be read or written."""

    def __init__(self, path: Path, problem: ImageProblem, detail: str = "") -> None:
        super().__init__(path, problem, detail)
        self.path = path
        self.problem = problem
        self.detail = brief(detail)

    def __str__(self) -> str:
        tail = f" ({self.detail})" if self.detail else ""
        return f"“{self.path}” {self.problem.value}{tail}."


class NewerSettingsError(EngineError):
    """A newer version of Kolorit wrote the settings beside a photo."""

    def __init__(self, photo: Path) -> None:
        super().__init__(photo)
        self.photo = photo

    def __str__(self) -> str:
        return (
            f"The settings beside “{self.photo.name}” were written by a newer version of Kolorit; "
            "they are not used and not changed."
        )


class SigningError(EngineError):
    """A file cannot be signed with the user's certificate."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = brief(reason)

    def __str__(self) -> str:
        return f"The file cannot be signed: {self.reason}."


class CheckpointError(EngineError):
    """A checkpoint is damaged, foreign, or does not fit its architecture."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = brief(reason)

    def __str__(self) -> str:
        return f"The model “{self.path}” cannot be used: {self.reason}."


class UnknownArchitectureError(CheckpointError):
    """The checkpoint was made by a newer version."""

    def __init__(self, path: Path, arch: str) -> None:
        super().__init__(path, f"its architecture {brief(arch)!r} needs a newer version of Kolorit")
        self.arch = brief(arch)


class CatalogError(EngineError):
    """The list of the bundled models cannot be used: the installation is broken."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = brief(reason)

    def __str__(self) -> str:
        return f"The list of models “{self.path}” {self.reason}; install Kolorit again."


class UnknownModelError(EngineError):
    """No model goes by this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = brief(name)
        self.known = known

    def __str__(self) -> str:
        return f"There is no model “{self.name}”; known models: {', '.join(self.known) or 'none'}."


class ModelFeature(Enum):
    """What some models can do and others cannot."""

    HINTS = "hints"
    DISTRIBUTION = "other vividness"


class UnsupportedByModelError(EngineError):
    """The model cannot do what was asked for; another one can."""

    def __init__(self, feature: ModelFeature) -> None:
        super().__init__(feature)
        self.feature = feature

    def __str__(self) -> str:
        return f"This model knows no {self.feature.value}; choose another one."


class DeviceUnavailableError(EngineError):
    """The device that was asked for is not on this machine."""

    def __init__(self, device: str, known: tuple[str, ...]) -> None:
        super().__init__(device, known)
        self.device = brief(device)
        self.known = known

    def __str__(self) -> str:
        return (
            f"The device “{self.device}” is not available here; available: {', '.join(self.known)}."
        )


class DeviceMemoryError(EngineError):
    """There was not enough memory."""

    def __init__(self, device: str, retry_size: int | None = None) -> None:
        super().__init__(device, retry_size)
        self.device = brief(device)
        self.retry_size = retry_size
        """A short side in pixels at which the network needs a quarter of the memory; None if its
        size was not the reason or cannot get smaller."""

    def __str__(self) -> str:
        text = f"There was not enough memory on {self.device}"
        ways = [] if self.retry_size is None else [f"at size {self.retry_size}"]
        ways += [] if self.device == "cpu" else ["on the cpu"]
        return f"{text}; try again {' or '.join(ways)}." if ways else f"{text}."


class DeviceFailureError(EngineError):
    """A graphics card does not do what it is told, and will not until the program starts anew."""

    def __init__(self, device: str, reason: str) -> None:
        super().__init__(device, reason)
        self.device = brief(device)
        self.reason = brief(reason)

    def __str__(self) -> str:
        return f"{self.device} failed ({self.reason}); start Kolorit again, or use the cpu."


class BatchProblem(Enum):
    """Why a batch cannot begin or go on; the value completes the sentence “FOLDER …”."""

    SAME_FOLDER = "is the folder with the photos; choose another one for the results"
    NO_SOURCE = "does not exist"
    UNWRITABLE = "cannot be written to"
    UNFINISHED = "holds an unfinished batch: let it go on, or begin anew"
    OTHER_JOB = "holds a batch that was begun with other rules"
    NOTHING = "holds no batch that could go on"
    DAMAGED = "holds a batch whose plan is damaged: begin anew"
    NEWER = "holds a batch of a newer version of Kolorit, which is not changed; choose another one"
    IN_USE = "is being written to by another batch"


class BatchError(EngineError):
    """A batch cannot begin or go on."""

    def __init__(self, folder: Path, problem: BatchProblem, detail: str = "") -> None:
        super().__init__(folder, problem, detail)
        self.folder = folder
        self.problem = problem
        self.detail = brief(detail)

    def __str__(self) -> str:
        tail = f" ({self.detail})" if self.detail else ""
        return f"“{self.folder}” {self.problem.value}{tail}."


class ClusterError(EngineError):
    """A cluster cannot be used."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(address, reason)
        self.address = brief(address)
        self.reason = brief(reason)

    def __str__(self) -> str:
        return f"The cluster “{self.address}” {self.reason}."
