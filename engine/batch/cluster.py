"""Photos over a Dask cluster; needs the optional extra ``kolorit[cluster]``."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
    try:
        client = Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
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
        except (OSError, RuntimeError) as error:  # its photos will tell the same
            logger.warning("the scheduler does not answer: %s", error)
        else:
            self._known = max(2, 2 * sum(threads.values()))
        return self._known
