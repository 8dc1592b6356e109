"""Random logs: crises handled in any way, consistent in the way a run's are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from random import Random
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from simulator.engine.message import PublishedMessage
from simulator.scenario.response import Action
from simulator.scenario.rubric import (
    OverallWeights,
    ReactivityWeights,
    Rubric,
    ToneWeights,
    TransparencyWeights,
)
from simulator.scenario.tags import HOLDING_PARTS, Claim, Deletion, Promise, Tags, Tone
from simulator.scoring.record import (
    DeletionRecord,
    FactRecord,
    InjectRecord,
    OwedRecord,
    QuestionRecord,
    Record,
    ScheduledRecord,
    SignalRecord,
    VeilleRecord,
    WatchRecord,
)
from simulator.scoring.tone.apology import COMPONENTS

T = TypeVar("T")
G = TypeVar("G", OverallWeights, ReactivityWeights, ToneWeights, TransparencyWeights)

ENDS = 360
FACTS = ("lot", "origin")
OUTCOMES = ("yes", "no", "partly")
QUESTIONS = ("refund", "danger")
OWED = ("harm", "delay")
DELETIONS: tuple[Deletion, ...] = ("criticism", "own_error", "abuse")
INJECTS = ("mother", "journalist", "provoker")
LOGS, MANY = 500, 2000
EXAMPLES = 300

EXPLORED = pytest.mark.parametrize("explored", [False, pytest.param(True, marks=pytest.mark.slow)])
"""LOGS random logs in every test run; in the slow one MANY, and EXAMPLES that hypothesis looks for and shrinks."""


class Draws(Random):
    """The draws of a rule on the log number `number`, which is drawn once for all rules."""

    def __init__(self, number: int) -> None:
        super().__init__(f"after log {number}")
        self.number = number


def for_all(case: Callable[[Random], T | None], rule: Callable[[T], None], explored: bool) -> None:
    """Check `rule` on every case that random logs give; a `case` of None is none."""
    if explored:
        _search(case, rule)
    wanted, found = MANY if explored else LOGS, 0
    for seed in range(20 * wanted):
        drawn = case(Draws(seed))
        if drawn is not None:
            rule(drawn)
            found += 1
        if found == wanted:
            return
    raise AssertionError("too few cases")


def _search(case: Callable[[Random], T | None], rule: Callable[[T], None]) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.randoms(use_true_random=False))
    def check(random: Random) -> None:
        drawn = case(random)
        if drawn is None:
            reject()
        else:
            rule(drawn)

    check()


def some(random: Random, names: Sequence[T]) -> tuple[T, ...]:
    """Some of the names, in order."""
    return tuple(name for name in names if random.random() < 0.5)


def maybe(random: Random, low: int, high: int) -> int | None:
    """A number of the range, or None."""
    return random.randint(low, high) if random.random() < 0.7 else None


def log(random: Random, paracrisis: bool | None = None) -> Record:
    """Any crisis of six hours, well or badly handled."""
    record = _numbered(random.number) if isinstance(random, Draws) and random.number < 2 * MANY else _log(random)
    return record if paracrisis is None else replace(record, paracrisis=paracrisis)


@cache
def _numbered(number: int) -> Record:
    return _log(Random(number))


def _log(random: Random) -> Record:
    messages = _messages(random)
    return Record(
        severity=random.randint(1, 3),
        cluster=random.choice(("rumour", "victim", "accidental", "preventable")),
        begins=random.randint(0, 90),
        ends=ENDS,
        history_of_crises=random.random() < 0.3,
        people_at_risk=random.random() < 0.5,
        paracrisis=random.random() < 0.2,
        documented=random.random() < 0.3,
        rubric=rubric(random) if random.random() < 0.5 else Rubric(),
        facts=tuple(_fact(random, name) for name in some(random, FACTS)),
        injects=tuple(_inject(random, name, messages) for name in some(random, INJECTS)),
        questions=tuple(_question(random, name) for name in some(random, QUESTIONS)),
        owed=tuple(OwedRecord(name, random.randint(1, 5), random.randint(0, ENDS)) for name in some(random, OWED)),
        veille=_veille(random) if random.random() < 0.5 else None,
        watches=tuple(WatchRecord(random.randint(0, ENDS), "why", 40) for _ in range(random.choice((0, 0, 1, 2)))),
        deletions=tuple(_deletion(random) for _ in range(random.choice((0, 0, 1)))),
        messages=messages,
        nights=_nights(random) if random.random() < 0.2 else (),
    )


def _nights(random: Random) -> tuple[tuple[int, int], ...]:
    """Two short nights, the first of which the crisis may begin in."""
    first, second = random.randint(0, 60), random.randint(ENDS // 2, ENDS)
    return ((first, first + 60), (second, second + 60))


def rubric(random: Random) -> Rubric:
    """Any weights that an instructor may choose."""
    return Rubric(
        overall=_weights(random, OverallWeights, 0.20, 0.50) if random.random() < 0.8 else None,
        reactivity=_weights(random, ReactivityWeights, 0.05, 0.60),
        transparency=_weights(random, TransparencyWeights, 0.05, 0.60),
        tone=_weights(random, ToneWeights, 0.05, 0.60),
    )


def _weights(random: Random, group: type[G], least: float, most: float) -> G:
    """Weights between `least` and `most` that add up to 1: what is left above the least, given away in parts."""
    names = list(group.model_fields)
    random.shuffle(names)
    weights = dict.fromkeys(names, least)
    left = 1.0 - least * len(names)
    for place, name in enumerate(names, start=1):
        room = (most - least) * (len(names) - place)
        part = random.uniform(max(left - room, 0.0), min(left, most - least))
        weights[name] += part
        left -= part
    return group(**weights)


def _messages(random: Random) -> tuple[PublishedMessage, ...]:
    """Up to seven messages in order; those said twice are repeats."""
    said: list[PublishedMessage] = []
    for minute in sorted(random.randint(0, ENDS) for _ in range(random.randint(0, 7))):
        original = random.choice(said) if said and random.random() < 0.2 else None
        said.append(_message(random, len(said) + 1, minute, original))
    return tuple(said)


def _message(random: Random, serial: int, minute: int, original: PublishedMessage | None) -> PublishedMessage:
    tags = original.tags if original else _tags(random)
    return PublishedMessage(
        serial=serial,
        decided=max(minute - random.randint(0, 20), 0),
        minute=minute,
        signature=original.signature if original else (f"said-{serial}",),
        tags=tags,
        channel="statement",
        reach=random.randint(0, 100),
        formality=random.randint(1, 3),
        rank=random.randint(1, 3),
        recipient=random.choice(("public", "public", "public", "media", "person", "private", "employees", "authority")),
        holding=original.holding if original else random.random() < 0.3,
        repeat=original is not None,
        promised=minute + tags.promise.within if tags.promise else None,
        inject=random.choice((None, *INJECTS)),
    )


def _tags(random: Random) -> Tags:
    if random.random() < 0.35:
        return _generous(random)
    return Tags(
        stance=maybe(random, 0, 7),
        tone=_tone(random) if random.random() < 0.7 else None,
        claims=tuple(_claim(random, fact) for fact in some(random, FACTS)) if random.random() < 0.8 else (),
        discloses=some(random, FACTS),
        corrects=some(random, FACTS) if random.random() < 0.5 else (),
        holding=HOLDING_PARTS if random.random() < 0.4 else some(random, HOLDING_PARTS),
        promise=Promise(within=random.randint(5, 200)) if random.random() < 0.4 else None,
        apology=some(random, tuple(COMPONENTS)),
        owns=some(random, OWED),
        answers=some(random, QUESTIONS),
        evades=some(random, QUESTIONS),
        invitation=random.random() < 0.5,
        update=random.choice((None, "new", "new", "nothing_new")),
        deletes=random.choice((None, None, None, None, "criticism", "own_error")),
        notice=random.random() < 0.5,
    )


def _generous(random: Random) -> Tags:
    """A message that owns and answers everything, may tell all, and promises more."""
    return Tags(
        stance=maybe(random, 4, 7),
        tone=_tone(random),
        discloses=random.choice((FACTS, ())),
        holding=HOLDING_PARTS,
        promise=Promise(within=random.randint(5, 60)),
        apology=tuple(COMPONENTS),
        owns=OWED,
        answers=QUESTIONS,
        invitation=True,
        update="new",
    )


def _tone(random: Random) -> Tone:
    return Tone(
        empathy=random.randint(0, 3),
        voice=random.randint(0, 3),
        arousal=random.choice(("acknowledged", "ignored", "mirrored")),
        humour=random.random() < 0.2,
        reason="Parce que.",
    )


def _claim(random: Random, fact: str) -> Claim:
    return Claim(fact=fact, says=random.choice(OUTCOMES), precaution=random.random() < 0.2)


def _fact(random: Random, name: str) -> FactRecord:
    """A fact; it is verified, if ever, once it can be."""
    verifiable = maybe(random, 0, ENDS)
    return FactRecord(
        id=name,
        weight=random.randint(0, 5),
        outcome=random.choice(OUTCOMES),
        restricted=random.random() < 0.2,
        settles_responsibility=random.random() < 0.5,
        verifiable=verifiable,
        verified=None if verifiable is None else maybe(random, verifiable, ENDS),
        leaked=maybe(random, 0, ENDS),
    )


def _inject(random: Random, name: str, messages: tuple[PublishedMessage, ...]) -> InjectRecord:
    """An inject with what was done about it, in order; a message may do what was expected."""
    minute = random.randint(0, ENDS)
    kinds: tuple[Action, ...] = ("reply", "check", "escalate", "watch")
    done = [(random.randint(minute, ENDS), random.choice((*kinds, "evade"))) for _ in range(random.randint(0, 2))]
    answers = [one.minute for one in messages if one.inject == name and one.minute >= minute]
    done += [(at, random.choice(("reply", "reply", "check", "escalate"))) for at in answers]
    return InjectRecord(
        id=name,
        minute=minute,
        deadline=minute + random.randint(5, 60) if random.random() < 0.9 else None,
        priority=random.randint(0, 3),
        expected=random.choice(("reply", *kinds)) if random.random() < 0.8 else None,
        troll=name == "provoker",
        actions=tuple(sorted(done)),
        personal=random.random() < 0.2,
    )


def _question(random: Random, name: str) -> QuestionRecord:
    return QuestionRecord(name, random.randint(0, ENDS), random.random() < 0.7, random.random() < 0.3)


def _deletion(random: Random) -> DeletionRecord:
    what: Deletion = random.choice(DELETIONS)
    return DeletionRecord(random.randint(0, ENDS), what, random.random() < 0.5)


def _veille(random: Random) -> VeilleRecord:
    return VeilleRecord(
        ends=random.randint(0, 60),
        signals=tuple(SignalRecord("s", 5, maybe(random, 0, 90)) for _ in range(random.randint(0, 2))),
        false_alarms=tuple(random.randint(0, 60) for _ in range(random.randint(0, 2))),
        scheduled=tuple(
            ScheduledRecord("p", 50, random.random() < 0.5, random.choice((None, True, False)))
            for _ in range(random.randint(0, 2))
        ),
        holding_ready=maybe(random, 0, 90),
    )
