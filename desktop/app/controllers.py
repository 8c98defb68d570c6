"""The controllers of a window: each is built here once, with those that it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.app.troubles import Troubles
from desktop.batch.batches import Batches
from desktop.editing.candidates import CandidateController
from desktop.editing.color_like import ColorLike
from desktop.editing.coloring import ColoringController
from desktop.editing.doubt import DoubtController
from desktop.editing.geometry_editing import GeometryEditor
from desktop.editing.hint_editing import HintEditor
from desktop.editing.model_choice import ModelChoice
from desktop.editing.restore_editing import RestoreEditor
from desktop.editing.slider_editing import SliderEditor
from desktop.photos.album import Album
from desktop.photos.neighbors import NeighborController
from desktop.photos.opening import Opener
from desktop.photos.other_photos import OtherPhotos
from desktop.photos.recovery import CrashOffer
from desktop.photos.series import SeriesColors
from desktop.photos.session import SessionJournal
from desktop.photos.sharing import ColorSharing
from desktop.photos.thumbnails import ThumbnailController
from desktop.preview.preview import PreviewController
from desktop.preview.trials import Trials
from desktop.saving.export import ExportController
from desktop.saving.saving import Saver
from desktop.state.history import History
from desktop.state.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.jobs.engine_thread import EngineThread
    from desktop.state.settings import Settings
    from desktop.widgets.workspace import Workspace
    from engine.checkpoints.catalog import Entry


class Controllers:
    """What turns what a user does into work and its results into pictures; all end with a window.

    Args:
        engine: Does the work.
        settings: What is remembered.
        sessions: The folder of the session journals.
        models: Those to choose from.
        workspace: The widgets that they serve.
        window: Asks the questions.
    """

    def __init__(  # its arguments are what a program is made of
        self,
        engine: EngineThread,
        settings: Settings,
        sessions: Path,
        *,
        models: Sequence[Entry],
        workspace: Workspace,
        window: QWidget,
    ) -> None:
        viewer, adjust, messages = workspace.viewer, workspace.adjust, workspace.messages
        self.settings = settings
        self.album, self.history = Album(window), History(window)
        album, history = self.album, self.history
        self.selection = Selection(history, window)
        self.coloring = coloring = ColoringController(engine, window)
        self.previews = PreviewController(engine, window)
        self.trials = Trials(engine, self.previews, lambda: coloring.models)
        self.exports = ExportController(engine, window)
        self.sliders = SliderEditor(history, self.selection, adjust, window)
        self.choice = ModelChoice(models, coloring, history, settings, self.sliders, adjust)
        self.hints = HintEditor(engine, history, settings, viewer, adjust.hints)
        self.like = ColorLike(engine, history, window)
        others = OtherPhotos(album, history)
        self.sharing = ColorSharing(engine, others, self.hints, workspace.proposals)
        self.series = SeriesColors(engine, others, self.hints, settings)
        self.doubt = DoubtController(engine, viewer, workspace.doubt_bar)
        self.restoring = RestoreEditor(engine, history, viewer, adjust.restore)
        self.geometry = GeometryEditor(engine, history, viewer, workspace.crop_bar)
        self.opener = Opener(album, coloring, settings, window)
        self.neighbors = NeighborController(engine, album, coloring)
        self.thumbnails = ThumbnailController(engine, album, coloring)
        self.batches = Batches(settings, models, window)
        self.journal = SessionJournal(sessions, album, history)
        self.crashed = CrashOffer(self.journal, self.opener, messages)
        self.saver = Saver(album, coloring, self.exports, settings, window)
        strip = workspace.candidates
        self.candidates = CandidateController(models, engine, history, coloring, strip)
        self.troubles = Troubles(coloring, history, messages)
