import pytest

from training import checkpoint_chunks


@pytest.fixture
def folder(checkpoint_path, tmp_path):
    checkpoint_chunks.split(checkpoint_path, tmp_path / "chunks", chunk_bytes=1000)
    return tmp_path / "chunks"


def test_chunks_are_small_and_join_to_the_same_file(folder, checkpoint_path, tmp_path):
    pieces = sorted(folder.glob("tiny.*"))
    assert len(pieces) > 5
    assert max(piece.stat().st_size for piece in pieces) == 1000
    checkpoint_chunks.main([str(folder), str(tmp_path / "joined.safetensors")])
    assert (tmp_path / "joined.safetensors").read_bytes() == checkpoint_path.read_bytes()


@pytest.mark.parametrize("fault", ["missing", "mixed", "no index"])
def test_chunks_that_do_not_belong_together_are_refused(folder, tmp_path, capsys, fault):
    match fault:
        case "missing":
            (folder / "tiny.03").unlink()
        case "mixed":
            (folder / "tiny.03").write_bytes(b"from an earlier step")
        case "no index":
            (folder / "chunks.json").unlink()
    with pytest.raises(SystemExit):
        checkpoint_chunks.main([str(folder), str(tmp_path / "joined.safetensors")])
    assert not (tmp_path / "joined.safetensors").exists()
    assert "error" in capsys.readouterr().err


def test_what_an_older_version_split_is_joined(folder, checkpoint_path, tmp_path):
    index = (folder / "chunks.json").read_text()
    (folder / "chunks.json").unlink()
    (folder / "parts.json").write_text(index.replace('"chunks"', '"parts"'))
    checkpoint_chunks.main([str(folder), str(tmp_path / "joined.safetensors")])
    assert (tmp_path / "joined.safetensors").read_bytes() == checkpoint_path.read_bytes()
