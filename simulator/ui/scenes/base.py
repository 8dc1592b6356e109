"""What every scene shares: panels, the focus, notices, and dialogs laid over it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.ui.keyboard import pressed
from simulator.ui.scene import Transition
from simulator.ui.scenes.above_panels import AbovePanels
from simulator.ui.scenes.focus_keys import take_focus_key
from simulator.ui.scenes.pointing import Pointing
from simulator.ui.spots import Spot, by_key
from simulator.ui.theme import Colour
from simulator.ui.tiles import Tile
from simulator.ui.widgets.notices import Notices
from simulator.ui.widgets.panel import Paint, Panel

if TYPE_CHECKING:
    from simulator.ui.app import Game
    from simulator.ui.scenes.dialog import Dialog


class PanelScene:
    """A scene made of panels. A subclass says in `compose` what stands where, each time anew."""

    first_focus: str | None = None

    def __init__(self, game: Game) -> None:
        self.game = game
        self.panels: dict[str, Panel] = {}
        self.order: list[str] = []
        self.focus: str | None = self.first_focus
        self.hovered: str | None = None
        self.pointed = 0.0
        self.by_keyboard = True
        self.clicked: tuple[int, int] | None = None
        """Where the mouse pressed last, in pixels of the window."""
        self.dialog: Dialog | None = None
        self.notices = Notices()
        self._above = AbovePanels(self, self.notices)
        self._pointing = Pointing(self)
        self._modal_from = 0
        self._focus_below: str | None = None
        self._laid_over: tuple[Dialog, str | None] | None = None
        """The dialog under that of help, and what had the focus there."""
        self._revealing = False
        self._swallowed = ""
        """What the key that opened a field types, which must not stand in it."""

    # what a subclass fills in

    def compose(self) -> None:
        """Show every panel, back to front."""

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:  # noqa: ARG002 - a hook
        """Take a key: (whether it was taken, what it asks for)."""
        return False, None

    def on_text(self, text: str) -> None:
        """Take typed text."""

    def on_composing(self, text: str) -> None:
        """Take what an input method is composing."""

    def on_drag(self, position: tuple[int, int]) -> None:
        """The mouse moves with its button down."""

    def leave(self) -> None:
        """The scene goes for good."""

    @property
    def notice_strip(self) -> pygame.Rect | None:
        """Where notices come, when the scene keeps a line free for them; else over its lower edge."""
        return None

    def back(self) -> Transition:
        """What Escape asks for."""
        return None

    # for subclasses and dialogs

    def show(
        self,
        name: str,
        area: pygame.Rect,
        key: Hashable,
        paint: Paint,
        ground: Colour | None = None,
        scrolls: bool = False,
        gradual: bool = False,
    ) -> Panel:
        """Put a panel on the window; `ground` None is see-through, `key` stands for all that it shows."""
        panel = self.panels.get(name)
        if panel is None:
            panel = self.panels[name] = Panel(name)
        self.order.append(name)
        panel.show(self.game.look, area, key, paint, ground, scrolls, gradual)
        return panel

    def open(self, dialog: Dialog) -> Transition:
        """Lay `dialog` over the scene: it alone can be reached until it closes."""
        if self.dialog is None:
            self._focus_below = self.focus
        self.dialog = dialog
        self.panels.pop("body", None)
        self.focus = dialog.first_focus
        self.hovered = None
        self._revealing = True
        return None

    def close(self) -> Transition:
        """Take the dialog away; the focus is where it was, in the dialog that help was laid over if there was one."""
        if self.dialog is not None:
            self.dialog.closed()
        self.dialog, self.focus = self._laid_over or (None, self._focus_below)
        self._laid_over = None
        self.hovered = None
        return None

    def help(self) -> Transition:
        """Lay the keys over all that is shown, or take them away."""
        from simulator.ui.scenes.keys import KeysDialog

        if isinstance(self.dialog, KeysDialog):
            return self.close()
        if self.dialog is not None:
            self._laid_over = (self.dialog, self.focus)
        return self.open(KeysDialog(self))

    def tell(self, text: str, tone: str = "neutral") -> None:
        """Show a sentence for some seconds."""
        self.notices.add(text, tone)

    def tell_problem(self) -> None:
        """Say what the desk could not read or keep, each time anew once."""
        problem, told = self.game.desk.problem, self.game.told
        if problem is None and told is not None and told.code == "desk.play_unsaved":
            self.tell(self.game.look.say("desk.play_saved_again"), "good")
        if problem is not None and problem != told:
            self.tell(self.game.look.say.say(problem), "bad")
        self.game.told = problem

    @property
    def spots(self) -> list[Spot]:
        """What can be reached now, in the order of Tab."""
        return [spot for panel in self.reachable for spot in panel.spots]

    @property
    def reachable(self) -> list[Panel]:
        """The panels that can be reached now, back to front: under a dialog, its own alone."""
        return [self.panels[name] for name in self.order[self._modal_from :]]

    # the scene protocol

    def update(self, seconds: float) -> Transition:
        self.pointed += seconds
        self.notices.pass_time(seconds)
        return self.dialog.update(seconds) if self.dialog is not None else None

    def arrange(self) -> None:
        """Bring every panel up to date."""
        self.order = []
        self._modal_from = 0
        self.compose()
        if self.dialog is not None:
            self._modal_from = len(self.order)
            self.dialog.compose()
        if self.focus is not None and by_key(self.spots, self.focus) is None:
            self.focus = self.dialog.first_focus if self.dialog is not None else None

    def tiles(self) -> list[Tile]:
        self.arrange()
        if self._revealing:
            self._revealing = False
            self.move_focus(by_key(self.spots, self.focus))
        shown = [self.panels[name] for name in self.order]
        return [panel.tile() for panel in shown if panel.area.size > (0, 0)] + self._above.tiles()

    def handle(self, event: pygame.event.Event) -> Transition:
        if not self.order:
            self.arrange()
        match event.type:
            case pygame.MOUSEMOTION | pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP | pygame.MOUSEWHEEL:
                return self._pointing.handle(event)
            case pygame.TEXTINPUT if event.text == self._swallowed:
                pass
            case pygame.TEXTINPUT:
                (self.dialog or self).on_text(event.text)
            case pygame.KEYUP:
                self._swallowed = ""
            case pygame.TEXTEDITING if self.dialog is None:
                self.on_composing(event.text)
            case pygame.KEYDOWN:
                self.by_keyboard, self.hovered = True, None
                before = self.dialog
                transition = self._key(event)
                if self.dialog is not before:
                    self.swallow(event)
                return transition
        return None

    def swallow(self, event: pygame.event.Event) -> None:
        """A key opened something to write in: what the same press types is no part of it."""
        self._swallowed = str(event.unicode)

    def activate(self, spot: Spot, was_focused: bool) -> Transition:
        """Do what `spot` does, or say why it cannot; `was_focused` tells a second click from a first."""
        if not spot.enabled:
            self.tell(spot.tip, "bad")
            return None
        if spot.careful and not was_focused:
            return None
        return spot.command()

    # the keyboard

    def _key(self, event: pygame.event.Event) -> Transition:
        if self.dialog is None or not self.dialog.takes_every_key:
            match self.game.look.keys.act(pressed(event), "everywhere"):
                case "help":
                    return self.help()
                case "language":
                    return self.game.other_language()
                case "theme":
                    return self.game.other_theme()
                case "speech":
                    self.tell(
                        self.game.look.say("ui.speech_ends" if self.game.desk.settings.speech else "ui.speech_begins")
                    )
                    return self.game.other_speech()
        before = self.dialog
        taken, transition = self.dialog.on_key(event) if self.dialog is not None else self.on_key(event)
        if self.dialog is not before:
            self.swallow(event)
        if taken:
            return transition
        if event.key == pygame.K_ESCAPE:
            return self.close() if self.dialog is not None else self.back()
        return take_focus_key(self, event)

    def move_focus(self, spot: Spot | None) -> None:
        """Give `spot` the focus and bring it into sight."""
        if spot is None:
            return
        self.focus = spot.key
        self.reveal(spot.key)

    def reveal(self, key: str) -> None:
        """Scroll the panel of the spot called `key` until it is in sight, if it is there."""
        spot = by_key(self.spots, key)
        if spot is not None and (panel := self.panels.get(spot.panel)) is not None:
            panel.reveal(spot, self.game.look.px(10))
            self.arrange()

    @property
    def chosen_response(self) -> str:
        """The response that Enter or a second click publishes."""
        focus = self.focus or ""
        return focus.removeprefix("response ") if focus.startswith("response ") else ""

    def focus_on(self, key: str) -> None:
        """Give the focus to the spot called `key`, if it is there."""
        self.move_focus(by_key(self.spots, key))
