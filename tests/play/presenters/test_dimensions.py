"""Evidence by dimension: what is shown adds up."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.bots import BOTS
from simulator.locale import Language, phrasebook
from simulator.play.edition import Edition
from simulator.play.presenters.addition import Share, addition, apportioned, figure, shares
from simulator.play.presenters.dimensions import dimension_views
from simulator.play.presenters.wording import score_sentence
from simulator.scoring import score
from simulator.scoring.of_run import record_of
from tests.plays import played


def read(text: str) -> int:
    """A shown figure in tenths."""
    return round(10 * float(text.replace("−", "-").replace("+", "").replace(",", ".").replace(" ", "")))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("bot", sorted(BOTS))
def test_the_figures_shown_add_up(edition: Edition, bot: str, language: Language) -> None:
    for seed in range(1, 4):
        run = played("minimal", bot, seed)
        card = score(record_of(run))
        for view in dimension_views(edition.telling(run, language), card):
            exact = getattr(card, view.criterion)
            earned = [read(criterion.earned) for criterion in view.criteria]
            left, _, right = view.sum.rpartition(" = ")
            assert sum(earned) == read(right) == round(10 * exact)
            assert abs(view.value - exact) < 1
            assert not left or sum(read(term) for term in re.sub(r" ([+−]) ", r" \1", left).split()) == read(right)
            for criterion in view.criteria:
                parts = [row.exact.partition(" / ") for row in criterion.rows]
                assert sum(read(won) for won, _, _ in parts) == read(criterion.earned)
                assert sum(read(of) for _, _, of in parts if of) == read(criterion.possible or "0")
                assert all(read(won) <= read(of) for won, _, of in parts if of)
                assert criterion.share is None or 0.0 <= criterion.share <= 1.0


@pytest.mark.parametrize("bot", ["random", "exemplary", "silent"])
def test_every_row_that_counts_stands_under_its_rule_in_time(edition: Edition, bot: str) -> None:
    run = played("minimal", bot, 3)
    telling, card = edition.telling(run, "fr"), score(record_of(run))
    shown = {
        (criterion.rule, row.text.rpartition(" · ")[2])
        for view in dimension_views(telling, card)
        for criterion in view.criteria
        for row in criterion.rows
    }
    told = {(row.rule, score_sentence(telling, row.message).rpartition(" · ")[2]) for row in card.evidence}
    assert told == shown
    for view in dimension_views(telling, card):
        for criterion in view.criteria:
            assert all(row.source.startswith(criterion.rule) for row in criterion.rows)
            hours = [row.clock for row in criterion.rows if row.clock]
            assert hours == sorted(hours, key=lambda clock: [int(part) for part in re.findall(r"\d+", clock)])


points = st.floats(0.0, 40.0)


@given(st.lists(st.tuples(points, points), min_size=1, max_size=30))
@settings(max_examples=300, deadline=None)
def test_what_was_earned_whole_is_shown_whole(parts: list[tuple[float, float]]) -> None:
    earned_possible = [(min(one, other), max(one, other)) for one, other in parts]
    won, possible = (sum(values) for values in zip(*earned_possible, strict=True))
    total = Share(round(10 * won), round(10 * possible))
    shown = shares(earned_possible, total)
    assert sum(share.earned for share in shown) == total.earned
    assert sum(share.possible for share in shown if share.possible) == total.possible or total.possible == 0
    for (earned, most), share in zip(earned_possible, shown, strict=True):
        assert abs(share.earned - 10 * earned) <= 1.5
        assert abs(share.possible - 10 * most) <= 3.0
        if earned == most > 0:
            assert share.earned == share.possible


def test_largest_remainders_take_what_is_left() -> None:
    assert apportioned([33.3, 33.3, 33.4], 100) == (33, 33, 34)
    assert apportioned([-150.0, 0.4, 0.6], -149) == (-150, 0, 1)
    assert apportioned([], 0) == ()


def test_an_addition_is_read_as_on_paper() -> None:
    french, english = phrasebook("fr"), phrasebook("en")
    assert addition(french, [245, 120, -100]) == "24,5 + 12 − 10 = 26,5"
    assert addition(english, [-75, 400]) == "−7.5 + 40 = 32.5"
    assert (addition(french, [245]), addition(french, [])) == ("24,5", "0")
    assert figure(french, -75) == "−7,5"
