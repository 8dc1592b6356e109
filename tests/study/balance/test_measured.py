"""What many plays say about a scenario."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.engine.bots import BOTS, play
from simulator.locale import phrasebook
from simulator.places import shipped
from simulator.scenario.load import load_scenario
from simulator.scenario.model import Scenario
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from simulator.study.balance import Lived, balance_of, in_turn, live, measure, pooled, verdict
from simulator.study.balance.difficulty import Difficulty
from simulator.study.balance.distribution import Distribution
from simulator.study.balance.onlooker import Onlooker
from simulator.study.balance.seeds import seeds_of
from tests.study.balance.plays import GRADES, NOTHING, graded


def missed(scenario: Scenario, **grades: tuple[float, ...]) -> list[tuple[str, str]]:
    return [(bound.code, bound.bot) for bound in balance_of(scenario, graded(**grades)).bounds if not bound.holds]


def test_a_play_is_graded_as_it_was_played(minimal: Scenario) -> None:
    run = play(minimal, 4, "first")
    lived, card = live(minimal, 4, "first"), score(record_of(run))
    assert (lived.overall, lived.reactivity, lived.transparency, lived.tone) == (
        card.overall,
        card.reactivity,
        card.transparency,
        card.tone,
    )
    assert lived.digest == run.digest()
    assert set(lived.delivered) == set(run.state.injects)
    assert set(lived.answered.values()) <= set(lived.chosen) <= set(lived.allowed)


@pytest.mark.parametrize("bot", ["silent", "exemplary", "random"])
def test_the_onlooker_sees_what_asking_every_minute_would_show(minimal: Scenario, bot: str) -> None:
    class Tireless(Onlooker):
        def look(self, run: object) -> None:
            self._events = -1  # as if something had happened in every minute
            super().look(run)  # type: ignore[arg-type]

    easy, tireless = Onlooker(), Tireless()
    play(minimal, 5, bot, easy.look)
    play(minimal, 5, bot, tireless.look)
    assert easy.allowed == tireless.allowed


def test_seeds_that_players_get_come_first(minimal: Scenario) -> None:
    outbreak = minimal.outbreak.model_copy(update={"offered_seeds": (7, 2)})
    assert seeds_of(minimal.model_copy(update={"outbreak": outbreak}), 5) == (7, 2, 1, 3, 4)


def test_a_distribution_has_its_quartiles_and_its_bands() -> None:
    found = Distribution.of([90.0, 10.0, 50.0, 70.0, 44.9])
    assert (found.low, found.first_quartile, found.median, found.third_quartile, found.high) == (10, 44.9, 50, 70, 90)
    assert found.bands == {"insufficient": 0.4, "fair": 0.2, "good": 0.2, "excellent": 0.2}
    assert found.spread == 80
    with pytest.raises(ValueError, match="no score"):
        Distribution.of([])


def test_a_scenario_whose_plays_are_as_they_should_be_keeps_all_bounds(minimal: Scenario) -> None:
    assert missed(minimal) == []


@pytest.mark.parametrize(
    ("bot", "grades", "code", "named"),
    [
        ("exemplary", (90.0, 84.9, 92.0), "exemplary", ""),
        ("template", (20.0, 65.0, 20.0), "low", "template"),
        ("longest", (20.0, 20.0, 70.0), "low", "longest"),
        ("random", (40.0, 55.0, 61.0), "chance_median", ""),
        ("random", (20.0, 30.0, 66.0), "chance_good", ""),
    ],
)
def test_each_bound_is_missed_by_what_it_forbids(
    minimal: Scenario, bot: str, grades: tuple[float, ...], code: str, named: str
) -> None:
    assert missed(minimal, **{bot: grades}) == [(code, named)]


@pytest.mark.parametrize(("plays", "expected"), [(99, []), (100, [("chance_spread", "")])])
def test_how_far_apart_chance_ends_is_judged_from_a_hundred_plays_on(
    minimal: Scenario, plays: int, expected: list[tuple[str, str]]
) -> None:
    assert missed(minimal, random=(40.0,) * (plays - 1) + (59.9,)) == expected


def test_a_response_that_beats_all_others_misses_a_bound(minimal: Scenario) -> None:
    card = next(inject for inject in minimal.injects if inject.responses)
    worse = card.responses[0].model_copy(update={"id": "worse", "evades": ("nothing",)})
    made = card.model_copy(update={"responses": (card.responses[0], worse)})
    scenario = minimal.model_copy(update={"injects": (made,)})
    assert missed(scenario) == [("dominant", "")]


@pytest.mark.parametrize(
    ("by_chance", "by_delay", "index", "word"),
    [
        (10.0, 8.0, 14.0, "easy"),
        (25.0, 0.0, 25.0, "moderate"),
        (40.0, 20.0, 50.0, "demanding"),
        (60.0, 10.0, 65.0, "hard"),
    ],
)
def test_difficulty_is_what_chance_and_delay_lose(by_chance: float, by_delay: float, index: float, word: str) -> None:
    found = Difficulty(by_chance, by_delay)
    assert (found.index, found.word) == (index, word)


def test_choices_are_shares_of_the_plays_in_which_the_card_came(minimal: Scenario) -> None:
    card = next(inject for inject in minimal.injects if len(inject.responses) > 1)
    one, two = card.responses[:2]
    plays = graded()

    def made(*answers: str | None) -> list[Lived]:
        return [
            replace(NOTHING, seed=seed, delivered=(card.id,), answers=((card.id, answer),) if answer else ())
            for seed, answer in enumerate(answers, start=1)
        ]

    plays["random"] = [*made(one.id, None), replace(NOTHING, seed=3)]
    plays["exemplary"] = made(two.id, two.id, one.id)
    choices = next(each for each in balance_of(minimal, plays).choices if each.inject is card)
    assert choices.came == {"random": 2, "exemplary": 3}
    assert (choices.shares["random"][one.id], choices.shares["random"][""]) == (0.5, 0.5)
    assert choices.over_all(one.id) == pytest.approx(0.4)
    assert choices.most_of("exemplary") == two.id and choices.most_of("silent") is None


def test_what_no_play_reached_is_dead(minimal: Scenario) -> None:
    nothing = balance_of(minimal, graded()).dead
    assert set(nothing.undelivered) == {inject.id for inject in minimal.injects if inject.when is not None}
    assert nothing.never_allowed and not nothing.never_chosen and nothing.unverified
    everything = replace(
        NOTHING,
        delivered=tuple(inject.id for inject in minimal.injects),
        allowed=nothing.never_allowed,
        chosen=nothing.never_allowed[1:],
        verified=nothing.unverified,
        disclosed=nothing.undisclosed,
        leaked=nothing.unleaked,
    )
    plays = graded()
    plays["silent"] = [everything, *plays["silent"][1:]]
    alive = balance_of(minimal, plays).dead
    assert alive.never_chosen == nothing.never_allowed[:1]
    assert not alive


def test_the_verdict_is_in_the_interface_s_language(minimal: Scenario) -> None:
    french, english = phrasebook("fr"), phrasebook("en")
    kept = balance_of(minimal, graded())
    assert french.say(verdict(kept, french)[0]) == (
        "La partie exemplaire obtient 92,0 sur 100 en médiane, et au moins 90,0 sur chaque tirage."
    )
    assert english.say(verdict(kept, english)[3]) == "All 12 bounds of a good scenario are kept."
    broken = balance_of(minimal, graded(denier=(1.0, 2.0, 64.99), second=(1.0, 2.0, 65.01)))
    said = [french.say(message) for message in verdict(broken, french)]
    assert "11 limites sur 12 sont tenues." in said
    assert any(sentence.startswith("Attention\u202f: la stratégie «\u202fToujours la deuxième") for sentence in said)
    assert any("65,01" in sentence for sentence in said)


def test_processes_find_what_one_finds(minimal: Scenario) -> None:
    few = minimal.model_copy(update={"length": 30})
    one = measure(few, 1, in_turn)
    assert measure(few, 1, pooled) == one
    assert set(one.lived) == set(BOTS) == set(GRADES)


@pytest.mark.slow
@pytest.mark.parametrize("folder", sorted(path.parent for path in shipped("scenarios").glob("*/scenario.yaml")))
def test_shipped_scenarios_keep_the_bounds(folder: Path) -> None:
    scenario = load_scenario(folder).scenario
    if scenario.scored:
        balance = measure(scenario, 5, pooled)
        assert [bound for bound in balance.bounds if not bound.holds] == []
