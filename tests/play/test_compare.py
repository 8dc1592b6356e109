"""Plays side by side: what each earned, what cost it most, and what cannot be compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from math import fsum
from typing import TypeGuard

import pytest

from simulator.engine.bots import play
from simulator.engine.run import Run
from simulator.locale import Message, phrasebook
from simulator.pages import Chart, Table
from simulator.pages.html import html_of
from simulator.places import shipped
from simulator.play.compare import (
    Compared,
    compared,
    comparison_page,
    criteria_table,
    given_back,
    likeness,
    losses_table,
    scores_table,
    short_names,
    spread_table,
    tables_of,
)
from simulator.play.edition import Edition
from simulator.scenario.load import load_scenario
from simulator.scoring import RULES, weights_of

pytestmark = pytest.mark.slow

FRENCH = phrasebook("fr")
LOADED = load_scenario(shipped("scenarios") / "rappel-tardif")
TUTORIAL = load_scenario(shipped("scenarios") / "premiers-pas")
SHARES = {"reactivity": "O.R", "transparency": "O.T", "tone": "O.S"}


@pytest.fixture(scope="module")
def plays() -> tuple[Compared, ...]:
    edition = Edition(LOADED)
    return tuple(
        compared(bot, play(LOADED.scenario, 3, bot), edition, "fr") for bot in ("exemplary", "template", "silent")
    )


def many(plays: tuple[Compared, ...], count: int) -> tuple[Compared, ...]:
    return tuple(replace(plays[place % len(plays)], name=f"play {place}") for place in range(count))


def test_the_criteria_of_a_play_add_up_to_its_dimensions(plays: tuple[Compared, ...]) -> None:
    for one in plays:
        assert one.card is not None
        for dimension in SHARES:
            earned = fsum(each.earned for rule, each in one.criteria.items() if RULES[rule].dimension == dimension)
            assert earned == pytest.approx(getattr(one.card, dimension), abs=1e-9)


def test_what_criteria_cost_is_what_the_weighted_mean_lacks(plays: tuple[Compared, ...]) -> None:
    weights = weights_of(LOADED.scenario.rubric, LOADED.scenario.severity)
    for one in plays:
        mean = fsum(weights[share] * getattr(one.card, dimension) for dimension, share in SHARES.items())
        assert 100 - fsum(each.cost for each in one.criteria.values()) == pytest.approx(mean, abs=1e-9)


def test_the_costliest_criterion_is_named(plays: tuple[Compared, ...]) -> None:
    lost = plays[2].costliest()
    assert lost is not None and lost[0] == "T.silence"
    assert losses_table(plays, FRENCH).rows[2][3] == FRENCH.number(lost[1].cost, 1)


def test_the_costliest_criterion_of_all_stands_first(plays: tuple[Compared, ...]) -> None:
    rows = spread_table(plays, FRENCH).rows
    means = [float(str(row[1]).replace(",", ".")) for row in rows]
    assert means == sorted(means, reverse=True) and means[-1] >= 0
    assert len({FRENCH.say(row[0]) for row in rows if isinstance(row[0], Message)}) == len(rows)


def test_what_a_floor_gives_back_is_no_loss_and_stands_apart(plays: tuple[Compared, ...]) -> None:
    liar = compared("liar", play(LOADED.scenario, 5, "tells_all"), Edition(LOADED), "fr")
    floor = liar.criteria["T.floor"]
    assert floor.cost < 0
    (told,) = given_back([plays[0], liar], FRENCH)
    assert told.arguments["points"] == FRENCH.number(round(-floor.cost, 1), 1) and told.arguments["count"] == 1
    rows = spread_table([plays[0], liar], FRENCH).rows
    assert RULES["T.floor"].name not in [row[0] for row in rows]
    assert all(not str(row[1]).startswith("−") for row in rows)
    assert not given_back([plays[0], plays[0]], FRENCH)


def test_the_peak_stands_at_the_hour_of_the_clock(plays: tuple[Compared, ...]) -> None:
    start = datetime.strptime(LOADED.scenario.start, "%Y-%m-%d %H:%M")
    for one, row in zip(plays, scores_table(plays, FRENCH).rows, strict=True):
        highest = max(value for _, value in one.curve)
        first = next(minute for minute, value in one.curve if value == highest)
        assert one.peak == highest
        assert FRENCH.clock(start + timedelta(minutes=first)) in FRENCH.say(next(c for c in row if is_peak(c)))


def is_peak(cell: object) -> TypeGuard[Message]:
    return isinstance(cell, Message) and cell.code == "compare.peak_at"


@pytest.mark.parametrize(("count", "grouped"), [(2, 4), (12, 4), (13, 1), (60, 1)])
def test_grades_are_bars_beside_each_other_where_the_plays_are_few(
    plays: tuple[Compared, ...], count: int, grouped: int
) -> None:
    chart = next(part for part in comparison_page(many(plays, count), FRENCH).sections[0].parts)
    assert isinstance(chart, Chart)
    assert [series.style for series in chart.series] == ["bars"] * grouped


@pytest.mark.parametrize(("count", "tables"), [(2, [2]), (6, [6]), (7, [6, 1]), (60, [6] * 10)])
def test_sixty_plays_stand_in_tables_that_a_page_has_room_for(
    plays: tuple[Compared, ...], count: int, tables: list[int]
) -> None:
    found = tables_of(many(plays, count), FRENCH)
    assert [len(table.columns) - 1 for table in found] == tables
    numbers = [column for table in found for column in table.columns[1:]]
    assert numbers == [str(number) for number in range(1, count + 1)]


@pytest.mark.parametrize("count", [2, 6, 7, 60])
def test_a_page_names_every_play(plays: tuple[Compared, ...], count: int) -> None:
    page = comparison_page(many(plays, count), FRENCH)
    scores = next(part for part in page.sections[0].parts if isinstance(part, Table))
    assert [row[1] for row in scores.rows] == [f"play {place}" for place in range(count)]
    charts = [part for section in page.sections for part in section.parts if isinstance(part, Chart)]
    assert len(charts) == (2 if count <= 6 else 1)
    assert len(html_of(page, FRENCH)) < 2_000_000


def test_it_is_said_what_is_not_like_with_like(plays: tuple[Compared, ...]) -> None:
    first, second, _ = plays
    codes = {
        "same": [message.code for message in likeness([first, second])],
        "seed": [message.code for message in likeness([first, replace(second, seed=4)])],
        "scenario": [message.code for message in likeness([first, replace(second, scenario_id="other")])],
        "remark": [message.code for message in likeness([first, replace(second, remark=Message("compare.abandoned"))])],
    }
    assert codes["same"] == ["compare.same_crisis"]
    assert codes["seed"] == ["compare.other_seeds"]
    assert codes["scenario"] == ["compare.other_scenarios"]
    assert codes["remark"] == ["compare.same_crisis", "compare.remarks"]


def test_a_play_without_a_grade_says_why(plays: tuple[Compared, ...]) -> None:
    ungraded = compared("tutorial", play(TUTORIAL.scenario, 1, "silent"), Edition(TUTORIAL), "fr")
    assert ungraded.card is None and not ungraded.criteria and ungraded.costliest() is None
    assert ungraded.remark == Message("compare.unscored")
    assert ungraded.to_mapping()["overall"] is None
    row = scores_table([plays[0], ungraded], FRENCH).rows[1]
    assert list(row[4:9]) == ["–"] * 5 and row[-1] == ungraded.remark
    assert criteria_table([plays[0], ungraded], 1, FRENCH).rows[0][2] == "–"
    assert html_of(comparison_page([ungraded, ungraded], FRENCH), FRENCH)


def test_a_play_that_was_given_up_or_begun_in_the_middle_says_so() -> None:
    run = Run(LOADED.scenario, 1)
    run.advance_to(30)
    run.abandon()
    edition = Edition(LOADED)
    assert compared("one", run, edition, "fr").remark == Message("compare.abandoned")
    whole = play(LOADED.scenario, 1, "silent")
    assert compared("two", whole, edition, "fr", branched=True).remark == Message("compare.branched")


def test_long_names_are_cut_and_stay_apart(plays: tuple[Compared, ...]) -> None:
    name = "rappel-tardif-1234567890-20261122T222222"
    cut = [one.name for one in short_names([replace(plays[0], name=name), replace(plays[1], name=name), plays[2]])]
    assert len(set(cut)) == 3 and max(map(len, cut)) <= 28
    assert all("…" in one for one in cut[:2]) and cut[2] == "silent"
