"""An exam: the run lives on the server, and its clock is fair."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from simulator.classroom.exam.clock import resume_all
from simulator.classroom.exam.room import Room
from simulator.classroom.exam.sitting import Exams
from simulator.classroom.people.accommodations import accommodate
from simulator.classroom.people.classes import pause
from simulator.classroom.plays.submitting import unpack_replay
from simulator.classroom.store.people import SchoolClass, Student
from simulator.classroom.store.work import Play
from simulator.classroom.work.assignments import Plan
from simulator.play.presenters.rows import CrisisView
from simulator.play.rows_json import from_json
from tests.classroom.school import SEED, Pupil, School
from tests.plays import MINIMAL

pytestmark = pytest.mark.slow


class Sitting:
    """A student at an exam."""

    def __init__(self, school: School, pupil: Pupil, plan: Plan | None = None, exam: str | None = None) -> None:
        self.school = school
        self.pupil = pupil
        self.exam = exam or school.assign(plan or Plan(mode="exam", seed=SEED))
        self.path = f"/assignments/{self.exam}/exam"
        self.number = 0

    def begin(self) -> dict[str, Any]:
        answer = self.pupil.post(self.path)
        assert answer.status_code == 200, answer.text
        said: dict[str, Any] = answer.json()
        self.number = said["last_order"]
        return said

    def look(self, **query: Any) -> dict[str, Any]:
        answer = self.pupil.get(self.path, params=query)
        assert answer.status_code == 200, answer.text
        said: dict[str, Any] = answer.json()
        return said

    def order(self, do: str, **words: Any) -> dict[str, Any]:
        self.number += 1
        answer = self.pupil.post(f"{self.path}/decisions", {"number": self.number, "command": {"do": do, **words}})
        said: dict[str, Any] = {"status": answer.status_code, **answer.json()}
        return said

    def live(self, seconds: float, step: float = 5.0) -> dict[str, Any]:
        """Let time pass, with the student looking on."""
        while seconds > 0:
            self.school.clock.pass_time(min(step, seconds))
            seconds -= step
            seen = self.look()
        return seen


@pytest.fixture
def sitting(school: School) -> Sitting:
    made = Sitting(school, school.pupil("Ada"))
    made.begin()
    return made


def test_an_exam_shows_what_the_crisis_scene_shows_and_no_seed(school: School) -> None:
    sitting = Sitting(school, school.pupil("Ada"))
    seen = sitting.begin()
    view = from_json(CrisisView, seen["crisis"], lambda name: MINIMAL / name)
    assert view.header.title and not view.header.can_pause
    assert (seen["minute"], seen["over"], seen["last_order"]) == (0, False, 0)
    briefing = sitting.pupil.post(f"{sitting.path}/questions", {"ask": "briefing"}).json()
    assert briefing["seed"] == 0 and briefing["mission"]
    me = sitting.pupil.get("/me").json()["assignments"][0]
    assert me["pack"] is None and "seed" not in me
    for answer in (
        sitting.pupil.post(f"/assignments/{sitting.exam}/start"),
        sitting.pupil.get(f"/assignments/{sitting.exam}/pack"),
    ):
        assert answer.json()["code"] in ("exam_not_started_so", "exam_has_no_pack")


def test_time_passes_by_the_pace_of_the_scenario(sitting: Sitting) -> None:
    first = sitting.look()["speed"]
    assert first > 0
    seen = sitting.live(60)
    assert 0.5 * first <= seen["minute"] <= 2.5 * max(first, seen["speed"])


def test_what_is_decided_is_done_once_and_dated_by_the_server(sitting: Sitting) -> None:
    minute = sitting.live(30)["minute"]
    done = sitting.order("listen", words="lait")
    assert (done["status"], done["refusal"], done["minute"]) == (200, None, minute)
    sitting.number -= 1
    sitting.school.clock.pass_time(20)
    assert sitting.order("listen", words="lait") == done
    sitting.number -= 1
    other = sitting.order("listen", words="rappel")
    assert (other["status"], other["code"]) == (409, "key_reused")
    sitting.number += 3
    assert sitting.order("alert")["code"] == "exam_order_number"


def test_what_cannot_be_decided_is_answered_with_the_sentence_of_why(sitting: Sitting) -> None:
    sitting.order("alert")
    refused = sitting.order("alert")
    assert refused["status"] == 200 and refused["refusal"]
    assert sitting.look()["last_order"] == 2


def test_dialogs_are_answered(sitting: Sitting) -> None:
    path = f"{sitting.path}/questions"
    for ask in ("listening", "watching", "alerting", "holding", "guide"):
        answer = sitting.pupil.post(path, {"ask": ask})
        assert answer.status_code == 200 and answer.json(), ask
    assert sitting.pupil.post(path, {"ask": "the future"}).status_code == 422
    post = sitting.live(30)["crisis"]["feed"][0]["post_id"]
    for ask in ("replies", "thread", "profile"):
        assert sitting.pupil.post(path, {"ask": ask, "post": post}).status_code == 200, ask
    assert sitting.pupil.post(path, {"ask": "thread", "post": "none-such"}).status_code == 404
    mine = sitting.look(posts=3, words="zzz")["crisis"]["feed"]
    assert mine == [] and len(sitting.look(posts=3)["crisis"]["feed"]) <= 3


def test_a_threshold_alerts_the_cell_whichever_worker_counts(sitting: Sitting) -> None:
    assert sitting.order("set_threshold", level=20)["refusal"] is None
    house = sitting.school.house
    for _ in range(12):
        sitting.school.clock.pass_time(60)
        house.exams = Exams(house.database, Room(house.database, house.packs), sitting.school.clock)
        sitting.order("listen", words="lait")
    sitting.school.clock.pass_time(2000)
    seen = sitting.look()
    assert seen["over"]
    sitting.school.judge()
    record = sitting.school.read(lambda session: session.get_one(Play, seen["play"]).state)
    assert record == "verified"
    stored = sitting.school.read(lambda session: session.get_one(Play, seen["play"]).replay)
    assert '"do":"alert"' in unpack_replay(stored)


def test_any_worker_and_any_restart_come_to_the_same_minute(sitting: Sitting) -> None:
    sitting.live(41)
    sitting.order("alert")
    sitting.order("listen", words="lait")
    before = sitting.live(33.3, step=1.7)
    house = sitting.school.house
    house.exams = Exams(house.database, Room(house.database, house.packs), sitting.school.clock)
    after = sitting.look()
    assert after["crisis"] == before["crisis"] and after["minute"] == before["minute"]
    before = sitting.live(20)
    sitting.school.write(lambda session: resume_all(session, 5.0))
    sitting.school.clock.seconds = 5.0
    house.exams = Exams(house.database, Room(house.database, house.packs), sitting.school.clock)
    resumed = sitting.look()
    assert resumed["last_order"] == 2
    assert sitting.live(30)["minute"] > resumed["minute"]


def test_a_jump_of_the_date_moves_no_exam(sitting: Sitting) -> None:
    before = sitting.live(10)
    sitting.school.clock.date += timedelta(minutes=50)
    assert sitting.look()["minute"] == before["minute"]
    sitting.school.clock.date -= timedelta(hours=9)
    assert sitting.look()["minute"] == before["minute"]


@pytest.mark.parametrize(("rule", "moves"), [("goes_on", True), ("waits", False)])
def test_a_lost_connection_follows_the_rule(school: School, rule: str, moves: bool) -> None:
    plan = Plan(mode="exam", seed=SEED, on_lost_connection=rule)  # type: ignore[arg-type]
    sitting = Sitting(school, school.pupil("Ada"), plan)
    sitting.begin()
    before = sitting.live(30)["minute"]
    school.clock.pass_time(90)
    after = sitting.look()["minute"]
    everything = Sitting(school, school.pupil("Ben"), exam=sitting.exam)
    everything.begin()
    whole = everything.live(120)["minute"]
    assert (after == whole) == moves
    assert after > before
    assert sitting.live(30)["minute"] > after


def test_more_time_slows_the_clock_and_untimed_stops_it(school: School) -> None:
    pupils = {factor: school.pupil(f"S{factor}") for factor in (1.0, 1.33, 0.0)}
    exam = school.assign(Plan(mode="exam", seed=SEED))

    def given(session: Session) -> None:
        for factor, pupil in pupils.items():
            accommodate(session, session.get_one(Student, pupil.student), factor, school.clock.now())

    school.write(given)
    sittings = {factor: Sitting(school, pupil, exam=exam) for factor, pupil in pupils.items()}
    for sitting in sittings.values():
        sitting.begin()
    school.clock.pass_time(60)
    minutes = {factor: sitting.look()["minute"] for factor, sitting in sittings.items()}
    assert minutes[1.0] > minutes[1.33] > minutes[0.0] == 0
    untimed = sittings[0.0]
    assert untimed.look()["untimed"] and untimed.order("wait", minutes=7)["refusal"] is None
    assert 0 < untimed.look()["minute"] <= 7
    assert sittings[1.0].order("wait", minutes=7)["refusal"]


def test_that_somebody_has_more_time_shows_nowhere(school: School) -> None:
    factors = {1.0: school.pupil("Ada"), 1.5: school.pupil("Ben"), 2.0: school.pupil("Cleo")}
    exam = school.assign(Plan(mode="exam", seed=SEED))
    seen: dict[float, list[dict[str, Any]]] = {}
    for factor, pupil in factors.items():
        school.write(
            lambda session, factor=factor, pupil=pupil: accommodate(
                session, session.get_one(Student, pupil.student), factor, school.clock.now()
            )
        )
        sitting = Sitting(school, pupil, exam=exam)
        own = {"exam": "", "play": None}
        seen[factor] = [{**sitting.begin(), **own}]
        for step in (7.25, 21.0, 40.5, 90.0):
            school.clock.pass_time(step * factor)
            seen[factor].append({**sitting.look(), **own})
        assert sitting.order("alert")["refusal"] is None
        school.clock.pass_time(60.25 * factor)
        seen[factor].append({**sitting.look(), **own})
    assert seen[1.0] == seen[1.5] == seen[2.0]
    assert len({view["minute"] for view in seen[1.0]}) == len(seen[1.0])
    assert len({view["crisis"]["minute_seconds"] for view in seen[1.0]}) > 1, "it follows the pace of the scenario"


def test_the_rule_and_what_has_begun_are_told(school: School) -> None:
    ada = school.pupil("Ada")
    for rule in ("goes_on", "waits"):
        plan = Plan(mode="exam", seed=SEED, on_lost_connection=rule)  # type: ignore[arg-type]
        sitting = Sitting(school, ada, plan)

        def told(exam: str = sitting.exam) -> dict[str, Any]:
            rows: list[dict[str, Any]] = ada.get("/me").json()["assignments"]
            return next(row for row in rows if row["id"] == exam)

        assert (told()["on_lost_connection"], told()["exam_begun"]) == (rule, False)
        assert sitting.begin()["on_lost_connection"] == sitting.look()["on_lost_connection"] == rule
        assert told()["exam_begun"]
    practice = next(row for row in ada.get("/me").json()["assignments"] if row["id"] == school.assignment)
    assert practice["on_lost_connection"] is None and not practice["exam_begun"]


def test_a_paused_class_stops_every_clock(sitting: Sitting) -> None:
    school = sitting.school

    def set_paused(paused: bool) -> None:
        school.write(
            lambda session: pause(session, session.get_one(SchoolClass, school.class_id), paused, school.clock.steady())
        )

    before = sitting.live(10)["minute"]
    set_paused(True)
    school.clock.pass_time(300)
    assert sitting.look()["minute"] == before and sitting.look()["speed"] == 0
    assert sitting.order("alert")["code"] == "assignment_paused"
    sitting.number -= 1
    set_paused(False)
    assert sitting.look()["minute"] == before
    assert sitting.live(30)["minute"] > before


def test_an_exam_lived_to_its_end_is_a_verified_play(sitting: Sitting) -> None:
    sitting.order("alert")
    sitting.school.clock.pass_time(3000)
    seen = sitting.look()
    assert seen["over"] and seen["play"]
    assert sitting.order("alert")["code"] == "exam_over"
    sitting.school.judge()
    play = sitting.pupil.get(f"/plays/{seen['play']}").json()
    assert play["state"] == "verified" and play["counts"]
    assert sitting.pupil.get(f"/plays/{seen['play']}/replay").json()["code"] == "exam_has_no_pack"
    assert sitting.begin()["over"]


def test_an_exam_that_closes_is_handed_in_as_far_as_it_went(school: School) -> None:
    closes = school.clock.now() + timedelta(seconds=100)
    sitting = Sitting(school, school.pupil("Ada"), Plan(mode="exam", seed=SEED, closes=closes))
    sitting.begin()
    sitting.order("alert")
    at_closing = sitting.live(99)["minute"]
    school.clock.pass_time(500)
    assert school.house.exams.sweep() == 1 and school.house.exams.sweep() == 0
    seen = sitting.look()
    assert seen["over"] and at_closing <= seen["minute"] <= at_closing + 2
    school.judge()
    play = sitting.pupil.get(f"/plays/{seen['play']}").json()
    assert play["state"] == "verified" and not play["late"]
    assert sitting.pupil.get(f"/plays/{seen['play']}/replay").json()["seed"] == SEED
    assert sitting.pupil.get(f"/assignments/{sitting.exam}/pack").status_code == 200


def test_giving_up_ends_it(sitting: Sitting) -> None:
    sitting.live(20)
    assert sitting.order("give_up")["refusal"] is None
    assert sitting.look()["over"]
    sitting.school.judge()
    assert sitting.pupil.get(f"/plays/{sitting.look()['play']}").json()["state"] == "verified"


def test_an_exam_is_nobody_elses_and_no_play_is_sent_to_it(sitting: Sitting) -> None:
    ben = sitting.school.pupil("Ben")
    assert ben.get(sitting.path).json()["code"] == "exam_not_begun"
    from tests.classroom.school import replay_record

    assert ben.send(sitting.exam, replay_record()).json()["code"] == "exam_not_sent"
    assert ben.get(f"/assignments/{sitting.school.assignment}/exam").json()["code"] == "exam_not_begun"
    assert ben.post(f"/assignments/{sitting.school.assignment}/exam").json()["code"] == "exam_none"
