import os
import stat
import sys

import pytest
from PySide6.QtCore import QSettings

from desktop.state import settings as declared
from desktop.state.settings import Setting, Settings
from desktop.state.settings import open_settings as open_private
from tests.threads import PATIENCE

ALL = [value for value in vars(declared).values() if isinstance(value, Setting)]


@pytest.fixture
def open_settings(qapp, tmp_path):
    return lambda: Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.mark.parametrize("setting", ALL, ids=lambda s: s.key)
def test_defaults_are_not_stored(open_settings, setting):
    settings = open_settings()
    settings.set(setting, setting.default)
    assert not settings._values
    assert settings.get(setting) == setting.default


def test_values_come_back_after_a_restart(open_settings, qtbot):
    settings = open_settings()
    with qtbot.waitSignal(settings.changed) as blocker:
        settings.set(declared.DEVICE, "cpu")
    assert blocker.args == ["engine/device"]
    assert settings.wait(PATIENCE)
    assert open_settings().get(declared.DEVICE) == "cpu"


def test_nonsense_in_the_file_falls_back_to_the_default(open_settings, tmp_path):
    (tmp_path / "s.ini").write_bytes(b"\x00\xff[engine\ndevice=%%%\n")
    assert open_settings().get(declared.DEVICE) == "auto"


def test_a_value_of_another_type_falls_back_to_the_default(open_settings, tmp_path):
    (tmp_path / "s.ini").write_text("[engine]\ndevice=cpu, cuda\n")  # Qt reads a list
    assert open_settings().get(declared.DEVICE) == "auto"


def test_keys_are_unique():
    assert len({s.key for s in ALL}) == len(ALL)


def test_numbers_and_switches_come_back_too(open_settings, tmp_path):
    settings = open_settings()
    settings.set(declared.QUALITY, 80)
    settings.set(declared.PROVENANCE, value=False)
    assert settings.wait(PATIENCE)
    again = open_settings()
    assert (again.get(declared.QUALITY), again.get(declared.PROVENANCE)) == (80, False)


@pytest.mark.parametrize("text", ["fine", "", "9" * 5000, "80, 90"])
def test_a_number_that_is_none_is_the_default(open_settings, tmp_path, text):
    (tmp_path / "s.ini").write_text(f"[files]\nquality={text}\nprovenance={text}\n")
    assert open_settings().get(declared.QUALITY) == 95
    assert open_settings().get(declared.PROVENANCE) is True


def test_two_instances_keep_each_others_settings(open_settings):
    first, second = open_settings(), open_settings()
    first.set(declared.DEVICE, "cpu")
    second.set(declared.THEME, "dark")
    assert first.wait(PATIENCE)
    assert second.wait(PATIENCE)
    again = open_settings()
    assert (again.get(declared.DEVICE), again.get(declared.THEME)) == ("cpu", "dark")
    second.set(declared.THEME, "system")
    assert second.wait(PATIENCE)
    assert open_settings().get(declared.THEME) == "system"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_settings_are_for_the_users_eyes_only(qapp, tmp_path):
    folder = tmp_path / "config"
    folder.mkdir(mode=0o755)
    settings = open_private(folder / "s.ini")
    settings.set(declared.FOLDER, "/home/me/secret")
    assert settings.wait(PATIENCE)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "s.ini").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.write_bytes(bytes(2 << 20))])
def test_what_is_no_settings_file_is_not_waited_for(qapp, tmp_path, make, caplog):
    make(tmp_path / "s.ini")
    settings = open_private(tmp_path / "s.ini")
    settings.set(declared.DEVICE, "cpu")
    assert settings.wait(PATIENCE)
    assert settings.get(declared.DEVICE) == "cpu"
    assert "cannot be used" in caplog.text


def test_settings_may_be_a_link_to_where_the_user_keeps_them(qapp, tmp_path):
    (tmp_path / "kept").write_text("[engine]\ndevice=cpu\n")
    (tmp_path / "s.ini").symlink_to(tmp_path / "kept")
    settings = open_private(tmp_path / "s.ini")
    assert settings.get(declared.DEVICE) == "cpu"
    settings.set(declared.THEME, "dark")
    assert settings.wait(PATIENCE)
    assert "dark" in (tmp_path / "kept").read_text()
