"""What became of each user is told as the storm went, to any of its minutes."""

from __future__ import annotations

import numpy as np
import pytest

from simulator.propagation import Audience, Spread, SpreadParameters
from simulator.propagation.chronicle import Chronicle, Standing
from simulator.propagation.state import WINDOW, Tick

SIZE, MINUTES = 5_000, 240


@pytest.fixture(scope="module")
def storm() -> tuple[Audience, list[Tick], list[int]]:
    """An audience, the ticks of a storm in it, and its volume at each minute."""
    parameters = SpreadParameters.for_severity(2)
    audience = Audience(SIZE, 7, {"journalists": 20, "customers": 2_000}, parameters)
    spread = Spread(audience, parameters, 7, 12 * 60)
    spread.seed_users(5, 20, "outbreak")
    ticks, volumes = [], []
    for minute in range(MINUTES):
        ticks.append(spread.step(minute))
        volumes.append(spread.volume)
    return audience, ticks, volumes


@pytest.fixture(scope="module")
def chronicle(storm: tuple[Audience, list[Tick], list[int]]) -> Chronicle:
    told = Chronicle(storm[0])
    for tick in storm[1]:
        told.take(tick)
    return told


@pytest.mark.parametrize("minute", [0, 5, 60, 130, MINUTES - 1])
def test_the_outraged_are_those_who_make_the_volume(
    storm: tuple[Audience, list[Tick], list[int]], chronicle: Chronicle, minute: int
) -> None:
    posters = chronicle.posters(minute)
    assert len(posters) == storm[2][minute]
    outraged = (chronicle.standings(minute) == Standing.OUTRAGED).nonzero()[0]
    assert set(outraged.tolist()) == set(posters.tolist())


@pytest.mark.parametrize("minute", [60, 130, MINUTES - 1])
def test_the_calmed_have_posted_but_not_within_the_hour(
    storm: tuple[Audience, list[Tick], list[int]], chronicle: Chronicle, minute: int
) -> None:
    before = [user for tick in storm[1][: minute - WINDOW + 1] for user in tick.activated.tolist()]
    calmed = (chronicle.standings(minute) == Standing.CALMED).nonzero()[0]
    assert set(calmed.tolist()) == set(before) - set(chronicle.posters(minute).tolist())


def test_whoever_was_reached_follows_somebody_who_had_posted(
    storm: tuple[Audience, list[Tick], list[int]], chronicle: Chronicle
) -> None:
    audience = storm[0]
    starts, followers = audience.to_csr()
    minute = 80
    posted = [user for tick in storm[1][: minute + 1] for user in tick.activated.tolist()]
    saw = {follower for user in posted for follower in followers[starts[user] : starts[user + 1]].tolist()}
    standings = chronicle.standings(minute)
    assert set((standings == Standing.REACHED).nonzero()[0].tolist()) <= saw
    untouched = set((standings == Standing.UNTOUCHED).nonzero()[0].tolist())
    assert not untouched & saw


def test_going_back_tells_what_was_told_then(
    storm: tuple[Audience, list[Tick], list[int]], chronicle: Chronicle
) -> None:
    as_it_went = Chronicle(storm[0])
    for tick in storm[1][:101]:
        as_it_went.take(tick)
    chronicle.standings(MINUTES - 1)
    assert np.array_equal(chronicle.standings(100), as_it_went.standings(100))


def test_minutes_are_taken_one_after_the_other(storm: tuple[Audience, list[Tick], list[int]]) -> None:
    with pytest.raises(ValueError, match="next minute is 0"):
        Chronicle(storm[0]).take(storm[1][1])
