"""Who speaks for the organisation."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.cell_rows import PersonRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import avatar
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands


class SpokespersonDialog(CrisisDialog):
    """One row a person; the current spokesperson is marked."""

    width = 560.0

    def __init__(self, scene: CrisisCommands) -> None:
        super().__init__(scene)
        people = scene.view.people
        current = next((row for row in people if row.current), people[0] if people else None)
        self.first_focus = f"person {current.persona_id}" if current else None

    def title(self) -> str:
        return self.game.look.say("ui.spokesperson_title")

    def subtitle(self) -> str:
        return self.game.look.say("ui.spokesperson_subtitle")

    def key(self) -> Hashable:
        return self.crisis.view.people

    def paint(self, painter: Painter) -> None:
        y = painter.px(4)
        for row in self.crisis.view.people:
            y = self._person(painter, row, y) + painter.px(8)

    def _person(self, painter: Painter, row: PersonRow, y: int) -> int:
        theme = painter.look.theme
        pad, side = painter.px(12), painter.px(38)
        left = pad + side + painter.px(12)
        room = self.inner - 2 * pad - left - painter.px(20)
        tall = painter.line_height() + painter.text_height(row.role, room, "small")
        area = pygame.Rect(painter.px(4), y, self.inner - painter.px(8), max(side, tall) + 2 * painter.px(10))
        painter.box(area, theme.chosen if row.current else theme.raised, theme.accent if row.current else theme.line)
        avatar(painter, area.x + pad, y + painter.px(10), 38, row.initials, row.colour_key)
        ink = theme.text if row.enabled else theme.faint
        painter.text(left, y + painter.px(9), row.name, room, weight="semibold", colour=ink, max_lines=1)
        painter.text(left, y + painter.px(9) + painter.line_height(), row.role, room, "small", colour=theme.muted)
        if row.current or not row.enabled:
            icon, ink = ("check_bold", theme.accent) if row.current else ("lock_outline", theme.faint)
            painter.icon(icon, area.right - pad - painter.px(22), area.centery - painter.px(11), 22, ink)
        painter.spot(f"person {row.persona_id}", area, self._choose(row), row.refusal, "people", enabled=row.enabled)
        return area.bottom

    def _choose(self, row: PersonRow) -> Command:
        def choose() -> Transition:
            done = self.game.look.say("ui.speaks_now", name=row.name)
            return self.closing(self.session.spokesperson(row.persona_id), done)

        return choose
