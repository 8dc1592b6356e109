"""The fact board: a card a fact, with its two marks; have it verified, make it public."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.cell_rows import TaskRow
from simulator.play.presenters.fact_rows import FactRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.spots import Command
from simulator.ui.widgets.fact_board import Doing, fact_height, paint_fact
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands

_TWO_COLUMNS = 640


class FactsDialog(CrisisDialog):
    """Every fact with its two actions; the focus begins on `fact_id`'s, or on the first that can be done."""

    width = 980.0

    def __init__(self, scene: CrisisCommands, fact_id: str | None) -> None:
        super().__init__(scene)
        rows = scene.view.facts
        wanted = [row for row in rows if row.fact_id == fact_id] or [
            row for row in rows if row.can_verify or row.can_publish
        ]
        if wanted:
            first = wanted[0]
            action = "publish" if first.can_publish and not first.can_verify else "verify"
            self.first_focus = f"{action} {first.fact_id}"

    def title(self) -> str:
        return self.game.look.say("ui.facts_title")

    def aside(self) -> str:
        return self.crisis.view.facts_summary

    def subtitle(self) -> str:
        return self.game.look.say("ui.facts_subtitle")

    @property
    def _verifying(self) -> TaskRow | None:
        return next((row for row in self.crisis.view.tasks if row.queue == "verification"), None)

    def key(self) -> Hashable:
        return self.crisis.view.facts, self._verifying

    def paint(self, painter: Painter) -> None:
        y, gap, rows = painter.px(4), painter.px(10), self.crisis.view.facts
        if not rows:
            painter.text(painter.px(4), y, painter.look.say("ui.no_fact_yet"), self.inner)
            return
        y = self._hands(painter, y)
        columns = 2 if self.inner >= painter.px(_TWO_COLUMNS) else 1
        wide = (self.inner - painter.px(8) - (columns - 1) * gap) // columns
        for first in range(0, len(rows), columns):
            line = rows[first : first + columns]
            tall = max(fact_height(painter, row, wide) for row in line)
            for column, row in enumerate(line):
                area = pygame.Rect(painter.px(4) + column * (wide + gap), y, wide, tall)
                paint_fact(painter, row, area, Doing(self._verify(row), self._publish(row)))
            y += tall + gap

    def _hands(self, painter: Painter, y: int) -> int:
        """Who verifies, and what waits for them: people are scarce."""
        row, say, theme = self._verifying, painter.look.say, painter.look.theme
        if row is None:
            return y
        who = row.people or row.name
        if row.doing:
            text = say("ui.verifying_now", who=who, doing=row.doing, until=row.until)
        else:
            text = say("ui.verifying_free", who=who)
        if row.waiting:
            text = f"{text} {say('ui.verifying_waits', what=', '.join(row.waiting))}"
        painter.icon("account_clock_outline" if row.doing else "account_check_outline", painter.px(4), y, 18,
                     theme.warm if row.doing else theme.good)  # fmt: skip
        area = painter.text(painter.px(30), y, text, self.inner - painter.px(34), "small", colour=theme.text)
        return area.bottom + painter.px(10)

    def _verify(self, row: FactRow) -> Command:
        def verify() -> Transition:
            self.crisis.answered(self.session.verify(row.fact_id), self.game.look.say("ui.verification_asked"))
            return None

        return verify

    def _publish(self, row: FactRow) -> Command:
        def publish() -> Transition:
            self.crisis.answered(self.session.disclose(row.fact_id), self.game.look.say("ui.fact_sent"))
            return None

        return publish
