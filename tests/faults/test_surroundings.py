"""The app as a process, in places that are not as it would like them."""

import pytest

from tests.desktop.starts.starting import home, launch, outcome

pytestmark = pytest.mark.slow

NO_HOME = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"))


def assert_colored(process):
    status, said, logged = outcome(process)
    assert status == 0, logged
    assert said[-1] == "colored: ramp.jpg"
    assert "Traceback" not in logged
    return logged


def test_two_at_once_share_a_home(tmp_path, tiny_models, gray_jpeg):
    both = [launch(tiny_models, gray_jpeg, **home(tmp_path)) for _ in range(2)]
    for process in both:
        assert_colored(process)


def test_decimals_with_commas(tmp_path, tiny_models, gray_jpeg):
    german = dict.fromkeys(("LC_ALL", "LC_NUMERIC", "LANG"), "de_DE.UTF-8")
    assert_colored(launch(tiny_models, gray_jpeg, **home(tmp_path), **german))


def test_without_a_home(tiny_models, gray_jpeg):
    assert_colored(launch(tiny_models, gray_jpeg, **NO_HOME))


def test_a_home_that_is_not_there_and_cannot_be(tiny_models, gray_jpeg):
    nowhere = dict.fromkeys(NO_HOME, "/proc/nowhere")
    logged = assert_colored(launch(tiny_models, gray_jpeg, **nowhere))
    assert "no log file" in logged


@pytest.mark.parametrize(
    "content", [b"\x00\xff[engine\nmodel=%%%", b"[engine]\nmodel=@Variant(", None]
)
def test_settings_that_are_spoilt_or_a_folder(tmp_path, tiny_models, gray_jpeg, content):
    path = tmp_path / "config" / "Kolorit" / "settings.ini"
    path.parent.mkdir(parents=True)
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    assert_colored(launch(tiny_models, gray_jpeg, **home(tmp_path)))
