"""What a second play could bring: a challenge, and what this draw did not show."""

from __future__ import annotations

from simulator.debrief.challenge import Challenge
from simulator.play.presenters.rings import points
from simulator.play.presenters.telling import Telling
from simulator.scoring import ScoreCard


def challenge_result(telling: Telling, challenge: Challenge, *, met: bool) -> str:
    """Whether the challenge that was set before the play was met."""
    code = "play.challenge_met" if met else "play.challenge_missed"
    return telling.say(code, challenge=challenge.message)


def next_time(telling: Telling, card: ScoreCard, best: float | None = None) -> tuple[str, ...]:
    """The challenge first; then, where another draw shows something else, what that is; then the grade to beat.

    `best` is the best grade so far of the same scenario, None where there is none but this play's.
    """
    scenario = telling.scenario
    challenge = Challenge.after(card.evidence, scenario.rubric.shares(scenario.severity))
    said = [telling.say("play.next_challenge", challenge=challenge.message)]
    if scenario.paracrisis:
        return tuple(said)
    if len(scenario.variants.truths) > 1:
        said.append(telling.say("play.next_truth", count=len(scenario.variants.truths)))
    untold = _leaks_that_did_not_come(telling)
    if untold:
        said.append(telling.say("play.next_leaks", count=untold))
    said.append(telling.say("play.next_grade", grade=str(points(max(card.overall, best or 0.0)))))
    return tuple(said)


def _leaks_that_did_not_come(telling: Telling) -> int:
    """How many facts somebody could have revealed who did not in this draw."""
    facts = telling.run.state.facts
    return sum(bool(fact.leaks) and facts[fact.id].leaked is None for fact in telling.scenario.facts)
