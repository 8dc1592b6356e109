"""What may be decided is found without asking about what no rule can allow."""

from __future__ import annotations

from itertools import product

import pytest

from simulator.engine.available import PROMISES, WATCH_THRESHOLDS, available
from simulator.engine.bots import play
from simulator.engine.decision import Decision, PrepareHolding, Respond, Watch
from simulator.engine.run import Run
from simulator.engine.worth import Scales, worth
from simulator.scenario.model import Scenario


def allowed_answers(run: Run) -> set[Decision]:
    """Every answer to an inject, and every watch, that the rules allow now, each asked for."""
    injects = [inject for inject in run.scenario.injects if inject.responses]
    answers: list[Decision] = [
        Respond(run.minute, response.id, inject=inject.id) for inject in injects for response in inject.responses
    ]
    reasons = run.scenario.standing.watch_reasons
    for reason, threshold in product(reasons, WATCH_THRESHOLDS):
        for name in (None, *(inject.id for inject in run.scenario.injects)):
            answers.append(Watch(run.minute, reason.id, threshold, inject=name))
    return {answer for answer in answers if run.can_decide(answer)}


@pytest.mark.parametrize("minute", [5, 30, 60, 115])
def test_no_answer_that_the_rules_allow_is_left_out(minimal: Scenario, minute: int) -> None:
    run = Run(minimal, 3)
    run.advance_to(minute)
    for decision in [one for one in available(run) if isinstance(one, Watch) and one.inject][:1]:
        run.decide(decision)
    found = available(run)
    asked = {one for one in found if isinstance(one, Watch) or (isinstance(one, Respond) and one.inject is not None)}
    assert asked == allowed_answers(run)


def test_the_wordings_sampled_are_those_that_counting_reaches(minimal: Scenario) -> None:
    assert minimal.holding is not None
    every = list(product(*([wording.id for wording in block.wordings] for block in minimal.holding.blocks)))
    run = Run(minimal, 1)
    run.advance_to(30)
    composed = {one.promise: one.wordings for one in available(run) if isinstance(one, PrepareHolding)}
    assert composed == {promise: every[(30 * 7 + promise) % len(every)] for promise in PROMISES}


def test_worth_is_weighed_again_once_something_was_said(recall: Scenario) -> None:
    run = play(recall, 2, "silent")
    scales = Scales(run)
    responses = [offer.response for offer in run.offers.values()]
    assert [scales.worth(one) for one in responses] == [worth(one, run) for one in responses]
    spoken = Run(recall, 2)
    scales = Scales(spoken)
    while not spoken.finished:
        spoken.advance_to(spoken.minute + 20)
        for inject in [spoken.injects[name] for name, state in spoken.state.injects.items() if state.is_open][:1]:
            chosen = max(inject.responses, key=lambda response: scales.worth(response, inject))
            assert scales.worth(chosen, inject) == worth(chosen, spoken, inject)
            if not spoken.finished and spoken.can_decide(Respond(spoken.minute, chosen.id, inject=inject.id)):
                spoken.decide(Respond(spoken.minute, chosen.id, inject=inject.id))
        assert [scales.worth(one) for one in responses] == [worth(one, spoken) for one in responses]
