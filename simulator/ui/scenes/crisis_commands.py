"""What can be asked for in a crisis: the keys, and the commands that keys and places share."""

from __future__ import annotations

import pygame

from simulator.play.presenters.card_rows import CardView
from simulator.play.presenters.cell_rows import ActionRow
from simulator.play.presenters.fact_rows import FactRow
from simulator.ui.contract import Session
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Pop, Transition
from simulator.ui.scenes.crisis_actions import dialog_for
from simulator.ui.scenes.crisis_layout import Column
from simulator.ui.scenes.dialogs.cell import CellDialog
from simulator.ui.scenes.dialogs.dossier import DossierDialog
from simulator.ui.scenes.dialogs.facts import FactsDialog
from simulator.ui.scenes.dialogs.menu import MenuDialog
from simulator.ui.scenes.dialogs.messages import MessagesDialog
from simulator.ui.scenes.feed_reading import FeedReading
from simulator.ui.spots import Command

_COLUMNS: dict[str, Column] = {
    "column_feed": "feed",
    "column_decisions": "decisions",
    "column_measures": "measures",
}
"""Which column each action of the keyboard shows."""


class CrisisCommands(FeedReading):
    """What a scene with a crisis lets its student do."""

    session: Session
    card_id: str
    fraction: float

    @property
    def card(self) -> CardView | None:
        """The open inject that is shown; it stays until it is answered, or another is chosen."""
        return next((card for card in self.view.cards if card.inject_id == self.card_id), None)

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
