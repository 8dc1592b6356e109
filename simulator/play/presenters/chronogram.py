"""The chronogram: all that a scenario may bring, on its hours, with what can never come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.locale import Phrasebook
from simulator.play.presenters.curve_rows import MarkRow
from simulator.play.presenters.timeline import round_hours
from simulator.play.presenters.times import Times
from simulator.play.presenters.typography import typeset
from simulator.scenario.facts import Fact
from simulator.scenario.model import Scenario
from simulator.scenario.reachability import Reachability, reachability
from simulator.scenario.story import Inject

ChronogramKind = Literal["signal", "scheduled", "card", "post", "news", "fact"]
KINDS: tuple[ChronogramKind, ...] = ("signal", "scheduled", "card", "post", "news", "fact")
Certainty = Literal["dated", "drawn", "conditional", "never", "secret"]
"""At a minute of its own, in a slot that the seed draws, once a condition holds, not at all, or to be kept secret."""


@dataclass(frozen=True)
class ChronogramRow:
    """Something of the scenario: from `minute` (the earliest; None: never) to `until`, both in scenario minutes.

    A card or post ends with its deadline. A fact begins when it can first be verified and ends when it may first leak,
    or with the scenario. `name` is its title, `when` its hours in words, `note` what makes it come.
    """

    kind: ChronogramKind
    key: str
    name: str
    minute: float | None
    until: float | None
    certainty: Certainty
    when: str
    note: str = ""


@dataclass(frozen=True)
class StageRow:
    """A stage from `begins` to `ends`, minutes."""

    name: str
    begins: float
    ends: float


@dataclass(frozen=True)
class ChronogramView:
    """The rows in time, each kind after the other where they begin together; what never comes stands last.

    What the seed deals out to the free slots stands in one each, in the order of the scenario.
    """

    title: str
    rows: tuple[ChronogramRow, ...]
    stages: tuple[StageRow, ...]
    clocks: tuple[MarkRow, ...]
    end: float
    crisis_begins: float

    def of(self, kind: ChronogramKind) -> tuple[ChronogramRow, ...]:
        """The rows of one kind."""
        return tuple(row for row in self.rows if row.kind == kind)


def chronogram(scenario: Scenario, say: Phrasebook) -> ChronogramView:
    """The chronogram of `scenario`, whose texts are in the language of `say`."""
    times = Times(scenario.start, say)
    rows = [*_rows(scenario, reachability(scenario), times, say)]
    rows.sort(key=lambda row: (row.minute is None, row.minute or 0, KINDS.index(row.kind)))
    ends = [*(stage.begins for stage in scenario.stages[1:]), scenario.length]
    return ChronogramView(
        title=typeset(scenario.title),
        rows=tuple(rows),
        stages=tuple(
            StageRow(say(f"play.stage_{stage.id}"), float(stage.begins), float(end))
            for stage, end in zip(scenario.stages, ends, strict=True)
        ),
        clocks=round_hours(times, scenario.length),
        end=float(scenario.length),
        crisis_begins=float(scenario.crisis_begins),
    )


def _rows(scenario: Scenario, found: Reachability, times: Times, say: Phrasebook) -> Iterator[ChronogramRow]:
    for signal in scenario.signals:
        note = say("play.signal_genuine" if signal.genuine else "play.signal_decoy")
        yield ChronogramRow("signal", signal.id, _short(signal.text), float(signal.at), None, "dated",
                            times.clock(signal.at), note)  # fmt: skip
    for post in scenario.scheduled:
        note = say("play.post_harmful" if post.harmful else "play.post_harmless")
        yield ChronogramRow("scheduled", post.id, _short(post.text), float(post.at), None, "dated",
                            times.clock(post.at), note)  # fmt: skip
    slots = iter(sorted(scenario.variants.free_slots))
    for inject in scenario.injects:
        minute = next(slots, None) if inject.free else found.injects.get(inject.id)
        yield _inject(inject, minute, scenario, times, say)
    for fact in scenario.facts:
        yield _fact(fact, scenario, found, times, say)


def _inject(inject: Inject, minute: int | None, scenario: Scenario, times: Times, say: Phrasebook) -> ChronogramRow:
    certainty: Certainty = (
        "never" if minute is None else "conditional" if inject.when is not None else "drawn" if inject.free else "dated"
    )
    until = None if minute is None or inject.deadline is None else min(minute + inject.deadline, scenario.length)
    if minute is None:
        when = say("play.never_comes")
    elif certainty == "drawn":
        when = say("play.in_a_slot", clocks=", ".join(times.clock(slot) for slot in scenario.variants.free_slots))
    elif certainty == "conditional":
        when = say("play.not_before", clock=times.clock(minute))
    else:
        when = times.clock(minute)
    note = "" if inject.deadline is None else say("play.within", span=times.span(inject.deadline))
    return ChronogramRow(inject.kind, inject.id, typeset(inject.title), _number(minute), _number(until), certainty,
                         when, note)  # fmt: skip


def _fact(fact: Fact, scenario: Scenario, found: Reachability, times: Times, say: Phrasebook) -> ChronogramRow:
    minute, leaked = found.verified.get(fact.id), found.leaked.get(fact.id)
    if fact.restricted:
        return ChronogramRow("fact", fact.id, typeset(fact.label), None, None, "secret", say("play.fact_restricted"))
    if minute is None:
        return ChronogramRow("fact", fact.id, typeset(fact.label), None, None, "never", say("play.fact_unverifiable"))
    note = "" if leaked is None else say("play.leaks_from", clock=times.clock(leaked))
    until = float(scenario.length if leaked is None else max(leaked, minute))
    when = say("play.verified_from", clock=times.clock(minute))
    return ChronogramRow("fact", fact.id, typeset(fact.label), float(minute), until, "dated", when, note)


def _number(minute: int | None) -> float | None:
    return None if minute is None else float(minute)


def _short(text: str) -> str:
    words = typeset(text).split()
    return " ".join(words[:9]) + ("…" if len(words) > 9 else "")
