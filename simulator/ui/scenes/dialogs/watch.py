"""The decision to watch: not answering for now, for a reason, until a threshold."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.dialogs import OptionRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog, Fresh
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands


class WatchDialog(CrisisDialog):
    """A subject, a reason and a threshold; then the decision is written down."""

    first_focus = "confirm"
    width = 640.0

    def __init__(self, scene: CrisisCommands) -> None:
        super().__init__(scene)
        self.view = Fresh(scene, scene.session.watching)
        view = self.view()
        self.chosen = {
            "subject": view.subjects[0].value if view.subjects else "",
            "reason": view.reasons[0].value if view.reasons else "",
            "threshold": view.thresholds[len(view.thresholds) // 2].value if view.thresholds else "0",
        }

    def title(self) -> str:
        return self.game.look.say("ui.watch_title")

    def subtitle(self) -> str:
        return self.game.look.say("ui.watch_subtitle")

    def key(self) -> Hashable:
        return self.view(), tuple(self.chosen.items())

    def paint(self, painter: Painter) -> None:
        view, say, theme = self.view(), painter.look.say, painter.look.theme
        y = painter.px(4)
        if len(view.subjects) > 1:
            y = self._options(painter, "subject", view.subjects, y)
        y = self._options(painter, "reason", view.reasons, y)
        y = painter.caption(painter.px(4), y, say("ui.watch_threshold"), self.inner).bottom + painter.px(6)
        x = painter.px(4)
        for option in view.thresholds:
            wide = max(painter.px(64), button_width(painter, option.text))
            area = pygame.Rect(x, y, wide, painter.px(32))
            kind: Kind = "chosen" if self.chosen["threshold"] == option.value else "plain"
            button(
                painter,
                area,
                option.text,
                f"threshold {option.value}",
                self._set("threshold", option.value),
                kind=kind,
                group="threshold",
            )
            x += wide + painter.px(8)
        y += painter.px(32) + painter.px(14)
        for line in view.active:
            painter.icon("eye_outline", painter.px(4), y + painter.px(1), 17, theme.accent)
            y = painter.text(painter.px(29), y, line, self.inner - painter.px(25), "small", colour=theme.muted).bottom
        label = say("ui.watch_confirm")
        wide = button_width(painter, label, say("ui.enter"))
        area = pygame.Rect(self.inner - wide - painter.px(4), y + painter.px(4), wide, painter.px(34))
        button(painter, area, label, "confirm", self._confirm, key=say("ui.enter"), kind="primary",
               enabled=view.enabled, tip=view.refusal)  # fmt: skip

    def _options(self, painter: Painter, kind: str, rows: tuple[OptionRow, ...], y: int) -> int:
        theme = painter.look.theme
        y = painter.caption(painter.px(4), y, painter.look.say(f"ui.watch_{kind}"), self.inner).bottom + painter.px(6)
        for row in rows:
            chosen = self.chosen[kind] == row.value
            room = self.inner - painter.px(60)
            area = pygame.Rect(
                painter.px(4), y, self.inner - painter.px(8), painter.text_height(row.text, room) + painter.px(14)
            )
            painter.box(area, theme.chosen if chosen else theme.raised, theme.accent if chosen else theme.line)
            icon = "radiobox_marked" if chosen else "radiobox_blank"
            painter.icon(icon, area.x + painter.px(11), y + painter.px(8), 19, theme.accent if chosen else theme.muted)
            painter.text(area.x + painter.px(40), y + painter.px(7), row.text, room)
            painter.spot(f"{kind} {row.value}", area, self._set(kind, row.value), "", kind)
            y = area.bottom + painter.px(6)
        return y + painter.px(8)

    def _set(self, kind: str, value: str) -> Command:
        def choose() -> Transition:
            self.chosen[kind] = value
            return None

        return choose

    def _confirm(self) -> Transition:
        subject = self.chosen["subject"] or None
        refusal = self.session.watch(subject, self.chosen["reason"], int(self.chosen["threshold"]))
        return self.closing(refusal, self.game.look.say("ui.watching"))
