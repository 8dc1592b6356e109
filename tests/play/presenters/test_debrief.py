"""The hot wash: grades, what counted, lessons, what-ifs, the student's own words."""

import re
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

import pytest

from simulator.debrief.counterfactual import Change, Kind, what_if
from simulator.engine.bots import play
from simulator.engine.decision import PrepareHolding
from simulator.engine.run import Run
from simulator.locale import Language, Message
from simulator.play.edition import Edition
from simulator.play.presenters.debrief import debrief
from simulator.play.presenters.hindsight import DebriefView
from simulator.play.presenters.rings import rings
from simulator.play.what_ifs import Asked
from simulator.play.words import Words
from simulator.scenario.rubric import Rubric, TransparencyWeights
from simulator.scoring import score
from simulator.scoring.evidence import Evidence
from simulator.scoring.of_run import record_of
from tests.play.presenters.conftest import Teller
from tests.play.presenters.test_crisis import texts
from tests.plays import played


def hot_wash(edition: Edition, bot: str, language: Language = "fr", words: Words | None = None) -> DebriefView:
    run = played("minimal", bot, 3)
    asked = [Asked(Change("silence"), what_if(run, Change("silence")))]
    telling = edition.telling(run, language)
    return debrief(telling, score(record_of(run)), asked, datetime(2026, 11, 22, 15, 0), words or Words())


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("bot", ["silent", "denier", "random", "spammer", "exemplary"])
def test_every_play_can_be_debriefed(edition: Edition, bot: str, language: Language) -> None:
    view = hot_wash(edition, bot, language)
    assert [ring.criterion for ring in view.rings] == ["overall", "reactivity", "transparency", "tone"]
    assert len(view.takeaways) == len(set(view.takeaways)) == 3
    assert len(view.checklist) == 10
    assert len(view.questions) == 3 and all(question.endswith("?") for question in view.questions)
    assert not [text for text in texts(view) if re.search(r"\{\w*\}|scoring\.|debrief\.|play\.", text)]


def test_evidence_is_a_dozen_rows_by_what_counted_most(edition: Edition) -> None:
    rows = hot_wash(edition, "random").evidence
    points = [int(row.points.replace("−", "-")) for row in rows]
    assert 0 < len(rows) <= 12
    assert [abs(value) for value in points] == sorted((abs(value) for value in points), reverse=True)
    assert all(row.sign == (value > 0) - (value < 0) != 0 for row, value in zip(rows, points, strict=True))


@pytest.mark.parametrize("bot", ["random", "exemplary"])
def test_gains_and_losses_are_both_shown_where_there_are_some(edition: Edition, bot: str) -> None:
    view = hot_wash(edition, bot)
    every = [row for dimension in view.dimensions[1:] for rule in dimension.criteria for row in rule.rows]
    for sign in (1, -1):
        there = sum(row.sign == sign for row in every)
        assert sum(row.sign == sign for row in view.evidence) >= min(3, there)


def test_a_row_that_tells_what_was_missing_is_a_loss(edition: Edition) -> None:
    """An incomplete first message that earns half is told as what it cost."""
    run = Run(edition.loaded.scenario, 3)
    run.advance_to(22)
    run.decide(PrepareHolding(22, ("happened-small", "doing-fair", "next-fair"), 45, publish=True))
    run.advance_to(120)
    rows = debrief(edition.telling(run, "fr"), score(record_of(run))).evidence
    first = next(row for row in rows if row.source.startswith("R.A"))
    earned, possible = (float(part.replace(",", ".")) for part in first.exact.split(" / "))
    assert "incomplet" in first.text
    assert (first.sign, first.points) == (-1, f"−{round(possible - earned)}")


def test_silence_is_told_as_such(edition: Edition) -> None:
    view = hot_wash(edition, "silent")
    assert [ring.value for ring in view.rings] == [0, 0, 0, 0]
    assert view.rings[3].sentence == "Aucun message publié"
    assert view.rings[1].sentence == "Aucune parole utile à temps"
    assert not view.choices


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("acknowledgement_complete", "1re parole utile à 9 h 50, après 30 min"),
        ("acknowledgement_late", "1re parole utile à 9 h 50, après 30 min"),
        ("acknowledgement_partial", "1re parole à 9 h 50, incomplète"),
        ("acknowledgement_partial_late", "1re parole à 9 h 50, incomplète"),
        ("acknowledgement_watch", "Surveillance notée à 9 h 50"),
    ],
)
def test_the_first_word_is_said_to_be_late_or_incomplete_never_either(tell: Teller, code: str, sentence: str) -> None:
    telling = tell(60)
    first = Evidence(50, "reactivity", "R.A", None, 12.0, 35.0, Message(f"scoring.{code}"), None)
    card = replace(score(record_of(telling.run)), evidence=(first,))
    shown = rings(telling, card)[1].sentence
    assert shown.replace("\u202f", " ").replace("\u00a0", " ") == sentence


def test_a_message_that_is_pasted_counts_as_one(edition: Edition) -> None:
    run = played("minimal", "template", 3)
    public = [message for message in run.state.messages if message.is_public]
    assert sum(not message.repeat for message in public) == 1 < len(public)
    view = debrief(edition.telling(run, "fr"), score(record_of(run)))
    assert view.rings[3].sentence == f"1 message public, collé {len(public)} fois"


def test_what_ifs_stand_in_an_order_that_does_not_change(edition: Edition) -> None:
    run = played("minimal", "denier", 3)
    kinds: tuple[Kind, ...] = ("without", "expert", "silence", "best_at_worst", "earlier_holding")
    asked = [Asked(Change(kind, 0 if kind == "without" else None)) for kind in kinds]
    view = debrief(edition.telling(run, "fr"), score(record_of(run)), asked)
    shown = [curve.key.partition(":")[0] for curve in view.curves]
    assert shown == ["play", "earlier_holding", "best_at_worst", "silence", "expert", "without"]
    assert "en 30\u00a0min" in view.note, "the worst moment is said to be what it is"


def test_the_peak_is_told_by_one_hour(edition: Edition) -> None:
    """The curve is thinned; its peak is not."""
    view = hot_wash(edition, "denier")
    outrage = played("minimal", "denier", 3).state.outrage
    mine = view.curves[0]
    assert (mine.peak_minute, mine.peak) == (outrage.index(max(outrage)), round(max(outrage) / 10))
    assert view.begins is not None
    assert mine.peak_clock in mine.sentence
    assert all(curve.peak_clock for curve in view.curves if curve.points)


def test_what_ifs_are_said_once_to_be_an_estimate(edition: Edition) -> None:
    view = hot_wash(edition, "exemplary")
    assert [curve.kind for curve in view.curves] == ["play", "silence"]
    assert view.note.count("estimation du modèle") == 1
    assert "ce n’est pas ce qui se serait passé" in view.note
    assert "autres publics" not in view.note
    assert view.subtitle == "Partie du 22 nov. · tirage 3"


def test_an_unscored_play_has_no_grade_but_a_curve(edition: Edition) -> None:
    run = play(edition.loaded.scenario, 3, "exemplary")
    telling = edition.telling(run, "fr")
    telling.scenario = telling.scenario.model_copy(update={"scored": False})
    view = debrief(telling, score(record_of(run)))
    assert (view.rings, view.evidence, view.dimensions, view.checklist, view.guide) == ((), (), (), (), None)
    assert view.curves and view.closing == "Le tutoriel n’est pas noté."


def test_what_a_rubric_changed_is_said_at_the_end_and_in_the_guide(edition: Edition) -> None:
    run = play(edition.loaded.scenario, 3, "exemplary")
    telling = edition.telling(run, "fr")
    transparency = TransparencyWeights(information=0.3, accountability=0.35, participation=0.15, openness=0.2)
    telling.scenario = telling.scenario.model_copy(update={"rubric": Rubric(transparency=transparency)})
    view = debrief(telling, score(record_of(run)))
    assert view.guide is not None
    assert view.closing == view.guide.changed != ""
    assert "30\u202f% (d’habitude 40\u202f%)" in view.closing


def test_a_few_decisions_are_featured_the_holding_statement_among_them_well_apart(edition: Edition) -> None:
    view = hot_wash(edition, "exemplary")
    featured = [mark for mark in view.decisions if mark.featured]
    assert 1 <= len(featured) <= 5
    assert "Message d’attente" in [mark.label for mark in featured]
    minutes = [mark.minute for mark in featured]
    assert all(later - earlier >= 0.04 * view.end for earlier, later in pairwise(minutes))
    assert all(mark.clock for mark in view.decisions)


def test_a_score_just_below_a_band_is_not_shown_as_that_band(edition: Edition) -> None:
    """64.6 is fair, and shows 64: 65 would read as good."""
    run = play(edition.loaded.scenario, 3, "exemplary")
    card = score(record_of(run))
    for overall, shown in ((64.6, 64), (65.0, 65), (44.5, 44), (63.6, 64), (84.9, 84), (100.0, 100)):
        object.__setattr__(card, "overall", overall)
        assert debrief(edition.telling(run, "fr"), card).rings[0].value == shown


def test_own_words_stand_at_their_decision(edition: Edition) -> None:
    words = Words(decided="La cellule, vite.").with_note(1, "J’hésitais.")
    view = hot_wash(edition, "exemplary", words=words)
    assert view.words == words
    assert [choice.words for choice in view.choices if choice.words] == ["J’hésitais."]
    assert view.choices[1].words == "J’hésitais."
