"""What to think of in the next crisis: ten lines, and how this play did on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum
from typing import Literal

from simulator.locale import Message
from simulator.scoring.evidence import Evidence

State = Literal["done", "missed", "untested"]

ENOUGH = 0.75
"""Share of what a line's rules can earn from which it counts as done."""

_WORDLESS = frozenset({"S.silence", "S.none", "S.watch"})
"""Rows of tone that stand for no message at all."""

_HALF_AN_HOUR = 30
_COMPLETE = frozenset({"scoring.acknowledgement_complete", "scoring.acknowledgement_late"})
_WATCH = frozenset({"scoring.acknowledgement_watch", "scoring.acknowledgement_no_watch"})
"""Sentences of a paracrisis, which asks for no message."""


@dataclass(frozen=True)
class ChecklistLine:
    """A line and how a play did on it; `rules` (of simulator.scoring.rules) are those that tell."""

    rules: tuple[str, ...]
    message: Message
    state: State


_LINES: tuple[tuple[Message, tuple[str, ...]], ...] = (
    (Message("debrief.check_acknowledgement"), ("R.A", "R.silence")),
    (Message("debrief.check_priorities"), ("R.P", "R.silence")),
    (Message("debrief.check_information"), ("T.I", "T.silence")),
    (
        Message("debrief.check_statements"),
        ("T.false", "T.lie_cap", "T.unverified", "T.contradiction", "T.error", "T.restricted", "T.restricted_cap"),
    ),
    (Message("debrief.check_updates"), ("R.U", "R.K", "R.silence")),
    (Message("debrief.check_questions"), ("T.Part", "T.Open", "T.criticism", "T.silence")),
    (Message("debrief.check_empathy"), ("S.empathy", "S.voice", "S.silence")),
    (Message("debrief.check_stance"), ("S.stance", "S.fit", "S.silence")),
    (Message("debrief.check_accountability"), ("T.Acc", "S.apology", "T.silence")),
    (Message("debrief.check_veille"), ("R.V",)),
)
"""From the first half hour to what is prepared for the next time."""


def checklist(evidence: Iterable[Evidence]) -> tuple[ChecklistLine, ...]:
    """Ten lines. Missed: a penalty, or less than `ENOUGH` of what could be earned; untested: no evidence either way.

    A line that only penalties can tell is done where something was said and none was drawn. The first line is about its
    own half-hour, however little the grade takes off for more.
    """
    rows = tuple(evidence)
    spoke = any(row.dimension == "tone" and row.rule not in _WORDLESS for row in rows)
    return tuple(ChecklistLine(rules, message, _state(rules, rows, spoke)) for message, rules in _LINES)


def _state(rules: tuple[str, ...], rows: tuple[Evidence, ...], spoke: bool) -> State:
    told = [row for row in rows if row.rule in rules]
    if "R.A" in rules and told:
        return _first_half_hour(told[0])
    possible = fsum(row.possible for row in told)
    if any(row.possible == 0.0 and row.earned < 0.0 for row in told if row.rule[0] == "T"):
        return "missed"
    if possible > 0.0:
        return "done" if fsum(row.earned for row in told) >= ENOUGH * possible else "missed"
    penalties_only = all(rule.startswith("T.") and rule != "T.silence" for rule in rules)
    return "done" if penalties_only and spoke else "untested"


def _first_half_hour(row: Evidence) -> State:
    """Whether a complete statement came in the first half-hour; untested where none was called for."""
    code, delay = row.message.code, row.message.arguments.get("delay_span")
    if code in _WATCH:
        return "untested"
    if code in _COMPLETE and isinstance(delay, int) and delay <= _HALF_AN_HOUR:
        return "done"
    return "done" if code == "scoring.acknowledgement_at_once" else "missed"
