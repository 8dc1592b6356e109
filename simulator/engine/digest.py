"""Digests of a run: one a minute, a part for each part of the state, so that a divergence has a name."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from simulator.engine.events import Event, MessagePublished

if TYPE_CHECKING:
    from simulator.engine.run import Run


class TickDigest(NamedTuple):
    """The parts of one minute's digest, 8 hexadecimal digits each; each chains all that came before."""

    events: str
    spread: str
    feed: str
    cell: str
    indices: str


def tick_digest(run: Run) -> TickDigest:
    """The digest of the minute just played; its cost grows with what happened in it alone.

    What the seed drew of the scenario begins the chain of events: it decides what is true before anything happens.
    """
    last = run.ticks[-1] if run.ticks else TickDigest(_chain("", run.drawn), "", "", "", "")
    new = run.events[run.digested :]
    run.digested = len(run.events)
    state = run.state
    cell = [(work, bench.running, bench.waiting) for work, bench in state.benches.items()]
    indices = (state.outrage[-1], state.volume[-1], state.reach[-1], sorted(state.trust[-1].items()))
    return TickDigest(
        events=_chain(last.events, [_words(event) for event in new]),
        spread=run.storm.digest_part().hex()[:8],
        feed=run.feed.digest_part().hex()[:8],
        cell=_chain(last.cell, cell),
        indices=_chain(last.indices, indices),
    )


def chained(ticks: Sequence[TickDigest], pending: Sequence[Event]) -> str:
    """The digest of a run: its minutes' digests, and the `pending` events that no minute has covered yet."""
    whole = blake2b(digest_size=16)
    for tick in ticks:
        whole.update("|".join(tick).encode())
    for event in pending:
        whole.update(_words(event).encode())
    return whole.hexdigest()


def _chain(before: str, what: object) -> str:
    return blake2b(f"{before}|{what!r}".encode(), digest_size=4).hexdigest()


def _words(event: Event) -> str:
    """An event in ids and numbers; a message without its texts, for a run knows no language."""
    if isinstance(event, MessagePublished):
        message = event.message
        ids = (message.serial, message.signature, message.channel, message.rank, message.inject, message.post)
        return repr((*ids, message.decided, message.minute, message.promised, message.repeat))
    return repr(event)
