import pytest

from training import parts


@pytest.fixture
def folder(checkpoint_path, tmp_path):
    parts.split(checkpoint_path, tmp_path / "parts", part_bytes=1000)
    return tmp_path / "parts"


def test_parts_are_small_and_join_to_the_same_file(folder, checkpoint_path, tmp_path):
    pieces = sorted(folder.glob("tiny.*"))
    assert len(pieces) > 5
    assert max(piece.stat().st_size for piece in pieces) == 1000
    parts.main([str(folder), str(tmp_path / "joined.safetensors")])
    assert (tmp_path / "joined.safetensors").read_bytes() == checkpoint_path.read_bytes()


@pytest.mark.parametrize("fault", ["missing", "mixed", "no index"])
def test_parts_that_do_not_belong_together_are_refused(folder, tmp_path, capsys, fault):
    match fault:
        case "missing":
            (folder / "tiny.03").unlink()
        case "mixed":
            (folder / "tiny.03").write_bytes(b"from an earlier step")
        case "no index":
            (folder / "parts.json").unlink()
    with pytest.raises(SystemExit):
        parts.main([str(folder), str(tmp_path / "joined.safetensors")])
    assert not (tmp_path / "joined.safetensors").exists()
    assert "error" in capsys.readouterr().err
