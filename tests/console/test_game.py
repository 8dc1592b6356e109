"""A whole play as plain lines: every decision, in both languages, with the same digest as anywhere else."""

from __future__ import annotations

from io import StringIO

import pytest

from simulator.console.game import Game
from simulator.console.lines import Lines
from simulator.engine.decision import Respond, Verify
from simulator.engine.events import DecisionMade
from simulator.engine.run import Run
from simulator.play.desk import Desk
from simulator.play.presenters.post_rows import FeedFilter
from simulator.scenario.model import Scenario
from tests.console.conftest import Typed


def decided(game: Game) -> list[str]:
    return [event.decision.do for event in game.session.run.events if isinstance(event, DecisionMade)]


def test_a_play_typed_equals_the_same_decisions_taken_elsewhere(typed: Typed, minimal: Scenario) -> None:
    game, _ = typed("w 0:20", "v", "1", "w 0:25", "k", "q", "2", "w 2:00")
    elsewhere = Run(minimal, 1)
    elsewhere.advance_to(20)
    elsewhere.decide(Verify(20, "heat"))
    elsewhere.advance_to(120)
    assert game.session.run.digest() == elsewhere.digest()


def test_a_number_answers_the_open_card(typed: Typed) -> None:
    game, said = typed("w 0:20", "1")
    (decision,) = [event.decision for event in game.session.run.events if isinstance(event, DecisionMade)]
    assert isinstance(decision, Respond)
    assert (decision.minute, decision.inject) == (20, "burnt")
    assert "Une cliente brûlée" in said


def test_every_standing_action_can_be_typed(typed: Typed) -> None:
    game, said = typed(
        "w 0:06", "l lampe", "l", "h", "4", "h", "6", "p", "1", "1",
        "w 0:21", "v", "1", "a", "1", "h", "7", "u", "1", "i", "1", "c", "o", "1", "1", "2",
        "w 0:45", "v", "1", "r", "1", "1", "s", "m",
    )  # fmt: skip
    assert {"listen", "prepare_holding", "review_post", "verify", "alert", "respond", "watch"} <= set(decided(game))
    assert "None" not in said


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_command_answers_at_every_moment(typed: Typed, language: str) -> None:
    every = ["?", "e", "k", "f", "f pepia", "f lampe", "f zzz", "l", "v", "h", "p", "r", "a", "u", "i", "m", "s", "c"]
    every += ["o", "t", "j", "d", "b", "z", "z", "g", "w abc", "99", "blabla", ""]
    game, said = typed(f"g {language}", *every, "w 0:21", *every, "w 1:10", *every, "w 2:00")
    assert game.session.finished and not game.session.run.state.abandoned
    assert decided(game) == []
    assert "{" not in said


def test_the_debrief_is_read_out_with_its_evidence(typed: Typed) -> None:
    game, said = typed("w 2:00")
    view = game.session.review().view()
    assert all(ring.sentence in said for ring in view.rings)
    assert all(row.text in said for row in view.evidence)
    assert all(text in said for text in view.takeaways)


def test_the_end_of_the_input_leaves_the_play_to_be_resumed(typed: Typed, desk: Desk) -> None:
    game, said = typed("w 0:10")
    assert not game.session.finished
    (row,) = desk.history()
    assert row.is_unfinished
    assert "badbuzz play --continue" in said


def test_quitting_asks_first_and_gives_nothing_up(typed: Typed, desk: Desk) -> None:
    game, _ = typed("q", "2", "w 0:10", "q", "1")
    assert (game.session.finished, game.session.run.minute) == (False, 10)
    assert [row.is_unfinished for row in desk.history()] == [True]


def test_giving_up_is_a_choice_of_its_own(typed: Typed, desk: Desk) -> None:
    game, said = typed("w 0:10", "q", "3")
    assert game.session.run.state.abandoned
    assert [row.is_unfinished for row in desk.history()] == [False]
    assert "enregistrée" in said


def test_a_play_that_was_left_goes_on_where_it_stood(typed: Typed, desk: Desk) -> None:
    left, _ = typed("w 0:20", "v", "1", "w 0:25", "q", "1")
    out = StringIO()
    session = desk.resume(desk.history()[0].play_id)
    assert session.run.digest() == left.session.run.digest()
    Game(desk, session, Lines(StringIO("\nq\n1\n"), out), resumed=True).play()
    assert "où vous l’aviez laissée" in out.getvalue()
    assert left.session.crisis(FeedFilter()).header.clock in out.getvalue()


def test_waiting_stops_when_a_card_comes_and_an_exact_time_does_not(typed: Typed) -> None:
    assert typed("w 0:15", "w 60")[0].session.run.minute == 20
    assert typed("w 0:15", "w 0:50")[0].session.run.minute == 50


def test_a_refusal_is_read_and_the_list_stays(typed: Typed) -> None:
    game, said = typed("u", "1", "w 0:20", "u", "1")
    assert decided(game) == ["respond"]
    assert "n’a pas commencé" in said


def test_a_list_does_not_outlive_its_minute(typed: Typed) -> None:
    game, _ = typed("p", "w 0:05", "1")
    assert decided(game) == []


def test_news_are_told_once(typed: Typed) -> None:
    _, said = typed("w 0:20", "e", "e", "k")
    assert said.count("Nouvelle phase") == 1


def test_the_language_changes_in_the_middle(typed: Typed) -> None:
    game, said = typed("w 0:20", "g en", "e", "k", "1", "w 2:00")
    assert "Outrage" in said and "Indignation" in said
    assert decided(game) == ["respond"]


def test_nothing_needs_a_colour_or_a_cursor(typed: Typed) -> None:
    _, said = typed("w 0:20", "?", "f", "v", "w 2:00")
    assert "\x1b" not in said and "\r" not in said and "\t" not in said


def test_a_search_that_is_typed_says_until_when_it_runs(typed: Typed) -> None:
    _, said = typed("w 0:03", "l lampe", "l chaleur", "w 0:08")
    assert "« lampe » : en cours, jusqu’à 9 h 08" in said.replace("\u202f", " ").replace("\u00a0", " ")
    assert "Une recherche est en cours" in said


def test_the_cell_s_lines_are_put_in_another_order_and_taken_back(typed: Typed) -> None:
    game, said = typed("w 0:21", "y", "h", "6", "u", "1", "k", "3", "y", "2", "y", "1", "y")
    assert {"prioritise", "withdraw"} <= set(decided(game)), said


def test_a_threshold_is_set_beside_the_alert(typed: Typed) -> None:
    game, said = typed("a", "2", "4", "w 2:00")
    assert "Seuil d’alerte fixé" in said
    assert "alert" in decided(game)


def test_what_is_empty_is_said_in_a_sentence(typed: Typed) -> None:
    _, said = typed("t", "j", "v", "z", "c", "y")
    for sentence in ("l’indignation est à zéro", "Rien ne s’est encore passé", "Rien à établir", "rien à arrêter",
                     "Vous n’avez rien affirmé", "Rien n’attend"):  # fmt: skip
        assert sentence in said, sentence
