"""Where plays are judged: in processes of this machine, or on the Dask cluster that balances scenarios."""

from __future__ import annotations

import multiprocessing
import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from threading import Thread
from typing import Any

from simulator.classroom.plays.verdict import Task, Verdict, judged
from simulator.engine.replay import ENGINE_VERSION
from simulator.study.cluster import NoCluster, connection

_COURTESY = 10
"""How much these processes stand back for those that answer requests."""


class Here:
    """A court in this process, for few plays: what is asked is done at once."""

    seats = 1

    def judge(self, task: Task) -> Future[Verdict]:
        future: Future[Verdict] = Future()
        try:
            future.set_result(judged(task))
        except Exception as error:
            future.set_exception(error)
        return future

    def renew(self) -> None:
        """Nothing to renew."""

    def close(self) -> None:
        """Nothing to close."""


class Pool:
    """A court of `seats` processes, begun when the first play comes, and anew when one of them died."""

    def __init__(self, seats: int) -> None:
        self._seats = seats
        self._pool: ProcessPoolExecutor | None = None

    @property
    def seats(self) -> int:
        return self._seats

    def judge(self, task: Task) -> Future[Verdict]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._seats, mp_context=multiprocessing.get_context("spawn"), initializer=_settle
            )
        try:
            return self._pool.submit(judged, task)
        except Exception as error:
            failed: Future[Verdict] = Future()
            failed.set_exception(error)
            return failed

    def renew(self) -> None:
        self.close()

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


class Cluster:
    """A court on the cluster whose scheduler listens at an address. Raises NoCluster where there is none."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._client: Any = None
        self._client = connection(address)

    @property
    def seats(self) -> int:
        threads: int = sum(self._client.nthreads().values())
        return max(1, threads)

    def judge(self, task: Task) -> Future[Verdict]:
        mine: Future[Verdict] = Future()

        def done(theirs: Any) -> None:
            error = theirs.exception() if theirs.status == "error" else None
            verdict = None if error or theirs.status != "finished" else theirs.result()
            if verdict is not None and verdict.engine_version != ENGINE_VERSION:
                error = NoCluster("cluster_version", address=self._address)
            with suppress(Exception):
                if verdict is None or error is not None:
                    mine.set_exception(error or NoCluster("cluster_failed", address=self._address, reason="?"))
                else:
                    mine.set_result(verdict)

        self._client.submit(judged, task, pure=False).add_done_callback(done)
        return mine

    def renew(self) -> None:
        self._client.close()
        self._client = connection(self._address)

    def close(self) -> None:
        self._client.close()


def _settle() -> None:
    """Stand back for others, leave interruptions to the parent, and never outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError, AttributeError):
        os.nice(_COURTESY)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: Any) -> None:
    parent.join()
    os._exit(1)
