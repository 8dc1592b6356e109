"""A play is kept before it is acknowledged, lived again before it counts, and counted once."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from simulator.classroom.plays.counting import accept, comment, override
from simulator.classroom.store.work import Assignment, Play
from simulator.classroom.work.assignments import Plan, set_window
from tests.classroom.school import SEED, School, replay_record

KEY = {"Idempotency-Key": "key-0001"}


def changed(text: str, **parts: object) -> str:
    return json.dumps({**json.loads(text), **parts})


def test_a_play_is_verified_and_stands_on_the_board(school: School) -> None:
    ada = school.pupil("Ada", listed=True)
    world = ada.post(f"/assignments/{school.assignment}/start").json()
    assert (world["seed"], world["attempt"], world["factor"]) == (SEED, 1, 1.0)
    receipt = ada.send(school.assignment, replay_record())
    assert receipt.status_code == 202
    play = receipt.json()["play"]
    assert ada.get(f"/plays/{play}").json()["state"] == "waiting"
    school.judge()
    seen = ada.get(f"/plays/{play}").json()
    assert seen["state"] == "verified" and seen["counts"] and (seen["place"], seen["ranked"]) == (1, 1)
    board = ada.get(f"/assignments/{school.assignment}/board").json()
    assert [row["names"] for row in board["rows"]] == [["Ada"]]
    assert (
        board["rows"][0]["grade"] == round(seen["score"]["grade"], 2)
        and seen["score"]["grade"] == seen["score"]["overall"]
    )
    assert (board["joined"], board["played"], board["waiting"], board["verified"]) == (1, 1, 0, 1)


def test_the_scenario_comes_with_the_assignment_and_once(school: School) -> None:
    ada = school.pupil("Ada")
    me = ada.get("/me").json()
    assert [one["pack"] for one in me["assignments"]] == [school.pack]
    pack = ada.get(f"/assignments/{school.assignment}/pack")
    assert pack.status_code == 200 and pack.content.startswith(b"PK")
    again = ada.get(f"/assignments/{school.assignment}/pack", headers={"If-None-Match": pack.headers["etag"]})
    assert again.status_code == 304 and not again.content


def test_the_same_key_and_body_give_the_same_receipt(school: School) -> None:
    ada = school.pupil("Ada")
    first = ada.send(school.assignment, replay_record())
    assert ada.send(school.assignment, replay_record()).json() == first.json()
    assert ada.send(school.assignment, replay_record(), key="another-key").json() == first.json()
    other = ada.send(school.assignment, replay_record("silent"))
    assert (other.status_code, other.json()["code"]) == (409, "key_reused")
    assert school.read(lambda session: session.query(Play).count()) == 1


@pytest.mark.parametrize(("counting", "chosen"), [("first", 1), ("last", 3), ("best", 2)])
def test_the_attempt_that_counts_is_the_one_that_was_said(school: School, counting: str, chosen: int) -> None:
    ada = school.pupil("Ada")
    school.change(lambda _, one: setattr(one, "counting", counting))
    plays = [
        ada.send(school.assignment, replay_record(bot), key=f"key-{bot}").json()["play"]
        for bot in ("silent", "exemplary", "denier")
    ]
    school.judge()
    counts = [ada.get(f"/plays/{play}").json()["counts"] for play in plays]
    assert counts == [number == chosen for number in (1, 2, 3)]
    fourth = ada.send(school.assignment, replay_record("spammer"), key="key-spammer")
    assert (fourth.status_code, fourth.json()["code"]) == (409, "attempts_used")


def test_only_decisions_count_whatever_score_is_claimed(school: School) -> None:
    ada = school.pupil("Ada")
    claimed = changed(replay_record("silent"), play={"score": {"overall": 100}}, overall=100.0)
    play = ada.send(school.assignment, claimed).json()["play"]
    school.judge()
    assert ada.get(f"/plays/{play}").json()["score"]["overall"] < 50
    kept = school.read(lambda session: session.get_one(Play, play).replay)
    assert b"overall" not in __import__("zlib").decompress(kept)


def test_an_edited_log_is_refused_with_the_minute(school: School) -> None:
    ada = school.pupil("Ada")
    record = json.loads(replay_record())
    record["decisions"] = record["decisions"][:-3]
    play = ada.send(school.assignment, json.dumps(record)).json()["play"]
    school.judge()
    seen = ada.get(f"/plays/{play}", headers={"Accept-Language": "en"}).json()
    assert (seen["state"], seen["refusal_code"], seen["score"]) == ("refused", "play_diverges", None)
    assert seen["refusal"].startswith("Lived again by the server, this play differs from minute ")
    assert ada.get(f"/assignments/{school.assignment}/board").json()["verified"] == 0


def test_an_impossible_decision_is_refused_with_the_reason(school: School) -> None:
    ada = school.pupil("Ada")
    record = json.loads(replay_record())
    record["decisions"].insert(0, {"minute": 0, "do": "publish_holding"})
    play = ada.send(school.assignment, json.dumps(record)).json()["play"]
    school.judge()
    seen = ada.get(f"/plays/{play}").json()
    assert seen["refusal_code"] == "play_impossible" and "minute 0" in seen["refusal"]


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"scenario_digest": "0" * 32}, "play_other_scenario"),
        ({"scenario": "rappel-tardif"}, "play_other_scenario"),
        ({"engine_version": 1}, "play_other_engine"),
        ({"seed": SEED + 1}, "play_other_seed"),
        ({"seed": -1}, "play_unreadable_at_all"),
        ({"ended": 10**12}, "play_unreadable_at_all"),
        ({"decisions": [{"do": "win", "minute": 1}]}, "play_unreadable"),
        ({"kind": "something else"}, "play_unreadable"),
    ],
)
def test_a_play_of_another_world_is_refused_at_once(school: School, parts: dict[str, object], code: str) -> None:
    ada = school.pupil("Ada")
    answer = ada.send(school.assignment, changed(replay_record(), **parts))
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert answer.headers["content-type"] == "application/problem+json"


def test_another_students_log_is_refused_until_the_teacher_accepts_it(school: School) -> None:
    ada, ben, cem = school.pupil("Ada"), school.pupil("Ben"), school.pupil("Cem")
    ada.send(school.assignment, replay_record(), team=("Cem",))
    copied = ben.send(school.assignment, replay_record()).json()["play"]
    mates = cem.send(school.assignment, replay_record()).json()["play"]
    school.judge()
    assert ben.get(f"/plays/{copied}").json()["refusal_code"] == "play_copied"
    assert cem.get(f"/plays/{mates}").json()["state"] == "verified"

    def accepted(session: Session) -> None:
        accept(session, session.get_one(Play, copied), school.teacher(session), True, school.clock.now())

    school.write(accepted)
    seen = ben.get(f"/plays/{copied}").json()
    assert seen["state"] == "verified" and seen["counts"] and seen["refusal"] is None


def test_two_silent_plays_are_no_copies(school: School) -> None:
    plays = [
        (pupil, pupil.send(school.assignment, replay_record("silent")).json()["play"])
        for pupil in (school.pupil("Ada"), school.pupil("Ben"))
    ]
    school.judge()
    assert [pupil.get(f"/plays/{play}").json()["state"] for pupil, play in plays] == ["verified", "verified"]


def test_a_play_past_the_closing_instant_is_kept_and_counts_if_accepted(school: School) -> None:
    ada = school.pupil("Ada")
    closes = school.clock.now() + timedelta(minutes=10)
    school.change(lambda session, one: set_window(session, one, None, closes))
    school.clock.pass_time(601)
    receipt = ada.send(school.assignment, replay_record()).json()
    assert receipt["late"] and receipt["received"] == "2026-11-30T09:10:01Z"
    school.judge()
    seen = ada.get(f"/plays/{receipt['play']}").json()
    assert (seen["state"], seen["counts"], seen["place"]) == ("verified", False, None)

    def accepted(session: Session) -> None:
        accept(session, session.get_one(Play, receipt["play"]), school.teacher(session), True, school.clock.now())

    school.write(accepted)
    assert ada.get(f"/plays/{receipt['play']}").json()["counts"]


def test_what_is_not_open_cannot_be_played(school: School) -> None:
    ada = school.pupil("Ada")
    opens = school.clock.now() + timedelta(minutes=10)
    school.change(lambda session, one: set_window(session, one, opens, None))
    for answer in (
        ada.post(f"/assignments/{school.assignment}/start"),
        ada.send(school.assignment, replay_record()),
        ada.get(f"/assignments/{school.assignment}/pack"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "assignment_waiting")
    school.clock.pass_time(600)
    assert ada.post(f"/assignments/{school.assignment}/start").status_code == 200


def test_each_student_has_a_world_of_their_own_where_that_was_set(school: School) -> None:
    own = school.assign(Plan(individual=True))
    ada, ben = school.pupil("Ada"), school.pupil("Ben")
    seeds = [pupil.post(f"/assignments/{own}/start").json()["seed"] for pupil in (ada, ben, ada)]
    assert seeds[0] != seeds[1] and seeds[0] == seeds[2]
    stolen = ben.send(own, replay_record("exemplary", seeds[0]))
    assert stolen.json()["code"] == "play_other_seed"


def test_a_teachers_grade_counts_and_who_changed_it_is_kept(school: School) -> None:
    ada = school.pupil("Ada")
    play = ada.send(school.assignment, replay_record("silent")).json()["play"]
    school.judge()

    def graded(session: Session) -> None:
        one, now = session.get_one(Play, play), school.clock.now()
        override(session, one, school.teacher(session), 71.5, "Oral", now)
        comment(session, one, school.teacher(session), "Revoyez la première heure.", now)

    school.write(graded)
    seen = ada.get(f"/plays/{play}").json()
    assert seen["score"]["grade"] == 71.5 and seen["score"]["overridden"] and seen["score"]["overall"] < 50
    assert seen["comments"] == ["Revoyez la première heure."]
    board = ada.get(f"/assignments/{school.assignment}/board").json()
    assert board["rows"][0]["grade"] == 71.5


def test_the_weights_of_the_class_make_the_grade(school: School) -> None:
    ada = school.pupil("Ada")
    rubric = {"overall": {"reactivity": 0.2, "transparency": 0.3, "tone": 0.5}}
    grades = []
    for plan in (Plan(seed=SEED), Plan(seed=SEED, rubric=rubric)):
        play = ada.send(school.assign(plan), replay_record("slow")).json()["play"]
        school.judge()
        score = ada.get(f"/plays/{play}").json()["score"]
        grades.append(score["overall"])
    assert grades[0] != grades[1]


def test_what_students_see_of_each_other_is_what_was_set(school: School) -> None:
    ada, ben = school.pupil("Ada", listed=True), school.pupil("Ben")
    ada.send(school.assignment, replay_record())
    ben.send(school.assignment, replay_record("silent"))
    school.judge()

    def seen(sees: str) -> dict[str, object]:
        def work(session: Session, one: Assignment) -> None:
            from simulator.classroom.work.assignments import show_students

            show_students(session, one, sees)  # type: ignore[arg-type]

        school.change(work)
        school.house.boards._made.clear()
        board: dict[str, object] = ben.get(f"/assignments/{school.assignment}/board").json()
        return board

    def names(board: dict[str, object]) -> list[object]:
        return [row["names"] for row in board["rows"]]  # type: ignore[attr-defined]

    assert names(seen("names")) == [["Ada"], []]
    assert names(seen("board")) == [[], []]
    own = seen("own")
    assert names(own) == [] and sum(own["distribution"]) == 2  # type: ignore[call-overload]
    none = seen("none")
    assert none["distribution"] == [] and none["mean"] is None and none["verified"] == 2
