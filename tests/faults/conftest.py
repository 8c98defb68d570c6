"""Faults are injected into the real window, so what its tests share is shared here too."""

from tests.desktop.conftest import (  # noqa: F401 - fixtures
    _windows_may_close,
    engine,
    gate,
    qtbot,
    sessions,
    settings,
    wait_until_idle,
    window,
)
