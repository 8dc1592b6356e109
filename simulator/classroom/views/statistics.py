"""A class in figures: median and quartiles of each dimension, and when people first spoke."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simulator.classroom.plays.roll import Entry
from simulator.classroom.views.charts import Histogram, first_message_columns
from simulator.classroom.views.words import exact, span
from simulator.locale import Phrasebook
from simulator.play.presenters.rings import CRITERION_CODES


@dataclass(frozen=True)
class BoxRow:
    """A box plot in figures and as shares 0..1 of the axis: least, lower quartile, median, upper quartile, most."""

    key: str
    name: str
    figures: tuple[str, str, str, str, str]
    shares: tuple[float, float, float, float, float]


@dataclass(frozen=True)
class StatisticsView:
    """`heads` name the five figures; `facts` are sentences."""

    heads: tuple[str, ...]
    boxes: tuple[BoxRow, ...]
    firsts: Histogram | None
    facts: tuple[str, ...]
    empty: str


def statistics(entries: Sequence[Entry], say: Phrasebook) -> StatisticsView:
    """Of the plays that count."""
    counted = [entry for entry in entries if entry.state in ("verified", "waiting") and entry.play is not None]
    marks: tuple[tuple[str, str, Callable[[Entry], float | None]], ...] = (
        ("overall", say("boards.grade"), lambda entry: entry.grade),
        ("reactivity", say(CRITERION_CODES["reactivity"]), lambda entry: entry.reactivity),
        ("transparency", say(CRITERION_CODES["transparency"]), lambda entry: entry.transparency),
        ("tone", say(CRITERION_CODES["tone"]), lambda entry: entry.tone),
    )
    boxes = []
    for key, name, mark in marks:
        values = sorted(value for entry in counted if (value := mark(entry)) is not None)
        if values:
            five = tuple(quantile(values, share) for share in (0.0, 0.25, 0.5, 0.75, 1.0))
            figures = tuple(exact(value, say) for value in five)
            shares = tuple(round(value / 100, 4) for value in five)
            boxes.append(BoxRow(key, name, figures, shares))  # type: ignore[arg-type]
    firsts = sorted(entry.first_message_minute for entry in counted if entry.first_message_minute is not None)
    silent = sum(entry.first_message_minute is None and entry.grade is not None for entry in counted)
    facts = []
    if firsts:
        facts.append(say("boards.firsts_median", middle=span(round(quantile(firsts, 0.5)), say)))
    if silent:
        facts.append(say("boards.silent", count=silent))
    return StatisticsView(
        heads=tuple(say(f"boards.stat_{name}") for name in ("least", "lower", "median", "upper", "most")),
        boxes=tuple(boxes),
        firsts=first_message_columns(firsts, say),
        facts=tuple(facts),
        empty="" if boxes or firsts else say("boards.no_statistics"),
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which `share` (0..1) of `ordered` lie, between two neighbours in proportion."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
