"""The challenge of a play waits for the next one of the same scenario, and is told of before and after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.debrief.challenge import Challenge
from simulator.play.challenges import Challenges, Waiting
from simulator.play.desk import CHALLENGES_FILE, Desk
from simulator.play.presenters.hindsight import DebriefView

pytestmark = pytest.mark.usefixtures("no_usual_what_ifs")


def debrief_of(desk: Desk, *, answered: bool, to_the_end: bool = True) -> DebriefView:
    session = desk.start("minimal", 1)
    if answered:
        session.play_until(21)
        session.publish_holding(session.holding(None).choice)
        session.choose("burnt", "burnt-care")
    session.play_until(10_000 if to_the_end else 40)
    session.abandon()
    return session.review().view()


def test_a_first_play_has_no_challenge_behind_it_and_leaves_one(desk: Desk) -> None:
    assert desk.briefing("minimal", 1).challenge == ""
    view = debrief_of(desk, answered=False)
    assert view.challenge == ""
    assert view.next_time[0].startswith("Votre défi")
    told = desk.briefing("minimal", 1).challenge
    assert told.partition(": ")[2].strip(". ") in view.next_time[0]


def test_the_next_play_is_told_whether_it_was_met(desk: Desk) -> None:
    debrief_of(desk, answered=False)
    assert debrief_of(desk, answered=False).challenge.startswith("Défi manqué")
    assert debrief_of(desk, answered=True).challenge.startswith("Défi relevé")


def test_a_play_given_up_neither_meets_nor_leaves_one(desk: Desk) -> None:
    view = debrief_of(desk, answered=False, to_the_end=False)
    assert (view.challenge, view.next_time) == ("", ())
    assert desk.briefing("minimal", 1).challenge == ""


def test_the_briefing_tells_it_in_the_reader_s_language(desk: Desk) -> None:
    debrief_of(desk, answered=False)
    french = desk.briefing("minimal", 1).challenge
    desk.set_language("en")
    english = desk.briefing("minimal", 1).challenge
    assert french and english and french != english


def test_what_waits_outlives_the_program(tmp_path: Path) -> None:
    waiting = Waiting(Challenge("veille"), 51.5)
    Challenges(tmp_path / "new" / CHALLENGES_FILE).set("minimal", waiting)
    assert Challenges(tmp_path / "new" / CHALLENGES_FILE).of("minimal") == waiting
    assert Challenges(tmp_path / "new" / CHALLENGES_FILE).of("other") is None


@pytest.mark.parametrize(
    "damage", ["", "{", "[1]", '{"minimal": 3}', '{"minimal": ["dance", 1]}', "[" * 90_000, " " * 300_000]
)
def test_a_damaged_file_costs_a_challenge_alone(tmp_path: Path, damage: str) -> None:
    file = tmp_path / CHALLENGES_FILE
    file.write_text(damage)
    challenges = Challenges(file)
    assert challenges.of("minimal") is None
    challenges.set("minimal", Waiting(Challenge("voice"), 3.0))
    assert Challenges(file).of("minimal") is not None


def test_the_grade_to_beat_is_the_best_so_far(desk: Desk) -> None:
    better = debrief_of(desk, answered=True)
    worse = debrief_of(desk, answered=False)
    assert worse.rings[0].value < better.rings[0].value
    assert str(better.rings[0].value) in worse.next_time[-1]
