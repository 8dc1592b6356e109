"""What is kept can be had, and made to disappear."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from simulator.classroom.people.accommodations import accommodate
from simulator.classroom.people.roster import Entry, add_roster
from simulator.classroom.plays.counting import comment
from simulator.classroom.privacy.erasing import erase_identity, erase_student
from simulator.classroom.privacy.exporting import as_text, export_class
from simulator.classroom.privacy.purging import purge
from simulator.classroom.store.keeping import Audit
from simulator.classroom.store.people import Identity, SchoolClass, Student
from simulator.classroom.store.work import Play
from tests.classroom.school import Pupil, School, replay_record


def everything(school: School) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    names = inspect(school.database.engine).get_table_names()

    def work(session: Session) -> dict[str, list[tuple[object, ...]]]:
        return {name: [tuple(row) for row in session.execute(text(f'SELECT * FROM "{name}"'))] for name in names}

    return school.read(work)


def known(school: School) -> Pupil:
    """Ada, on the roster, with more time, a play, and a comment on it."""
    now = school.clock.now()

    def listed(session: Session) -> None:
        entry = Entry("Ada Lovelace", "ada@example.org", "2026-1")
        add_roster(session, session.get_one(SchoolClass, school.class_id), [entry], now)

    school.write(listed)
    ada = school.pupil("Countess", roster_number="2026-1")
    play = ada.send(school.assignment, replay_record()).json()["play"]
    school.judge()

    def taught(session: Session) -> None:
        accommodate(session, session.get_one(Student, ada.student), 1.33, now)
        comment(session, session.get_one(Play, play), school.teacher(session), "Bien.", now)

    school.write(taught)
    return ada


def test_an_export_holds_everything_that_is_kept_of_a_student(school: School) -> None:
    ada = known(school)
    record = school.write(lambda session: export_class(session, school.class_id, school.clock.now()))
    student = next(one for one in record["students"] if one["id"] == ada.student)
    assert student["identity"]["name"] == "Ada Lovelace" and student["accommodation"] == 1.33
    assert student["plays"][0]["replay"] == json.loads(replay_record())
    assert student["plays"][0]["comments"][0]["text"] == "Bien."
    assert json.loads(as_text(record)) == record


def test_who_somebody_is_is_forgotten_alone(school: School) -> None:
    ada = known(school)
    school.write(lambda session: erase_identity(session, session.get_one(Student, ada.student), school.clock.now()))
    rows = repr(everything(school))
    assert "Lovelace" not in rows and "example.org" not in rows and "2026-1'" not in rows
    assert ada.get("/me").json()["pseudonym"] == "Countess"
    assert ada.get(f"/assignments/{school.assignment}/board").json()["verified"] == 1


def test_of_an_erased_student_nothing_is_left(school: School) -> None:
    before = everything(school)
    ada = known(school)
    school.write(lambda session: erase_student(session, session.get_one(Student, ada.student), school.clock.now()))
    after = everything(school)
    for table in ("student", "identity", "accommodation", "submission", "comment", "team_member", "exam_run"):
        assert after[table] == before[table], table
    left = {name: rows for name, rows in after.items() if ada.student in repr(rows)}
    assert set(left) == {"audit"}
    assert "Countess" not in repr(after) and "Lovelace" not in repr(after)


def test_a_team_play_stays_when_a_member_goes(school: School) -> None:
    ada, ben = school.pupil("Ada", listed=True), school.pupil("Ben", listed=True)
    ada.send(school.assignment, replay_record(), team=("Ben", "Cem"))
    school.judge()
    board = f"/assignments/{school.assignment}/board"
    assert ada.get(board).json()["rows"][0]["names"] == ["Ada", "Ben"]
    school.write(lambda session: erase_student(session, session.get_one(Student, ben.student), school.clock.now()))
    school.house.boards._made.clear()
    assert ada.get(board).json()["rows"][0]["names"] == ["Ada"]


def test_a_class_is_purged_at_its_date_with_all_that_is_its(school: School) -> None:
    known(school)
    assert school.write(lambda session: purge(session, school.clock.now())) == 0
    later = school.clock.now() + timedelta(days=366)
    assert school.write(lambda session: purge(session, later)) == 1
    kept = {name for name, rows in everything(school).items() if rows}
    assert kept == {"alembic_version", "audit", "teacher", "revision"}
    assert {row[0] for row in everything(school)["revision"]} <= {"people"}


def test_the_audit_names_nobody(school: School) -> None:
    known(school)
    entries = school.read(lambda session: [(one.what, json.dumps(one.about)) for one in session.query(Audit)])
    assert {what for what, _ in entries} == {"roster", "accommodation", "comment"}
    assert not any("Ada" in about or "Countess" in about or "1.33" in about for _, about in entries)


def test_a_student_row_holds_no_more_than_a_pseudonym() -> None:
    columns = set(Student.__table__.columns.keys())
    assert columns == {
        "id", "class_id", "pseudonym", "folded", "key_generation", "listed", "join_key", "joined", "created",
    }  # fmt: skip
    assert "name" in Identity.__table__.columns
