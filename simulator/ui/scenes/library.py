"""The library: which crisis to play."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.pages import ContinueRow, LibraryRow
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Push, Transition
from simulator.ui.scenes.briefing import brief
from simulator.ui.scenes.resuming import ResumingScene
from simulator.ui.scenes.shell import ShellScene
from simulator.ui.spots import Command
from simulator.ui.theme import RADIUS_CARD
from simulator.ui.widgets.continue_card import HEIGHT, paint_continue
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter
from simulator.ui.widgets.scenario_card import card_height, paint_card

if TYPE_CHECKING:
    from simulator.ui.app import Game

_KINDS = ("ethical_breach", "security_breach", "service_problem", "defamation")
_ORIGINS = ("internal", "external")


class LibraryScene(ShellScene):
    """Every scenario as a card, with filters by type and origin."""

    page = "library"

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.kind = ""
        self.origin = ""
        self.rows: tuple[LibraryRow, ...] = ()
        self.to_continue: ContinueRow | None = None

    def refresh(self) -> None:
        super().refresh()
        self.rows = self.game.desk.library()
        before, self.to_continue = self.to_continue, self.game.desk.to_continue()
        if self.to_continue is not None and before is None:
            self.focus = "continue"

    def compose(self) -> None:
        super().compose()
        look = self.game.look
        rows = self.rows
        chosen = (self.kind, self.origin, look.settings.language)
        area = self.content
        filters = self._filter_rows(rows)
        head = look.px(68) + len(filters) * look.px(34) + look.px(8)
        top = pygame.Rect(area.x, 0, area.width, min(head, area.height // 2))
        self.show("filters", top, (chosen, rows), lambda painter: self._head(painter, filters), look.theme.ink)
        below = pygame.Rect(area.x, top.bottom, area.width, area.height - top.bottom)
        self.show(
            "cards",
            below,
            (chosen, rows, self.to_continue),
            lambda painter: self._cards(painter, rows),
            look.theme.ink,
            True,
        )
        if self.focus is None and self.dialog is None:
            first = next((row for row in rows if not row.problem), None)
            self.focus = f"scenario {first.scenario_id}" if first else None

    def _filter_rows(self, rows: tuple[LibraryRow, ...]) -> list[list[tuple[str, str, Command, bool]]]:
        """Filters as (name, label, command, chosen), in as many lines as they need."""
        look = self.game.look
        say = look.say
        wanted = [("kind ", say("ui.filter_all"), self._by_kind(""), not self.kind and not self.origin)]
        for kind in _KINDS:
            if any(row.kind == kind for row in rows):
                wanted.append((f"kind {kind}", say(f"ui.kind_{kind}"), self._by_kind(kind), self.kind == kind))
        for origin in _ORIGINS:
            if any(row.origin == origin for row in rows):
                label = say(f"ui.origin_{origin}")
                wanted.append((f"origin {origin}", label, self._by_origin(origin), self.origin == origin))
        probe = Painter(look, pygame.Surface((1, 1)), "probe", (0, 0))
        lines: list[list[tuple[str, str, Command, bool]]] = [[]]
        left, room = 0, self.content.width - 2 * look.px(28)
        for entry in wanted:
            width = button_width(probe, entry[1]) + look.px(8)
            if left + width > room and lines[-1]:
                lines.append([])
                left = 0
            lines[-1].append(entry)
            left += width
        return lines

    def _head(self, painter: Painter, filters: list[list[tuple[str, str, Command, bool]]]) -> None:
        say = painter.look.say
        left = painter.px(28)
        language = painter.look.settings.language.upper()
        key = painter.look.cap("language")
        width = button_width(painter, language, key, "translate")
        area = pygame.Rect(painter.width - left - width, painter.px(28), width, painter.px(30))
        room = area.x - left - painter.px(12)
        self.title(painter, left, painter.px(26), say("ui.choose_crisis"), room)
        y = painter.px(68)
        for line in filters:
            x = left
            for name, label, command, chosen in line:
                wide = button_width(painter, label)
                place = pygame.Rect(x, y, wide, painter.px(28))
                button(painter, place, label, name, command, kind="primary" if chosen else "plain", group="filters")
                x += wide + painter.px(8)
            y += painter.px(34)
        tip = say("keys.language")
        button(painter, area, language, "language", self._other_language, key=key, icon="translate", tip=tip)

    def _cards(self, painter: Painter, rows: tuple[LibraryRow, ...]) -> None:
        say = painter.look.say
        shown = [
            row
            for row in rows
            if (not self.kind or row.kind == self.kind) and (not self.origin or row.origin == self.origin)
        ]
        left, gap, top = painter.px(28), painter.px(14), painter.px(6)
        room = painter.width - 2 * left
        if self.to_continue is not None:
            paint_continue(painter, pygame.Rect(left, top, room, painter.px(HEIGHT)), self.to_continue, self._resume)
            top += painter.px(HEIGHT) + gap
        columns = max(1, min(4, (room + gap) // (painter.px(290) + gap)))
        width = (room - (columns - 1) * gap) // columns
        height = card_height(painter, shown, width)
        if not shown:
            painter.text(left, top, say("ui.no_scenario"), room, colour=painter.look.theme.muted)
        for rank, row in enumerate(shown):
            x = left + rank % columns * (room + gap) // columns
            y = top + rank // columns * (height + gap)
            area = pygame.Rect(x, y, width, height)
            if painter.shows(y, height):
                paint_card(painter, area, row)
            key = f"scenario {row.scenario_id}"
            enabled = not row.problem
            painter.spot(key, area, self._open(row), row.problem, "scenarios", RADIUS_CARD, enabled)
        painter.reach(painter.bottom + painter.px(20))

    def _resume(self) -> Transition:
        return Push(ResumingScene(self.game, self.to_continue.play_id)) if self.to_continue is not None else None

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        if self.game.look.keys.act(pressed(event), "library") == "continue":
            return True, self._resume()
        return super().on_key(event)

    def _by_kind(self, kind: str) -> Command:
        def choose() -> Transition:
            self.kind = "" if self.kind == kind else kind
            if not kind:
                self.origin = ""
            return None

        return choose

    def _by_origin(self, origin: str) -> Command:
        def choose() -> Transition:
            self.origin = "" if self.origin == origin else origin
            return None

        return choose

    def _other_language(self) -> Transition:
        return self.game.other_language()

    def _open(self, row: LibraryRow) -> Command:
        def go() -> Transition:
            return Push(brief(self.game, row.scenario_id, self.game.desk.offered_seed(row.scenario_id)))

        return go
