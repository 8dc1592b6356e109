"""The frame of the pages outside a play: the name of the game and the way between pages, on the left."""

from __future__ import annotations

import pygame

from simulator.ui.scene import Quit, Replace, Transition
from simulator.ui.scenes.base import PanelScene
from simulator.ui.scenes.credits import CreditsDialog
from simulator.ui.spots import Command
from simulator.ui.theme import RADIUS, Weight
from simulator.ui.widgets.painter import Painter

SIDEBAR = 216
_NARROW = 760
_STEP, _STEP_NARROW = 44, 40
"""Points from one entry of the sidebar to the next."""


class ShellScene(PanelScene):
    """A page with the sidebar. `page` names it among the sidebar's entries."""

    page = ""

    _turn = -1
    _plays = 0

    def refresh(self) -> None:
        """Ask the desk anew: a scene came back, or the language changed."""
        self._plays = len(self.game.desk.history())
        self.tell_problem()

    @property
    def narrow(self) -> bool:
        """Whether the sidebar shows icons alone, for want of room."""
        return self.game.look.points[0] < _NARROW

    @property
    def content(self) -> pygame.Rect:
        """What the sidebar leaves."""
        look = self.game.look
        left = look.px(64 if self.narrow else SIDEBAR)
        return pygame.Rect(left, 0, look.size[0] - left, look.size[1])

    def compose(self) -> None:
        look = self.game.look
        if self._turn != self.game.turn:
            self._turn = self.game.turn
            self.refresh()
        plays = str(self._plays)
        area = pygame.Rect(0, 0, self.content.left, look.size[1])
        shown = (self.page, plays, look.settings.language)
        self.show("sidebar", area, shown, lambda painter: self._sidebar(painter, plays), look.theme.card, True)

    def _sidebar(self, painter: Painter, plays: str) -> None:
        theme, say = painter.look.theme, painter.look.say
        painter.surface.fill(theme.line, (painter.width - max(1, painter.px(1)), 0, painter.width, painter.height))
        step = painter.px(_STEP_NARROW if self.narrow else _STEP)
        left = painter.px(28)
        if self.narrow:
            painter.icon("bullhorn_outline", painter.px(18), painter.px(16), 26, theme.accent)
        else:
            painter.text(left, painter.px(20), "Bad Buzz", painter.width - left, "title", "bold", max_lines=1)
            name = say("ui.crisis_cell")
            painter.text(left, painter.px(55), name, painter.width - left, "small", colour=theme.muted, max_lines=1)
        top = painter.px(56 if self.narrow else 98)
        for page, icon, figure in (
            ("library", "view_grid_outline", ""),
            ("history", "history", plays),
            ("settings", "cog_outline", ""),
        ):
            area = pygame.Rect(painter.px(12), top, painter.width - painter.px(24), painter.px(38))
            current = page == self.page
            if current:
                painter.box(area, theme.chosen, None, RADIUS)
            ink = theme.text if current else theme.muted
            painter.icon(icon, area.x + painter.px(10), area.centery - painter.px(10), 20, ink)
            if not self.narrow:
                row = area.centery - painter.line_height() // 2
                weight: Weight = "semibold" if current else "regular"
                room = area.width - painter.px(84)
                painter.text(area.x + painter.px(40), row, say(f"ui.page_{page}"), room, "body", weight, ink, 1)
                if figure:
                    painter.text(area.x, row, figure, area.width - painter.px(14), colour=theme.muted, align="right")
            tip = say(f"ui.page_{page}") if self.narrow else ""
            painter.spot(f"page {page}", area, self._to(page), tip, "sidebar")
            top += step
        self._foot(painter, top, step)

    def _foot(self, painter: Painter, top: int, step: int) -> None:
        """The keys, the credits and the way out, at the bottom, under the row `top`."""
        theme, say = painter.look.theme, painter.look.say
        height, margin = painter.px(38), painter.px(12)
        top = max(top, painter.height - painter.px(6) - 3 * step)
        for name, icon, label, command in (
            ("keys", "keyboard_outline", say("ui.keys_help", key=painter.look.cap("help")), self.help),
            ("credits", "information_outline", say("ui.credits"), self._credits),
            ("leave", "exit_to_app", say("ui.leave_game"), Quit),
        ):
            area = pygame.Rect(margin, top, painter.width - 2 * margin, height)
            painter.icon(icon, area.x + painter.px(10), area.centery - painter.px(10), 20, theme.muted)
            if not self.narrow:
                row = area.centery - painter.line_height() // 2
                painter.text(
                    area.x + painter.px(40),
                    row,
                    label,
                    area.width - painter.px(48),
                    colour=theme.muted,
                    max_lines=1,
                )
            painter.spot(name, area, command, label if self.narrow else "", "sidebar")
            top += step

    def _to(self, page: str) -> Command:
        def go() -> Transition:
            from simulator.ui.scenes.history import HistoryScene
            from simulator.ui.scenes.library import LibraryScene
            from simulator.ui.scenes.settings import SettingsScene

            if page == self.page:
                return None
            scenes: dict[str, type[ShellScene]] = {
                "library": LibraryScene,
                "history": HistoryScene,
                "settings": SettingsScene,
            }
            return Replace(scenes[page](self.game))

        return go

    def _credits(self) -> Transition:
        return self.open(CreditsDialog(self))

    def title(self, painter: Painter, x: int, y: int, text: str, width: int) -> int:
        """The page's title; the row under it."""
        return painter.text(x, y, text, width, "title", "bold", max_lines=1).bottom
