"""R.P: whether what was urgent got what it called for, in time."""

from __future__ import annotations

from math import fsum

from simulator.locale import Message
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.reactivity.meeting import is_spoiled, met, missed
from simulator.scoring.record import InjectRecord, Record

TROLL_REPLY = 0.05
"""What each reply to a troll costs."""


def timeliness(inject: InjectRecord, minute: int) -> float:
    """1 by the deadline, falling linearly to 0 at three times it; 1 where there is no deadline."""
    if inject.deadline is None or minute <= inject.deadline:
        return 1.0
    allowed = max(inject.deadline - inject.minute, 1)
    return max(1.0 - (minute - inject.deadline) / (2 * allowed), 0.0)


def priorities(record: Record) -> tuple[Finding, ...] | None:
    """A finding for each inject with a priority and an expected action, by priority, and one for each troll fed.

    Only the expected action meets an inject; silence by default earns nothing, and a message that says what is false
    or publishes restricted data is no reply. In a paracrisis a recorded watch, about the inject or about everything,
    meets what would else be answered in public: it neither verifies nor alerts, nor answers somebody about their own
    affairs. What counts is when the action took effect: an answer when it is published, not when it is decided. None
    where nothing was asked.
    """
    asked = [one for one in record.injects if one.priority > 0 and one.expected is not None and not one.troll]
    trolls = [one for one in record.injects if one.troll]
    if not asked and not trolls:
        return None
    whole = sum(one.priority for one in asked)
    findings = [_judged(record, one, one.priority / whole) for one in asked]
    if not asked:
        findings.append(Finding(1.0, 1.0, Message("scoring.priority_trolls_only")))
    left = fsum(finding.earned for finding in findings)
    for troll in trolls:
        for minute, action in troll.actions:
            cost = min(TROLL_REPLY, max(left, 0.0)) if action == "reply" else 0.0
            if cost > 0.0:
                left -= cost
                sentence = Message("scoring.priority_troll", {"inject": troll.id, "action_minute": minute})
                findings.append(Finding(-cost, 0.0, sentence, minute, Subject("inject", troll.id)))
    return tuple(findings)


def _judged(record: Record, inject: InjectRecord, share: float) -> Finding:
    subject = Subject("inject", inject.id)
    done = _done(record, inject)
    if done is None:
        lost_at = inject.deadline if inject.deadline is not None else inject.minute
        return Finding(0.0, share, missed(record, inject), lost_at, subject)
    minute, action = done
    value = timeliness(inject, minute)
    sentence = met(record, inject, minute, action)
    return Finding(share * value, share, sentence, minute if value == 1.0 else inject.deadline, subject)


def _done(record: Record, inject: InjectRecord) -> tuple[int, str] | None:
    """The first (minute, action) that meets the inject."""
    done = [
        (minute, action)
        for minute, action in inject.actions
        if action == inject.expected and not (action == "reply" and is_spoiled(record, inject, minute))
    ]
    if inject.expected == "watch" or (record.paracrisis and inject.expected == "reply" and not inject.personal):
        about = (inject.id, None) if record.paracrisis else (inject.id,)
        watches = [watch.minute for watch in record.watches if watch.inject in about]
        done += [(max(minute, inject.minute), "watch") for minute in watches]
    return min(done, default=None)
