import re

import pytest

from training import compare


def test_the_page_shows_every_checkpoint_on_the_same_photos(tiny_models, shards, tmp_path):
    checkpoints = [str(tiny_models / f"{name}.safetensors") for name in ("reddish", "greenish")]
    report = tmp_path / "a & b"
    command = [*checkpoints, checkpoints[0], "--data", str(shards), "--size", "48"]
    compare.main([*command, "-o", str(report)])
    page = (report / "index.html").read_text()
    titles = re.findall("<th>(.*?)</th>", page)
    assert titles == ["original", "gray", "reddish", "greenish", "reddish 2"]
    pictures = re.findall('src="(.*?)"', page)
    assert len(pictures) == 2 * len(titles)
    assert all((report / picture).stat().st_size > 0 for picture in pictures)
    assert "<td>mean color</td>" in page
    assert "Fréchet distance" not in page  # nobody measured it


def test_a_damaged_checkpoint_is_one_sentence(shards, tmp_path, capsys):
    bad = tmp_path / "bad.safetensors"
    bad.write_bytes(b"no")
    with pytest.raises(SystemExit):
        compare.main([str(bad), "--data", str(shards), "-o", str(tmp_path / "report")])
    assert "cannot be used" in capsys.readouterr().err
