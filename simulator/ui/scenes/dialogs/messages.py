"""Standing messages: to the authorities, to employees, corrections, statements."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pygame

from simulator.play.presenters.card_rows import ResponseRow
from simulator.ui.scene import Transition
from simulator.ui.scenes.dialogs.base import CrisisDialog
from simulator.ui.widgets.painter import Painter

if TYPE_CHECKING:
    from simulator.ui.scenes.crisis_commands import CrisisCommands


class MessagesDialog(CrisisDialog):
    """The messages of one standing action, or all of them when `action` is None."""

    def __init__(self, scene: CrisisCommands, action: Literal["notify", "inform", "correct"] | None) -> None:
        super().__init__(scene)
        self.action = action
        rows = self._rows()
        self.first_focus = f"response {rows[0].response_id}" if rows else None

    def _rows(self) -> tuple[ResponseRow, ...]:
        rows = [row.response for row in self.crisis.view.messages if self.action in (None, row.action)]
        return tuple(replace(row, key=str(number) if number <= 9 else "") for number, row in enumerate(rows, 1))

    def title(self) -> str:
        return self.game.look.say(f"ui.messages_{self.action or 'all'}")

    def key(self) -> Hashable:
        return self._rows(), self.scene.chosen_response

    def paint(self, painter: Painter) -> None:
        rows = self._rows()
        if not rows:
            painter.text(
                0, painter.px(4), painter.look.say("ui.no_message"), self.inner, colour=painter.look.theme.muted
            )
        self.responses(painter, rows, painter.px(4), self._publish)

    def _publish(self) -> Transition:
        return self.closing(
            self.session.publish(self.scene.chosen_response, None), self.game.look.say("ui.being_prepared")
        )

    def on_key(self, event: pygame.event.Event) -> tuple[bool, Transition]:
        return self.choose_by_digit(event, self._rows()), None
