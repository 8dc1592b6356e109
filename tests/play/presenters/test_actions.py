"""Standing actions: what is open, and why not."""

import pytest

from simulator.engine.decision import PrepareHolding, Respond, ReviewPost, Verify
from simulator.play.presenters.actions import actions
from simulator.play.presenters.cell import spokespersons, standing_messages
from simulator.play.presenters.cell_rows import ACTION_KEYS, ActionRow
from simulator.play.presenters.scheduled import scheduled
from simulator.play.presenters.telling import Telling
from simulator.play.presenters.watching import alerting
from tests.play.presenters.conftest import Teller


def action(telling: Telling, name: str) -> ActionRow:
    return next(row for row in actions(telling) if row.action == name)


def test_every_action_has_its_key_and_a_label(tell: Teller) -> None:
    rows = actions(tell(25))
    assert [row.key for row in rows] == [ACTION_KEYS[row.action] for row in rows]
    assert "spokesperson" not in {row.action for row in rows}, "there is nobody to choose between"
    assert all(row.label for row in rows)


@pytest.mark.parametrize("name", ["reply", "notify", "inform"])
def test_nothing_is_published_before_the_crisis(tell: Teller, name: str) -> None:
    row = action(tell(5), name)
    assert not row.enabled
    assert row.refusal


def test_alerting_is_always_open_for_its_threshold_can_be_set_before_there_is_anything_to_tell(tell: Teller) -> None:
    assert action(tell(3), "alert").enabled
    assert alerting(tell(3), (20, 50), None).refusal.startswith("Avant la crise")
    assert alerting(tell(25), (20, 50), None).refusal == ""


def test_verifying_counts_what_it_can_do(tell: Teller) -> None:
    telling = tell(40)
    assert action(telling, "verify").count == "2"
    telling.run.decide(Verify(40, "heat"))
    assert (action(telling, "verify").count, action(telling, "verify").active) == ("1", True)


def test_scheduled_posts_are_counted_until_they_are_decided(tell: Teller) -> None:
    telling = tell(10)
    assert action(telling, "suspend").count == "1"
    telling.run.decide(ReviewPost(10, "spring", keep=False))
    row = scheduled(telling)[0]
    assert (row.kept, row.state, row.enabled) == (False, "suspendue", True)
    assert action(telling, "suspend").count == ""
    late = tell(46)
    assert scheduled(late)[0].state == "partie à 9\u00a0h\u00a045"
    assert action(late, "suspend").refusal


def test_a_correction_is_offered_once_something_was_asserted(tell: Teller) -> None:
    telling = tell(25)
    assert action(telling, "correct").refusal.startswith("Vous n’avez rien affirmé")
    telling.run.decide(Respond(25, "burnt-deny", inject="burnt"))
    telling.run.advance_to(60)
    assert action(telling, "correct").enabled
    assert {row.response.response_id for row in standing_messages(telling)} == {"notify", "tell-team", "fix-heat"}


def test_a_holding_statement_is_active_once_it_is_ready(tell: Teller) -> None:
    telling = tell(10)
    assert not action(telling, "holding").active
    telling.run.decide(PrepareHolding(10, ("happened-fair",), 45))
    assert action(telling, "holding").refusal == "C’est déjà en cours de rédaction."
    telling.run.advance_to(15)
    assert action(telling, "holding").active


def test_the_current_spokesperson_is_marked(tell: Teller) -> None:
    (head,) = spokespersons(tell(25))
    assert (head.name, head.current, head.enabled) == ("Claire Aubin", True, False)
