"""Photos over a Dask cluster; needs the optional extra ``kolorit[cluster]``.

Dask sends pickles, which run code where they are opened. What this process sends is its own; what
comes back is JSON as plain bytes, so here no pickle is opened at all while a cluster is in use.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from engine.batch.spread import Spread
from engine.errors import ClusterError
from engine.extras import how_to_get

if TYPE_CHECKING:
    from collections.abc import Iterator

    from distributed import Client

logger = logging.getLogger(__name__)

_PATIENCE = 30
"""Seconds to wait for the scheduler, and for its first worker."""


@contextmanager
def cluster_performer(address: str) -> Iterator[Spread]:
    """Connect to a cluster for as long as the block runs.

    Dask does the photos of a worker that is lost on another one. Workers may join at any time.

    Raises:
        ClusterError: If Dask is not installed, or nobody answers.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - optional
    except ImportError as error:
        raise ClusterError(address, f"needs an optional part: {how_to_get('cluster')}") from error
    with _no_pickles():
        try:
            client = Client(address, timeout=_PATIENCE, deserializers=("msgpack",))
        except (OSError, TypeError, ValueError) as error:
            raise ClusterError(address, "is no scheduler that answers") from error
        with client:
            try:
                client.wait_for_workers(1, timeout=_PATIENCE)
            except TimeoutError as error:
                raise ClusterError(address, "has no workers") from error

            yield Spread(
                client.get_executor(pure=False),
                _TwicePerThread(client),
                lambda: client.status != "closed",  # it tries to find its scheduler again before
            )


@contextmanager
def _no_pickles() -> Iterator[None]:
    """Let Dask open no pickle in this process: neither results nor errors nor their types.

    Dask has no such setting, so its function is replaced, in both places that call it here.
    """
    from distributed import client  # noqa: PLC0415 - optional
    from distributed.protocol import pickle  # noqa: PLC0415 - optional

    opened = pickle.loads
    pickle.loads = client.loads = _refuse
    try:
        yield
    finally:
        pickle.loads = client.loads = opened


def _refuse(*_: object, **__: object) -> NoReturn:
    msg = "what a cluster sends is not run here"
    raise TypeError(msg)  # which Dask takes for an error that cannot be read


class _TwicePerThread:
    """Twice as many photos as the cluster has threads: one at work, one on its way."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._known = 2

    def __call__(self) -> int:
        if self._client.status == "closed":
            return self._known
        try:
            threads: dict[str, int] = self._client.nthreads()
        except (OSError, RuntimeError, TypeError) as error:  # its photos will tell the same
            logger.warning("the scheduler does not answer: %s", error)
        else:
            self._known = max(2, 2 * sum(threads.values()))
        return self._known
