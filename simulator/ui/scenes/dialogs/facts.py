"""The fact ledger: have a fact verified, make it public."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.rows import FactRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.measures import fact_sign
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis import CrisisScene


class FactsDialog(CrisisDialog):
    """Every fact with its two actions; the focus begins on `fact_id`'s, or on the first that can be done."""

    width = 760.0

    def __init__(self, scene: CrisisScene, fact_id: str | None) -> None:
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

    def subtitle(self) -> str:
        return self.game.look.say("ui.facts_subtitle")

    def key(self) -> Hashable:
        return self.crisis.view.facts

    def paint(self, painter: Painter) -> None:
        y = painter.px(4)
        for row in self.crisis.view.facts:
            y = self._fact(painter, row, y) + painter.px(8)

    def _fact(self, painter: Painter, row: FactRow, y: int) -> int:
        say, theme = painter.look.say, painter.look.theme
        pad, height = painter.px(16), painter.px(30)
        verify, publish = say("ui.verify"), say("ui.make_public")
        wide = max(button_width(painter, verify, "", "magnify"), button_width(painter, publish, "", "bullhorn_outline"))
        stacked = self.inner < painter.px(520)
        buttons = 2 * wide + painter.px(8)
        room = self.inner - 2 * pad - painter.px(32) - (0 if stacked else buttons + painter.px(16))
        state = " · ".join(part for part in (row.state_text, row.verify_cost, row.publish_cost) if part)
        tall = painter.text_height(row.text, room, weight="semibold") + painter.text_height(state, room, "small")
        whole = pygame.Rect(
            painter.px(4), y, self.inner - painter.px(8), max(tall, 0 if stacked else height) + 2 * painter.px(9)
        )
        if stacked:
            whole.height += height + painter.px(8)
        painter.box(whole, theme.raised, theme.line)
        icon, ink = fact_sign(theme, row.state)
        painter.icon(icon, pad, y + painter.px(11), 20, ink)
        left = pad + painter.px(32)
        area = painter.text(left, y + painter.px(9), row.text, room, weight="semibold")
        painter.text(left, area.bottom, state, room, "small", colour=theme.muted)
        x = left if stacked else self.inner - pad - buttons
        top = whole.bottom - height - painter.px(10) if stacked else whole.centery - height // 2
        place = pygame.Rect(x, top, wide, height)
        button(painter, place, verify, f"verify {row.fact_id}", self._verify(row), icon="magnify",
               enabled=row.can_verify, tip=row.verify_refusal)  # fmt: skip
        place = place.move(wide + painter.px(8), 0)
        button(painter, place, publish, f"publish {row.fact_id}", self._publish(row), icon="bullhorn_outline",
               kind="primary" if row.can_publish else "plain", enabled=row.can_publish,
               tip=row.publish_refusal)  # fmt: skip
        return whole.bottom

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
