"""The open injects that stand on a card."""

from __future__ import annotations

from simulator.engine.state import InjectState
from simulator.play.presenters.card_rows import CardView
from simulator.play.presenters.responses import inject_responses
from simulator.play.presenters.telling import Telling
from simulator.scenario.story import Inject

LATE_SPANS = 3
"""A late answer is worth less and less, and nothing at so many times the deadline: then the card goes."""
URGENT_MINUTES = 8


def cards(telling: Telling) -> tuple[CardView, ...]:
    """The cards that await a decision, most urgent first, those whose deadline has passed last."""
    standing = open_cards(telling)
    return tuple(_card(telling, telling.injects[inject_id], standing[inject_id]) for inject_id in standing)


def open_cards(telling: Telling) -> dict[str, InjectState]:
    """The injects whose card stands on the screen, in its order."""
    found = [
        (state.expired, state.deadline or 0, inject_id, state)
        for inject_id, state in telling.run.state.injects.items()
        if state.is_open and telling.injects[inject_id].kind == "card" and telling.minute <= last_minute(state)
    ]
    found.sort(key=lambda entry: entry[:3])
    return {inject_id: state for _, _, inject_id, state in found}


def last_minute(state: InjectState) -> int:
    """The last minute at which an answer to the inject is worth something."""
    deadline = state.delivered if state.deadline is None else state.deadline
    return state.delivered + LATE_SPANS * (deadline - state.delivered)


def countdown(telling: Telling, state: InjectState) -> tuple[str, float, bool]:
    """(time left as text, share of it left 1..0, whether it presses) until an inject's deadline."""
    if state.deadline is None:
        return "", 1.0, False
    left = state.deadline - telling.minute
    if left < 0:
        return telling.say("play.late", late_span=-left), 0.0, True
    return telling.times.span(left), left / max(state.deadline - state.delivered, 1), left <= URGENT_MINUTES


def _card(telling: Telling, inject: Inject, state: InjectState) -> CardView:
    left, fraction, urgent = countdown(telling, state)
    return CardView(
        inject_id=inject.id,
        kicker=telling.say("play.kicker", number=str(_number(telling, inject.id)), title=inject.title),
        title=inject.question or inject.title,
        context=_context(telling, inject),
        responses=inject_responses(telling, inject.id),
        countdown=left,
        fraction=fraction,
        urgent=urgent,
        post_id=f"inject:{inject.id}",
        name=inject.title,
    )


def _number(telling: Telling, inject_id: str) -> int:
    asked = [name for name in telling.run.state.injects if telling.injects[name].kind != "news"]
    return asked.index(inject_id) + 1


def _context(telling: Telling, inject: Inject) -> str:
    """Who says what where, and how many people have reacted to it."""
    sender = telling.personas[inject.sender].name
    channel = telling.channels[inject.channel].name
    post = telling.posts.post(f"inject:{inject.id}")
    is_seen = post is not None and telling.channels[inject.channel].kind != "private"
    counters = telling.run.feed.counters(post) if post is not None and is_seen else None
    people = counters.replies + counters.reshares + counters.likes if counters is not None else 0
    if people == 0:
        return telling.say("play.context", sender=sender, channel=channel, text=inject.text)
    reactions = telling.phrases.short_number(people)
    return telling.say("play.context_reactions", sender=sender, channel=channel, reactions=reactions, text=inject.text)
