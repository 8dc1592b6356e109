"""The class looked back on, in words: one's own choice is named, and nothing is called good before it is revealed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from simulator.console.tell.my_class import debrief_lines
from simulator.locale import Language, Message, phrasebook
from simulator.play.edition import Edition
from simulator.play.presenters.class_debrief import class_debrief
from simulator.play.presenters.class_rows import ClassDebriefView
from simulator.scenario.load import load_scenario
from simulator.submission.wire.debrief import ClassDebrief
from tests.play.test_looking import ONE, assignment
from tests.plays import MINIMAL

EDITION = Edition(load_scenario(MINIMAL))
INJECT = next(one for one in EDITION.loaded.scenario.injects if len(one.responses) > 1)
FIRST, SECOND = (response.id for response in INJECT.responses[:2])
MARKS = (
    ("overall", 61.0, 71.0, 3),
    ("reactivity", 64.0, 88.0, 1),
    ("transparency", None, 41.0, 9),
    ("tone", None, None, None),
)


def debrief(**parts: Any) -> ClassDebrief:
    plain = {
        "assignment": ONE,
        "revision": 1,
        "plays": 9,
        "spreads": [
            {"criterion": name, "graded": 9, "median": median, "mine": mine, "place": place}
            for name, median, mine, place in MARKS
        ],
        "choices": {"assignment": ONE, "revision": 1, "revealed": False, "plays": 9, "injects": [inject()]},
        "mine": {"play": "1" * 26, "assignment": ONE, "attempt": 1, "state": "verified", "late": False,
                 "received": "2026-11-30T09:00:00Z", "counts": True, "place": 3, "ranked": 9,
                 "score": {"overall": 71, "reactivity": 88, "transparency": 41, "tone": None, "band": "good",
                           "grade": 71, "overridden": False},
                 "comments": ["Parlez plus tôt."]},
        "chosen": {INJECT.id: FIRST},
    }  # fmt: skip
    return ClassDebrief.model_validate({**plain, **parts})


def inject(**parts: Any) -> dict[str, Any]:
    choices = [{"response": FIRST, "count": 6}, {"response": "", "count": 3}]
    return {"inject": INJECT.id, "answered": 6, "choices": choices, **parts}


def shown(found: ClassDebrief | Message | None, language: Language = "fr", *, pack: bool = True) -> ClassDebriefView:
    looking = SimpleNamespace(debriefs={} if found is None else {ONE: found}, trouble=None)
    mine: Any = SimpleNamespace(looking=looking, edition=lambda _: EDITION if pack else None)
    return class_debrief(mine, assignment(), phrasebook(language))


def test_ones_own_choice_is_named_among_the_classs_in_the_words_of_the_scenario() -> None:
    (shares,) = shown(debrief()).injects
    assert shares.title == INJECT.title and not shares.is_revealed
    assert [(row.text, row.share, row.is_mine, row.is_recommended) for row in shares.rows] == [
        (INJECT.responses[0].text, pytest.approx(2 / 3), True, False),
        ("Aucune réponse avant l’échéance", pytest.approx(1 / 3), False, False),
    ]
    (bare,) = shown(debrief(), pack=False).injects
    assert bare.title == INJECT.id


def test_what_is_recommended_is_marked_once_revealed_although_nobody_chose_it() -> None:
    choices = debrief().choices.model_dump() | {"revealed": True, "injects": [inject(recommended=SECOND)]}
    view = shown(debrief(choices=choices))
    (shares,) = view.injects
    assert shares.is_revealed and [row.is_recommended for row in shares.rows] == [False, False, True]
    assert (shares.rows[2].text, shares.rows[2].share) == (INJECT.responses[1].text, 0)
    assert "dévoilé" in view.injects_note and "n’a pas dévoilé" not in view.injects_note
    assert "n’a pas dévoilé" in shown(debrief()).injects_note


def test_each_criterion_has_mine_the_median_and_my_place_as_far_as_they_are_told() -> None:
    view = shown(debrief())
    assert [(row.grade, row.median.replace("\u202f", " "), row.place) for row in view.spreads] == [
        ("71", "Médiane de la classe : 61", "Rang 3 sur 9"),
        ("88", "Médiane de la classe : 64", "Rang 1 sur 9"),
        ("41", "", "Rang 9 sur 9"),
        ("–", "", ""),
    ]
    assert "trois parties" in view.spreads_note and view.comments == ("Parlez plus tôt.",)
    assert view.mine == "Vous êtes 3e sur 9, avec 71."


def test_while_it_is_closed_or_not_there_yet_that_is_all_it_says() -> None:
    for found in (None, Message("sending.said", {"sentence": "Pas encore ouvert."})):
        view = shown(found)
        assert view.subtitle and not (view.mine or view.spreads or view.injects or view.injects_note)
    assert shown(debrief(mine=None, chosen={})).mine == "Vous n’avez pas de partie vérifiée ici."


@pytest.mark.parametrize(
    ("language", "mine", "exemplary"), [("fr", "vous", "joueur exemplaire"), ("en", "you", "exemplary player")]
)
def test_the_console_says_the_same(language: Language, mine: str, exemplary: str) -> None:
    choices = debrief().choices.model_dump() | {"revealed": True, "injects": [inject(recommended=FIRST)]}
    said = list(debrief_lines(shown(debrief(choices=choices), language), phrasebook(language)))
    line = next(line for line in said if "67" in line)
    assert mine in line and exemplary in line
    assert any("Parlez plus tôt." in line for line in said) and any("88" in line and "64" in line for line in said)
