"""Setting a class a crisis, and what may be changed of it afterwards."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from simulator.authoring.pack import packed
from simulator.classroom.store.people import SchoolClass
from simulator.classroom.store.work import Assignment, Pack
from simulator.scenario.library import Library
from simulator.scenario.load import load_scenario
from tests.classroom.pages.teacher import Browser, Reading
from tests.classroom.pages.test_class_pages import gone
from tests.classroom.school import SEED, School, replay_record
from tests.plays import MINIMAL

pytestmark = pytest.mark.slow

PARIS = {"zone": "Europe/Paris"}


@pytest.fixture
def new(school: School) -> str:
    return f"/classes/{school.class_id}/assignments/new"


def made(school: School, path: str) -> Assignment:
    """The assignment that a page led to."""
    name = path.split("/")[2]
    return school.read(lambda session: session.get_one(Assignment, name))


def test_a_scenario_is_all_that_one_must_choose(school: School, teacher: Browser, new: str) -> None:
    wrong = teacher.send(new, new, title="Tomorrow")
    assert wrong.status_code == 422 and "scenario-error" in wrong.text
    assert Reading(wrong.text).form(new).fields["title"] == "Tomorrow"
    found = made(school, gone(teacher.send(new, new, scenario="minimal")))
    assert (found.title, found.mode, found.attempts, found.counting, found.students_see) == (
        "La lampe qui chauffe",
        "practice",
        1,
        "best",
        "own",
    )
    assert found.seed is not None and found.started is not None and found.rubric is None and found.closes is None


def test_everything_that_can_be_chosen_is_kept(school: School, teacher: Browser, new: str) -> None:
    weights = {"overall_reactivity": "50", "overall_transparency": "30", "overall_tone": "20"}
    answer = teacher.send(
        new, new, scenario="minimal", title="Exam", mode="exam", seed="individual", start="by_teacher",
        opens="2026-12-01T08:00", closes="2026-12-01T10:00", students_see="names", on_lost_connection="waits",
        rubric="own", **weights, **PARIS,
    )  # fmt: skip
    found = made(school, gone(answer))
    assert (found.mode, found.seed, found.started, found.students_see) == ("exam", None, None, "names")
    assert (found.on_lost_connection, found.attempts) == ("waits", 1)
    assert found.opens == datetime(2026, 12, 1, 7, tzinfo=UTC) and found.closes == datetime(2026, 12, 1, 9, tzinfo=UTC)
    settings = teacher.read(f"/assignments/{found.id}/settings?lang=en").words
    assert "Reactivity 50%, Transparency 30%, Tone 20%" in settings and "Tone: Empathy 25%, Stance 30%," in settings
    assert found.rubric is not None and found.rubric["overall"] == {"reactivity": 0.5, "transparency": 0.3, "tone": 0.2}


BAD = [
    ({"seed": "given", "seed_number": "many"}, "seed_number"),
    ({"seed": "given", "seed_number": ""}, "seed_number"),
    ({"seed": "given", "seed_number": "99999999999"}, "seed_number"),
    ({"attempts": "0"}, "attempts"),
    ({"attempts": "-1"}, "attempts"),
    ({"opens": "2026-12-02T08:00", "closes": "2026-12-01T08:00"}, "closes"),
    ({"closes": "tomorrow"}, "closes"),
    ({"rubric": "own", "overall_tone": "90"}, "overall_reactivity"),
    ({"mode": "war"}, ""),
    ({"title": "Kept\u202e"}, "title"),
    ({"scenario": "pack:" + "0" * 64}, "scenario"),
    ({"scenario": "unknown"}, "scenario"),
]
"""What was typed, and the field that the sentence stands beside."""


def test_what_cannot_be_is_said_beside_its_field(school: School, teacher: Browser, new: str) -> None:
    usual = teacher.read(new).form(new).fields
    for typed, field in BAD:
        fields = {**usual, "scenario": "minimal", "title": "Kept", **typed}
        answer = teacher.client.post(new, data=fields)
        assert answer.status_code == 422 and (f'id="{field}-error"' in answer.text or not field), typed
        assert Reading(answer.text).form(new).fields["title"].startswith("Kept"), typed
    assert school.read(lambda session: session.query(Assignment).count()) == 1


def test_hours_are_those_of_the_teachers_zone_and_summer_time_counts(
    school: School, teacher: Browser, new: str
) -> None:
    teacher.client.cookies.set("badbuzz_zone", "America%2FNew_York", "testserver.local")
    assert teacher.read(new).form(new).fields["zone"] == "America/New_York"
    at = gone(teacher.send(new, new, scenario="minimal", closes="2027-07-01T12:00"))
    assert made(school, at).closes == datetime(2027, 7, 1, 16, tzinfo=UTC)
    page = teacher.read(at)
    assert page.form(at).fields["closes"] == "2027-07-01T12:00" and "America/New York, UTC−4" in page.words


def test_a_pack_is_looked_at_and_then_chosen(school: School, teacher: Browser, new: str) -> None:
    school.house.library = Library(())
    at, content = f"/upload/classes/{school.class_id}/scenario", packed(load_scenario(MINIMAL), "tests")
    bad = teacher.send(new, at, files={"file": ("x.badbuzz", b"PK nonsense", "application/zip")})
    assert bad.status_code == 422 and "file-error" in bad.text
    assert teacher.send(new, at).status_code == 422
    there = gone(teacher.send(new, at, files={"file": ("x.badbuzz", content, "application/zip")}))
    chosen = teacher.read(there).form(new).fields["scenario"]
    assert chosen.startswith("pack:")
    found = made(school, gone(teacher.send(there, new)))
    assert f"pack:{found.pack_digest}" == chosen and found.pack.scenario_id == "minimal"


def test_rules_are_changed_and_the_world_is_not(school: School, teacher: Browser) -> None:
    ada = school.pupil("Ada")
    for key, bot in (("key-0001", "exemplary"), ("key-0002", "silent")):
        assert ada.send(school.assignment, replay_record(bot), key).status_code == 202
    school.judge()
    at = f"/assignments/{school.assignment}/settings"
    wrong = teacher.send(at, at, title=" ", closes="2026-12-24T18:00", **PARIS)
    assert wrong.status_code == 422 and Reading(wrong.text).form(at).fields["closes"] == "2026-12-24T18:00"
    gone(teacher.send(at, at, title="New", closes="2026-12-24T18:00", attempts="", counting="last", seed="9", **PARIS))
    found = made(school, at)
    assert (found.title, found.attempts, found.counting, found.seed) == ("New", None, "last", SEED)
    assert found.closes == datetime(2026, 12, 24, 17, tzinfo=UTC)
    counts = ada.get("/me").json()["assignments"][0]["plays"]
    assert [one["counts"] for one in counts] == [False, True], "the last one counts from now on"


def test_the_teacher_starts_for_all_closes_and_deletes(school: School, teacher: Browser, new: str) -> None:
    at = gone(teacher.send(new, new, scenario="minimal", title="Together", start="by_teacher"))
    root = at.removesuffix("/settings")
    ada = school.pupil("Ada")
    name = root.rpartition("/")[2]
    assert ada.post(f"/assignments/{name}/start").json()["code"] == "assignment_waiting"
    page = f"/classes/{school.class_id}"
    assert gone(teacher.send(page, f"{root}/start")) == page
    assert ada.post(f"/assignments/{name}/start").status_code == 200
    gone(teacher.send(at, f"{root}/close"))
    assert ada.post(f"/assignments/{name}/start").json()["code"] == "assignment_closed"
    assert teacher.send(at, f"{root}/delete", confirm="x").status_code == 422
    assert gone(teacher.send(at, f"{root}/delete", confirm="together")) == page
    assert teacher.get(at).status_code == 404
    left = school.read(lambda session: (session.query(Assignment).count(), session.query(Pack).count()))
    assert left == (1, 1), "the pack goes with the last assignment that uses it"


def test_a_student_who_opens_the_link_learns_how_to_join(school: School) -> None:
    someone = Browser(school)
    school.write(lambda session: setattr(session.get_one(SchoolClass, school.class_id), "code", "écureuil-4821"))
    page = someone.read("/join/ecureuil-4821")
    assert "M2 Com" in page.words and "ÉCUREUIL-4821" in page.words
    assert "badbuzz join http://testserver/join/ECUREUIL-4821" in page.words
    assert not someone.client.cookies, "nothing is kept of a student who looks"
    assert someone.get("/join/LOUTRE-0000").status_code == 404
    school.write(lambda session: setattr(session.get_one(SchoolClass, school.class_id), "roster_only", True))
    assert "--student-number" in someone.read("/join/SQUIRREL 4821").words
    for _ in range(19):
        someone.get("/join/LOUTRE-0000")
    assert someone.get("/join/ecureuil-4821").status_code == 429
