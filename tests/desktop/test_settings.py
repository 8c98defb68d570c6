import pytest
from PySide6.QtCore import QSettings

from desktop import settings as declared
from desktop.settings import Setting, Settings

ALL = [value for value in vars(declared).values() if isinstance(value, Setting)]


@pytest.fixture
def open_settings(qapp, tmp_path):
    return lambda: Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))


@pytest.mark.parametrize("setting", ALL, ids=lambda s: s.key)
def test_defaults_are_not_stored(open_settings, setting):
    settings = open_settings()
    settings.set(setting, setting.default)
    assert not settings._store.allKeys()
    assert settings.get(setting) == setting.default


def test_values_come_back_after_a_restart(open_settings, qtbot):
    settings = open_settings()
    with qtbot.waitSignal(settings.changed) as blocker:
        settings.set(declared.DEVICE, "cpu")
    assert blocker.args == ["engine/device"]
    settings._store.sync()
    assert open_settings().get(declared.DEVICE) == "cpu"


def test_nonsense_in_the_file_falls_back_to_the_default(open_settings, tmp_path):
    (tmp_path / "s.ini").write_bytes(b"\x00\xff[engine\ndevice=%%%\n")
    assert open_settings().get(declared.DEVICE) == "auto"


def test_a_value_of_another_type_falls_back_to_the_default(open_settings, tmp_path):
    (tmp_path / "s.ini").write_text("[engine]\ndevice=cpu, cuda\n")  # Qt reads a list
    assert open_settings().get(declared.DEVICE) == "auto"


def test_keys_are_unique():
    assert len({s.key for s in ALL}) == len(ALL)
