"""Figures that visibly add up: parts rounded together, and the addition as one reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from simulator.locale import Phrasebook

UNITS = 10
"""Figures are shown with one decimal."""
_EXACT = 1e-6


@dataclass(frozen=True)
class Share:
    """A part of a score in tenths of a point: `earned` of `possible`; a penalty has nothing possible."""

    earned: int
    possible: int


def apportioned(values: Sequence[float], total: int) -> tuple[int, ...]:
    """`values` as integers that add up to `total`: each rounded down, what is left to the largest remainders.

    A whole value stays what it is as long as others can give.
    """
    whole = [round(value) if abs(value - round(value)) < _EXACT else floor(value) for value in values]
    left = total - sum(whole)
    step = 1 if left > 0 else -1
    remainders = [value - part for value, part in zip(values, whole, strict=True)]
    if not whole:
        return ()
    order = sorted(range(len(values)), key=lambda place: (-step * remainders[place], -abs(values[place])))
    for turn in range(abs(left)):
        whole[order[turn % len(order)]] += step
    return tuple(whole)


def shares(parts: Sequence[tuple[float, float]], total: Share) -> tuple[Share, ...]:
    """(earned, possible) points as tenths whose `earned` and `possible` add up to those of `total`.

    What was earned whole is shown so, and what was not earned at all too.
    """
    earned = apportioned([UNITS * won for won, _ in parts], total.earned)
    graded = [place for place, (_, possible) in enumerate(parts) if possible > 0.0]
    losses = [UNITS * (parts[place][1] - parts[place][0]) for place in graded]
    lost = apportioned(losses, total.possible - sum(earned[place] for place in graded))
    possible = {place: earned[place] + part for place, part in zip(graded, lost, strict=True)}
    return tuple(Share(won, possible.get(place, 0)) for place, won in enumerate(earned))


def figure(phrases: Phrasebook, tenths: int) -> str:
    """`24,5`, `12`, `−7,5`."""
    text = phrases.number(abs(tenths) / UNITS, 1 if tenths % UNITS else 0)
    return f"−{text}" if tenths < 0 else text


def addition(phrases: Phrasebook, tenths: Sequence[int]) -> str:
    """`24,5 + 12 − 10 = 26,5`; a single figure by itself."""
    if len(tenths) < 2:
        return figure(phrases, sum(tenths))
    terms = [figure(phrases, tenths[0])]
    terms += [f"{'−' if part < 0 else '+'} {figure(phrases, abs(part))}" for part in tenths[1:]]
    return f"{' '.join(terms)} = {figure(phrases, sum(tenths))}"
