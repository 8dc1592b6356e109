"""Charts of what an answer does to storms."""

from __future__ import annotations

from collections.abc import Collection

from simulator.locale import Message
from simulator.pages import Chart, Series
from simulator.study.what_if.comparison import SILENCE, Comparison

_EVERY = 10
"""Minutes from one drawn point to the next."""


def volume_chart(comparison: Comparison, names: Collection[str] | None = None, hours: int | None = None) -> Chart:
    """Median volume over the first `hours`, of silence and of the outcomes `names` (of all), quartiles for silence."""
    end = min(hours or comparison.storm.hours, comparison.storm.hours) * 60
    shown = {name: each for name, each in comparison.outcomes.items() if names is None or name in {SILENCE, *names}}
    x = [float(minute) for minute in range(0, end, _EVERY)]
    silence = comparison.outcomes[SILENCE]
    low, high = silence.volume_low[0:end:_EVERY].tolist(), silence.volume_high[0:end:_EVERY].tolist()
    series = [Series(Message("model.silence_quartiles"), x, low, "band", high)]
    series += [Series(each.label, x, each.volume_median[0:end:_EVERY].tolist()) for each in shown.values()]
    seen: dict[str, object] = {"peak": max(series[1].y), "seeds": len(comparison.seeds)}
    others = len(shown) - 1
    alone = Message("model.volume_alt_silence", seen)
    return Chart(
        title=Message("model.volume_title"),
        x_name=Message("model.time_since_outbreak"),
        y_name=Message("model.posts_of_the_hour"),
        series=series,
        alt=Message("model.volume_alt", {**seen, "count": others}) if others else alone,
        x_scale="time",
    )


def stance_chart(comparison: Comparison) -> Chart:
    """Posts left of silence's, in percent, by stance, for the outcomes of `stances`; ValueError if there is none."""
    medians = {
        each.messages[0][1].stance: 100 * each.left.median
        for name, each in comparison.outcomes.items()
        if name.startswith("stance ")
    }
    if not medians:
        raise ValueError("there is no stance to draw")
    x = [float(stance) for stance in medians]
    seen = {"lowest": min(medians.values()), "highest": max(medians.values()), "seeds": len(comparison.seeds)}
    return Chart(
        title=Message("model.stance_title"),
        x_name=Message("model.stance_axis"),
        y_name=Message("model.percent_of_silence"),
        series=[
            Series(Message("model.median_left"), x, list(medians.values()), "bars"),
            Series(Message("model.silence"), x, [100.0] * len(x)),
        ],
        alt=Message("model.stance_alt", seen),
    )


def effect_chart(comparison: Comparison, names: Collection[str] | None = None) -> Chart:
    """Posts left of silence's, in percent, by the minute of the message, for the outcomes `names`.

    Without names: for those of `timing`. ValueError if there is none.
    """
    chosen = [
        (outcome.minute, outcome.left)
        for name, outcome in comparison.outcomes.items()
        if outcome.minute is not None and (name.startswith("minute ") if names is None else name in names)
    ]
    if not chosen:
        raise ValueError("there is no answer to draw by its minute")
    chosen.sort(key=lambda pair: pair[0])
    x = [float(minute) for minute, _ in chosen]
    low, high = [100 * left.low for _, left in chosen], [100 * left.high for _, left in chosen]
    medians = [100 * left.median for _, left in chosen]
    return Chart(
        title=Message("model.effect_title"),
        x_name=Message("model.time_of_message"),
        y_name=Message("model.percent_of_silence"),
        series=[
            Series(Message("model.interval"), x, low, "band", high),
            Series(Message("model.median_left"), x, medians),
            Series(Message("model.silence"), x, [100.0] * len(x)),
        ],
        alt=Message(
            "model.effect_alt",
            {"first": medians[0], "last": medians[-1], "seeds": len(comparison.seeds)},
        ),
        x_scale="time",
    )
