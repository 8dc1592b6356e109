"""A comparison of storms in words, in numbers and as a page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from statistics import median
from textwrap import wrap
from typing import Literal

from simulator.cli.columns import table_lines
from simulator.engine.reception import LOUD
from simulator.locale import Message, Phrasebook
from simulator.pages import Chart, Page, Section, Table
from simulator.propagation.interventions import EFFECTS
from simulator.study.what_if import (
    SILENCE,
    Comparison,
    Estimate,
    Outcome,
    effect_chart,
    span,
    stance_chart,
    volume_chart,
)

Question = Literal["when", "what", "which"]
Questions = Mapping[Question, Sequence[str]]
"""The names of the outcomes that answer each."""

_MOST_CURVES, _FIRST_HOURS = 3, 12
"""Of one message by its minute: more curves, or later hours, lie on each other."""
_LOUD_HALF = 50
"""The outrage that `Outcome.loud_hours` counts from."""
_USUAL_WIDTH, _MOST_WIDTH = 100, 120
_BLOCKS = "▁▂▃▄▅▆▇█"
_LONGEST_CURVE = 48
"""Characters of a curve in a terminal."""


def record(comparison: Comparison, say: Phrasebook) -> dict[str, object]:
    """The comparison for machines; `left` is a share of silence's posts, volumes are medians in posts an hour.

    `start` is in minutes after midnight.
    """
    storm = comparison.storm
    return {
        "storm": {
            "severity": storm.severity,
            "users": storm.users,
            "hours": storm.hours,
            "seed_users": storm.seed_users,
            "start": storm.start,
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
                "loud_hours": _estimate(outcome.loud_hours),
                "posts": median(outcome.posts),
                "activated": median(outcome.activated),
                "peak_volume": median(outcome.peaks),
                "hourly_volume": outcome.volume_median[59::60].tolist(),
            }
            for name, outcome in comparison.outcomes.items()
        ],
    }


def lines(comparison: Comparison, questions: Questions, say: Phrasebook) -> list[str]:
    """What is assumed, a table of the outcomes for each question, curves of blocks for the first, how to read them."""
    told = []
    for question, names in questions.items():
        heading = [say(f"cli.what_if_{question}").upper(), ""] if len(questions) > 1 else []
        lead = _wrapped([_lead(comparison, question, names)], say)
        told += [*heading, *lead, "", *_table_lines(comparison, names, say), ""]
    return [
        *_wrapped(_assumed(comparison), say),
        "",
        *told,
        *_curves(comparison, next(iter(questions.values())), say),
        "",
        *_wrapped(_read(comparison), say),
    ]


def page(comparison: Comparison, questions: Questions, command: str) -> Page:
    """What is assumed and how to read it, then a section for each question with its table and charts."""
    sections = [
        Section(
            Message(f"cli.what_if_{question}"),
            [
                _lead(comparison, question, names),
                Table(_heads(), _rows(comparison, names), Message("cli.what_if_caption")),
                *_charts(comparison, question, names),
            ],
        )
        for question, names in questions.items()
    ]
    return Page(Message("cli.what_if_title"), [*_assumed(comparison), *_read(comparison)], sections, command)


def _lead(comparison: Comparison, question: Question, names: Sequence[str]) -> Message:
    minute, first = comparison.outcomes[names[0]].messages[0]
    return Message(
        f"cli.what_if_lead_{question}", {"time": span(minute), "stance": Message(f"scoring.stance_{first.stance}")}
    )


def _charts(comparison: Comparison, question: Question, names: Sequence[str]) -> list[Chart]:
    if question == "which":
        return [stance_chart(comparison)]
    if question == "what":
        return [volume_chart(comparison, names, _FIRST_HOURS)]
    few = names if len(names) <= _MOST_CURVES else names[::2][:_MOST_CURVES]
    early = [name for name in few if (comparison.outcomes[name].minute or 0) < 60 * _FIRST_HOURS]
    volume = volume_chart(comparison, early, _FIRST_HOURS) if early else volume_chart(comparison, few)
    return [effect_chart(comparison, names), volume] if len(names) > 1 else [volume]


def _assumed(comparison: Comparison) -> list[Message]:
    """What the storms are, and what they leave out."""
    storm = comparison.storm
    start = {"hour": str(storm.start // 60), "minute": f"{storm.start % 60:02d}"}
    told = {
        "severity": Message(f"cli.severity_{storm.severity}"),
        "users": storm.users,
        "start": Message("locale.clock", start),
        "end": span(storm.minutes),
        "seeds": len(comparison.seeds),
        "posts": median(comparison.outcomes[SILENCE].posts),
    }
    return [Message("cli.what_if_storm", told), Message("cli.what_if_limits"), *_unheard(comparison)]


def _unheard(comparison: Comparison) -> list[Message]:
    """At which minutes empathy was asked for and does nothing, if there are any."""
    minutes = {
        minute
        for outcome in comparison.outcomes.values()
        for minute, attributes in outcome.messages
        if attributes.empathy and attributes.arousal == "high"
    }
    if not minutes:
        return []
    first, *others = (span(minute) for minute in sorted(minutes))
    times = reduce(lambda before, after: Message("cli.what_if_list", {"before": before, "after": after}), others, first)
    return [Message("cli.what_if_no_empathy", {"outrage": LOUD // 10, "times": times})]


def _read(comparison: Comparison) -> list[Message]:
    """How to read the numbers, and where they come from."""
    volume = comparison.outcomes[SILENCE].volume_median
    peak = max(10 * round(int(volume.argmax()) / 10), 10)
    return [
        Message("cli.what_if_estimates"),
        Message("cli.what_if_peak", {"peak": span(peak), "loud": _LOUD_HALF}),
        Message("cli.what_if_sizes", {"percent": round(100 * (1 - EFFECTS.amends))}),
        Message("cli.what_if_beside_validation"),
    ]


def _wrapped(messages: Iterable[Message], say: Phrasebook) -> list[str]:
    """Paragraphs as lines that the terminal need not break."""
    width = min(shutil.get_terminal_size((_USUAL_WIDTH, 24)).columns, _MOST_WIDTH)
    return [line for message in messages for line in wrap(say.say(message), width, break_on_hyphens=False)]


def _table_lines(comparison: Comparison, names: Sequence[str], say: Phrasebook) -> list[str]:
    rows = [[say.say(cell) if isinstance(cell, Message) else cell for cell in row] for row in _rows(comparison, names)]
    return table_lines([say.say(head) for head in _heads()], rows, wrapped=0)


def _curves(comparison: Comparison, names: Sequence[str], say: Phrasebook) -> list[str]:
    """The median volume as blocks, silence first."""
    shown = [comparison.outcomes[name] for name in (SILENCE, *names)]
    highest = max(float(outcome.volume_median.max()) for outcome in shown)
    step = -(-comparison.storm.minutes // _LONGEST_CURVE)
    labels = [say.say(outcome.label) for outcome in shown]
    width = max(map(len, labels))
    return [
        say("cli.what_if_curves", end=span(comparison.storm.minutes), peak=say.number(highest)),
        *(f"{label.ljust(width)}  {_curve(each, step, highest)}" for label, each in zip(labels, shown, strict=True)),
    ]


def _heads() -> tuple[Message, ...]:
    return tuple(Message(f"cli.what_if_{column}") for column in ("answer", "left", "loud_hours"))


def _rows(comparison: Comparison, names: Sequence[str]) -> list[tuple[Message, ...]]:
    """Silence, then the outcomes `names`: the message, the volume it leaves, the hours of loud outrage."""
    return [
        (
            outcome.label,
            _interval("cli.percent_interval", outcome.left, lambda share: 100 * share),
            _interval("cli.interval", outcome.loud_hours, lambda hours: span(round(60 * hours))),
        )
        for outcome in (comparison.outcomes[name] for name in (SILENCE, *names))
    ]


def _interval(code: str, estimate: Estimate, told: Callable[[float], float | Message]) -> Message:
    return Message(code, {name: told(value) for name, value in _estimate(estimate).items()})


def _estimate(estimate: Estimate) -> dict[str, float]:
    return {"median": estimate.median, "low": estimate.low, "high": estimate.high}


def _curve(outcome: Outcome, step: int, highest: float) -> str:
    """The median volume as blocks, each the highest of `step` minutes."""
    volume = outcome.volume_median
    tops = (float(volume[start : start + step].max()) for start in range(0, len(volume), step))
    return "".join(_BLOCKS[min(int(top / max(highest, 1) * len(_BLOCKS)), len(_BLOCKS) - 1)] for top in tops)
