"""The cards as lists: one at a time, the most urgent first."""

from __future__ import annotations

from collections.abc import Callable

from simulator.console.menu import Choice, Menu
from simulator.console.tell.card import card_lines, response_line
from simulator.locale import Phrasebook
from simulator.play.presenters.card_rows import CardView
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.session import Session


class Cards:
    """Remembers which card is being answered."""

    def __init__(self, session: Session, say: Phrasebook) -> None:
        self._session = session
        self._say = say
        self._current = ""

    @property
    def open(self) -> tuple[CardView, ...]:
        """The cards that await a decision."""
        return self._session.crisis(FeedFilter()).cards

    def menu(self, place: int | None = None) -> Menu | None:
        """The card at `place` (from 0), without it the one being answered or the most urgent; None if none is open."""
        cards = self.open
        if not cards:
            return None
        card = next((card for card in cards if card.inject_id == self._current), cards[0])
        if place is not None and 0 <= place < len(cards):
            card = cards[place]
        self._current = card.inject_id
        choices = (
            Choice(response_line(row, self._say), self._answering(card, row.response_id)) for row in card.responses
        )
        foot = self._say("console.other_cards", count=len(cards) - 1) if len(cards) > 1 else ""
        return Menu(tuple(card_lines(card, self._say)), tuple(choices), foot)

    def _answering(self, card: CardView, response_id: str) -> Callable[[], str | None]:
        return lambda: self._session.choose(card.inject_id, response_id)
