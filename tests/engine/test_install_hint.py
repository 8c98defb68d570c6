import sys

from engine.install_hint import install_hint


def test_a_packaged_program_does_not_send_its_user_to_pip_in_vain(monkeypatch):
    assert install_hint("c2pa") == "pip install 'kolorit[c2pa]'"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert install_hint("c2pa").startswith("which only an installation into Python can have: pip")
