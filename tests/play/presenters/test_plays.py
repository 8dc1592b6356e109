"""The plays of the past as rows: first and best marked, titles in the reader's language, how one stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from simulator.engine.run import Run
from simulator.locale import phrasebook
from simulator.play.edition import Edition
from simulator.play.play_file import Play, Result
from simulator.play.presenters.plays import play_rows, standing

FRENCH = phrasebook("fr")


def play(day: int, overall: float | None = 70.0, **changes: object) -> Play:
    result = Result(overall, 60.0, 70.0, 80.0, "good") if overall is not None else None
    when = datetime(2026, 3, day, tzinfo=UTC)
    return replace(Play(f"play-{day}", "minimal", "La lampe", 3, when, result=result), **changes)  # type: ignore[arg-type]


def marks(*plays: Play) -> list[str]:
    """The marks of plays given from the earliest to the latest."""
    return [row.mark for row in reversed(play_rows(tuple(reversed(plays)), FRENCH, {}))]


def test_the_first_and_the_best_play_are_marked() -> None:
    assert marks(play(1, 50), play(2, 90), play(3, 70)) == ["première partie", "meilleure partie", ""]
    assert marks(play(1, 90), play(2, 90)) == ["première et meilleure partie", ""]
    assert marks(play(1)) == ["première partie"]


def test_each_scenario_has_its_own() -> None:
    assert marks(play(1), play(2, scenario_id="other")) == ["première partie", "première partie"]


def test_a_play_taken_up_on_the_way_or_given_up_is_neither() -> None:
    taken_up, given_up = play(1, 99, branched=40), play(2, None, abandoned=True)
    assert marks(taken_up, given_up, play(3, 40)) == ["", "", "première partie"]
    rows = play_rows((taken_up, given_up), FRENCH, {})
    assert [row.state for row in rows] == ["reprise en cours de route, non classée", "interrompue"]
    assert rows[0].overall == "99"


def test_a_title_is_in_the_reader_s_language_where_the_scenario_is_known(edition: Edition) -> None:
    english = {edition.loaded.scenario.id: edition.scenario("en")}
    known = play(1, scenario_id=edition.loaded.scenario.id)
    assert play_rows((known,), phrasebook("en"), english)[0].title == edition.scenario("en").title
    assert play_rows((known,), phrasebook("en"), {})[0].title == "La lampe"


@pytest.mark.parametrize(
    ("ranked", "one", "told"),
    [
        ([], play(1, None, abandoned=True), ""),
        ([play(1)], play(1), "C’est votre première partie de ce scénario."),
        ([play(1, 54), play(2, 71)], play(3, 66), "première partie : 54 ; la meilleure : 71 ; celle-ci : 66."),
        ([play(1, 54), play(2, 71)], play(2, 71), "première partie : 54 ; celle-ci est la meilleure : 71."),
        ([play(1, 54), play(2, 71)], play(1, 54), "C’est votre première partie : 54 ; la meilleure : 71."),
        ([play(1, 74), play(2, 71)], play(1, 74), "première partie, et toujours la meilleure : 74."),
        ([play(1, 54)], play(2, None, abandoned=True), "Votre première partie reste la meilleure : 54."),
        ([play(1, 54), play(2, 71)], play(3, None, abandoned=True), "première partie : 54 ; la meilleure : 71."),
        ([play(1, 74), play(2, 71)], play(2, 71), "première partie reste la meilleure : 74 ; celle-ci : 71."),
    ],
)
def test_how_a_play_stands_is_one_sentence(edition: Edition, ranked: list[Play], one: Play, told: str) -> None:
    telling = edition.telling(Run(edition.loaded.scenario, 3), "fr")
    assert standing(telling, one, tuple(ranked)).replace("\u202f", " ").endswith(told)


def test_a_play_taken_up_on_the_way_says_so_with_its_hour(edition: Edition) -> None:
    telling = edition.telling(Run(edition.loaded.scenario, 3), "fr")
    told = standing(telling, play(2, 66, branched=40), (play(1, 54),))
    assert telling.times.clock(40) in told
    assert "n’est pas classée" in told and "54" in told
