"""Start the application: ``kolorit [PHOTO]...``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.app.installation import SELF_TEST, InstallationCheck, self_test_command
from desktop.app.main_window import MainWindow
from desktop.appearance import Appearance
from desktop.jobs.engine_thread import EngineThread
from desktop.platform.icons import ICONS
from desktop.platform.logs import start_logging
from desktop.platform.outside_end import OutsideEnd
from desktop.platform.surroundings import leave_no_trace
from desktop.state.settings import open_settings
from desktop.texts.messages import broken_message
from desktop.widgets.bars.message_bar import Tone
from engine import thread_waiting
from engine.cli.__main__ import main as command_line
from engine.console import FOLDER_GONE, USAGE, have_streams, is_in_a_folder
from engine.files.provenance import software_version

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.state.settings import Settings


_WRITING_S = 5.0
"""Given to a disk for what has to be written when the program ends."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build every long-lived object, connect them, and hand over to Qt."""
    thread_waiting.spin_briefly()
    have_streams()
    args = _parse(arguments)
    if args.self_test:
        return _test_quietly()
    start_logging()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Kolorit")
    app.setDesktopFileName("kolorit")
    app.setWindowIcon(QIcon(str(ICONS / "kolorit.svg")))
    settings = open_settings(_settings_file(), app)
    Appearance(app, settings)
    engine = EngineThread()
    app.aboutToQuit.connect(engine.close)
    sessions = platformdirs.user_state_path("Kolorit", appauthor=False) / "sessions"
    window = MainWindow(engine, settings, sessions)
    sys.excepthook = window.troubles.tell_bug  # who clicked should know that nothing came of it
    window.shown.connect(window.start)  # torch is imported when the window is on the screen
    _check_installation(app, window, settings)
    window.show()
    photos = [photo.absolute() for photo in args.photos]
    leave_no_trace()
    if photos:
        window.opener.open_paths(photos)
    end = OutsideEnd(app)
    end.asked.connect(window.end)
    with end.awaited():
        status = app.exec()
    for writer in (window, settings):
        writer.wait(_WRITING_S)
    return status


def _check_installation(app: QApplication, window: MainWindow, settings: Settings) -> None:
    check = InstallationCheck(settings, software_version(), self_test_command(), window)
    check.broken.connect(lambda: window.messages.show_message(broken_message(), Tone.ERROR))
    window.shown.connect(check.start_soon)
    app.aboutToQuit.connect(check.close)


def _test_quietly() -> int:
    if hasattr(os, "nice"):
        os.nice(10)  # the app beside us is in use
    return command_line(["doctor"])


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kolorit", description="Color black-and-white photos.")
    parser.add_argument("photos", nargs="*", type=Path, help="photos and folders to open")
    parser.add_argument(SELF_TEST, action="store_true", help="check this installation, then end")
    args = parser.parse_args(arguments)
    if not is_in_a_folder():
        parser.exit(USAGE, f"kolorit: {FOLDER_GONE}\n")
    return args


def _settings_file() -> Path:
    return platformdirs.user_config_path("Kolorit", appauthor=False) / "settings.ini"


if __name__ == "__main__":
    sys.exit(main())
