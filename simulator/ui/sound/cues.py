"""What of a crisis is heard: the difference between what its scene showed and what it shows now."""

from __future__ import annotations

from simulator.play.presenters.card_rows import CardView
from simulator.play.presenters.post_rows import FeedRow
from simulator.play.presenters.rows import CrisisView
from simulator.ui.sound.score import Cue

_ORDER: tuple[Cue, ...] = ("leak", "card", "verified", "publish", "tick", "notice", "arrival")
"""The most telling first: of what happens at once, two are heard."""
_MOST = 2
_LAST = 0.2
"""The share of a card's time in which it ticks."""


def heard(before: CrisisView, now: CrisisView) -> tuple[Cue, ...]:
    """The sounds of what came between two views of the same play, at most two."""
    found: set[Cue] = set()
    fresh = _fresh(before, now)
    if any(row.badge_kind == "you" for row in fresh):
        found.add("publish")
    elif fresh:
        found.add("arrival")
    if {card.inject_id for card in now.cards} - {card.inject_id for card in before.cards}:
        found.add("card")
    states = {fact.fact_id: fact.state for fact in before.facts}
    for fact in now.facts:
        if states.get(fact.fact_id, fact.state) != fact.state:
            if fact.state == "leaked":
                found.add("leak")
            elif fact.state == "verified":
                found.add("verified")
            elif fact.state == "published":
                found.add("publish")
    if _newest(now) > _newest(before) and now.notices[-1].tone in ("bad", "news"):
        found.add("notice")
    if before.header.clock != now.header.clock and _pressing(before, now):
        found.add("tick")
    return tuple(cue for cue in _ORDER if cue in found)[:_MOST]


def _fresh(before: CrisisView, now: CrisisView) -> list[FeedRow]:
    """The posts above the newest that was there before; none where that one is gone: it is another feed."""
    known = {row.post_id for row in before.feed}
    place = next((rank for rank, row in enumerate(now.feed) if row.post_id in known), 0)
    return list(now.feed[:place])


def _newest(view: CrisisView) -> int:
    return view.notices[-1].serial if view.notices else 0


def _pressing(before: CrisisView, now: CrisisView) -> bool:
    """Whether an open card that was open before is in its last minutes."""
    open_before = {card.inject_id for card in before.cards}
    return any(_is_pressing(card) for card in now.cards if card.inject_id in open_before)


def _is_pressing(card: CardView) -> bool:
    """In its last fifth and not yet late: a card that waits for ever must not tick for ever."""
    return 0 < card.fraction <= _LAST
