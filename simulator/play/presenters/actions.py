"""The standing actions: what can be decided at any time, and why not now."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.engine.decision import Decision, Listen, PublishHolding, Respond, Watch
from simulator.play.presenters.cell import StandingAction, offered
from simulator.play.presenters.cell_rows import ACTION_KEYS, ActionName, ActionRow
from simulator.play.presenters.facts import facts
from simulator.play.presenters.holding import write_refusal
from simulator.play.presenters.scheduled import scheduled
from simulator.play.presenters.telling import Telling

_LABELS: dict[ActionName, str] = {
    "listen": "play.action_listen",
    "verify": "play.action_verify",
    "holding": "play.action_holding",
    "suspend": "play.action_suspend",
    "reply": "play.action_reply",
    "alert": "play.action_alert",
    "notify": "play.action_notify",
    "inform": "play.action_inform",
    "spokesperson": "play.action_spokesperson",
    "correct": "play.action_correct",
    "watch": "play.action_watch",
}


def actions(telling: Telling) -> tuple[ActionRow, ...]:
    """Every standing action that the scenario has, in the order of their keys' table."""
    standing = telling.scenario.standing
    rows = {
        "listen": _listen(telling),
        "verify": _verify(telling),
        "holding": _holding(telling),
        "suspend": _suspend(telling),
        "reply": _reply(telling),
        "alert": _alert(telling),
        "notify": _messages(telling, "notify") if standing.authority else None,
        "inform": _messages(telling, "inform") if standing.employees else None,
        "spokesperson": _spokesperson(telling),
        "correct": _messages(telling, "correct") if standing.corrections else None,
        "watch": _watch(telling),
    }
    return tuple(row for name in ACTION_KEYS if (row := rows[name]) is not None)


def _action(
    telling: Telling, name: ActionName, refusal: str = "", count: int = 0, *, active: bool = False
) -> ActionRow:
    return ActionRow(
        action=name,
        key=ACTION_KEYS[name],
        label=telling.say(_LABELS[name]),
        enabled=not refusal,
        refusal=refusal,
        count=str(count) if count else "",
        active=active,
    )


def _listen(telling: Telling) -> ActionRow | None:
    if not telling.scenario.listening:
        return None
    refusal = telling.refusal(Listen(telling.minute, topic=telling.scenario.listening[0].id))
    return _action(telling, "listen", refusal, active=telling.run.state.busy_until > telling.minute)


def _verify(telling: Telling) -> ActionRow | None:
    """The board of facts, open as soon as one stands on it; the count is of those that something can be done about."""
    rows = facts(telling)
    if not rows:
        return None
    useful = [row for row in rows if row.can_verify or row.can_publish]
    bench = telling.run.state.benches["verification"]
    return _action(telling, "verify", count=len(useful), active=bool(bench.running or bench.waiting))


def _holding(telling: Telling) -> ActionRow | None:
    if telling.scenario.holding is None:
        return None
    refusal = write_refusal(telling)
    if telling.run.can_decide(PublishHolding(telling.minute)):
        refusal = ""
    state = telling.run.state.holding
    return _action(telling, "holding", refusal, active=state is not None and state.ready is not None)


def _suspend(telling: Telling) -> ActionRow | None:
    rows = scheduled(telling)
    if not rows:
        return None
    undecided = sum(row.enabled and row.kept is None for row in rows)
    refusal = "" if any(row.enabled for row in rows) else telling.say("play.nothing_scheduled")
    return _action(telling, "suspend", refusal, undecided)


def _alert(telling: Telling) -> ActionRow:
    """Always open: before there is anything to alert about, one sets the threshold that does it."""
    refusal = telling.say("engine.run_over") if telling.run.finished else ""
    return _action(telling, "alert", refusal, active=telling.run.state.alerted is not None)


def _reply(telling: Telling) -> ActionRow | None:
    """Open while a post awaits an answer, or a standing reply can be given to the latest one."""
    waiting = any(
        state.is_open and telling.injects[name].kind == "post" for name, state in telling.run.state.injects.items()
    )
    replies, posts = telling.scenario.standing.replies, telling.run.feed.posts
    if waiting or not replies:
        return _action(telling, "reply") if waiting else None
    if not posts:
        return _action(telling, "reply", telling.say("play.nothing_to_answer"))
    decisions = [Respond(telling.minute, response=response.id, post=posts[-1].id) for response in replies]
    return _action(telling, "reply", _common_refusal(telling, decisions))


def _messages(telling: Telling, name: StandingAction) -> ActionRow:
    decisions = [Respond(telling.minute, response=response.id) for response in offered(telling, name)]
    if decisions:
        return _action(telling, name, _common_refusal(telling, decisions))
    code = "play.nothing_to_correct" if name == "correct" else "play.nothing_to_send"
    return _action(telling, name, telling.say(code))


def _spokesperson(telling: Telling) -> ActionRow | None:
    if sum(member.spokesperson for member in telling.scenario.cell) < 2:
        return None
    return _action(telling, "spokesperson", telling.say("engine.run_over") if telling.run.finished else "")


def _watch(telling: Telling) -> ActionRow | None:
    reasons = telling.scenario.standing.watch_reasons
    if not reasons:
        return None
    refusal = telling.refusal(Watch(telling.minute, reason=reasons[0].id, threshold=1))
    return _action(telling, "watch", refusal, active=bool(telling.run.state.watches))


def _common_refusal(telling: Telling, decisions: Sequence[Decision]) -> str:
    """Empty as soon as one of `decisions` can be taken, else why the first cannot."""
    refusals = [telling.refusal(decision) for decision in decisions]
    return "" if "" in refusals else refusals[0]
