"""Starting a server: its folder, its tables, its first account, its socket; then as many workers as asked for."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

import uvicorn
from uvicorn.supervisors import Multiprocess

from simulator.classroom.clock import MachineClock
from simulator.classroom.exam.clock import resume_all
from simulator.classroom.people.secret import server_secret
from simulator.classroom.people.teachers import FIRST_LOGIN, invite, is_new
from simulator.classroom.serving.logs import log_as_json
from simulator.classroom.serving.settings import Settings
from simulator.classroom.store.database import Database, url_of
from simulator.classroom.store.migrate import upgrade
from simulator.locale import Language

_BACKLOG = 2048
_GRACE_SECONDS = 20
"""How long requests may take to end once the server is told to stop."""
_APP = "simulator.classroom.serving.worker:app"


def prepare(settings: Settings, language: Language) -> str | None:
    """Bring the database up to date; the token of the link for the first account, None where there is one.

    Raises BadDatabase, Declined, OSError.
    """
    server_secret(settings.room)
    database = Database(url_of(settings.database, settings.room))
    try:
        upgrade(database)
        clock = MachineClock()
        now = clock.now()
        database.write(lambda session: resume_all(session, clock.steady()))
        return database.write(lambda session: invite(session, FIRST_LOGIN, language, now) if is_new(session) else None)
    finally:
        database.close()


def listen(host: str, port: int) -> socket.socket:
    """The socket to listen at. Raises OSError where another program does already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=_BACKLOG)


def address_of(host: str, port: int, *, tls: bool) -> str:
    """What one types to reach the server from another machine of the same network."""
    shown = own_address() if host in ("0.0.0.0", "::", "") else host
    return f"{'https' if tls else 'http'}://{f'[{shown}]' if ':' in shown else shown}:{port}"


def run(settings: Settings, listening: socket.socket, tls: tuple[str, str] | None, ready: Callable[[], None]) -> None:
    """Serve until told to stop. `ready` is called before the first request is taken."""
    log_as_json()
    settings.hand_on()
    config = uvicorn.Config(
        _APP,
        factory=True,
        workers=settings.workers,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        h11_max_incomplete_event_size=64 * 1024,
        ssl_certfile=tls[0] if tls else None,
        ssl_keyfile=tls[1] if tls else None,
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)  # uvicorn stops first, and then raises again what it was told
    ready()
    if settings.workers > 1:
        Multiprocess(config, sockets=[listening]).run()
    else:
        uvicorn.Server(config).run(sockets=[listening])


def own_address() -> str:
    """The address of this machine in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
