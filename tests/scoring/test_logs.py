"""The random logs reach everything that can be graded: a guard whose cases never occur proves nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest
from babel.messages.pofile import read_po

from simulator.locale import Message
from simulator.places import catalogues
from simulator.scoring import RULES, Evidence, score
from tests.scoring.logs import MANY, log


@cache
def rows() -> tuple[Evidence, ...]:
    return tuple(row for seed in range(MANY) for row in score(log(Random(seed))).evidence)


def codes(message: Message) -> Iterator[str]:
    """The codes of a sentence and of those within it."""
    yield message.code
    for value in message.arguments.values():
        if isinstance(value, Message):
            yield from codes(value)


@pytest.mark.parametrize("rule", RULES)
def test_random_logs_reach_every_rule(rule: str) -> None:
    assert Counter(row.rule for row in rows())[rule] >= MANY // 100


def test_random_logs_reach_every_sentence() -> None:
    with (catalogues() / "fr" / "scoring.po").open("rb") as file:
        written = {entry.id if isinstance(entry.id, str) else entry.id[0] for entry in read_po(file) if entry.id}
    names = {rule.name.code for rule in RULES.values()}
    said = {code for row in rows() for code in codes(row.message)}
    assert sorted(written - names - said) == []


def test_no_row_says_nothing_and_weighs_nothing() -> None:
    """Rows without points tell only of a pasted message and of a broken promise that counts for nothing."""
    assert {row.rule for row in rows() if row.earned == 0.0 == row.possible} <= {"S.repeat", "R.K"}
