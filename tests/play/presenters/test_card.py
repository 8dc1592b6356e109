"""Cards: most urgent first, responses in the seed's order, refusals as sentences."""

from simulator.engine.decision import Respond
from simulator.play.presenters.card import cards, open_cards
from simulator.play.presenters.responses import reply_decision, reply_rows
from tests.play.presenters.conftest import Teller


def test_a_card_says_what_is_asked_by_when_and_what_each_answer_takes(tell: Teller) -> None:
    (card,) = cards(tell(25))
    assert card.kicker == "Événement 1 · Une cliente brûlée"
    assert card.title == "Que répondez-vous à Marion ?"
    assert "Marion · Pépia" in card.context and "Je me suis brûlée" in card.context
    assert (card.countdown, card.fraction, card.urgent) == ("15\u00a0min", 0.75, False)
    rows = {row.response_id: row for row in card.responses}
    assert rows["burnt-care"].preparation == "5\u00a0min"
    assert rows["burnt-care"].text.startswith("«\u202f") and rows["burnt-deny"].text == "Nos lampes sont conformes."
    assert rows["burnt-deny"].approval.startswith("puis relecture juridique")
    assert rows["burnt-check"].channel_kind == "none"
    assert [row.key for row in card.responses] == ["1", "2", "3"]


def test_the_order_of_responses_comes_from_the_seed_alone(tell: Teller) -> None:
    orders = {tuple(row.response_id for row in cards(tell(25, seed=seed))[0].responses) for seed in range(12)}
    assert len(orders) > 2
    assert [row.response_id for row in cards(tell(25, "en"))[0].responses] == [
        row.response_id for row in cards(tell(39))[0].responses
    ]


def test_a_card_goes_once_it_is_answered_or_an_answer_is_worth_nothing(tell: Teller) -> None:
    telling = tell(25)
    telling.run.decide(Respond(25, "burnt-check", inject="burnt"))
    assert cards(telling) == ()
    late = tell(45)
    assert cards(late)[0].countdown == "retard 5\u00a0min"
    assert cards(late)[0].fraction == 0.0
    assert "burnt" in open_cards(tell(80)) and "burnt" not in open_cards(tell(81))


def test_a_response_being_written_is_refused_with_a_sentence(tell: Teller) -> None:
    telling = tell(25)
    telling.run.decide(Respond(25, "sorry", post="signal:warm"))
    telling.run.advance_to(26)
    rows = {row.response_id: row for row in reply_rows(telling, "signal:warm")}
    assert rows["sorry"].enabled == (not rows["sorry"].refusal)


def test_a_post_takes_its_own_answers_and_the_standing_replies(tell: Teller) -> None:
    telling = tell(25)
    assert {row.response_id for row in reply_rows(telling, "inject:burnt")} >= {"burnt-care", "sorry"}
    assert [row.response_id for row in reply_rows(telling, "signal:warm")] == ["sorry"]
    assert reply_decision(telling, "burnt-care", "inject:burnt") == Respond(25, "burnt-care", inject="burnt")
    assert reply_decision(telling, "sorry", "signal:warm") == Respond(25, "sorry", post="signal:warm")
    assert reply_decision(telling, "tell-team", None) == Respond(25, "tell-team")
