"""Nothing is uploaded: whatever opens a socket here ends the program."""

import subprocess
import sys

from tests.desktop.starts.starting import home, launch, outcome
from tests.threads import PATIENCE

REFUSE = """
import os, sys

def refuse(event, _arguments):
    if event.startswith("socket."):
        sys.stderr.write(f"network: {event}\\n")
        os._exit(99)

sys.addaudithook(refuse)
"""


def run(code, *arguments):
    command = [sys.executable, "-c", REFUSE + code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)


def test_a_socket_ends_the_program():
    assert run("import socket; socket.create_connection(('localhost', 9))").returncode == 99


def test_the_command_line_colors_without_a_socket(tmp_path, tiny_models, gray_jpeg):
    code = "from engine.cli.__main__ import main; sys.exit(main(sys.argv[1:]))"
    model, target = tiny_models / "reddish.safetensors", tmp_path / "colored.png"
    result = run(code, "colorize", gray_jpeg, "-o", target, "--model", model)
    assert result.returncode == 0, result.stderr
    assert target.is_file()


def test_the_app_colors_without_a_socket(tmp_path, tiny_models, gray_jpeg):
    app = launch(tiny_models, gray_jpeg, first=REFUSE, **home(tmp_path))
    status, said, logged = outcome(app)
    assert status == 0, logged
    assert "colored: ramp.jpg" in said
