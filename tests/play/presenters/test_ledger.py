"""What was known when, and when it was said."""

from collections.abc import Callable

import pytest

from simulator.debrief.timeline import fact_times
from simulator.engine.state import FactState
from simulator.places import shipped
from simulator.play.edition import Edition
from simulator.play.presenters.debrief import debrief
from simulator.play.presenters.hindsight import FactTimeRow
from simulator.play.presenters.ledger import fact_rows
from simulator.play.presenters.telling import Telling
from simulator.scenario.load import load_scenario
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from tests.play.presenters.test_crisis import texts
from tests.plays import played

Teller = Callable[..., Telling]


@pytest.mark.parametrize(
    ("verified", "disclosed", "leaked", "sentence"),
    [
        (35, 35, None, "Vérifié à 9 h 35, dit à 9 h 35 : aussitôt, et en premier."),
        (35, 63, None, "Vérifié à 9 h 35, dit à 10 h 03 : 28 min plus tard, et en premier."),
        (35, 63, 51, "Vérifié à 9 h 35, dit à 10 h 03 : 28 min de trop, la fuite est venue à 9 h 51."),
        (55, 63, 51, "Vérifié à 9 h 55 alors qu’on le pouvait dès 9 h 35, dit à 10 h 03, après la fuite de 9 h 51."),
        (
            55,
            40,
            None,
            "Vérifié à 9 h 55 alors qu’on le pouvait dès 9 h 35, mais déjà affirmé à 9 h 40 : c’était trop tôt.",
        ),
        (None, 63, None, "Affirmé à 10 h 03 sans jamais être vérifié, alors qu’on le pouvait dès 9 h 35."),
        (35, None, 51, "Vérifié à 9 h 35 ; révélé par d’autres à 9 h 51, jamais dit par vous."),
        (35, None, None, "Vérifié à 9 h 35 ; jamais rendu public."),
        (None, None, None, "Jamais vérifié, alors qu’on le pouvait dès 9 h 35 ; jamais rendu public."),
    ],
)
def test_a_fact_says_what_was_made_of_it(
    tell: Teller, verified: int | None, disclosed: int | None, leaked: int | None, sentence: str
) -> None:
    row = heat(tell, verified, disclosed, leaked)
    assert row.sentence.replace("\u202f", " ").replace("\u00a0", " ") == sentence
    minutes = (row.verifiable_minute, row.verified_minute, row.published_minute, row.leaked_minute)
    assert minutes == (35, verified, disclosed, leaked)


def test_a_fact_told_first_but_later_than_people_should_wait_is_late(tell: Teller) -> None:
    """At severity 3 people should not wait more than an hour for news."""
    telling = tell(110)
    telling.run.scenario = telling.run.scenario.model_copy(update={"severity": 3})
    for told, late in ((95, False), (96, True)):
        telling.run.state.facts["heat"] = FactState("confirmed", None, 35, None, told)
        assert ("tard, mais en premier" in fact_rows(telling)[0].sentence) is late


def test_what_the_student_never_learnt_is_not_revealed(tell: Teller) -> None:
    assert heat(tell, None, None, None).text == "La lampe chauffe trop"
    assert heat(tell, 35, None, None).text.startswith("Le modèle L3")


def test_what_nobody_could_know_before_the_end_is_no_reproach(tell: Teller) -> None:
    telling = tell(30)
    assert fact_rows(telling)[1].sentence == "Personne ne pouvait le vérifier avant la fin."


def test_a_play_given_up_is_not_said_to_have_had_nothing_to_know(tell: Teller) -> None:
    telling = tell(30)
    telling.run.abandon()
    assert fact_rows(telling)[1].sentence == "La partie s’est arrêtée avant que l’on puisse le vérifier."


@pytest.mark.parametrize("bot", ["exemplary", "random"])
def test_no_debrief_reveals_what_must_stay_confidential(bot: str) -> None:
    loaded = load_scenario(shipped("scenarios") / "rappel-tardif")
    telling = Edition(loaded).telling(played("rappel-tardif", bot, 2), "fr")
    view = debrief(telling, score(record_of(telling.run)))
    secret = [one.text for fact in telling.scenario.facts if fact.restricted for one in fact.outcomes]
    assert secret
    assert not [text for text in texts(view) if any(one in text for one in secret)]
    families = next(row for row in view.facts if row.text == "Identité des familles")
    assert families.sentence.startswith("Confidentiel") and families.verifiable_minute is None


def heat(tell: Teller, verified: int | None, disclosed: int | None, leaked: int | None) -> FactTimeRow:
    telling = tell(110)
    facts = telling.run.state.facts
    facts["heat"] = FactState(facts["heat"].outcome, None, verified, leaked, disclosed)
    return fact_rows(telling)[0]


def test_what_was_asserted_twice_and_denied_between_is_told_with_every_hour() -> None:
    """What is told too early is what is verified later; what never is was unchecked."""
    loaded = load_scenario(shipped("scenarios") / "rappel-tardif")
    telling = Edition(loaded).telling(played("rappel-tardif", "tells_all", 5), "fr")
    lot = next(fact for fact in fact_times(telling.run) if fact.fact == "lot")
    assert lot.verified is None and lot.disclosed is not None and lot.belied
    sentence = next(row.sentence for row in fact_rows(telling) if row.published_minute == lot.disclosed)
    assert "sans jamais être vérifié" in sentence and "trop tôt" not in sentence
    for minute in (*lot.asserted, lot.disclosed, *lot.belied):
        assert telling.times.clock(minute) in sentence


def test_what_was_stated_falsely_is_told_with_the_fact(edition: Edition) -> None:
    view = fact_rows(edition.telling(played("minimal", "denier", 3), "fr"))
    belied = [row for row in view if "vous avez affirmé autre chose" in row.sentence]
    card = score(record_of(played("minimal", "denier", 3)))
    assert bool(belied) == any(row.rule == "T.false" for row in card.evidence) is True


def test_to_state_anything_of_a_confidential_fact_is_to_publish_it() -> None:
    """The ledger says what the grade says, whether what was stated is true or false."""
    loaded = load_scenario(shipped("scenarios") / "rappel-tardif")
    for seed in (3, 4):
        telling = Edition(loaded).telling(played("rappel-tardif", "denier", seed), "fr")
        penalties = [row for row in score(record_of(telling.run)).evidence if row.rule == "T.restricted"]
        families = next(row for row in fact_rows(telling) if row.text == "Identité des familles")
        assert families.published_minute == (penalties[0].minute if penalties else None)
        assert ("rendu public" in families.sentence) is bool(penalties)
