"""The crisis: the feed, the decision that waits, how things stand, and what can be done at any time."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.rows import ActionRow, CardView, CrisisView, FactRow, FeedFilter, FeedRow
from simulator.ui.contract import Session
from simulator.ui.look import Look
from simulator.ui.scene import Replace, Transition
from simulator.ui.scenes import crisis_panels
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.crisis_actions import dialog_for
from simulator.ui.scenes.crisis_layout import Column, Layout, columns_in_sight
from simulator.ui.scenes.dialogs.cell import CellDialog
from simulator.ui.scenes.dialogs.facts import FactsDialog
from simulator.ui.scenes.dialogs.menu import MenuDialog
from simulator.ui.scenes.dialogs.messages import MessagesDialog
from simulator.ui.scenes.dialogs.post import PostDialog
from simulator.ui.scenes.keys import KeysDialog
from simulator.ui.spots import Command, by_key
from simulator.ui.theme import MARGIN
from simulator.ui.widgets.actions import Toolbar, toolbar
from simulator.ui.widgets.feed import Feed
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.app import Game

_COLUMN_KEYS: dict[int, Column] = {pygame.K_F3: "feed", pygame.K_F4: "decisions", pygame.K_F5: "measures"}
_POSTS = 60
"""Posts asked for at once; older ones come when the reader gets near them."""
_EASE = 6.0
"""How fast figures and bars reach their value, in shares of the way a second."""


class CrisisScene(PanelScene):
    """Shows what the session tells, and tells it what is decided."""

    def __init__(self, game: Game, session: Session) -> None:
        super().__init__(game)
        self.session = session
        self.channel = ""
        self.limit = _POSTS
        self.column: Column = "decisions"
        self.card_id = ""
        self.feed = Feed()
        self.figure = 0.0
        self.fraction = 1.0
        self._views: deque[CrisisView] = deque(maxlen=3)
        self._stamp: tuple[int, Look] | None = None
        self._seen: tuple[object, ...] = ()
        self._last_notice = 0
        self.parts: Layout | None = None
        """Where everything stood when it was last composed."""
        self._parted: tuple[tuple[Look, tuple[ActionRow, ...]], Toolbar] | None = None
        self.view: CrisisView = session.crisis(FeedFilter(limit=_POSTS))
        self.figure = float(self.view.gauge.outrage)
        if self.view.notices:
            self._last_notice = self.view.notices[-1].serial - 1
        self.look_again()

    # what the session tells

    def look_again(self) -> None:
        """Ask for the rows anew if anything may have changed."""
        seen = (self.session.revision, self.channel, self.limit, self.game.turn)
        if seen == self._seen:
            return
        self._seen = seen
        self.view = self.session.crisis(FeedFilter(self.channel, self.limit))
        if self.card is None:
            self.card_id = self.view.cards[0].inject_id if self.view.cards else ""
            self.fraction = 1.0
        for notice in self.view.notices:
            if notice.serial > self._last_notice:
                self._last_notice = notice.serial
                if not self.tells_what_happened:
                    self.tell(f"{notice.clock} · {notice.text}" if notice.clock else notice.text, notice.tone)

    @property
    def foot_height(self) -> int:
        """Points kept free at the bottom for what a scene made of this one shows there."""
        return 0

    @property
    def tells_what_happened(self) -> bool:
        """Whether the last consequences are in sight, so that no notice need repeat them."""
        return self.card is None and "decisions" in columns_in_sight(self.game.look, self.column)

    @property
    def notice_strip(self) -> pygame.Rect | None:
        return self.parts.notices if self.parts is not None else None

    @property
    def card(self) -> CardView | None:
        """The open inject that is shown; it stays until it is answered, or another is chosen."""
        return next((card for card in self.view.cards if card.inject_id == self.card_id), None)

    def want_older_posts(self) -> None:
        """Ask for more of the feed, if there is more."""
        if len(self.view.feed) >= self.limit:
            self.limit += _POSTS

    def toolbar(self, painter: Painter) -> Toolbar:
        """The standing actions in lines over the whole window, parted once for the same actions."""
        made = (self.game.look, self.view.actions)
        if self._parted is None or self._parted[0] != made:
            room = self.game.look.size[0] - 2 * self.game.look.px(MARGIN)
            self._parted = (made, toolbar(painter, self.view.actions, room))
        return self._parted[1]

    def seen_before(self, frames: int) -> CrisisView:
        """The view of some frames ago (two at most); that of now when the window or the language changed since."""
        return self._views[-1 - min(frames, len(self._views) - 1)]

    # the scene

    def compose(self) -> None:
        self.look_again()
        stamp = (self.game.turn, self.game.look)
        if stamp != self._stamp:
            self._stamp = stamp
            self._views.clear()
        self._views.append(self.view)
        crisis_panels.compose(self)

    def update(self, seconds: float) -> Transition:
        self.session.attending = self.dialog is not None
        self.session.advance(seconds)
        asked = super().update(seconds)
        if asked is not None:
            return asked
        if self.session.finished:
            return self.finish()
        self.feed.pass_time(seconds)
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
        from simulator.ui.scenes.self_debrief import look_back

        return Replace(look_back(self.game, self.session.review()))

    def back(self) -> Transition:
        return self.open(MenuDialog(self))

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
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_META):
            return False, None
        letter = event.unicode.upper() if event.unicode else ""
        if event.key == pygame.K_F1:
            return True, self.open(KeysDialog(self))
        if event.key in _COLUMN_KEYS:
            self.column = _COLUMN_KEYS[event.key]
            return True, None
        if event.key == pygame.K_SPACE:
            return True, self.toggle_pause()
        if letter.isdecimal() and letter != "0":
            self.column = "decisions"
            self.arrange()
            self._choose_by_digit(letter)
            return True, None
        if letter == "N":
            return True, self.next_event()
        if letter == "W":
            return True, self.wait_minute()
        if letter == "X":
            return True, self.open_cell()
        if letter == "M":
            return True, self.open(MessagesDialog(self, None))
        if letter == "D":
            return True, self.next_card()
        for action in self.view.actions:
            if letter == action.key:
                return True, self.take_action(action)
        return False, None

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
        """Show the next open inject, going round."""
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

    def show_channel(self, channel_id: str) -> Command:
        def show() -> Transition:
            self.channel = channel_id
            self.feed = Feed()
            self.limit = _POSTS
            if "feed" in self.panels:
                self.panels["feed"].scrolled = 0
            return None

        return show

    def show_column(self, column: Column) -> Command:
        def show() -> Transition:
            self.column = column
            return None

        return show

    def open_post(self, row: FeedRow) -> Command:
        return lambda: self.open(PostDialog(self, row))

    def open_fact(self, row: FactRow) -> Command:
        return lambda: self.open(FactsDialog(self, row.fact_id))

    def open_menu(self) -> Transition:
        return self.open(MenuDialog(self))

    def act(self, action: ActionRow) -> Command:
        return lambda: self.take_action(action)

    @property
    def focused_post(self) -> FeedRow | None:
        """The post that has the focus, if one has."""
        focused = by_key(self.spots, self.focus)
        if focused is None or not focused.key.startswith("post "):
            return None
        return next((row for row in self.view.feed if f"post {row.post_id}" == focused.key), None)

    def take_action(self, action: ActionRow) -> Transition:
        """Open what `action` needs, or say why it cannot be."""
        if not action.enabled:
            self.tell(action.refusal, "bad")
            return None
        return self.open(dialog_for(self, action.action, self.focused_post))
