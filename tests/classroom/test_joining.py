"""Joining a class: who has the code gets in, once, and nobody gets in by guessing."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from simulator.classroom.people.codes import code_meant, new_code, shown_code
from simulator.classroom.people.joining import MOST_STUDENTS, let_rejoin
from simulator.classroom.people.roster import Entry, add_roster
from simulator.classroom.privacy.erasing import erase_student
from simulator.classroom.store.keeping import Attempts
from simulator.classroom.store.people import Identity, SchoolClass, Student
from simulator.submission.wire.base import API
from tests.classroom.school import School, replay_record

pytestmark = pytest.mark.slow


def roster(school: School, *entries: Entry, only: bool = False) -> None:
    def work(session: Session) -> None:
        school_class = session.get_one(SchoolClass, school.class_id)
        school_class.roster_only = only
        add_roster(session, school_class, entries, school.clock.now())

    school.write(work)


def test_the_code_may_be_typed_in_either_language_and_any_case(school: School) -> None:
    english = shown_code(school.code, "en").replace("-", " ").lower()
    answer = school.api.post(f"{API}/join", json={"code": f"  {english} ", "pseudonym": "Ada"})
    assert answer.status_code == 201 and answer.json()["class_name"] == "M2 Com"
    assert {code_meant(shown_code(code, language)) for code in [new_code()] for language in ("fr", "en")} != {None}


def test_joining_again_with_the_same_key_is_the_same_student(school: School) -> None:
    first, again = (school.join("Ada", key="a-key-of-mine") for _ in range(2))
    assert first.json()["student"] == again.json()["student"]
    taken = school.join("ADA", key="another-key")
    assert (taken.status_code, taken.json()["code"]) == (409, "name_taken")
    assert school.read(lambda session: session.query(Student).count()) == 1


def test_a_token_is_short_lived_and_traded_for_another(school: School) -> None:
    ada = school.pupil("Ada")
    school.clock.pass_time(3601)
    assert ada.get("/me").json()["code"] == "token_over"
    ada.token = school.api.post(f"{API}/token", json={"refresh": ada.refresh}).json()["token"]
    assert ada.get("/me").json()["pseudonym"] == "Ada"
    assert school.api.post(f"{API}/token", json={"refresh": ada.token}).status_code == 401
    ada.token = ada.refresh
    assert ada.get("/me").status_code == 401


def test_a_token_of_another_server_opens_nothing(school: School) -> None:
    ada = school.pupil("Ada")
    head, body, signature = ada.token.split(".")
    for forged in (f"{head}.{body}.{signature[::-1]}", f"eyJhbGciOiJub25lIn0.{body}.", "x", ""):
        ada.token = forged
        assert ada.get("/me").status_code == 401


def test_codes_cannot_be_guessed(school: School) -> None:
    answers = [
        school.api.post(f"{API}/join", json={"code": f"loutre-{number}", "pseudonym": "Eve"})
        for number in range(1000, 1025)
    ]
    assert [answer.status_code for answer in answers] == [404] * 20 + [429] * 5
    assert int(answers[-1].headers["retry-after"]) <= 600
    assert school.join("Ada").status_code == 429
    school.clock.pass_time(601)
    assert school.join("Ada").status_code == 201
    kept = school.read(lambda session: session.scalars(select(Attempts.key)).all())
    assert all("127.0.0.1" not in key for key in kept)


def test_a_whole_class_joins_from_one_address(school: School) -> None:
    assert {school.join(f"Student {number}").status_code for number in range(40)} == {201}


def test_a_roster_number_is_good_once(school: School) -> None:
    roster(school, Entry("Ada Lovelace", "ada@example.org", "2026-1"), Entry("Ben", "", "2026-2"), only=True)
    assert school.join("Eve").json()["code"] == "roster_number_needed"
    assert school.join("Eve", roster_number="2026-9").json()["code"] == "roster_number_unknown"
    ada = school.pupil("Ada", roster_number="2026-1")
    assert school.join("Eve", roster_number="2026-1").json()["code"] == "roster_number_taken"
    identity = school.read(lambda session: session.get(Identity, ada.student))
    assert identity is not None and identity.name == "Ada Lovelace"
    assert "Lovelace" not in ada.get("/me").text


def test_who_lost_their_token_comes_back_by_a_word_of_the_teacher(school: School) -> None:
    ada = school.pupil("Ada")
    word = school.write(lambda session: let_rejoin(session, session.get_one(Student, ada.student), school.clock.now()))
    assert ada.get("/me").status_code == 401
    again = school.pupil("whatever", rejoin=word.upper())
    assert again.student == ada.student and again.get("/me").json()["pseudonym"] == "Ada"
    assert school.join("Eve", rejoin=word).json()["code"] == "link_over"


def test_after_an_erasure_a_token_opens_nothing(school: School) -> None:
    ada, ben = school.pupil("Ada"), school.pupil("Ben", listed=True)
    board = f"/assignments/{school.assignment}/board"
    play = ada.send(school.assignment, replay_record()).json()["play"]
    school.judge()
    assert ada.get(board).status_code == 200 and ada.get(board).json()["verified"] == 1
    school.write(lambda session: erase_student(session, session.get_one(Student, ada.student), school.clock.now()))
    school.house.boards._made.clear()
    assert ben.get(board).json()["verified"] == 0
    for answer in (
        ada.get("/me"),
        ada.get(board),
        ada.get(f"/plays/{play}"),
        ada.send(school.assignment, replay_record("silent"), key="after-all"),
        school.api.post(f"{API}/token", json={"refresh": ada.refresh}),
    ):
        assert answer.status_code == 401
    assert school.pupil("Ada").student != ada.student


def test_a_class_has_room_for_so_many(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simulator.classroom.people.joining.MOST_STUDENTS", 2)
    school.pupil("Ada"), school.pupil("Ben")
    full = school.join("Cem")
    assert (full.status_code, full.json()["code"]) == (409, "class_full") and MOST_STUDENTS >= 200


@pytest.mark.parametrize(
    "name",
    [
        "Robert'); DROP TABLE student;--",
        "<script>alert(1)</script>",
        '=HYPERLINK("http://x")',
        "Éléonore d’Aquitaine",
        "王小明",
        "محمد",
        "नमस्ते",
        "می‌خواهم",
        "O'Brien & Söhne",
        "🦦 7",
    ],
)
def test_a_pseudonym_is_text_whatever_it_says(school: School, name: str) -> None:
    ada = school.pupil(name, listed=True)
    assert ada.get("/me").json()["pseudonym"] == name
    ada.send(school.assignment, replay_record("silent"))
    school.judge()
    board = ada.get(f"/assignments/{school.assignment}/board")
    assert board.json()["rows"][0]["names"] == [name]
    assert board.headers["content-type"] == "application/json"
    assert board.headers["x-content-type-options"] == "nosniff"
    assert school.read(lambda session: session.query(Student).count()) == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "request_key"),
        ("   ", "name_empty"),
        ("…!?", "name_empty"),
        ("x" * 41, "name_long"),
        ("Ada\u202egnp.exe", "name_signs"),
        ("Ada\u2066", "name_signs"),
        ("Ada\u200b", "name_signs"),
        ("A\u200dda", "name_signs"),
        ("Ada\x07", "name_signs"),
        ("Ada\x00", "request_key"),
        ("Ada\ufeff", "name_signs"),
        ("Z\u0300\u0300\u0300\u0300algo", "name_signs"),
        ("\ue000Ada", "name_signs"),
    ],
)
def test_a_pseudonym_that_pretends_is_refused(school: School, name: str, code: str) -> None:
    answer = school.join(name)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
