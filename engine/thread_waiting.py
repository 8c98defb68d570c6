"""How torch's threads wait for one another: asleep, so that other programs cost no time."""

from __future__ import annotations

import os

_ASLEEP = {"OMP_WAIT_POLICY": "PASSIVE", "GOMP_SPINCOUNT": "0"}


def wait_asleep() -> None:
    """Let threads sleep at a barrier instead of spinning; call before torch is imported.

    Torch splits each layer among its threads, which then wait for the slowest. While they spin,
    they keep the processor from the one they wait for, if any other program runs too: a photo
    then takes several times as long. What the user has set in the environment stays.

    References:
        OpenMP 5.2, ``OMP_WAIT_POLICY``; GNU libgomp, ``GOMP_SPINCOUNT``. The figures are those of
        ``benchmarks/waiting.py``, in docs/performance.md.
    """
    if not _ASLEEP.keys() & os.environ.keys():
        os.environ.update(_ASLEEP)
