"""What a teacher sees of a class that plays, and what hangs on the wall."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from simulator.classroom.store.people import Identity, SchoolClass, Teacher
from simulator.classroom.store.work import Assignment
from simulator.classroom.work.assignments import Plan, set_window
from tests.classroom.pages.teacher import Browser
from tests.classroom.school import School, replay_record

pytestmark = pytest.mark.slow

SCRIPT = "<script>alert(1)</script>"


def board_of(school: School) -> str:
    return f"/assignments/{school.assignment}"


def test_everybody_has_a_line_with_how_they_stand(school: School, desk: Browser) -> None:
    ada, ben = school.pupil("Ada"), school.pupil("Ben")
    school.pupil("Cem")
    ada.send(school.assignment, replay_record(), team=("Zoé",))
    school.judge()
    ada.send(school.assignment, replay_record("silent"), key="key-0002")
    ben.send(school.assignment, replay_record())
    school.judge()
    ben.send(school.assignment, replay_record("denier"), key="key-0003")
    page = desk.read(board_of(school))
    lines = page.words
    assert "1 / 3 plays verified" in lines and "1 being verified" in lines and "2 people have not finished." in lines
    assert "Ada, Zoé ✓ verified 2 attempts 86" in lines
    assert "Ben … being verified 2 attempts –" in lines and "Cem ○ not played yet –" in lines
    assert not page.inline


def test_an_exam_shows_who_sits_it_and_no_seed_before_it_is_closed(school: School, desk: Browser) -> None:
    exam = school.assign(Plan(mode="exam", seed=48211))
    school.pupil("Ada").post(f"/assignments/{exam}/exam")
    page = f"/assignments/{exam}"
    seen = desk.read(page).words + desk.read(f"{page}/projector").words
    assert "Ada ▶ playing" in seen and "exam · shared draw" in seen and "48211" not in seen
    school.change(lambda session, one: set_window(session, one, None, school.clock.now()), exam)
    assert "shared draw 48211" in desk.read(page).words


def test_names_are_shown_only_where_they_are_asked_for(school: School, desk: Browser) -> None:
    ada = school.pupil("Ada")
    school.write(lambda session: session.add(Identity(student_id=ada.student, name="Ada Lovelace")))
    assert "Lovelace" not in desk.read(board_of(school)).words
    assert "Ada Lovelace (Ada)" in desk.read(f"{board_of(school)}?names=roster").words
    assert "Lovelace" not in desk.read(f"{board_of(school)}/projector?names=roster").words


def test_the_wall_tells_how_to_join_then_shows_those_who_agreed(school: School, desk: Browser) -> None:
    wall = f"{board_of(school)}/projector"
    joining = desk.get(wall).text
    assert "Join with the code" in joining and 'class="screen-qr"' in joining
    for name, listed in (("Ada", True), ("Ben", False)):
        school.pupil(name, listed=listed).send(school.assignment, replay_record("silent"))
    school.judge()
    words = desk.read(wall).words
    assert "1 Ada 0" in words and "Anonymous" in words and "Ben" not in words
    school.change(lambda _, one: setattr(one, "students_see", "own"))
    assert "the class does not see the ranking" in desk.read(wall).words


def test_choices_have_no_colour_until_they_are_revealed(school: School, desk: Browser) -> None:
    page = f"{board_of(school)}/choices"
    for name, bot in (("Ada", "exemplary"), ("Ben", "denier")):
        school.pupil(name).send(school.assignment, replay_record(bot))
    school.judge()
    cem, chosen = school.pupil("Cem"), f"/assignments/{school.assignment}/choices"
    assert cem.get(chosen).status_code == 403
    hidden = desk.get(page).text
    assert "50%" in hidden and "Reveal anyway" in hidden and "1 person has not finished." in hidden
    assert "good choice" not in hidden and 'class="bar choice "' in hidden and 'class="bar choice good"' not in hidden
    assert desk.send(page, page).status_code == 303 and cem.get(chosen).status_code == 200
    revealed = desk.get(page).text
    assert 'class="bar choice good"' in revealed and "good choice" in revealed and "✕" in revealed
    assert "good choice" in desk.get(f"{board_of(school)}/projector").text
    desk.send(page, page)
    assert "good choice" not in desk.get(page).text
    assert "good choice" not in desk.get(f"{board_of(school)}/projector").text


def test_the_class_is_started_paused_and_given_its_debrief(school: School, desk: Browser) -> None:
    prepared = school.assign(Plan(started=False))
    page = f"/assignments/{prepared}"

    def stands() -> tuple[bool, bool, bool]:
        def work(session: Session) -> tuple[bool, bool, bool]:
            one = session.get_one(Assignment, prepared)
            return one.started is not None, session.get_one(SchoolClass, one.class_id).paused, one.debrief_open

        return school.read(work)

    for action in ("start", "pause", "debrief"):
        assert desk.send(page, f"{page}/{action}").headers["location"] == page
    assert stands() == (True, True, True)
    for action in ("pause", "debrief"):
        desk.send(page, f"{page}/{action}")
    assert stands() == (True, False, False)


def test_another_teacher_finds_nothing(school: School) -> None:
    play = school.pupil("Ada").send(school.assignment, replay_record()).json()["play"]

    def colleague(session: Session) -> str:
        made = Teacher(login="other", password_hash="x", language="en", created=school.clock.now())
        session.add(made)
        session.flush()
        return made.id

    other = Browser(school).at_work(school.write(colleague))
    base = board_of(school)
    pages = [base, *(f"{base}/{name}" for name in ("projector", "choices", "statistics", "plays"))]
    for page in (*pages, f"/plays/{play}", f"/plays/{play}/replay"):
        assert other.get(page).status_code == 404, page
    proof = other.read("/account").form("/logout").fields
    actions = [f"{base}/{name}" for name in ("start", "pause", "debrief", "choices", "file")]
    for action in (*actions, *(f"/plays/{play}/{name}" for name in ("comment", "override", "accept"))):
        sent = other.client.post(action, data={**proof, "comment": "x", "grade": "1", "reason": "x"})
        assert sent.status_code in (404, 422), action
        assert action.endswith("file") or sent.status_code == 404, action
        assert other.client.post(action, data={"comment": "x"}).status_code == 403, action


def test_names_are_text_wherever_they_stand(school: School, desk: Browser) -> None:
    for name in (SCRIPT, "=1+1", "עברית"):
        school.pupil(name, listed=True).send(school.assignment, replay_record("silent"))
    school.judge()
    for path in ("", "/projector", "/plays", "/plays?q=" + SCRIPT):
        html = desk.get(board_of(school) + path).text
        assert SCRIPT not in html and "&lt;script&gt;alert(1)" in html, path
    assert "<bdi>עברית</bdi>" in desk.get(board_of(school)).text


def test_the_class_in_figures(school: School, desk: Browser) -> None:
    page = f"{board_of(school)}/statistics"
    assert "Statistics come with the first verified play." in desk.read(page).words
    for name, bot in (("Ada", "exemplary"), ("Ben", "silent"), ("Cem", "slow")):
        school.pupil(name).send(school.assignment, replay_record(bot))
    school.judge()
    words = desk.read(page).words
    assert "Grade 0.0 36.9 73.8 79.7 85.5" in words
    assert "Half of the class spoke at the latest 40 min" in words and "1 verified play has no public message." in words


def test_plays_are_found_by_state_and_by_name(school: School, desk: Browser) -> None:
    ada, ben = school.pupil("Ada"), school.pupil("Ben")
    ada.send(school.assignment, replay_record())
    school.change(lambda session, one: set_window(session, one, None, school.clock.now() + timedelta(minutes=1)))
    school.clock.pass_time(120)
    ben.send(school.assignment, replay_record("silent"))
    school.judge()
    page = f"{board_of(school)}/plays"
    late = desk.read(f"{page}?which=late").words
    assert "Ben" in late and "late, does not count" in late and "Ada" not in late
    found = desk.read(f"{page}?q=ADA").words
    assert "Ada" in found and "Ben" not in found and "All 1 That count 1" in found
