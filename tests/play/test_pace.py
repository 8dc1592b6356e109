"""Wall seconds become scenario minutes by the stage's pace, and by nothing else."""

from __future__ import annotations

import pytest

from simulator.play.pace import LONGEST_STEP, Pace, Reading, Situation
from simulator.scenario.model import Pace as Rates

RATES = Rates(quiet=20, reading=10, waiting=20, idle=45)
CARD = Reading("marion", words=60, card=True)
POST = Reading("troll", words=20, card=False)
IDLE = Situation(RATES, veille=False)


def live(pace: Pace, situation: Situation, seconds: float, step: float = 0.1) -> int:
    return sum(pace.advance(step, situation) for _ in range(round(seconds / step)))


@pytest.mark.parametrize(
    ("situation", "rate"),
    [
        (Situation(RATES, veille=True), 20),
        (IDLE, 45),
        (Situation(RATES, veille=False, readings=(CARD,)), 10),
        (Situation(RATES, veille=False, readings=(POST,)), 10),
        (Situation(RATES, veille=True, readings=(CARD,)), 10),
        (Situation(RATES, veille=False, attending=True), 10),
    ],
)
def test_each_situation_has_its_rate(situation: Situation, rate: int) -> None:
    assert Pace().rate(situation) == rate
    assert live(Pace(), situation, 60) in (rate, rate - 1) if not situation.readings else True


def test_a_card_is_slow_for_its_reading_time_and_twenty_seconds_then_waits() -> None:
    pace, situation = Pace(), Situation(RATES, veille=False, readings=(CARD,))
    live(pace, situation, 60 / 200 * 60 + 19)
    assert pace.rate(situation) == 10
    live(pace, situation, 2)
    assert pace.rate(situation) == 20


def test_a_post_that_was_read_no_longer_slows_the_clock() -> None:
    pace, situation = Pace(), Situation(RATES, veille=False, readings=(POST,))
    live(pace, situation, POST.seconds + 1)
    assert pace.rate(situation) == 45


def test_two_cards_are_read_one_after_the_other() -> None:
    pace = Pace()
    both = Situation(RATES, veille=False, readings=(CARD, Reading("paul", words=60, card=True)))
    live(pace, both, 2 * CARD.seconds - 1)
    assert pace.rate(both) == 10
    live(pace, both, 2)
    assert pace.rate(both) == 20


def test_a_card_of_ninety_words_is_read_well_before_the_shortest_usual_deadline() -> None:
    card = Reading("long", words=90, card=True)
    assert card.seconds * RATES.reading / 60 < 10


def test_fractions_add_up_whatever_the_length_of_a_frame() -> None:
    assert abs(live(Pace(), IDLE, 60, step=1 / 64) - 45) <= 1
    assert abs(live(Pace(), IDLE, 60, step=1.5) - 45) <= 1


def test_a_pause_takes_no_time() -> None:
    pace = Pace()
    pace.paused = True
    assert live(pace, IDLE, 60) == 0
    assert pace.speed(IDLE) == 0


def test_untimed_practice_never_advances_by_itself() -> None:
    assert live(Pace(tempo=0), IDLE, 600) == 0


@pytest.mark.parametrize(
    ("tempo", "accommodation", "expected"), [(2.0, 1.0, 22.5), (1.0, 4 / 3, 33.75), (10.0, 1.0, 4.5)]
)
def test_tempo_and_extra_time_slow_the_clock(tempo: float, accommodation: float, expected: float) -> None:
    pace = Pace(tempo, accommodation)
    assert pace.speed(IDLE) == pytest.approx(expected)
    assert abs(live(pace, IDLE, 60) - expected) <= 1


def test_a_slower_tempo_slows_reading_alike() -> None:
    pace, situation = Pace(tempo=2), Situation(RATES, veille=False, readings=(CARD,))
    live(pace, situation, 2 * CARD.seconds - 1)
    assert pace.rate(situation) == 10


def test_the_sleep_of_a_laptop_loses_no_game_time() -> None:
    assert Pace().advance(3600, IDLE) <= LONGEST_STEP * 45 / 60
    assert Pace().advance(-5, IDLE) == 0


def test_a_restarted_minute_begins_anew() -> None:
    pace = Pace()
    pace.advance(1.3, IDLE)
    pace.restart_minute()
    assert pace.advance(1.3, IDLE) == 0
