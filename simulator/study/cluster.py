"""A Dask cluster that shares the work. Importing this module loads nothing of it."""

from __future__ import annotations

import logging
import re
import warnings
from asyncio import run, wait_for
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from simulator.locale import Message

_ADDRESS = re.compile(r"(tcp|tls|ws|wss)://[^\s/]+:\d{1,5}")

_SECONDS = 5
"""How long a scheduler that does not answer is waited for."""


class NoCluster(Exception):
    """There is no cluster that could live plays, or it failed; `message` says why, and what to do."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.message = Message(f"balance.{code}", arguments)


def check_address(address: str) -> None:
    """Raise NoCluster for an address that is no `tcp://host:port`, or without the library `distributed`."""
    if _ADDRESS.fullmatch(address) is None:
        raise NoCluster("cluster_address", address=address)
    if find_spec("distributed") is None:
        raise NoCluster("cluster_missing")


def connection(address: str) -> Any:
    """A client of the scheduler at `address`, to be closed. Raises NoCluster where nobody answers, or nobody works."""
    check_address(address)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            run(_knock(address))
            client = import_module("distributed").Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, OverflowError):
        raise NoCluster("cluster_unreachable", address=address) from None
    if not client.nthreads():
        client.close()
        raise NoCluster("cluster_idle", address=address)
    return client


async def _knock(address: str) -> None:
    """Raise OSError where no scheduler listens: a client that waits in vain does not give up by itself."""
    core: Any = import_module("distributed.comm.core")
    link = await wait_for(core.connect(address, timeout=_SECONDS), _SECONDS)
    await link.close()
