"""Storms are compared seed by seed, however the work is shared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import cache
from statistics import median

import numpy as np
import pytest

from simulator.locale import Message
from simulator.study.what_if import (
    SILENCE,
    Answer,
    Comparison,
    Course,
    Storm,
    compare,
    comparison,
    live,
    matching,
    message_of,
    stances,
    timing,
)
from tests.study.what_if.storms import SEEDS, SMALL

pytestmark = pytest.mark.slow

TIMES = (20, 60, 150)
LOUD_AND_QUIET = {"loud": 90, "quiet": 0}


@cache
def compared() -> Comparison:
    return compare(SMALL, {**timing(message_of(), TIMES), **matching(message_of(), 20)}, SEEDS, processes=1)


def plain(comparison: Comparison) -> str:
    """Everything a comparison says, as text."""
    with np.printoptions(threshold=10**6):
        return repr(asdict(comparison))


def test_silence_leaves_all_of_itself() -> None:
    left = compared().outcomes[SILENCE].left
    assert (left.low, left.median, left.high) == (1, 1, 1)


def test_silence_s_median_peak_is_outrage_eighty() -> None:
    assert compared().outcomes[SILENCE].peak_outrage.median == pytest.approx(80, abs=1.5)


def test_an_earlier_message_never_leaves_more_than_a_later_one() -> None:
    left = [compared().outcomes[f"minute {minute}"].left.median for minute in TIMES]
    assert left == sorted(left)
    assert left[0] < 1


def test_what_fits_lowers_volume_what_does_not_leaves_it_and_a_false_denial_raises_it() -> None:
    outcomes = compared().outcomes
    assert outcomes["matched"].left.median < 1
    assert outcomes["mismatched"].left.median == 1
    assert outcomes["denial"].left.median > 1


def test_a_volume_is_that_of_the_last_hour() -> None:
    silence = compare(SMALL, {}, [1], processes=1).outcomes[SILENCE]
    assert silence.volume_median.shape == (SMALL.minutes,)
    assert silence.volume_median[0] >= SMALL.seed_users
    assert silence.peaks == (silence.volume_median.max(),)
    assert silence.posts[0] >= silence.activated[0] >= SMALL.seed_users


def test_quartiles_hold_the_median_between_them() -> None:
    silence = compared().outcomes[SILENCE]
    assert (silence.volume_low <= silence.volume_median).all()
    assert (silence.volume_median <= silence.volume_high).all()


def test_answers_that_act_alike_share_their_courses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stance without effect is silence, and one apology is as good as another."""
    lived: list[Answer] = []

    def counted(storm: Storm, seeds: Sequence[int], answer: Answer) -> list[Course]:
        lived.append(answer)
        return live(storm, seeds, answer)

    monkeypatch.setattr(comparison, "live", counted)
    outcomes = compare(SMALL, {**timing(message_of(), [20]), **stances(20)}, [1, 2], processes=1).outcomes
    assert len(lived) == 4
    assert outcomes["stance 7"].posts == outcomes["minute 20"].posts
    assert outcomes["stance 2"].posts == outcomes[SILENCE].posts


def test_loud_hours_are_those_above_the_half_volume() -> None:
    alone = compare(SMALL, {}, [1], processes=1)
    silence = alone.outcomes[SILENCE]
    assert silence.loud_hours.median == (silence.volume_median > alone.half_volume).sum() / 60


def test_each_seed_is_compared_with_its_own_silence() -> None:
    outcome, silence = compared().outcomes["minute 20"], compared().outcomes[SILENCE]
    shares = [own / without for own, without in zip(outcome.posts, silence.posts, strict=True)]
    assert outcome.left.median == median(shares)


def test_the_order_of_the_seeds_does_not_matter() -> None:
    answers = timing(message_of(), [20])
    backwards = compare(SMALL, answers, [*reversed(SEEDS), 3], processes=1)
    assert plain(backwards) == plain(compare(SMALL, answers, SEEDS, processes=1))


def test_two_processes_find_what_one_finds() -> None:
    answers = timing(message_of(), [20])
    assert plain(compare(SMALL, answers, [1, 2], processes=2)) == plain(compare(SMALL, answers, [1, 2], processes=1))


def test_empathy_calms_a_quiet_crowd_alone() -> None:
    """While outrage is high, empathy alone does nothing to volume (Herhausen et al. 2019)."""
    empathy = message_of(stance=3, empathy=3, mismatched=True)
    answers = {name: Answer(Message("model.silence"), ((minute, empathy),)) for name, minute in LOUD_AND_QUIET.items()}
    outcomes = compare(Storm(severity=3, users=2000, hours=24, seed_users=10), answers, [1, 2, 3], 1).outcomes
    assert outcomes["loud"].left.median == 1
    assert outcomes["quiet"].left.median < 1


def test_a_message_after_the_end_is_refused() -> None:
    with pytest.raises(ValueError, match="not within the storm's 300 minutes"):
        compare(SMALL, timing(message_of(), [300]), SEEDS, processes=1)


def test_without_seeds_there_is_nothing_to_compare() -> None:
    with pytest.raises(ValueError, match="at least one seed"):
        compare(SMALL, {}, [], processes=1)
