"""R.V: what the quiet hour was used for."""

from __future__ import annotations

from simulator.locale import Message
from simulator.scoring.evidence import Finding, Subject
from simulator.scoring.record import Record, ScheduledRecord, SignalRecord, VeilleRecord


def veille(record: Record) -> tuple[Finding, ...] | None:
    """Equal thirds: true signals escalated less false alarms, posts rightly kept or suspended, a statement ready.

    A part without signals or posts leaves its share to the others. Deciding nothing about a post earns nothing.
    None where there was no quiet stage.
    """
    quiet = record.veille
    if quiet is None:
        return None
    parts = 1 + bool(quiet.signals) + bool(quiet.scheduled)
    findings = [
        *_signals(quiet, 1.0 / parts),
        *(_scheduled(post, 1.0 / parts / len(quiet.scheduled)) for post in quiet.scheduled),
        _holding(quiet, 1.0 / parts),
    ]
    return tuple(findings)


def _signals(quiet: VeilleRecord, share: float) -> list[Finding]:
    if not quiet.signals:
        return []
    each = share / len(quiet.signals)
    findings = [_signal(signal, quiet, each) for signal in quiet.signals]
    seen = sum(finding.earned > 0.0 for finding in findings)
    for minute in quiet.false_alarms[:seen]:
        findings.append(Finding(-each, 0.0, Message("scoring.veille_false_alarm", {"alert_minute": minute}), minute))
    return findings


def _signal(signal: SignalRecord, quiet: VeilleRecord, share: float) -> Finding:
    subject = Subject("signal", signal.id)
    arguments = {"signal_minute": signal.minute}
    if signal.escalated is None or signal.escalated > quiet.ends:
        return Finding(0.0, share, Message("scoring.veille_signal_missed", arguments), signal.minute, subject)
    arguments["alert_minute"] = signal.escalated
    return Finding(share, share, Message("scoring.veille_signal", arguments), signal.escalated, subject)


def _scheduled(post: ScheduledRecord, share: float) -> Finding:
    subject = Subject("scheduled", post.id)
    arguments = {"post_minute": post.minute}
    if post.kept is None:
        return Finding(0.0, share, Message("scoring.veille_post_undecided", arguments), post.minute, subject)
    if post.kept is not post.harmful:
        sentence = (
            Message("scoring.veille_post_suspended", arguments)
            if post.harmful
            else Message("scoring.veille_post_kept", arguments)
        )
        return Finding(share, share, sentence, post.minute, subject)
    sentence = (
        Message("scoring.veille_harmful_kept", arguments)
        if post.harmful
        else Message("scoring.veille_harmless_suspended", arguments)
    )
    return Finding(0.0, share, sentence, post.minute, subject)


def _holding(quiet: VeilleRecord, share: float) -> Finding:
    ready = quiet.holding_ready
    if ready is not None and ready <= quiet.ends:
        return Finding(share, share, Message("scoring.veille_holding_ready", {"ready_minute": ready}), ready)
    return Finding(0.0, share, Message("scoring.veille_holding_missing", {"end_minute": quiet.ends}), quiet.ends)
