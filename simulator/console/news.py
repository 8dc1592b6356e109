"""What happened since one last looked."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.console.tell.feed import post_line
from simulator.console.tell.situation import gauge_line, header_line
from simulator.locale import Phrasebook
from simulator.play.presenters.rows import CrisisView


class News:
    """Remembers what was told; `tell` gives the rest, once."""

    def __init__(self) -> None:
        self._notice = 0
        self._posts: set[str] = set()
        self._header = ""
        self._hint = ""

    def tell(self, view: CrisisView, say: Phrasebook) -> Iterator[str]:
        """The hour if it changed, what happened, posts that expect an answer, how outrage stands, a tip."""
        header = header_line(view.header, say)
        moved = header != self._header
        self._header = header
        if moved:
            yield header
        told = [notice for notice in view.notices if notice.serial > self._notice]
        for notice in told:
            yield say("console.notice", clock=notice.clock, text=notice.text) if notice.clock else notice.text
        self._notice = max([self._notice, *(notice.serial for notice in told)])
        fresh = [row for row in view.feed if row.post_id not in self._posts]
        self._posts.update(row.post_id for row in fresh)
        on_cards = {card.post_id for card in view.cards}
        for row in reversed(fresh):
            said = row.post_id in on_cards or any(row.text in notice.text for notice in told)
            if row.is_inject and not said:
                yield post_line(row, say)
        others = sum(not row.is_inject for row in fresh)
        if others and moved:
            yield say("console.new_posts", count=others)
        if moved:
            yield gauge_line(view.gauge, say)
        if view.hint and view.hint != self._hint:
            yield say("console.hint", text=view.hint)
        self._hint = view.hint
