"""The crisis: the feed, the decision that waits, how things stand, and what can be done at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.card_rows import CardView
from simulator.play.presenters.cell_rows import ActionRow
from simulator.play.presenters.fact_rows import FactRow
from simulator.play.presenters.rows import CrisisView, NoticeRow
from simulator.ui.contract import Session
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Pop, Replace, Transition
from simulator.ui.scenes import crisis_panels
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.crisis_actions import dialog_for
from simulator.ui.scenes.crisis_layout import ACTIONS, Column, Layout, columns_in_sight
from simulator.ui.scenes.dialogs.cell import CellDialog
from simulator.ui.scenes.dialogs.dossier import DossierDialog
from simulator.ui.scenes.dialogs.facts import FactsDialog
from simulator.ui.scenes.dialogs.menu import MenuDialog
from simulator.ui.scenes.dialogs.messages import MessagesDialog
from simulator.ui.scenes.feed_reading import FeedReading
from simulator.ui.scenes.following import Following
from simulator.ui.scenes.network_board import NetworkBoard
from simulator.ui.scenes.reader import Arrivals, Reader
from simulator.ui.spots import Command
from simulator.ui.theme import MARGIN
from simulator.ui.widgets.actions import Toolbar, toolbar
from simulator.ui.widgets.feed import Feed
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_COLUMNS: dict[str, Column] = {
    "column_feed": "feed",
    "column_decisions": "decisions",
    "column_measures": "measures",
}
"""Which column each action of the keyboard shows."""
_EASE = 6.0
"""How fast figures and bars reach their value, in shares of the way a second."""


class CrisisScene(FeedReading, PanelScene):
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

    @property
    def card(self) -> CardView | None:
        """The open inject that is shown; it stays until it is answered, or another is chosen."""
        return next((card for card in self.view.cards if card.inject_id == self.card_id), None)

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

    # leaving it

    leave_tip = "ui.leave_tip"
    """What is said of leaving for now."""

    @property
    def ending_words(self) -> tuple[str, str, str]:
        """What giving up is called, how it is asked again, and what is said of it."""
        if self.session.for_class:
            return "ui.hand_in_now", "ui.hand_in_sure", "ui.hand_in_tip"
        return "ui.leave_play", "ui.leave_sure", "ui.give_up_tip"

    def leave_for_now(self) -> Transition:
        """Back to where one came from; the play is taken up from there."""
        self.game.desk.close()
        self.game.session = None
        return Pop()

    def give_up(self) -> Transition:
        """End the play here."""
        self.session.abandon()
        self.game.session = None
        return Pop()

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

    def answered(self, refusal: str | None, done: str = "") -> bool:
        """Show why a command was refused, or `done`; whether it was accepted."""
        if refusal is not None:
            self.tell(refusal, "bad")
            return False
        if done:
            self.tell(done, "good")
        return True

    # the keyboard

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        taken, asked = self.on_reading_key(event)
        if taken:
            return True, asked
        key = pressed(event)
        if key.isdecimal() and key != "0":
            self.column, self.mapped = "decisions", False
            self.arrange()
            self._choose_by_digit(key)
            return True, None
        wanted = self.game.look.keys.act(key, "crisis")
        if wanted in _COLUMNS:
            self.column, self.mapped = _COLUMNS[wanted], False
            return True, None
        commands: dict[str, Command] = {
            "pause": self.toggle_pause,
            "next_event": self.next_event,
            "wait_minute": self.wait_minute,
            "messages": lambda: self.open(MessagesDialog(self, None)),
            "dossier": lambda: self.open(DossierDialog(self)),
            "other_card": self.next_card,
            "network": self.toggle_map,
            "cell": self.open_cell,
        }
        if wanted in commands:
            return True, commands[wanted]()
        action = next((row for row in self.view.actions if row.action == wanted), None)
        return (True, self.take_action(action)) if action is not None else (False, None)

    def _choose_by_digit(self, digit: str) -> None:
        card = self.card
        for response in card.responses if card is not None else ():
            if response.key == digit:
                self.focus_on(f"response {response.response_id}")

    # commands

    def choose(self, card: CardView, response_id: str) -> Command:
        def publish() -> Transition:
            if self.answered(self.session.choose(card.inject_id, response_id)):
                self.focus = None
                self.card_id = ""
            return None

        return publish

    def show_card(self, inject_id: str) -> Command:
        def show() -> Transition:
            self.card_id = inject_id
            self.fraction = next((card.fraction for card in self.view.cards if card.inject_id == inject_id), 1.0)
            return None

        return show

    def next_card(self) -> Transition:
        """Show the next open inject, going round; from the map, the one that was shown."""
        if self.mapped:
            return self.toggle_map()
        ids = [card.inject_id for card in self.view.cards]
        card = self.card
        if card is None:
            return None
        return self.show_card(ids[(ids.index(card.inject_id) + 1) % len(ids)])()

    def toggle_pause(self) -> Transition:
        if self.session.paused:
            self.session.resume()
        elif self.view.header.can_pause:
            self.session.pause()
        else:
            self.tell(self.game.look.say("ui.no_pause"), "bad")
        return None

    def toggle_map(self) -> Transition:
        """Show the map of the audience instead of the feed and the decisions, or these again."""
        self.mapped = not self.mapped
        self.focus = None
        return None

    def next_event(self) -> Transition:
        self.session.next_event()
        return None

    def wait_minute(self) -> Transition:
        """Let one minute pass, whether or not the clock is stopped: to act on the minute."""
        self.session.wait(1)
        return None

    def put_hint_away(self) -> Transition:
        """The tip has been read."""
        self.session.put_hint_away()
        return None

    def open_cell(self) -> Transition:
        """Lay the cell's lines over the scene."""
        return self.open(CellDialog(self))

    def show_column(self, column: Column) -> Command:
        def show() -> Transition:
            self.column, self.mapped = column, False
            return None

        return show

    def open_fact(self, row: FactRow) -> Command:
        return lambda: self.open(FactsDialog(self, row.fact_id))

    def open_menu(self) -> Transition:
        return self.open(MenuDialog(self))

    def act(self, action: ActionRow) -> Command:
        return lambda: self.take_action(action)

    def take_action(self, action: ActionRow) -> Transition:
        """Open what `action` needs, or say why it cannot be."""
        if not action.enabled:
            self.tell(action.refusal, "bad")
            return None
        return self.open(dialog_for(self, action.action, self.focused_post))
