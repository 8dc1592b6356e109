"""Deciding to watch: what, why, and at which outrage one looks again; and the outrage that alerts the cell."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine.decision import AlertCell, Watch
from simulator.play.presenters.dialogs import AlertView, OptionRow, WatchView
from simulator.play.presenters.gauge import outrage_word
from simulator.play.presenters.telling import Telling

THRESHOLDS = (20, 35, 50, 65, 80)


def watching(telling: Telling) -> WatchView:
    """What a decision to watch is made of."""
    state = telling.run.state
    open_injects = [inject_id for inject_id, inject in state.injects.items() if inject.is_open]
    reasons = telling.scenario.standing.watch_reasons
    refusal = (
        telling.refusal(Watch(telling.minute, reason=reasons[0].id, threshold=1))
        if reasons
        else telling.say("engine.unknown_reason")
    )
    return WatchView(
        subjects=(
            *(OptionRow(inject_id, telling.injects[inject_id].title) for inject_id in open_injects),
            OptionRow("", telling.say("play.watch_whole")),
        ),
        reasons=tuple(OptionRow(reason.id, reason.text) for reason in reasons),
        thresholds=tuple(OptionRow(str(level), _threshold(telling, level)) for level in THRESHOLDS),
        active=tuple(_active(telling, *watch) for watch in state.watches),
        enabled=not refusal,
        refusal=refusal,
    )


def watch_subject(telling: Telling, inject_id: str | None) -> str:
    """What is watched: an inject's title, or the crisis as a whole."""
    return telling.injects[inject_id].title if inject_id else telling.say("play.watch_whole")


def alerting(telling: Telling, levels: Sequence[int], level: int | None) -> AlertView:
    """Alerting the cell, and the threshold `level` among `levels` at which it is alerted by itself."""
    now = telling.run.state.outrage[-1]
    offered = [one for one in levels if 10 * one > now or one == level]
    return AlertView(
        refusal=telling.refusal(AlertCell(telling.minute)),
        thresholds=(
            OptionRow("", telling.say("play.threshold_none")),
            *(OptionRow(str(one), _threshold(telling, one)) for one in offered),
        ),
        threshold="" if level is None else str(level),
    )


def _threshold(telling: Telling, level: int) -> str:
    return telling.say("play.threshold", level=str(level), word=outrage_word(telling, level))


def _active(telling: Telling, minute: int, inject_id: str | None, reason_id: str, threshold: int) -> str:
    reason = next(reason.text for reason in telling.scenario.standing.watch_reasons if reason.id == reason_id)
    subject = watch_subject(telling, inject_id)
    return telling.say("play.watched", since_minute=minute, subject=subject, reason=reason, threshold=str(threshold))
