"""The tables of a comparison, for the terminal and for the page."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from statistics import median

from simulator.locale import Message, Phrasebook
from simulator.pages import Cell, Table, Text
from simulator.play.compare.compared import Compared
from simulator.play.presenters.rings import BAND_CODES, CRITERION_CODES, points
from simulator.scoring import RULES

BLOCK = 6
"""Plays that stand beside each other in one table."""


def scores_table(plays: Sequence[Compared], say: Phrasebook) -> Table:
    """A row a play: scenario, seed, grades, band, highest outrage; what is particular where anything is."""
    remarks = any(play.remark for play in plays)
    heads: list[Text] = [
        *(Message(f"compare.{head}") for head in ("number", "play", "scenario", "seed")),
        *(Message(code) for code in CRITERION_CODES.values()),
        *(Message(f"compare.{head}") for head in ("band", "peak", *(["remark"] if remarks else []))),
    ]
    rows: list[list[Cell]] = []
    for number, play in enumerate(plays, start=1):
        card = play.card
        grades = ["–" if card is None else say.number(points(getattr(card, name))) for name in CRITERION_CODES]
        band: Cell = "–" if card is None else Message(BAND_CODES[card.band])
        peak = Message("compare.peak_at", {"peak": round(play.peak), "clock": play.peak_clock})
        rows.append([str(number), play.name, play.title, str(play.seed), *grades, band, peak])
        if remarks:
            rows[-1].append(play.remark or "–")
    return Table(heads, rows, Message("compare.scores_caption"))


def criteria_table(plays: Sequence[Compared], first: int, say: Phrasebook) -> Table:
    """A row a criterion: what each of `plays` earned of what was possible; `first` is the number of the first."""
    heads: list[Text] = [Message("compare.criterion"), *(str(first + place) for place in range(len(plays)))]
    rows: list[list[Cell]] = []
    for rule in _rules(plays):
        cells = [play.criteria.get(rule) for play in plays]
        earned = [
            "–"
            if one is None
            else f"{_points(one.earned, say)}\u202f/\u202f{_points(one.possible, say)}"
            if one.possible
            else _points(one.earned, say)
            for one in cells
        ]
        rows.append([_named(rule), *earned])
    last = first + len(plays) - 1
    return Table(heads, rows, Message("compare.criteria_caption", {"first": first, "last": last}))


def spread_table(plays: Sequence[Compared], say: Phrasebook) -> Table:
    """A row a criterion: how much of the overall grade it cost, and whom most; the costliest first.

    What gave points back stands apart, in `given_back`.
    """
    graded = [(number, play) for number, play in enumerate(plays, start=1) if play.criteria]
    rows: list[tuple[float, list[Cell]]] = []
    for rule in _rules(plays):
        costs = {number: play.criteria[rule].cost for number, play in graded if rule in play.criteria}
        mean = fsum(costs.values()) / len(graded)
        if not any(cost > 0 for cost in costs.values()):
            continue
        worst = max(costs, key=costs.__getitem__)
        most = Message("compare.most", {"play": plays[worst - 1].name, "cost": _points(costs[worst], say)})
        middle = median(costs.get(number, 0.0) for number, _ in graded)
        rows.append((mean, [_named(rule), _points(mean, say), _points(middle, say), most]))
    heads = [Message(f"compare.{head}") for head in ("criterion", "mean_cost", "median_cost", "most_of_all")]
    ordered = [row for _, row in sorted(rows, key=lambda one: -one[0])]
    return Table(heads, ordered, Message("compare.spread_caption"))


def given_back(plays: Sequence[Compared], say: Phrasebook) -> list[Message]:
    """For each rule that only gives points back, as a floor does, how many of the overall grade it gave."""
    graded = [play for play in plays if play.criteria]
    found = []
    for rule in _rules(plays):
        gains = [-play.criteria[rule].cost for play in graded if rule in play.criteria]
        if any(gain > 0 for gain in gains) and min(gains) >= 0:
            arguments = {"rule": _named(rule), "points": _points(fsum(gains), say)}
            found.append(Message("compare.given_back", {**arguments, "count": sum(gain > 0 for gain in gains)}))
    return found


def losses_table(plays: Sequence[Compared], say: Phrasebook) -> Table:
    """A row a play: the criterion that cost it most of its overall grade."""
    rows: list[list[Cell]] = []
    for number, play in enumerate(plays, start=1):
        lost = play.costliest()
        told: list[Cell] = ["–", "–"] if lost is None else [_named(lost[0]), _points(lost[1].cost, say)]
        rows.append([str(number), play.name, *told])
    heads = [Message(f"compare.{head}") for head in ("number", "play", "criterion", "cost")]
    return Table(heads, rows, Message("compare.losses_caption"))


def tables_of(plays: Sequence[Compared], say: Phrasebook) -> list[Table]:
    """The criteria side by side, some plays a table."""
    return [
        criteria_table(plays[start : start + BLOCK], start + 1, say)
        for start in range(0, len(plays), BLOCK)
        if any(play.criteria for play in plays[start : start + BLOCK])
    ]


def likeness(plays: Sequence[Compared]) -> list[Message]:
    """Whether the plays met the same crisis, and what cannot be compared where they did not."""
    told = []
    if len({play.scenario_id for play in plays}) > 1:
        told.append(Message("compare.other_scenarios"))
    elif len({play.seed for play in plays}) > 1:
        told.append(Message("compare.other_seeds"))
    else:
        told.append(Message("compare.same_crisis"))
    if any(play.remark for play in plays):
        told.append(Message("compare.remarks"))
    return told


def _rules(plays: Sequence[Compared]) -> list[str]:
    return [rule for rule in RULES if any(rule in play.criteria for play in plays)]


def _named(rule: str) -> Message:
    """The name of a rule, with its dimension where another has a rule of the same name."""
    known = RULES[rule]
    if sum(other.name == known.name for other in RULES.values()) == 1:
        return known.name
    dimension = Message(CRITERION_CODES[known.dimension])
    return Message("compare.of_dimension", {"criterion": known.name, "dimension": dimension})


def _points(value: float, say: Phrasebook) -> str:
    return say.number(round(value, 1) + 0.0, 1).replace("-", "−")
