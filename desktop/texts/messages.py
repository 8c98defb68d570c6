"""What each engine error says to the user, in their language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.texts.counted import Counted
from engine.errors import (
    BatchError,
    BatchProblem,
    CatalogError,
    CheckpointError,
    ClusterError,
    DeviceFailureError,
    DeviceMemoryError,
    DeviceUnavailableError,
    EngineError,
    ImageError,
    ImageProblem,
    ModelFeature,
    NewerSettingsError,
    SigningError,
    UnknownArchitectureError,
    UnknownModelError,
    UnsupportedByModelError,
)
from engine.photo.photo import Photo, ReadLoss

# pyside6-lupdate finds translate("Context", "literal"); it does not see through a wrapper
translate = QCoreApplication.translate


def message_for(error: EngineError) -> str:
    """Return one translated sentence that says what happened and what to do next."""
    match error:
        case ImageError():
            return _image_message(error)
        case BatchError() | ClusterError():
            return _batch_message(error)
        case CheckpointError() | CatalogError() | UnknownModelError() | UnsupportedByModelError():
            return _model_message(error)
        case DeviceUnavailableError() | DeviceMemoryError() | DeviceFailureError():
            return _device_message(error)
        case SigningError() | NewerSettingsError():
            return _file_message(error)
        case _:
            return translate("EngineMessages", "Something went wrong. The log has the details.")


def action_for(error: EngineError) -> str:
    """Return the name of what the user can do about it at once; empty if there is nothing."""
    match error:
        case ImageError(problem=ImageProblem.IN_COLOR):
            return translate("EngineMessages", "Colorize anyway")
        case _:
            return ""


def _file_message(error: SigningError | NewerSettingsError) -> str:
    if isinstance(error, SigningError):
        return translate("EngineMessages", "The file could not be signed.")
    text = translate(
        "EngineMessages",
        "The settings beside “%1” were written by a newer version of Kolorit; they are not used"
        " and not changed.",
    )
    return text.replace("%1", error.photo.name)


def _device_message(
    error: DeviceUnavailableError | DeviceMemoryError | DeviceFailureError,
) -> str:
    if isinstance(error, DeviceUnavailableError):
        text = translate("EngineMessages", "This computer has no device “%1”.")
        return text.replace("%1", error.device)
    if isinstance(error, DeviceFailureError):
        return translate(
            "EngineMessages",
            "The graphics card stopped working. Restart Kolorit, or choose the processor in the"
            " preferences.",
        )
    return translate(
        "EngineMessages",
        "There was not enough memory. Close other programs, or try a smaller size.",
    )


def _model_message(
    error: CheckpointError | CatalogError | UnknownModelError | UnsupportedByModelError,
) -> str:
    match error:
        case UnknownArchitectureError(path=path):
            text = translate("EngineMessages", "The model “%1” needs a newer version of Kolorit.")
            return text.replace("%1", path.name)
        case CheckpointError(path=path):
            text = translate("EngineMessages", "The model “%1” is damaged. Choose another one.")
            return text.replace("%1", path.name)
        case CatalogError():
            return translate("EngineMessages", "The models are missing. Install Kolorit again.")
        case UnknownModelError(name=name):
            text = translate("EngineMessages", "There is no model “%1”. Choose another one.")
            return text.replace("%1", name)
        case UnsupportedByModelError(feature=ModelFeature.HINTS):
            return translate(
                "EngineMessages", "This model takes no color hints. Choose another model."
            )
        case UnsupportedByModelError():
            return translate(
                "EngineMessages", "This model’s vividness cannot be changed. Choose another model."
            )


def opened_message(photo: Photo, refused: NewerSettingsError | None = None) -> str:
    """Say what opening a photo had to leave behind, and which page it is; empty for all of it.

    Args:
        photo: The photo.
        refused: Why the settings beside it were not taken.
    """
    said = [] if refused is None else [message_for(refused)]
    return " ".join((*said, _photo_text(photo))).strip()


def _photo_text(photo: Photo) -> str:
    if photo.pages == 1:
        return _reductions_text(photo.reductions)
    text = translate("EngineMessages", "This is page %1 of %2.")
    for place, number in (("%1", photo.page), ("%2", photo.pages)):
        text = text.replace(place, QLocale().toString(number))
    others = tuple(reduction for reduction in photo.reductions if reduction != ReadLoss.PAGES)
    return f"{text} {_reductions_text(others)}".strip()


def _reductions_text(reductions: tuple[ReadLoss, ...]) -> str:
    if not reductions:
        return ""
    texts = {
        ReadLoss.DEPTH: translate("EngineMessages", "more than 16 bits per channel"),
        ReadLoss.CHANNELS: translate("EngineMessages", "further channels"),
        ReadLoss.PAGES: translate("EngineMessages", "the other pages"),
        ReadLoss.PROFILE: translate("EngineMessages", "its unusable color profile"),
        ReadLoss.METADATA: translate("EngineMessages", "damaged metadata"),
    }
    text = translate("EngineMessages", "Opened without: %1.")
    return text.replace("%1", "; ".join(texts[reduction] for reduction in reductions))


def _image_message(error: ImageError) -> str:
    return _image_text(error.problem).replace("%1", error.path.name)


def _image_text(problem: ImageProblem) -> str:
    texts = {
        ImageProblem.MISSING: translate("EngineMessages", "“%1” is no longer there."),
        ImageProblem.FOLDER: translate(
            "EngineMessages", "“%1” is a folder. Drop the photos inside it."
        ),
        ImageProblem.EMPTY: translate(
            "EngineMessages", "“%1” is empty: the file has 0 bytes. Copy or scan it again."
        ),
        ImageProblem.UNKNOWN_FORMAT: translate(
            "EngineMessages", "“%1” is not a supported image file."
        ),
        ImageProblem.DAMAGED: translate(
            "EngineMessages", "“%1” is damaged or incomplete. Copy or scan it again."
        ),
        ImageProblem.UNSUPPORTED_DEPTH: translate(
            "EngineMessages",
            "“%1” has a pixel format that is not supported. Save it as 16-bit RGB first.",
        ),
        ImageProblem.UNSUPPORTED_COMPRESSION: translate(
            "EngineMessages",
            "“%1” has a compression that is not supported. Save it with LZW or ZIP first.",
        ),
        ImageProblem.NEEDS_EXTRA: translate(
            "EngineMessages",
            "“%1” needs a part of Kolorit that is not installed: kolorit[heif] or kolorit[raw].",
        ),
        ImageProblem.NO_PAGE: translate("EngineMessages", "“%1” has no such page."),
        ImageProblem.IN_COLOR: translate(
            "EngineMessages",
            "“%1” looks like a color photo. Colorizing replaces its colors.",
        ),
        ImageProblem.WRITE_NO_FOLDER: translate(
            "EngineMessages", "“%1” was not saved: its folder is gone. Choose another one."
        ),
        ImageProblem.TOO_LARGE: translate(
            "EngineMessages", "“%1” has more than 200 megapixels, which this version does not open."
        ),
        ImageProblem.FORBIDDEN: translate(
            "EngineMessages", "You do not have permission to read “%1”."
        ),
        ImageProblem.UNREADABLE: translate(
            "EngineMessages", "“%1” could not be read. Is the disk still connected?"
        ),
        ImageProblem.WRITE_FORBIDDEN: translate(
            "EngineMessages",
            "You do not have permission to save “%1” there. Choose another folder.",
        ),
        ImageProblem.WRITE_FORMAT: translate(
            "EngineMessages",
            "“%1” cannot be saved: choose a name that ends in .jpg, .png, .webp or .tif.",
        ),
        ImageProblem.WRITE_TOO_LARGE: translate(
            "EngineMessages",
            "The photo is too large for the format of “%1”. Save it as TIFF.",
        ),
        ImageProblem.WRITE_REFUSED: translate(
            "EngineMessages",
            "“%1” could not be saved in this format. Choose another one.",
        ),
        ImageProblem.WRITE_EXISTS: translate(
            "EngineMessages", "“%1” already exists. Choose another name."
        ),
        ImageProblem.WRITE_IS_INPUT: translate(
            "EngineMessages",
            "“%1” is the original photo, which Kolorit never overwrites. Choose another name.",
        ),
        ImageProblem.DISK_FULL: translate(
            "EngineMessages", "“%1” was not saved: the disk is full."
        ),
        ImageProblem.UNWRITABLE: translate(
            "EngineMessages", "“%1” could not be saved. Choose another folder."
        ),
    }
    return texts[problem]


def _batch_message(error: BatchError | ClusterError) -> str:
    if isinstance(error, BatchError):
        return _batch_text(error.problem).replace("%1", error.folder.name)
    text = translate("EngineMessages", "The cluster “%1” cannot be reached.")
    return text.replace("%1", error.address)


def _batch_text(problem: BatchProblem) -> str:
    texts = {
        BatchProblem.SAME_FOLDER: translate(
            "EngineMessages", "“%1” contains the photos. Choose another destination folder."
        ),
        BatchProblem.NO_SOURCE: translate(
            "EngineMessages", "“%1” is not there. Choose another source folder."
        ),
        BatchProblem.UNWRITABLE: translate(
            "EngineMessages", "“%1” cannot be written to. Choose another destination folder."
        ),
        BatchProblem.UNFINISHED: translate(
            "EngineMessages",
            "“%1” contains an unfinished batch. Resume keeps its settings; Start over uses those"
            " below.",
        ),
        BatchProblem.OTHER_JOB: translate(
            "EngineMessages", "“%1” contains a batch with other settings. Choose another folder."
        ),
        BatchProblem.NOTHING: translate("EngineMessages", "There is no batch to resume in “%1”."),
        BatchProblem.DAMAGED: translate(
            "EngineMessages", "The plan of the batch in “%1” is damaged. Start over."
        ),
        BatchProblem.NEWER: translate(
            "EngineMessages",
            "“%1” contains a batch of a newer version of Kolorit, which is not changed. Choose"
            " another folder.",
        ),
        BatchProblem.IN_USE: translate(
            "EngineMessages", "Another batch is writing to “%1”. Wait until it has finished."
        ),
    }
    return texts[problem]


def crashed_message(count: int) -> tuple[str, str]:
    """Say that photos were open when the app ended; the second text is a button's."""
    text = translate("SessionMessages", "Kolorit closed unexpectedly. Reopen your photo?")
    if count > 1:
        text = Counted().reopened(count)
    return text, translate("SessionMessages", "Reopen")


def newer_session_message() -> str:
    """Say that what was open cannot be opened again by this version."""
    return translate(
        "SessionMessages",
        "What was open last was kept by a newer version of Kolorit; it is not used and not "
        "changed.",
    )


def prints_message(count: int) -> tuple[str, str]:
    """Say that a scan holds several photos; the second text is a button's."""
    return Counted().prints(count)


def broken_message() -> str:
    """Say that the installation failed its self-test."""
    return translate(
        "SessionMessages",
        "This installation of Kolorit is damaged; install it again. The log has the details.",
    )
