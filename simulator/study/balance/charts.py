"""Pictures of a balance: scores by strategy, and who chose what."""

from __future__ import annotations

from simulator.locale import Message
from simulator.pages import Chart, Lane, Moment, Series, Timeline
from simulator.scoring.bands import EXCELLENT, FAIR, GOOD
from simulator.study.balance.choices import UNANSWERED, Choices
from simulator.study.balance.measured import Balance, Scale
from simulator.study.balance.verdict import bot_name

_SCORES = (0.0, 20.0, FAIR, GOOD, EXCELLENT, 100.0)
_HEIGHT = 2.4
"""Inches of a chart with few bars."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def scores_chart(balance: Balance, scale: Scale) -> Timeline:
    """A lane for each strategy: its lowest, median and highest score, and a span between the quartiles."""
    scores = balance.scores[scale]
    lanes = [
        Lane(
            bot_name(bot),
            [Moment(each.low, 0), Moment(each.high, 2), Moment(each.median, 1)],
            [(each.first_quartile, each.third_quartile)],
        )
        for bot, each in scores.items()
    ]
    best, chance = scores["exemplary"], scores["random"]
    seen = {"low": best.low, "high": best.high, "chance_low": chance.low, "chance_high": chance.high}
    return Timeline(
        title=Message("balance.chart_scores", {"scale": Message(f"balance.scale_{scale}")}),
        x_name=Message("balance.out_of_100"),
        kinds=[Message(f"balance.kind_{kind}") for kind in ("lowest", "median", "highest")],
        lanes=lanes,
        alt=Message("balance.chart_scores_alt", seen),
        ticks=[(score, str(round(score))) for score in _SCORES],
        start=0.0,
        end=100.0,
    )


def choices_chart(choices: Choices) -> Chart:
    """Bars for each response of an inject: how often it stood in random play, in exemplary play and over all plays."""
    names = [*(response.id for response in choices.inject.responses), UNANSWERED]
    places = [float(place) for place in range(1, len(names) + 1)]
    nothing = dict.fromkeys(names, 0.0)
    by_chance, best = (choices.shares.get(bot, nothing) for bot in ("random", "exemplary"))
    return Chart(
        title=choices.inject.title,
        x_name=Message("balance.response"),
        y_name=Message("balance.percent_of_plays"),
        series=[
            Series(bot_name("random"), places, [100 * by_chance[name] for name in names], "bars"),
            Series(bot_name("exemplary"), places, [100 * best[name] for name in names], "bars"),
            Series(Message("balance.all_plays"), places, [100 * choices.over_all(name) for name in names], "bars"),
        ],
        alt=Message(
            "balance.chart_choices_alt",
            {"title": choices.inject.title, "unanswered": 100 * by_chance[UNANSWERED], "responses": len(names) - 1},
        ),
        ticks=[(place, letter(round(place) - 1, choices)) for place in places],
        y_top=100.0,
        height=_HEIGHT,
    )


def letter(place: int, choices: Choices) -> str:
    """What the response at `place` (from 0) is called on charts and in tables; a dash for no response."""
    return _LETTERS[place % len(_LETTERS)] if place < len(choices.inject.responses) else "–"
