"""The same jobs on the machines of a Dask cluster."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from simulator.scenario.model import Scenario
from simulator.study.balance.edition import bots_version
from simulator.study.balance.jobs import Done, Job, Lives, live_packed, packed
from simulator.study.balance.lived import Lived
from simulator.study.cluster import NoCluster, check_address, connection


def on_cluster(address: str) -> Lives:
    """Lives jobs on the cluster whose scheduler listens at `address` (`tcp://host:port`).

    NoCluster for an address of another form or without the library `distributed`, and, once a play is asked for, where
    nobody answers, nobody works, or the workers' badbuzz is another than this one.
    """
    check_address(address)
    return partial(_lived, address)


def _lived(address: str, scenario: Scenario, jobs: Sequence[Job]) -> Iterator[Lived]:
    with connection(address) as client, client.as_current():
        library: Any = import_module("distributed")
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


def _own(done: Done, address: str) -> Lived:
    """The play, if it was lived by the rules of this program."""
    if done.version != bots_version():
        raise NoCluster("cluster_version", address=address)
    return done.play
