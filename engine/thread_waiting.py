"""How long torch's threads spin while they wait for one another, before they sleep."""

from __future__ import annotations

import os

_SPINS = {"GOMP_SPINCOUNT": "2000"}
"""Little slower than the library's own way where nothing else runs, and as good as sleeping at
once where something does."""


def spin_briefly() -> None:
    """Let threads sleep soon at a barrier; call before torch is imported.

    Torch splits each layer among its threads, which then wait for the slowest. While they spin,
    they keep the processor from the one they wait for, if any other program runs too: a photo
    then takes several times as long. What the user has set in the environment stays.

    References:
        GNU libgomp, ``GOMP_SPINCOUNT``. The figures are those of ``benchmarks/waiting.py``, in
        docs/lab/performance.md.
    """
    if not {"OMP_WAIT_POLICY", *_SPINS} & os.environ.keys():
        os.environ.update(_SPINS)
