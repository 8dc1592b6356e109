"""Tests that can never hold together, whatever is played."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from simulator.scenario.condition import Condition

Fact = tuple[str, str]
"""(what is tested, its id): `("chosen", "marion-care")`."""

_OPPOSITES = {"not_chosen": "chosen", "unanswered": "answered", "not_done": "done"}
_AFFIRMED = ("chosen", "answered", "done")


def contradicts(parts: Sequence[Condition], asked_by: Mapping[str, str]) -> bool:
    """Whether the tests `parts`, which must all hold, exclude each other.

    `asked_by` tells of each response which inject it answers: only one response of an inject is ever chosen.
    """
    holding, failing = set(_affirmed(parts)), set(_denied(parts))
    if holding & failing:
        return True
    chosen = [asked_by[name] for kind, name in holding if kind == "chosen" and name in asked_by]
    if len(set(chosen)) < len(chosen):
        return True
    if any(kind == "chosen" and ("answered", asked_by.get(name, "")) in failing for kind, name in holding):
        return True
    return _no_outrage_between(parts) or _facts_collide(parts)


def _all_of(parts: Sequence[Condition]) -> Iterator[Condition]:
    for part in parts:
        if part.every is not None:
            yield from _all_of(part.every)
        else:
            yield part


def _affirmed(parts: Sequence[Condition]) -> Iterator[Fact]:
    for part in _all_of(parts):
        for kind in _AFFIRMED:
            if (name := getattr(part, kind)) is not None:
                yield kind, name


def _denied(parts: Sequence[Condition]) -> Iterator[Fact]:
    for part in _all_of(parts):
        for kind, opposite in _OPPOSITES.items():
            if (name := getattr(part, kind)) is not None:
                yield opposite, name
        yield from _affirmed([one for one in part.none or () if one.every is None])


def _no_outrage_between(parts: Sequence[Condition]) -> bool:
    above = max((part.outrage_above for part in _all_of(parts) if part.outrage_above is not None), default=-1)
    below = min((part.outrage_below for part in _all_of(parts) if part.outrage_below is not None), default=101)
    return above >= below


def _facts_collide(parts: Sequence[Condition]) -> bool:
    """One fact unknown and known, or true in two ways."""
    tests = [part.fact for part in _all_of(parts) if part.fact is not None]
    for one in tests:
        for two in tests:
            if one.id != two.id:
                continue
            if one.state == "unknown" and two.state in ("published", "leaked", "known"):
                return True
            if None not in (one.outcome, two.outcome) and one.outcome != two.outcome:
                return True
    return False
