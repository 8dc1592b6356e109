"""One play before its teacher: its debrief, what is written about it, its grade, its file, its replay."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest

from simulator.classroom.store.keeping import Audit
from simulator.classroom.store.work import Comment, Override, Play
from simulator.classroom.work.assignments import Plan, set_window
from simulator.submission.parcel import Parcel, sealed
from tests.classroom.pages.teacher import Browser, Reading
from tests.classroom.school import School, replay_record

pytestmark = pytest.mark.slow

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def play(school: School) -> str:
    """Ada's, verified."""
    name: str = school.pupil("Ada").send(school.assignment, replay_record()).json()["play"]
    school.judge()
    return name


def parcel(school: School, student: str, assignment: str, bot: str = "exemplary") -> bytes:
    """The file that the game writes; its seal is no business of the server's."""
    body = json.dumps({"replay": json.loads(replay_record(bot)), "team": []})
    made = Parcel(
        name="minimal-5",
        student=student,
        assignment=assignment,
        title="Exercice",
        attempt=1,
        key="key-of-the-game",
        body=body,
        finished=school.clock.now(),
    )
    return sealed(made, b"the game's own key").encode()


def test_a_comment_is_text_and_reaches_its_student(school: School, desk: Browser) -> None:
    ada = school.pupil("Ada")
    name = ada.send(school.assignment, replay_record("silent")).json()["play"]
    page = f"/plays/{name}"
    assert desk.send(page, f"{page}/comment", comment=f"Bien. {SCRIPT}\u202e").status_code == 303
    html = desk.get(page).text
    assert SCRIPT not in html and "Bien. &lt;script&gt;" in html and "\u202e" not in html
    assert ada.get(f"/plays/{name}").json()["comments"] == [f"Bien. {SCRIPT}"]
    assert desk.send(page, f"{page}/comment", comment="  ").status_code == 422
    assert school.read(lambda session: session.query(Comment).count()) == 1


def test_a_grade_is_changed_with_a_reason_and_that_is_kept(school: School, desk: Browser) -> None:
    name = school.pupil("Ada").send(school.assignment, replay_record("silent")).json()["play"]
    school.judge()
    page, action = f"/plays/{name}", f"/plays/{name}/override"
    for grade, reason in (("71.5", ""), ("101", "Oral"), ("abc", "Oral"), ("", "Oral")):
        refused = desk.send(page, action, grade=grade, reason=reason)
        assert refused.status_code == 422 and Reading(refused.text).form(action).fields["grade"] == grade
    assert school.read(lambda session: session.query(Override).count()) == 0
    assert desk.send(page, action, grade="71,5", reason="Oral").status_code == 303
    words = desk.read(page).words
    assert "0.0 → 71.5 · prof · " in words and "Oral" in words and "Computed by the server: 0.0" in words
    assert "72 Good teacher’s grade" in desk.read(f"/assignments/{school.assignment}").words
    assert desk.send(page, action, computed="yes", reason="Too kind").status_code == 303
    assert "71.5 → computed grade · prof" in desk.read(page).words
    kept = school.read(lambda session: [(one.before, one.after) for one in session.query(Override).all()])
    noted = school.read(lambda session: [one.teacher_id for one in session.query(Audit).filter_by(what="override")])
    assert kept == [(0.0, 71.5), (71.5, None)] and noted == [school.teacher_id] * 2
    assert school.read(lambda session: session.get_one(Play, name).grade) == 0.0


def test_a_late_play_counts_once_it_is_accepted(school: School, desk: Browser) -> None:
    ada = school.pupil("Ada")
    school.change(lambda session, one: set_window(session, one, None, school.clock.now() + timedelta(minutes=1)))
    school.clock.pass_time(61)
    name = ada.send(school.assignment, replay_record("silent")).json()["play"]
    school.judge()
    page, action = f"/plays/{name}", f"/plays/{name}/accept"
    assert "does not count until you accept it" in desk.read(page).words
    desk.send(page, action)
    assert ada.get(f"/plays/{name}").json()["counts"]
    desk.send(page, action)
    assert not ada.get(f"/plays/{name}").json()["counts"]


def test_a_file_of_the_game_is_a_play_like_any_other(school: School, desk: Browser) -> None:
    ada, at = school.pupil("Ada"), f"/assignments/{school.assignment}"
    page = f"{at}/plays"
    file = {"file": ("ada.badbuzz-play.json", parcel(school, ada.student, school.assignment), "application/json")}
    assert desk.send(page, f"{at}/file", files=file).status_code == 303
    assert "The play of Ada is received" in desk.read(page).words
    assert desk.send(page, f"{at}/file", files=file).status_code == 303
    school.judge()
    assert school.read(lambda session: [one.state for one in session.query(Play)]) == ["verified"]
    assert ada.send(school.assignment, replay_record(), key="key-of-the-game").status_code == 202
    assert school.read(lambda session: session.query(Play).count()) == 1


def test_a_file_that_is_no_play_of_this_class_is_refused_with_a_sentence(school: School, desk: Browser) -> None:
    ada, at = school.pupil("Ada"), f"/assignments/{school.assignment}"
    page = f"{at}/plays"
    other = school.assign(Plan(seed=5))
    wrong = {
        b"not json": "This file is no play exported by the game",
        b"[" * 5000: "This file is no play exported by the game",
        b'{"kind": "badbuzz replay"}': "This file is no play exported by the game",
        parcel(school, ada.student, other): "played for another assignment",
        parcel(school, "0" * 26, school.assignment): "is not, or no longer, in this class",
        parcel(school, ada.student, school.assignment).replace(b'\\"seed\\": 5', b'\\"seed\\": 6'): "another world",
    }
    for content, sentence in wrong.items():
        answer = desk.send(page, f"{at}/file", files={"file": ("x.json", content, "application/json")})
        assert answer.status_code == 422 and sentence in answer.text, content[:60]
    assert school.read(lambda session: session.query(Play).count()) == 0


def test_a_replay_shows_what_was_seen_and_hides_what_was_decided(play: str, desk: Browser) -> None:
    page = f"/plays/{play}/replay"
    begins = desk.get(f"{page}?minute=19").text
    assert "A customer is burnt" not in begins and "choisi" not in begins
    answered = desk.get(f"{page}?minute=20").text
    assert "A customer is burnt" in answered and "Answered at" not in answered and 'class="chosen"' not in answered
    assert "The press wonders" not in answered
    shown = desk.get(f"{page}?minute=20&decided=1").text
    assert "Answered at 09:20" in shown or "Answered at 9:20" in shown
    assert shown.count('class="chosen"') == 1
    later = desk.read(f"{page}?minute=21")
    assert [link for link in later.links if "minute=" in link] == [
        f"{page}?minute={minute}" for minute in (20, 20, 22, 35)
    ] + [f"{page}?minute=21&decided=1"]
    assert "Ada" not in later.words and not later.inline
    assert "moment 9 of 9" in desk.read(f"{page}?minute=999999").words
    assert desk.get(f"{page}?minute=-1").status_code == 404


def test_a_play_that_was_not_verified_is_not_shown_step_by_step(school: School, desk: Browser) -> None:
    name = school.pupil("Ada").send(school.assignment, replay_record()).json()["play"]
    assert desk.get(f"/plays/{name}/replay").status_code == 404
    assert "being verified" in desk.read(f"/plays/{name}").words


@pytest.mark.slow
def test_the_debrief_of_a_play_stands_on_its_page(play: str, teacher: Browser) -> None:
    page = teacher.read(f"/plays/{play}")
    assert "Décisions" in page.words and not page.inline
    html = teacher.get(f"/plays/{play}").text
    assert html.count('<svg role="img"') == 2
    headings = [re.sub(r"\s+", " ", found) for found in re.findall(r"<h2 id=\"section-\d+\">([^<]+)</h2>", html)]
    assert len(headings) >= 6
