"""The bundle holds what scikit-image loads late: PyInstaller sees only imports that are written."""

import ast
import json
import subprocess
import sys
from modulefinder import ModuleFinder
from pathlib import Path

SPEC = Path(__file__).parents[3] / "packaging" / "kolorit.spec"
_REPAIR = """
import json, sys
import numpy as np
from engine.photo.photo import Photo
from engine.restoration.faces import find_faces
from engine.restoration.inpainting import fill

find_faces(Photo(np.full((80, 80, 1), 99, np.uint8)))
mask = np.zeros((40, 40), bool)
mask[9:12, 9:12] = True
fill(np.full((40, 40, 1), 99, np.uint8), mask)
print(json.dumps([name for name in sys.modules if name.partition(".")[0] == "skimage"]))
"""


def listed(name):
    """A list of words in the spec."""
    for line in ast.parse(SPEC.read_text("utf-8")).body:
        if isinstance(line, ast.Assign) and line.targets[0].id == name:
            return [word for group in line.value.elts for word in ast.literal_eval(group.value)]
    raise LookupError(name)


def test_all_of_scikit_image_that_a_repair_loads_is_in_the_bundle():
    run = subprocess.run(
        [sys.executable, "-c", _REPAIR], capture_output=True, text=True, check=True
    )
    others = ["numpy", "scipy", "PIL", "imageio", "tifffile", "pooch"]
    finder = ModuleFinder(excludes=[*others, *listed("UNWANTED_MODULES")])
    for part in listed("LATE_PARTS"):
        finder.import_hook(part)
    loaded = set(json.loads(run.stdout))
    assert "skimage.restoration.inpaint" in loaded
    assert loaded <= set(finder.modules)


def test_a_repair_loads_nothing_that_the_bundle_leaves_out():
    stop = "import sys; sys.modules.update(dict.fromkeys(sys.argv[1:]))"  # None cannot be imported
    command = [sys.executable, "-c", f"{stop}\n{_REPAIR}", *listed("UNWANTED_MODULES")]
    subprocess.run(command, capture_output=True, text=True, check=True)
