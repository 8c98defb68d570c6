"""No code from the folder that the program is started in, nor for programs it starts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.installation import InstallationCheck, self_test_command
from desktop.platform.surroundings import leave_no_trace, neutral_folder
from desktop.state.settings import CHECKED_VERSION
from tests.desktop.starts.starting import home, launch, outcome

_TRAP = "from pathlib import Path; Path(__file__).with_name('sprung').write_text(__file__)\n"


@pytest.fixture
def strange_folder(tmp_path):
    """A folder with modules of the names that the program imports."""
    folder = tmp_path / "strange"
    folder.mkdir()
    for name in ("desktop", "engine", "torch", "cv2", "numpy", "sitecustomize"):
        (folder / f"{name}.py").write_text(_TRAP)
    return folder


def test_the_self_test_runs_nothing_of_the_working_directory(
    qtbot, settings, strange_folder, monkeypatch
):
    monkeypatch.chdir(strange_folder)
    command = (*self_test_command()[:-1], "--help")
    check = InstallationCheck(settings, "2.0", command)
    check.start()
    qtbot.waitUntil(lambda: not check.is_running)
    assert settings.get(CHECKED_VERSION) == "2.0"
    assert not (strange_folder / "sprung").exists()


def test_without_these_precautions_the_trap_is_sprung(strange_folder):
    subprocess.run([sys.executable, "-m", "desktop"], cwd=strange_folder, check=True)
    assert (strange_folder / "sprung").exists()


_WATCH = """
import atexit, os
def tell():
    print("folder:", os.getcwd())
    print("libraries:", os.environ.get("LD_LIBRARY_PATH"))
atexit.register(tell)
"""


@pytest.mark.parametrize("libraries", [None, "/opt/lib", "/opt/lib:", ":lib:/opt/lib"])
def test_what_the_app_starts_finds_neither_its_folder_nor_its_libraries(
    tmp_path, strange_folder, tiny_models, gray_jpeg, libraries
):
    name = os.path.relpath(gray_jpeg, strange_folder)
    app = launch(
        tiny_models,
        name,
        first=_WATCH,
        folder=strange_folder,
        LD_LIBRARY_PATH=libraries,
        PYTHONSAFEPATH="1",
        **home(tmp_path),
    )
    status, said, logged = outcome(app)
    assert status == 0, logged
    assert f"colored: {gray_jpeg.name}" in said  # a relative path is still that of the start
    assert f"folder: {neutral_folder()}" in said
    assert f"libraries: {libraries and '/opt/lib'}" in said
    assert not (strange_folder / "sprung").exists()


@pytest.mark.parametrize("users", [None, "/usr/local/lib"])
def test_a_bundle_points_nobody_at_its_own_libraries(tmp_path, monkeypatch, users):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/kolorit/_internal", raising=False)
    environment = {
        "HOME": "/home/me",
        "LD_LIBRARY_PATH": "/opt/kolorit/_internal",
        "QT_PLUGIN_PATH": "/opt/kolorit/_internal/PySide6/Qt/plugins",
        "QML2_IMPORT_PATH": "/usr/qml:/opt/kolorit/_internal/PySide6/Qt/qml",
    }
    if users is not None:
        environment["LD_LIBRARY_PATH_ORIG"] = users
    leave_no_trace(environment)
    wanted = {"HOME": "/home/me", "QML2_IMPORT_PATH": "/usr/qml"}
    assert environment == wanted | ({"LD_LIBRARY_PATH": users} if users else {})
    assert str(Path.cwd()) == neutral_folder()
