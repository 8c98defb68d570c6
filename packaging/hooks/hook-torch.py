"""What PyInstaller takes of torch: the CPU runtime, without headers, tests and compiler."""

import re
from pathlib import Path

from PyInstaller.compat import is_linux, is_win
from PyInstaller.utils.hooks import get_package_paths

_FOLDER = Path(get_package_paths("torch")[1])
_UNUSED = ("*test*", "*with_compiler*", "*aoti*")
_READS_ITSELF = re.compile(r"^(install_config_module\(| *@(torch\.[\w.]*)?_?overload\w*$)", re.M)
_SELF_READING = [
    path
    for path in _FOLDER.rglob("*.py")
    if not {"testing", "_dynamo", "_inductor"} & {*path.parts}
    and _READS_ITSELF.search(path.read_text("utf-8"))
]

# these ask for their own source when they are imported
module_collection_mode = {"torch": "pyz"} | {
    ".".join(path.relative_to(_FOLDER.parent).with_suffix("").parts): "py" for path in _SELF_READING
}

hiddenimports = ["torch._C", "torch._VF"]
binaries = [
    (str(library), "torch/lib")
    for library in (_FOLDER / "lib").glob("*.dll" if is_win else "lib*.*")
    if library.suffix in {".dll", ".dylib", ".so"}
    and not any(library.match(pattern) for pattern in _UNUSED)
]
if is_linux:
    # importing torch asks whether the file exists
    binaries += [(str(_FOLDER / "bin" / "torch_shm_manager"), "torch/bin")]
    bindepend_symlink_suppression = ["**/torch/lib/*.so*"]

excludedimports = [
    "torch._dynamo",
    "torch._inductor",
    "torch.onnx",
    "torch.utils.benchmark",
    "torch.utils.cpp_extension",
    "torch.utils.tensorboard",
]
