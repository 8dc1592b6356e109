"""The crisis: the feed, the decision that waits, how things stand, and what can be done at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.rows import CrisisView, NoticeRow
from simulator.ui.contract import Session
from simulator.ui.scene import Replace, Transition
from simulator.ui.scenes import crisis_panels
from simulator.ui.scenes.crisis_commands import CrisisCommands
from simulator.ui.scenes.crisis_layout import ACTIONS, Column, Layout, columns_in_sight
from simulator.ui.scenes.dialogs.menu import MenuDialog
from simulator.ui.scenes.following import Following
from simulator.ui.scenes.network_board import NetworkBoard
from simulator.ui.scenes.reader import Arrivals, Reader
from simulator.ui.theme import MARGIN
from simulator.ui.widgets.actions import Toolbar, toolbar
from simulator.ui.widgets.feed import Feed
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_EASE = 6.0
"""How fast figures and bars reach their value, in shares of the way a second."""


class CrisisScene(CrisisCommands):
    """Shows what the session tells, and tells it what is decided."""

    def __init__(self, game: Game, session: Session) -> None:
        super().__init__(game)
        self.session = session
        self.reader = Reader(session.laid_apart)
        self.arrivals = Arrivals()
        self.column: Column = "decisions"
        self.card_id = ""
        self.feed = Feed()
        self.board = NetworkBoard(self)
        self.mapped = False
        """Whether the map of the audience stands where the feed and the decisions do."""
        self.figure = 0.0
        self.fraction = 1.0
        """Of the time to answer the open inject: what its bar shows, on its way to what is left."""
        self.time_left: pygame.Rect | None = None
        """Where that bar stands among the decisions, while there is one."""
        self._last_notice = 0
        self._was_away = False
        """Whether the play stands still because the student looked elsewhere."""
        self.parts: Layout | None = None
        """Where everything stood when it was last composed."""
        self._parted: tuple[tuple[object, ...], Toolbar] | None = None
        self.following = Following(session, self.reader.filter)
        self.view: CrisisView = self.following.view
        self.figure = float(self.view.gauge.outrage)
        if self.view.notices:
            self._last_notice = self.view.notices[-1].serial - 1
        self.look_again()

    # what the session tells

    def look_again(self) -> None:
        """Ask for the rows anew if anything may have changed."""
        if not self.following.look_again(self.reader.filter, self.game.turn, self.game.look):
            return
        self.view = self.following.view
        if self.card is None:
            self.card_id = self.view.cards[0].inject_id if self.view.cards else ""
            self.fraction = 1.0
        for notice in self.view.notices:
            if notice.serial > self._last_notice:
                self._last_notice = notice.serial
                if not (self.tells_what_happened or self._is_in_sight(notice)):
                    self.tell(f"{notice.clock} · {notice.text}" if notice.clock else notice.text, notice.tone)
        self.tell_problem()

    @property
    def foot_height(self) -> int:
        """Points kept free at the bottom for what a scene made of this one shows there."""
        return 0

    @property
    def has_unfinished_panels(self) -> bool:
        """Whether something in sight is still as it was, because the last frame had no time left."""
        return any(panel.unfinished for name, panel in self.panels.items() if name in self.order)

    @property
    def _has_time(self) -> bool:
        """Whether this frame has nothing to paint, as far as can be known before."""
        moves = self.board.is_busy if self.mapped else self.feed.moving
        return self.following.is_shown and not moves and not self.has_unfinished_panels

    @property
    def tells_what_happened(self) -> bool:
        """Whether the last consequences are in sight, so that no notice need repeat them."""
        return not self.mapped and self.card is None and "decisions" in columns_in_sight(self.game.look, self.column)

    def _is_in_sight(self, notice: NoticeRow) -> bool:
        """Whether `notice` tells of the card that is shown, which tells it better."""
        card, shown = self.card, columns_in_sight(self.game.look, self.column)
        if card is None or self.mapped or "decisions" not in shown:
            return False
        return notice.tone == "news" and bool(card.name) and card.name in notice.text

    @property
    def notice_strip(self) -> pygame.Rect | None:
        return self.parts.notices if self.parts is not None else None

    def toolbar(self, painter: Painter) -> Toolbar:
        """The standing actions in lines over the whole window, parted once for the same actions."""
        actions = self.following.seen_before(ACTIONS).actions
        made = (self.game.look, actions)
        if self._parted is None or self._parted[0] != made:
            room = self.game.look.size[0] - 2 * self.game.look.px(MARGIN)
            self._parted = (made, toolbar(painter, actions, room))
        return self._parted[1]

    # the scene

    def compose(self) -> None:
        self.look_again()
        self.following.pass_frame()
        crisis_panels.compose(self)

    def update(self, seconds: float) -> Transition:
        self.session.attending = self.dialog is not None
        before = self.session.revision
        self.session.advance(seconds)
        if self.session.revision != before:
            self.following.minute_passed()
        asked = super().update(seconds)
        if asked is not None:
            return asked
        if self.session.finished:
            return self.finish()
        self.pass_reading_time(seconds)
        if self._has_time:
            self.session.use_spare_time()
        if self.mapped:
            self.board.update(self.session.network(), None, seconds)
        card = self.card
        share = 1.0 if self.game.look.still else min(1.0, _EASE * seconds)
        self.figure += (self.view.gauge.outrage - self.figure) * share
        if abs(self.view.gauge.outrage - self.figure) < 0.5:
            self.figure = self.view.gauge.outrage
        wanted = card.fraction if card is not None else 1.0
        self.fraction = wanted if wanted > self.fraction else self.fraction + (wanted - self.fraction) * share
        return None

    def finish(self) -> Transition:
        """The run has ended: to the debrief."""
        from simulator.ui.scenes.looking_back import LookingBackScene

        return Replace(LookingBackScene(self.game, self.session))

    def back(self) -> Transition:
        return self.toggle_map() if self.mapped else self.open(MenuDialog(self))

    # away and back

    stops_when_away = True
    """Whether time stands still while the window has not the focus: a lesson is no test of who looks longest."""

    def handle(self, event: pygame.event.Event) -> Transition:
        if event.type == pygame.WINDOWFOCUSLOST and self.stops_when_away:
            self._was_away = self._was_away or self._stand_still()
        elif event.type == pygame.WINDOWFOCUSGAINED and self._was_away:
            self._was_away = False
            if self.session.paused:
                self.tell(self.game.look.say("ui.was_away", key=self.game.look.cap("pause")), "news")
        return super().handle(event)

    def welcome_back(self, running: str, paused: str) -> None:
        """Stop the clock of a play that is taken up, where a pause is permitted, and say where it stands."""
        code = paused if self._stand_still() else running
        look = self.game.look
        self.tell(look.say(code, clock=self.view.header.clock, key=look.cap("pause")), "news")

    def _stand_still(self) -> bool:
        """Pause if time passes by itself; whether it did and now does not."""
        if self.session.paused or not self.view.header.can_pause or self.game.desk.settings.tempo == 0:
            return False
        self.session.pause()
        return True
