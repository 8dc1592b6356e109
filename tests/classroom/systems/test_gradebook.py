"""The gradebook file: Moodle's columns, and nothing in it that a spreadsheet runs."""

from __future__ import annotations

import csv
import io

import pytest

from simulator.classroom.csv_text import cell
from simulator.classroom.people.roster import Entry, add_roster
from simulator.classroom.plays.counting import comment, override
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment, Play
from simulator.classroom.systems.gradebook import gradebook
from tests.classroom.pages.teacher import Browser
from tests.classroom.school import School, replay_record


def read(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff") and "\r\n" in text
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def filled(school: School) -> str:
    """Ada of the roster, who has played and been commented, and Ben, of whom no more than a pseudonym is known."""

    def listed(session):  # type: ignore[no-untyped-def]
        entries = [
            Entry("Ada Lovelace", "ada@example.org", "2026-1"),
            Entry('=HYPERLINK("x")', "-bad@example.org", "-12,5"),
        ]
        add_roster(session, session.get_one(SchoolClass, school.class_id), entries, school.clock.now())

    school.write(listed)
    ada, ben = school.pupil("Countess", roster_number="2026-1"), school.pupil("Ben")
    play = ada.send(school.assignment, replay_record(), team=("Ben",)).json()["play"]
    assert ben.get("/me").status_code == 200
    school.judge()

    def graded(session):  # type: ignore[no-untyped-def]
        mine, now = session.get_one(Play, play), school.clock.now()
        comment(session, mine, school.teacher(session), "=Bien,\nmais tard.", now)
        override(session, mine, school.teacher(session), 12.5, "oral", now)

    school.write(graded)
    return str(play)


def test_the_file_has_the_columns_that_moodle_maps(school: School) -> None:
    play = filled(school)
    text = school.read(lambda session: gradebook(session, session.get_one(SchoolClass, school.class_id)))
    rows = read(text)
    assert list(rows[0])[:4] == ["Nom complet", "Numéro d’identification", "Adresse de courriel", "Pseudonyme"]
    assert list(rows[0])[4:] == [
        "Exercice", "Exercice – réactivité", "Exercice – transparence", "Exercice – ton", "Exercice – Feedback",
    ]  # fmt: skip
    ada = next(row for row in rows if row["Pseudonyme"] == "Countess")
    kept = school.read(lambda session: session.get_one(Play, play))
    assert (ada["Nom complet"], ada["Numéro d’identification"]) == ("Ada Lovelace", "2026-1")
    assert ada["Adresse de courriel"] == "ada@example.org"
    assert ada["Exercice"] == "12.5" and float(ada["Exercice – ton"]) == pytest.approx(kept.tone, abs=0.01)
    assert ada["Exercice – Feedback"].endswith("=Bien, mais tard.") and "12" not in ada["Exercice – Feedback"][:5]
    ben = next(row for row in rows if row["Pseudonyme"] == "Ben")
    assert ben["Exercice"] == "12.5", "who played along has the same grade"


def test_nobodys_identity_is_empty_so_that_moodle_gives_no_grade_to_the_line_before(school: School) -> None:
    filled(school)
    found = lambda session: session.get_one(SchoolClass, school.class_id)  # noqa: E731
    everybody = read(school.read(lambda session: gradebook(session, found(session))))
    assert all(row["Adresse de courriel"] and row["Numéro d’identification"] for row in everybody)
    assert everybody[-1]["Adresse de courriel"] == "Ben"
    known = read(school.read(lambda session: gradebook(session, found(session), known_only=True)))
    assert [row["Pseudonyme"] for row in known if row["Pseudonyme"] == "Ben"] == [] and len(known) == 2


def test_formulas_are_text_and_numbers_stay_numbers(school: School) -> None:
    filled(school)
    rows = read(school.read(lambda session: gradebook(session, session.get_one(SchoolClass, school.class_id))))
    bad = next(row for row in rows if "HYPERLINK" in row["Nom complet"])
    assert bad["Nom complet"].startswith("'=") and bad["Adresse de courriel"].startswith("'-bad")
    assert bad["Numéro d’identification"] == "-12,5" and bad["Exercice"] == "-"
    assert [cell(one) for one in (-1.5, "-1.5", "+3", "-", "-1+1", "--", "+A1")] == [
        "-1.5", "-1.5", "+3", "-", "'-1+1", "'--", "'+A1",
    ]  # fmt: skip


def test_two_assignments_of_one_title_have_columns_of_their_own(school: School) -> None:
    second = school.assign()
    rows = school.read(lambda session: gradebook(session, session.get_one(SchoolClass, school.class_id)))
    heading = rows.partition("\r\n")[0]
    assert ",Exercice," in heading and ",Exercice (2)," in heading
    one = school.read(
        lambda session: gradebook(
            session,
            session.get_one(SchoolClass, school.class_id),
            assignment=session.get_one(Assignment, second),
        )
    )
    assert "(2)" not in one


def test_a_teacher_fetches_it_and_nobody_else(school: School) -> None:
    filled(school)
    path = f"/classes/{school.class_id}/grades.csv"
    stranger = Browser(school)
    assert stranger.get(path, follow_redirects=False).status_code == 303
    teacher = Browser(school).at_work()
    links = teacher.read(f"/assignments/{school.assignment}/plays").links
    assert f"{path}?assignment={school.assignment}" in links
    answer = teacher.get(path, params={"assignment": school.assignment})
    assert answer.status_code == 200 and answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer.headers["content-disposition"] and "Countess" in answer.text
    assert teacher.get(path, params={"assignment": "x"}).status_code == 404
