"""What libraries say while they read photos is not for the terminal.

What matters of it becomes an ``ImageError`` or a ``ReadLoss``, in words that users know.
"""

from __future__ import annotations

import logging
import warnings

_NAMES = ("PIL", "imagecodecs", "pillow_heif", "tifffile")


def silence() -> None:
    """Let image libraries log and warn nothing, in the whole program."""
    for name in _NAMES:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    warnings.filterwarnings("ignore", module=rf"({'|'.join(_NAMES)})(\.|$)")
