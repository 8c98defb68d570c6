"""Photos over a Dask cluster; needs the optional extra ``kolorit[cluster]``.

Dask sends pickles, which run code where they are opened. What this process sends is its own; what
comes back is JSON as plain bytes, so here no pickle is opened at all while a cluster is in use.
"""

from __future__ import annotations

import concurrent.futures
import importlib
import logging
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from engine.batch.running.executor_runner import ExecutorRunner
from engine.errors import ClusterError
from engine.install_hint import install_hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from distributed import Client

T = TypeVar("T")

logger = logging.getLogger(__name__)

_PATIENCE = 30
"""Seconds to wait for the scheduler, and for its first worker."""


@contextmanager
def cluster_runner(address: str) -> Iterator[ExecutorRunner]:
    """Connect to a cluster for as long as the block runs.

    Dask does the photos of a worker that is lost on another one. Workers may join at any time.

    Raises:
        ClusterError: If Dask is not installed, or nobody answers.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - optional
    except ImportError as error:
        raise ClusterError(address, f"needs an optional part: {install_hint('cluster')}") from error
    with _no_pickles():
        try:
            client = Client(address, timeout=_PATIENCE, deserializers=("msgpack",))
        except (OSError, TypeError, ValueError) as error:
            raise ClusterError(address, "is no scheduler that answers") from error
        with _closed(client):
            try:
                client.wait_for_workers(1, timeout=_PATIENCE)
            except TimeoutError as error:
                raise ClusterError(address, "has no workers") from error

            yield ExecutorRunner(
                _Answers(client), _TwicePerThread(client), lambda: _is_heard(client)
            )


@contextmanager
def _no_pickles() -> Iterator[None]:
    """Let Dask open no pickle in this process: neither results nor errors nor their types.

    Dask has no such setting, so its function is replaced, in both places that call it here.
    """
    names = ("distributed.client", "distributed.protocol.pickle")
    modules = [importlib.import_module(name) for name in names]
    opened = [module.loads for module in modules]
    for module in modules:
        module.__dict__["loads"] = _refuse
    try:
        yield
    finally:
        for module, loads in zip(modules, opened, strict=True):
            module.__dict__["loads"] = loads


@contextmanager
def _closed(client: Client) -> Iterator[None]:
    """Close a client in the end, which brings up again what ended its listening."""
    try:
        yield
    finally:
        try:
            client.close()
        except Exception as error:  # noqa: BLE001 - whatever a cluster sent; its photos told
            logger.warning("the cluster was left in disorder: %s", type(error).__name__)


def _refuse(*_: object, **__: object) -> Exception:
    """Stand for whatever was sent: it is taken for an error that was met elsewhere."""
    return RuntimeError("what a cluster sends is not run here")


def _is_heard(client: Client) -> bool:
    """Whether answers can come: Dask closes its client only after it looked for its scheduler.

    What a rogue worker sends may end the client's listening, and Dask tells nobody.
    """
    listening = getattr(client, "_handle_report_task", None)
    return client.status != "closed" and (listening is None or not listening.done())


class _Answers(Executor):
    """Hands calls to a cluster. Unlike Dask's own, it also ends those with unreadable answers."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def submit(
        self, call: Callable[..., T], /, *args: Any, **options: Any
    ) -> concurrent.futures.Future[T]:
        """Return what will have the answer."""
        asked = self._client.submit(call, *args, pure=False, **options)
        answer: concurrent.futures.Future[T] = concurrent.futures.Future()
        assert self._client.loop is not None
        self._client.loop.add_callback(_pass_on, asked, answer)
        return answer


async def _pass_on(asked: Any, answer: concurrent.futures.Future[T]) -> None:
    try:
        result = await asked
    except BaseException as error:  # noqa: BLE001 - whoever waits has to know
        lost = asked.status in ("cancelled", "lost")
        answer.set_exception(BrokenExecutor() if lost else RuntimeError(type(error).__name__))
    else:
        answer.set_result(result)


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
