"""R.U of a crisis of several days: nobody waits for news at night."""

from __future__ import annotations

from dataclasses import replace

from simulator.locale import Message
from simulator.scoring.evidence import Finding
from simulator.scoring.reactivity.updates import updates
from simulator.scoring.record import Record


def updates_by_day(record: Record) -> tuple[Finding, ...]:
    """The findings of `updates` where the clock stands still in the nights of `record`; without nights, the same."""
    if not record.nights:
        return updates(record)
    return tuple(_told(record, finding) for finding in updates(_without_nights(record)))


def _without_nights(record: Record) -> Record:
    """`record` in waking minutes: what comes in a night comes when it begins."""
    return replace(
        record,
        begins=_waking(record, record.begins),
        ends=_waking(record, record.ends),
        messages=tuple(replace(one, minute=_waking(record, one.minute)) for one in record.messages),
        watches=tuple(replace(one, minute=_waking(record, one.minute)) for one in record.watches),
    )


def _waking(record: Record, minute: int) -> int:
    return minute - sum(min(minute, until) - since for since, until in record.nights if since < minute)


def _told(record: Record, finding: Finding) -> Finding:
    """`finding`, made in waking minutes, in those of the clock: silence begins in the morning, ends in the evening."""
    if finding.minute is None:
        return replace(finding, message=Message("case.by_day", {"told": finding.message}))
    arguments = {
        name: _of_clock(record, value, name == "since_minute") if isinstance(value, int) and _is_minute(name) else value
        for name, value in finding.message.arguments.items()
    }
    message = Message(finding.message.code, arguments)
    return replace(finding, minute=_of_clock(record, finding.minute, morning=True), message=message)


def _is_minute(argument: str) -> bool:
    return argument.endswith("_minute")


def _of_clock(record: Record, waking: int, morning: bool) -> int:
    """The minute of a waking one; of that at which a night begins, when it ends if `morning`."""
    minute = waking
    for since, until in record.nights:
        if minute > since or (morning and minute == since):
            minute += until - since
    return minute
