"""Out of memory, however it is raised, as one error the user can act on."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.errors import DeviceMemoryError
from engine.opencv import cv2

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = (
    "out of memory",  # CUDA, MPS
    "can't allocate memory",  # the CPU allocator on Linux and macOS
    "not enough memory",  # the CPU allocator on Windows
    "ALLOC_FAILED",  # cuBLAS, cuDNN
    "could not create a primitive",  # oneDNN
    "could not create a memory",
    "Insufficient memory",  # OpenCV
)


@contextmanager
def memory_errors(device: str, retry_size: int | None = None) -> Iterator[None]:
    """Turn every kind of out-of-memory into a ``DeviceMemoryError``; let the rest pass.

    Args:
        device: Named in the error.
        retry_size: Suggested in the error.

    Raises:
        DeviceMemoryError: If the block ran out of memory.
    """
    try:
        yield
    except (MemoryError, RuntimeError, cv2.error) as error:
        # torch.OutOfMemoryError is a RuntimeError, and not the only one for this; telling them by
        # their texts also keeps torch out of programs that only read photos
        if isinstance(error, MemoryError) or any(sign in str(error) for sign in _SIGNS):
            raise DeviceMemoryError(device, retry_size) from error
        raise
