"""The library's filters: what to show and in which order, by chips, by words typed, by keyboard or mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.pages import LibraryRow
from simulator.play.presenters.selection import (
    KINDS,
    LENGTHS,
    ORDERS,
    ORIGINS,
    SEVERITIES,
    SHORT,
    Wish,
    selected,
)
from simulator.ui.scene import Transition
from simulator.ui.spots import Command
from simulator.ui.widgets.flow import HEIGHT, Chip, flow, flow_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.locale import Phrasebook

_SEVERITIES = (0, *SEVERITIES)
_LONGEST = 40
_FIELD = 250


class Filters:
    """What the reader of the library asks for."""

    def __init__(self) -> None:
        self.wish = Wish()

    def selected(self, rows: Sequence[LibraryRow]) -> tuple[LibraryRow, ...]:
        """The rows to show."""
        return selected(rows, self.wish)

    def clear(self) -> Transition:
        """Show everything again, in the order that was chosen."""
        self.wish = Wish(order=self.wish.order)
        return None

    def on_text(self, text: str) -> None:
        """Letters typed anywhere on the page are words to search."""
        self.wish = replace(self.wish, words=(self.wish.words + text).lstrip()[:_LONGEST])

    def on_key(self, event: pygame.event.Event) -> bool:
        """Take a key, if it takes words back or clears what was asked for."""
        if event.key == pygame.K_BACKSPACE and self.wish.words:
            self.wish = replace(self.wish, words=self.wish.words[:-1])
            return True
        if event.key == pygame.K_ESCAPE and self.wish.narrows:
            self.clear()
            return True
        return False

    def paint(self, painter: Painter, rows: Sequence[LibraryRow], x: int, y: int, width: int) -> int:
        """Types and origins on one line where there is room, the rest under them; the row under all of it."""
        types, origins = self._types(painter.look.say, rows), self._origins(painter.look.say, rows)
        beside = flow_width(painter, origins)
        if flow_width(painter, types) + beside + painter.px(24) <= width:
            flow(painter, origins, x + width - beside, y, beside, "origins")
            y = flow(painter, types, x, y, width, "kinds")
        else:
            y = flow(painter, [*types, *origins], x, y, width, "kinds")
        y += painter.px(8)
        others = self._others(painter.look.say)
        room = flow_width(painter, others)
        if room + painter.px(150) <= width:
            field = min(painter.px(_FIELD), width - room - painter.px(12))
            self._search(painter, pygame.Rect(x, y, field, painter.px(HEIGHT)))
            return flow(painter, others, x + width - room, y, room, "filters")
        self._search(painter, pygame.Rect(x, y, min(width, painter.px(_FIELD)), painter.px(HEIGHT)))
        return flow(painter, others, x, y + painter.px(HEIGHT + 6), width, "filters")

    def _types(self, say: Phrasebook, rows: Sequence[LibraryRow]) -> list[Chip]:
        wish = self.wish
        chips = [Chip("all", say("ui.filter_all"), self.clear, "plain" if wish.narrows else "primary")]
        for kind in KINDS:
            if any(row.kind == kind for row in rows):
                chosen = wish.kind == kind
                command = self._to(replace(wish, kind="" if chosen else kind))
                chips.append(Chip(f"kind {kind}", say(f"ui.kind_{kind}"), command, "primary" if chosen else "plain"))
        return chips

    def _origins(self, say: Phrasebook, rows: Sequence[LibraryRow]) -> list[Chip]:
        chips = []
        for origin in ORIGINS:
            if any(row.origin == origin for row in rows):
                chosen = self.wish.origin == origin
                command = self._to(replace(self.wish, origin="" if chosen else origin))
                label = say(f"ui.origin_{origin}")
                chips.append(Chip(f"origin {origin}", label, command, "primary" if chosen else "plain"))
        return chips

    def _others(self, say: Phrasebook) -> list[Chip]:
        """Severity, length and order, each going round its values; those never played alone."""
        wish = self.wish
        severities = [say(f"ui.severity_{value}") for value in _SEVERITIES]
        lengths = [say(f"ui.length_{value or 'any'}", minutes=SHORT) for value in LENGTHS]
        orders = [say(f"ui.order_{value}") for value in ORDERS]
        severity, length = _SEVERITIES.index(wish.severity), LENGTHS.index(wish.length)
        order = ORDERS.index(wish.order)
        return [
            _round(
                "severity", severities, severity, lambda place: self._to(replace(wish, severity=_SEVERITIES[place]))
            ),
            _round("length", lengths, length, lambda place: self._to(replace(wish, length=LENGTHS[place]))),
            Chip(
                "unplayed",
                say("ui.filter_unplayed"),
                self._to(replace(wish, unplayed=not wish.unplayed)),
                "chosen" if wish.unplayed else "plain",
            ),
            _round("order", orders, order, lambda place: self._to(replace(wish, order=ORDERS[place])), "sort_variant"),
        ]

    def _search(self, painter: Painter, area: pygame.Rect) -> None:
        """What was typed, or the advice to type."""
        say, theme, words = painter.look.say, painter.look.theme, self.wish.words
        painter.box(area, theme.sunken, theme.line_strong, area.height / 2 / painter.look.scale)
        icon = painter.px(17)
        painter.icon("magnify", area.x + painter.px(10), area.centery - icon // 2, 17, theme.muted)
        left, top = area.x + painter.px(33), area.centery - painter.line_height("small") // 2
        room = area.right - left - painter.px(14)
        shown = words
        while painter.text_width(shown, "small") > room - painter.px(4):
            shown = shown[1:]
        if words:
            end = painter.text(left, top, shown, room, "small", max_lines=1).right
            caret = (end, top - painter.scrolled + painter.px(2), max(1, painter.px(2)), painter.px(15))
            painter.surface.fill(theme.accent, caret)
        else:
            painter.text(left, top, say("ui.search_library"), room, "small", colour=theme.faint, max_lines=1)
        tip = say("ui.search_clear") if words else say("ui.search_library_tip")
        painter.spot("search", area, self._to(replace(self.wish, words="")), tip, "", HEIGHT / 2)

    def _to(self, wish: Wish) -> Command:
        def choose() -> Transition:
            self.wish = wish
            return None

        return choose


def _round(name: str, labels: list[str], place: int, to: Callable[[int], Command], icon: str = "") -> Chip:
    """A chip that shows one of `labels` and goes on to the next."""
    widest = max(labels, key=len)
    command = to((place + 1) % len(labels))
    return Chip(name, labels[place], command, "chosen" if place else "plain", widest, icon)
