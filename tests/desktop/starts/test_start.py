"""The application as a whole, started as a user starts it, in a process of its own."""

from tests.desktop.starts.starting import home, launch, outcome


def test_the_app_opens_the_photo_it_is_given_colors_it_and_ends(tmp_path, tiny_models, gray_jpeg):
    status, said, logged = outcome(launch(tiny_models, gray_jpeg, **home(tmp_path)))
    assert status == 0, logged
    assert said == ["torch before the window: False", "colored: ramp.jpg"]
