"""The known players do what their names say, whatever the scenario is about."""

import pytest

from simulator.engine.bots import play
from simulator.engine.decision import Respond, Verify
from simulator.engine.drawn_order import responses_in_drawn_order, wordings_in_drawn_order
from simulator.engine.events import DecisionMade
from simulator.engine.run import Run
from simulator.scenario.model import Scenario


def answers(run: Run) -> dict[str, str]:
    """The response chosen to each inject."""
    made = [event.decision for event in run.events if isinstance(event, DecisionMade)]
    return {one.inject: one.response for one in made if isinstance(one, Respond) and one.inject is not None}


def test_who_waits_checks_in_time_and_speaks_only_once_all_is_verified(recall: Scenario) -> None:
    run, expert = play(recall, 1, "waits"), play(recall, 1, "exemplary")
    ordered = {name: state.ordered for name, state in run.state.facts.items()}
    verified = [state.verified for state in run.state.facts.values() if state.verified is not None]
    public = [message.minute for message in run.state.messages if message.is_public]
    assert ordered == {name: state.ordered for name, state in expert.state.facts.items()}
    assert min(public) >= max(verified)
    assert run.state.messages[0].minute < max(verified)
    assert len(public) > 5


def test_who_tells_all_asserts_at_once_and_checks_nothing(recall: Scenario) -> None:
    run = play(recall, 1, "tells_all")
    first, *_, last = run.state.messages
    assert first.minute == recall.crisis_begins
    assert len(first.tags.claims) > 1
    assert len({claim.fact for claim in first.tags.claims}) == len({(one.fact, one.says) for one in first.tags.claims})
    assert last.decided <= recall.crisis_begins + 60
    assert not any(isinstance(event, DecisionMade) and isinstance(event.decision, Verify) for event in run.events)


def test_an_empty_holding_statement_is_one_message_that_says_nothing(recall: Scenario) -> None:
    (message,) = play(recall, 1, "empty_holding").state.messages
    assert message.minute == recall.crisis_begins
    assert not message.tags.holding and not message.tags.claims and not message.tags.answers


def test_the_template_is_one_apology_under_every_inject_once(recall: Scenario) -> None:
    run = play(recall, 1, "template")
    assert {message.signature for message in run.state.messages} == {run.state.messages[0].signature}
    assert run.state.messages[0].tags.apology
    posts = [message.post for message in run.state.messages]
    assert len(posts) == len(set(posts)) >= 15


def test_the_spammer_repeats_its_coldest_sentence_even_to_trolls(recall: Scenario) -> None:
    run = play(recall, 1, "spammer")
    assert {message.tags.tone.empathy for message in run.state.messages if message.tags.tone} == {0}
    assert sum(message.repeat for message in run.state.messages) > 50
    trolled = {f"inject:{inject.id}" for inject in recall.injects if inject.sender in run.trolls}
    assert trolled & {message.post for message in run.state.messages}


@pytest.mark.parametrize(
    ("bot", "of_two_to_four"), [("first", (0, 0, 0)), ("second", (1, 1, 1)), ("middle", (1, 1, 2))]
)
def test_who_answers_by_place_takes_what_stands_there_on_the_screen(
    recall: Scenario, bot: str, of_two_to_four: tuple[int, ...]
) -> None:
    run = play(recall, 3, bot)
    assert len(answers(run)) > 5
    for inject_id, response in answers(run).items():
        shown = responses_in_drawn_order(3, run.injects[inject_id].responses, inject_id)
        assert response == shown[of_two_to_four[len(shown) - 2]].id
    assert recall.holding is not None and run.state.holding is not None
    blocks = [wordings_in_drawn_order(3, block) for block in recall.holding.blocks]
    assert run.state.holding.wordings == tuple(block[of_two_to_four[len(block) - 2]].id for block in blocks)


def test_the_longest_text_is_taken_wherever_it_stands(recall: Scenario) -> None:
    run = play(recall, 3, "longest")
    for inject_id, response in answers(run).items():
        lengths = {one.id: len(one.full or one.text) for one in run.injects[inject_id].responses}
        assert lengths[response] == max(lengths.values())


def test_the_seed_orders_what_is_shown(recall: Scenario) -> None:
    inject = recall.injects[0]
    orders = {
        tuple(one.id for one in responses_in_drawn_order(seed, inject.responses, inject.id)) for seed in range(40)
    }
    assert len(orders) > 10
    assert all(sorted(order) == sorted(one.id for one in inject.responses) for order in orders)
