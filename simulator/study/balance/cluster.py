"""The same jobs on the machines of a Dask cluster. Importing this module loads nothing of it."""

from __future__ import annotations

import logging
import re
import warnings
from asyncio import run, wait_for
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from simulator.locale import Message
from simulator.scenario.model import Scenario
from simulator.study.balance.edition import bots_version
from simulator.study.balance.jobs import Done, Job, Lives, live_packed, packed
from simulator.study.balance.lived import Lived

_ADDRESS = re.compile(r"(tcp|tls|ws|wss)://[^\s/]+:\d{1,5}")

_SECONDS = 5
"""How long a scheduler that does not answer is waited for."""


class NoCluster(Exception):
    """There is no cluster that could live plays, or it failed; `message` says why, and what to do."""

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code)
        self.message = Message(f"balance.{code}", arguments)


def on_cluster(address: str) -> Lives:
    """Lives jobs on the cluster whose scheduler listens at `address` (`tcp://host:port`).

    NoCluster for an address of another form or without the library `distributed`, and, once a play is asked for, where
    nobody answers, nobody works, or the workers' badbuzz is another than this one.
    """
    if _ADDRESS.fullmatch(address) is None:
        raise NoCluster("cluster_address", address=address)
    if find_spec("distributed") is None:
        raise NoCluster("cluster_missing")
    return partial(_lived, address)


def _lived(address: str, scenario: Scenario, jobs: Sequence[Job]) -> Iterator[Lived]:
    library: Any = import_module("distributed")
    with _client(library, address) as client:
        data = client.scatter(packed(scenario), broadcast=True)
        futures = [client.submit(live_packed, data, job, pure=False) for job in jobs]
        try:
            for future in library.as_completed(futures):
                yield _own(future.result(), address)
        except (NoCluster, GeneratorExit):
            raise
        except Exception as error:
            raise NoCluster("cluster_failed", address=address, reason=str(error) or type(error).__name__) from error
        finally:
            client.cancel(futures)


@contextmanager
def _client(library: Any, address: str) -> Iterator[Any]:
    """The connection to a scheduler that has workers."""
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            run(_knock(address))
            client = library.Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError, OverflowError):
        raise NoCluster("cluster_unreachable", address=address) from None
    with client, client.as_current():
        if not client.nthreads():
            raise NoCluster("cluster_idle", address=address)
        yield client


async def _knock(address: str) -> None:
    """Raise OSError where no scheduler listens: a client that waits in vain does not give up by itself."""
    core: Any = import_module("distributed.comm.core")
    connection = await wait_for(core.connect(address, timeout=_SECONDS), _SECONDS)
    await connection.close()


def _own(done: Done, address: str) -> Lived:
    """The play, if it was lived by the rules of this program."""
    if done.version != bots_version():
        raise NoCluster("cluster_version", address=address)
    return done.play
