"""A play written beside its scenario is lived as written, and must reach what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from simulator.engine.decision import Respond
from simulator.engine.events import DecisionMade
from simulator.locale import phrasebook
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.playthrough import load_playthrough, playthroughs_of
from simulator.study.playthrough import Stopped, findings_in, live
from tests.scenario.editing import MINIMAL, copy_of_minimal, replace

GOOD = "good.playthrough.yaml"


def test_every_decision_is_taken_at_its_minute() -> None:
    run = live(load_playthrough(MINIMAL / GOOD), load_scenario(MINIMAL).scenario)
    made = [event.decision for event in run.events if isinstance(event, DecisionMade)]
    assert [decision.minute for decision in made] == [6, 10, 20, 21, 25]
    assert made[3] == Respond(21, "burnt-care", inject="burnt")
    assert run.finished


def test_a_refused_decision_stops_it_with_the_sentence_of_the_button(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    line = replace(folder, "at: H+0:20, do: publish_holding", "at: H+0:12, do: publish_holding", GOOD)
    with pytest.raises(Stopped) as stopped:
        live(load_playthrough(folder / GOOD), load_scenario(folder).scenario)
    assert (stopped.value.problem.code, stopped.value.problem.place.line) == ("S703", line)


def test_a_grade_outside_its_bounds_is_a_problem_at_the_bounds(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    line = replace(folder, "[0, 100]", "[0, 3]", GOOD)
    found = [(one.code, one.place.line) for one in findings_in(folder) if one.level == "problem"]
    assert found == [("S704", line)]
    told = next(one for one in findings_in(folder) if one.code == "S704")
    assert re.fullmatch(r"La note est [0-9]+,[0-9]\.", phrasebook("fr").say(told.message))
    assert re.fullmatch(r"The grade is [0-9]+\.[0-9]\.", phrasebook("en").say(told.message))


def test_a_broken_playthrough_is_told_with_the_rest(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    line = replace(folder, "do: verify", "do: verfy", GOOD)
    assert ("S104", line) in [(one.code, one.place.line) for one in findings_in(folder)]


def test_every_id_that_the_scenario_has_not_is_told_at_once_with_the_nearest(tmp_path: Path) -> None:
    folder = copy_of_minimal(tmp_path)
    lines = [
        replace(folder, "signal: warm }", "signal: warn }", GOOD),
        replace(folder, "doing-fair", "doing-fear", GOOD),
        replace(folder, "response: burnt-care, inject: burnt", "response: burnt-car, inject: burned", GOOD),
        replace(folder, "fact: heat", "fact: heap", GOOD),
    ]
    found = [one for one in findings_in(folder) if one.level == "problem"]
    assert [(one.code, one.place.line) for one in found] == [
        ("S216", lines[0]),
        ("S214", lines[1]),
        ("S210", lines[2]),
        ("S213", lines[2]),
        ("S204", lines[3]),
    ]
    guesses = [one.hint.arguments["guess"] for one in found if one.hint is not None]
    assert guesses == ["warm", "doing-fair", "burnt-care", "burnt", "heat"]


def test_every_graded_scenario_ships_with_a_good_and_a_poor_play() -> None:
    for file in shipped("scenarios").glob("*/scenario.yaml"):
        if load_scenario(file).scenario.scored:
            names = {path.name for path in playthroughs_of(file.parent)}
            assert names >= {"good.playthrough.yaml", "poor.playthrough.yaml"}, file.parent.name
