"""A card and what can be answered."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.console.tell.spoken import spoken
from simulator.locale import Phrasebook
from simulator.play.presenters.card_rows import CardView, ResponseRow


def card_lines(card: CardView, say: Phrasebook) -> Iterator[str]:
    """The card without its responses."""
    yield f"{spoken(card.kicker)}."
    yield card.title
    if card.context:
        yield spoken(card.context)
    if card.countdown:
        yield say("console.time_left", countdown=card.countdown)


def response_line(row: ResponseRow, say: Phrasebook) -> str:
    """A response with all that will be published, what it costs, and why it cannot be chosen if so."""
    voice = say("console.voice", name=row.voice) if row.voice else ""
    costs = spoken(", ".join(part for part in (row.channel, voice, row.preparation, row.approval) if part))
    text = say("console.full_text", text=row.text, full=row.full) if row.full else row.text
    line = f"{text} [{costs}]" if costs else text
    return line if row.enabled else say("console.refused", text=line, refusal=row.refusal)
