"""Processes that share the work of a study."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context


@contextmanager
def workers(processes: int | None = None) -> Iterator[ProcessPoolExecutor]:
    """As many processes (None: as there are cores), started afresh on every system; after an error none goes on."""
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_end_without_a_word)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _end_without_a_word() -> None:
    """Whoever interrupts the study interrupts its processes too, and wants to read no traceback of theirs."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
