"""Living a playthrough again, and what is wrong with one: a decision that is refused, a grade that is not reached."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from simulator.engine.decision import BadDecision, from_record
from simulator.engine.refusal import Refusal
from simulator.engine.run import Run
from simulator.locale import Message
from simulator.scenario.inspection import problems_in
from simulator.scenario.load import SCENARIO_FILE, load_scenario, scenario_file
from simulator.scenario.model import Scenario
from simulator.scenario.playthrough import LoadedPlaythrough, load_playthrough, playthroughs_of
from simulator.scenario.playthrough_ids import unknown_ids
from simulator.scenario.problem import Problem, ScenarioProblems, hint
from simulator.scoring import score
from simulator.scoring.of_run import record_of

GRADES = ("overall", "reactivity", "transparency", "tone")


class Stopped(Exception):
    """A playthrough that cannot be lived to its end; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def live(loaded: LoadedPlaythrough, scenario: Scenario) -> Run:
    """The whole play. Raises Stopped at the first decision that cannot be taken."""
    playthrough = loaded.playthrough
    run = Run(scenario, playthrough.seed)
    for index, written in enumerate(playthrough.decisions):
        place = loaded.places.of(("decisions", index))
        if written.at < run.minute:
            raise Stopped(Problem.of("S705", place))
        run.advance_to(written.at)
        try:
            run.decide(from_record(written.record()))
        except BadDecision as error:
            raise Stopped(Problem.of("S702", place, reason=error.message)) from None
        except Refusal as refusal:
            raise Stopped(Problem.of("S703", place, reason=refusal.message)) from None
    run.advance_to(scenario.length)
    return run


def problems_of_playthrough(loaded: LoadedPlaythrough, scenario: Scenario) -> Iterator[Problem]:
    """What is wrong with it as a play of `scenario`."""
    playthrough = loaded.playthrough
    if playthrough.plays != scenario.id:
        yield Problem.of("S701", loaded.places.of(("plays",)), name=playthrough.plays, scenario=scenario.id)
        return
    if unknown := tuple(unknown_ids(loaded, scenario)):
        yield from unknown
        return
    try:
        card = score(record_of(live(loaded, scenario)))
    except Stopped as stopped:
        yield stopped.problem
        return
    for name in GRADES:
        bounds = getattr(playthrough.reaches, name)
        reached = round(getattr(card, name), 1)
        if bounds is not None and not bounds[0] <= reached <= bounds[1]:
            place = loaded.places.of(("reaches", name))
            yield Problem.of(
                "S704", place, hint("expected_between", low=bounds[0], high=bounds[1]), reached=_in_tenths(reached)
            )


def _in_tenths(value: float) -> Message:
    whole, _, tenth = f"{value:.1f}".partition(".")
    return Message("scenario.with_tenths", {"whole": whole, "tenth": tenth})


def findings_in(path: Path) -> tuple[Problem, ...]:
    """All that is wrong in a scenario's folder, or a case: its problems and remarks, and those of its playthroughs."""
    found = list(problems_in(path))
    if path.is_file() and path.name != SCENARIO_FILE:
        return tuple(found)
    files = playthroughs_of(scenario_file(path).parent)
    if files:
        try:
            scenario = load_scenario(path).scenario
        except ScenarioProblems:
            return tuple(found)
        for file in files:
            try:
                found += problems_of_playthrough(load_playthrough(file), scenario)
            except ScenarioProblems as error:
                found += error.problems
    return tuple(sorted(found))
