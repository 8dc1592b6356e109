"""The class looked back on: closed until its teacher opens it, and no more of others than a class may know."""

from __future__ import annotations

from statistics import median
from typing import Any

import pytest
from sqlalchemy.orm import Session

from simulator.classroom.plays.counting import comment
from simulator.classroom.store.work import Play
from simulator.classroom.work.assignments import Plan, open_debrief, reveal_choices, show_students
from tests.classroom.school import SEED, Pupil, School, replay_record

pytestmark = pytest.mark.slow

BOTS = ("exemplary", "silent", "slow", "denier")
CRITERIA = ("overall", "reactivity", "transparency", "tone")


class Class:
    """Students who have played as bots do; nothing is open yet."""

    def __init__(self, school: School, *bots: str) -> None:
        self.school = school
        self.pupils = {bot: school.pupil(bot.title()) for bot in bots}
        self.plays = {
            bot: pupil.send(school.assignment, replay_record(bot)).json()["play"] for bot, pupil in self.pupils.items()
        }
        school.judge()

    def debrief(self, pupil: Pupil) -> dict[str, Any]:
        answer = pupil.get(f"/assignments/{self.school.assignment}/debrief")
        assert answer.status_code == 200, answer.text
        said: dict[str, Any] = answer.json()
        return said

    def open(self) -> None:
        self.school.change(lambda session, one: open_debrief(session, one, True))


@pytest.fixture
def played(school: School) -> Class:
    return Class(school, *BOTS)


def test_it_is_closed_until_the_teacher_opens_it(played: Class) -> None:
    ada, path = played.pupils["slow"], f"/assignments/{played.school.assignment}"
    assert ada.get(f"{path}/debrief").json()["code"] == "debrief_closed"
    assert ada.get(f"{path}/choices").json()["code"] == "choices_hidden"
    played.open()
    assert ada.get(f"{path}/debrief").status_code == ada.get(f"{path}/choices").status_code == 200
    played.school.change(lambda session, one: open_debrief(session, one, False))
    assert ada.get(f"{path}/debrief").status_code == 403


def test_each_criterion_has_the_classs_median_and_ones_own_place(played: Class) -> None:
    played.open()
    views = {bot: pupil.get(f"/plays/{played.plays[bot]}").json() for bot, pupil in played.pupils.items()}
    for bot, pupil in played.pupils.items():
        for spread in played.debrief(pupil)["spreads"]:
            marks = [view["score"][spread["criterion"]] for view in views.values()]
            mine = views[bot]["score"][spread["criterion"]]
            assert spread["graded"] == len(BOTS) and spread["mine"] == pytest.approx(mine, abs=0.01)
            assert spread["median"] == pytest.approx(median(marks), abs=0.01)
            assert spread["place"] == 1 + sum(mark > mine for mark in marks)
    assert [spread["criterion"] for spread in played.debrief(pupil)["spreads"]] == list(CRITERIA)


def test_a_class_of_two_is_told_no_median_and_a_place_only_where_it_may_be_seen(school: School) -> None:
    two = Class(school, "exemplary", "silent")
    two.open()
    first = two.debrief(two.pupils["exemplary"])["spreads"][0]
    assert first["median"] is None and (first["place"], first["graded"]) == (1, 2)
    school.change(lambda session, one: show_students(session, one, "none"))
    assert {spread["place"] for spread in two.debrief(two.pupils["exemplary"])["spreads"]} == {None}


def test_ones_own_choices_stand_beside_the_classs_and_nothing_is_marked_until_it_is_revealed(played: Class) -> None:
    played.open()
    seen = {bot: played.debrief(pupil) for bot, pupil in played.pupils.items()}
    injects = seen["silent"]["choices"]["injects"]
    assert injects and set(seen["silent"]["chosen"].values()) == {""}
    for inject in injects:
        chosen = [view["chosen"].get(inject["inject"]) for view in seen.values()]
        assert {row["response"]: row["count"] for row in inject["choices"]} == {
            response: chosen.count(response) for response in set(chosen) if response is not None
        }
    assert not seen["slow"]["choices"]["revealed"]
    assert {row["merit"] for inject in injects for row in inject["choices"]} == {None}
    played.school.change(lambda session, one: reveal_choices(session, one, True))
    revealed = played.debrief(played.pupils["slow"])["choices"]
    assert revealed["revealed"]
    merits = {
        (inject["inject"], row["response"]): row["merit"] for inject in revealed["injects"] for row in inject["choices"]
    }
    exemplary = [merits[chosen] for chosen in seen["exemplary"]["chosen"].items() if chosen[1] not in ("", "watch")]
    assert "good" in exemplary and "poor" not in exemplary and "poor" in merits.values()


def test_the_teachers_words_come_along_and_go_to_nobody_else(played: Class) -> None:
    def commented(session: Session) -> None:
        school = played.school
        one = session.get_one(Play, played.plays["slow"])
        comment(session, one, school.teacher(session), "Parlez plus tôt.", school.clock.now())

    played.school.write(commented)
    played.open()
    assert played.debrief(played.pupils["slow"])["mine"]["comments"] == ["Parlez plus tôt."]
    assert played.debrief(played.pupils["silent"])["mine"]["comments"] == []


def test_who_played_along_looks_back_on_the_play_of_the_team_and_who_did_not_play_on_none(school: School) -> None:
    ada, ben, cleo = (school.pupil(name) for name in ("Ada", "Ben", "Cleo"))
    play = ada.send(school.assignment, replay_record(), team=("Ben",)).json()["play"]
    school.judge()
    school.change(lambda session, one: open_debrief(session, one, True))
    path = f"/assignments/{school.assignment}/debrief"
    assert ben.get(path).json()["mine"]["play"] == play
    assert ben.get(path).json()["chosen"] == ada.get(path).json()["chosen"] != {}
    nobody = cleo.get(path).json()
    assert nobody["mine"] is None and nobody["chosen"] == {} and nobody["plays"] == 1


def test_with_a_world_for_each_what_is_revealed_is_the_same_for_all(school: School) -> None:
    own = school.assign(Plan(individual=True, attempts=1))
    ada, ben = school.pupil("Ada"), school.pupil("Ben")
    for pupil in (ada, ben):
        seed = pupil.post(f"/assignments/{own}/start").json()["seed"]
        assert seed != SEED
        pupil.send(own, replay_record("exemplary", seed))
    school.judge()
    for work in (open_debrief, reveal_choices):
        school.change(lambda session, one, work=work: work(session, one, True), own)  # type: ignore[misc]
    seen = [pupil.get(f"/assignments/{own}/debrief").json()["choices"] for pupil in (ada, ben)]
    assert seen[0] == seen[1] and any(
        row["merit"] == "good" for inject in seen[0]["injects"] for row in inject["choices"]
    )
