"""Every decision of a play, and what else could have been decided there."""

from simulator.debrief.counterfactual import Change, what_if
from simulator.debrief.timeline import decisions_of
from simulator.engine.decision import Respond, ReviewPost
from simulator.engine.run import Run
from simulator.play.edition import Edition
from simulator.play.presenters.choices import choice_rows
from simulator.play.words import Words


def test_decisions_stand_in_order_and_say_what_was_chosen(edition: Edition) -> None:
    run = Run(edition.loaded.scenario, 5)
    run.advance_to(10)
    run.decide(ReviewPost(10, "spring", keep=False))
    run.advance_to(25)
    run.decide(Respond(25, "burnt-care", inject="burnt"))
    rows = choice_rows(edition.telling(run, "fr"), Words())
    assert [(row.place, row.minute, row.clock) for row in rows] == [
        (0, 10.0, "9\u00a0h\u00a010"),
        (1, 25.0, "9\u00a0h\u00a025"),
    ]
    assert rows[0].text == "Publication suspendue · «\u202fCe printemps, réchauffez votre salon !\u202f»"
    assert rows[1].text.startswith("Réponse\u202f: Une cliente brûlée · «\u202fNous sommes désolés.")


def test_every_alternative_can_be_lived(edition: Edition) -> None:
    run = Run(edition.loaded.scenario, 5)
    run.advance_to(25)
    run.decide(Respond(25, "burnt-care", inject="burnt"))
    run.advance_to(60)
    (row,) = choice_rows(edition.telling(run, "fr"), Words())
    assert row.alternatives[0].text == "Ne rien décider"
    assert len(row.alternatives) > 1
    assert len({other.text for other in row.alternatives}) == len(row.alternatives)
    for other in row.alternatives:
        change = Change.from_key(other.key)
        assert change.place == row.place
        assert len(what_if(run, change).outrage) == len(run.state.outrage)
    assert len(decisions_of(run)) == 1
