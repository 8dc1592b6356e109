"""The guards can fail: a grade that is broken on purpose is caught by the guard that watches over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.evidence import Finding
from simulator.scoring.reading import in_order
from simulator.scoring.record import QuestionRecord, Record
from tests.scoring.guards import GUARDS, SLACK, Pair
from tests.scoring.logs import for_all, log
from tests.scoring.test_guards import rows_add_up, scores_the_same_later


def a_late_word_is_better(record: Record, minute: int) -> float:
    return minute / record.ends


def worth_a_quarter(*complete: Any) -> Finding:
    return Finding(complete[-1] / 4, 1.0, Message("scoring.acknowledgement_complete"))


def nothing_is_a_repeat(record: Record) -> list[PublishedMessage]:
    return [replace(one, repeat=False) for one in in_order(record)]


def dodging_answers(record: Record, question: QuestionRecord) -> PublishedMessage | None:
    return next((one for one in record.messages if question.id in one.tags.evades), None)


def never_negative(earned: float, *others: Any) -> Finding:
    return Finding(abs(earned), *others)


def unshared(weights: Mapping[str, float], applicable: Mapping[str, object]) -> dict[str, float]:
    return {name: weights[name] for name in applicable}


MUTANTS: tuple[tuple[str, str, str, object], ...] = (
    ("a later first statement", "reactivity.acknowledgement", "promptness", a_late_word_is_better),
    ("leaving out an early statement", "reactivity.acknowledgement", "promptness", a_late_word_is_better),
    ("an incomplete statement", "reactivity.acknowledgement", "_complete", worth_a_quarter),
    ("a repeat", "reactivity.updates", "originals", in_order),
    ("a repeat", "reactivity.promises", "originals", in_order),
    ("a repeat", "tone", "in_order", nothing_is_a_repeat),
    ("making a true statement false", "transparency.statements", "FALSE", -15.0),
    ("withholding a verified fact", "transparency.statements", "is_verified", lambda *_: False),
    ("withholding a verified fact", "transparency.information", "AFTER_A_LEAK", -0.25),
    ("publishing what is restricted", "transparency.publications", "RESTRICTED", -20.0),
    ("deleting criticism", "transparency.publications", "CRITICISM", -10.0),
    ("dodging a question", "transparency.participation", "answer", dodging_answers),
    ("a false answer", "transparency.answers", "is_false", lambda *_: False),
    ("a false answer", "transparency.answers", "leaks", lambda *_: False),
    ("evading", "transparency.openness", "DODGED_FIRST", 1.5),
    ("replying to a troll", "reactivity.priorities", "Finding", never_negative),
    ("a false alarm", "reactivity.veille", "Finding", never_negative),
    ("less empathy", "tone.parts", "empathy", lambda tone: 1.0 - tone.empathy / 3),
    ("keeping silent", "transparency", "is_silent", lambda _: False),
)
"""(beginning of a guard's name, module of the grade, what is broken in it, by what)."""


@pytest.mark.parametrize(
    ("name", "module", "part", "broken"), MUTANTS, ids=[f"{name} · {part}" for name, _, part, _ in MUTANTS]
)
def test_a_broken_rule_is_caught(
    name: str, module: str, part: str, broken: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    (guard,) = [one for one in GUARDS if one.name.startswith(name)]

    def rule(pair: Pair) -> None:
        assert max(guard.gains(pair)) <= SLACK

    break_(monkeypatch, module, part, broken)
    with pytest.raises(AssertionError, match="<="):
        for_all(guard.pair, rule, explored=False)


@pytest.mark.parametrize(
    ("module", "part", "broken", "rule"),
    [
        ("dimension", "shared", unshared, rows_add_up),
        ("reactivity.updates", "duration", lambda record: record.ends, scores_the_same_later),
    ],
)
def test_a_broken_sum_is_caught(
    module: str, part: str, broken: object, rule: Callable[[Record], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    break_(monkeypatch, module, part, broken)
    with pytest.raises(AssertionError, match=r"<|=="):
        for_all(log, rule, explored=False)


def break_(monkeypatch: pytest.MonkeyPatch, module: str, part: str, broken: object) -> None:
    monkeypatch.setattr(import_module(f"simulator.scoring.{module}"), part, broken)
