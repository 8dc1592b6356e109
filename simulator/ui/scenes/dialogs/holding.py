"""The holding statement: composed from blocks, kept ready or published."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.dialogs import HoldingBlock, HoldingChoice, HoldingView
from simulator.ui.keyboard import pressed
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.scenes.dialogs.holding_parts import paint_block, paint_preview, paint_update, preview_height, titles
from simulator.ui.scenes.focus_keys import ENTER
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import Kind, button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands

_TWO_COLUMNS = 620


class HoldingDialog(CrisisDialog):
    """Blocks on the left, what they say together on the right. Digits take a block in or out, arrows reword it."""

    width = 960.0

    def __init__(self, scene: CrisisCommands) -> None:
        super().__init__(scene)
        self.view: HoldingView = self.session.holding(None)
        self._asked: tuple[object, ...] = ()
        self.first_focus = "publish" if self.view.can_publish else "keep"

    def _choose(self, choice: HoldingChoice) -> Transition:
        self.view = self.session.holding(choice)
        return None

    def update(self, seconds: float) -> Transition:  # noqa: ARG002 - time passes in the session
        asked = (self.session.revision, self.game.turn)
        if asked != self._asked:
            self._asked = asked
            self.view = self.session.holding(self.view.choice)
        return None

    def title(self) -> str:
        return self.game.look.say("ui.holding_title")

    def subtitle(self) -> str:
        return self.game.look.say("ui.holding_subtitle")

    def aside(self) -> str:
        return self.game.look.say("ui.holding_cost", time=self.view.preparation, approval=self.view.approval)

    def key(self) -> Hashable:
        return self.view

    def paint(self, painter: Painter) -> None:
        gap, edge = painter.px(18), painter.px(4)
        room = self.inner - 2 * edge
        if room < painter.px(_TWO_COLUMNS):
            y = self._blocks(painter, edge, edge, room)
            tall = max(painter.px(170), preview_height(painter, self.view, room))
            paint_preview(painter, self.view, pygame.Rect(edge, y + gap // 2, room, tall))
            self._foot(painter, edge, y + gap // 2 + tall + painter.px(8), room)
            return
        column = (room - gap) // 2
        bottom = self._blocks(painter, edge, edge, column)
        foot = painter.px(76)
        checks = painter.px(22) * len(self.view.checklist or ())
        tall = max(preview_height(painter, self.view, column), bottom - edge - foot - checks)
        right = edge + column + gap
        paint_preview(painter, self.view, pygame.Rect(right, edge, column, tall))
        self._foot(painter, right, edge + tall + painter.px(8), column)

    def _blocks(self, painter: Painter, x: int, y: int, width: int) -> int:
        *heads, update = titles(painter, self.view, width)
        for block, head in zip(self.view.blocks, heads, strict=True):
            turns = (self._other(block, -1), self._other(block, 1))
            y = paint_block(painter, block, pygame.Rect(x, y, width, 0), head, self._toggle(block), turns)
            y += painter.px(9)
        view = self.view
        earlier, later = self._move(view.earlier), self._move(view.later)
        return paint_update(painter, view, x, y, width, earlier, later, update)

    def _foot(self, painter: Painter, x: int, y: int, width: int) -> None:
        view, say, theme = self.view, painter.look.say, painter.look.theme
        over = view.characters > view.limit
        count = say("ui.characters", count=view.characters, limit=view.limit)
        hint = say("ui.wordings_hint")
        painter.text(x, y, count, width, "small", "semibold", theme.hot if over else theme.text, 1, "right")
        painter.text(
            x,
            y,
            hint,
            width - painter.text_width(count, "small", "semibold") - painter.px(12),
            "small",
            colour=theme.muted,
            max_lines=1,
        )
        y += painter.px(24)
        for check in view.checklist or ():
            icon, ink = (
                ("checkbox_marked_outline", theme.good) if check.done else ("checkbox_blank_outline", theme.muted)
            )
            painter.icon(icon, x, y + painter.px(2), 16, ink)
            painter.text(
                x + painter.px(23),
                y,
                check.text,
                width - painter.px(23),
                "small",
                colour=theme.text if check.done else theme.muted,
                max_lines=1,
            )
            y += painter.px(22)
        y += painter.px(6)
        self._buttons(painter, x, y, width)

    def _buttons(self, painter: Painter, x: int, y: int, width: int) -> None:
        """Keep ready, publish now; Enter belongs to publishing where it is possible, else to keeping."""
        view, say = self.view, painter.look.say
        publish, keep = say("ui.publish_now"), say("ui.kept_ready" if view.kept else "ui.keep_ready")
        key, height = say("ui.enter"), painter.px(36)
        wide = min(round(width * 0.6), button_width(painter, publish, key if view.can_publish else ""))
        place = pygame.Rect(x + width - wide, y, wide, height)
        button(painter, place, publish, "publish", self._publish, key=key if view.can_publish else "",
               kind="primary" if view.can_publish else "plain", enabled=view.can_publish, tip=view.refusal)  # fmt: skip
        own_key = painter.look.cap("keep_ready") if view.can_publish else key
        beside = min(place.x - x - painter.px(8), button_width(painter, keep, own_key))
        kind: Kind = "chosen" if view.kept else "plain" if view.can_publish or not view.can_keep else "primary"
        button(painter, pygame.Rect(place.x - beside - painter.px(8), y, beside, height), keep, "keep", self._keep,
               key=own_key, enabled=view.can_keep, tip=view.keep_refusal, kind=kind)  # fmt: skip

    # commands

    def _said(self, block: HoldingBlock, wording: int | None) -> HoldingChoice:
        """The choice with `block` said with `wording`, or left out when None; blocks keep their order."""
        said = dict(self.view.choice.wordings)
        said.pop(block.block_id, None)
        if wording is not None:
            said[block.block_id] = wording
        order = [row.block_id for row in self.view.blocks]
        return replace(self.view.choice, wordings=tuple((name, said[name]) for name in order if name in said))

    def _toggle(self, block: HoldingBlock) -> Command:
        return lambda: self._choose(self._said(block, None if block.included else block.selected))

    def _other(self, block: HoldingBlock, step: int) -> Command:
        wording = (block.selected + step) % max(1, len(block.wordings))
        return lambda: self._choose(self._said(block, wording))

    def _move(self, choice: HoldingChoice | None) -> Command | None:
        return None if choice is None else lambda: self._choose(choice)

    def _publish(self) -> Transition:
        if not self.view.can_publish:
            self.crisis.tell(self.view.refusal, "bad")
            return None
        return self.closing(self.session.publish_holding(self.view.choice), self.game.look.say("ui.being_prepared"))

    def _keep(self) -> Transition:
        return self.closing(self.session.keep_holding(self.view.choice), self.game.look.say("ui.holding_kept"))

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        focus = self.scene.focus or ""
        block = next((row for row in self.view.blocks if focus == f"block {row.block_id}"), None)
        if event.key in ENTER and (block is not None or focus == "update"):
            return True, self._publish() if self.view.can_publish else self._keep()
        if block is not None and event.key in (pygame.K_LEFT, pygame.K_RIGHT):
            return True, self._other(block, 1 if event.key == pygame.K_RIGHT else -1)()
        if block is not None and event.key == pygame.K_SPACE:
            return True, self._toggle(block)()
        for row in self.view.blocks:
            if event.unicode and event.unicode == row.key:
                self.scene.focus_on(f"block {row.block_id}")
                return True, self._toggle(row)()
        if event.unicode and event.unicode == self.view.next_update_key:
            self.scene.focus_on("update")
            return True, None
        return self._moved(event, focus)

    def _moved(self, event: pygame.event.Event, focus: str) -> tuple[bool, Transition]:
        sideways = focus == "update"
        if event.unicode == "-" or (sideways and event.key == pygame.K_LEFT):
            return True, self._choose(self.view.earlier or self.view.choice)
        if event.unicode in ("+", "=") or (sideways and event.key == pygame.K_RIGHT):
            return True, self._choose(self.view.later or self.view.choice)
        if self.game.look.keys.act(pressed(event), "holding") == "keep_ready":
            return True, self._keep()
        return False, None
