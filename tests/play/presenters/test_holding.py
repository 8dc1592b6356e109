"""The composer: wordings in the seed's order, an hour to announce, a limit."""

from dataclasses import replace

from simulator.engine.decision import PrepareHolding, PublishHolding
from simulator.play.presenters.dialogs import HoldingChoice
from simulator.play.presenters.holding import holding, keep_decision, publish_decision
from tests.play.presenters.conftest import Teller


def test_what_is_shown_is_what_would_be_published(tell: Teller) -> None:
    telling = tell(30)
    view = holding(telling, None)
    telling.run.decide(publish_decision(telling, view.choice))
    telling.run.advance_to(35)
    own = next(post for post in telling.run.feed.posts if post.kind == "own")
    assert telling.posts.text(own) == view.preview
    assert view.next_update == "10\u00a0h\u00a020", "five minutes to write, 45 later"
    assert view.characters == len(view.preview)


def test_a_block_can_be_left_out(tell: Teller) -> None:
    telling = tell(30)
    view = holding(telling, HoldingChoice((("doing", 0),)))
    assert [block.included for block in view.blocks] == [False, True, False]
    assert view.preview.startswith("Nous vérifions")
    assert holding(telling, HoldingChoice()).refusal == (
        "Le message d’attente est vide\u202f: choisissez au moins un bloc."
    )


def test_the_hour_moves_by_quarters_within_what_can_be_announced(tell: Teller) -> None:
    telling = tell(30)
    view = holding(telling, None)
    assert view.later is not None and view.later.next_update == 35 + 60
    seen = 0
    while view.earlier is not None:
        view, seen = holding(telling, view.earlier), seen + 1
    assert seen == 2
    assert view.choice.next_update == 35 + 15


def test_a_statement_kept_ready_leaves_at_once_with_the_hour_as_late_as_announced(tell: Teller) -> None:
    telling = tell(5)
    choice = holding(telling, None).choice
    assert holding(telling, choice).refusal == "La crise n’a pas commencé\u202f: rien à publier pour l’instant."
    decision = keep_decision(telling, choice)
    assert isinstance(decision, PrepareHolding) and not decision.publish
    telling.run.decide(decision)
    telling.run.advance_to(30)
    view = holding(telling, None)
    assert view.kept and view.can_publish and not view.can_keep
    assert (view.preparation, view.choice.next_update) == ("sans délai", 30 + 45)
    assert publish_decision(telling, view.choice) == PublishHolding(30)
    assert view.later is not None
    assert isinstance(publish_decision(telling, view.later), PrepareHolding), "another hour must be written anew"


def test_too_long_a_statement_says_by_how_much(tell: Teller) -> None:
    telling = tell(30)
    assert telling.scenario.holding is not None
    statement = telling.scenario.holding.model_copy(update={"limit": 100})
    telling.scenario = telling.scenario.model_copy(update={"holding": statement})
    view = holding(telling, None)
    assert view.refusal == f"Raccourcissez de {view.characters - 100} signes."


def test_the_checklist_shows_in_the_tutorial_only(tell: Teller) -> None:
    telling = tell(30)
    assert holding(telling, None).checklist is None
    telling.scenario = telling.scenario.model_copy(update={"tutorial": True})
    fair = next(
        HoldingChoice((("happened", place),))
        for place in range(2)
        if "signalent" in holding(telling, HoldingChoice((("happened", place),))).preview
    )
    rows = holding(telling, fair).checklist
    assert rows is not None
    assert [row.text for row in rows if row.done] == ["Ce qui se passe", "Ce que nous savons"]


def test_the_wordings_stand_in_an_order_of_the_seed(tell: Teller) -> None:
    firsts = {holding(tell(30, seed=seed), None).blocks[0].wordings[0] for seed in range(10)}
    assert len(firsts) == 2
    english = holding(tell(30, "en"), None)
    assert replace(english.choice) == holding(tell(30), None).choice
