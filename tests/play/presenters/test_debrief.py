"""The hot wash: grades, evidence by what counted, lessons, what-ifs."""

import re
from datetime import datetime
from itertools import pairwise

import pytest

from simulator.debrief.counterfactual import Change, what_if
from simulator.engine.bots import play
from simulator.locale import Language
from simulator.play.edition import Edition
from simulator.play.presenters.debrief import debrief
from simulator.play.presenters.hindsight import DebriefView
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from tests.play.presenters.test_crisis import texts


def hot_wash(edition: Edition, bot: str, language: Language = "fr", with_what_if: bool = False) -> DebriefView:
    run = play(edition.loaded.scenario, 3, bot)
    what_ifs = (what_if(run, Change("silence")),) if with_what_if else ()
    telling = edition.telling(run, language)
    return debrief(telling, score(record_of(run)), what_ifs, datetime(2026, 11, 22, 15, 0))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("bot", ["silent", "denier", "random", "spammer", "exemplary"])
def test_every_play_can_be_debriefed(edition: Edition, bot: str, language: Language) -> None:
    view = hot_wash(edition, bot, language)
    assert [ring.criterion for ring in view.rings] == ["overall", "reactivity", "transparency", "tone"]
    assert len(view.takeaways) == len(set(view.takeaways)) == 3
    assert not [text for text in texts(view) if re.search(r"\{\w*\}|scoring\.|debrief\.|play\.", text)]


def test_evidence_stands_by_what_counted_most(edition: Edition) -> None:
    rows = hot_wash(edition, "random").evidence
    points = [int(row.points.replace("−", "-")) for row in rows]
    assert [abs(value) for value in points] == sorted((abs(value) for value in points), reverse=True)
    assert all(row.sign == (value > 0) - (value < 0) for row, value in zip(rows, points, strict=True))


def test_silence_is_told_as_such(edition: Edition) -> None:
    view = hot_wash(edition, "silent")
    assert [ring.value for ring in view.rings] == [0, 0, 0, 0]
    assert view.rings[3].sentence == "Aucun message publié"
    assert view.rings[1].sentence == "Aucune parole utile à temps"


def test_what_ifs_are_named_and_said_to_be_an_estimate(edition: Edition) -> None:
    view = hot_wash(edition, "exemplary", with_what_if=True)
    assert [curve.kind for curve in view.curves] == ["play", "silence"]
    assert view.curves[1].name.startswith("silence")
    assert "estimation du modèle" in view.note
    assert view.subtitle == "Partie du 22 nov. · tirage 3"


def test_an_unscored_play_has_no_grade_but_a_curve(edition: Edition) -> None:
    run = play(edition.loaded.scenario, 3, "exemplary")
    telling = edition.telling(run, "fr")
    telling.scenario = telling.scenario.model_copy(update={"scored": False})
    view = debrief(telling, score(record_of(run)))
    assert (view.rings, view.evidence) == ((), ())
    assert view.curves and view.closing == "Le tutoriel n’est pas noté."


def test_a_few_decisions_are_featured_the_holding_statement_among_them_well_apart(edition: Edition) -> None:
    view = hot_wash(edition, "exemplary")
    featured = [mark for mark in view.decisions if mark.featured]
    assert 1 <= len(featured) <= 5
    assert "Message d’attente" in [mark.label for mark in featured]
    minutes = [mark.minute for mark in featured]
    assert all(later - earlier >= 0.04 * view.end for earlier, later in pairwise(minutes))
    assert all(mark.clock for mark in view.decisions)
