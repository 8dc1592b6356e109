"""One play, line by line: what is typed, what it does, what is new."""

from __future__ import annotations

from time import monotonic

from simulator.console.commands import Command, Pick, Unknown, language_of, parse
from simulator.console.lines import EndOfInput, Lines
from simulator.console.looking_back import LookingBack
from simulator.console.menu import Choice, Menu
from simulator.console.news import News
from simulator.console.orders import Orders
from simulator.console.tell.pages import briefing_lines
from simulator.console.tell.situation import situation
from simulator.console.wall import Wall
from simulator.locale import Language, Message, phrasebook
from simulator.play.desk import Desk
from simulator.play.presenters.post_rows import FeedFilter
from simulator.play.session import Session


class Game:
    """A play through `lines`. `wall` is None when time passes by `wait` and `next` alone.

    Who is `briefed` has read the page before the play, and begins at once. `resumed`: the play was interrupted, and
    goes on where it stood.
    """

    def __init__(
        self,
        desk: Desk,
        session: Session,
        lines: Lines,
        wall: Wall | None = None,
        *,
        briefed: bool = False,
        resumed: bool = False,
    ) -> None:
        self.session = session
        self._desk = desk
        self._lines = lines
        self._wall = wall
        self._briefed = briefed
        if wall is None and session.for_class and not session.pace.untimed:
            self._wall = wall = Wall.watching(monotonic)  # a class plays by the clock, whoever reads it
        if wall is None:
            session.set_tempo(0)
        self._news = News()
        self._menu: Menu | None = None
        self._announced: set[str] = set()
        self._resumed = resumed
        self._left = False
        self._told: Message | None = None
        """The desk's problem as last said."""
        self._speak(desk.settings.language)

    def play(self) -> Session | None:
        """From the briefing to the debrief; it gives the play that the student wants next, if any.

        When nobody types any more, the play is left as it stands, to be resumed.
        """
        try:
            self._begin()
            while not (self.session.finished or self._left):
                self._turn()
        except (EndOfInput, KeyboardInterrupt) as end:
            self._leave()
            if isinstance(end, KeyboardInterrupt):
                raise
        finally:
            self._tell_end()
        if self._left or self.session.run.state.abandoned:
            return None
        return LookingBack(self._desk, self.session.review(), self._lines).after_play()

    def _begin(self) -> None:
        self._tell_problem()
        if self._resumed:
            self._take_up("console.back_in")
        elif self.session.branched is not None:
            self._take_up("console.taken_up")
        elif not self._briefed:
            self._lines.write_all(briefing_lines(self._briefing, self._say))
        if not self._briefed:
            self._lines.write(self._say("console.begin" if self._wall is None else "console.begin_timed"))
            self._lines.ask(self._say("console.prompt_begin"))
        if self._wall is not None:
            self._wall.start()
            if self.session.paused:
                self._lines.write(self._say("console.begins_paused"))
        self._tell_news()

    def _take_up(self, code: str) -> None:
        """Say where things stand in a play that has begun; what happened before is known."""
        view = self.session.crisis(FeedFilter())
        for _ in self._news.tell(view, self._say):
            pass
        self._lines.write(self._say(code, clock=view.header.clock))
        self._lines.write_all(situation(view, self._say))

    def _turn(self) -> None:
        typed = self._lines.ask(self._say("console.prompt"))
        if self._wall is not None:
            self._wall.pass_in(self.session)
        if not self.session.finished:
            self._obey(typed)
        if not (self.session.finished or self._left):
            self._tell_news()
            self._tell_problem()

    def _obey(self, typed: str) -> None:
        match parse(typed, self._say):
            case Pick(number):
                self._pick(number)
            case Command("quit"):
                self._show(self._leaving())
            case Command("language", rest):
                self._change_language(rest)
            case Command(name, rest):
                menu = self._orders.obey(name, rest)
                if menu is None:
                    self._menu = None
                else:
                    self._show(menu)
            case Unknown(word, meant):
                code = "console.unknown_near" if meant else "console.unknown"
                self._lines.write(self._say(code, word=word, meant=meant))

    def _pick(self, number: int) -> None:
        menu = self._menu or self._orders.cards.menu()
        if menu is None:
            self._lines.write(self._say("console.no_list"))
        elif not 1 <= number <= len(menu.choices):
            self._lines.write(self._say("console.no_such_number", last=str(len(menu.choices))))
        else:
            outcome = menu.choices[number - 1].do()
            if isinstance(outcome, Menu):
                self._show(outcome)
            elif outcome is not None:
                self._lines.write(outcome)
            else:
                self._menu = None
                self._lines.write(self._say("console.done"))

    def _show(self, menu: Menu) -> None:
        """Read a list out; numbers then pick from it. What is only read leaves the last list standing."""
        if menu.choices:
            self._menu = menu
        self._lines.write_all(menu.lines(self._say))

    def _tell_news(self) -> None:
        self._lines.write_all(self._news.tell(self.session.crisis(FeedFilter()), self._say))
        cards = self._orders.cards.open
        fresh = [card for card in cards if card.inject_id not in self._announced]
        self._announced.update(card.inject_id for card in fresh)
        if fresh:
            self._menu = None
            menu = self._orders.cards.menu([card.inject_id for card in cards].index(fresh[0].inject_id))
            if menu is not None:
                self._lines.write_all(menu.lines(self._say))

    def _leaving(self) -> Menu:
        in_class = self.session.for_class
        choices = (
            Choice(self._say("console.leave_for_now"), self._leave),
            Choice(self._say("console.stay"), lambda: Menu((self._say("console.stayed"),))),
            Choice(self._say("ui.hand_in_now" if in_class else "console.leave"), self.session.abandon),
        )
        told = (self._say("console.leaving"), *((self._say("ui.hand_in_tip"),) if in_class else ()))
        return Menu(told, choices)

    def _leave(self) -> None:
        """Let go of the play as it stands; one that is over stays so."""
        if not self.session.finished:
            self._desk.close()
            self._left = True

    def _tell_problem(self) -> None:
        """Say once what the desk could not keep, and that it can again."""
        problem, told = self._desk.problem, self._told
        if problem is not None and problem != told:
            self._lines.write(self._say.say(problem))
        elif problem is None and told is not None and told.code == "desk.play_unsaved":
            self._lines.write(self._say("desk.play_saved_again"))
        self._told = problem

    def _change_language(self, rest: str) -> None:
        language = language_of(rest)
        if language is None:
            self._lines.write(self._say("console.language_how"))
            return
        self._desk.set_language(language)
        self.session.set_language(language)
        self._speak(language)
        self._lines.write(self._say("console.language"))

    def _speak(self, language: Language) -> None:
        self._say = phrasebook(language)
        self._menu = None
        self._briefing = self.session.briefing()
        self._orders = Orders(self.session, self._briefing, self._say)

    def _tell_end(self) -> None:
        if self._left:
            self._lines.write(self._say("console.left", clock=self.session.crisis(FeedFilter()).header.clock))
        if not self.session.finished:
            self._lines.flush()
            return
        if self.session.run.state.abandoned:
            self._lines.write(self._say("console.abandoned"))
        else:
            self._lines.write_all(self._news.tell(self.session.crisis(FeedFilter()), self._say))
        problem = self._desk.problem
        self._lines.write(self._say.say(problem) if problem else self._say("console.kept"))
        self._lines.flush()


def play_all(
    desk: Desk,
    session: Session,
    lines: Lines,
    wall: Wall | None = None,
    *,
    briefed: bool = False,
    resumed: bool = False,
) -> None:
    """A play, whose player may be `briefed` already or have `resumed` it, and each that is asked for after it."""
    following = Game(desk, session, lines, wall, briefed=briefed, resumed=resumed).play()
    while following is not None:
        following = Game(desk, following, lines, wall).play()
