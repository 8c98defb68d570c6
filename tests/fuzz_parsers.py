"""Let atheris look for files that lead the reader astray, guided by which lines they reach.

    pip install atheris
    PYTHONPATH=. python tests/fuzz_parsers.py FOLDER -max_total_time=300 -rss_limit_mb=6000

FOLDER keeps what was found to reach new lines; the seeds of ``fuzz_files.py`` are put there first.
Only an ImageError or too little memory may come out; anything else ends the run with the file.
"""

import logging
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["engine"]):
    from engine.errors import DeviceMemoryError, ImageError
    from engine.files.image_io import read_photo
from tests.fuzz_files import seeds


def main():
    """Fuzz until a limit of libFuzzer's is reached; see its -help=1."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    seeds(folder)
    path = folder.with_name(f"{folder.name}-now")
    logging.disable()

    def read(content):
        path.write_bytes(content)
        try:
            read_photo(path)
        except (ImageError, DeviceMemoryError):
            return

    atheris.Setup(sys.argv, read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
