"""What each command does, but those that end or change the game itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from simulator.console.cards import Cards
from simulator.console.commands import COMMANDS, CommandName, number_of, words_of
from simulator.console.composing import Composing
from simulator.console.menu import Menu
from simulator.console.networks import network_menu
from simulator.console.reading import Reading
from simulator.console.standing import Standing
from simulator.console.tell.grading import guide_lines
from simulator.console.tell.pages import dossier_lines
from simulator.console.tell.situation import situation
from simulator.console.tell.timeline import timeline_lines
from simulator.locale import Phrasebook
from simulator.play.presenters.pages import BriefingView
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.presenters.rows import CrisisView
from simulator.play.session import Session

USUAL_WAIT = 5
"""Minutes that `wait` alone waits."""
_ELAPSED = re.compile(r"(?:T\+)?(\d{1,2}):([0-5]\d)", re.IGNORECASE)


class Orders:
    """The commands of one play in one language; each gives what to show, or None once it is done."""

    def __init__(self, session: Session, briefing: BriefingView, say: Phrasebook) -> None:
        self._session = session
        self._briefing = briefing
        self._say = say
        self._standing = Standing(session, say)
        self._reading = Reading(session, self._standing, say)
        self._composing = Composing(session, say)
        self.cards = Cards(session, say)
        self._orders: dict[CommandName, Callable[[str], Menu | None]] = {
            "help": lambda _: Menu(tuple(self._help())),
            "status": lambda _: Menu(tuple(situation(self._view(), say))),
            "next": self._next,
            "wait": self._wait,
            "card": self._card,
            "feed": self._reading.feed,
            "listen": self._listen,
            "verify": lambda _: self._standing.verify(),
            "holding": lambda _: self._holding(),
            "suspend": lambda _: self._standing.scheduled(),
            "reply": lambda _: self._standing.reply(),
            "alert": lambda _: self._standing.alert(),
            "notify": lambda _: self._standing.messages("notify"),
            "inform": lambda _: self._standing.messages("inform"),
            "speak": lambda _: self._standing.messages(),
            "correct": lambda _: self._standing.messages("correct"),
            "spokesperson": lambda _: self._standing.spokesperson(),
            "watch": lambda _: self._standing.watch(),
            "cell": lambda _: self._standing.cell(),
            "timeline": lambda _: Menu(
                tuple(timeline_lines(self._view().timeline, say)) or (say("console.timeline_empty"),)
            ),
            "network": lambda _: network_menu(session.network(), say),
            "journal": lambda _: Menu(tuple(self._journal()) or (say("console.journal_empty"),)),
            "dossier": lambda _: Menu(tuple(dossier_lines(briefing)) or (say("console.no_dossier"),)),
            "grading": lambda _: Menu(tuple(guide_lines(session.guide(), say))),
            "pause": self._pause,
        }

    def obey(self, name: CommandName, rest: str) -> Menu | None:
        """Do the command `name`; KeyError for those that belong to the game."""
        return self._orders[name](rest)

    def _view(self) -> CrisisView:
        return self._session.crisis(FeedFilter())

    def _help(self) -> Iterator[str]:
        yield self._say("console.help_numbers")
        for name in COMMANDS:
            *words, letter = words_of(name, self._say)
            yield self._say("console.help_line", letter=letter, word=words[0], what=self._say(f"console.help_{name}"))

    def _next(self, _: str) -> None:
        self._session.next_event()

    def _wait(self, rest: str) -> Menu | None:
        elapsed = _ELAPSED.fullmatch(rest)
        if elapsed:
            self._session.play_until(int(elapsed[1]) * 60 + int(elapsed[2]))
        elif not rest or (rest.isdecimal() and len(rest) < 5):
            self._session.wait(int(rest or USUAL_WAIT))
        else:
            return Menu((self._say("console.wait_how"),))
        return None

    def _card(self, rest: str) -> Menu:
        number = number_of(rest)
        menu = self.cards.menu(None if number is None else number - 1)
        return menu or Menu((self._view().quiet or self._say("console.no_card"),))

    def _listen(self, rest: str) -> Menu | None:
        if not rest:
            return self._standing.listen()
        refusal = self._session.listen(rest)
        if refusal:
            return Menu((refusal,))
        running = self._session.listening().searches[0]
        return Menu((self._say("console.search", words=running.words, state=running.state),))

    def _holding(self) -> Menu:
        if not any(row.action == "holding" for row in self._view().actions):
            return Menu((self._say("console.no_holding"),))
        return self._composing.menu()

    def _journal(self) -> Iterator[str]:
        for notice in self._view().notices:
            yield self._say("console.notice", clock=notice.clock, text=notice.text)

    def _pause(self, _: str) -> Menu:
        if self._session.pace.untimed:
            return Menu((self._say("console.no_clock"),))
        if self._session.paused:
            self._session.resume()
            return Menu((self._say("console.resumed"),))
        self._session.pause()
        return Menu((self._say("console.paused"),))
