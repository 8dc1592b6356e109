"""Tips that are told once, each when it is of use, and gone as soon as it has been followed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from simulator.engine.decision import Listen, PrepareHolding, Respond, Verify
from simulator.engine.events import DecisionMade, FactLeaked, PromiseDue
from simulator.play.keys import Keys
from simulator.play.presenters.card import open_cards
from simulator.play.presenters.facts import conceivable
from simulator.play.presenters.telling import Telling

_A_WHILE = 8
"""Minutes after which something that is not done is worth a tip."""
_HELD = 5


def hint_of(telling: Telling, told: Collection[str]) -> str:
    """The name of the tip that is of use now, but for those `told` before; "" for none. The tutorial has its own."""
    if telling.scenario.tutorial or telling.run.finished:
        return ""
    return next((name for name, is_useful in _HINTS.items() if name not in told and is_useful(telling)), "")


def is_useful(telling: Telling, name: str) -> bool:
    """Whether the tip `name` is still of use."""
    return not telling.run.finished and _HINTS[name](telling)


def hint_text(telling: Telling, name: str, keys: Keys) -> str:
    """The tip in words, with the key of what it advises."""
    act = _ACTS.get(name, "")
    return telling.say(f"play.hint_{name}", key=keys.of(act) if act else "")


def _decided(telling: Telling, kind: type) -> bool:
    return any(isinstance(event, DecisionMade) and isinstance(event.decision, kind) for event in telling.run.events)


def _is_quiet(telling: Telling, since: int) -> bool:
    return since <= telling.minute < telling.scenario.crisis_begins


def _listen(telling: Telling) -> bool:
    return bool(telling.scenario.listening) and _is_quiet(telling, 1) and not _decided(telling, Listen)


def _scheduled(telling: Telling) -> bool:
    waiting = any(post.id not in telling.run.state.reviews for post in telling.scenario.scheduled)
    return waiting and _is_quiet(telling, _A_WHILE)


def _holding(telling: Telling) -> bool:
    is_there = telling.scenario.holding is not None
    return is_there and _is_quiet(telling, 2 * _A_WHILE) and not _decided(telling, PrepareHolding)


def _card(telling: Telling) -> bool:
    return bool(open_cards(telling)) and not _decided(telling, Respond)


def _facts(telling: Telling) -> bool:
    verifiable = any(fact.verification is not None for fact in conceivable(telling))
    return telling.minute >= telling.scenario.crisis_begins and verifiable and not _decided(telling, Verify)


def _lines(telling: Telling) -> bool:
    return any(bench.waiting for bench in telling.run.state.benches.values())


def _held_back(telling: Telling) -> bool:
    state = telling.run.state
    for fact in telling.scenario.facts:
        now = state.facts[fact.id]
        if now.verified and fact.disclosure is not None and not fact.restricted and not now.is_known:
            on_its_way = telling.run.messages.is_in_preparation(fact.disclosure.id)
            if telling.minute - now.verified >= _HELD and not on_its_way:
                return True
    return False


def _leak(telling: Telling) -> bool:
    return _happened(telling, FactLeaked)


def _promise(telling: Telling) -> bool:
    return _happened(telling, PromiseDue)


def _happened(telling: Telling, kind: type) -> bool:
    """Whether an event of this kind has happened within the last minutes."""
    return any(
        isinstance(event, kind) and telling.minute - event.minute <= _A_WHILE for event in reversed(telling.run.events)
    )


_HINTS: Mapping[str, Callable[[Telling], bool]] = {
    "card": _card,
    "lines": _lines,
    "held": _held_back,
    "leak": _leak,
    "promise": _promise,
    "facts": _facts,
    "scheduled": _scheduled,
    "holding": _holding,
    "listen": _listen,
}
"""The tips, those that press first."""
HINTS = tuple(_HINTS)
_ACTS: Mapping[str, str] = {
    "lines": "cell",
    "held": "verify",
    "facts": "verify",
    "scheduled": "suspend",
    "holding": "holding",
    "listen": "listen",
}
"""What each tip advises, by the name of its key."""
