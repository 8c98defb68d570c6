"""OpenCV, for every module that needs it: importing it changes nothing for other programs.

The wheel's own loader puts its libraries into ``LD_LIBRARY_PATH``, with an empty entry at the end
where the variable was not set. Programs started from here would then load libraries from whatever
folder they are started in.
"""

from __future__ import annotations

import os

_LIBRARY_PATH = "LD_LIBRARY_PATH"
_before = os.environ.get(_LIBRARY_PATH)

import cv2  # noqa: E402, TID251 - the one place; what the variable was is known by now

if _before is None:
    os.environ.pop(_LIBRARY_PATH, None)
else:
    os.environ[_LIBRARY_PATH] = _before

__all__ = ["cv2"]
