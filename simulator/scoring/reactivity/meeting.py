"""R.P in words: what an inject called for, by when, and what was done about it."""

from __future__ import annotations

from simulator.engine.message import PublishedMessage
from simulator.locale import Message
from simulator.scoring.reading import is_false, leaks
from simulator.scoring.record import InjectRecord, Record

_ACTIONS = {
    "reply": Message("scoring.action_reply"),
    "check": Message("scoring.action_check"),
    "escalate": Message("scoring.action_escalate"),
    "watch": Message("scoring.action_watch"),
    "evade": Message("scoring.action_evade"),
}
_INSTEAD = _ACTIONS | {"watch": Message("scoring.action_wait")}
_NO_REPLY = ("reply", "evade")
"""What was said to an inject that awaits a reply and does not count as one."""

_PUBLISHED = (
    "scoring.priority_met_published",
    "scoring.priority_late_published",
    "scoring.priority_late_writing",
)
_DONE = (
    "scoring.priority_met_done",
    "scoring.priority_late_done",
    "scoring.priority_late_doing",
)
"""What took effect later than it was decided: in time, late, and late though decided in time."""


def met(record: Record, inject: InjectRecord, minute: int, action: str) -> Message:
    """That `action` met `inject` once it took effect at `minute`, and whether the deadline was kept.

    Where it had been decided earlier, both times are told: writing and having a text read takes minutes that count.
    """
    arguments = _asked(inject) | {"action": _ACTIONS[action], "action_minute": minute}
    if inject.deadline is None:
        return Message("scoring.priority_met_anytime", arguments)
    decided = _decided(record, inject, minute)
    late = minute > inject.deadline
    if late:
        arguments["late_span"] = minute - inject.deadline
    if decided == minute:
        return Message("scoring.priority_late" if late else "scoring.priority_met", arguments)
    arguments["decided_minute"] = decided
    told = _PUBLISHED if action == "reply" else _DONE
    return Message(told[0 if not late else 1 if decided > inject.deadline else 2], arguments)


def is_spoiled(record: Record, inject: InjectRecord, minute: int) -> bool:
    """Whether what was said to `inject` at `minute` is no reply: false, or a publication of restricted data."""
    return any(is_false(record, one) or leaks(record, one) for one in _said(record, inject, minute))


def missed(record: Record, inject: InjectRecord) -> Message:
    """What `inject` called for and did not get, and what it got instead."""
    arguments = _asked(inject)
    if inject.deadline is None:
        return Message("scoring.priority_missed_anytime", arguments)
    if not inject.actions:
        return Message("scoring.priority_missed", arguments)
    minute, action = inject.actions[0]
    arguments["action_minute"] = minute
    if action in _NO_REPLY and inject.expected == "reply":
        said = _said(record, inject, minute)
        if any(leaks(record, one) for one in said):
            return Message("scoring.priority_leaked", arguments)
        if any(is_false(record, one) for one in said):
            return Message("scoring.priority_false", arguments)
        return Message("scoring.priority_dodged", arguments)
    return Message("scoring.priority_other", {**arguments, "done": _INSTEAD[action]})


def _asked(inject: InjectRecord) -> dict[str, object]:
    assert inject.expected is not None
    return {"inject": inject.id, "action": _ACTIONS[inject.expected], "deadline_minute": inject.deadline}


def _decided(record: Record, inject: InjectRecord, minute: int) -> int:
    """The minute at which what took effect at `minute` was decided: a message's own, else that minute."""
    return min((one.decided for one in _said(record, inject, minute)), default=minute)


def _said(record: Record, inject: InjectRecord, minute: int) -> list[PublishedMessage]:
    """What was said to the inject at that minute."""
    post = f"inject:{inject.id}"
    messages = (one for one in record.messages if one.minute == minute)
    return [one for one in messages if one.inject == inject.id or one.post == post]
