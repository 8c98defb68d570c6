import sys

from engine.extras import how_to_get


def test_a_packaged_program_does_not_send_its_user_to_pip_in_vain(monkeypatch):
    assert how_to_get("c2pa") == "pip install 'kolorit[c2pa]'"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert how_to_get("c2pa").startswith("which only an installation into Python can have: pip")
