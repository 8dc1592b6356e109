"""What a moral-emotional word does: users convinced by the same first posts, with one such word and without."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.chance import Chance
from simulator.locale import Message
from simulator.pages import Chart, Series
from simulator.propagation import Audience, Spread, SpreadParameters
from simulator.study.validation.fact import Fact, Measure

_USERS = 1_000_000
_FIRST_USERS = 2000
_MINUTES = 180
_NOON = 12 * 60
_STORMS, _QUICK_STORMS = 12, 3
_DEEPEST = 6
_LOW, _HIGH = 1.06, 1.20

Generations = NDArray[np.int64]


def facts(seed: int, quick: bool) -> list[Fact]:
    """Row 13: users directly convinced by first posts with one moral-emotional word, per user convinced without.

    Paired by seed: the same 2,000 first users among 1,000,000 in both storms, three hours, no other message. The
    published ratio is of reshares of a message and so compares with the first generation; the chart shows what
    compounding makes of it, since each generation passes the word on.
    """
    counts = np.zeros((2, _DEEPEST + 1), np.int64)
    for number in range(_QUICK_STORMS if quick else _STORMS):
        storm_seed = Chance(seed).draw("word storm", number)
        counts += np.array([generations(storm_seed, words) for words in (0, 1)])
    ratios = (counts[1, 1:] / np.maximum(counts[0, 1:], 1)).tolist()
    return [
        Fact(
            row=13,
            code="moral_word",
            measures=(Measure(ratios[0], _LOW, _HIGH),),
            charts=(_chart(ratios),),
        )
    ]


def generations(seed: int, words: int) -> Generations:
    """How many users each generation of a storm has (int64, from the first users on) whose posts have `words`."""
    parameters = SpreadParameters()
    spread = Spread(Audience(_USERS, seed, None, parameters), parameters, seed, _NOON)
    spread.seed_users(0, _FIRST_USERS, "outbreak", words=words)
    counts = np.zeros(_DEEPEST + 1, np.int64)
    for minute in range(_MINUTES):
        depths = spread.step(minute).depths
        counts += np.bincount(depths[depths <= _DEEPEST], minlength=_DEEPEST + 1)
    return counts


def _chart(ratios: list[float]) -> Chart:
    depths = [float(depth) for depth in range(1, _DEEPEST + 1)]
    return Chart(
        title=Message("validation.word_title"),
        x_name=Message("validation.word_x"),
        y_name=Message("validation.word_y"),
        series=[
            Series(Message("validation.word_published"), [1.0, 1.0], [_LOW, _HIGH]),
            Series(Message("validation.simulated"), depths, ratios, "points"),
        ],
        alt=Message(
            "validation.word_alt",
            {"first": 100 * (ratios[0] - 1), "last": 100 * (ratios[-1] - 1), "generation": _DEEPEST},
        ),
    )
