"""A comparison of storms in words, in numbers and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from simulator.cli.columns import table_lines
from simulator.locale import Message, Phrasebook
from simulator.pages import Page, Section, Table
from simulator.pages.numbers import significant
from simulator.study.what_if import (
    Comparison,
    Estimate,
    Outcome,
    effect_chart,
    span,
    volume_chart,
)

_BLOCKS = "▁▂▃▄▅▆▇█"
_LONGEST_CURVE = 48
"""Characters of a curve in a terminal."""


def record(comparison: Comparison, say: Phrasebook) -> dict[str, object]:
    """The comparison for machines; `left` is a share of silence's posts, volumes are medians in posts an hour."""
    storm = comparison.storm
    return {
        "storm": {
            "severity": storm.severity,
            "users": storm.users,
            "hours": storm.hours,
            "seed_users": storm.seed_users,
        },
        "seeds": list(comparison.seeds),
        "confidence": 0.95,
        "outcomes": [
            {
                "name": name,
                "label": say.say(outcome.label),
                "minute": outcome.minute,
                "left": _estimate(outcome.left),
                "peak_outrage": _estimate(outcome.peak_outrage),
                "posts": median(outcome.posts),
                "activated": median(outcome.activated),
                "peak_volume": median(outcome.peaks),
                "hourly_volume": outcome.volume_median[59::60].tolist(),
            }
            for name, outcome in comparison.outcomes.items()
        ],
    }


def lines(comparison: Comparison, say: Phrasebook) -> list[str]:
    """The storm in a sentence, a table of the outcomes, and a curve of blocks for each."""
    heads = [say.say(head) for head in _heads()]
    rows = [
        [say.say(cell) if isinstance(cell, Message) else significant(cell, say) for cell in _cells(outcome)]
        for outcome in comparison.outcomes.values()
    ]
    highest = max(float(outcome.volume_median.max()) for outcome in comparison.outcomes.values())
    step = -(-comparison.storm.minutes // _LONGEST_CURVE)
    names = [say.say(outcome.label) for outcome in comparison.outcomes.values()]
    width = max(len(name) for name in names)
    curves = [
        f"{name.ljust(width)}  {_curve(outcome, step, highest)}"
        for name, outcome in zip(names, comparison.outcomes.values(), strict=True)
    ]
    end = span(comparison.storm.minutes)
    return [
        say.say(_storm(comparison)),
        "",
        *table_lines(heads, rows, wrapped=0),
        "",
        say("cli.what_if_curves", end=end, peak=say.number(highest)),
        *curves,
        "",
        say("cli.what_if_estimates"),
    ]


def page(comparison: Comparison, timed: Sequence[str], matched: Sequence[str], command: str) -> Page:
    """The table of all outcomes, then charts of those by minute (`timed`) and of those side by side (`matched`)."""
    rows = [_cells(outcome) for outcome in comparison.outcomes.values()]
    by_minute = [volume_chart(comparison, timed)]
    if len(timed) > 1:
        by_minute.insert(0, effect_chart(comparison, timed))
    sections = [
        Section(Message("cli.what_if_outcomes"), table=Table(_heads(), rows, Message("cli.what_if_caption"))),
        Section(Message("cli.what_if_when"), [Message("cli.what_if_when_lead")], charts=by_minute),
    ]
    if matched:
        chart = volume_chart(comparison, matched)
        sections.append(Section(Message("cli.what_if_what"), [Message("cli.what_if_what_lead")], charts=[chart]))
    lead = [_storm(comparison), Message("cli.what_if_estimates")]
    return Page(Message("cli.what_if_title"), lead, sections, command)


def _storm(comparison: Comparison) -> Message:
    storm = comparison.storm
    return Message(
        "cli.what_if_storm",
        {
            "severity": Message(f"cli.severity_{storm.severity}"),
            "users": storm.users,
            "end": span(storm.minutes),
            "seeds": len(comparison.seeds),
        },
    )


def _heads() -> tuple[Message, ...]:
    columns = ("answer", "left", "peak", "posts")
    return tuple(Message(f"cli.what_if_{column}") for column in columns)


def _cells(outcome: Outcome) -> tuple[Message | float, ...]:
    return (
        outcome.label,
        _interval("cli.percent_interval", outcome.left, 100),
        _interval("cli.interval", outcome.peak_outrage, 1),
        median(outcome.posts),
    )


def _interval(code: str, estimate: Estimate, times: int) -> Message:
    values = {"median": estimate.median, "low": estimate.low, "high": estimate.high}
    return Message(code, {name: times * value for name, value in values.items()})


def _estimate(estimate: Estimate) -> dict[str, float]:
    return {"median": estimate.median, "low": estimate.low, "high": estimate.high}


def _curve(outcome: Outcome, step: int, highest: float) -> str:
    """The median volume as blocks, each the highest of `step` minutes."""
    volume = outcome.volume_median
    tops = (float(volume[start : start + step].max()) for start in range(0, len(volume), step))
    return "".join(_BLOCKS[min(int(top / max(highest, 1) * len(_BLOCKS)), len(_BLOCKS) - 1)] for top in tops)
