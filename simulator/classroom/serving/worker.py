"""A worker process: its parts, its application, and the verification of plays beside it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from types import FrameType

from starlette.types import ASGIApp

from simulator.classroom.api.app import application, enveloped
from simulator.classroom.plays.courts import Cluster, Pool
from simulator.classroom.plays.verifier import Verifier
from simulator.classroom.serving.chores import Chores
from simulator.classroom.serving.house import House, house
from simulator.classroom.serving.logs import log_as_json
from simulator.classroom.serving.settings import Settings
from simulator.classroom.systems.carriers import postman_of


def app() -> ASGIApp:
    """The application of a worker, by the settings handed on to it; what uvicorn calls in each."""
    log_as_json()
    settings = Settings.handed_on()
    parts = house(settings)
    court = Cluster(settings.cluster) if settings.cluster else Pool(settings.processes)
    verifier = Verifier(parts.database, parts.packs, court, parts.clock, Chores(parts).do)
    _follow_the_parent()
    _let_go_when_told(parts)
    return enveloped(application(parts, verifier, postman_of(parts)))


def _follow_the_parent() -> None:
    """A worker whose parent was killed would hold the port for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:

        def follow() -> None:
            parent.join()
            os.kill(os.getpid(), signal.SIGTERM)

        threading.Thread(target=follow, daemon=True).start()


def _let_go_when_told(parts: House) -> None:
    """A stop waits for requests to end, and those that wait for something new end late or never: they are told."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (signal.SIGTERM, signal.SIGINT):
        before = signal.getsignal(number)

        def told(number: int, frame: FrameType | None, before: object = before) -> None:
            parts.let_go()
            if callable(before):
                before(number, frame)

        signal.signal(number, told)
