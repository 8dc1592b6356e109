"""Messages arrive once their play is verified: late if need be, never twice in effect, and never for ever."""

from __future__ import annotations

from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from simulator.classroom.declined import Declined
from simulator.classroom.privacy.erasing import erase_identity, erase_student
from simulator.classroom.store.keeping import Outbox
from simulator.classroom.store.people import SchoolClass, Student
from simulator.classroom.store.systems import RecordStore
from simulator.classroom.systems.endpoints import checked_endpoint
from simulator.classroom.systems.outbox import GIVEN_UP_AFTER, LEASE, Standing, claim, put, standing, try_again
from simulator.classroom.systems.xapi.store import Door, Wanted, client_of, forget_store, keep_store
from tests.classroom.school import School, replay_record
from tests.classroom.systems.test_statements import Store, postman, with_store

pytestmark = pytest.mark.slow


def played(school: School, name: str = "Ada") -> str:
    ada = school.pupil(name)
    ada.send(school.assignment, replay_record())
    school.judge()
    return ada.student


def until_due(school: School) -> int:
    """Let the time pass until the next message is due; how many seconds that took."""
    due = school.read(lambda session: session.scalar(select(func.min(Outbox.next_try))))
    seconds = round((due - school.clock.now()).total_seconds())
    school.clock.pass_time(max(0, seconds))
    return seconds


def stands(school: School) -> Standing:
    return school.read(lambda session: standing(session, school.class_id))


def test_a_class_without_a_store_tells_nobody_anything(school: School) -> None:
    played(school)
    assert stands(school) == Standing(0, 0, 0, None)


def test_what_does_not_arrive_is_sent_again_ever_later(school: School) -> None:
    with_store(school)
    played(school)
    store = Store(*(httpx.Response(500) for _ in range(3)))
    carrier = postman(school, store)
    pauses = []
    while stands(school).sent == 0:
        pauses.append(until_due(school))
        assert carrier.step() == 1
    assert pauses == [0, 5, 10, 20] and len(store.kept) > 2
    assert stands(school) == Standing(0, 1, 0, None)


def test_a_store_that_asks_for_patience_gets_it(school: School) -> None:
    with_store(school)
    played(school)
    store = Store(httpx.Response(429, headers={"Retry-After": "100"}))
    carrier = postman(school, store)
    assert carrier.step() == 1
    school.clock.pass_time(99)
    assert carrier.step() == 0
    school.clock.pass_time(1)
    assert carrier.step() == 1 and stands(school).sent == 1


def test_what_never_arrives_is_given_up_and_the_teacher_sees_it_and_can_send_it_again(school: School) -> None:
    with_store(school)
    played(school)
    assert postman(school, Store(httpx.Response(400))).step() == 1
    assert stands(school) == Standing(0, 0, 1, "HTTP 400")
    assert school.write(lambda session: try_again(session, school.class_id, school.clock.now())) == 1
    carrier = postman(school, Store(httpx.Response(401), httpx.Response(401)))
    assert carrier.step() == 1 and stands(school).waiting == 1, "a wrong key can be mended"
    school.clock.pass_time(GIVEN_UP_AFTER.total_seconds())
    assert carrier.step() == 1 and stands(school) == Standing(0, 0, 1, "HTTP 401")


@pytest.mark.slow
def test_of_a_store_that_is_down_one_message_a_turn_is_enough(school: School) -> None:
    with_store(school)
    for name in ("Ada", "Ben", "Cem"):
        pupil = school.pupil(name)
        pupil.send(school.assignment, replay_record("silent" if name == "Ada" else "exemplary", 5))
    school.judge()
    waiting = stands(school).waiting
    store = Store(httpx.Response(502))
    carrier = postman(school, store)
    assert carrier.step() == waiting >= 2 and len(store.asked) == 1
    school.clock.pass_time(5)
    assert carrier.step() == waiting and stands(school) == Standing(0, waiting, 0, None)


def test_a_sender_that_dies_leaves_its_message_to_the_next(school: School) -> None:
    with_store(school)
    played(school)
    now = school.clock.now()
    assert len(school.write(lambda session: claim(session, 10, now))) == 1
    assert school.write(lambda session: claim(session, 10, now + LEASE - timedelta(seconds=1))) == []
    assert len(school.write(lambda session: claim(session, 10, now + LEASE))) == 1


def test_a_later_message_about_the_same_replaces_one_that_waits(school: School) -> None:
    student, now = school.pupil("Ada").student, school.clock.now()
    for grade in (1, 2):
        school.write(lambda session, g=grade: put(session, "lti", school.class_id, student, "grade 1", {"g": g}, now))  # type: ignore[misc]
    assert school.read(lambda session: [row.payload for row in session.query(Outbox)]) == [{"g": 2}]


def test_with_a_student_their_messages_go_with_an_identity_those_that_need_it(school: School) -> None:
    with_store(school)
    student = played(school)
    now = school.clock.now()
    school.write(lambda session: put(session, "lti", school.class_id, student, "grade 1", {}, now))

    def kinds() -> list[str]:
        return school.read(lambda session: sorted(row.kind for row in session.query(Outbox)))

    school.write(lambda session: erase_identity(session, session.get_one(Student, student), now))
    assert kinds() == ["xapi"]
    school.write(lambda session: erase_student(session, session.get_one(Student, student), now))
    assert kinds() == []


def test_the_stores_secret_is_sealed_and_goes_to_no_other_address(school: School) -> None:
    with_store(school)
    rows = school.read(lambda session: repr(session.connection().exec_driver_sql("SELECT * FROM record_store").all()))
    assert "s3cret" not in rows
    with_store(school, secret=None, names=True)
    assert played(school) and postman(school, Store()).step() == 1
    with pytest.raises(Declined, match="store_secret"):
        with_store(school, secret=None, endpoint="https://elsewhere.example.org/xapi")

    def forget(session: Session) -> None:
        forget_store(session, session.get_one(SchoolClass, school.class_id), school.clock.now())

    school.write(forget)
    assert school.read(lambda session: session.query(RecordStore).count()) == 0


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ftp://lrs.example.org/x", "endpoint_bad"),
        ("https://user:pw@lrs.example.org/x", "endpoint_bad"),
        ("https://lrs.example.org/x?y=1", "endpoint_bad"),
        ("https://", "endpoint_bad"),
        ("https://lrs.example.org:99999/", "endpoint_bad"),
        ("https://ex ample.org/", "endpoint_bad"),
        ("javascript:alert(1)", "endpoint_bad"),
        ("http://lrs.example.org/xapi", "endpoint_https"),
        ("https://127.0.0.1/xapi", "endpoint_inside"),
        ("https://169.254.169.254/latest", "endpoint_inside"),
        ("https://[::1]/xapi", "endpoint_inside"),
        ("https://10.1.2.3/xapi", "endpoint_inside"),
        ("https://printer.local/xapi", "endpoint_inside"),
    ],
)
def test_a_teachers_endpoint_leads_outside_by_https(typed: str, code: str) -> None:
    with pytest.raises(Declined, match=code):
        checked_endpoint(typed, trusted=False)


def test_who_runs_the_server_may_name_any_endpoint() -> None:
    assert checked_endpoint("http://10.1.2.3:8080/xapi/", trusted=True) == "http://10.1.2.3:8080/xapi"


def test_a_name_that_leads_inside_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a name stands for is judged when it is called, whatever it stood for when it was typed."""

    def inside(*_: Any, **__: Any) -> list[Any]:
        return [(2, 1, 6, "", ("93.184.215.14", 443)), (2, 1, 6, "", ("10.0.0.7", 443))]

    monkeypatch.setattr("simulator.classroom.systems.endpoints.socket.getaddrinfo", inside)
    with client_of(Door("https://lrs.example.org", "k", "s", False)) as http, pytest.raises(httpx.ConnectError):
        http.get("https://lrs.example.org/statements")


def test_what_was_judged_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is looked up once; the server there still hears the name."""
    heard: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.headers["host"])
            self.send_response(302)
            self.send_header("Location", "http://127.0.0.1/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Nothing is said."""

    monkeypatch.setattr("simulator.classroom.systems.endpoints._public", lambda *_: "127.0.0.1")
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.handle_request, daemon=True).start()
        with client_of(Door("https://lrs.example.org", "k", "s", False)) as http:
            answer = http.get(f"http://lrs.example.org:{server.server_port}/statements")
        assert heard == [f"lrs.example.org:{server.server_port}"]
    assert answer.status_code == 302, "no redirect is followed"


def test_a_store_is_asked_for_with_a_key_and_a_secret(school: School) -> None:
    for wanted in (
        Wanted("https://lrs.example.org", "", "s", "https://x.example.org"),
        Wanted("https://lrs.example.org", "a:b", "s", "https://x.example.org"),
        Wanted("https://lrs.example.org", "k", "", "https://x.example.org"),
        Wanted("https://lrs.example.org", "k", "s", "x"),
    ):
        with pytest.raises(Declined):
            school.write(
                lambda session, one=wanted: keep_store(  # type: ignore[misc]
                    session, session.get_one(SchoolClass, school.class_id), one, school.house.seal, school.clock.now()
                )
            )
