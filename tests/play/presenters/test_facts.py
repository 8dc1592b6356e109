"""The ledger: verified and published are two marks."""

from simulator.engine.decision import Respond, Verify
from simulator.play.presenters.facts import disclosure, facts, facts_summary
from simulator.play.presenters.tasks import tasks
from tests.play.presenters.conftest import Teller


def test_a_fact_is_verified_then_published(tell: Teller) -> None:
    telling = tell(20)
    row = facts(telling)[0]
    assert (row.text, row.state, row.can_verify, row.can_publish) == ("La lampe chauffe trop", "unknown", True, False)
    assert row.verify_cost == "Paul · 15\u00a0min"
    telling.run.decide(Verify(20, "heat"))
    assert facts(telling)[0].state_text == "en vérification, réponse à 9\u00a0h\u00a035"
    telling.run.advance_to(35)
    row = facts(telling)[0]
    assert (row.state, row.text, row.can_publish) == ("verified", "Le modèle L3 chauffe trop.", True)
    assert row.state_text == "vérifié à 9\u00a0h\u00a035 · non publié"
    assert (row.verify_cost, row.publish_cost) == ("", "5\u00a0min")
    decision = disclosure(telling, "heat")
    assert decision == Respond(35, "tell-heat")
    telling.run.decide(decision)
    telling.run.advance_to(40)
    row = facts(telling)[0]
    assert row.state == "published"
    assert row.state_text == "vérifié à 9\u00a0h\u00a035 · publié à 9\u00a0h\u00a040"
    assert facts_summary(telling) == "1 / 2 publiés"


def test_a_fact_that_nobody_can_think_of_yet_is_not_named(tell: Teller) -> None:
    assert facts(tell(10)) == ()
    assert facts_summary(tell(10)) == ""
    assert [row.fact_id for row in facts(tell(20))] == ["heat"]
    assert [row.text for row in facts(tell(40))] == ["La lampe chauffe trop", "D’où vient la chaleur"]


def test_what_is_true_is_not_told_before_it_is_known(tell: Teller) -> None:
    row = facts(tell(40))[1]
    assert (row.state, row.can_verify, row.can_publish) == ("unknown", True, False)
    assert row.publish_refusal


def test_a_queue_says_who_does_what_until_when_and_what_waits(tell: Teller) -> None:
    telling = tell(40)
    telling.run.decide(Verify(40, "heat"))
    telling.run.decide(Verify(40, "cause"))
    telling.run.advance_to(43)
    queue = tasks(telling)[1]
    assert (queue.name, queue.doing, queue.until) == ("Vérification", "La lampe chauffe trop", "9\u00a0h\u00a055")
    assert round(queue.fraction, 9) == 3 / 15
    assert queue.waiting == ("D’où vient la chaleur",)
