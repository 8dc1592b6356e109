"""Scheduled posts: keep each one, or suspend it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.card_rows import ScheduledRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands


class ScheduledDialog(CrisisDialog):
    """One row a post, with its two buttons."""

    width = 720.0

    def __init__(self, scene: CrisisCommands) -> None:
        super().__init__(scene)
        rows = scene.view.scheduled
        waiting = [row for row in rows if row.kept is None and row.enabled] or [row for row in rows if row.enabled]
        self.first_focus = f"suspend {waiting[0].post_id}" if waiting else None

    def title(self) -> str:
        return self.game.look.say("ui.scheduled_title")

    def subtitle(self) -> str:
        return self.game.look.say("ui.scheduled_subtitle")

    def key(self) -> Hashable:
        return self.crisis.view.scheduled

    def paint(self, painter: Painter) -> None:
        y = painter.px(4)
        if not self.crisis.view.scheduled:
            painter.text(
                painter.px(4), y, painter.look.say("ui.nothing_scheduled"), self.inner, colour=painter.look.theme.muted
            )
        for row in self.crisis.view.scheduled:
            y = self._row(painter, row, y) + painter.px(8)

    def _row(self, painter: Painter, row: ScheduledRow, y: int) -> int:
        say, theme = painter.look.say, painter.look.theme
        pad, height = painter.px(18), painter.px(30)
        keep, suspend = say("ui.keep_post"), say("ui.suspend_post")
        wide = max(button_width(painter, keep, "", "check_bold"), button_width(painter, suspend, "", "pause"))
        buttons = 2 * wide + painter.px(8)
        stacked = self.inner < painter.px(520)
        room = self.inner - 2 * pad - (0 if stacked else buttons + painter.px(16))
        tall = painter.line_height("small") + painter.text_height(row.text, room)
        whole = pygame.Rect(
            painter.px(4),
            y,
            self.inner - painter.px(8),
            tall + 2 * painter.px(10) + (height + painter.px(8) if stacked else 0),
        )
        painter.box(whole, theme.raised, theme.line)
        head = f"{row.time} · {row.channel} · {row.state}"
        area = painter.text(pad, y + painter.px(10), head, room, "small", "semibold", theme.muted, 1)
        painter.text(pad, area.bottom, row.text, room)
        x = pad if stacked else self.inner - pad - buttons
        top = whole.bottom - height - painter.px(10) if stacked else whole.centery - height // 2
        place = pygame.Rect(x, top, wide, height)
        button(painter, place, keep, f"keep {row.post_id}", self._decide(row, True), icon="check_bold",
               kind="chosen" if row.kept else "plain", enabled=row.enabled, tip=row.refusal)  # fmt: skip
        place = place.move(wide + painter.px(8), 0)
        button(painter, place, suspend, f"suspend {row.post_id}", self._decide(row, False), icon="pause",
               kind="chosen" if row.kept is False else "plain", enabled=row.enabled, tip=row.refusal)  # fmt: skip
        return whole.bottom

    def _decide(self, row: ScheduledRow, keep: bool) -> Command:
        def decide() -> Transition:
            self.crisis.answered(self.session.schedule(row.post_id, keep))
            return None

        return decide
