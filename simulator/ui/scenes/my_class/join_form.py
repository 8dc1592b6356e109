"""Joining a class: a link, or an address and a code, and a pseudonym."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.ui.scene import Transition
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.my_class.scene import ClassScene

_USUAL = ("address", "code", "pseudonym")
_MORE = ("roster", "rejoin", "ca")
_HINTS = {"code": "myclass.field_code_hint", "pseudonym": "myclass.field_pseudonym_hint"}
_WIDTH = 620


class JoinForm:
    """The fields of `scene`, and what is done with them."""

    def __init__(self, scene: ClassScene) -> None:
        self._scene = scene
        self.is_long = False
        self.is_listed = False

    def state(self) -> Hashable:
        """All that the form shows beside its fields."""
        return self.is_long, self.is_listed

    def text(self, name: str) -> str:
        """What was written in the field `name`."""
        return self._scene.writing.text(f"field {name}", "").strip()

    def paint(self, painter: Painter, x: int, y: int, width: int) -> int:
        """The card of the form from (x, y); the row under it."""
        return painter.card(x, y, min(width, painter.px(_WIDTH)), self._content, 24)

    def _content(self, on: Painter, x: int, y: int, room: int) -> int:
        say, theme, view = on.look.say, on.look.theme, self._scene.view
        y = on.text(x, y, say("myclass.join_title"), room, "heading", "bold").bottom + on.px(4)
        y = on.text(x, y, say("myclass.join_lead"), room, colour=theme.muted).bottom + on.px(14)
        for name in (*_USUAL, *(_MORE if self.is_long else ())):
            label = say(f"myclass.field_{name}")
            y = on.text(x, y, label, room, "small", "semibold").bottom + on.px(3)
            hint = say(_HINTS[name]) if name in _HINTS else ""
            field = (f"field {name}", "", 1, hint)
            y = self._scene.writing.paint(on, x, y, room, *field, single=True, label=label) + on.px(10)
        y = self._check(on, x, y, room) + on.px(12)
        if view.said:
            on.icon("alert_circle_outline", x, y + on.px(1), 18, theme.hot)
            y = on.text(x + on.px(26), y, view.said, room - on.px(26)).bottom + on.px(12)
        y = self._buttons(on, x, y, room) + on.px(14)
        return on.text(x, y, say("myclass.kept"), room, "small", colour=theme.muted).bottom

    def _check(self, on: Painter, x: int, y: int, room: int) -> int:
        return checkbox(on, x, y, room, on.look.say("myclass.listed"), "listed", self._toggle, self.is_listed)

    def _buttons(self, on: Painter, x: int, y: int, room: int) -> int:
        say, height = on.look.say, on.px(38)
        doing = self._scene.view.doing
        label, key = doing or say("myclass.join"), "" if doing else say("ui.enter")
        wide = min(room, button_width(on, label, key))
        area = pygame.Rect(x + room - wide, y, wide, height)
        button(on, area, label, "join", self.join, key=key, kind="primary", enabled=not doing, tip=doing)
        more = say("myclass.less" if self.is_long else "myclass.more")
        beside = button_width(on, more)
        if beside + on.px(10) > room - wide:
            y += height + on.px(8)
        button(on, pygame.Rect(x, y, min(room, beside), height), more, "more", self._unfold)
        return y + height

    def _toggle(self) -> Transition:
        self.is_listed = not self.is_listed
        return None

    def _unfold(self) -> Transition:
        self.is_long = not self.is_long
        return None

    def join(self) -> Transition:
        """Ask to join with what is written."""
        self._scene.game.desk.my_class.join(
            self.text("address"),
            self.text("code"),
            self.text("pseudonym"),
            roster_number=self.text("roster"),
            rejoin=self.text("rejoin"),
            listed=self.is_listed,
            ca_file=self.text("ca"),
        )
        self._scene.ask()
        return None


def checkbox(on: Painter, x: int, y: int, room: int, text: str, name: str, command: Command, checked: bool) -> int:
    """A box to tick with its text; the row under it."""
    theme = on.look.theme
    icon = "checkbox_marked_outline" if checked else "checkbox_blank_outline"
    on.icon(icon, x, y + on.px(1), 20, theme.accent if checked else theme.muted)
    area = on.text(x + on.px(28), y, text, room - on.px(28))
    whole = pygame.Rect(x - on.px(4), y - on.px(3), room + on.px(8), area.height + on.px(6))
    on.spot(name, whole, command, "", "", 6)
    return area.bottom
