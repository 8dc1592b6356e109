"""What can go wrong at a student's machine between the end of a play and its receipt: no play is lost, none doubled."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta, tzinfo
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest

from simulator.classroom.work.assignments import open_debrief
from simulator.play.my_class import looking as looking_module
from simulator.play.my_class import outbox as outbox_module
from simulator.submission import spool as spool_module
from simulator.submission.address import Address
from simulator.submission.connection import Connection
from simulator.submission.server import ClassServer
from tests.play.test_my_class import plays_of
from tests.submission.pupil import Home, Pupil, home, play_as, server, set_anew
from tests.submission.server_process import ROOT, Server

__all__ = ["home", "server"]
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("no_usual_what_ifs")]

_SENDS = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {root!r})
from simulator.submission.server import ClassServer
sent, how = ClassServer.send, {how!r}
def send(self, *words):
    if how == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    receipt = sent(self, *words)
    if how == "after":
        os.kill(os.getpid(), signal.SIGKILL)
    return receipt
ClassServer.send = send
from tests.submission.pupil import Pupil
pupil = Pupil(Path({room!r}))
pupil.until(lambda: pupil.states() and set(pupil.states()) == {{"verified"}})
"""


def sending(room: Path, how: str = "") -> subprocess.Popen[bytes]:
    """The game begun in a process of its own, which sends what waits in `room`, and ends once all of it is verified.

    It is killed "before" a play goes out, or "after" it was acknowledged and before that is written down.
    """
    code = _SENDS.format(root=str(ROOT), room=str(room), how=how)
    return subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=dict(os.environ))


def over_and_waiting(pupil: Pupil, server: Server, name: str) -> str:
    """A student whose play is over and in the queue, and whose game is gone; the assignment."""
    own = set_anew(server)
    pupil.join(server, name)
    session = pupil.begin(own)
    pupil.desk.my_class.close()
    play_as(session, "exemplary")
    assert pupil.states() == ["waiting"]
    return own


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
@pytest.mark.parametrize(("how", "arrived"), [("before", 0), ("after", 1)])
def test_a_client_killed_while_sending_sends_the_same_play_again(
    server: Server, home: Home, how: str, arrived: int
) -> None:
    name = f"Fay {how}"
    fay = home(how)
    over_and_waiting(fay, server, name)
    assert sending(fay.room, how).wait(120) == -signal.SIGKILL
    assert len(plays_of(server, name)) == arrived
    later = home(how)
    later.await_states("verified")
    assert plays_of(server, name) == ["verified"]
    (parcel,) = later.desk.my_class.parcels()[0]
    assert parcel.receipt is not None and parcel.outcome is not None and parcel.receipt.play == parcel.outcome.play


def test_two_games_with_one_queue_send_a_play_once(server: Server, home: Home) -> None:
    gus = home("gus")
    over_and_waiting(gus, server, "Gus")
    games = [sending(gus.room) for _ in range(3)]
    assert [game.wait(120) for game in games] == [0, 0, 0]
    assert plays_of(server, "Gus") == ["verified"]
    assert home("gus").states() == ["verified"]


def test_the_same_submission_many_times_at_once_is_one_play_with_one_receipt(server: Server, home: Home) -> None:
    hao = home("hao")
    own = over_and_waiting(hao, server, "Hao")
    (parcel,) = hao.desk.my_class.parcels()[0]
    membership = hao.desk.my_class.membership
    assert membership is not None
    machines = [ClassServer(Connection(Address(server.address)), membership) for _ in range(8)]
    with ThreadPoolExecutor(len(machines)) as pool:
        receipts = list(pool.map(lambda machine: machine.send(own, parcel.body, parcel.key), machines))
    assert len(set(receipts)) == 1 and len(plays_of(server, "Hao")) == 1


@pytest.mark.parametrize("jump", [timedelta(days=3650), timedelta(days=-3650)], ids=["ahead", "behind"])
def test_the_date_of_a_students_machine_makes_no_play_late(
    server: Server, home: Home, monkeypatch: pytest.MonkeyPatch, jump: timedelta
) -> None:
    name = f"Ida {jump.days}"
    own = set_anew(server)
    ida = home(name)
    ida.join(server, name)
    session = ida.begin(own)

    class Elsewhen(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + jump

    monkeypatch.setattr(outbox_module, "datetime", Elsewhen)
    play_as(session, "exemplary")
    ida.await_states("verified")
    (parcel,) = ida.desk.my_class.parcels()[0]
    assert not parcel.is_late and abs(parcel.finished - datetime.now().astimezone()) > timedelta(days=3000)
    ida.look()
    row = next(row for row in ida.desk.class_view().assignments if row.assignment_id == own)
    assert row.grade and row.standing == "Ouvert"


class Disk:
    """A disk that is full while the test says so."""

    def __init__(self, write: Callable[[Path, str | bytes], None]) -> None:
        self._write = write
        self.is_full = True

    def __call__(self, path: Path, content: str | bytes) -> None:
        if self.is_full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._write(path, content)


def test_a_play_that_the_queue_has_no_room_for_is_handed_in_at_the_next_start(
    server: Server, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = set_anew(server)
    jan = home("jan")
    jan.join(server, "Jan")
    session = jan.begin(own)
    disk = Disk(spool_module.write_durably)
    monkeypatch.setattr(spool_module, "write_durably", disk)
    play_as(session, "exemplary")
    problem = jan.desk.problem
    assert problem is not None and problem.code == "desk.play_not_queued" and not jan.states()
    jan.desk.my_class.close()
    still = home("jan")
    assert not still.states() and not plays_of(server, "Jan")
    disk.is_full = False
    later = home("jan")
    later.await_states("verified")
    assert plays_of(server, "Jan") == ["verified"]


def test_a_receipt_that_the_disk_has_no_room_for_is_asked_for_again(
    server: Server, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    kei = home("kei")
    over_and_waiting(kei, server, "Kei")
    disk = Disk(spool_module.write_durably)
    monkeypatch.setattr(spool_module, "write_durably", disk)
    later = home("kei")
    sender = later.desk.my_class.sender
    assert sender is not None
    later.until(lambda: plays_of(server, "Kei") and sender.troubles, "the play to arrive")
    row = later.desk.class_view().queue[0]
    assert row.state == "À envoyer" and row.can_export and "Le disque refuse" in row.why
    disk.is_full = False
    later.desk.my_class.look(now=True)
    later.await_states("verified")
    assert plays_of(server, "Kei") == ["verified"]


def test_what_the_teacher_does_is_seen_before_anybody_asks(server: Server, home: Home) -> None:
    own = set_anew(server)
    lea = home("lea")
    lea.join(server, "Lea", listed=True)
    looking = lea.desk.my_class.looking
    assert looking is not None

    def looks_on(holds: Callable[[], object]) -> Callable[[], object]:
        def looked() -> object:
            lea.desk.my_class.look()
            return holds()

        return looked

    def can_debrief() -> bool:
        return next(row for row in lea.desk.class_view().assignments if row.assignment_id == own).can_debrief

    lea.until(looks_on(lambda: looking.hearing.hears_class and not looking.is_asking), "the stream")
    assert not can_debrief()
    server.change(lambda session, one: open_debrief(session, one, True), own)
    before = looking.heard
    lea.until(looks_on(can_debrief), "the debrief")
    assert before is not None and looking.heard is not None and looking.heard - before < timedelta(seconds=60)

    lea.desk.class_board(own, now=True)
    lea.desk.my_class.watch_board(own)
    lea.until(looks_on(lambda: looking.hearing.hears_board(own)), "the board's stream")
    mo = home("mo")
    mo.join(server, "Mo")
    mo.play(own, "silent")
    mo.await_states("verified")
    lea.until(looks_on(lambda: looking.boards[own].verified == 1), "the board")
    lea.desk.class_debrief(own, now=True)

    def debrief_is_there() -> bool:
        view = lea.desk.class_debrief(own)
        return view is not None and bool(view.injects)

    lea.until(looks_on(debrief_is_there), "the debrief's rows")


class Hoarder(BaseHTTPRequestHandler):
    """A proxy that passes on nothing of an answer before it has all of it: of a stream, nothing ever."""

    upstream = ""

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
        body = self.rfile.read(length)
        address = f"{self.upstream}{self.path}"
        with suppress(httpx.HTTPError, OSError):
            answer = httpx.request(self.command, address, content=body, headers=headers, timeout=60, trust_env=False)
            self.send_response(answer.status_code)
            self.send_header("Content-Type", answer.headers.get("Content-Type", ""))
            self.send_header("Content-Length", str(len(answer.content)))
            self.end_headers()
            self.wfile.write(answer.content)

    do_POST = do_PUT = do_GET  # noqa: N815 - the names that the library looks for

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_behind_a_proxy_that_holds_streams_back_news_are_asked_for(
    server: Server, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_module, "_APART_SECONDS", 1.0)
    handler = type("Here", (Hoarder,), {"upstream": server.address})
    proxy = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    proxy.daemon_threads = True
    Thread(target=proxy.serve_forever, daemon=True).start()
    nils = home("nils")
    mine = nils.desk.my_class
    mine.join(f"http://127.0.0.1:{proxy.server_port}", server.code, "Nils")
    nils.until(lambda: not mine.busy and mine.me, "joining")
    own = set_anew(server)
    looking = mine.looking
    assert looking is not None

    def is_set() -> bool:
        mine.look()
        return any(row.assignment_id == own for row in nils.desk.class_view().assignments)

    nils.until(is_set, "the new assignment")
    assert not looking.hearing.hears_class
    proxy.shutdown()
    proxy.server_close()
