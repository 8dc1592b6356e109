"""R.U: whether people were left without news."""

from __future__ import annotations

from itertools import pairwise

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.clock import cadence, duration
from simulator.scoring.evidence import Finding
from simulator.scoring.reading import first_complete, is_complete, is_for_everybody, originals
from simulator.scoring.record import Record

Silence = tuple[int, int]
"""A stretch without news, from a minute to a minute."""

_CODES = ("scoring.updates_silence", "scoring.updates_covered", "scoring.updates_whole")
_WATCH_CODES = ("scoring.updates_watch_silence", "scoring.updates_watch_covered", "scoring.updates_watch_whole")
"""Of a silence, of what was covered, of no silence; in a paracrisis it is the watch that has to be renewed."""


def updates(record: Record) -> tuple[Finding, ...]:
    """`1 - silence beyond C / duration`: one finding for what was covered, one for each silence.

    An update with something new covers the C minutes that follow; an honest "nothing new" half of it, never twice
    running. A complete statement gives its C (or half) as a reserve instead, which pays for later silence whenever it
    comes: so a complete statement made sooner never costs. A repeat, or a message to one person, is no update.
    """
    silences = _unpaid(_silences(record), _reserves(record))
    whole = duration(record)
    lost = sum(until - since for since, until in silences)
    silent, partly, wholly = _WATCH_CODES if record.paracrisis else _CODES
    findings = [
        Finding(0.0, (until - since) / whole, _silence(silent, record, since, until), since)
        for since, until in silences
    ]
    if lost < whole:
        share = (whole - lost) / whole
        longest = _longest_wait(record)
        arguments = {"covered_span": whole - lost, "whole_span": whole, "longest_span": longest}
        if not lost and not record.paracrisis and longest > cadence(record):
            wholly = "scoring.updates_reserve"
        sentence = Message(partly if lost else wholly, arguments)
        findings.insert(0, Finding(share, share, sentence, None))
    return tuple(findings)


def _silence(code: str, record: Record, since: int, until: int) -> Message:
    return Message(code, {"since_minute": since, "until_minute": until, "cadence_span": cadence(record)})


def _longest_wait(record: Record) -> int:
    """The longest stretch between two pieces of news, from the crisis's first minute to its last, in minutes."""
    first = first_complete(record)
    news = [message.minute for message, _, _ in _counted(record)]
    if first is not None:
        news.append(first.minute)
    within = sorted(minute for minute in news if record.begins < minute < record.ends)
    return max(until - since for since, until in pairwise([record.begins, *within, max(record.ends, record.begins)]))


def _counted(record: Record) -> list[tuple[PublishedMessage, int, bool]]:
    """(message, minutes that it covers, whether complete), besides the first complete statement."""
    first = first_complete(record)
    opening = next((one for one in originals(record) if one.holding and not is_complete(one, record)), None)
    found = []
    nothing_new_before = False
    for message in originals(record):
        kind = _kind(message, message is opening)
        if message is first or kind is None or not is_for_everybody(message):
            continue
        brings = kind == "new"
        if brings or not nothing_new_before:
            covers = cadence(record) if brings else cadence(record) // 2
            found.append((message, covers, is_complete(message, record)))
        nothing_new_before = not brings
    return found


def _kind(message: PublishedMessage, opening: bool) -> str | None:
    """What it brings; a holding statement composed anew says again what the first one said: nothing new."""
    if message.tags.update == "new" and message.holding and not opening:
        return "nothing_new"
    return message.tags.update


def _silences(record: Record) -> list[Silence]:
    due = record.begins + cadence(record)
    steps = [(message.minute, covers) for message, covers, complete in _counted(record) if not complete]
    if record.paracrisis:
        steps = sorted((watch.minute, cadence(record)) for watch in record.watches)
    silences = []
    for minute, covers in steps:
        if minute > due:
            silences.append((due, min(minute, record.ends)))
        due = max(due, minute + covers)
    silences.append((due, record.ends))
    return [(since, until) for since, until in silences if since < until]


def _reserves(record: Record) -> list[tuple[int, int]]:
    """(minute, minutes of silence that it may pay for), in order."""
    if record.paracrisis:
        return []
    reserves = [(message.minute, covers) for message, covers, complete in _counted(record) if complete]
    first = first_complete(record)
    if first is not None:
        reserves.append((first.minute, cadence(record)))
    return sorted(reserves)


def _unpaid(silences: list[Silence], reserves: list[tuple[int, int]]) -> list[Silence]:
    waiting = list(reserves)
    purse = 0
    unpaid: list[Silence] = []
    for since, until in silences:
        now = since
        while now < until:
            while waiting and waiting[0][0] <= now:
                purse += waiting.pop(0)[1]
            if purse:
                paid = min(purse, until - now)
                purse -= paid
                now += paid
            else:
                then = min(waiting[0][0], until) if waiting else until
                unpaid.append((now, then))
                now = then
    return unpaid
