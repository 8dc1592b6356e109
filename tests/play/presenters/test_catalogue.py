"""The library's cards and the briefing."""

from datetime import datetime

from simulator.locale import Message, phrasebook
from simulator.play.history import Play, Result
from simulator.play.presenters.catalogue import accent, briefing, broken_row, library_row, practice_mode
from simulator.play.presenters.pages import Settings
from simulator.play.presenters.plays import play_rows
from simulator.scenario.model import Scenario

FRENCH = phrasebook("fr")


def test_a_card_says_what_kind_of_crisis_it_is_and_the_best_grade(minimal: Scenario) -> None:
    row = library_row(minimal, FRENCH, 71.6)
    assert (row.subtitle, row.duration, row.best) == ("Problème de service · interne", "5\u00a0min", "72")
    assert library_row(minimal, FRENCH, 64.6).best == "64"
    assert library_row(minimal, FRENCH).best == ""
    tutorial = minimal.model_copy(update={"tutorial": True})
    assert library_row(tutorial, FRENCH).subtitle == "Tutoriel"


def test_a_broken_scenario_is_listed_with_its_problem() -> None:
    row = broken_row("cassé", "Ligne 4, colonne 2.", FRENCH)
    assert (row.title, row.problem, row.kind) == ("cassé", "Ligne 4, colonne 2.", "")


def test_the_briefing_says_who_can_do_what_and_for_whom(minimal: Scenario) -> None:
    view = briefing(minimal, 4821, FRENCH)
    roles = {person.name: person.role for person in view.people}
    assert roles["Paul"] == "Responsable qualité · vérifie un fait en 15\u00a0min au mieux"
    assert roles["Claire Aubin"] == "Directrice · porte-parole possible"
    assert [(row.name, row.count) for row in view.audience[:2]] == [("Grand public", "1\u202f335"), ("Clients", "400")]
    assert "bots" not in {row.segment_id for row in view.audience}
    assert abs(sum(row.share for row in view.audience) - 1.0) < 1e-9
    assert (view.seed, view.mode) == (4821, "Entraînement · pause permise")
    assert [section.heading for section in view.dossier] == ["Lumivale", "La lampe"]


def test_what_is_not_graded_has_no_criteria(minimal: Scenario) -> None:
    assert [row.criterion for row in briefing(minimal, 1, FRENCH).criteria] == ["reactivity", "transparency", "tone"]
    assert briefing(minimal.model_copy(update={"scored": False}), 1, FRENCH).criteria == ()


def test_how_one_practises_is_said_in_a_line() -> None:
    told = practice_mode(Settings(tempo=2.0, start_paused=True, stop_at_events=True), FRENCH)
    assert told == "Entraînement · pause permise · 2 fois plus lent · départ en pause · arrêt à chaque événement"
    assert practice_mode(Settings(tempo=0), FRENCH).endswith("non chronométré")


def test_plays_are_listed_with_their_grade_or_why_there_is_none(minimal: Scenario) -> None:
    when = datetime(2026, 11, 22, 14, 32)
    graded = Play("a", "minimal", "La lampe", 7, when, result=Result(71.4, 68.0, 61.0, 88.0, "good"))
    given_up = Play("b", "minimal", "La lampe", 7, when, abandoned=True)
    broken = Play("c", problem=Message("play.broken"))
    rows = play_rows([graded, given_up, broken], FRENCH, {"minimal": minimal})
    assert (rows[0].overall, rows[0].band_name, rows[0].date, rows[0].accent) == (
        "71",
        "Bien",
        FRENCH.date(when),
        accent(minimal),
    )
    assert (rows[1].overall, rows[1].state) == ("", "interrompue")
    assert rows[2].state == "Scénario illisible"
