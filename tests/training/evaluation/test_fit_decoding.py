import re

import pytest
from PIL import Image
from skimage import data

from training import fit_decoding


@pytest.fixture
def photos(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    for name in ("astronaut", "coffee", "cat"):
        image = Image.fromarray(getattr(data, name)())
        image.resize((64, 64)).save(folder / f"{name}.png")
    return folder


def test_gains_are_found_at_which_photos_are_as_colorful(tiny_kolorit, photos, capsys):
    fit_decoding.main([str(tiny_kolorit), "0.5,0", "1,0.5", "--data", str(photos), "--limit", "1"])
    head, *rows = capsys.readouterr().out.splitlines()
    assert re.fullmatch(r"tiny-kolorit: cross-entropy \d+\.\d{3} nats", head)
    assert [row.split(",")[0] for row in rows] == ["temperature 0.5", "temperature 1"]
    for row in rows:
        assert float(re.search(r"dB at (\d\.\d+)", row)[1]) == pytest.approx(0.9, abs=0.05)


def test_networks_without_distributions_are_refused(checkpoint_path, photos, capsys):
    with pytest.raises(SystemExit):
        fit_decoding.main([str(checkpoint_path), "0.5,0", "--data", str(photos)])
    assert "no network that predicts distributions" in capsys.readouterr().err
