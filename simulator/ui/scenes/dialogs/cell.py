"""The cell at work: each line with what is being done and what waits, to put in another order."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

import pygame

from simulator.play.presenters.cell_rows import TaskRow, WaitingRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.spots import Command
from simulator.ui.widgets.controls import button, button_width
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands

_HEIGHT = 30
_BESIDE = 520
"""Points of width from which a line's buttons stand beside its text."""


class CellDialog(CrisisDialog):
    """A card a line; what waits can go first, and a message that waits can be taken back."""

    width = 780.0

    def __init__(self, scene: CrisisCommands) -> None:
        super().__init__(scene)
        waiting = [row for task in scene.view.tasks for row in task.lines]
        wanted = next((row for row in waiting if row.can_go_first), waiting[0] if waiting else None)
        self.first_focus = None if wanted is None else _name("first" if wanted.can_go_first else "back", wanted)

    def title(self) -> str:
        return self.game.look.say("ui.cell_title")

    def subtitle(self) -> str:
        return self.game.look.say("ui.cell_subtitle")

    def key(self) -> Hashable:
        return self.crisis.view.tasks

    def paint(self, painter: Painter) -> None:
        y = painter.px(4)
        for row in self.crisis.view.tasks:
            y = self._line(painter, row, y) + painter.px(10)

    def _line(self, painter: Painter, row: TaskRow, y: int) -> int:
        def content(on: Painter, left: int, top: int, room: int) -> int:
            theme, say = on.look.theme, on.look.say
            head = f"{row.name} · {row.people}" if row.people else row.name
            top = on.text(left, top, head, room, weight="semibold", max_lines=1).bottom + on.px(4)
            if not row.doing:
                return on.text(left, top, say("ui.free"), room, "small", colour=theme.muted).bottom + on.px(2)
            now = say("ui.work_now", what=row.doing, until=row.until)
            top = on.text(left, top, now, room, "small", colour=theme.text).bottom + on.px(4)
            on.bar(pygame.Rect(left, top, room, max(2, on.px(4))), row.fraction, theme.warm)
            top += on.px(10)
            for waiting in row.lines:
                top = self._waiting(on, waiting, left, top, room)
            return top

        return painter.card(painter.px(4), y, self.inner - painter.px(8), content, 14)

    def _waiting(self, painter: Painter, row: WaitingRow, left: int, top: int, room: int) -> int:
        say, theme, height, gap = painter.look.say, painter.look.theme, painter.px(_HEIGHT), painter.px(8)
        first, back = say("ui.go_first"), say("ui.take_back")
        firsts = button_width(painter, first, "", "arrow_collapse_up")
        backs = button_width(painter, back, "", "undo_variant") if row.can_withdraw else 0
        buttons = firsts + (gap + backs if backs else 0)
        beside = room >= painter.px(_BESIDE)
        words = room - buttons - 2 * gap if beside else room
        painter.rule(left, top, room)
        top += painter.px(8)
        text = f"{row.place} · {row.text} · {row.cost}"
        area = painter.text(left, top + (painter.px(5) if beside else 0), text, words, "small", colour=theme.text)
        y = top if beside else area.bottom + painter.px(6)
        x = left + room - buttons if beside else left
        button(painter, pygame.Rect(x, y, firsts, height), first, _name("first", row), self._first(row),
               icon="arrow_collapse_up", enabled=row.can_go_first, tip=row.first_refusal, group="lines")  # fmt: skip
        if backs:
            button(painter, pygame.Rect(x + firsts + gap, y, backs, height), back, _name("back", row), self._back(row),
                   icon="undo_variant", tip=say("ui.take_back_tip"), group="lines")  # fmt: skip
        return max(area.bottom, y + height) + painter.px(8)

    def _first(self, row: WaitingRow) -> Command:
        def go_first() -> Transition:
            self.crisis.answered(self.session.prioritise(row.work, row.about))
            return None

        return go_first

    def _back(self, row: WaitingRow) -> Command:
        def take_back() -> Transition:
            self.crisis.answered(self.session.withdraw(row.about))
            return None

        return take_back


def _name(what: str, row: WaitingRow) -> str:
    return f"{what} {row.work} {row.about or 'holding'}"
