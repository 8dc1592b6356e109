"""Work in a process of its own, so that its peak memory is its own and nothing is warm that should not be."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")

MEBI = 1 << 20


def apart(work: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> Found:
    """What `work` returns in a fresh interpreter."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(work, *given, **named).result()


def peak() -> float:
    """The most memory that this process has held so far, in MiB; nan where the system does not tell."""
    if sys.platform == "win32":
        return float("nan")
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / MEBI if sys.platform == "darwin" else most / 1024
